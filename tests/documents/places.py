"""Where things stand on our pages: letters that touch each other, cross a line, or leave the paper."""

from __future__ import annotations

import ctypes
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class Letter:
    """A character as it is drawn: its ink in points from the lower left corner, where it begins, its place in the text."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    start: float
    base: float
    order: int

    def follows(self, other: Letter) -> bool:
        """Whether the two are neighbours in one word, whose ink may touch as the font has it."""
        near = abs(self.order - other.order) <= 2 and abs(self.base - other.base) < 0.1
        ligature = self.start == other.start and self.right == other.right  # one drawing, read as two letters
        return near and (abs(self.start - other.start) > 0.3 or ligature)


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """A page's letters, and the upright edges drawn on it: x, lower and upper end."""

    width: float
    height: float
    letters: list[Letter]
    uprights: list[tuple[float, float, float]]


def pages(pdf: bytes) -> Iterator[PagePlaces]:
    """The places on each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            width, height = page.get_size()
            with _text_of(page) as text:
                letters = list(_letters(text))
            yield PagePlaces(width, height, letters, list(_uprights(page)))
            page.close()
    finally:
        document.close()


def faults(pdf: bytes) -> list[str]:
    """Everything on a paper that stands where it must not, in words; nothing where all is well."""
    found = []
    for number, page in enumerate(pages(pdf), 1):
        for name, letters in (("outside", outside(page)), ("over", overlapping(page)), ("across", crossing(page))):
            found += [f"page {number}: {one} {name}" for one in letters]
    return found


def readings(pdf: bytes) -> list[str]:
    """A paper's texts as they were set, without white space, in the ways in which they can belong together.

    First all of it in the order in which it was set; then, of all pages, what stands between two upright edges, and
    what begins at the same distance from the left: cells and columns whose lines take turns.
    """
    whole: list[str] = []
    between: dict[int, list[str]] = {}
    beginning: dict[int, list[str]] = {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            edges = sorted({round(x) for x, _, _ in _uprights(page)})
            for text, left in _lines(page):
                whole.append(text)
                between.setdefault(bisect_left(edges, left), []).append(text)
                beginning.setdefault(round(left), []).append(text)
            page.close()
    finally:
        document.close()
    return ["".join(whole), *map("".join, between.values()), *map("".join, beginning.values())]


def outside(page: PagePlaces, edge: float = 10.0) -> list[str]:
    """Letters closer than `edge` points to the paper's edge, or beyond it."""
    return [
        _told(one)
        for one in page.letters
        if one.left < edge or one.bottom < edge or one.right > page.width - edge or one.top > page.height - edge
    ]


def overlapping(page: PagePlaces, least: float = 1.0) -> list[str]:
    """Letters whose ink shares more than `least` points, both ways, with a letter of another place.

    Marks that stand on letters are left out, and neighbours in a word.
    """
    found = []
    letters = sorted((one for one in page.letters if not _is_mark(one.text)), key=lambda one: one.left)
    lefts = [one.left for one in letters]
    for place, one in enumerate(letters):
        for other in letters[place + 1 : bisect_left(lefts, one.right - least)]:
            high = min(one.top, other.top) - max(one.bottom, other.bottom)
            wide = min(one.right, other.right) - other.left
            if high > least and wide > least and not one.follows(other):
                found.append(f"{_told(one)} and {_told(other)}")
    return found


def crossing(page: PagePlaces, least: float = 0.6) -> list[str]:
    """Letters that an upright edge of a table, frame or code runs through."""
    uprights = sorted(page.uprights)
    places = [x for x, _, _ in uprights]
    found = []
    for one in page.letters:
        for x, low, high in uprights[bisect_left(places, one.left + least) :]:
            if x > one.right - least:
                break
            if min(high, one.top) - max(low, one.bottom) > least:
                found.append(f"{_told(one)} by {x:.0f}")
                break
    return found


@contextmanager
def _text_of(page: Any) -> Iterator[Any]:
    text = page.get_textpage()
    try:
        yield text
    finally:
        text.close()


def _letters(text: Any) -> Iterator[Letter]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if character.isspace() or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        if character in _LOW_SURROGATES:  # the second half of what was told already
            continue
        if character in _HIGH_SURROGATES:
            character = _whole(character, chr(pdfium.FPDFText_GetUnicode(text, index + 1)))
        box = text.get_charbox(index)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        if box[2] > box[0] and box[3] > box[1]:
            yield Letter(character, *box, x.value, y.value, index)


_SPACE = 9.0  # points; neighbouring columns are further apart
_HIGH_SURROGATES = frozenset(map(chr, range(0xD800, 0xDC00)))
_LOW_SURROGATES = frozenset(map(chr, range(0xDC00, 0xE000)))


def _whole(high: str, low: str) -> str:
    return (high + low).encode("utf-16", "surrogatepass").decode("utf-16", "replace")[0]


def _lines(page: Any) -> Iterator[tuple[str, float]]:
    """The lines of a page as they were set, runs of other fonts joined; with the place where each begins."""
    line, begin, end, base = "", 0.0, 0.0, -1.0
    matrix, buffer = pdfium.FS_MATRIX(), (ctypes.c_ushort * 4096)()
    with _text_of(page) as text:
        for run in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            size = pdfium.FPDFTextObj_GetText(run, text, buffer, len(buffer))
            read = bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace")
            pdfium.FPDFPageObj_GetMatrix(run, matrix)
            _, _, right, _ = run.get_bounds()
            if matrix.f != base or not -2 < matrix.e - end < _SPACE:
                if line:
                    yield line, begin
                line, begin, base = "", matrix.e, matrix.f
            line, end = line + "".join(read.split()), right
    if line:
        yield line, begin


def _uprights(page: Any) -> Iterator[tuple[float, float, float]]:
    """Upright segments of all paths, their corners included; our pages draw in points, nothing is turned."""
    x, y = ctypes.c_float(), ctypes.c_float()
    for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        before = start = (0.0, 0.0)
        for index in range(pdfium.FPDFPath_CountSegments(shape)):
            segment = pdfium.FPDFPath_GetPathSegment(shape, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            now = (x.value, y.value)
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                start = now
            elif before[0] == now[0] and before[1] != now[1]:
                yield now[0], min(before[1], now[1]), max(before[1], now[1])
            if pdfium.FPDFPathSegment_GetClose(segment) and start[0] == now[0] and start[1] != now[1]:
                yield now[0], min(start[1], now[1]), max(start[1], now[1])
            before = now


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _told(one: Letter) -> str:
    return f"{one.text!r} at {one.left:.0f}, {one.base:.0f}"
