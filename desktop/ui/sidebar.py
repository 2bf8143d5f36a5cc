"""The places of the program at the left of the window: Ctrl+1 to Ctrl+8, arrow keys, or a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.pages import PageSpec
from desktop.ui.widgets.text import plain_label, set_tip


class Sidebar(QFrame):
    """chosen(key): the user wants another page. Folded, it shows icons with tips."""

    chosen = Signal(str)

    def __init__(self, name: str, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._folded = False
        self._buttons: dict[str, QToolButton] = {}
        self._name = plain_label(name)
        self._group = QButtonGroup(self)
        unit = theme.current().unit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(unit * 2, unit * 4, unit * 2, unit * 3)
        self._column.setSpacing(unit)
        self._name.setContentsMargins(unit * 3, 0, unit * 2, unit * 3)
        self._column.addWidget(self._name)
        for number, page in enumerate(pages, 1):
            self._column.addWidget(self._button(page, number))
        self._column.addStretch()

    @property
    def folded(self) -> bool:
        return self._folded

    def fold(self, folded: bool) -> None:
        """Show icons only, or icons with names."""
        if folded == self._folded:
            return
        self._folded = folded
        self._name.setVisible(not folded)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if folded else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for made in self._buttons.values():
            made.setToolButtonStyle(style)

    def mark(self, key: str) -> None:
        """Show which page is in front; "" for none."""
        self._group.setExclusive(bool(key))
        for own, made in self._buttons.items():
            made.setChecked(own == key)

    def sizeHint(self) -> QSize:
        unit, hint = theme.current().unit, super().sizeHint()
        return hint if self._folded else QSize(max(hint.width(), unit * 46), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        made = list(self._buttons.values())
        at = next((place for place, one in enumerate(made) if one.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
        else:
            made[(at + step) % len(made)].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, page: PageSpec, number: int) -> QToolButton:
        made = QToolButton(self)
        made.setText(_shown(page.title))
        made.setAccessibleName(page.title)
        made.setIcon(icons.icon(page.icon, "sidebar_muted", "sidebar_text"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setCheckable(True)
        made.setObjectName(page.key)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_tip(made, f"{page.title} (Ctrl+{number})")
        made.clicked.connect(self._clicked)
        self._group.addButton(made)
        self._buttons[page.key] = made
        return made

    def _clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QToolButton):
            self.chosen.emit(pressed.objectName())


def _shown(text: str) -> str:
    """Room between icon and name; an & is an &, not a menu letter."""
    return "  " + text.replace("&", "&&")
