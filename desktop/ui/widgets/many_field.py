"""A field that holds several of a list: typed and chosen one by one, each a chip with an x."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.removable_chips import RemovableChips


class ManyField(QWidget):
    """`search` is that of a `PickerField`. `value()` is a tuple of the chosen `Choice`, in the order chosen.

    Enter takes what is typed; Backspace in the empty box takes the last chip away.
    """

    edited = Signal()

    def __init__(
        self, search: Callable[[str], Sequence[Choice]], placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chosen: tuple[Choice, ...] = ()
        self._picker = PickerField(search, placeholder)
        self._picker.chosen.connect(self._take)
        self._picker.installEventFilter(self)
        self._chips = RemovableChips()
        self._chips.removed.connect(self._remove)
        self.setFocusProxy(self._picker)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.current().unit)
        whole.addWidget(self._picker)
        whole.addWidget(self._chips)

    def value(self) -> tuple[Choice, ...]:
        return self._chosen

    def set_value(self, value: object) -> None:
        self._chosen = value if isinstance(value, tuple) else ()
        self._picker.set_value(None)
        self._show()

    def problem(self) -> str:
        return self._picker.problem()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._picker.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Backspace and not self._picker.text() and self._chosen:
                self._set(self._chosen[:-1])
                return True
        elif isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            # A form looks at its fields when the focus leaves them, and the focus is within this one.
            QApplication.sendEvent(self, QFocusEvent(QEvent.Type.FocusOut, event.reason()))
        return super().eventFilter(watched, event)

    @Slot()
    def _take(self) -> None:
        value, label = self._picker.value(), self._picker.typed()
        self._picker.set_value(None)
        if value is not None and value not in [one.value for one in self._chosen]:
            self._set((*self._chosen, Choice(value, label)))

    @Slot(object)
    def _remove(self, value: object) -> None:
        self._set(tuple(one for one in self._chosen if one.value != value))
        self._picker.setFocus()

    def _set(self, chosen: tuple[Choice, ...]) -> None:
        self._chosen = chosen
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self._chips.set_chips([(one.value, one.label) for one in self._chosen])
