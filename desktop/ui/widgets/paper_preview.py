"""A paper on screen as it will print: the real PDF, drawn by the worker process while one goes on typing.

A newer paper replaces one that is still being made; the pages shown stay until the new ones are there, and the
view keeps its place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.base.errors import AppError, Cancelled
from desktop.ui import theme
from desktop.ui.widgets.text import plain_label
from desktop.worker.client import WorkerClient
from desktop.worker.frames import Answer
from desktop.worker.pages import images_of

_DRAWN_SCALE = 1.6  # of 72 dpi; sharp at the widths a laptop leaves beside a form
_PAUSE = 250  # milliseconds of rest after which a changed paper is made


class PaperPreview(QScrollArea):
    """Shows one paper.

    made(bytes)      the PDF on screen is this one
    failed(str)      it could not be made; the reason in words
    """

    made = Signal(bytes)
    failed = Signal(str)
    _answered = Signal(int, object)
    _refused = Signal(int, object)

    def __init__(self, worker: WorkerClient, slot: str = "preview", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._slot = slot
        self._turn = 0
        self._pdf = b""
        self._wanted: Callable[[], tuple[Any, ...]] | None = None
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
        # The worker answers on a thread of its own; the signals bring its words here.
        self._answered.connect(self._take_answer, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._take_refusal, Qt.ConnectionType.QueuedConnection)

    @property
    def pdf(self) -> bytes:
        """The PDF on screen, empty before the first."""
        return self._pdf

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._pages.count

    def show_paper(self, gather: Callable[[], tuple[Any, ...]]) -> None:
        """Show what `gather` returns after a short rest: the worker's job, the content, the profile."""
        self._wanted = gather
        self._pause.start()

    def clear(self) -> None:
        """Show nothing."""
        self._turn += 1
        self._wanted, self._pdf = None, b""
        self._pages.show_images([])
        self._pause.stop()

    @Slot()
    def _make(self) -> None:
        if self._wanted is None:
            return
        self._turn += 1
        try:
            job, *arguments = self._wanted()
        except AppError as fault:
            self._take_refusal(self._turn, fault)
            return
        self._ask(job, *arguments)

    def _ask(self, job: str, *arguments: Any) -> None:
        self._worker.submit(
            job,
            *arguments,
            slot=self._slot,
            on_done=partial(self._answered.emit, self._turn),
            on_error=partial(self._refused.emit, self._turn),
        )

    @Slot(int, object)
    def _take_answer(self, turn: int, answer: Answer) -> None:
        if turn != self._turn:
            return
        if "pages" not in answer.meta:
            self._pdf = answer.body
            self.made.emit(self._pdf)
            self._ask("page-images", self._pdf, 0, None, _DRAWN_SCALE * self.devicePixelRatioF())
            return
        self._note.hide()
        self._pages.show_images(
            [
                QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGBX8888).copy()
                for page in images_of(answer)
            ]
        )

    @Slot(int, object)
    def _take_refusal(self, turn: int, fault: Exception) -> None:
        if turn != self._turn or isinstance(fault, Cancelled):
            return
        words = str(fault) if isinstance(fault, AppError) else self.tr("Surat ini tidak dapat dibuat.")
        self._note.setText(words)
        self._note.setVisible(self._pages.count == 0)
        self.failed.emit(words)
        if not isinstance(fault, AppError):
            raise fault


class _Pages(QWidget):
    """The pages one below the other, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._images: list[QImage] = []

    @property
    def count(self) -> int:
        return len(self._images)

    def show_images(self, images: list[QImage]) -> None:
        self._images = images
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = theme.current().colour("line")
        for image, place in zip(self._images, self._places(), strict=True):
            if place.intersects(QRectF(event.rect())):
                painter.drawImage(place, image)
                painter.setPen(edge)
                painter.drawRect(place)

    def _fit(self) -> None:
        places = self._places()
        gap = theme.current().unit * 3
        self.setMinimumHeight(int(places[-1].bottom()) + gap if places else 0)

    def _places(self) -> list[QRectF]:
        gap = theme.current().unit * 3
        top, places = float(gap), []
        for image in self._images:
            width = min(self.width() - 2 * gap, image.width() / self.devicePixelRatioF() * 1.4)
            height = width * image.height() / max(1, image.width())
            places.append(QRectF((self.width() - width) / 2, top, width, height))
            top += height + gap
        return places
