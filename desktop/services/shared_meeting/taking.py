"""On the laptop at the door: the meeting comes in under its own ids, and comes anew without touching marks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.base.errors import DamagedFile
from desktop.exchange.shared_meeting import MEETING, SharedMeeting, SharedRecord, unpack
from desktop.models.fields import RefField
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.letters import TYPED, letter
from desktop.models.queries.marked import fields_last_changed_by
from desktop.models.queries.redirects import present_ids
from desktop.models.tables import RECORDS, Letter
from desktop.models.words import LETTER_KINDS
from desktop.services.desk import Desk
from desktop.services.shared_meeting.fields import LATER, SEAT, TRAVELS, from_file
from desktop.services.shared_meeting.origin import SHARED, origin_note

_NEW: dict[str, dict[str, Any]] = {
    "person": {"identity_kind": "none"},
    "meeting": {"state": "konsep"},
}


def take_shared(desk: Desk, data: bytes, name: str) -> tuple[UUID, ChangeSet]:
    """Take a shared meeting in; a second time its list and letters are brought up to date.

    What was typed in a letter here stays; its other fields follow the laptop the meeting came from.

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
        names = [one for one in TRAVELS[record.table] if one in record.values or one not in LATER]
        values = from_file(record.table, record.values, tuple(names))
        if record.table == "letter" and values["kind"] not in LETTER_KINDS:
            raise ValueError(values["kind"])
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedFile(f"Berkas “{name}” rusak.", "Minta dikirim ulang; tidak ada yang diubah.") from error
    for name in values:  # what was joined with another here leads there
        column = model._meta.fields[name]
        if isinstance(column, RefField) and values[name] is not None:
            values[name] = present_ids(write.store, column.to, [values[name]]).get(values[name], values[name])
    known = present_ids(write.store, record.table, [record.id])
    if record.table == "letter":
        _take_letter(write, record.id, values)
    elif not known:
        write.ensure(model, record.id, **{**_NEW.get(record.table, {}), **values})
    elif record.table == "participant":
        write.update(model, record.id, None, **{key: values[key] for key in SEAT})
    elif record.table == "meeting":
        write.update(model, record.id, None, **values)


def _take_letter(write: Write, one: UUID, values: dict[str, Any]) -> None:
    """A letter begins empty and is then filled, so that the journal tells for each field whose words it holds."""
    meeting, kind = values["meeting_id"], values["kind"]
    if found := letter(write.store, meeting, kind):
        one, here = found
    else:
        here = dict.fromkeys(TYPED)
        write.ensure(Letter, one, meeting_id=meeting, kind=kind, **here)
    theirs = fields_last_changed_by(write.store, SHARED, one)
    write.update(Letter, one, None, **{key: values[key] for key in TYPED if here[key] is None or key in theirs})
