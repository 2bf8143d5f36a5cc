"""Field types of Rakor: strict in SQLite, native in PostgreSQL, the same Python values from both.

Values cross as Python objects (UUID, date, time, aware datetime); `adapters` taught the SQLite driver how to
write them, psycopg knows. `to_json`/`from_json` are how the journal and packages spell a value.
"""

from __future__ import annotations

import base64
import json
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any
from uuid import UUID

import peewee


class _Typed(peewee.Field):
    """A field that hands values to the driver untouched and spells them as JSON for the journal."""

    def db_value(self, value: Any) -> Any:
        return value

    def to_json(self, value: Any) -> Any:
        return value

    def from_json(self, value: Any) -> Any:
        return value


class TextField(_Typed):
    """Text of any length."""

    field_type = "TEXT"


class ChoiceField(TextField):
    """One of a fixed set of words; the words stand in the migration and in `desktop.models.words`."""


class WholeField(_Typed):
    """A whole number."""

    field_type = "BIGINT"


class NumberField(_Typed):
    """A number with decimals."""

    field_type = "DOUBLE"

    def db_value(self, value: Any) -> Any:
        return None if value is None else float(value)


class BoolField(_Typed):
    """Yes or no."""

    field_type = "BOOL"

    def python_value(self, value: Any) -> bool | None:
        return None if value is None else bool(value)

    to_json = python_value


class IdField(_Typed):
    """A public id: 16 bytes, a `UUID` in Python."""

    field_type = "UUID"

    def db_value(self, value: Any) -> UUID | None:
        return self.python_value(value)

    def python_value(self, value: Any) -> UUID | None:
        if value is None or isinstance(value, UUID):
            return value
        if type(value) is bytes:  # as SQLite gives it, thousands of times a screen
            return _id_of(value)
        return UUID(bytes=bytes(value)) if isinstance(value, memoryview) else UUID(str(value))

    def to_json(self, value: Any) -> str | None:
        return None if value is None else str(self.python_value(value))

    def from_json(self, value: Any) -> UUID | None:
        return self.python_value(value)


@lru_cache(maxsize=16_384)
def _id_of(value: bytes) -> UUID:
    """An id read before costs a tenth of a new one; a follow-up names five, most of them its neighbours' too."""
    return UUID(bytes=value)


class RefField(IdField):
    """The public id of a record in another table; `to` names the table."""

    def __init__(self, to: str, null: bool = False) -> None:
        super().__init__(null=null)
        self.to = to


class DayField(_Typed):
    """A local calendar day."""

    field_type = "DATE"

    def db_value(self, value: Any) -> date | None:
        return self.python_value(value)

    def python_value(self, value: Any) -> date | None:
        return date.fromisoformat(value) if isinstance(value, str) else value

    def to_json(self, value: Any) -> str | None:
        return None if value is None else str(value)

    def from_json(self, value: Any) -> date | None:
        return self.python_value(value)


class ClockField(_Typed):
    """A local time of day, to the minute."""

    field_type = "TIME"

    def db_value(self, value: Any) -> time | None:
        return self.python_value(value)

    def python_value(self, value: Any) -> time | None:
        found = time.fromisoformat(value) if isinstance(value, str) else value
        return None if found is None else found.replace(second=0, microsecond=0)

    def to_json(self, value: Any) -> str | None:
        found = self.python_value(value)
        return None if found is None else f"{found:%H:%M}"

    def from_json(self, value: Any) -> time | None:
        return self.python_value(value)


class InstantField(_Typed):
    """A moment in UTC, to the millisecond."""

    field_type = "BIGINT"

    def db_value(self, value: Any) -> datetime | None:
        """Without the microseconds that SQLite drops and PostgreSQL would round."""
        found = self.python_value(value)
        return None if found is None else found.replace(microsecond=found.microsecond // 1000 * 1000)

    def python_value(self, value: Any) -> datetime | None:
        if isinstance(value, int):
            return datetime.fromtimestamp(value / 1000, UTC)
        if isinstance(value, str):
            return datetime.fromisoformat(value)
        return value  # type: ignore[no-any-return]

    def to_json(self, value: Any) -> str | None:
        found = self.python_value(value)
        return None if found is None else found.astimezone(UTC).isoformat(timespec="milliseconds")

    def from_json(self, value: Any) -> datetime | None:
        return self.python_value(value)


class JsonField(_Typed):
    """A small structure kept as JSON."""

    field_type = "JSON"

    def db_value(self, value: Any) -> str | None:
        return None if value is None else compact_json(value)

    def python_value(self, value: Any) -> Any:
        return json.loads(value) if isinstance(value, str) else value

    to_json = python_value


class BytesField(_Typed):
    """Bytes such as a logo."""

    field_type = "BLOB"

    def python_value(self, value: Any) -> bytes | None:
        return None if value is None else bytes(value)

    def to_json(self, value: Any) -> str | None:
        return None if value is None else base64.b64encode(bytes(value)).decode("ascii")

    def from_json(self, value: Any) -> bytes | None:
        return None if value is None else base64.b64decode(value)


def compact_json(value: Any) -> str:
    """JSON without needless blanks, letters kept as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
