"""Pengaturan: the profile saves itself and shows in the sample, the look applies at once, copies are made."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.settings import FONT_SCALE, THEME
from desktop.models import opening
from desktop.models.queries.office import profile_labels
from desktop.models.store import Store
from desktop.services.backups import list_backups, make_backup
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.office import add_profile, profile
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.settings.data_tab import DataTab
from desktop.ui.settings.office_tab import OfficeTab
from desktop.ui.settings.page import SettingsPage
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.table import DataTable
from desktop.worker.client import WorkerClient

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[SettingsPage]:
    made = SettingsPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    yield made
    made.hide()
    made.office.preview.clear()


class Answers(ask.Door):
    """Answers every question in place of the user."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.agrees = True
        self.asked: list[str] = []

    def choose(self, text: str, detail: str, options: Sequence[str], danger: bool, tone: Tone) -> int | None:
        self.asked.append(f"{text} {detail}")
        return 0 if self.agrees else 1

    def choose_file(self, title: str, filters: str, folder: Path | None) -> Path | None:
        return self.file

    def save_file(self, title: str, suggestion: Path, filters: str) -> Path | None:
        return self.file


@pytest.fixture
def answers() -> Iterator[Answers]:
    door = Answers()
    before = ask.use(door)
    yield door
    ask.use(before)


def type_into(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, text)


def choose(qtbot: QtBot, field: QWidget, text: str) -> None:
    assert isinstance(field, QComboBox)
    field.setFocus()
    qtbot.keyClicks(field, text)


# The profile


def test_each_change_of_the_profile_is_kept(page: SettingsPage, session: Session, qtbot: QtBot) -> None:
    form = page.office.form
    type_into(qtbot, form.field("city"), "Tuban")
    choose(qtbot, form.field("paper"), "F4")
    type_into(qtbot, form.field("margin_left"), "25,5")
    page.flush()
    found = profile(session.store)
    assert (found.city, found.paper, found.margins["left"], found.margins["top"]) == ("Tuban", "F4", 25.5, 20)


