"""The letterhead: the office's mark on the left, its lines centred, a thick and a thin rule below."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from io import BytesIO
from typing import Any

from desktop.base.errors import PaperProblem
from desktop.documents.content import LetterheadLine, OfficeProfile
from desktop.documents.typesetting.blocks import balanced
from desktop.documents.typesetting.flow import Mark, Strip
from desktop.documents.typesetting.fonts import Family
from desktop.documents.typesetting.page import MM, Page, Sheet
from desktop.documents.typesetting.text import Lines, text_width

_SIZES = {1: 13.0, 2: 15.0, 3: 9.5}
_SMALLEST = {1: 11.0, 2: 12.0, 3: 8.5}
_LOGO_WIDTH = 22 * MM
_LOGO_HEIGHT = 26 * MM
_LOGO_GAP = 4 * MM
_MOST_PIXELS = 40_000_000
_LOGO_PIXELS = 600
_LEADING = 1.18
_ABOVE_ADDRESS = 2.5
_PNG = b"\x89PNG\r\n\x1a\n"


def letterhead(profile: OfficeProfile, sheet: Sheet) -> list[Strip]:
    """The letterhead and the space below it, tied to what follows; nothing when the office has none."""
    lines = [line for line in profile.letterhead if line.text.strip()]
    picture = logo(profile.logo) if profile.logo else None
    if not lines and picture is None:
        return []
    width, height = _logo_size(picture)
    left = width + _LOGO_GAP if picture else 0.0
    family = Family(profile.font)
    # Centred on the paper when that leaves the logo free, else on what is left beside it.
    free = sheet.measure - 2 * left
    rows, centre = _rows(lines, family, free), sheet.measure / 2
    if any(len(found) > 1 for found, _ in rows) and left:
        rows, centre = _rows(lines, family, sheet.measure - left), left + (sheet.measure - left) / 2
    strips = _lines(lines, rows, centre)
    spare = max(height - sum(strip.height for strip in strips), 0.0)
    strips.insert(0, Strip(spare / 2))
    strips += [Strip(spare / 2 + 4 * MM), Strip(5 * MM)]

    def draw_picture(page: Page, x: float, top: float) -> None:
        text_height = sum(strip.height for strip in strips[1:-2])
        page.image(picture, x, top - max(text_height - height, 0.0) / 2 - height, width, height)

    def draw_rules(page: Page, x: float, top: float) -> None:
        page.rule(x, top, x + sheet.measure, top, 2.25)
        if profile.letterhead_rule == "ganda":
            page.rule(x, top - 2.6, x + sheet.measure, top - 2.6, 0.6)

    if picture is not None:
        strips[0].draw = draw_picture
    if profile.letterhead_rule != "tanpa":
        strips[-1].draw = draw_rules
    for strip in strips:
        strip.keeps = True
    return strips


def _lines(lines: list[LetterheadLine], rows: list[tuple[Lines, float]], centre: float) -> list[Strip]:
    strips = []
    for row, (found, size) in enumerate(rows):
        address = row > 0 and lines[row].level == 3 != lines[row - 1].level
        for place, line in enumerate(found):
            extra = _ABOVE_ADDRESS if address and place == 0 else 0.0
            height = size * _LEADING + extra
            mark = Mark(line, centre - line.width / 2, height - size * 0.22, size)
            strips.append(Strip(height, [mark]))
    return strips


def _rows(lines: list[LetterheadLine], family: Family, width: float) -> list[tuple[Lines, float]]:
    rows = []
    for line in lines:
        face = family.bold if line.level == 2 else family.regular
        size = line.size or _SIZES[line.level]
        while not line.size and size > _SMALLEST[line.level] and text_width(line.text, face, size) > width:
            size -= 0.5
        rows.append((balanced(line.text, face, size, width), size))
    return rows


def _logo_size(picture: Any) -> tuple[float, float]:
    if picture is None:
        return 0.0, 0.0
    wide, high = picture.getSize()
    scale = min(_LOGO_WIDTH / wide, _LOGO_HEIGHT / high)
    return wide * scale, high * scale


def logo(content: bytes) -> Any:
    """The office's mark, small enough for print and without what the camera or scanner wrote into it.

    Raises PaperProblem when the bytes are not a picture or one of absurd size.
    """
    return _logo(hashlib.sha256(content).digest(), _Content(content))


class _Content:
    """The picture's bytes, left out of the comparison of arguments: the hash already tells."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=4)
def _logo(_digest: bytes, holder: _Content) -> Any:
    from PIL import Image, ImageOps
    from reportlab.lib.utils import ImageReader

    try:
        picture = _opened(holder.content)
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
    upright.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
    return ImageReader(upright)


def _opened(content: bytes) -> Any:
    """The picture by the one driver it needs: Pillow's `open` would load four more."""
    if content.startswith(_PNG):
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(BytesIO(content))
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile(BytesIO(content))
