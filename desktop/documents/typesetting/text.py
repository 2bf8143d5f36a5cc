"""Text measured and broken into lines; the only place that knows how wide words are.

Lines are filled word by word. A word that does not fit may break behind a slash or a long hyphenation; a word
wider than the whole line breaks anywhere, so nothing typed can run off the paper. Short texts that come again
(states, institutions, column heads) are wrapped once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from desktop.documents.typesetting.bidi import in_visual_order
from desktop.documents.typesetting.fonts import Face, fallback_for
from desktop.documents.typesetting.markup import Piece, pieces, printable, reads_right_to_left

Span = tuple[str, Face]

_LABEL = 48
_SHORT = 200
# In a column shorter words go to the next line whole; in prose that would tear holes into justified lines.
_LONG_IN_COLUMN, _LONG_IN_PROSE = 20, 10
_PROSE = 25_000.0  # thousandths of the font size: wider is prose
# "kabupaten/kota" and "se-wilayah" may part; "K-05", "H-1" and "2024/2025" stay whole.
_SOFT_BREAK = re.compile(r"(?<=[^\W\d]{2}/)(?=[^\W\d]{2})|(?<=[^\W\d]{3}-)(?=[^\W\d]{3})")


@dataclass(slots=True)
class Line:
    """One line ready to be drawn: its runs, its width in points, its spaces, and whether it may be stretched."""

    runs: list[Piece]
    width: float
    spaces: int
    stretches: bool = True


Lines = tuple[Line, ...]


def wrap(text: str, face: Face, size: float, width: float) -> Lines:
    """The lines of a text in one font, none of them wider than `width` points; an empty text has none."""
    if len(text) <= _LABEL and face.has_ascii and text.isascii() and text.isprintable():
        # Numbers, names and states: mostly one line, each different; measuring is cheaper than remembering.
        line = " ".join(_words(text))
        measured = face.measure(line) * size / 1000
        if measured <= width:
            return (Line([(face, line)], measured, line.count(" "), stretches=False),) if line else ()
    if len(text) <= _SHORT:
        return _wrap_short(text, face, size, width)
    return _wrapped([(text, face)], size, width)


def fits(text: str, face: Face, size: float, width: float, most: int) -> bool:
    """Whether a text needs at most so many lines; of a long one no more than those are set."""
    if len(text) <= _SHORT:
        return len(wrap(text, face, size, width)) <= most
    return len(list(islice(_lines([(text, face)], size, width), most + 1))) <= most


def wrap_spans(spans: Sequence[Span], size: float, width: float) -> Lines:
    """The lines of a text whose parts stand in different fonts; spaces belong to the spans."""
    if len(spans) == 1:
        return wrap(spans[0][0], spans[0][1], size, width)
    return _wrapped(spans, size, width)


def text_width(text: str, face: Face, size: float) -> float:
    """How wide a text is on one line, in points; of several lines the widest."""
    if face.has_ascii and text.isascii() and text.isprintable():
        return face.measure(text) * size / 1000
    lines = printable(text).split("\n")
    return max(sum(font.width(part) for font, part in pieces(line, face)) for line in lines) * size / 1000


@lru_cache(maxsize=8192)
def _wrap_short(text: str, face: Face, size: float, width: float) -> Lines:
    return _wrapped([(text, face)], size, width)


def _wrapped(spans: Sequence[Span], size: float, width: float) -> Lines:
    return tuple(_lines(spans, size, width))


def _lines(spans: Sequence[Span], size: float, width: float) -> Iterator[Line]:
    limit = width * 1000 / size
    ready = [(printable(text), face) for text, face in spans]
    whole = "".join(text for text, _ in ready)
    if not whole.strip():
        return
    turned = reads_right_to_left(whole)
    if len(ready) == 1 and not turned and ready[0][1].covers(whole.replace("\n", "")):
        face = ready[0][1]
        lines: Iterable[Line] = (
            line for part in whole.strip().split("\n") for line in _fill_plain(_words(part), face, limit)
        )
    else:
        lines = (line for words in _paragraphs(ready) for line in _spread(_fill_mixed(words, limit)))
    for line in lines:
        line.width *= size / 1000
        if turned:
            _turn(line)
        yield line


def _words(text: str) -> list[str]:
    # Not split(): that would part at no-break spaces too.
    return [word for word in text.split(" ") if word]


def _fill_plain(words: list[str], face: Face, limit: float) -> Iterator[Line]:
    # The path of nearly all text: one font, widths from its table, runs joined only when a line is full.
    space, measure = face.space, face.width
    line: list[str] = []
    used = -space
    for word in words:
        width = measure(word)
        if used + space + width <= limit:
            line.append(word)
            used += space + width
            continue
        head = _head(word, face, limit - used - space, limit) if line else ""
        if head:
            line.append(head)
            used += space + measure(head)
        if line:
            yield Line([(face, " ".join(line))], used, len(line) - 1)
        *full, last = _chunks(word[len(head) :], face, limit)
        for chunk in full:
            yield Line([(face, chunk)], measure(chunk), 0, stretches=False)
        line = [last]
        used = measure(last)
    yield Line([(face, " ".join(line))], max(used, 0), len(line) - 1, stretches=False)


def _fill_mixed(words: list[list[Piece]], limit: float) -> Iterator[Line]:
    line: list[list[Piece]] = []
    used = 0.0
    for word in words:
        width = _width(word)
        gap = word[0][0].space if line else 0.0
        if used + gap + width <= limit:
            line.append(word)
            used += gap + width
            continue
        head = _head(word[0][1], word[0][0], limit - used - gap, limit) if line and len(word) == 1 else ""
        if head:
            face, text = word[0]
            line.append([(face, head)])
            used += gap + face.width(head)
            word = [(face, text[len(head) :])]
            width = _width(word)
        if line:
            yield Line(_merged(line), used, len(line) - 1)
        *full, last = _mixed_chunks(word, limit) if width > limit else [word]
        for chunk in full:
            yield Line(chunk, _width(chunk), 0, stretches=False)
        line = [last]
        used = _width(last)
    yield Line(_merged(line), used, max(len(line) - 1, 0), stretches=False)


def _spread(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines with an empty one below each whose letters would touch the next."""
    for line in lines:
        yield line
        if any(face.reaches_down(text) for face, text in line.runs):
            yield Line([], 0.0, 0, stretches=False)