def test_signature_fields_are_switched_on_where_the_extra_is_installed(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    pytest.importorskip("pyhanko")
    choose(qtbot, page.office.form.field("sign_fields"), "Disediakan")
    page.flush()
    assert profile(session.store).sign_fields


def test_without_the_extra_it_is_said_how_to_install_it(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.settings.office_tab.can_sign", lambda: False)
    tab = OfficeTab(session)
    qtbot.addWidget(tab)
    assert tab.form.field("sign_fields").parentWidget().isHidden()
    told = " ".join(label.text() for label in tab.findChildren(QLabel))
    assert "uv sync --extra sign" in told
    assert "surat tetap dibuat seperti biasa" in told


def test_one_more_profile_is_a_copy_that_goes_its_own_way(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    made, _ = add_profile(session.desk, "Bidang Pemerintahan")
    page.office.profiles.refresh()
    chooser = page.office.profiles.findChild(QComboBox)
    assert chooser is not None
    choose(qtbot, chooser, "Bidang")
    chooser.activated.emit(chooser.currentIndex())
    assert page.office.profiles.profile == made
    choose(qtbot, page.office.form.field("paper"), "F4")
    page.flush()
    assert (profile(session.store, made).paper, profile(session.store).paper) == ("F4", "A4")


def test_a_profile_is_taken_away_after_a_question(page: SettingsPage, session: Session, answers: Answers) -> None:
    made, _ = add_profile(session.desk, "Bidang Pemerintahan")
    page.office.profiles.refresh()
    delete = next(one for one in page.office.profiles.findChildren(QPushButton) if one.text() == "Hapus")
    delete.click()
    assert "Rapat yang memakainya" in answers.asked[-1]
    assert [one for one, _ in profile_labels(session.store)] == [made]


def test_the_letterhead_is_typed_line_by_line(page: SettingsPage, session: Session, qtbot: QtBot) -> None:
    field = page.office.form.field("letterhead")
    type_into(qtbot, field, "PEMERINTAH")
    for line in ("BAKORWIL", "", "Jalan Contoh"):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.keyClicks(field, line)
    page.flush()
    assert profile(session.store).letterhead == ("PEMERINTAH", "BAKORWIL", "Jalan Contoh")


def test_a_margin_too_narrow_is_told_at_its_field(page: SettingsPage, session: Session, qtbot: QtBot) -> None:
    field = page.office.form.field("margin_left")
    type_into(qtbot, field, "5")
    page.flush()
    assert "antara 10 dan 50 mm" in field.accessibleDescription()
    assert profile(session.store).margins["left"] == 30


def test_opening_the_page_changes_nothing(page: SettingsPage, session: Session) -> None:
    page.flush()
    assert session.history.undo_name is None


def test_undo_brings_the_former_value_back_into_the_form(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    type_into(qtbot, page.office.form.field("city"), "Tuban")
    page.flush()
    session.undo()
    assert page.office.form.values()["city"] == "Bojonegoro"


def test_the_head_is_chosen_by_name(page: SettingsPage, session: Session, qtbot: QtBot) -> None:
    person, _ = save_person(session.desk, name="Siti Wahyuni, S.H.")
    field = page.office.form.field("head_person_id")
    type_into(qtbot, field, "Siti Wahyuni, S.H.")
    page.office.form.field("city").setFocus()
    page.flush()
    assert profile(session.store).head_person_id == person


def test_a_logo_is_chosen_shown_and_removed(
    page: SettingsPage, session: Session, answers: Answers, tmp_path: Path
) -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 80)).save(out, "PNG")
    answers.file = tmp_path / "logo.png"
    answers.file.write_bytes(out.getvalue())
    logo = page.office.form.field("logo")
    logo.choose_button.click()  # type: ignore[attr-defined]
    page.flush()
    assert profile(session.store).logo == out.getvalue()
    assert any(not label.pixmap().isNull() for label in logo.findChildren(QLabel))
    logo.remove_button.click()  # type: ignore[attr-defined]
    page.flush()
    assert profile(session.store).logo is None


def test_a_file_that_is_no_picture_is_not_taken(
    page: SettingsPage, session: Session, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "logo.png"
    answers.file.write_bytes(b"bukan gambar")
    logo = page.office.form.field("logo")
    logo.choose_button.click()  # type: ignore[attr-defined]
    page.flush()
    assert "bukan gambar" in logo.accessibleDescription()
    assert profile(session.store).logo is None


def settle(done: object, patience: int = 30_000) -> None:
    """Let the event loop run until a signal comes; a loop of Qt lets the worker's threads run too."""
    loop = QEventLoop()
    done.connect(loop.quit)  # type: ignore[attr-defined]
    QTimer.singleShot(patience, loop.quit)
    loop.exec()


def test_the_sample_shows_what_was_chosen(page: SettingsPage, qtbot: QtBot) -> None:
    settle(page.office.preview.made)
    first = page.office.preview.pdf
    assert first.startswith(b"%PDF")
    choose(qtbot, page.office.form.field("title_word"), "NOTULEN")
    page.flush()
    settle(page.office.preview.made)
    assert page.office.preview.pdf != first


# The look


def test_a_theme_applies_at_once_and_is_remembered(page: SettingsPage, session: Session, qtbot: QtBot) -> None:
    page.open(tab="look")
    choose(qtbot, page.look.theme, "Gelap")
    chosen = theme.current().choice
    theme.current().set_choice(theme.ThemeChoice.LIGHT)
    assert chosen is theme.ThemeChoice.DARK
    assert session.settings.get(THEME) == "dark"
    assert page.look.theme.value() is theme.ThemeChoice.LIGHT


def test_a_size_applies_at_once_and_is_remembered(page: SettingsPage, session: Session, qtbot: QtBot) -> None:
    page.open(tab="look")
    page.look.scale.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.look.scale, Qt.Key.Key_Down)
    chosen = theme.current().scale
    theme.current().set_scale(100)
    assert (chosen, session.settings.get(FONT_SCALE)) == (120, 120)


# Copies


def cells(table: DataTable, column: int) -> list[str]:
    return [table.rows.index(row, column).data() for row in range(table.rows.rowCount())]


def test_a_copy_is_made_on_request_and_listed(page: SettingsPage, session: Session, qtbot: QtBot) -> None:
    page.open(tab="data")
    with qtbot.waitSignal(session.bus.message) as said:
        page.data.make_button.click()
    assert "Cadangan tersimpan" in said.args[0]
    (made,) = list_backups(session.store)
    assert cells(page.data.table, 2) == [made.path.name]
    assert cells(page.data.table, 1) == ["0"]


def test_without_changes_no_copy_is_made_and_it_is_said(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    make_backup(session.store)
    with qtbot.waitSignal(session.bus.message) as said:
        page.data.make_button.click()
    assert "Tidak ada perubahan" in said.args[0]
    assert page.data.make_button.isEnabled()


def test_a_copy_goes_where_the_user_wants(
    page: SettingsPage, session: Session, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "salinan.db"
    with qtbot.waitSignal(session.bus.message):
        page.data.save_button.click()
    assert answers.file.exists()


def test_why_a_copy_was_not_made_is_said(
    page: SettingsPage, session: Session, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "tidak-ada" / "salinan.db"
    with qtbot.waitSignal(session.bus.message) as said:
        page.data.save_button.click()
    assert said.args[0].startswith("Cadangan belum dibuat")


def test_going_back_to_a_copy_is_asked_for_once_agreed(
    page: SettingsPage, session: Session, qtbot: QtBot, answers: Answers
) -> None:
    made = make_backup(session.store)
    assert made is not None
    page.open(tab="data")
    with qtbot.waitSignal(page.restore_wanted) as wanted:
        page.data.restore_button.click()
    assert wanted.args == [made.path]
    assert "0 rapat" in answers.asked[0]


def test_nothing_is_restored_without_consent(
    page: SettingsPage, session: Session, qtbot: QtBot, answers: Answers
) -> None:
    make_backup(session.store)
    page.data.load()
    answers.agrees = False
    with qtbot.assertNotEmitted(page.restore_wanted):
        page.data.restore_button.click()


def test_a_folder_that_a_cloud_service_copies_is_warned_about(
    data_folder: Path, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    opening.close(session.store)
    opened: Store = opening.open_folder(data_folder.rename(tmp_path / "Dropbox"))
    with WorkerClient() as worker:
        tab = DataTab(Session(Desk(opened, "Uji"), worker, session.settings))
        qtbot.addWidget(tab)
        (banner,) = tab.findChildren(Banner)
        assert any("Dropbox" in label.text() for label in banner.findChildren(QLabel))
    opening.close(opened)
