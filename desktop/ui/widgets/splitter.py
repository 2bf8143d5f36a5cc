"""Two or three panes with dividers that stay where the user dragged them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui import theme
from desktop.ui.memory import SPLIT_SIZES, Memory, keep_sizes


class MemorySplitter(QSplitter):
    """A splitter whose sizes are remembered by `name`. No pane can be dragged away altogether."""

    def __init__(
        self,
        name: str,
        memory: Memory,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._name = name
        self._memory = memory
        self._restored = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme.current().unit * 3)
        self._pause = QTimer(self, singleShot=True, interval=500)
        self._pause.timeout.connect(self.remember)
        self.splitterMoved.connect(self._pause.start)

    def remember(self) -> None:
        """Keep the sizes for the next time."""
        self._pause.stop()
        keep_sizes(self._memory, SPLIT_SIZES, self._name, self.sizes())

    def showEvent(self, event: QShowEvent) -> None:
        if not self._restored:
            self._restored = True
            kept = self._memory.get(SPLIT_SIZES).get(self._name, [])
            if len(kept) == self.count() and all(size > 0 for size in kept):
                self.setSizes(kept)
        super().showEvent(event)