def _width(word: list[Piece]) -> float:
    return sum(face.width(text) for face, text in word)


def _head(word: str, face: Face, room: float, limit: float) -> str:
    """As much of a word as fits before a soft break; empty when none fits."""
    if len(word) <= (_LONG_IN_PROSE if limit > _PROSE else _LONG_IN_COLUMN) or (
        "/" not in word and "-" not in word
    ):
        return ""
    for place in reversed([found.start() for found in _SOFT_BREAK.finditer(word)]):
        if face.width(word[:place]) <= room:
            return word[:place]
    return ""


def _chunks(word: str, face: Face, limit: float) -> list[str]:
    """A word in parts that each fit on a line; at soft breaks where there are any, else anywhere."""
    if face.width(word) <= limit:
        return [word]
    chunks, start, used, soft = [], 0, 0.0, 0
    breaks = {found.start() for found in _SOFT_BREAK.finditer(word)}
    widths = face.widths
    for place, character in enumerate(word):
        if place in breaks:
            soft = place
        width = widths[character]
        if used + width > limit and place > start:
            end = soft if soft > start else place
            chunks.append(word[start:end])
            used = face.width(word[end:place])
            start = end
        used += width
    return [*chunks, word[start:]]


def _mixed_chunks(word: list[Piece], limit: float) -> list[list[Piece]]:
    if len(word) == 1:
        return [[(word[0][0], chunk)] for chunk in _chunks(word[0][1], word[0][0], limit)]
    chunks: list[list[Piece]] = [[]]
    used = 0.0
    for face, text in word:
        for character in text:
            width = face.widths[character]  # of a mark it is nothing, so that it stays with its letter
            if used + width > limit and chunks[-1]:
                chunks.append([])
                used = 0.0
            used += width
            runs = chunks[-1]
            if runs and runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1] + character)
            else:
                runs.append((face, character))
    return chunks


def _paragraphs(spans: Sequence[Span]) -> list[list[list[Piece]]]:
    """Words of runs, paragraph by paragraph; a word may stand in several fonts."""
    paragraphs: list[list[list[Piece]]] = [[]]
    glued = False
    for text, face in spans:
        for part in _SEPARATED.split(text):
            if part == "\n":
                paragraphs.append([])
                glued = False
            elif part.startswith(" "):
                glued = False
            elif not part:
                continue
            elif glued and paragraphs[-1]:
                paragraphs[-1][-1].extend(pieces(part, face))
            else:
                paragraphs[-1].append(pieces(part, face))
                glued = True
    return paragraphs


_SEPARATED = re.compile("(\n| +)")


def _merged(words: list[list[Piece]]) -> list[Piece]:
    """The words of a line as few runs; each space is set in the font of the word behind it."""
    runs: list[Piece] = []
    for index, word in enumerate(words):
        for part, (face, text) in enumerate(word):
            typed = f" {text}" if index and not part else text
            if runs and runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1] + typed)
            else:
                runs.append((face, typed))
    return runs


def _turn(line: Line) -> None:
    """Put a line with right-to-left words into the order in which it is drawn."""
    fonts = [face for face, text in line.runs for _ in text]
    runs: list[Piece] = []
    for place, character in in_visual_order("".join(text for _, text in line.runs)):
        face = fonts[place]
        if not face.covers(character):  # the bracket of the other side, which some fonts lack
            face = fallback_for(character) or face
        if runs and runs[-1][0] is face:
            runs[-1] = (face, runs[-1][1] + character)
        else:
            runs.append((face, character))
    line.runs = runs
