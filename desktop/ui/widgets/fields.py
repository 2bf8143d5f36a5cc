"""Fields of a form: text, choice and tick.

Every field has the same face: `value()` what it holds, `set_value(v)` fills it silently, `edited` is sent only
when the user changed it, `problem()` says why its content cannot be kept, or "".
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)


class LineField(QLineEdit):
    """One line of text, shown from its beginning."""

    edited = Signal()

    def __init__(self, placeholder: str = "", *, max_length: int = 500, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(max_length)
        self.textEdited.connect(self._tell)

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, value: object) -> None:
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def problem(self) -> str:
        return ""

    def _tell(self) -> None:
        self.edited.emit()


class TextField(QPlainTextEdit):
    """Several lines of plain text; grows with what is written, from `lines` to `most` lines. Tab leaves it.

    While it is empty it has room for its placeholder.
    """

    edited = Signal()

    def __init__(
        self, placeholder: str = "", *, lines: int = 3, most: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._most = most
        self._filling = False
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._text_changed)
        # A scroll bar that came while lines are first laid out would cover their ends: it comes only afterwards.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size_changed = self.document().documentLayout().documentSizeChanged
        size_changed.connect(self._fit, Qt.ConnectionType.QueuedConnection)

    def value(self) -> str:
        return self.toPlainText().strip()

    def set_value(self, value: object) -> None:
        self._filling = True
        try:
            self.setPlainText("" if value is None else str(value))
        finally:
            self._filling = False

    def problem(self) -> str:
        return ""

    def setPlaceholderText(self, text: str) -> None:
        super().setPlaceholderText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim_height()

    def _text_changed(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _height(self) -> int:
        # A plain text document measures its height in lines, wrapped ones included.
        written = int(self.document().size().height()) if self.toPlainText() else self._placeholder_lines()
        shown = min(max(written, self._lines), self._most)
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        return shown * self.fontMetrics().lineSpacing() + around + 2 * self.frameWidth()

    def _placeholder_lines(self) -> int:
        metrics, around = self.fontMetrics(), 2 * round(self.document().documentMargin())
        room = QRect(0, 0, max(self.viewport().width() - around, 1), 10_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextExpandTabs
        return -(-metrics.boundingRect(room, flags, self.placeholderText()).height() // metrics.lineSpacing())

    @Slot()
    def _fit(self) -> None:
        fits = self.document().size().height() <= self._most
        always_off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(always_off if fits else needed)
        self._claim_height()

    def _claim_height(self) -> None:
        if self.height() != self._height():
            self.updateGeometry()


class ChoiceField(QComboBox):
    """One of a few values; the wheel scrolls the page, not the choice, unless the field has the focus."""

    edited = Signal()

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        *,
        empty: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`options` are (value, label) pairs; `empty`, when given, is the label of having chosen nothing."""
        super().__init__(parent)
        self._empty = empty
        self._values: list[object] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # the usual one of a QComboBox knows no style sheet
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_options(options)
        self.activated.connect(self._tell)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other values; the chosen one stays when it is among them."""
        kept = self.value() if self._values else None
        rows = [*([(None, self._empty)] if self._empty is not None else []), *options]
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in rows]
        self.addItems([label for _, label in rows])
        self.blockSignals(False)
        self.set_value(kept)

    def value(self) -> object:
        row = self.currentIndex()
        return self._values[row] if row >= 0 else None

    def set_value(self, value: object) -> None:
        self.setCurrentIndex(self._values.index(value) if value in self._values else (0 if value is None else -1))

    def problem(self) -> str:
        return ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _tell(self) -> None:
        self.edited.emit()


class CheckField(QCheckBox):
    """Yes or no."""

    edited = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(self._tell)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: object) -> None:
        self.setChecked(bool(value))

    def problem(self) -> str:
        return ""

    def _tell(self) -> None:
        self.edited.emit()
