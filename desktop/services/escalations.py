"""Perlu arahan pimpinan: what the head is asked about a follow-up or a problem, and what the head answered.

It stays in the office: no paper but Bahan Pimpinan tells of it.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.children import children_values
from desktop.models.queries.escalations import became_follow_up
from desktop.models.queries.records import RecordFields, fields_of
from desktop.models.seeds import fixed_id
from desktop.models.tables import RECORDS, Addressee, CommitmentRegion, IssueCommitment
from desktop.services import rules
from desktop.services.commitments import To, insert_commitment
from desktop.services.desk import Desk
from desktop.services.open_topic import require_open_topic

_NOTHING = {"escalated_on": None, "escalation": None, "directed_on": None, "direction": None}


def ask_direction(desk: Desk, table: str, record: UUID, question: str, on: date | None = None) -> ChangeSet:
    """Ask the head about a follow-up (`commitment`) or a problem (`issue`), today unless another day is said.

    While the answer is awaited only the words change, and it stays asked since the first day; after an answer it
    is asked anew. Raises InvalidInput without a question, and of a topic that was closed.
    """
    given = rules.cleaned({"escalation": question})
    rules.required(given, "escalation", "Yang ditanyakan kepada pimpinan")
    with writing(desk.store, "escalation.ask", by=desk.user) as write:
        before = _open(desk, table, record)
        if not _is_waiting(before):
            given |= {"escalated_on": _happened(on, "escalated_on"), "directed_on": None, "direction": None}
        write.update(RECORDS[table], record, **given)
        return write.finish()


def answer_direction(desk: Desk, table: str, record: UUID, direction: str, on: date | None = None) -> ChangeSet:
    """Note what the head answered and when; noted again it is corrected.

    Raises InvalidInput without an answer, where nothing was asked, and for a day before it was.
    """
    given = rules.cleaned({"direction": direction})
    rules.required(given, "direction", "Arahan pimpinan")
    with writing(desk.store, "escalation.answer", by=desk.user) as write:
        before = _open(desk, table, record)
        if before["escalated_on"] is None:
            raise InvalidInput(
                "direction", "Belum ada yang ditanyakan kepada pimpinan.", "Tulis dulu pertanyaannya."
            )
        day = _happened(on, "directed_on")
        if day < before["escalated_on"]:
            raise InvalidInput("directed_on", "Arahan tidak mendahului pertanyaannya.", "Periksa tanggal arahan.")
        write.update(RECORDS[table], record, directed_on=day, **given)
        return write.finish()


def withdraw_question(desk: Desk, table: str, record: UUID) -> ChangeSet:
    """Ask no longer; raises InvalidInput once it was answered, because the answer stays."""
    with writing(desk.store, "escalation.withdraw", by=desk.user) as write:
        if _open(desk, table, record)["directed_on"] is not None:
            raise InvalidInput(
                "escalation", "Pimpinan sudah memberi arahan, sehingga tidak dapat ditarik.",
                "Bila arahannya keliru dicatat, perbaiki isinya.",
            )  # fmt: skip
        write.update(RECORDS[table], record, **_NOTHING)
        return write.finish()


def direction_to_follow_up(desk: Desk, table: str, record: UUID) -> tuple[UUID, ChangeSet]:
    """Make the head's answer a follow-up of its own, of the same topic and regions.

    It goes to those the first one went to; a problem has nobody yet, and is linked. Raises InvalidInput where
    there is no answer, or it was made one before.
    """
    with writing(desk.store, "escalation.follow_up", by=desk.user) as write:
        before = _open(desk, table, record)
        direction = before["direction"]
        if not direction:
            raise InvalidInput("direction", "Pimpinan belum memberi arahan.", "Catat dulu arahannya.")
        if became_follow_up(desk.store, before["topic_id"], direction):
            raise InvalidInput(
                "direction", "Arahan ini sudah menjadi tindak lanjut.", "Cari uraiannya di daftar Tindak Lanjut."
            )
        origin = _of_commitment(desk, record) if table == "commitment" else _of_issue(before)
        made = insert_commitment(
            write, kind="arahan", text=direction, topic_id=before["topic_id"], **origin
        )  # fmt: skip
        if table == "issue":
            relation = fixed_id("issue_commitment", record, made)
            write.insert(IssueCommitment, relation, issue_id=record, commitment_id=made)
        return made, write.finish()


def _of_commitment(desk: Desk, record: UUID) -> dict[str, Any]:
    named = ("institution_id", "position_id", "label", "via")
    to = [To(*row) for row in children_values(desk.store, Addressee, "commitment_id", record, named)]
    regions = children_values(desk.store, CommitmentRegion, "commitment_id", record, ("region_id",))
    return {"to": to, "regions": [region for (region,) in regions]}


def _of_issue(values: RecordFields) -> dict[str, Any]:
    return {"regions": [values["region_id"]] if values["region_id"] else []}


def _open(desk: Desk, table: str, record: UUID) -> RecordFields:
    """The record, where its topic still takes something new."""
    values = fields_of(desk.store, table, record)
    if values["topic_id"] is not None:
        require_open_topic(desk.store, values["topic_id"])
    return values


def _is_waiting(values: RecordFields) -> bool:
    return values["escalated_on"] is not None and values["directed_on"] is None


def _happened(on: date | None, field: str) -> date:
    day = on or today()
    if rules.is_ahead(day):
        raise InvalidInput(field, "Tanggalnya belum tiba.", "Tulis tanggal yang sudah berlalu atau hari ini.")
    return day
