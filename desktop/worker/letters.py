"""The letters of a PDF and where they stand: for searching in a paper, marking its words and copying them.

A letter has one number on its page, by which the text, the boxes and the index speak of the same one.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from desktop.base.folding import fold
from desktop.worker.frames import Answer
from desktop.worker.pages import opened

if TYPE_CHECKING:
    from desktop.worker.jobs import Context

_BOX = 4  # numbers of a box
_LINE_END = 2  # what PDFium puts in the place of a hyphen at the end of a line


@dataclass(frozen=True)
class PageLetters:
    """One page: its text, and for each letter left, top, right, bottom in points from the upper left corner.

    Letters that only part words and lines have boxes without any size.
    """

    text: str
    boxes: Sequence[float]

    def box(self, letter: int) -> tuple[float, float, float, float]:
        """The box of one letter."""
        left, top, right, bottom = self.boxes[letter * _BOX : letter * _BOX + _BOX]
        return left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found: the letters from `start` up to and without `stop` of a page."""

    page: int
    start: int
    stop: int


@dataclass(frozen=True)
class PaperIndex:
    """A paper as search sees it: the folded text of each page, and which letter each of its letters stands for."""

    texts: Sequence[str]
    places: Sequence[Sequence[int]]

    def find(self, words: str) -> list[Hit]:
        """All places where these words stand, whatever their capitals, accents and line breaks."""
        wanted, hits = fold(words), []
        if not wanted:
            return []
        for page, (text, places) in enumerate(zip(self.texts, self.places, strict=True)):
            at = text.find(wanted)
            while at >= 0:
                end = at + len(wanted)
                hits.append(Hit(page, places[at], places[end - 1] + 1))
                at = text.find(wanted, end)
        return hits


def letters_of(answer: Answer) -> PageLetters:
    """What the job "page-letters" answers."""
    return PageLetters(answer.meta["text"], memoryview(answer.body).cast("f"))


def index_of(answer: Answer) -> PaperIndex:
    """What the job "page-index" answers."""
    texts = json.loads(answer.body[: answer.meta["texts"]])
    numbers, places, start = memoryview(answer.body[answer.meta["texts"] :]).cast("I"), [], 0
    for text in texts:
        places.append(numbers[start : start + len(text)])
        start += len(text)
    return PaperIndex(texts, places)


def read_letters(context: Context, pdf: bytes, number: int) -> Answer:
    """The letters of a page (counted from 0) with their boxes."""
    import pypdfium2.raw as pdfium

    with opened(pdf) as document:
        page = document[number]
        height, text_page = page.get_height(), page.get_textpage()
        text = _text_of(text_page)
        boxes, rect = array("f"), pdfium.FS_RECTF()
        for letter in range(len(text)):
            if not text[letter].isspace() and pdfium.FPDFText_GetLooseCharBox(text_page.raw, letter, rect):
                boxes.extend((rect.left, height - rect.top, rect.right, height - rect.bottom))
            else:
                boxes.extend((0.0, 0.0, 0.0, 0.0))
        text_page.close()
        page.close()
        context.progress(1, 1)
    return Answer(boxes.tobytes(), {"text": text})


def index_pages(context: Context, pdf: bytes) -> Answer:
    """All pages as search sees them."""
    texts, places = [], array("I")
    with opened(pdf) as document:
        total = len(document)
        for number in range(total):
            page = document[number]
            text_page = page.get_textpage()
            text, letters = _folded(_text_of(text_page))
            texts.append(text)
            places.extend(letters)
            text_page.close()
            page.close()
            context.progress(number + 1, total)
    told = json.dumps(texts).encode("ascii")
    told += b" " * (-len(told) % places.itemsize)  # numbers begin at a multiple of their size
    return Answer(told + places.tobytes(), {"texts": len(told)})


def _text_of(text_page: Any) -> str:
    """The text with exactly one character a letter."""
    import pypdfium2.raw as pdfium

    read, raw = pdfium.FPDFText_GetUnicode, text_page.raw
    codes = [read(raw, letter) for letter in range(text_page.count_chars())]
    return "".join([_character(code) for code in codes])


def _character(code: int) -> str:
    if code == _LINE_END:
        return "-"
    return chr(code) if 32 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\n" if code == 10 else " "


def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded letter by letter, one space between words, and the letter each character came from."""
    out: list[str] = []
    places: list[int] = []
    apart = False
    for place, letter in enumerate(text):
        folded = _folded_letter(letter)
        if folded is None:
            apart = bool(out)
        elif folded:
            if apart:
                out.append(" ")
                places.append(place)
                apart = False
            out.append(folded)
            places.extend([place] * len(folded))
    return "".join(out), places


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str | None:
    """A letter as search sees it: "" where it only marks another, None where it parts words."""
    folded = fold(letter)
    return folded or ("" if fold(f"a{letter}a") == "aa" else None)
