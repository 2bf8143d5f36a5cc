"""A QR code as black rectangles, drawn by this program alone."""

from __future__ import annotations

from functools import lru_cache

Area = tuple[float, float, float, float]
PREFIX = "RAKOR:"


@lru_cache(maxsize=8)
def squares(code: str) -> tuple[Area, ...]:
    """The dark parts of the QR code of a paper's code, in a square of side 1 with its origin at the lower left.

    Neighbours of a row are one rectangle. Error correction M, so that a crease or a stamp does no harm.
    """
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    made = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(f"{PREFIX}{code}")
    made.make()
    count = made.getModuleCount()
    found: list[Area] = []
    for row in range(count):
        start = None
        for column in range(count + 1):
            dark = column < count and made.isDark(row, column)
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                found.append((start / count, (count - 1 - row) / count, (column - start) / count, 1 / count))
                start = None
    return tuple(found)
