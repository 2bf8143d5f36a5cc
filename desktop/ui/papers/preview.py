"""A paper on screen as it will print: the real PDF, drawn by the worker process while one goes on typing.

A newer paper replaces one that is still being made; the pages shown stay until the new ones are there, and the
view keeps its place. Pages are drawn one at a time and as wide as they stand, those in view first, so that a
paper of a hundred pages is on screen as soon as one of five and takes no more memory.

Typing is followed at the pace of the paper: the rest that is waited for grows with the time the last one took, and
so does the time between two while typing goes on, so that the next does not break it off over and over. What is
the same as before is not made again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import sqrt
from time import monotonic
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.base.errors import AppError, Cancelled
from desktop.ui.handover import handed_over
from desktop.ui.papers.page_layout import PageLayout, Size
from desktop.ui.papers.page_view import PageView
from desktop.worker.client import WorkerClient
from desktop.worker.frames import Answer
from desktop.worker.pages import images_of
from desktop.worker.ticket import Ticket

_PAUSE = 50  # milliseconds in which several changes become one paper
_TYPING, _MOST_TYPING = 150, 300  # milliseconds of rest after a key, for a short paper and for the longest
_BEHIND = 600  # milliseconds after which a paper is made although one goes on typing, or twice what it takes
_SETTLED = 40  # milliseconds after which pages that came into view are drawn
_NEARBY = 1  # pages before and behind the view that are drawn in advance
_KEPT = 3  # pages before and behind the view whose pictures are kept
_MOST_PIXELS = 8_000_000  # of one page's picture; A4 at 300 %, beyond that it is enlarged

Take = Callable[[Answer], None]


class PaperPreview(PageView):
    """Shows one paper.

    made(bytes)      the PDF on screen is this one
    settled()        the PDF on screen is what was last asked for
    failed(str)      it could not be made; the reason in words
    """

    made = Signal(bytes)
    settled = Signal()
    failed = Signal(str)
    _answered = Signal(object, object)
    _refused = Signal(object, object)

    def __init__(self, worker: WorkerClient, slot: str = "preview", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._slot = slot
        self._turn = 0
        self._made_turn = 0  # the turn of `_pdf`
        self._pdf = b""
        self._told: dict[str, Any] = {}
        self._wanted: Callable[[], tuple[Any, ...]] | None = None
        self._made_of: tuple[Any, ...] | None = None  # what `_pdf` was made of
        self._making_of: tuple[Any, ...] | None = None  # the same of the one on its way
        self._asked_about: list[Ticket] = []
        self._asked_at = 0.0
        self._took = 0  # milliseconds from asking to the first picture, of the paper before
        self._typing_since: float | None = None
        self._sizes: list[Size] = []
        self._drawn: dict[int, float] = {}  # the pages of the newest paper that are on screen, and their scale
        self._drawing = False
        self.setAccessibleName(self.tr("Pratinjau"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._make)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._draw_next)
        self.view_moved.connect(self._wait_until_settled)
        # The worker answers on a thread of its own; the signals bring its words here.
        self._answered.connect(self._take_answer, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._take_refusal, Qt.ConnectionType.QueuedConnection)

    @property
    def pdf(self) -> bytes:
        """The newest PDF, empty before the first."""
        return self._pdf

    @property
    def told(self) -> dict[str, Any]:
        """What the worker tells of the newest PDF beside its bytes."""
        return self._told

    @property
    def sizes(self) -> list[Size]:
        """Width and height of each page of the newest PDF, in points (1/72 inch)."""
        return self._sizes

    @property
    def is_current(self) -> bool:
        """Whether `pdf` is what was last asked for; False while a newer one is waited for."""
        return bool(self._pdf) and self._made_turn == self._turn and not self._pause.isActive()

    def show_paper(self, gather: Callable[[], tuple[Any, ...]]) -> None:
        """Show what `gather` returns: the worker's job, the content, the profile."""
        self._want(gather, _PAUSE)

    def follow_typing(self, gather: Callable[[], tuple[Any, ...]]) -> None:
        """The same after each key: shown when typing rests, and now and then while it goes on."""
        now, rest = monotonic(), min(max(_TYPING, self._took // 2), _MOST_TYPING)
        self._typing_since = self._typing_since or now
        behind = max(_BEHIND, 2 * self._took) - round((now - self._typing_since) * 1000)
        self._want(gather, max(min(rest, behind), 0))

    def hurry(self) -> None:
        """Make the paper asked for now, without the rest."""
        if self._pause.isActive():
            self._pause.stop()
            self._make()

    def clear(self) -> None:
        """Show nothing."""
        self._turn += 1
        self._wanted, self._pdf, self._told, self._sizes = None, b"", {}, []
        self._made_of = self._making_of = None
        self._took = 0
        self.show_sizes([], keep=range(0))
        self.show_note("")
        self._pause.stop()

    # The paper

    def _want(self, gather: Callable[[], tuple[Any, ...]], rest: int) -> None:
        self._wanted = gather
        if not self.page_count:
            self.show_note(self.tr("Menyiapkan pratinjau…"))
        self._pause.start(rest)

    @Slot()
    def _make(self) -> None:
        if self._wanted is None:
            return
        self._typing_since = None
        try:
            wanted = self._wanted()
        except AppError as fault:
            self._turn += 1
            self._tell_fault(fault)
            return
        if wanted == self._making_of:
            return
        if wanted == self._made_of:
            self._stay()
            return
        self._turn += 1
        self._making_of = wanted
        self._asked_at = monotonic()
        self._drawing = True  # pages of the paper before would be taken for pages of this one
        for ticket in self._asked_about:
            ticket.cancel()  # searching a long paper takes longer than making the newest
        self._asked_about = []
        job, *arguments = wanted
        self._ask(self._take_paper, self._slot, job, *arguments)

    def _stay(self) -> None:
        """The paper on screen is the one wanted; one on its way is not any more."""
        if self._making_of is not None:
            self._turn += 1
            self._making_of = None
            self._drawing = False
            self._draw_next()
        self._made_turn = self._turn
        self.settled.emit()

    def _take_paper(self, answer: Answer) -> None:
        self._ask(partial(self._take_sizes, answer), self._slot, "page-count", answer.body)

    def _take_sizes(self, paper: Answer, answer: Answer) -> None:
        self._pdf, self._told, self._made_turn = paper.body, paper.meta, self._turn
        self._made_of, self._making_of = self._making_of, None
        self._sizes = [(width, height) for width, height in answer.meta["sizes"]]
        self._drawn = {}
        self._drawing = False
        self._draw_next()  # before others ask the worker for more of it
        self.made.emit(self._pdf)
        self.settled.emit()

    # Its pages

    @Slot()
    def _wait_until_settled(self) -> None:
        if self._sizes and not self._settled.isActive():
            self._settled.start()

    @Slot()
    def _draw_next(self) -> None:
        """Ask for the picture of one page that is in view or about to come; its arrival asks for the next."""
        if not self._sizes or self._drawing:
            return
        layout = self.layout_for(self._sizes)
        for number in self._wanted_pages(layout):
            scale = self._scale_for(layout, number)
            if self._drawn.get(number) != scale:
                self._drawing = True
                take = partial(self._take_page, number, scale)
                self._ask(take, f"{self._slot}-pages", "page-images", self._pdf, number, number + 1, scale)
                return

    def _take_page(self, number: int, scale: float, answer: Answer) -> None:
        self._drawing = False
        if not self._drawn:
            self._took = round((monotonic() - self._asked_at) * 1000)
        (page,) = images_of(answer)
        picture = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGBX8888)
        if not self._drawn:
            self.show_note("")
            self.show_sizes(self._sizes, keep=self.pages_in_view(self.layout_for(self._sizes)))
        self._drawn[number] = scale
        # As the screen has it, in memory of its own: the answer's bytes go.
        self.show_picture(number, picture.convertToFormat(QImage.Format.Format_RGB32))
        self._forget_far_pages()
        self._draw_next()

    def _scale_for(self, layout: PageLayout, number: int) -> float:
        """Pixels of the picture for a point."""
        wide, high = self._sizes[number]
        return min(layout.scale(number) * self.devicePixelRatioF(), sqrt(_MOST_PIXELS / (wide * high)))

    def _forget_far_pages(self) -> None:
        shown = self.pages_in_view(self.layout_for(self._sizes))
        kept = range(shown.start - _KEPT, shown.stop + _KEPT)
        self._drawn = {number: scale for number, scale in self._drawn.items() if number in kept}
        self.keep_pictures(kept)

    def _wanted_pages(self, layout: PageLayout) -> list[int]:
        """Which pages must be drawn, in this order: those in view, then their neighbours."""
        shown = self.pages_in_view(layout)
        after = range(shown.stop, min(shown.stop + _NEARBY, len(self._sizes)))
        return [*shown, *after, *range(max(shown.start - _NEARBY, 0), shown.start)]

    # The worker

    def ask_about_paper(self, take: Take, slot: str | None, job: str, *arguments: Any) -> None:
        """Ask the worker for something of the newest PDF; `take` hears it only while that is still the newest.

        What is asked in a `slot` is given up as soon as another paper is on its way.
        """
        if self._pdf:
            asked = _Asked(take, self._is_newest, self._pdf)
            ticket = self._submit(asked, slot and f"{self._slot}-{slot}", job, self._pdf, *arguments)
            if slot is not None:
                self._asked_about.append(ticket)

    def _ask(self, take: Take, slot: str, job: str, *arguments: Any) -> None:
        self._submit(_Asked(take, self._is_turn, self._turn), slot, job, *arguments)

    def _submit(self, asked: _Asked, slot: str | None, job: str, *arguments: Any) -> Ticket:
        return self._worker.submit(
            job,
            *arguments,
            slot=slot,
            on_done=handed_over(self._answered, asked),
            on_error=handed_over(self._refused, asked),
        )

    def _is_turn(self, turn: object) -> bool:
        return turn == self._turn

    def _is_newest(self, pdf: object) -> bool:
        return pdf is self._pdf

    @Slot(object, object)
    def _take_answer(self, asked: _Asked, answer: Answer) -> None:
        if asked.is_wanted(asked.when):
            asked.take(answer)

    @Slot(object, object)
    def _take_refusal(self, asked: _Asked, fault: Exception) -> None:
        if isinstance(fault, Cancelled) or not asked.is_wanted(asked.when):
            return
        self._tell_fault(fault)

    def _tell_fault(self, fault: Exception) -> None:
        self._drawing, self._making_of = False, None
        words = str(fault) if isinstance(fault, AppError) else self.tr("Surat ini tidak dapat dibuat.")
        if not self.page_count:
            self.show_note(words)
        self.failed.emit(words)
        if not isinstance(fault, AppError):
            raise fault


class _Asked(NamedTuple):
    """A question to the worker: who takes the answer, and how to know whether it is still wanted."""

    take: Take
    is_wanted: Callable[[object], bool]
    when: object
