"""The fonts and pictures a paper uses, by the names its pages call them, and how they are embedded.

A character is a byte on the page: fonts are embedded as subsets of up to 256 characters. The first subset of each
has ASCII at its usual codes, so that a space is code 32 everywhere, which is what stretches justified lines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count

from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.pdf import PACKED, PdfFile, packed
from desktop.documents.typesetting.picture import Picture

_ASCII = range(32, 127)
_NO_BREAK_SPACE, _SPACE = 0xA0, 0x20


class Resources:
    """What the pages of one paper share."""

    def __init__(self) -> None:
        self._fonts: dict[Face, _UsedFont] = {}
        self._pictures: dict[Picture, str] = {}

    def codes(self, face: Face, text: str) -> list[tuple[str, str]]:
        """A text as (name of a font on the page, codes of its characters); codes are 0 to 255."""
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = _UsedFont(face, f"F{len(self._fonts) + 1}")
        if face.has_ascii and text.isascii():
            return [(font.names[0], text)]
        return font.codes(text)

    def name_of(self, picture: Picture) -> str:
        """The name of a picture on the page."""
        return self._pictures.setdefault(picture, f"I{len(self._pictures) + 1}")

    def write(self, file: PdfFile, number: int) -> None:
        """Embed all that was used, and name it for the pages in the object of this number."""
        fonts = [entry for font in self._fonts.values() for entry in font.write(file)]
        pictures = [f"/{name} {picture.write(file)} 0 R" for picture, name in self._pictures.items()]
        file.add(f"<< /Font << {' '.join(fonts)} >> /XObject << {' '.join(pictures)} >> >>", number)


class _UsedFont:
    """What a paper uses of one font: the codes given to its characters, subset by subset."""

    def __init__(self, face: Face, name: str) -> None:
        self._face = face
        self._name = name
        self._codes = {code: code for code in _ASCII if code in face.file.glyphs}
        self._subsets = [[*[0] * 32, *_ASCII, 127]]
        self._free = _free_codes()
        self.names = [f"{name}.0"]

    def codes(self, text: str) -> list[tuple[str, str]]:
        """The text in runs of one subset each."""
        runs: list[tuple[int, list[int]]] = []
        for character in map(ord, text):
            place = self._place(_SPACE if character == _NO_BREAK_SPACE else character)
            subset, code = divmod(place, 256)
            if not runs or runs[-1][0] != subset:
                runs.append((subset, []))
            runs[-1][1].append(code)
        return [(self.names[subset], bytes(codes).decode("latin-1")) for subset, codes in runs]

    def _place(self, character: int) -> int:
        known = self._codes.get(character)
        if known is not None:
            return known
        if character not in self._face.file.glyphs:
            return 0
        place = self._codes[character] = next(self._free)
        subset, code = divmod(place, 256)
        if subset == len(self._subsets):
            self._subsets.append([0])
            self.names.append(f"{self._name}.{subset}")
        characters = self._subsets[subset]
        if code == len(characters) + 1:  # code 32 was left out
            characters.append(_SPACE)
        if code < len(characters):
            characters[code] = character
        else:
            characters.append(character)
        return place

    def write(self, file: PdfFile) -> Iterator[str]:
        """Embed the subsets; gives each one's entry in the list of fonts."""
        for number, (name, subset) in enumerate(zip(self.names, self._subsets, strict=True)):
            yield f"/{name} {_write_subset(file, self._face, number, subset)} 0 R"


def _free_codes() -> Iterator[int]:
    """Codes for characters beyond ASCII; 0 is that of missing ones, 32 stretches in justified lines."""
    yield from chain(range(1, 32), range(128, 256))
    for subset in count(1):
        yield from (256 * subset + code for code in chain(range(1, 32), range(33, 256)))


def _write_subset(file: PdfFile, face: Face, number: int, subset: list[int]) -> int:
    embedded, font = _embedded(face, tuple(subset)), face.file
    name = f"{_tag(number)}+{face.name}"
    program = file.add_stream(embedded.file, f"{PACKED} /Length1 {embedded.length}")
    text_map = file.add_stream(embedded.text_map, PACKED)
    descriptor = file.add(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags {font.flags} /FontBBox [{_numbers(font.box)}]"
        f" /Ascent {font.ascent:g} /Descent {font.descent:g} /CapHeight {font.cap_height:g}"
        f" /ItalicAngle {font.italic_angle:g} /StemV {font.stem} /MissingWidth {font.default_width:g}"
        f" /FontFile2 {program} 0 R >>"
    )
    widths = _numbers(face.widths.get(chr(code), font.default_width) for code in subset)
    return file.add(
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 0 /LastChar {len(subset) - 1}"
        f" /Widths [{widths}] /FontDescriptor {descriptor} 0 R /ToUnicode {text_map} 0 R >>"
    )


def _tag(number: int) -> str:
    """The six letters before a subset's name that tell it from other subsets of the font."""
    return f"{number:06}".translate(str.maketrans("0123456789", "ABCDEFGHIJ"))


def _numbers(values: Iterator[float] | list[float]) -> str:
    return " ".join(f"{value:g}" for value in values)


@dataclass(frozen=True, slots=True)
class _Embedded:
    """A subset ready to be written: the packed font file, its length unpacked, the packed text map."""

    file: bytes
    length: int
    text_map: bytes


@lru_cache(maxsize=64)
def _embedded(face: Face, subset: tuple[int, ...]) -> _Embedded:
    # An office's papers use nearly the same letters each time, so the same few subsets come again and again.
    file = face.file.subset(subset)
    return _Embedded(packed(file), len(file), packed(_text_map(subset)))


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
