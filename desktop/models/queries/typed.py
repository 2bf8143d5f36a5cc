"""What the queries share: live rows only, and raw values as Python values."""

from __future__ import annotations

from typing import Any

from desktop.models.fields import ClockField, DayField, IdField

ID, DAY, CLOCK = IdField(), DayField(), ClockField()


def live(table: Any) -> Any:
    """The condition that a record was not deleted, as a check of rows found by something else.

    SQLite would otherwise take "not deleted", which is true of nearly every row, for the way to find them: the
    indexes of the lists begin with it.
    """
    return ~table.deleted


def listed(table: Any) -> Any:
    """The same as the beginning of an index that also gives the order: `(deleted, held_on, seq)`."""
    return table.deleted == False  # noqa: E712 - an SQL expression


def typed(row: tuple[Any, ...], types: tuple[Any, ...]) -> list[Any]:
    """A row's values as Python values; None in `types` leaves a value as the driver gave it."""
    return [
        value if kind is None or value is None else kind.python_value(value)
        for value, kind in zip(row, types, strict=True)
    ]
