"""Photos on paper: made anew at the size they print, so that nothing a camera wrote beside them comes along."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any

from desktop.base.errors import InvalidInput
from desktop.base.pictures import small_jpeg

_PER_INCH = 200
_QUALITY = 80


def photo(content: bytes, width: float, height: float) -> Any:
    """A JPEG or PNG for a place of this size in points, as ReportLab draws it; None where it cannot be read."""
    longest = max(width, height) / 72 * _PER_INCH
    return _made(content, round(longest / 20) * 20)


@lru_cache(maxsize=64)
def _made(content: bytes, longest: int) -> Any:
    """PDF embeds a JPEG as it is, so it is packed once and never unpacked again."""
    from reportlab.lib.utils import ImageReader

    try:
        return ImageReader(BytesIO(small_jpeg(content, longest=longest, quality=_QUALITY)))
    except InvalidInput:
        return None
