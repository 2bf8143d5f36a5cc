"""Perkembangan: a report is noted by keyboard, corrected, taken away; half a report is never lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.models.journal import writing
from desktop.models.queries.attachments import evidence_of, files_of
from desktop.models.queries.commitments import CommitmentRow, commitment, commitments_of
from desktop.models.queries.progress import LogRow, log_of
from desktop.models.tables import Meeting
from desktop.services.commitments import set_state
from desktop.services.meetings import create_meeting
from desktop.services.progress import answer_in_meeting, report_progress
from desktop.ui.commitments.chat_dialog import ChatDialog
from desktop.ui.commitments.progress_tab import ProgressTab
from desktop.ui.session import Session
from tests.exchange.attached import strange
from tests.ui.conftest import RecordedDoor

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def task(session: Session, example: UUID) -> UUID:
    """K-05: one addressee, due on the day of voting by the calendar."""
    return commitments_of(session.store, example)[3].id


def opened(qtbot: QtBot, session: Session, task: UUID) -> ProgressTab:
    tab = ProgressTab(session)
    qtbot.addWidget(tab)
    tab.resize(1100, 330)
    session.bus.changed.connect(tab.refresh)
    tab.show_commitment(task)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    return tab


def row(session: Session, task: UUID) -> CommitmentRow:
    found = commitment(session.store, task)
    assert found is not None
    return found


def log(session: Session, task: UUID) -> list[LogRow]:
    return log_of(session.store, task)


def shown(tab: ProgressTab) -> list[str]:
    model = tab.table.rows
    return [" | ".join(str(model.index(n, c).data()) for c in range(4)) for n in range(model.rowCount())]


def test_a_report_is_noted_by_keyboard_alone(qtbot: QtBot, session: Session, task: UUID) -> None:
    tab = opened(qtbot, session, task)
    form = tab.panel.form
    tab.go_in()
    assert form.state.hasFocus()  # the only addressee is named already
    qtbot.keyClick(form.state, Key.Key_Down)
    qtbot.keyClick(form.state, Key.Key_Down)
    qtbot.keyClicks(form.amount, "320/400 TPS")
    form.reporter.setFocus()
    qtbot.keyClicks(form.reporter, "Budi dari gudang")
    form.note.setFocus()
    qtbot.keyClicks(form.note, "Sisanya menyusul !5/12")
    qtbot.keyClick(form.note, Key.Key_Return)  # a new date asks why
    assert log(session, task) == []
    assert (form.note.value(), form.due.value(), form.reason.hasFocus()) == (
        "Sisanya menyusul", date(2024, 12, 5), True,
    )  # fmt: skip
    qtbot.keyClicks(form.reason, "Truk terlambat")
    qtbot.keyClick(form.reason, Key.Key_Return)
    (made,) = log(session, task)
    assert (made.state, made.amount, made.target, made.unit, made.reporter, made.channel, made.reported_on) == (
        "proses", 320, 400, "TPS", "Budi dari gudang", "telepon", date(2024, 12, 2),
    )  # fmt: skip
    assert (row(session, task).due_date, row(session, task).state) == (date(2024, 12, 5), "proses")
    (words,) = shown(tab)
    assert words.startswith(
        "2 Des | KPU Provinsi Jawa Timur | Dalam proses | Telepon, Budi dari gudang · 320 dari 400"
    )
    assert words.endswith("Sisanya menyusul · batas 27 November 2024 → 5 Desember 2024: Truk terlambat")
    assert "Batas waktu berubah 1 kali: 27 Nov → 5 Des" in tab._sum.text()
    assert not form.is_begun()
    qtbot.keyClick(form.state, Key.Key_Return)  # nothing is told
    assert len(log(session, task)) == 1


def test_what_is_being_written_is_found_again(qtbot: QtBot, session: Session, task: UUID, example: UUID) -> None:
    tab = opened(qtbot, session, task)
    form = tab.panel.form
    qtbot.keyClicks(form.note, "Setengah kal")
    qtbot.keyClicks(form.amount, "kira-kira 3")
    tab.show_commitment(commitments_of(session.store, example)[0].id)
    assert form.note.value() == ""
    again = opened(qtbot, session, task)
    assert (again.panel.form.note.value(), again.panel.form.amount.text()) == ("Setengah kal", "kira-kira 3")
    assert again.panel.form.parts() == (row(session, task).addressees[0].id,)
    assert not again.panel.keep()  # nobody knows what “kira-kira 3” is
    again.panel.form.amount.clear()
    assert again.panel.keep()
    assert not opened(qtbot, session, task).panel.form.is_begun()


def test_a_kept_report_is_corrected_and_taken_away_and_comes_back(
    qtbot: QtBot, session: Session, task: UUID, messages: list[tuple[str, str]]
) -> None:
    part = row(session, task).addressees[0].id
    set_state(session.desk, [part], "proses", date(2024, 10, 1))
    report_progress(
        session.desk, [part], on=date(2024, 10, 5), channel="surat", state="selesai_laporan", note="Selesia"
    )
    tab = opened(qtbot, session, task)
    assert [words.split(" | ")[3] for words in shown(tab)] == ["Surat · Selesia", "Status diubah"]
    tab.table.setFocus()
    tab.panel.form.note.setPlainText("Selesai semua")
    tab.panel.form.due.setText("10/12/2024")  # without a reason it waits, and holds up nothing else
    tab.flush()
    assert (log(session, task)[0].note, log(session, task)[0].due_after) == ("Selesai semua", None)
    assert any("tulis alasan" in text for text, _ in messages)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Key.Key_Delete)
    assert row(session, task).addressees[0].state == "proses"
    session.undo()
    assert row(session, task).addressees[0].state == "selesai_laporan"
    assert len(shown(tab)) == 2
    qtbot.keyClick(tab, Key.Key_N, Held.ControlModifier | Held.ShiftModifier)
    assert tab.panel.current() is None


def test_an_answer_in_a_signed_meeting_can_only_be_read(qtbot: QtBot, session: Session, task: UUID) -> None:
    meeting, _ = create_meeting(session.desk, title="Rakor 2", held_on=date(2024, 10, 10))
    answer_in_meeting(session.desk, meeting, row(session, task).addressees[0].id, state="proses", note="Menunggu")
    with writing(session.store, "test.sign", by="Uji") as write:
        write.update(Meeting, meeting, state="ditandatangani")
    tab = opened(qtbot, session, task)
    tab.table.setFocus()
    assert tab.panel.current() == log(session, task)[0].id
    assert not tab.panel.form.note.isEnabled()
    qtbot.keyClick(tab.table, Key.Key_Delete)
    assert len(log(session, task)) == 1
    qtbot.keyClick(tab, Key.Key_N, Held.ControlModifier | Held.ShiftModifier)
    assert tab.panel.form.note.isEnabled()


def test_one_report_for_a_whole_group(qtbot: QtBot, session: Session, example: UUID) -> None:
    task = commitments_of(session.store, example)[2].id
    tab = opened(qtbot, session, task)
    tab.go_in()
    qtbot.keyClicks(tab.panel.form.to, "KPU kabupaten/kota")
    tab.panel.form.note.setPlainText("Semua sudah menyerahkan data")
    assert tab.panel.keep()
    assert {one.words for one in log(session, task)} == {
        one.words for one in row(session, task).addressees if one.via == "KPU kabupaten/kota"
    }


def test_evidence_is_dropped_on_a_report_and_proposes_what_it_proves(
    qtbot: QtBot, session: Session, task: UUID, tmp_path: Path, door: RecordedDoor, messages: list[tuple[str, str]]
) -> None:
    tab = opened(qtbot, session, task)
    panel = tab.panel
    panel.evidence_button.click()
    assert "Catat dulu laporannya" in messages[-1][0]  # evidence belongs to a report
    panel.form.state.set_value("selesai_laporan")
    panel.form.note.setPlainText("Semua sudah diterima")
    folder = tmp_path / "luar"
    folder.mkdir()
    good = [strange.TAKEN[what][0](folder) for what in ("a device of Windows", "a document called .exe")]
    bad = [
        strange.REFUSED[what](folder) for what in ("a program renamed to .pdf", "a link to /dev/zero", "a pipe")
    ]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (*bad, *good)])
    with qtbot.waitSignal(panel.files.taking.finished, timeout=20_000):
        panel.dropEvent(
            QDropEvent(
                QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )  # fmt: skip
    (report,) = log(session, task)  # the report was kept first
    assert (report.files, panel.evidence_button.text()) == (2, "Bukti (2)")
    for path in bad:
        assert path.name in panel.files.banner.text()
    assert [one.name for one in files_of(session.store, evidence_of(report.id))] == ["CON.txt", "laporan.pdf"]

    clipboard = QGuiApplication.clipboard()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.green)
    clipboard.setImage(picture)
    with qtbot.waitSignal(panel.files.taking.finished, timeout=20_000):
        panel.files.paste_button.click()
    assert log(session, task)[0].files == 3

    assert row(session, task).addressees[0].state == "selesai_laporan"  # never silently
    assert panel.offer.isVisible()
    panel.offer.wanted.emit()
    assert row(session, task).addressees[0].state == "selesai_bukti"
    assert not panel.offer.isVisible()
    session.undo()
    assert panel.offer.isVisible()
    door.will_choose(good[0])
    with qtbot.waitSignal(panel.files.taking.finished, timeout=20_000):
        panel.files.add_button.click()
    assert "sudah ada" in panel.files.banner.text()


def test_what_is_open_only_to_read_shows_the_log_and_takes_nothing(
    qtbot: QtBot, session: Session, task: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = row(session, task).addressees[0].id
    made_reports, _ = report_progress(session.desk, [part], on=date(2024, 10, 5), channel="surat", state="proses")
    monkeypatch.setattr(session.store, "read_only", True)
    tab = opened(qtbot, session, task)
    tab.table.select_seq(tab.table.seq_of(made_reports[0]))
    assert not tab.panel.form.note.isEnabled()
    tab.panel.evidence_button.click()
    assert tab.panel.files.isVisible()
    assert not tab.panel.files.add_button.isEnabled()
    tab.chat_button.click()
    assert tab.findChildren(ChatDialog) == []
