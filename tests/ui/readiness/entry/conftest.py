"""Isi Laporan as it stands on a laptop, on 4 October 2024."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from desktop.base.clock import frozen
from desktop.base.settings import Settings
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.ui.readiness.entry.tab import EntryTab
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient

TUBAN, JAWA_TIMUR = fixed_id("region", "35.23"), fixed_id("region", "35")


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path) -> Iterator[Session]:
    """What a page is given; the worker starts only when something is asked of it."""
    with WorkerClient() as worker, frozen(datetime(2024, 10, 4, 2, tzinfo=UTC)):
        yield Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"))


@pytest.fixture
def tab(session: Session, qtbot: QtBot) -> Iterator[EntryTab]:
    """The tab at Kabupaten Tuban."""
    page = ReadinessPage(session)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    page.open(tab="entry", region=TUBAN)
    found = page.tab("entry")
    assert isinstance(found, EntryTab)
    found.table.setFocus()
    yield found
    page.flush()


def go_to(tab: EntryTab, code: str, region: UUID | None = None) -> None:
    """Let the keyboard be at a line."""
    lines = tab.table.lines()
    tab.table.select_seq(
        next(n for n, one in enumerate(lines) if one.item.code == code and region in (None, one.item.region_id))
    )


def cell(tab: EntryTab, key: str, row: int | None = None) -> str:
    """What a cell says, of the current row where none is named."""
    keys = [column.key for column in tab.table.rows.columns]
    at = tab.table.currentIndex().row() if row is None else row
    return str(tab.table.rows.index(at, keys.index(key)).data())
