"""The fonts of our papers: three families, and fallback fonts for every other script; loaded when first used.

ReportLab does the parsing and subsetting. What is added here: character widths as a plain table (measuring text
is most of the work of a paper), embedded subsets kept from one paper to the next, and a text map that stays
readable for characters beyond U+FFFF, where ReportLab's own is not.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTEncoding, TTFError, TTFont

from desktop.base.errors import PaperProblem
from desktop.base.paths import resources
from desktop.documents.content import FontChoice
from desktop.documents.typesetting.font_file import FontFile

# ASCII85 writes the same bytes a quarter longer and costs half of a paper's time where its C part is missing.
rl_config.useA85 = 0

_FILES = {"Arial": "Arimo", "Bookman": "RakorBonum", "Times": "Tinos"}
_ASCII = "".join(map(chr, range(32, 127)))
_LONGEST_WORD_KEPT = 40
_MOST_WORDS_KEPT = 60_000
_DEEPEST = 0.5  # of the font size; Javanese and Balinese letters stand in two storeys


class _Widths(dict[str, float]):
    """The widths of characters, each looked up once."""

    def __init__(self, of_codes: Mapping[int, float]) -> None:
        self._of_codes = of_codes

    def __missing__(self, character: str) -> float:
        width = self[character] = self._of_codes[ord(character)]
        return width


class Face(TTFont):
    """One style of a font with its widths, all of them in thousandths of the font size."""

    def __init__(self, name: str, file: Path) -> None:
        # What TTFont sets, with a face that is read faster.
        self.fontName = name
        self.face = self._file = FontFile(str(file))
        self.encoding = TTEncoding()
        self.state = WeakKeyDictionary()
        self._asciiReadable = 1
        self.shapable = False
        self.widths = _Widths(self.face.charWidths)
        self._covered: set[str] = set()
        self.has_ascii = self.covers(_ASCII)
        self.space = self.widths[" "] if self.covers(" ") else 250.0
        self._words: dict[str, float] = {}
        self._depths: dict[str, float] = {}

    def covers(self, text: str) -> bool:
        """Whether the font has every character of a text."""
        if self._covered.issuperset(text):
            return True
        new = set(text) - self._covered
        if not all(ord(character) in self.face.charWidths for character in new):
            return False
        self._covered |= new
        return True

    def width(self, word: str) -> float:
        """How wide a text of covered characters is; words are measured once."""
        known = self._words.get(word)
        if known is not None:
            return known
        width = self.measure(word)
        if len(word) <= _LONGEST_WORD_KEPT:
            if len(self._words) >= _MOST_WORDS_KEPT:
                self._words.clear()
            self._words[word] = width
        return width

    def measure(self, text: str) -> float:
        """How wide a text of covered characters is, added up anew."""
        return sum(map(self.widths.__getitem__, text))

    def reaches_down(self, text: str) -> bool:
        """Whether letters of a text would touch the line below."""
        for character in text:
            if character not in self._depths:
                self._depths[character] = self._file.depth(ord(character))
        return any(self._depths[character] > _DEEPEST for character in text)

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """The text as (subset number, character codes); plain ASCII stands unchanged in subset 0."""
        if self.has_ascii and doc in self.state and text.isascii():
            return [(0, text.encode("ascii"))]
        pieces: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return pieces

    def addObjects(self, doc: Any) -> None:
        """Embed what this document used of the font; called by ReportLab while the file is written."""
        state = self.state[doc]
        state.frozen = 1
        for number, subset in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            font: Any = pdfdoc.PDFTrueTypeFont()  # its fields have no declared types
            font.Name = name
            font.BaseFont = (SUBSETN(number) + b"+" + self.face.name).decode("ascii")
            font.FirstChar = 0
            font.LastChar = len(subset) - 1
            font.Widths = pdfdoc.PDFArray([self.face.getCharWidth(code) for code in subset])
            embedded = _embedded(self, tuple(subset))
            text_map = _packed(embedded.text_map)
            font.ToUnicode = doc.Reference(text_map, f"toUnicodeCMap:{self.fontName}:{number}")
            font.FontDescriptor = self._descriptor(doc, font.BaseFont, embedded)
            doc.Reference(font, name)
            doc.idToObject["BasicFonts"].dict[name] = font
        del self.state[doc]

    def _descriptor(self, doc: Any, base_font: str, embedded: _Embedded) -> Any:
        file = _packed(embedded.file)
        file.dictionary["Length1"] = embedded.length
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "Ascent": self.face.ascent,
                "CapHeight": self.face.capHeight,
                "Descent": self.face.descent,
                "Flags": _SYMBOLIC | (self.face.flags & ~_NONSYMBOLIC),
                "FontBBox": pdfdoc.PDFArray(self.face.bbox),
                "FontName": pdfdoc.PDFName(base_font),
                "ItalicAngle": self.face.italicAngle,
                "StemV": self.face.stemV,
                "FontFile2": doc.Reference(file, f"fontFile:{base_font}:{self.fontName}"),
                "MissingWidth": self.face.defaultWidth,
            }
        )
        return doc.Reference(descriptor, f"fontDescriptor:{base_font}:{self.fontName}")


_SYMBOLIC = 1 << 2  # subsets have an encoding of their own
_NONSYMBOLIC = 1 << 5


@dataclass(frozen=True, slots=True)
class _Embedded:
    """A subset ready to be written: the packed font file, its length unpacked, the packed text map."""

    file: bytes
    length: int
    text_map: bytes


@lru_cache(maxsize=64)
def _embedded(face: Face, subset: tuple[int, ...]) -> _Embedded:
    # An office's papers use nearly the same letters each time, so the same few subsets come again and again.
    file = face.face.makeSubset(list(subset))
    return _Embedded(zlib.compress(file), len(file), zlib.compress(_text_map(subset)))


def _packed(content: bytes) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    stream.dictionary["Filter"] = pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])
    return stream


def _text_map(subset: tuple[int, ...]) -> bytes:
    """Which characters the codes stand for, so that text can be searched and copied (a ToUnicode CMap)."""
    lines = ["/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Rakor def /CMapType 2 def"]
    lines.append(f"1 begincodespacerange <00> <{len(subset) - 1:02X}> endcodespacerange")
    codes = list(enumerate(subset))
    for start in range(0, len(codes), 100):  # the format allows 100 at a time
        part = codes[start : start + 100]
        lines.append(f"{len(part)} beginbfchar")
        lines += [f"<{code:02X}> <{_typed(character)}>" for code, character in part]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


def _typed(code: int) -> str:
    character = chr(code)
    if 0xFB50 <= code <= 0xFEFC:  # the joined forms of Arabic letters read back as the letters
        character = unicodedata.normalize("NFKC", character)
    return character.encode("utf-16-be").hex().upper()


@cache
def load(name: str) -> Face:
    """The font of a file in resources/fonts, by its name without suffix, registered for embedding.

    Raises PaperProblem when the file is missing or damaged.
    """
    file = resources() / "fonts" / f"{name}.ttf"
    try:
        face = Face(file.stem, file)
    except (OSError, TTFError, struct.error) as error:
        raise PaperProblem(
            f"Huruf {file.stem} tidak dapat dibaca.", "Pasang ulang program ini; data Anda tidak berubah."
        ) from error
    pdfmetrics.registerFont(face)
    return face


@dataclass(frozen=True, slots=True)
class Family:
    """One of the office's font choices; the styles load when they are asked for."""

    choice: FontChoice

    @property
    def regular(self) -> Face:
        """Upright text."""
        return load(f"{_FILES[self.choice]}-Regular")

    @property
    def bold(self) -> Face:
        """Headings and names."""
        return load(f"{_FILES[self.choice]}-Bold")

    @property
    def italic(self) -> Face:
        """Labels and remarks."""
        return load(f"{_FILES[self.choice]}-Italic")


@cache
def _coverage() -> list[tuple[str, list[int], list[int]]]:
    """The fallback fonts in the order in which they are asked: name, first and last characters of their ranges."""
    import json

    fonts: dict[str, list[list[int]]] = json.loads((resources() / "fonts" / "coverage.json").read_bytes())
    return [(name, [first for first, _ in ranges], [last for _, last in ranges]) for name, ranges in fonts.items()]


@lru_cache(maxsize=4096)
def fallback_name(character: str) -> str | None:
    """The first fallback font that has a character, without loading it; None when no bundled font has it."""
    code = ord(character)
    for name, firsts, lasts in _coverage():
        place = bisect_right(firsts, code) - 1
        if place >= 0 and code <= lasts[place]:
            return name
    return None


@lru_cache(maxsize=4096)
def fallback_for(character: str) -> Face | None:
    """The first fallback font that has a character, loaded; None when no bundled font has it."""
    name = fallback_name(character)
    return load(name) if name else None
