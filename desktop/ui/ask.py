"""The one door for questions that stop the work: every other module asks here, never through a dialog of Qt.

All text is plain text; a name like `<b>Budi</b>` is shown as it was typed. Tests put another `Door` in place.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, theme
from desktop.ui.colours import TONE_ICONS, Tone
from desktop.ui.widgets.text import plain_label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Door:
    """The real dialogs, shown over the active window."""

    def choose(self, text: str, detail: str, options: Sequence[str], danger: bool, tone: Tone) -> int | None:
        dialog = _AskDialog(text, detail, options, danger=danger, tone=tone, parent=_over())
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen

    def choose_file(self, title: str, filters: str, folder: Path | None) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(_over(), title, str(folder or ""), filters)
        return Path(name) if name else None

    def choose_files(self, title: str, filters: str, folder: Path | None) -> list[Path]:
        names, _ = QFileDialog.getOpenFileNames(_over(), title, str(folder or ""), filters)
        return [Path(name) for name in names]

    def choose_folder(self, title: str, folder: Path | None) -> Path | None:
        name = QFileDialog.getExistingDirectory(_over(), title, str(folder or ""))
        return Path(name) if name else None

    def save_file(self, title: str, suggestion: Path, filters: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(_over(), title, str(suggestion), filters)
        return Path(name) if name else None

    def printers(self) -> list[str]:
        from PySide6.QtPrintSupport import QPrinterInfo

        return QPrinterInfo.availablePrinterNames()

    def set_up_printer(self, printer: QPrinter, pages: int) -> bool:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        dialog = QPrintDialog(printer, _over())
        option = QAbstractPrintDialog.PrintDialogOption
        dialog.setOption(option.PrintToFile, on=False)  # a paper is saved by its own button, under its own name
        for one in (option.PrintPageRange, option.PrintCurrentPage, option.PrintCollateCopies):
            dialog.setOption(one)
        dialog.setMinMax(1, pages)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed


def question(text: str, detail: str = "", *, yes: str, no: str = "Batal", danger: bool = False) -> bool:
    """Ask before going on; `yes` is the verb of the deed ("Hapus"), never just "Ya".

    With `danger` the deed is red and Enter chooses the safe side. Escape always means `no`.
    """
    return _door.choose(text, detail, (yes, no), danger, Tone.ATTENTION if danger else Tone.INFO) == 0


def choose(
    text: str, detail: str = "", *, options: Sequence[str], danger: bool = False, tone: Tone = Tone.INFO
) -> int | None:
    """Let the user pick one of several deeds; the number of the button, or None for Escape."""
    return _door.choose(text, detail, tuple(options), danger, tone)


def notice(text: str, detail: str = "", *, tone: Tone = Tone.INFO, close: str = "Tutup") -> None:
    """Say something that must be read before going on."""
    _door.choose(text, detail, (close,), False, tone)


def choose_file(title: str, filters: str = "", folder: Path | None = None) -> Path | None:
    """An existing file, or None; `filters` as Qt writes them: `Buku kerja (*.xlsx);;Semua berkas (*)`."""
    return _door.choose_file(title, filters, folder)


def choose_files(title: str, filters: str = "", folder: Path | None = None) -> list[Path]:
    """Existing files, none for Escape."""
    return _door.choose_files(title, filters, folder)


def choose_folder(title: str, folder: Path | None = None) -> Path | None:
    """An existing folder, or None."""
    return _door.choose_folder(title, folder)


def save_file(title: str, suggestion: Path, filters: str = "") -> Path | None:
    """Where to write a file, or None; replacing an existing one was agreed to in the dialog."""
    return _door.save_file(title, suggestion, filters)


def printers() -> list[str]:
    """The printers of this computer by name."""
    return _door.printers()


def set_up_printer(printer: QPrinter, pages: int) -> bool:
    """Let the user choose printer, pages and copies for a paper of so many pages; False: rather not."""
    return _door.set_up_printer(printer, pages)


def use(door: Door) -> Door:
    """Put another door in place and return the one before."""
    global _door
    before, _door = _door, door
    return before


def preview_question() -> QDialog:
    """A question as the user sees it, not shown yet: for pictures of the program."""
    return _AskDialog(
        "Hapus rapat ini?",
        "Rapat “Persiapan masa tenang” beserta 12 catatan dan 3 tindak lanjutnya dihapus. "
        "Anda masih dapat mengurungkannya.",
        ("Hapus", "Batal"),
        danger=True,
        tone=Tone.ATTENTION,
        parent=None,
    )


class _AskDialog(QDialog):
    def __init__(
        self, text: str, detail: str, options: Sequence[str], *, danger: bool, tone: Tone, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.chosen: int | None = None
        self.setWindowTitle("Rakor")
        unit = theme.current().unit

        # Text
        words = QVBoxLayout()
        words.setSpacing(unit * 2)
        words.addWidget(_wrapped(plain_label(text, role="heading")))
        if detail:
            words.addWidget(_wrapped(plain_label(detail)))
        words.addStretch()
        sign = QLabel()
        sign.setPixmap(icons.pixmap(TONE_ICONS[tone], f"{tone}_text", unit * 8, self.devicePixelRatioF()))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)

        # Buttons
        buttons = QHBoxLayout()
        buttons.addStretch()
        made = [self._button(number, label, danger and number == 0) for number, label in enumerate(options)]
        for button in reversed(made):
            buttons.addWidget(button)

        # Assemble
        upper = QHBoxLayout()
        upper.setSpacing(unit * 4)
        upper.addWidget(sign)
        upper.addLayout(words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 5)
        whole.addLayout(upper, 1)
        whole.addLayout(buttons)
        first = made[-1] if danger else made[0]
        first.setDefault(True)
        first.setFocus()

    def _button(self, number: int, label: str, danger: bool) -> QPushButton:
        button = QPushButton(label)
        if danger:
            button.setProperty("kind", "danger")
        elif number == 0:
            button.setProperty("kind", "primary")

        def pressed() -> None:
            self.chosen = number
            self.accept()

        button.clicked.connect(pressed)
        return button


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    width = label.fontMetrics().averageCharWidth()
    label.setMinimumWidth(width * 44)
    label.setMaximumWidth(width * 72)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _over() -> QWidget | None:
    return QApplication.activeWindow()


_door = Door()
