"""Words of a paper chosen with the mouse, to be copied."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from desktop.ui.papers.page_layout import Spot
from desktop.ui.papers.page_view import Mark
from desktop.ui.papers.paper_letters import PaperLetters
from desktop.ui.papers.preview import PaperPreview

_TO_THE_END = 10**9


class _Gap(NamedTuple):
    """A place between two letters: the page, and the letter behind it."""

    page: int
    letter: int


class TextSelection(QObject):
    """Drag to choose, double-click for a word, Ctrl+A for the page in view, Ctrl+C to copy.

    What was pressed before the letters of the page were here counts as soon as they are.
    """

    def __init__(self, preview: PaperPreview, letters: PaperLetters) -> None:
        super().__init__(preview)
        self._preview, self._letters = preview, letters
        self._ends: tuple[Spot | _Gap, Spot | _Gap] | None = None
        self._word: Spot | None = None  # double-clicked while its page was not here
        self._copying = False
        self._copy = self._action(self.tr("Salin teks"), QKeySequence.StandardKey.Copy)
        self._copy.triggered.connect(self.copy)
        self._all = self._action(self.tr("Pilih semua teks halaman ini"), QKeySequence.StandardKey.SelectAll)
        self._all.triggered.connect(self.select_page)
        preview.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        preview.pressed.connect(self._press)
        preview.dragged.connect(self._drag)
        preview.made.connect(self.clear)
        letters.arrived.connect(self._refresh)
        self._refresh()

    @Slot()
    def clear(self) -> None:
        """Choose nothing."""
        self._ends = self._word = None
        self._copying = False
        self._refresh()

    @Slot()
    def select_page(self) -> None:
        """Choose all text of the page in view."""
        page = self._preview.page
        self._ends = (_Gap(page, 0), _Gap(page, _TO_THE_END))
        self._refresh()

    @Slot()
    def copy(self) -> None:
        """Put the chosen text on the clipboard, as soon as all of it is here."""
        self._copying = self._ends is not None
        self._refresh()

    @Slot(object, int)
    def _press(self, spot: Spot, clicks: int) -> None:
        self._ends, self._word, self._copying = None, None, False
        if clicks > 1:
            self._word = spot
        else:
            self._ends = (spot, spot)
        self._refresh()

    @Slot(object)
    def _drag(self, spot: Spot) -> None:
        if self._ends is not None:
            self._ends = (self._ends[0], spot)
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Mark what is chosen, as far as the letters are here."""
        self._settle_word()
        parts = self._parts()
        marks, texts, complete = {}, [], True
        for page, (start, stop) in parts.items():
            lines = self._letters.page(page)
            if lines is None:
                complete = False
            else:
                marks[page] = lines.areas(start, stop)
                texts.append(lines.text[start:stop])
        self._preview.show_marks(Mark.SELECTION, marks)
        self._copy.setEnabled(bool(parts))
        if self._copying and complete and parts:
            self._copying = False
            lines_of_text = "\n".join(texts).split("\n")
            QGuiApplication.clipboard().setText("\n".join(line.rstrip() for line in lines_of_text).strip("\n"))

    def _parts(self) -> dict[int, tuple[int, int]]:
        """The chosen letters by page, where the ends are known."""
        if self._ends is None:
            return {}
        gaps = [self._gap(end) for end in self._ends]
        if None in gaps:
            return {}
        first, last = sorted(gap for gap in gaps if gap is not None)
        if first == last:
            return {}
        return {
            page: (first.letter if page == first.page else 0, last.letter if page == last.page else _TO_THE_END)
            for page in range(first.page, last.page + 1)
        }

    def _gap(self, end: Spot | _Gap) -> _Gap | None:
        if isinstance(end, _Gap):
            return end
        lines = self._letters.page(end.page)
        return None if lines is None else _Gap(end.page, lines.gap_at(end.at))

    def _settle_word(self) -> None:
        if self._word is not None and (lines := self._letters.page(self._word.page)) is not None:
            start, stop = lines.word_at(self._word.at)
            self._ends = (_Gap(self._word.page, start), _Gap(self._word.page, stop))
            self._word = None

    def _action(self, words: str, keys: QKeySequence.StandardKey) -> QAction:
        made = QAction(words, self._preview)
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._preview.addAction(made)
        return made
