"""What pyHanko and what it rests on say to files that were made by chance or by malice."""

from __future__ import annotations

import zlib

from cryptography.exceptions import UnsupportedAlgorithm
from pyhanko.pdf_utils.misc import PdfError

BROKEN = (
    PdfError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, AssertionError, RuntimeError,
    UnsupportedAlgorithm, zlib.error, EOFError, OSError,
)  # fmt: skip
