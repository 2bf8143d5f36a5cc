"""Jawaban undangan: what those invited said about coming, and whom they will send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.records import fields_of
from desktop.models.tables import Participant
from desktop.models.words import ANSWERS
from desktop.services import rules
from desktop.services.desk import Desk

_WHO = ("present_person_id", "present_position_id", "present_name", "present_title")


def note_answers(desk: Desk, participants: Sequence[UUID], answer: str, **who: Any) -> ChangeSet:
    """Note the answer of one or many seats.

    `who` may name whom they will send (`present_*`), for the answer `diwakili`. The attendance itself is noted
    elsewhere, and a seat whose attendance is noted already keeps who came.
    """
    values = rules.cleaned({"answer": answer})
    rules.required(values, "answer", "Jawaban undangan")
    rules.one_of(values, "answer", ANSWERS, "Jawaban undangan")
    expected = {**dict.fromkeys(_WHO), **(rules.cleaned(who) if answer == "diwakili" else {})}
    with writing(desk.store, "participant.answer", by=desk.user) as write:
        for one in participants:
            seat = fields_of(desk.store, "participant", one).values
            changed = values
            if seat["state"] == "belum_dicatat" and (who or seat["answer"] != answer):
                changed = {**values, **expected}
            write.update(Participant, one, **changed)
        return write.finish()
