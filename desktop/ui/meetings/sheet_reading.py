"""A signed attendance sheet while it is being read: what each row says, guests below, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from desktop.models.queries.sheet_order import SheetLine
from desktop.services.signed_sheet import Reading, SheetGuest


class SheetRow(NamedTuple):
    """One row of paper: printed (`line`) or written by hand (`guest`), and how it was read, None so far."""

    id: UUID
    number: int
    line: SheetLine | None
    guest: SheetGuest | None
    reading: Reading | None


class SheetReading:
    """Holds the reading until it is saved; nothing here touches what is noted."""

    def __init__(self) -> None:
        self.lines: Sequence[SheetLine] = ()
        self.readings: dict[UUID, Reading] = {}
        self.guests: dict[UUID, SheetGuest] = {}
        self._steps: list[tuple[UUID, Reading | None]] = []

    def __bool__(self) -> bool:
        """Whether anything was read."""
        return bool(self.readings or self.guests)

    def rows(self) -> list[SheetRow]:
        """All rows in the order of the paper."""
        printed = [SheetRow(one.key, one.number, one, None, self.readings.get(one.key)) for one in self.lines]
        return printed + [
            SheetRow(key, number, None, guest, None)
            for number, (key, guest) in enumerate(self.guests.items(), start=len(printed) + 1)
        ]

    def read(self) -> int:
        """How many printed rows were read."""
        return sum(line.key in self.readings for line in self.lines)

    def put(self, key: UUID, reading: Reading) -> None:
        """Note how a row is signed."""
        self._steps.append((key, self.readings.get(key)))
        self.readings[key] = reading

    def take_back(self) -> UUID | None:
        """Undo the last row read and return it; None when there is nothing to undo."""
        if not self._steps:
            return None
        key, before = self._steps.pop()
        if before is None:
            self.readings.pop(key, None)
        else:
            self.readings[key] = before
        return key

    def add_guest(self, guest: SheetGuest) -> None:
        """A row written by hand."""
        self.guests[uuid4()] = guest

    def clear(self) -> None:
        """Forget all that was read."""
        self.readings.clear()
        self.guests.clear()
        self._steps.clear()

    def pack(self, at: UUID | None) -> dict[str, Any]:
        """The reading as a draft, with the row where one is."""
        return {
            "at": str(at) if at else None,
            "readings": {str(key): _packed(reading) for key, reading in self.readings.items()},
            "guests": [list(guest) for guest in self.guests.values()],
        }

    def unpack(self, kept: dict[str, Any]) -> UUID | None:
        """Take a draft over and return the row where one was."""
        self.clear()
        self.readings.update({UUID(key): _unpacked(reading) for key, reading in kept["readings"].items()})
        for guest in kept["guests"]:
            self.add_guest(SheetGuest(*guest))
        return UUID(kept["at"]) if kept["at"] else None


def _packed(reading: Reading) -> list[str | None]:
    return [str(value) if isinstance(value, UUID) else value for value in reading]


def _unpacked(kept: Sequence[Any]) -> Reading:
    how, name, title, person, position = kept
    return Reading(how, name, title, UUID(person) if person else None, UUID(position) if position else None)
