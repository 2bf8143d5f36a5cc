"""A hit leads to its very line on the page as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base import clock
from desktop.base.settings import Settings
from desktop.models import seeds
from desktop.models.journal import writing
from desktop.models.queries.search import Search
from desktop.models.queries.search_hits import Hit, search_hits
from desktop.models.store import Store
from desktop.models.tables import Assessment, Attachment, Issue, IssuedPaper
from desktop.services.desk import Desk
from desktop.ui.places import all_places
from desktop.ui.search.leads import lead_of
from desktop.ui.session import Session
from desktop.ui.theme import Theme
from desktop.ui.window import MainWindow
from desktop.worker.client import WorkerClient

Follow = Callable[[str, str], tuple[Hit, Any]]


@pytest.fixture
def follow(qtbot: QtBot, look: Theme, sqlite_store: Store, example: UUID, tmp_path: Path) -> Iterator[Follow]:
    """Looks for words, follows the first hit of a table, and gives it with the page it led to."""
    with clock.frozen(datetime(2024, 10, 3, 3, tzinfo=UTC)), WorkerClient() as worker:
        sessions: list[Session] = []
        window = MainWindow(all_places(lambda: sessions[0]), Settings(tmp_path / "settings.json"))
        sessions.append(Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "s.json"), window.bus))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()

        def follow(typed: str, table: str) -> tuple[Hit, Any]:
            hit = next(one for one in search_hits(Search(sqlite_store, typed)) if one.table == table)
            page, where = lead_of(hit)
            window.open_page(page, **where)
            QApplication.processEvents()
            return hit, window.page(page)

        yield follow
        window.drop_pages()


def test_a_note_is_shown_where_it_stands_with_the_keyboard_on_it(follow: Follow) -> None:
    hit, page = follow("logistik dinyatakan", "statement")
    tab = page.workspace.tab("capture")
    assert tab.stage.current().id == hit.id
    assert tab.notes.hasFocus()


def test_a_follow_up_a_person_and_an_institution_are_chosen_in_their_lists(follow: Follow) -> None:
    hit, page = follow("menyiapkan logistik", "commitment")
    assert page.table.current_seq() == hit.record
    hit, page = follow("yudi widodo", "person")
    assert page.people.table.current_seq() == hit.record
    assert page.people.table.hasFocus()
    hit, page = follow("kpu kab tuban", "institution")
    assert page.institutions.table.current_seq() == hit.record


def test_an_item_and_a_report_on_readiness_are_chosen_behind_their_cell(
    follow: Follow, sqlite_store: Store
) -> None:
    tuban = seeds.fixed_id("region", "35.23")
    with writing(sqlite_store, "uji.catat", by="Uji") as write:
        write.insert(
            Assessment, item_id=seeds.item_id("LOG-01"), region_id=tuban, state="sebagian",
            as_of=date(2024, 10, 1), note="Gudang bocor",
        )  # fmt: skip
    hit, page = follow("gudang bocor", "assessment")
    item = page.matrix.panel.table.item(page.matrix.panel.table.current_seq())
    assert (item.item_id, item.region_id) == (seeds.item_id("LOG-01"), tuban)
    hit, page = follow("LOG-11", "checklist_item")
    assert page.matrix.panel.table.item(page.matrix.panel.table.current_seq()).item_id == hit.id


def test_a_file_a_problem_and_an_issued_paper_are_chosen_too(
    follow: Follow, sqlite_store: Store, example: UUID
) -> None:
    moment = datetime(2024, 10, 2, 3, tzinfo=UTC)
    with writing(sqlite_store, "uji.catat", by="Uji") as write:
        for number, name in enumerate(("tanda tangan.pdf", "paparan gudang.pdf")):
            write.insert(
                Attachment, meeting_id=example, order_no=number, kind="bahan", name=name, size=1,
                media_type="application/pdf", sha256=f"{number}" * 64, added_at=moment,
            )  # fmt: skip
        for number in range(3):
            write.insert(
                IssuedPaper, meeting_id=example, kind="minutes", title=f"Notula cetakan {number}", way="cetak",
                issued_at=moment, issued_by="Uji", sha256="b" * 64,
            )  # fmt: skip
        write.insert(
            Issue, topic_id=seeds.fixed_id("topic", seeds.PILKADA), kind="kendala", happened_on=date(2024, 10, 1),
            text="Atap bocor", state="terbuka", situation="perhatian",
        )  # fmt: skip
    hit, page = follow("paparan gudang", "attachment")
    assert page.workspace.tab("minutes")._forms.form("photos").list.current_file().id == hit.id
    hit, page = follow("cetakan 1", "issued_paper")
    assert page.tab("register").table.current_seq() == hit.record
    hit, page = follow("atap bocor", "issue")
    assert page.issues.table.current_seq() == hit.record
