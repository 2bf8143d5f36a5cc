"""The letters of the paper on screen, page by page as they are wanted, from the worker."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.ui.papers.preview import PaperPreview
from desktop.ui.papers.text_lines import TextLines
from desktop.worker.frames import Answer
from desktop.worker.letters import letters_of


class PaperLetters(QObject):
    """Remembers what it was told of this paper.

    arrived(int)   the letters of a page are here now
    """

    arrived = Signal(int)

    def __init__(self, preview: PaperPreview) -> None:
        super().__init__(preview)
        self._preview = preview
        self._pages: dict[int, TextLines] = {}
        self._asked: set[int] = set()
        preview.made.connect(self._forget)

    def page(self, number: int) -> TextLines | None:
        """The letters of a page, counted from 0; None, and asked for, where they are not here yet."""
        if number not in self._pages and number not in self._asked:
            self._asked.add(number)
            self._preview.ask_about_paper(partial(self._take, number), None, "page-letters", number)
        return self._pages.get(number)

    @Slot()
    def _forget(self) -> None:
        self._pages.clear()
        self._asked.clear()

    def _take(self, number: int, answer: Answer) -> None:
        self._pages[number] = TextLines(letters_of(answer))
        self.arrived.emit(number)
