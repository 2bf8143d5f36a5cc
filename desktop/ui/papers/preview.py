"""A paper on screen as it will print: the real PDF, drawn by the worker process while one goes on typing.

A newer paper replaces one that is still being made; the pages shown stay until the new ones are there, and the
view keeps its place. Pages are drawn one at a time and as wide as they stand, those in view first, so that a
paper of a hundred pages is on screen as soon as one of five and takes no more memory.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.base.errors import AppError, Cancelled
from desktop.ui import theme
from desktop.ui.widgets.text import plain_label
from desktop.worker.client import WorkerClient
from desktop.worker.frames import Answer
from desktop.worker.pages import images_of

_PAUSE = 250  # milliseconds of rest after which a changed paper is made
_SETTLED = 40  # milliseconds after which pages that came into view are drawn
_WIDEST = 2.2  # pixels for a point (1/72 inch): a page grows no further, however wide the window
_NEARBY = 1  # pages before and behind the view that are drawn in advance
_KEPT = 3  # pages before and behind the view whose pictures are kept

Take = Callable[[Answer], None]
Size = tuple[float, float]


class PaperPreview(QScrollArea):
    """Shows one paper.

    made(bytes)      the PDF on screen is this one
    failed(str)      it could not be made; the reason in words
    """

    made = Signal(bytes)
    failed = Signal(str)
    _answered = Signal(int, object, object)
    _refused = Signal(int, object)

    def __init__(self, worker: WorkerClient, slot: str = "preview", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._slot = slot
        self._turn = 0
        self._made_turn = 0  # the turn of `_pdf`
        self._pdf = b""
        self._wanted: Callable[[], tuple[Any, ...]] | None = None
        self._sizes: list[Size] = []
        self._drawn: dict[int, float] = {}  # the pages of the newest paper that are on screen, and their scale
        self._drawing = False
        self._pages = _Pages()
        self._note = plain_label(self.tr("Menyiapkan pratinjau…"), role="muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        column.addWidget(self._pages)
        column.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Pratinjau"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._make)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(self._view_moved)
        # The worker answers on a thread of its own; the signals bring its words here.
        self._answered.connect(self._take_answer, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._take_refusal, Qt.ConnectionType.QueuedConnection)

    @property
    def pdf(self) -> bytes:
        """The newest PDF, empty before the first."""
        return self._pdf

    @property
    def sizes(self) -> list[Size]:
        """Width and height of each page of the newest PDF, in points (1/72 inch)."""
        return self._sizes

    @property
    def is_current(self) -> bool:
        """Whether `pdf` is what was last asked for; False while a newer one is waited for."""
        return bool(self._pdf) and self._made_turn == self._turn and not self._pause.isActive()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages.sizes)

    def show_paper(self, gather: Callable[[], tuple[Any, ...]]) -> None:
        """Show what `gather` returns after a short rest: the worker's job, the content, the profile."""
        self._wanted = gather
        self._pause.start()

    def hurry(self) -> None:
        """Make the paper asked for now, without the rest."""
        if self._pause.isActive():
            self._pause.stop()
            self._make()

    def clear(self) -> None:
        """Show nothing."""
        self._turn += 1
        self._wanted, self._pdf, self._sizes = None, b"", []
        self._pages.show_sizes([], keep=range(0))
        self._pause.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view_moved()

    # The paper

    @Slot()
    def _make(self) -> None:
        if self._wanted is None:
            return
        self._turn += 1
        self._drawing = True  # pages of the paper before would be taken for pages of this one
        try:
            job, *arguments = self._wanted()
        except AppError as fault:
            self._take_refusal(self._turn, fault)
            return
        self._ask(self._take_paper, self._slot, job, *arguments)

    def _take_paper(self, answer: Answer) -> None:
        self._ask(partial(self._take_sizes, answer.body), self._slot, "page-count", answer.body)

    def _take_sizes(self, pdf: bytes, answer: Answer) -> None:
        self._pdf, self._made_turn = pdf, self._turn
        self._sizes = [(width, height) for width, height in answer.meta["sizes"]]
        self._drawn = {}
        self._drawing = False
        self.made.emit(pdf)
        self._draw_next()

    # Its pages

    @Slot()
    def _view_moved(self) -> None:
        if self._sizes and not self._settled.isActive():
            self._settled.start()

    @Slot()
    def _draw_next(self) -> None:
        """Ask for the picture of one page that is in view or about to come; its arrival asks for the next."""
        if not self._sizes or self._drawing:
            return
        ratio = self.devicePixelRatioF()
        places = self._pages.places_of(self._sizes)
        for number in self._wanted_pages(places):
            scale = places[number].width() * ratio / self._sizes[number][0]
            if self._drawn.get(number) != scale:
                self._drawing = True
                take = partial(self._take_page, number, scale)
                self._ask(take, f"{self._slot}-pages", "page-images", self._pdf, number, number + 1, scale)
                return

    def _take_page(self, number: int, scale: float, answer: Answer) -> None:
        self._drawing = False
        (page,) = images_of(answer)
        picture = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGBX8888)
        if not self._drawn:
            self._note.hide()
            self._pages.show_sizes(self._sizes, keep=self._in_view(self._pages.places_of(self._sizes)))
        self._drawn[number] = scale
        # As the screen has it, in memory of its own: the answer's bytes go.
        self._pages.show_page(number, picture.convertToFormat(QImage.Format.Format_RGB32))
        self._forget_far_pages()
        self._draw_next()

    def _forget_far_pages(self) -> None:
        shown = self._in_view(self._pages.places_of(self._sizes))
        kept = range(shown.start - _KEPT, shown.stop + _KEPT)
        self._drawn = {number: scale for number, scale in self._drawn.items() if number in kept}
        self._pages.keep(kept)

    def _in_view(self, places: Sequence[QRect]) -> range:
        """The numbers of the pages of which something is in view."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        shown = [number for number, place in enumerate(places) if place.bottom() >= top and place.top() <= bottom]
        # A shorter paper than the one shown: the view will come to rest at its end.
        return range(shown[0], shown[-1] + 1) if shown else range(max(len(places) - 1, 0), len(places))

    def _wanted_pages(self, places: Sequence[QRect]) -> list[int]:
        """Which pages must be drawn, in this order: those in view, then their neighbours."""
        shown = self._in_view(places)
        after = range(shown.stop, min(shown.stop + _NEARBY, len(places)))
        return [*shown, *after, *range(max(shown.start - _NEARBY, 0), shown.start)]

    # The worker

    def _ask(self, take: Take, slot: str, job: str, *arguments: Any) -> None:
        self._worker.submit(
            job,
            *arguments,
            slot=slot,
            on_done=partial(self._answered.emit, self._turn, take),
            on_error=partial(self._refused.emit, self._turn),
        )

    @Slot(int, object, object)
    def _take_answer(self, turn: int, take: Take, answer: Answer) -> None:
        if turn == self._turn:
            take(answer)

    @Slot(int, object)
    def _take_refusal(self, turn: int, fault: Exception) -> None:
        if turn != self._turn or isinstance(fault, Cancelled):
            return
        self._drawing = False
        words = str(fault) if isinstance(fault, AppError) else self.tr("Surat ini tidak dapat dibuat.")
        self._note.setText(words)
        self._note.setVisible(self.page_count == 0)
        self.failed.emit(words)
        if not isinstance(fault, AppError):
            raise fault


class _Pages(QWidget):
    """The pages one below the other, as wide as there is room; white where none is drawn yet."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[Size] = []
        self._pictures: dict[int, QImage] = {}

    def show_sizes(self, sizes: list[Size], keep: range) -> None:
        """Lay out another paper; of the one before, the pages `keep` stay until theirs are drawn."""
        self.sizes = sizes
        self.keep(keep)
        self._fit()
        self.update()

    def show_page(self, number: int, picture: QImage) -> None:
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._pictures[number] = picture
        places = self.places_of(self.sizes)
        if number < len(places):
            self.update(places[number])

    def keep(self, numbers: range) -> None:
        """Forget all pictures but these."""
        self._pictures = {number: picture for number, picture in self._pictures.items() if number in numbers}

    def places_of(self, sizes: Sequence[Size]) -> list[QRect]:
        """Where pages of these sizes stand, with the room there is now."""
        gap = theme.current().unit * 3
        top, places = gap, []
        for wide, high in sizes:
            width = max(1, min(self.width() - 2 * gap, round(wide * _WIDEST)))
            height = round(width * high / wide)
            places.append(QRect((self.width() - width) // 2, top, width, height))
            top += height + gap
        return places

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(theme.current().colour("line"))
        for number, place in enumerate(self.places_of(self.sizes)):
            if not place.intersects(event.rect()):
                continue
            picture = self._pictures.get(number)
            if picture is None:
                painter.fillRect(place, Qt.GlobalColor.white)
            elif abs(picture.deviceIndependentSize().width() - place.width()) <= 1:
                painter.drawImage(place.topLeft(), picture)  # its own pixels, sharp
            else:
                painter.drawImage(place, picture)
            painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _fit(self) -> None:
        places = self.places_of(self.sizes)
        gap = theme.current().unit * 3
        self.setMinimumHeight(places[-1].bottom() + gap if places else 0)
