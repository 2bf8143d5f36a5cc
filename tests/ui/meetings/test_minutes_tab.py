"""Notula: what can be chosen for the minutes, and the keys that save them."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.base.errors import DatabaseBusy
from desktop.models.queries.attachments import files_of
from desktop.models.queries.issued import issued_of
from desktop.models.queries.minutes_versions import current_version
from desktop.models.queries.records import fields_of
from desktop.services.issued import note_issued
from desktop.services.meetings import update_meeting
from desktop.services.minutes_life import make_ready, revise, sign
from desktop.ui.meetings import minutes_form
from desktop.ui.meetings.life_panel import LifePanel
from desktop.ui.meetings.minutes_form import MinutesForm
from desktop.ui.meetings.minutes_tab import MinutesTab
from desktop.ui.meetings.papers_history import PapersHistory
from desktop.ui.meetings.sign_dialog import SignDialog
from desktop.ui.papers.outgoing import Outgoing
from desktop.ui.session import Session
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField, TextField
from tests.documents.reading import page_texts
from tests.exchange.attached import made
from tests.ui.conftest import RecordedDoor


@pytest.fixture
def tab(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MinutesTab:
    made = MinutesTab(session)
    qtbot.addWidget(made)
    monkeypatch.setattr(made.panel.preview, "show_paper", lambda _gather: None)  # no paper is looked at here
    return made


def steps(tab: MinutesTab) -> list[str]:
    life = tab.findChild(LifePanel)
    assert life is not None
    return [one.text() for one in life.findChildren(QPushButton) if not one.isHidden() and one.text().strip()]


def press(tab: MinutesTab, words: str) -> None:
    life = tab.findChild(LifePanel)
    assert life is not None
    next(one for one in life.findChildren(QPushButton) if one.text() == words and not one.isHidden()).click()


def state(session: Session, meeting: UUID) -> str:
    return str(fields_of(session.store, "meeting", meeting)["state"])


@pytest.fixture
def shown(tab: MinutesTab, session: Session, example: UUID) -> MinutesTab:
    session.bus.changed.connect(tab.refresh)
    tab.show_meeting(example)
    return tab


def test_what_is_missing_is_listed_and_leads_to_where_it_is_mended(
    shown: MinutesTab, qtbot: QtBot, door: RecordedDoor
) -> None:
    assert "Waktu mulai rapat belum diisi." in steps(shown)
    with qtbot.waitSignal(shown.mend_wanted) as asked:
        press(shown, "Waktu mulai rapat belum diisi.")
    assert asked.args == ["preparation", "starts_at"]


def test_a_gap_of_this_form_gets_the_keyboard(shown: MinutesTab, qtbot: QtBot) -> None:
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    press(shown, "Penutup belum ditulis.")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is shown.findChild(MinutesForm).form.field("closing")  # type: ignore[union-attr]


def test_minutes_with_gaps_are_frozen_only_after_a_question(
    shown: MinutesTab, session: Session, example: UUID, door: RecordedDoor
) -> None:
    door.will_answer(False, True)
    press(shown, "Siap ditandatangani…")
    assert "hal yang belum lengkap" in door.asked[-1].text
    assert state(session, example) == "konsep"
    press(shown, "Siap ditandatangani…")
    assert state(session, example) == "siap"
    assert set(steps(shown)) == {"Sudah ditandatangani…", "Kembalikan untuk dikoreksi", "Riwayat surat…"}


def test_the_keyboard_stays_with_the_steps_when_one_is_done(shown: MinutesTab, door: RecordedDoor) -> None:
    life = shown.findChild(LifePanel)
    assert life is not None
    door.will_answer(True)
    next(one for one in life.findChildren(QPushButton) if one.text() == "Siap ditandatangani…").setFocus()
    press(shown, "Siap ditandatangani…")
    focus = shown.window().focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Sudah ditandatangani…"


def test_frozen_minutes_let_only_number_and_date_be_typed(
    shown: MinutesTab, session: Session, example: UUID
) -> None:
    make_ready(session.desk, example)
    shown.show_meeting(example)
    form = shown.findChild(MinutesForm)
    assert form is not None
    assert [key for key in list(form.form.keys()) if form.form.field(key).isEnabled()] == [
        "minutes_number", "minutes_date", "archive_code", "archive_level", "archive_place", "archive_retention",
    ]  # fmt: skip


def test_the_file_of_frozen_minutes_is_known_again(qtbot: QtBot, session: Session, example: UUID) -> None:
    made = MinutesTab(session)
    qtbot.addWidget(made)
    session.bus.changed.connect(made.refresh)
    session.run(lambda: make_ready(session.desk, example)[1])
    with qtbot.waitSignal(made.panel.preview.made, timeout=20_000, check_params_cb=bool):
        made.show_meeting(example)
    version = current_version(session.store, example)
    assert version is not None
    assert version.pdf_hash == hashlib.sha256(made.panel.preview.pdf).hexdigest()
    made.panel.preview.clear()


def test_what_was_half_typed_for_one_meeting_is_not_taken_to_another(
    tab: MinutesTab, session: Session, meeting: UUID, example: UUID, qtbot: QtBot
) -> None:
    tab.show_meeting(meeting)
    day = tab.findChild(DateField)
    assert day is not None
    qtbot.keyClicks(day, "31 feb")
    tab.show_meeting(example)
    assert day.text() == ""


def test_ctrl_s_saves_the_paper_with_the_last_words_typed(
    session: Session, meeting: UUID, qtbot: QtBot, door: RecordedDoor, tmp_path: Path
) -> None:
    tab = MinutesTab(session)
    qtbot.addWidget(tab)
    session.bus.changed.connect(tab.refresh)
    with qtbot.waitActive(tab), qtbot.waitSignal(tab.panel.made, timeout=20_000):
        tab.show()
        tab.show_meeting(meeting)
    form = tab.findChild(MinutesForm)
    assert form is not None
    closing = form.form.field("closing")
    qtbot.keyClicks(closing, "Rapat ditutup dengan doa")
    door.will_choose(tmp_path / "notula.pdf")
    with qtbot.waitSignal(tab.panel.ways.issued, timeout=20_000):
        qtbot.keyClick(closing, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = (tmp_path / "notula.pdf").read_bytes()
    assert "Rapat ditutup dengan doa" in session.worker.run("page-texts", saved).decode()
    (issued,) = issued_of(session.store, meeting)
    assert (issued.way, issued.file_name, issued.is_draft) == ("simpan", "notula.pdf", True)


def test_the_paper_follows_typing_before_anything_is_kept(
    drawn: MinutesTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    closing = field(drawn, "closing")
    with qtbot.waitSignal(drawn.panel.preview.made, timeout=20_000) as made:
        qtbot.keyClicks(closing, "Rapat ditutup")
    assert "Rapat ditutup" in "".join(page_texts(made.args[0]))  # type: ignore[index]
    assert fields_of(session.store, "meeting", meeting)["closing"] is None
    with qtbot.waitSignal(drawn.panel.preview.settled), qtbot.assertNotEmitted(drawn.panel.preview.made):
        drawn.flush()
    assert fields_of(session.store, "meeting", meeting)["closing"] == "Rapat ditutup"


def test_many_keys_are_one_version_however_often_the_paper_follows(
    drawn: MinutesTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    (before,) = session.store.one("SELECT count(*) FROM action") or (0,)
    for words in ("Rapat ", "ditutup ", "dengan doa"):
        with qtbot.waitSignal(drawn.panel.preview.made, timeout=20_000):
            qtbot.keyClicks(field(drawn, "closing"), words)
    drawn.flush()
    assert session.store.one("SELECT count(*) FROM action") == (before + 1,)


def test_only_what_is_kept_leaves_the_program(
    drawn: MinutesTab, session: Session, meeting: UUID, qtbot: QtBot, door: RecordedDoor, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with qtbot.waitSignal(drawn.panel.preview.made, timeout=20_000):
        qtbot.keyClicks(field(drawn, "closing"), "Rapat ditutup")
    monkeypatch.setattr(minutes_form, "update_meeting", busy)
    door.will_choose(tmp_path / "notula.pdf")
    with qtbot.waitSignal(drawn.panel.ways.issued, timeout=20_000):
        drawn.panel.save()
    assert "Rapat ditutup" not in "".join(page_texts((tmp_path / "notula.pdf").read_bytes()))
    assert field(drawn, "closing").toPlainText() == "Rapat ditutup"  # it waits to be kept


def test_a_draft_on_its_way_while_the_minutes_are_frozen_is_noted_as_a_draft(
    drawn: MinutesTab, session: Session, meeting: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Outgoing] = []
    monkeypatch.setattr(drawn.panel.printing, "print_paper", lambda outgoing, _page: sent.append(outgoing))
    drawn.panel.print_paper()
    make_ready(session.desk, meeting)
    drawn.panel.ways.note(sent[0], "cetak")
    (issued,) = issued_of(session.store, meeting)
    assert (issued.is_draft, issued.code) == (True, None)


def busy(*_: object, **__: object) -> None:
    raise DatabaseBusy("Data sedang dipakai.", "Coba lagi.")


@pytest.fixture
def drawn(session: Session, meeting: UUID, qtbot: QtBot) -> MinutesTab:
    """The tab with the paper on screen."""
    tab = MinutesTab(session)
    qtbot.addWidget(tab)
    session.bus.changed.connect(tab.refresh)
    with qtbot.waitSignal(tab.panel.made, timeout=20_000):
        tab.show_meeting(meeting)
    form = tab.findChild(MinutesForm)
    assert form is not None
    form.form._pause.setInterval(60_000)  # however slow the computer, nothing is kept before it is told to
    return tab


def field(tab: MinutesTab, key: str) -> TextField:
    form = tab.findChild(MinutesForm)
    assert form is not None
    found = form.form.field(key)
    assert isinstance(found, TextField)
    return found


def test_the_history_tells_versions_what_changed_and_what_was_issued(
    session: Session, example: UUID, qtbot: QtBot
) -> None:
    desk = session.desk
    make_ready(desk, example)
    sign(desk, example, how="basah", signed_on=date(2024, 10, 1))
    revise(desk, example, "Tempat keliru")
    update_meeting(desk, example, place="Pendopo Malowopati")
    make_ready(desk, example)
    note_issued(desk, "minutes", "Notula", "cetak", b"%PDF", meeting=example)
    dialog = PapersHistory(session, example)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    states = ("Ditandatangani 1 Oktober 2024", "Menunggu tanda tangan")
    for told in ("Versi pertama", "Perbaikan ke-1", *states, "Dicetak"):
        assert told in words
    assert "Perbaikan ke-1: Tempat keliru" in words
    assert any(one.endswith("→ Pendopo Malowopati") for one in words)


def test_what_can_be_chosen_for_a_paper_stands_on_its_own_line_and_names_the_file(shown: MinutesTab) -> None:
    shown.choose("attendance-sheet")
    fields = {
        one.accessibleName(): one for one in shown.findChildren(ChoiceField) if one.parentWidget() is not None
    }
    assert {"Urutan dan kelompok", "Isi daftar", "Lembar", "Baris tambahan"} <= fields.keys()
    order = fields["Urutan dan kelompok"]
    assert order.parentWidget() is not fields["Surat yang ditampilkan"].parentWidget()
    order.set_value("wilayah")
    assert "_Daftar-Hadir_Per-wilayah_" in shown._names().file_name
    shown.choose("minutes")
    assert shown._names().file_name.startswith("2024-09-26_Notula_Rapat")


def test_the_file_that_came_back_signed_is_kept_with_the_signature_and_can_be_opened(
    shown: MinutesTab, session: Session, example: UUID, qtbot: QtBot, tmp_path: Path, door: RecordedDoor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    scan = tmp_path / "Notula TTE.pdf"
    scan.write_bytes(made.PDF)
    session.run(lambda: make_ready(session.desk, example)[1])
    life = shown.findChild(LifePanel)
    assert life is not None
    dialog = SignDialog(session, example, life._keep_signed)
    qtbot.addWidget(dialog)
    dialog.form.field("signed_how").set_value("elektronik")  # type: ignore[attr-defined]
    door.will_choose(scan)
    with qtbot.waitSignal(dialog.file.taking.finished, timeout=20_000):
        dialog.file.choose_button.click()
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Catat").click()
    assert state(session, example) == "ditandatangani"
    assert any("bertanda tangan elektronik" in one.text() and "(berkas Notula TTE.pdf)" in one.text()
               for one in life.findChildren(QLabel))  # fmt: skip
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    press(shown, "Buka berkas")
    assert Path(opened[0]).read_bytes() == made.PDF


def test_a_file_that_cannot_be_the_signed_one_is_told_at_once_and_can_be_left_out(
    session: Session, example: UUID, qtbot: QtBot, tmp_path: Path, door: RecordedDoor
) -> None:
    session.run(lambda: make_ready(session.desk, example)[1])
    dialog = SignDialog(session, example, lambda *_: True)
    qtbot.addWidget(dialog)

    def told() -> bool:
        return any("“kosong.pdf” kosong" in one.text() for one in dialog.findChildren(QLabel))

    def choose(name: str, content: bytes) -> None:
        (tmp_path / name).write_bytes(content)
        door.will_choose(tmp_path / name)
        with qtbot.waitSignal(dialog.file.taking.finished, timeout=20_000):
            dialog.file.choose_button.click()

    choose("kosong.pdf", b"")
    assert told()
    choose("benar.pdf", made.PDF)
    assert not told()
    choose("kosong.pdf", b"")
    without = next(one for one in dialog.findChildren(QToolButton) if one.accessibleName() == "Tanpa berkas")
    assert not without.isHidden()
    without.click()
    assert not told()
    assert dialog.form.check()


def test_the_signed_file_can_follow_and_a_wrong_one_is_replaced(
    shown: MinutesTab, session: Session, example: UUID, qtbot: QtBot, tmp_path: Path, door: RecordedDoor
) -> None:
    session.run(lambda: make_ready(session.desk, example)[1])
    session.run(lambda: sign(session.desk, example, how="basah", signed_on=date(2024, 10, 1)))
    life = shown.findChild(LifePanel)
    assert life is not None
    for name, words in (("salah.pdf", "Tambahkan berkas…"), ("benar.pdf", "Ganti berkas…")):
        path = tmp_path / name
        path.write_bytes(made.PDF + name.encode())
        door.will_choose(path)
        with qtbot.waitSignal(life._taking.finished, timeout=20_000):
            press(shown, words)
    version = current_version(session.store, example)
    assert version is not None
    assert [(one.name, one.is_signed) for one in files_of(session.store, example, "notula")] == [
        ("salah.pdf", False), ("benar.pdf", True),
    ]  # fmt: skip
