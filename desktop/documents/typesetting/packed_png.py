"""A PNG whose pixels stand on paper as they are packed in the file.

PDF unpacks pixels as PNG does, so an opaque picture need not be unpacked and packed again, and Pillow, a tenth of
the first paper, stays unloaded. Only the pixels are taken, nothing that was written beside them.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from struct import error as struct_error
from struct import unpack_from
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFText

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _COLOUR, _PALETTE = 0, 2, 3
# What changes no pixel and does not turn the picture round; a picture with anything else is Pillow's.
_HARMLESS = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"tIME", b"bKGD", b"sBIT",
}  # fmt: skip
_TEXTS = {b"tEXt", b"zTXt", b"iTXt"}
_MAY_TURN = (b"Raw profile", b"XML")  # texts that hold EXIF or XMP
_LAST_FILTER = 4


class PackedPng:
    """A picture ready to be embedded; `palette` are the colours its pixels number, three bytes each."""

    def __init__(self, width: int, height: int, bits: int, kind: int, palette: bytes, packed: bytes) -> None:
        self._width, self._height, self._bits, self._kind = width, height, bits, kind
        self._palette, self._packed = palette, packed
        self._name = hashlib.md5(packed + palette, usedforsecurity=False).hexdigest()

    def getSize(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self._width, self._height

    def draw(self, canvas: Any, x: float, y: float, width: float, height: float) -> None:
        """Place it with its lower left corner at x, y; it is written once, wherever it stands."""
        if not canvas.hasForm(self._name):
            canvas._doc.addForm(self._name, self._embedded())
        canvas.saveState()
        canvas.translate(x, y)
        canvas.scale(width, height)
        canvas.doForm(self._name)
        canvas.restoreState()

    def _embedded(self) -> Any:
        colours = 3 if self._kind == _COLOUR else 1
        space: Any = PDFName("DeviceRGB" if self._kind == _COLOUR else "DeviceGray")
        if self._kind == _PALETTE:
            last = len(self._palette) // 3 - 1
            space = PDFArray([PDFName("Indexed"), PDFName("DeviceRGB"), last, PDFText(self._palette)])
        unpacking = {"Predictor": 15, "Colors": colours, "BitsPerComponent": self._bits, "Columns": self._width}
        stream: Any = PDFStream(content=self._packed)
        for name, value in {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": self._width,
            "Height": self._height,
            "BitsPerComponent": self._bits,
            "ColorSpace": space,
            "Filter": PDFName("FlateDecode"),
            "DecodeParms": PDFDictionary(unpacking),
        }.items():
            stream.dictionary[name] = value
        return stream


def packed_png(content: bytes, longest: int) -> PackedPng | None:
    """The picture as it is packed; None when it is damaged, transparent, turned, interlaced or of another kind.

    None too where a side has more pixels than `longest`: such a picture is better made smaller.
    """
    try:
        parts = list(_parts(content))
        if parts[0][0] != b"IHDR" or not all(_is_harmless(name, part) for name, part in parts):
            return None
        width, height, bits, kind, _, _, interlaced = unpack_from(">2L5B", parts[0][1])
    except (struct_error, ValueError):
        return None
    colours = {_GREY: 1, _COLOUR: 3, _PALETTE: 1}.get(kind)
    if colours is None or bits > 8 or interlaced or not 0 < width <= longest or not 0 < height <= longest:
        return None
    palette = b"".join(part for name, part in parts if name == b"PLTE") if kind == _PALETTE else b""
    packed = b"".join(part for name, part in parts if name == b"IDAT")
    line = 1 + (width * bits * colours + 7) // 8
    if (kind == _PALETTE and (not palette or len(palette) % 3)) or not _is_whole(packed, line, height):
        return None
    return PackedPng(width, height, bits, kind, palette, packed)


def _parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG with their names; raises ValueError where one is damaged or the end is missing."""
    place = len(SIGNATURE)
    name = b""
    while name != b"IEND":
        length = unpack_from(">L", content, place)[0]
        name, part = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        if zlib.crc32(name + part) != unpack_from(">L", content, place + 8 + length)[0]:
            raise ValueError("a part of the PNG is damaged")
        yield name, part
        place += length + 12


def _is_harmless(name: bytes, part: bytes) -> bool:
    return name in _HARMLESS or (name in _TEXTS and not part.startswith(_MAY_TURN))


def _is_whole(packed: bytes, line: int, height: int) -> bool:
    """Whether all lines of pixels are there, each packed in a way that PNG knows."""
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(packed, line * height + 1)
    except zlib.error:
        return False
    return len(pixels) == line * height and unpacker.eof and max(pixels[::line]) <= _LAST_FILTER
