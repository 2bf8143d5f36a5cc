"""On the laptop at the door: the meeting comes in under its own ids, and comes anew without touching marks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.base.errors import DamagedFile
from desktop.exchange.shared_meeting import MEETING, SharedMeeting, SharedRecord, unpack
from desktop.models.fields import RefField
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.redirects import present_ids
from desktop.models.tables import RECORDS
from desktop.services.desk import Desk
from desktop.services.shared_meeting.fields import SEAT, TRAVELS, from_file
from desktop.services.shared_meeting.origin import SHARED, origin_note

_NEW: dict[str, dict[str, Any]] = {
    "person": {"identity_kind": "none"},
    "meeting": {"state": "konsep"},
}


def take_shared(desk: Desk, data: bytes, name: str) -> tuple[UUID, ChangeSet]:
    """Take a shared meeting in; a second time only its list is brought up to date.

    Raises ForeignFile, NewerFile or DamagedFile; nothing is changed then.
    """
    envelope = unpack(data, MEETING, name)
    shared = SharedMeeting.read(envelope.content, name)
    with writing(desk.store, SHARED, by=desk.user) as write:
        for record in shared.records:
            _take(write, record, name)
        note = origin_note(envelope.office_name, envelope.laptop_name)
        write.update(RECORDS["meeting"], shared.meeting, source_note=note)
        return shared.meeting, write.finish()


def _take(write: Write, record: SharedRecord, name: str) -> None:
    if record.table not in TRAVELS:
        raise DamagedFile(f"Berkas “{name}” tidak lengkap.", "Minta dikirim ulang; tidak ada yang diubah.")
    model = RECORDS[record.table]
    try:
        values = from_file(record.table, record.values, TRAVELS[record.table])
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedFile(f"Berkas “{name}” rusak.", "Minta dikirim ulang; tidak ada yang diubah.") from error
    for name in values:  # what was joined with another here leads there
        column = model._meta.fields[name]
        if isinstance(column, RefField) and values[name] is not None:
            values[name] = present_ids(write.store, column.to, [values[name]]).get(values[name], values[name])
    known = present_ids(write.store, record.table, [record.id])
    if not known:
        write.ensure(model, record.id, **{**_NEW.get(record.table, {}), **values})
    elif record.table == "participant":
        write.update(model, record.id, None, **{key: values[key] for key in SEAT})
    elif record.table == "meeting":
        write.update(model, record.id, None, **values)
