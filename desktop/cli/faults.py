"""Faults of a command line that name what was said, not what happened to the data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.base.errors import AppError


class UnusableFile(AppError):
    """The file named cannot be read as what it was named for; nothing was changed. Leaves with 2."""


@contextmanager
def reading() -> Iterator[None]:
    """Whatever goes wrong within is the fault of the file."""
    try:
        yield
    except AppError as fault:
        raise UnusableFile(fault.message, fault.advice) from fault
