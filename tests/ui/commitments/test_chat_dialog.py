"""Catat dari WhatsApp: pasted, told apart, confirmed, noted; what is left over is never lost."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.progress import log_of
from desktop.services.chat_senders import Sender
from desktop.services.directory import save_person
from desktop.services.draft_keeper import recall_draft
from desktop.ui.commitments.chat_dialog import PLACE, ChatDialog
from desktop.ui.commitments.page import CommitmentsPage
from desktop.ui.session import Session
from tests.exchange.attached import made
from tests.ui.conftest import RecordedDoor

Key, Held = Qt.Key, Qt.KeyboardModifier
CHAT = """\
19/10/24 08.00 - Pesan dan panggilan dienkripsi secara end-to-end.
19/10/24 14.05 - Miftahur KPU Jatim: Izin melaporkan 🙏
Distribusi surat suara sudah 320 dari 400 TPS, sisanya menyusul.
19/10/24 14.06 - +62 812-3456-7890: Terima kasih, Pak
"""


@pytest.fixture(autouse=True)
def empty_clipboard(dressed_app: object) -> None:
    QGuiApplication.clipboard().clear()


def opened(qtbot: QtBot, session: Session, task: UUID | None = None) -> ChatDialog:
    dialog = ChatDialog(session, task)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def senders(dialog: ChatDialog) -> list[str]:
    model = dialog.table.rows
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def choose_part(dialog: ChatDialog, words: str) -> None:
    dialog.form.part.set_value(dialog.form._search_parts(words)[0])


def test_a_copied_chat_becomes_reports_one_after_the_other(qtbot: QtBot, session: Session, example: UUID) -> None:
    task = commitments_of(session.store, example)[3]
    save_person(session.desk, name="Siti Aminah", phone="081234567890")
    QGuiApplication.clipboard().setText(CHAT)
    dialog = opened(qtbot, session)
    assert senders(dialog) == ["Miftahur KPU Jatim", "+62 812-3456-7890"]
    assert "1 baris sistem" in dialog._told.text()
    form = dialog.form
    chosen = form.writer.value()
    assert isinstance(chosen, Sender)
    assert chosen.name == "Miftahur Rozaq"
    assert "Periksa dulu" in form.why.text()
    assert form._search_parts("")[0].label.startswith("K-05")  # the first to be due of the sender's institution
    assert (form.state.value(), form.amount.value()) == (None, None)  # nothing is decided by the words
    form.state_proposal.click()
    form.amount_proposal.click()
    dialog.table.select_seq(2)
    dialog.table.select_seq(1)
    assert form.state.value() == "proses"  # what was chosen for a message stays with it
    qtbot.keyClick(dialog, Key.Key_Return, Held.ControlModifier)
    assert log_of(session.store, task.id) == []  # the follow-up was not chosen yet
    choose_part(dialog, "")
    qtbot.keyClick(dialog, Key.Key_Return, Held.ControlModifier)
    (row,) = log_of(session.store, task.id)
    assert (row.channel, row.reporter, row.institution, row.reported_on, row.reported_at) == (
        "whatsapp", "Miftahur Rozaq", "KPU Provinsi Jawa Timur", date(2024, 10, 19), time(14, 5),
    )  # fmt: skip
    assert (row.state, row.amount, row.target, row.unit) == ("proses", 320, 400, "TPS")
    assert row.note == "Izin melaporkan 🙏\nDistribusi surat suara sudah 320 dari 400 TPS, sisanya menyusul."

    assert senders(dialog) == ["+62 812-3456-7890"]  # what was noted leaves the box, whole
    assert dialog.box.toPlainText().splitlines() == [CHAT.splitlines()[0], CHAT.splitlines()[3]]
    assert "nomornya" in form.why.text()
    assert (form.state.value(), form.part.value()) == (None, None)
    dialog.skip_button.click()
    assert dialog.box.toPlainText() == ""
    dialog.box.undo()
    assert "Terima kasih" in dialog.box.toPlainText()


def test_a_message_noted_before_is_noticed(qtbot: QtBot, session: Session, example: UUID) -> None:
    QGuiApplication.clipboard().setText(CHAT)
    first = opened(qtbot, session)
    choose_part(first, "surat suara")
    assert first.keep()
    first.close()
    again = opened(qtbot, session)  # the same was copied once more
    again.box.setPlainText(CHAT)
    again.read()
    assert str(again.table.rows.index(0, 3).data()) == "Sudah · K-05"
    assert again.table.current_seq() == 2  # the first that is new
    again.table.select_seq(1)
    assert again.notice.isVisible()
    assert "K-05" in again.notice.text()


def test_what_is_left_waits_until_it_is_opened_again(qtbot: QtBot, session: Session, example: UUID) -> None:
    dialog = opened(qtbot, session)
    dialog.box.setPlainText("Pak, yang kemarin sudah kami kirim ya")
    dialog.read()
    assert senders(dialog) == []
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert recall_draft(session.desk, PLACE) == {"text": "Pak, yang kemarin sudah kami kirim ya"}
    again = opened(qtbot, session, commitments_of(session.store, example)[3].id)
    assert again.box.toPlainText() == "Pak, yang kemarin sudah kami kirim ya"
    again.whole_button.click()  # a message alone does not say who wrote it
    assert senders(again) == ["tidak disebut"]
    qtbot.keyClicks(again.form.writer, "Bu Rina, staf gudang")
    assert again.form.part.value() is not None  # the follow-up one came from has one addressee
    assert again.keep()
    (row,) = log_of(session.store, commitments_of(session.store, example)[3].id)
    assert (row.reporter, row.reported_on, row.note) == (
        "Bu Rina, staf gudang", date(2024, 12, 2), "Pak, yang kemarin sudah kami kirim ya",
    )  # fmt: skip
    again.close()
    assert recall_draft(session.desk, PLACE) is None


def test_an_exported_chat_is_opened_as_a_file(
    qtbot: QtBot, session: Session, example: UUID, tmp_path: Path, door: RecordedDoor
) -> None:
    export, program = tmp_path / "Chat WhatsApp dengan KPU.txt", tmp_path / "chat.txt"
    export.write_text(f"\ufeff{CHAT}", encoding="utf-8")
    program.write_bytes(made.PROGRAM)
    dialog = opened(qtbot, session)
    door.will_choose(program, export)
    dialog.open_button.click()
    assert "chat.txt" in dialog._told.text()
    dialog.open_button.click()
    assert senders(dialog) == ["Miftahur KPU Jatim", "+62 812-3456-7890"]


def test_it_opens_by_its_keys_at_the_follow_up_at_hand(qtbot: QtBot, session: Session, example: UUID) -> None:
    page = CommitmentsPage(session)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(commitment=commitments_of(session.store, example)[4].id)
    qtbot.keyClick(page, Key.Key_V, Held.ControlModifier | Held.ShiftModifier)
    (dialog,) = page.findChildren(ChatDialog)
    assert [one.label[:4] for one in dialog.form._search_parts("")] == ["K-06"]
    dialog.close()


def test_the_follow_up_one_came_from_is_filled_in_unless_somebody_else_wrote(
    qtbot: QtBot, session: Session, example: UUID
) -> None:
    task = next(one for one in commitments_of(session.store, example) if one.code == "K-05")
    QGuiApplication.clipboard().setText(
        "19/10/24 14.03 - Ketua KPU Tuban: Sudah di gudang\n19/10/24 14.06 - +62 812-3456-7890: Sudah\n"
    )
    dialog = opened(qtbot, session, task.id)
    assert dialog.form.part.value() is None  # it is for KPU of the province to do
    assert dialog.form._search_parts("")[0].label.startswith("K-05")
    dialog.table.select_seq(2)
    assert dialog.form.part.value() == task.addressees[0].id
