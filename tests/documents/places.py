"""Where things stand on our pages: letters that touch each other, cross a line, or leave the paper."""

from __future__ import annotations

import ctypes
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_LONGEST_LIGATURE = len(unicodedata.normalize("NFKD", "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}"))


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
        apart = abs(self.order - other.order)
        if abs(self.base - other.base) >= 0.1:
            return False
        if self.start == other.start and self.right == other.right:  # one drawing, read as several letters
            return apart < _LONGEST_LIGATURE
        return apart <= 2 and abs(self.start - other.start) > 0.3


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
    return faults_on(pages(pdf))


def faults_on(places: Iterable[PagePlaces]) -> list[str]:
    """The same of pages whose places are known."""
    found = []
    for number, page in enumerate(places, 1):
        for name, letters in (("outside", outside(page)), ("over", overlapping(page)), ("across", crossing(page))):
            found += [f"page {number}: {one} {name}" for one in letters]
    return found


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
    for index, character in _characters(text):
        if character.isspace() or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        box = text.get_charbox(index)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        if box[2] > box[0] and box[3] > box[1]:
            yield Letter(character, *box, x.value, y.value, index)


_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)


def _characters(text: Any) -> Iterator[tuple[int, str]]:
    """The characters with their places; PDFium tells those beyond U+FFFF in halves, and turns these round with a line."""
    codes = [pdfium.FPDFText_GetUnicode(text, index) for index in range(text.count_chars())]
    index = 0
    while index < len(codes):
        high, low = codes[index], codes[index + 1] if index + 1 < len(codes) else 0
        if high in _LOW and low in _HIGH:
            high, low = low, high
        if high in _HIGH and low in _LOW:
            yield index, chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)
            index += 2
        else:
            yield index, chr(codes[index])
            index += 1


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
