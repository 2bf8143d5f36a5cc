"""Parts of the program that are installed only where they are wanted, and how to install them."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

INSTALL_SIGNING = "uv sync --extra sign"


@cache
def can_sign() -> bool:
    """Whether the extra `sign` (pyHanko) is there; nothing of it is imported to find out."""
    return find_spec("pyhanko") is not None
