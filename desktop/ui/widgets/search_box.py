"""A box that searches while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui import icons

_PAUSE_MS = 180


class SearchBox(QLineEdit):
    """searched(text): the user paused, pressed Enter, or cleared the box. Escape clears it.

    `page`, when given, is the widget within which Ctrl+F leads here.
    """

    searched = Signal(str)

    def __init__(self, placeholder: str, page: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(200)
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icons.icon("x", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText(self.tr("Hapus pencarian"))
        self._clear.setToolTip(self.tr("Hapus pencarian (Esc)"))
        self._clear.triggered.connect(self.clear_search)
        self._clear.setVisible(False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textEdited.connect(self._pause.start)
        self.textChanged.connect(self._show_clear)
        self.returnPressed.connect(self._tell)
        if page is not None:
            find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), page)
            find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            find.activated.connect(self.start)

    def start(self) -> None:
        """Go to the box with everything in it selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def clear_search(self) -> None:
        """Empty the box and say so."""
        self.clear()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_search()
            return
        super().keyPressEvent(event)

    def _show_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def _tell(self) -> None:
        self._pause.stop()
        wanted = self.text().strip()
        if wanted != self._told:
            self._told = wanted
            self.searched.emit(wanted)
