"""Pictures from outside: refused before they are unpacked when they are too large, made small, upright and clean.

Nothing a camera, phone or program wrote beside the picture itself is kept: no place, no camera, no comment.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from math import ceil
from typing import Any

from desktop.base.errors import InvalidInput

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1_600
_PNG = b"\x89PNG\r\n\x1a\n"
_QUALITY = 85
_ORIENTATION = 0x0112  # of EXIF
_STRIP = 64  # rows made small at a time
# All that the two decoders say of a picture that breaks off or lies about itself.
_BROKEN = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError, ZeroDivisionError,
    struct.error, zlib.error,
)  # fmt: skip


def small_jpeg(content: bytes, name: str = "", longest: int = LONGEST_SIDE, quality: int = _QUALITY) -> bytes:
    """A JPEG or PNG as a clean JPEG whose longer side has at most `longest` pixels.

    Raises InvalidInput for what is no whole picture, or has more than 40 megapixels: that is seen before it is
    unpacked, for 17 kilobytes can hold a picture of a gigabyte.
    """
    told = f"“{name}”" if name else "Gambar ini"
    try:
        picture = _opened(content)
        if picture.width * picture.height > MOST_PIXELS:
            raise InvalidInput(
                "file",
                f"{told} terlalu besar: {picture.width} × {picture.height} titik, lebih dari 40 megapiksel.",
                "Perkecil gambarnya, lalu pilih lagi.",
            )
        out = BytesIO()
        _upright(_reduced(picture, longest), picture).save(out, "JPEG", quality=quality, optimize=True)
    except _BROKEN as error:
        raise InvalidInput(
            "file", f"{told} bukan foto JPEG atau PNG yang utuh.", "Buka fotonya, simpan ulang, lalu pilih lagi."
        ) from error
    return out.getvalue()


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height of a JPEG or PNG in pixels, from its head alone; raises OSError or SyntaxError."""
    picture = _opened(content)
    return picture.width, picture.height


def _opened(content: bytes) -> Any:
    """The picture by the one driver it needs; nothing is unpacked yet. Pillow's own warning comes too late."""
    if content.startswith(_PNG):
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(BytesIO(content))
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile(BytesIO(content))


def _reduced(picture: Any, longest: int) -> Any:
    """A new picture in RGB on white, made from strips: a large one in another mode is never converted whole."""
    from PIL import Image

    picture.draft("RGB", (longest, longest))  # a JPEG can be unpacked smaller
    width, height = picture.size
    factor = max(max(width, height) // (2 * longest), 1)
    small = Image.new("RGB", (ceil(width / factor), ceil(height / factor)), "white")
    rows = factor * _STRIP
    for top in range(0, height, rows):
        strip = _as_rgba(picture.crop((0, top, width, min(top + rows, height)))).reduce(factor)
        small.paste(strip, (0, top // factor), strip.getchannel("A"))
    small.thumbnail((longest, longest))
    return small


def _as_rgba(strip: Any) -> Any:
    if strip.mode.startswith("I"):  # sixteen bits of grey, which Pillow would cut off instead of scaling
        strip = strip.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return strip.convert("RGBA")


def _upright(small: Any, picture: Any) -> Any:
    """Turned as the camera was held."""
    from PIL import ImageOps

    small.getexif()[_ORIENTATION] = picture.getexif().get(_ORIENTATION, 1)
    turned = ImageOps.exif_transpose(small)
    turned.info.clear()
    return turned
