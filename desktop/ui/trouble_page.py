"""What the window shows when the data cannot be opened: what is wrong, that nothing was changed, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.base.errors import AppError
from desktop.ui import icons, theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import plain_label


class TroublePage(QWidget):
    """A whole page about what keeps the data from being opened.

    restore_wanted()          restore a backup
    other_folder_wanted()     use another data folder
    read_only_wanted()        open as it is, without writing; offered only when it is possible
    retry_wanted()            try again: the lock may be gone, the server back
    quit_wanted()             leave the program
    """

    restore_wanted = Signal()
    other_folder_wanted = Signal()
    read_only_wanted = Signal()
    retry_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        trouble: AppError,
        place: str,
        *,
        can_restore: bool = True,
        can_read: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`place` is the folder or server, shown so that IT staff can find it."""
        super().__init__(parent)
        self.message = plain_label(trouble.message, role="title")
        self.message.setWordWrap(True)
        self.advice = plain_label(trouble.advice)
        self.advice.setWordWrap(True)
        self._where = plain_label(self.tr("Tempat data: {place}").format(place=place), role="muted")
        self._where.setWordWrap(True)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: list[QPushButton] = []
        self._assemble(self._offer(can_restore, can_read))
        self.buttons[0].setFocus()

    def _offer(self, can_restore: bool, can_read: bool) -> QWidget:
        """The buttons; the first is the one recommended."""
        offered = [
            (can_restore, self.tr("Pulihkan cadangan…"), "history", self.restore_wanted),
            (can_read, self.tr("Buka hanya-baca"), "eye", self.read_only_wanted),
            (True, self.tr("Pilih folder lain…"), "folder-open", self.other_folder_wanted),
            (True, self.tr("Coba lagi"), "refresh-cw", self.retry_wanted),
            (True, self.tr("Keluar"), "log-out", self.quit_wanted),
        ]
        deeds = QWidget()
        row = FlowLayout(deeds, spacing=theme.current().unit * 2)
        for possible, text, icon, wanted in offered:
            if possible:
                made = button(text, icon, kind="plain" if self.buttons else "primary")
                made.clicked.connect(wanted)
                row.addWidget(made)
                self.buttons.append(made)
        return deeds

    def _assemble(self, deeds: QWidget) -> None:
        unit = theme.current().unit
        calm = plain_label(self.tr("Tidak ada data yang diubah."), role="muted")
        head = QHBoxLayout()
        head.setSpacing(unit * 4)
        head.addWidget(_Sign(), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.message, 1)
        card = Card()
        card.body.setSpacing(unit * 3)
        card.body.addLayout(head)
        for widget in (self.advice, calm, self._where):
            card.body.addWidget(widget)
            widget.setVisible(bool(widget.text()))
        card.body.addSpacing(unit * 2)
        card.body.addWidget(deeds)
        card.setMaximumWidth(unit * 190)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 8, unit * 8, unit * 8, unit * 8)
        whole.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 20)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(2)


class _Sign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        side = theme.current().unit * 8
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        sign = icons.pixmap("triangle-alert", "attention_text", self.width(), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, sign)
