"""What is said when a deed was done, and when it was not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.base.settings import Settings
from desktop.models import opening
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.office import update_profile
from desktop.ui.bus import ChangeBus
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.session import Session
from desktop.ui.status_line import StatusLine
from desktop.worker.client import WorkerClient


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path, bus: ChangeBus) -> Iterator[Session]:
    with WorkerClient() as worker:
        yield Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"), bus)


def named(session: Session, name: str) -> bool:
    return session.run(lambda: update_profile(session.desk, name=name))


def test_a_failed_save_is_in_sight_until_the_next_that_succeeds(session: Session, qtbot: QtBot) -> None:
    line = StatusLine(session.bus)
    qtbot.addWidget(line)
    assert not named(session, "")
    refused = line.saving.text()
    assert named(session, "Bakorwil Contoh")
    assert refused.startswith("Belum tersimpan: ")
    assert line.saving.text().startswith("Tersimpan ")


def test_a_deed_that_failed_is_told_with_its_advice(session: Session, messages: list[tuple[str, str]]) -> None:
    named(session, "")
    ((words, tone),) = messages
    assert (bool(words), tone) == (True, "problem")


def test_a_draft_that_could_not_be_kept_is_not_called_safe(
    data_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    store = opening.open_folder(data_folder, read_only=True)
    with WorkerClient() as worker:
        session = Session(Desk(store, "Uji"), worker, Settings(tmp_path / "settings.json"))
        line = StatusLine(session.bus)
        qtbot.addWidget(line)
        drafts = DraftTimer(session, lambda: {"text": "Gudang"}, line)
        drafts.place = "capture:contoh"
        drafts.touch()
        drafts.flush()
    opening.close(store)
    assert line.saving.text().startswith("Belum tersimpan: ")
