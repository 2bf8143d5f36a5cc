"""Rows of the register changed where they stand: one in its place, many after a look at what will change."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base.folding import fold
from desktop.models.queries.commitment_relations import regions_concerned
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.lookup import Lookup
from desktop.models.queries.progress import log_of
from desktop.ui.commitments.bulk_dialog import DueDialog, EscalateDialog, RegionDialog
from desktop.ui.commitments.page import CommitmentsPage
from desktop.ui.commitments.register_table import InPlaceText
from desktop.ui.session import Session
from desktop.ui.widgets.picker_field import Choice
from tests.ui.conftest import RecordedDoor

Key, Held = Qt.Key, Qt.KeyboardModifier
LATER = date(2024, 12, 20)


@pytest.fixture
def page(qtbot: QtBot, session: Session, example: UUID) -> CommitmentsPage:
    made = CommitmentsPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def rows(session: Session, example: UUID) -> list[CommitmentRow]:
    return commitments_of(session.store, example)


def read(session: Session, example: UUID, code: str) -> CommitmentRow:
    return next(row for row in rows(session, example) if row.code == code)


def editor(page: CommitmentsPage) -> InPlaceText:
    (found,) = page.table.findChildren(InPlaceText)
    return found


def test_f2_changes_the_text_in_its_place(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    one = rows(session, example)[3]
    page.open(commitment=one.id)
    qtbot.keyClick(page.table, Key.Key_F2)
    assert editor(page).value() == one.text
    qtbot.keyClicks(editor(page), "Siapkan gudang")
    qtbot.keyClick(editor(page), Key.Key_Return)
    assert rows(session, example)[3].text == "Siapkan gudang"
    assert page.table.hasFocus()
    assert page.editor.form.text.value() == "Siapkan gudang"
    session.undo()
    assert rows(session, example)[3].text == one.text


def test_escape_and_an_empty_text_leave_it_as_it_was(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    page.open(commitment=rows(session, example)[3].id)
    for last, typed in ((Key.Key_Escape, "Lain"), (Key.Key_Return, " ")):
        qtbot.keyClick(page.table, Key.Key_F2)
        qtbot.keyClicks(QApplication.focusWidget(), typed)
        qtbot.keyClick(QApplication.focusWidget(), last)
    assert session.history.undo_name is None


def test_a_key_sets_the_state_of_a_single_addressee_and_leads_to_the_parts_of_many(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    alone = next(row for row in rows(session, example) if len(row.addressees) == 1)
    page.open(commitment=alone.id)
    qtbot.keyClick(page.table, Key.Key_3)
    assert {row.code: row.state for row in rows(session, example)}[alone.code] == "selesai_laporan"

    many = rows(session, example)[2]
    page.open(commitment=many.id)
    qtbot.keyClick(page.table, Key.Key_3)
    assert page.editor.states.table.hasFocus()
    assert {each.state for each in rows(session, example)[2].addressees} == {"belum"}


def test_many_rows_are_told_before_they_change_and_undone_at_once(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID, door: RecordedDoor
) -> None:
    before = [row.addressees for row in rows(session, example)]
    count = sum(map(len, before))
    page.table.selectAll()
    door.will_answer(False, True)
    qtbot.keyClick(page.table, Key.Key_2)
    assert session.history.undo_name is None
    qtbot.keyClick(page.table, Key.Key_2)
    asked = door.asked[-1]
    assert asked.detail.startswith(f"6 tindak lanjut, {count} penanggung jawab menjadi “Dalam proses”.")
    assert {row.state for row in rows(session, example)} == {"proses"}
    session.undo()
    assert [row.addressees for row in rows(session, example)] == before


def test_a_heading_stands_for_all_below_it(page: CommitmentsPage) -> None:
    page.groups.set_value("week")
    page.groups.edited.emit()
    table = page.table
    table.select_seq(table.rows.seq_at(0))
    assert len(page.list.chosen()) == 2
    table.selectAll()
    assert len(page.list.chosen()) == 6


def test_a_promised_day_asks_why_it_moves_and_the_reason_is_in_the_log(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    one = read(session, example, "K-05")
    page.open(commitment=one.id)
    dialog = DueDialog(session, page.list.chosen(), "Ubah batas waktu")
    qtbot.addWidget(dialog)
    dialog.show_due({"due_date": LATER, "due_source": "jadwal"})
    dialog.carry_out()
    assert "Alasan" in dialog.form._cells["reason"]._error.text()
    assert read(session, example, "K-05").due_date == one.due_date
    qtbot.keyClicks(dialog.form.field("reason"), "Logistik terlambat")
    assert dialog.preview.text() == (
        "1 tindak lanjut dengan batas waktu 20 Desember 2024 (mengikuti jadwal tahapan)."
    )
    dialog.carry_out()
    assert read(session, example, "K-05").due_date == LATER
    assert log_of(session.store, one.id)[0].due_reason == "Logistik terlambat"


def test_a_region_is_added_to_those_that_do_not_have_it_and_the_others_are_named(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    tuban = Lookup.read(session.store).regions[fold("Kabupaten Tuban")]
    page.table.selectAll()
    seqs = page.list.chosen()
    for left in (0, 6):
        dialog = RegionDialog(session, seqs, "Tambah wilayah")
        qtbot.addWidget(dialog)
        field = dialog.form.field("region")
        field._take(Choice(tuban, "Kabupaten Tuban"))  # type: ignore[attr-defined]
        assert dialog.left.text().count("wilayah itu sudah tercatat") == left
        assert dialog._do.isEnabled() == (left == 0)
        dialog.carry_out()
    assert all(
        tuban in {one.id for one in regions_concerned(session.store, row.id)} for row in rows(session, example)
    )


def test_nothing_can_be_done_before_something_is_filled_in(
    qtbot: QtBot, page: CommitmentsPage, session: Session
) -> None:
    page.table.selectAll()
    dialog = EscalateDialog(session, page.list.chosen(), "Perlu arahan pimpinan")
    qtbot.addWidget(dialog)
    assert not dialog._do.isEnabled()
    assert dialog.preview.text() == "6 tindak lanjut terpilih."
    qtbot.keyClicks(dialog.form.field("escalation"), "Mohon arahan anggaran")
    assert dialog._do.isEnabled()
    assert dialog.preview.text() == "6 tindak lanjut menunggu arahan pimpinan."
