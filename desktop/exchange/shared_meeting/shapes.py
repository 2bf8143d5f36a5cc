"""What the two files carry, as records; nothing personal but names, posts and institutions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from desktop.base.errors import DamagedFile

MEETING, MARKS = "rakor-rapat", "rakor-hadir"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SharedRecord:
    """A record as its journal spells it."""

    table: str
    id: UUID
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SharedMeeting:
    """A meeting with its seats and all they point to, parents first."""

    meeting: UUID
    title: str
    records: tuple[SharedRecord, ...]

    def content(self) -> dict[str, Any]:
        """As the file spells it."""
        return {
            "meeting": str(self.meeting),
            "title": self.title,
            "records": [[one.table, str(one.id), one.values] for one in self.records],
        }

    @classmethod
    def read(cls, content: dict[str, Any], name: str) -> SharedMeeting:
        """What a file says; raises DamagedFile."""

        def made() -> SharedMeeting:
            records = tuple(SharedRecord(str(t), UUID(i), dict(v)) for t, i, v in content["records"])
            return cls(UUID(content["meeting"]), str(content["title"]), records)

        return _whole(made, name)


@dataclass(frozen=True, slots=True)
class Mark:
    """The attendance of one seat as the other laptop has it; a guest brings what the list says of them.

    `words` name whom the values only point to, for where that record is unknown.
    """

    seat: UUID
    values: dict[str, Any]
    guest: dict[str, Any] | None = None
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marks:
    """The attendance of a meeting as another laptop has it."""

    meeting: UUID
    marks: tuple[Mark, ...]

    def content(self) -> dict[str, Any]:
        """As the file spells it."""
        marks = [asdict(one) | {"seat": str(one.seat)} for one in self.marks]
        return {"meeting": str(self.meeting), "marks": marks}

    @classmethod
    def read(cls, content: dict[str, Any], name: str) -> Marks:
        """What a file says; raises DamagedFile."""

        def made() -> Marks:
            marks = tuple(
                Mark(
                    UUID(one["seat"]),
                    dict(one["values"]),
                    dict(one["guest"]) if one["guest"] else None,
                    {str(name): str(said) for name, said in dict(one.get("words") or {}).items()},
                )
                for one in content["marks"]
            )
            return cls(UUID(content["meeting"]), marks)

        return _whole(made, name)


def _whole(make: Callable[[], T], name: str) -> T:
    try:
        return make()
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedFile(f"Berkas “{name}” tidak lengkap.", "Minta dikirim ulang.") from error
