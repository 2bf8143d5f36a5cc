"""Numbers and lines that lead to the list they come from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui import icons, theme
from desktop.ui.colours import TONE_ICONS, Tone
from desktop.ui.readiness.pie import draw_pie
from desktop.ui.widgets.text import set_tip

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class _Pressable(QPushButton):
    """A button that draws itself: a quiet ground under the mouse, a ring while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def draw_ground(self, painter: QPainter, ground: str = "") -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shade = "hover" if self.underMouse() else ground
        if shade:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(shade))
            painter.drawRoundedRect(shape, look.unit, look.unit)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(shape, look.unit, look.unit)


class NumberTile(_Pressable):
    """A number with its name below it; pressing it leads to what was counted."""

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._number = ""
        self._tone = Tone.NONE

    def set_number(self, number: str, tone: Tone = Tone.NONE) -> None:
        """Show a number; a tone other than NONE stands beside it as a symbol too."""
        self._number, self._tone = number, tone
        self.setAccessibleName(f"{self._label}: {number}")
        self.update()

    def set_label(self, label: str) -> None:
        """Name the number; call `set_number` afterwards."""
        self._label = label
        self.updateGeometry()

    def number(self) -> str:
        return self._number

    def sizeHint(self) -> QSize:
        unit, big = theme.current().unit, QFontMetrics(self._big())
        width = self.fontMetrics().horizontalAdvance(self._label) + 6 * unit
        return QSize(width, big.height() + self.fontMetrics().height() + 4 * unit)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        self.draw_ground(painter, "raised" if self._tone is Tone.NONE else f"{self._tone}_ground")
        ink = look.colour("text") if self._tone is Tone.NONE else look.tone(self._tone)[0]
        big = QFontMetrics(self._big())
        room = QRectF(self.rect()).adjusted(3 * look.unit, 2 * look.unit, -3 * look.unit, -2 * look.unit)
        painter.setPen(ink)
        painter.setFont(self._big())
        upper = QRectF(room.x(), room.y(), room.width(), big.height())
        painter.drawText(upper, _LEFT, self._number)
        if self._tone is not Tone.NONE:
            side = 5 * look.unit
            left = room.x() + big.horizontalAdvance(self._number) + 2 * look.unit
            sign = icons.pixmap(TONE_ICONS[self._tone], f"{self._tone}_text", side, self.devicePixelRatioF())
            painter.drawPixmap(int(left), int(upper.center().y() - side / 2), sign)
        painter.setFont(look.font())
        painter.setPen(look.colour("muted") if self._tone is Tone.NONE else ink)
        painter.drawText(room.adjusted(0, big.height(), 0, 0), _LEFT, self._label)

    def _big(self) -> QFont:
        return theme.current().font(2.0, strong=True)


class LineButton(_Pressable):
    """A line that leads somewhere: a title with quiet words below it, or beside it with a score at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._detail = self._score = ""
        self._share: int | None = None
        self._tone = Tone.NONE

    def set_line(self, title: str, detail: str = "") -> None:
        """Show a title and, below it, a few quiet words."""
        self._title, self._detail, self._score = title, detail, ""
        self._show_words()

    def set_score(self, title: str, detail: str, score: str, share: int | None, tone: Tone) -> None:
        """Show a title, quiet words beside it, a score, and a circle filled by a share of a hundred."""
        self._title, self._detail, self._score, self._share, self._tone = title, detail, score, share, tone
        self._show_words()

    def words(self) -> str:
        """All that is shown, as a screen reader says it."""
        return ". ".join(part for part in (self._title, self._detail, self._score) if part)

    def sizeHint(self) -> QSize:
        look, line = theme.current(), self.fontMetrics().height()
        below = bool(self._detail) and not self._score
        return QSize(40 * look.unit, line * (2 if below else 1) + 3 * look.unit)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        self.draw_ground(painter)
        unit, line = look.unit, self.fontMetrics().height()
        room = QRectF(self.rect()).adjusted(2 * unit, 1.5 * unit, -2 * unit, -1.5 * unit)
        painter.setFont(look.font())
        first = QRectF(room.x(), room.y(), room.width(), line)
        if self._score:
            first.setRight(self._draw_score(painter, room) - 2 * unit)
        else:
            painter.setPen(look.colour("muted"))
            painter.drawText(first.translated(0, line), _LEFT, self._short(self._detail, room.width()))
        painter.setPen(look.colour("text"))
        painter.drawText(first, _LEFT, self._short(self._title, first.width()))

    def _draw_score(self, painter: QPainter, room: QRectF) -> float:
        """Draw the words and the score at the right, in columns of their own; return where they begin."""
        look = theme.current()
        side = 3.2 * look.unit
        strong = look.font(strong=True)
        ink = look.colour("muted") if self._tone is Tone.NONE else look.tone(self._tone)[0]
        column = room.right() - QFontMetrics(strong).horizontalAdvance("100%") - side - look.unit
        painter.setPen(look.colour("muted"))
        painter.drawText(
            QRectF(room.x(), room.y(), column - 3 * look.unit - room.x(), room.height()), _RIGHT, self._detail
        )
        painter.save()
        painter.setFont(strong)
        painter.setPen(ink)
        painter.drawText(room, _RIGHT, self._score)
        painter.restore()
        if self._share is not None:
            draw_pie(painter, QRectF(column, room.center().y() - side / 2, side, side), self._share, ink)
        return column - 3 * look.unit - self.fontMetrics().horizontalAdvance(self._detail)

    def _show_words(self) -> None:
        self.setAccessibleName(self.words())
        set_tip(self, "\n".join(part for part in (self._title, self._detail) if part))
        self.updateGeometry()
        self.update()

    def _short(self, text: str, width: float) -> str:
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
