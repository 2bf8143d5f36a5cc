"""What kind of line is being written: four groups on keys, the finer kinds behind them and in a list."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.models.words import STATEMENT_KINDS
from desktop.ui import theme
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import set_tip

KIND_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("KindChooser", "Paparan/Laporan"), ("paparan", "laporan", "informasi")),
    (QT_TRANSLATE_NOOP("KindChooser", "Arahan"), ("arahan", "permintaan", "komitmen")),
    (QT_TRANSLATE_NOOP("KindChooser", "Tanggapan/Tanya Jawab"), ("tanggapan", "tanya", "jawab")),
    (QT_TRANSLATE_NOOP("KindChooser", "Kesimpulan"), ("kesimpulan",)),
)  # type: ignore[assignment]
FOLLOW_UP_NUMBER = len(KIND_GROUPS) + 1
_FIRST_DIGIT = int(Qt.Key.Key_1)


def next_kind(number: int, present: str) -> str:
    """The kind a key stands for: the first of its group, pressed again the next of the group."""
    kinds = KIND_GROUPS[number - 1][1]
    return kinds[(kinds.index(present) + 1) % len(kinds)] if present in kinds else kinds[0]


def kind_number(event: QKeyEvent) -> int | None:
    """Which of Ctrl+1 … Ctrl+5 was pressed."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    number = event.key() - _FIRST_DIGIT + 1
    return number if held == Qt.KeyboardModifier.ControlModifier and 1 <= number <= FOLLOW_UP_NUMBER else None


class KindChooser(QWidget):
    """edited(): another kind was chosen. A line is a follow-up while the fifth chip is down."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = FlowLayout(self, spacing=theme.current().unit * 2)
        self._chips: list[QPushButton] = []
        for number, (label, _) in enumerate(KIND_GROUPS, 1):
            chip = self._chip(QCoreApplication.translate("KindChooser", label), number)
            chip.setCheckable(True)
            self._chips.append(chip)
            line.addWidget(chip)
        self._follow_up = self._chip(self.tr("Tindak lanjut"), FOLLOW_UP_NUMBER)
        self._follow_up.setCheckable(True)
        line.addWidget(self._follow_up)
        self._finer = ChoiceField(list(STATEMENT_KINDS.items()))
        self._finer.setAccessibleName(self.tr("Jenis catatan"))
        self._finer.edited.connect(self._finer_chosen)
        self._finer.setMinimumWidth(self._finer.sizeHint().width() + theme.current().unit * 8)
        line.addWidget(self._finer)
        for chip in self.findChildren(QPushButton):
            chip.setMinimumHeight(self._finer.sizeHint().height())
        self.set_value("paparan")

    def value(self) -> str:
        return str(self._finer.value())

    def set_value(self, kind: str) -> None:
        self._finer.set_value(kind)
        for chip, (_, kinds) in zip(self._chips, KIND_GROUPS, strict=True):
            chip.setChecked(kind in kinds)

    def is_follow_up(self) -> bool:
        """Whether what is written shall be followed up, of the kind chosen where that fits."""
        return self._follow_up.isChecked()

    def set_follow_up(self, wanted: bool) -> None:
        self._follow_up.setChecked(wanted)

    def press(self, number: int) -> None:
        """Do what Ctrl and this number stand for."""
        if number == FOLLOW_UP_NUMBER:
            self.set_follow_up(not self.is_follow_up())
        else:
            self.set_value(next_kind(number, self.value()))
            self.set_follow_up(False)
        self.edited.emit()

    def _chip(self, label: str, number: int) -> QPushButton:
        chip = QPushButton(f"{number}  {label}")
        chip.setProperty("kind", "chip")
        chip.setProperty("number", number)
        chip.setAutoDefault(False)
        set_tip(chip, f"Ctrl+{number}")
        chip.setAccessibleName(f"{label} (Ctrl+{number})")
        chip.clicked.connect(self._pressed)
        return chip

    def _pressed(self) -> None:
        chip: QPushButton = self.sender()  # type: ignore[assignment]
        chip.setChecked(not chip.isChecked())  # the click has turned it already; `press` decides
        self.press(chip.property("number"))

    def _finer_chosen(self) -> None:
        self.set_value(self.value())
        self.edited.emit()
