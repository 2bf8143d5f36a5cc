"""The lines of letters on a page: which letter is under the mouse, and what a run of letters covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from desktop.worker.letters import PageLetters

_FAR = 3.0  # heights of a line: a wider gap parts two lines, such as two cells of a table


@dataclass(slots=True)
class _Line:
    """Letters from `start` up to and without `stop` that stand side by side."""

    start: int
    stop: int
    left: float
    top: float
    right: float
    bottom: float

    def takes(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether a letter with this box goes on with the line."""
        height = self.bottom - self.top
        overlap = min(bottom, self.bottom) - max(top, self.top)
        apart = max(left - self.right, self.left - right)
        return overlap > 0.4 * min(height, bottom - top) and apart < _FAR * height

    def grow(self, letter: int, left: float, top: float, right: float, bottom: float) -> None:
        self.stop = letter + 1
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.top, self.bottom = min(self.top, top), max(self.bottom, bottom)

    def distance(self, point: QPointF) -> tuple[float, float]:
        """How far a point is above or below, then beside."""
        above = max(self.top - point.y(), point.y() - self.bottom, 0.0)
        return above, max(self.left - point.x(), point.x() - self.right, 0.0)


class TextLines:
    """The letters of one page by their places; all places are points from the upper left corner."""

    def __init__(self, letters: PageLetters) -> None:
        self.letters = letters
        self._lines = list(_lines(letters))

    @property
    def text(self) -> str:
        """The text, one character a letter."""
        return self.letters.text

    def gap_at(self, point: QPointF) -> int:
        """The gap between two letters nearest to a point: the number of the letter behind it."""
        if not self._lines:
            return 0
        line = min(self._lines, key=lambda one: one.distance(point))
        for letter in range(line.start, line.stop):
            left, _, right, _ = self.letters.box(letter)
            if right > left and point.x() < (left + right) / 2:
                return letter
        return line.stop

    def word_at(self, point: QPointF) -> tuple[int, int]:
        """The word at a point, as first letter and the one behind the last."""
        text, at = self.text, min(self.gap_at(point), max(len(self.text) - 1, 0))
        if not text[at : at + 1].isalnum() and at and text[at - 1].isalnum():
            at -= 1
        start = stop = at
        while start > 0 and text[start - 1].isalnum():
            start -= 1
        while stop < len(text) and text[stop].isalnum():
            stop += 1
        return start, stop

    def areas(self, start: int, stop: int) -> list[QRectF]:
        """What the letters from `start` up to and without `stop` cover, line by line."""
        areas = []
        for line in self._lines:
            first, last = max(start, line.start), min(stop, line.stop)
            boxes = [self.letters.box(letter) for letter in range(first, last)]
            seen = [box for box in boxes if box[2] > box[0]]
            if seen:
                left, right = min(box[0] for box in seen), max(box[2] for box in seen)
                areas.append(QRectF(left, line.top, right - left, line.bottom - line.top))
        return areas


def _lines(letters: PageLetters) -> Iterator[_Line]:
    line: _Line | None = None
    for letter, character in enumerate(letters.text):
        left, top, right, bottom = letters.box(letter)
        if character == "\n":
            if line is not None:
                yield line
            line = None
        elif right <= left or bottom <= top:
            continue
        elif line is not None and line.takes(left, top, right, bottom):
            line.grow(letter, left, top, right, bottom)
        else:
            if line is not None:
                yield line
            line = _Line(letter, letter + 1, left, top, right, bottom)
    if line is not None:
        yield line
