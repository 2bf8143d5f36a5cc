"""Looks into a picture file before it becomes the office's logo."""

from __future__ import annotations

import io
from pathlib import Path

from desktop.base.errors import InvalidInput
from desktop.base.files import file_trouble

MOST_BYTES = 1_000_000
MOST_PIXELS = 40_000_000
_FORMATS = ("PNG", "JPEG")
_FIELD = "logo"


def read_logo(path: Path) -> bytes:
    """The bytes of a picture the user chose, checked; raises InvalidInput or FileProblem."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise file_trouble(error, path, reading=True) from error
    check_logo(data)
    return data


def check_logo(data: bytes) -> None:
    """Raise InvalidInput for what is no PNG or JPEG, is larger than 1 MB or has more than 40 megapixels."""
    if len(data) > MOST_BYTES:
        raise InvalidInput(_FIELD, "Berkas logo lebih dari 1 MB.", "Perkecil gambarnya, lalu pilih lagi.")
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise _too_many_pixels()
            picture.load()
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise InvalidInput(
            _FIELD, "Berkas ini bukan gambar PNG atau JPEG yang utuh.", "Pilih berkas gambar lain."
        ) from error


def _too_many_pixels() -> InvalidInput:
    return InvalidInput(_FIELD, "Gambar logo lebih dari 40 megapiksel.", "Perkecil gambarnya, lalu pilih lagi.")
