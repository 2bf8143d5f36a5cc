"""The register narrowed down, parted and seen as a calendar, through its real widgets."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.base.folding import fold
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.lookup import Lookup
from desktop.models.queries.saved_filters import saved_filters
from desktop.services.commitment_filters import PLACE
from desktop.services.commitments import update_commitment
from desktop.services.saved_filters import save_filter
from desktop.ui.commitments.grouped import GroupedListing, is_heading
from desktop.ui.commitments.page import CommitmentsPage
from desktop.ui.commitments.saved_dialog import SavedFiltersDialog
from desktop.ui.session import Session
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.picker_field import PickerField

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot: QtBot, session: Session, example: UUID) -> CommitmentsPage:
    made = CommitmentsPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def shown(page: CommitmentsPage) -> list[str]:
    model = page.table.rows
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def headings(page: CommitmentsPage) -> list[str]:
    model = page.table.rows
    return [text for row, text in enumerate(shown(page)) if is_heading(model.seq_at(row))]


def region(session: Session, name: str) -> UUID:
    return Lookup.read(session.store).regions[fold(name)]


# Filter


def test_what_is_chosen_beside_the_list_narrows_it_and_stands_above_it_as_chips(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    tuban = region(session, "Kabupaten Tuban")
    concerned = commitments_of(session.store, example)[1]
    session.run(lambda: update_commitment(session.desk, concerned.id, regions=[tuban]))
    qtbot.mouseClick(page.bar.more, Qt.MouseButton.LeftButton)
    field = page.panel.form.field("region")
    assert isinstance(field, PickerField)
    qtbot.keyClicks(field, "tuban")
    field.settle()
    field._look()
    qtbot.keyClick(field, Key.Key_Return)
    assert page.filter() == CommitmentFilter(region=tuban)
    assert shown(page) == [" ".join(concerned.text.split())]
    assert page.bar.chips.words() == ["Wilayah: Kabupaten Tuban"]
    assert page.filter_words() == ["Saringan: Wilayah: Kabupaten Tuban"]

    (chip,) = page.bar.chips.findChildren(QPushButton)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert page.filter() == CommitmentFilter()
    assert len(shown(page)) == 6
    assert field.value() is None
    qtbot.keyClick(page.panel.form.field("kind"), Key.Key_Escape)
    assert not page._side.isVisible()
    assert page.table.hasFocus()


def test_others_can_open_the_page_at_a_filter(page: CommitmentsPage) -> None:
    page.open(filter=CommitmentFilter(kind="permintaan", text="data"), state="terbuka")
    assert page.filter() == CommitmentFilter(kind="permintaan", text="data", state="terbuka")
    assert page._search.text() == "data"
    assert page.panel.form.values()["kind"] == "permintaan"
    page.open()
    assert page.filter() == CommitmentFilter()
    assert page._search.text() == ""


def test_a_filter_is_kept_under_a_name_and_chosen_again(
    qtbot: QtBot, page: CommitmentsPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed(dialog: NameDialog) -> int:
        dialog.form.load({"name": "Permintaan terbuka"})
        dialog._save()
        return 1

    monkeypatch.setattr(NameDialog, "exec", typed)
    wanted = CommitmentFilter(kind="permintaan", state="terbuka")
    page.open(filter=wanted)
    page.bar.menu.save()
    (kept,) = saved_filters(session.store, PLACE)
    assert (kept.name, CommitmentFilter.from_plain(kept.content)) == ("Permintaan terbuka", wanted)

    page.open()
    page.bar.menu.fill()
    action = next(one for one in page.bar.menu.actions() if one.text() == "Permintaan terbuka")
    assert isinstance(action, QAction)
    action.trigger()
    assert page.filter() == wanted


def test_kept_filters_are_put_in_order_and_taken_away_by_keys(qtbot: QtBot, session: Session) -> None:
    for name in ("A", "B", "C"):
        session.make(lambda name=name: save_filter(session.desk, PLACE, name, {"state": "terbuka"}))  # type: ignore[misc]
    dialog = SavedFiltersDialog(session, PLACE)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.keyClick(dialog.table, Key.Key_End)
    qtbot.keyClick(dialog.table, Key.Key_Up, Held.AltModifier)
    assert [one.name for one in saved_filters(session.store, PLACE)] == ["A", "C", "B"]
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert [one.name for one in saved_filters(session.store, PLACE)] == ["A", "B"]


# Groups


def test_groups_have_headings_that_fold_by_key_and_by_mouse(
    qtbot: QtBot, page: CommitmentsPage, session: Session
) -> None:
    QAbstractItemModelTester(page.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    page.groups.set_value("week")
    page.groups.edited.emit()
    assert headings(page) == ["25 November 2024 s.d. 1 Desember 2024 (2)", "Tanpa batas waktu (4)"]
    assert len(shown(page)) == 8

    table = page.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Home)
    assert page.list.current() is None
    qtbot.keyClick(table, Key.Key_Down)
    assert page.editor.current() is not None
    qtbot.keyClick(table, Key.Key_Left)
    assert len(shown(page)) == 6
    assert is_heading(table.current_seq() or 0)
    qtbot.keyClick(table, Key.Key_Return)
    assert len(shown(page)) == 8

    place = table.visualRect(table.rows.index(3, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(shown(page)) == 4


def test_what_is_folded_stays_folded_when_the_list_is_asked_anew(page: CommitmentsPage, session: Session) -> None:
    page.groups.set_value("week")
    page.groups.edited.emit()
    page.list._fold(page.table.rows.seq_at(0))
    page.table.sort_wanted.emit("text", True)
    assert len(shown(page)) == 6
    listing = page.table.rows.listing
    assert isinstance(listing, GroupedListing)
    source = page.list.file_source()
    assert sum(len(piece) for piece in source.pieces()) == 8


def test_the_follow_up_at_hand_stays_at_hand_while_the_list_is_parted_and_narrowed(
    page: CommitmentsPage, session: Session, example: UUID
) -> None:
    one = commitments_of(session.store, example)[3]
    page.open(commitment=one.id)
    for by in ("week", "region", None, "institution"):
        page.groups.set_value(by)
        page.groups.edited.emit()
        assert page.list.current() == one.seq
        assert page.editor.current() == one.id
    page.open(state="terlambat")
    assert page.editor.current() == one.id
    page.table.select_seq(page.table.rows.seq_at(0))
    page.table.sort_wanted.emit("text", False)
    assert is_heading(page.table.current_seq() or 0)
    page.open(state="selesai")
    assert page.list.current() is None


# Calendar


def test_the_calendar_shows_the_same_filter_and_leads_back_to_the_list(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    page.open(view="kalender", state="terbuka")
    calendar = page.views.calendar
    assert calendar is not None
    voting = date(2024, 11, 27)
    assert [mark.words for mark in calendar.grid.marks(voting)] == ["2 terlambat"]
    calendar.grid.setFocus()
    for _ in range(5):
        qtbot.keyClick(calendar.grid, Key.Key_Left)
    assert calendar.grid.day() == voting
    assert calendar.table.rows.rowCount() == 2
    qtbot.keyClick(calendar.grid, Key.Key_Return)
    assert calendar.table.hasFocus()
    seq = calendar.table.current_seq()
    qtbot.keyClick(calendar.table, Key.Key_Return)
    assert page.views.current() is page.list
    assert page.list.current() == seq
    assert page.filter() == CommitmentFilter(state="terbuka")
