"""Keeping what a line says: a note, or a follow-up with its addressees, in one step each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models import drafts
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import children_values
from desktop.models.queries.records import fields_of
from desktop.models.tables import Addressee, Commitment, ProgressReport
from desktop.models.words import COMMITMENT_KINDS
from desktop.services.belonging import require_own_parts
from desktop.services.capture import insert_statement
from desktop.services.capture_line.reading import Reading
from desktop.services.capture_line.scene import Scene
from desktop.services.commitments import UNDER_COMMITMENT, insert_commitment
from desktop.services.desk import Desk
from desktop.services.removal import delete_with_children


@dataclass(frozen=True, slots=True)
class Line:
    """A line ready to be kept: what it says, of which kind, under which point, spoken by whom for whom."""

    reading: Reading
    kind: str
    agenda_item_id: UUID | None = None
    speaker_id: UUID | None = None
    on_behalf_of_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a line."""

    id: UUID
    is_follow_up: bool


def keep_lines(
    desk: Desk, meeting: UUID, lines: Sequence[Line], scene: Scene, *, draft: str | None = None
) -> tuple[list[Kept], ChangeSet]:
    """Keep lines in one step that one undo takes back; `draft` names the place they were typed in.

    Raises InvalidInput where a line says nothing, or where one has to choose first whom it names.
    """
    for line in lines:
        _require_clear(line.reading)
    with writing(desk.store, "line.add", by=desk.user) as write:
        kept = [_keep(write, meeting, line, scene) for line in lines]
        if draft is not None:
            drafts.forget(desk.store, draft)
        return kept, write.finish()


def commitment_kind(line: Line, scene: Scene) -> str:
    """What kind of follow-up a line is: the kind chosen, else a promise of one's own or a request to others."""
    if line.kind in COMMITMENT_KINDS:
        return line.kind
    own = scene.institution_of.get(line.speaker_id) if line.speaker_id else None
    asked = {one.institution_id for one in line.reading.to}
    return "permintaan" if asked - {own} else "komitmen"


def follow_up_to_note(desk: Desk, commitment: UUID, kind: str) -> tuple[UUID, ChangeSet]:
    """Make a follow-up the note it was, or a note of its words; refused once somebody reported on it."""
    with writing(desk.store, "commitment.to_note", by=desk.user) as write:
        values = fields_of(desk.store, "commitment", commitment)
        if _was_reported_on(write, commitment):
            raise InvalidInput(
                "text", "Tindak lanjut ini sudah berjalan.", "Catat kelanjutannya di sana, jangan jadikan catatan."
            )
        delete_with_children(write, Commitment, commitment, UNDER_COMMITMENT)
        note = values["statement_id"]
        if note is None:
            note = insert_statement(
                write, values["meeting_id"], kind=kind, text=values["text"], speaker_id=values["speaker_id"],
                agenda_item_id=values["agenda_item_id"],
            )  # fmt: skip
        return note, write.finish()


def _was_reported_on(write: Write, commitment: UUID) -> bool:
    states = children_values(write.store, Addressee, "commitment_id", commitment, ("state",))
    reports = children_values(write.store, ProgressReport, "commitment_id", commitment, ("id",))
    return bool(reports) or any(state != "belum" for (state,) in states)


def _require_clear(reading: Reading) -> None:
    if (token := reading.ambiguous) is not None:
        raise InvalidInput(
            "text", f"“{token.typed}” dapat berarti {len(token.candidates)} nama.", "Pilih salah satu dulu."
        )
    if not reading.text:
        raise InvalidInput("text", "Kalimatnya belum ada.", "Tulis apa yang disampaikan atau harus dikerjakan.")


def _keep(write: Write, meeting: UUID, line: Line, scene: Scene) -> Kept:
    reading = line.reading
    if not reading.is_follow_up:
        note = insert_statement(
            write, meeting, kind=line.kind, text=reading.text, agenda_item_id=line.agenda_item_id,
            speaker_id=line.speaker_id, on_behalf_of_id=line.on_behalf_of_id,
        )  # fmt: skip
        return Kept(note, False)
    values: dict[str, Any] = {"agenda_item_id": line.agenda_item_id, "speaker_id": line.speaker_id}
    require_own_parts(write.store, meeting, values)
    one = insert_commitment(
        write, kind=commitment_kind(line, scene), text=reading.text, to=reading.to, regions=reading.regions,
        meeting_id=meeting, topic_id=fields_of(write.store, "meeting", meeting)["topic_id"],
        due_date=reading.due_date, due_source=reading.due_source, priority=reading.priority, **values,
    )  # fmt: skip
    return Kept(one, True)
