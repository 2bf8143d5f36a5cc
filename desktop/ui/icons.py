"""Line icons (Lucide) that take the colour of the theme each time they are drawn.

An icon is read and drawn when it is first painted, at the resolution of the screen it is painted on, and kept in
Qt's pixmap cache; nothing has to be told when the theme changes.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from desktop.base.paths import resources
from desktop.ui import theme


def icon(name: str, colour: str = "text", active: str = "") -> QIcon:
    """An icon by its file name in resources/icons.

    `colour` is a name in the theme's colours; `active`, when given, is used while checked or selected.
    """
    return QIcon(_ThemedEngine(name, colour, active or colour))


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon drawn `size` logical pixels wide for a screen with `ratio` device pixels to one of them."""
    shade = theme.current().colours[colour]
    key = f"rakor/{name}/{shade}/{size}/{ratio}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    drawn = _draw(name, shade, size, ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def exists(name: str) -> bool:
    """Whether the program has an icon of this name."""
    return (resources() / "icons" / f"{name}.svg").is_file()


def _draw(name: str, shade: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(_source(name).replace(b"currentColor", shade.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _with_gap(drawn: QPixmap, size: QSize) -> QPixmap:
    """Buttons ask for icons wider than high: the rest is the distance to their text."""
    wide = QPixmap(size)
    wide.setDevicePixelRatio(drawn.devicePixelRatio())
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide


@lru_cache(maxsize=128)
def _source(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()


class _ThemedEngine(QIconEngine):
    def __init__(self, name: str, colour: str, active: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._active = active

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self._name, self._colour, self._active)

    def isNull(self) -> bool:
        return False

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """`size` is in device pixels, as Qt asks for it."""
        side = max(1, round(min(size.width(), size.height()) / scale))
        drawn = pixmap(self._name, self._shade(mode, state), side, scale)
        return drawn if size.width() <= size.height() else _with_gap(drawn, size)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        # Not `painter.device()`: what it returns for a widget's backing store is gone when Python lets go of it.
        ratio = max(1.0, painter.deviceTransform().m11())
        corner = QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2)
        painter.drawPixmap(corner, pixmap(self._name, self._shade(mode, state), side, ratio))

    def _shade(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return "disabled"
        checked = state is QIcon.State.On or mode is QIcon.Mode.Selected
        return self._active if checked else self._colour
