"""Reading our papers back: text, fonts and places on the page."""

from __future__ import annotations

import ctypes
import unicodedata
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page as a reader would copy it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
        return texts
    finally:
        document.close()


def squeezed(text: str) -> str:
    """A text without white space, to compare typed with printed; PDFium marks hyphens at line ends its own way."""
    text = unicodedata.normalize("NFC", text).replace("\ufffe", "-").replace("\x02", "-")
    return "".join(text.split())


def paper_text(pdf: bytes) -> str:
    """All of a paper's text, without white space."""
    return squeezed("".join(page_texts(pdf)))


def fonts(pdf: bytes) -> dict[str, bool]:
    """The fonts a paper lists and whether each is embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            for font in page.Resources.Font.values():
                found[str(font.BaseFont)] = "/FontFile2" in font.FontDescriptor
    return found


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of the pages in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            (round(w * 25.4 / 72, 1), round(h * 25.4 / 72, 1))
            for w, h in map(document.get_page_size, range(len(document)))
        ]
    finally:
        document.close()


def boxes_outside(pdf: bytes, edge: float = 10.0) -> list[str]:
    """Characters that stand closer than `edge` points to the paper's edge, or beyond it."""
    document = pypdfium2.PdfDocument(pdf)
    outside = []
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    try:
        for page in document:
            width, height = page.get_size()
            text_page = page.get_textpage()
            for index in range(text_page.count_chars()):
                found = pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
                wide = left.value >= edge and right.value <= width - edge
                if found and wide and bottom.value >= edge and top.value <= height - edge:
                    continue
                # What character it is costs more to ask than where it stands.
                character = text_page.get_text_range(index, 1)
                if character and not character.isspace():
                    assert found, character
                    outside.append(character)
            text_page.close()
            page.close()
    finally:
        document.close()
    return outside
