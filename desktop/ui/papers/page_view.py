"""The pages of a paper to look through: scrolled, enlarged, with marks on their words.

The keyboard: arrows and PageUp/PageDown scroll, Home and End lead to the first and last page, Ctrl++ and Ctrl+-
enlarge and reduce as long as the paper has the keyboard (elsewhere they change the size of the letters on screen).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.ui import theme
from desktop.ui.papers.page_layout import FIT_PAGE, FIT_WIDTH, PageLayout, Size, lay_out, next_step
from desktop.ui.widgets.text import plain_label

_NOTCH = 120  # what a wheel says of one notch
_LINE = 40  # pixels of an arrow key
_CREEP = 50  # milliseconds between two steps while a selection is drawn beyond the edge
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Underscore: -1, Qt.Key.Key_0: 0,
}  # fmt: skip


class Mark(StrEnum):
    """Why words are marked: the name of the colour. Later ones lie above earlier ones."""

    HIT = "mark_hit"
    CURRENT = "mark_current"
    SELECTION = "mark_selection"


Areas = Mapping[int, Sequence[QRectF]]
"""Areas in points, by page."""


class PageView(QAbstractScrollArea):
    """Shows pages of known sizes, white as long as their pictures are not there.

    view_moved()                  other pages may be in view, or at another size
    page_changed(int)             the page in view is another, counted from 0
    zoom_changed()                another size was chosen, or fits now
    pressed(Spot, int)            the mouse was pressed at a place, for the n-th time quickly
    dragged(Spot)                 it was moved there while pressed
    """

    view_moved = Signal()
    page_changed = Signal(int)
    zoom_changed = Signal()
    pressed = Signal(object, int)
    dragged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = FIT_WIDTH
        self._wheeled = 0
        self._page = 0
        self._layout = PageLayout((), (), QSize())
        self._pictures: dict[int, QImage] = {}
        self._marks: dict[Mark, Areas] = {}
        self._note = plain_label("", role="muted", parent=self.viewport())
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note.setWordWrap(True)
        self._creep = QTimer(self, interval=_CREEP)
        self._creep.timeout.connect(self._scroll_to_mouse)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        # A bar that comes and goes would change what fits, and with that whether it is needed.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What is shown

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._layout.places)

    @property
    def page(self) -> int:
        """The page in view, counted from 0."""
        return self._page

    @property
    def shown_pages(self) -> range:
        """The pages of which something is in view."""
        return self.pages_in_view(self._layout)

    @property
    def zoom(self) -> int:
        """The chosen size: a percentage, `FIT_WIDTH` or `FIT_PAGE`."""
        return self._zoom

    @property
    def percent(self) -> int:
        """The size of the page in view in percent of its true size."""
        return round(self._layout.scale(self._page) / self._dots() * 100) if self.page_count else 100

    def show_note(self, words: str) -> None:
        """Say something where no page is shown; "" takes it away."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._place_note()

    def show_sizes(self, sizes: Sequence[Size], keep: range) -> None:
        """Lay out another paper; the pictures of the pages `keep` stay until new ones are drawn."""
        self.keep_pictures(keep)
        self._relay(sizes)

    def show_picture(self, page: int, picture: QImage) -> None:
        """Show a page as it looks."""
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._pictures[page] = picture
        self.viewport().update()

    def keep_pictures(self, pages: range) -> None:
        """Forget all pictures but these."""
        self._pictures = {page: picture for page, picture in self._pictures.items() if page in pages}

    def show_marks(self, mark: Mark, areas: Areas) -> None:
        """Mark words; no areas take the marks of this kind away."""
        self._marks[mark] = areas
        self.viewport().update()

    def marks(self, mark: Mark) -> Areas:
        """What is marked in this way."""
        return self._marks.get(mark, {})

    def layout_for(self, sizes: Sequence[Size]) -> PageLayout:
        """How pages of these sizes would stand now."""
        gap = theme.current().unit * 3
        return lay_out(sizes, self.viewport().size(), self._zoom, self._dots(), gap)

    def pages_in_view(self, layout: PageLayout) -> range:
        """The pages of which something is in view, if they stood like this."""
        top = self.verticalScrollBar().value()
        return layout.between(top, top + self.viewport().height())

    # Going about

    def go_to_page(self, page: int) -> None:
        """Bring the head of a page into view, counted from 0."""
        if self.page_count:
            page = min(max(page, 0), self.page_count - 1)
            self.verticalScrollBar().setValue(self._layout.places[page].top() - theme.current().unit * 3)
            self._note_page(page)  # also where the paper ends too soon to bring its head up

    def show_area(self, page: int, area: QRectF) -> None:
        """Bring an area of a page into view, where it is not."""
        if page >= self.page_count:
            return
        there = self._layout.rect_of(page, area).toRect()
        margin = self.viewport().height() // 4
        for bar, near, far, room, beside in (
            (self.verticalScrollBar(), there.top(), there.bottom(), self.viewport().height(), margin),
            (self.horizontalScrollBar(), there.left(), there.right(), self.viewport().width(), _LINE),
        ):
            if near < bar.value() or far > bar.value() + room:
                bar.setValue(near - beside)

    def set_zoom(self, zoom: int, at: QPoint | None = None) -> None:
        """Choose another size; what is under the pixel `at` of the view stays there."""
        if zoom == self._zoom:
            return
        self._zoom = zoom
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(needed if zoom > 0 else off)
        self._relay(self._layout.sizes, at)
        self.zoom_changed.emit()

    def step_zoom(self, by: int, at: QPoint | None = None) -> None:
        """The next larger (1) or smaller (-1) size."""
        self.set_zoom(next_step(self.percent, by), at)

    # Events

    def event(self, event: QEvent) -> bool:
        # The window's menu has these keys too; while the paper has the keyboard they are the paper's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _zoom_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if _zoom_key(event):
            by = _ZOOM_KEYS[Qt.Key(event.key())]
            if by:
                self.step_zoom(by)
            else:
                self.set_zoom(FIT_WIDTH)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheeled += event.angleDelta().y()
        notches = int(self._wheeled / _NOTCH)
        self._wheeled -= notches * _NOTCH
        for _ in range(abs(notches)):
            self.step_zoom(1 if notches > 0 else -1, event.position().toPoint())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press(event, 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press(event, 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position().toPoint())
            inside = self.viewport().rect().contains(event.position().toPoint())
            if inside:
                self._creep.stop()
            elif not self._creep.isActive():
                self._creep.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._creep.stop()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_note()
        self._relay(self._layout.sizes)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        self._tell_view()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        origin = self._origin()
        painter.translate(-origin)
        wanted = event.rect().translated(origin)
        for page in self._layout.between(wanted.top(), wanted.bottom()):
            self._paint_page(painter, page)
            self._paint_marks(painter, page)

    # Inside

    def _paint_page(self, painter: QPainter, page: int) -> None:
        place, picture = self._layout.places[page], self._pictures.get(page)
        if picture is None:
            painter.fillRect(place, Qt.GlobalColor.white)
        elif abs(picture.deviceIndependentSize().width() - place.width()) <= 1:
            painter.drawImage(place.topLeft(), picture)  # its own pixels, sharp
        else:
            painter.drawImage(place, picture)
        painter.setPen(theme.current().colour("line"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _paint_marks(self, painter: QPainter, page: int) -> None:
        for mark in Mark:
            for area in self._marks.get(mark, {}).get(page, ()):
                there = self._layout.rect_of(page, area)
                # Like a marker pen: the paper takes the colour, the letters stay black.
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(there, theme.current().colour(mark))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                if mark is Mark.CURRENT:  # seen also by who sees no colours
                    painter.setPen(Qt.GlobalColor.black)
                    painter.drawRect(there)

    def _press(self, event: QMouseEvent, clicks: int) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            spot = self._layout.spot_at(event.position().toPoint() + self._origin())
            if spot is not None:
                self.pressed.emit(spot, clicks)

    def _drag(self, point: QPoint) -> None:
        spot = self._layout.spot_at(point + self._origin())
        if spot is not None:
            self.dragged.emit(spot)

    @Slot()
    def _scroll_to_mouse(self) -> None:
        mouse = self.viewport().mapFromGlobal(self.cursor().pos())
        beyond = mouse.y() if mouse.y() < 0 else max(mouse.y() - self.viewport().height(), 0)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + beyond)
        self._drag(mouse)

    def _relay(self, sizes: Sequence[Size], at: QPoint | None = None) -> None:
        """Lay out anew; what stands at the pixel `at` of the view stays there."""
        at = at or QPoint(self.viewport().width() // 2, 0)
        held = self._layout.spot_at(at + self._origin())
        self._layout = self.layout_for(sizes)
        view, whole = self.viewport().size(), self._layout.whole
        for bar, room, length in (
            (self.verticalScrollBar(), view.height(), whole.height()),
            (self.horizontalScrollBar(), view.width(), whole.width()),
        ):
            bar.setPageStep(room)
            bar.setRange(0, max(0, length - room))
        if held is not None and self._layout.places:
            there = self._layout.point_of(held) - at
            self.verticalScrollBar().setValue(there.y())
            self.horizontalScrollBar().setValue(there.x())
        elif self._layout.places:
            # A wider page further on, such as an annex on its side, must not push the first one out of view.
            begin = self._layout.places[0].left() - theme.current().unit * 3
            self.horizontalScrollBar().setValue(min((whole.width() - view.width()) // 2, begin))
        self.viewport().update()
        self._tell_view()
        if self._zoom in (FIT_WIDTH, FIT_PAGE):
            self.zoom_changed.emit()

    def _tell_view(self) -> None:
        page = self._layout.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3)
        self._note_page(page)
        self.view_moved.emit()

    def _note_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _origin(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _dots(self) -> float:
        return self.logicalDpiX() / 72

    def _place_note(self) -> None:
        unit = theme.current().unit
        self._note.setGeometry(self.viewport().rect().adjusted(unit * 4, unit * 4, -unit * 4, -unit * 4))


def _zoom_key(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() in _ZOOM_KEYS
