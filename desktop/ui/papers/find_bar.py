"""Searching in the paper on screen: all places marked at once, one after the other brought into view."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.papers.page_view import Mark
from desktop.ui.papers.paper_letters import PaperLetters
from desktop.ui.papers.preview import PaperPreview
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import plain_label
from desktop.worker.frames import Answer
from desktop.worker.letters import Hit, PaperIndex, index_of


class FindBar(QWidget):
    """A box for words, and how many places have them.

    The keys: Ctrl+F to the box, Enter and Shift+Enter in it to the next and previous place, the same from
    anywhere with Ctrl+G and Ctrl+Shift+G (F3 is the check-in at the door), Escape back to the paper.
    """

    def __init__(self, preview: PaperPreview, letters: PaperLetters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview, self._letters = preview, letters
        self._index: PaperIndex | None = None
        self._hits: list[Hit] = []
        self._current = 0
        self._coming = False  # the current place must still be brought into view
        self.box = _Box(self.tr("Cari di surat"))
        self.box.searched.connect(self._search)
        self.box.stepped.connect(self.step)
        self.box.left.connect(lambda: preview.setFocus(Qt.FocusReason.OtherFocusReason))
        self._count = plain_label(role="muted")
        self._before = icon_button("chevron-up", self.tr("Sebelumnya (Shift+Enter, Ctrl+Shift+G)"))
        self._before.clicked.connect(lambda: self.step(-1))
        self._after = icon_button("chevron-down", self.tr("Berikutnya (Enter, Ctrl+G)"))
        self._after.clicked.connect(lambda: self.step(1))
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        letter = self.fontMetrics().averageCharWidth()
        self.box.setFixedWidth(letter * 28)
        self._count.setMinimumWidth(letter * 14)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit)
        line.addWidget(self.box)
        for widget in (self._count, self._before, self._after):
            kept = widget.sizePolicy()
            kept.setRetainSizeWhenHidden(True)  # else the bar would jump with the first letter typed
            widget.setSizePolicy(kept)
            line.addWidget(widget)
        preview.made.connect(self._take_paper)
        preview.view_moved.connect(self._mark)
        letters.arrived.connect(self._mark)
        self._show_count()

    def take_keys(self, where: QWidget) -> None:
        """Let the keys of searching work in all of `where`."""
        on_keys(where, "Ctrl+F", self.box.start)
        on_keys(where, "Ctrl+G", lambda: self.step(1))
        on_keys(where, "Ctrl+Shift+G", lambda: self.step(-1))

    @Slot(int)
    def step(self, by: int) -> None:
        """Bring the next (1) or previous (-1) place into view; behind the last comes the first."""
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._coming = True
            self._show_count()
            self._mark()

    @Slot(str)
    def _search(self, words: str) -> None:
        if words and self._index is None:
            self._ask()
        else:
            self._find(words, fresh=True)

    @Slot()
    def _take_paper(self) -> None:
        """Another paper: the same words are sought in it, and the view keeps its place."""
        self._index = None
        if self.box.text().strip():
            self._ask()

    def _ask(self) -> None:
        fresh = not self._hits
        self._preview.ask_about_paper(
            lambda answer: self._take_index(answer, fresh=fresh), "page-index", "page-index"
        )

    def _take_index(self, answer: Answer, *, fresh: bool) -> None:
        self._index = index_of(answer)
        self._find(self.box.text().strip(), fresh=fresh)

    def _find(self, words: str, *, fresh: bool) -> None:
        """Look for words; `fresh` leads to the first place from the page in view on."""
        self._hits = self._index.find(words) if self._index is not None else []
        if fresh:
            page = self._preview.page
            self._current = next((number for number, hit in enumerate(self._hits) if hit.page >= page), 0)
        else:
            self._current = min(self._current, max(len(self._hits) - 1, 0))
        self._coming = fresh and bool(self._hits)
        self._show_count()
        self._mark()

    @Slot()
    def _mark(self) -> None:
        """Mark the places on the pages in view, and bring the current one there if it is wanted."""
        if not self._hits:
            self._preview.show_marks(Mark.HIT, {})
            self._preview.show_marks(Mark.CURRENT, {})
            return
        if self._coming:
            self._bring()
        current = self._hits[self._current]
        marks: dict[Mark, dict[int, list[QRectF]]] = {Mark.HIT: {}, Mark.CURRENT: {}}
        shown = self._preview.shown_pages
        for hit in self._hits:
            if hit.page in shown and (lines := self._letters.page(hit.page)) is not None:
                mark = Mark.CURRENT if hit is current else Mark.HIT
                marks[mark].setdefault(hit.page, []).extend(lines.areas(hit.start, hit.stop))
        for mark, areas in marks.items():
            self._preview.show_marks(mark, areas)

    def _bring(self) -> None:
        hit = self._hits[self._current]
        lines = self._letters.page(hit.page)
        areas = lines.areas(hit.start, hit.stop) if lines is not None else []
        if areas:
            self._coming = False
            self._preview.show_area(hit.page, areas[0])

    def _show_count(self) -> None:
        words = bool(self.box.text().strip())
        for widget in (self._count, self._before, self._after):
            widget.setVisible(words)
        for one in (self._before, self._after):
            one.setEnabled(len(self._hits) > 1)
        if self._hits:
            told = self.tr("{n} dari {total}").format(n=self._current + 1, total=len(self._hits))
        else:
            told = self.tr("Tidak ada") if self._index is not None else ""
        self._count.setText(told)


class _Box(SearchBox):
    """stepped(int): to the next place or the previous; left(): back to the paper."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        self._sought = ""
        self.searched.connect(self._note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.text().strip() == self._sought:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear_search()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _note(self, words: str) -> None:
        self._sought = words
