"""Papers that shall not need more pages than wanted: set closer, step by step, as far as they still read well."""

from __future__ import annotations

from collections.abc import Callable

from desktop.documents.typesetting.page import Book, Spacing

# From the usual one to the closest that still reads well; letters never smaller than 1.5 points below.
_SPACINGS = (
    Spacing(), Spacing(1.24), Spacing(1.16), Spacing(1.16, -0.5), Spacing(1.14, -1.0), Spacing(1.12, -1.5),
)  # fmt: skip


def fitted(begin: Callable[[Spacing], Book], write: Callable[[Book], int], most: int) -> Book:
    """The book `begin` makes, filled by `write`, which returns how many pages count; `most` 0 is any number.

    What even the closest setting does not bring onto `most` pages is set as usual.
    """
    for spacing in _SPACINGS if most else ():
        book = begin(spacing)
        if write(book) <= most:
            return book
    book = begin(_SPACINGS[0])
    write(book)
    return book
