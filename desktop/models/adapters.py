"""Teaches the SQLite driver how to write the values we keep; whoever opens a database imports this first."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlcipher3 import dbapi2 as sqlcipher

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(moment: datetime) -> int:
    """A moment as whole milliseconds since 1970 UTC, the way SQLite keeps it."""
    delta = moment - _EPOCH
    return delta.days * 86_400_000 + delta.seconds * 1000 + delta.microseconds // 1000


sqlcipher.register_adapter(UUID, lambda value: value.bytes)
sqlcipher.register_adapter(date, date.isoformat)
sqlcipher.register_adapter(time, lambda value: value.strftime("%H:%M"))
sqlcipher.register_adapter(datetime, milliseconds)
