"""Pictures as they stand in a PDF: their points alone, without what a camera or scanner wrote into the file."""

from __future__ import annotations

import zlib
from functools import lru_cache
from io import BytesIO
from struct import unpack_from
from typing import Any

from desktop.base.errors import PaperProblem
from desktop.documents.typesetting.pdf import PACKED, PdfFile, packed

_MOST_PIXELS = 40_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_COLOURS = {0: ("DeviceGray", 1), 2: ("DeviceRGB", 3)}  # the kinds of PNG whose points PDF reads as they are


class Picture:
    """A picture ready to be written; `entries` tell how its content is packed, `mask` where it shows through."""

    def __init__(
        self, width: int, height: int, colours: str, content: bytes, entries: str, mask: Picture | None = None
    ) -> None:
        self.width = width
        self.height = height
        self._colours = colours
        self._content = content
        self._entries = entries
        self._mask = mask

    def write(self, file: PdfFile) -> int:
        """Embed the picture; returns the number of its object."""
        mask = f" /SMask {self._mask.write(file)} 0 R" if self._mask else ""
        return file.add_stream(
            self._content,
            f"/Type /XObject /Subtype /Image /Width {self.width} /Height {self.height}"
            f" /ColorSpace /{self._colours} /BitsPerComponent 8 {self._entries}{mask}",
        )


@lru_cache(maxsize=4)
def mark(content: bytes, most: int) -> Picture:
    """The picture of a PNG or JPEG file, upright, at most so many points wide and high.

    Raises PaperProblem when the bytes are not a picture or one of absurd size.
    """
    return _plain_png(content, most) or _drawn(content, most)


def _plain_png(content: bytes, most: int) -> Picture | None:
    """A small PNG without transparency, taken as it is packed; None for all others and for damaged ones.

    PDF packs the points of pictures as PNG does, so that none needs to be unpacked and packed again, nor a library
    loaded for it.
    """
    if not content.startswith(_PNG):
        return None
    parts: list[bytes] = []
    at, head = len(_PNG), b""
    while at + 12 <= len(content):
        (length,) = unpack_from(">L", content, at)
        kind, part = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if zlib.crc32(kind + part).to_bytes(4, "big") != content[at + 8 + length : at + 12 + length]:
            return None
        if kind == b"IHDR":
            head = part
        elif kind == b"IDAT":
            parts.append(part)
        elif kind in (b"tRNS", b"eXIf"):  # see-through, or perhaps lying on its side
            return None
        at += 12 + length
    if len(head) != 13:
        return None
    width, height, depth, colour, *ways = unpack_from(">LL5B", head)
    if depth != 8 or colour not in _COLOURS or any(ways) or not 0 < width <= most or not 0 < height <= most:
        return None
    space, channels = _COLOURS[colour]
    points = b"".join(parts)
    if not _holds(points, height * (1 + width * channels)):
        return None
    return Picture(
        width,
        height,
        space,
        points,
        f"{PACKED} /DecodeParms << /Predictor 15 /Colors {channels} /Columns {width} >>",
    )


def _holds(points: bytes, length: int) -> bool:
    """Whether packed points are whole and as many as they should be; unpacks no more than that."""
    unpacking = zlib.decompressobj()
    try:
        return len(unpacking.decompress(points, length + 1)) == length and unpacking.eof
    except zlib.error:
        return False


def _drawn(content: bytes, most: int) -> Picture:
    from PIL import Image, ImageOps

    try:
        picture = _opened(content)
        if picture.width * picture.height > _MOST_PIXELS:
            raise PaperProblem(
                f"Lambang terlalu besar ({picture.width} × {picture.height} titik).",
                "Pilih gambar yang lebih kecil di Pengaturan.",
            )
        upright: Any = ImageOps.exif_transpose(picture)
        upright = upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")
    except (Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise PaperProblem(
            "Lambang pada kop tidak dapat dibaca.", "Pilih lagi gambar PNG atau JPEG di Pengaturan."
        ) from error
    upright.thumbnail((most, most))
    width, height = upright.size
    mask = None
    if upright.mode == "RGBA":
        mask = Picture(width, height, "DeviceGray", packed(upright.getchannel("A").tobytes()), PACKED)
        upright = upright.convert("RGB")
    return Picture(width, height, "DeviceRGB", packed(upright.tobytes()), PACKED, mask)


def _opened(content: bytes) -> Any:
    """The picture by the one driver it needs: Pillow's `open` would load four more."""
    if content.startswith(_PNG):
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(BytesIO(content))
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile(BytesIO(content))
