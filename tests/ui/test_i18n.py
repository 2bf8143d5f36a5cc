from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.base.paths import resources
from desktop.ui import i18n


@pytest.mark.usefixtures("dressed_app")
class TestQtSpeaksIndonesian:
    def test_in_the_buttons_of_its_dialogs(self, qtbot: QtBot) -> None:
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Save | kinds.Cancel | kinds.Discard | kinds.Yes)
        qtbot.addWidget(box)
        texts = {button.text().replace("&", "") for button in box.buttons()}
        assert texts == {"Simpan", "Batal", "Buang", "Ya"}

    def test_in_the_menu_of_a_text_field(self, qtbot: QtBot) -> None:
        field = QLineEdit("Budi")
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        texts = {action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()}
        menu.deleteLater()
        assert texts == {"Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"}

    def test_in_dates(self) -> None:
        assert QLocale().toString(QDate(2024, 9, 26), "dddd, d MMMM yyyy") == "Kamis, 26 September 2024"

    def test_in_the_names_of_keys(self) -> None:
        assert QKeySequence("Ctrl+Space").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Spasi"

    def test_in_the_file_dialog(self) -> None:
        assert QCoreApplication.translate("QFileDialog", "File &name:") == "&Nama berkas:"


def test_every_word_is_translated() -> None:
    words = (resources() / "translations" / "qtbase_id.ts").read_text(encoding="utf-8")
    assert 'type="unfinished"' not in words
    assert "<translation></translation>" not in words


def test_the_language_can_be_changed_and_back(dressed_app: QApplication) -> None:
    i18n.install(dressed_app, "en")
    english = QCoreApplication.translate("QPlatformTheme", "Cancel")
    i18n.install(dressed_app, "id")
    assert (english, QCoreApplication.translate("QPlatformTheme", "Cancel")) == ("Cancel", "Batal")
