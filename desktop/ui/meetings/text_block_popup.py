"""Kalimat siap pakai over the line: type to find, Enter puts one in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidgetItem, QVBoxLayout

from desktop.base.folding import fold
from desktop.models.queries.text_blocks import TextBlockRow
from desktop.services.text_blocks import text_blocks
from desktop.ui import theme
from desktop.ui.meetings.line_input import LineInput
from desktop.ui.meetings.plain_list import PlainList
from desktop.ui.meetings.text_block_dialog import TextBlockDialog
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.text import plain_label

CARET = "…"
_TEXT = int(Qt.ItemDataRole.UserRole)


class TextBlockPopup(QFrame):
    """open() shows it over a line; the chosen sentence goes to the caret. closed(): it went away."""

    closed = Signal()

    def __init__(self, session: Session, line: LineInput) -> None:
        super().__init__(line.window(), Qt.WindowType.Popup)
        self._session = session
        self._line = line
        self._blocks: list[TextBlockRow] = []
        self.setProperty("role", "popup")
        self.setAccessibleName(self.tr("Kalimat siap pakai"))
        unit = theme.current().unit

        # Parts
        self.search = LineField(self.tr("Cari kalimat"))
        self.search.setAccessibleName(self.tr("Cari kalimat siap pakai"))
        self.list = PlainList(self.tr("Kalimat siap pakai"), wrapped=True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = plain_label(self.tr("Tidak ada yang cocok. Ubah kata carian."), role="muted")
        self.change = button(self.tr("Ubah daftar…"), "pencil", kind="quiet")

        # Assemble
        foot = QHBoxLayout()
        foot.addWidget(plain_label(self.tr("Enter menyisipkan · ↑↓ memilih · Esc menutup"), role="muted"))
        foot.addStretch()
        foot.addWidget(self.change)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.search)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._nothing)
        whole.addLayout(foot)

        # Wire
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.change.clicked.connect(self._edit)

    def open(self) -> None:
        """Show the sentences over the line."""
        self._blocks = text_blocks(self._session.store)
        self.search.clear()
        self._fill()
        unit, line = theme.current().unit, self._line
        width, height = min(unit * 130, line.width()), unit * 80
        self.resize(width, height)
        self.move(line.mapToGlobal(QPoint(0, -height - unit)))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        words = fold(self.search.value()).split()
        self.list.clear()
        for block in self._blocks:
            known = " " + fold(f"{block.label} {block.text}")
            if all(f" {word}" in known for word in words):
                item = QListWidgetItem(f"{block.label}\n{block.text}", self.list)
                item.setData(_TEXT, block.text)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self._nothing.setVisible(not self.list.count())

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close()
            insert_block(self._line, str(item.data(_TEXT)))
            self.closed.emit()

    def _edit(self) -> None:
        self.close()
        TextBlockDialog(self._session, self._line.window()).exec()
        self.closed.emit()


def insert_block(line: LineInput, text: str) -> None:
    """Put a sentence at the caret, with a blank before it where a word ends there; its first … is chosen."""
    start = min(line.caret())
    before = line.toPlainText()[:start]
    blank = " " if before and not before[-1].isspace() else ""
    line.insertPlainText(blank + text)
    place = text.find(CARET)
    if place >= 0:
        begin = start + len(blank) + place
        line.set_caret(begin, begin + len(CARET))
