"""Kendala & Perkembangan: what somebody told between meetings, what is done about it, and how far that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models import drafts
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.records import fields_of
from desktop.models.tables import Issue
from desktop.models.words import ISSUE_FIELDS, ISSUE_KINDS, ISSUE_STATES, SITUATIONS
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.open_topic import require_open_topic

LONGEST_FIELD = 60  # letters: a field sorts, it does not tell
_FIRST_STATE = {"kendala": "terbuka", "perkembangan": "selesai"}
_FIELDS = {fold(words): words for words in ISSUE_FIELDS}


def first_state(kind: str) -> str:
    """The state something begins with: a problem is open, a piece of news is told and done with."""
    return _FIRST_STATE[kind]


def add_issue(desk: Desk, *, text: str, draft: str | None = None, **values: Any) -> tuple[UUID, ChangeSet]:
    """Keep a problem or a piece of news of an open topic (`topic_id`).

    `values` are fields of `Issue`; the day is today, the kind a problem, and it leaves its region calm unless they
    say otherwise. `draft` names the place it was typed in, whose draft is dropped with it. Raises InvalidInput
    naming the field that cannot be kept.
    """
    usual = {"topic_id": None, "kind": "kendala", "happened_on": today(), "situation": "kondusif"}
    given = {**usual, **values, "text": text}
    checked = _checked({"state": _FIRST_STATE.get(given["kind"] or ""), **given})
    with writing(desk.store, "issue.add", by=desk.user) as write:
        require_open_topic(desk.store, checked["topic_id"])
        one = write.insert(Issue, **checked)
        if draft is not None:
            drafts.forget(desk.store, draft)
        return one, write.finish()


def update_issue(desk: Desk, issue: UUID, **values: Any) -> ChangeSet:
    """Change fields of what was noted."""
    checked = _checked(values)
    with writing(desk.store, "issue.update", by=desk.user) as write:
        _require_open(desk, issue)
        if "topic_id" in checked:
            require_open_topic(desk.store, checked["topic_id"])
        write.update(Issue, issue, **checked)
        return write.finish()


def set_issue_state(desk: Desk, issues: Sequence[UUID], state: str) -> ChangeSet:
    """Note of one or many how far they are; one undo takes all of it back."""
    checked = _checked({"state": state})
    with writing(desk.store, "issue.state", by=desk.user) as write:
        for one in issues:
            _require_open(desk, one)
            write.update(Issue, one, **checked)
        return write.finish()


def delete_issues(desk: Desk, issues: Sequence[UUID]) -> ChangeSet:
    """Take away what was noted by mistake."""
    with writing(desk.store, "issue.delete", by=desk.user) as write:
        for one in issues:
            _require_open(desk, one)
            write.delete(Issue, one)
        return write.finish()


def _require_open(desk: Desk, issue: UUID) -> None:
    require_open_topic(desk.store, fields_of(desk.store, "issue", issue)["topic_id"])


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "text", "Uraian")
    for name, words, what in (
        ("kind", ISSUE_KINDS, "Jenis"),
        ("state", ISSUE_STATES, "Status"),
        ("situation", SITUATIONS, "Keadaan wilayah"),
    ):
        rules.required(found, name, what)
        rules.one_of(found, name, words, what)
    rules.required(found, "happened_on", "Tanggal")
    if "happened_on" in found and rules.is_ahead(found["happened_on"]):
        raise InvalidInput(
            "happened_on", "Kejadian tidak boleh di masa depan.", "Tulis tanggal kejadian atau laporannya."
        )
    if found.get("field"):
        found["field"] = _field(found["field"])
    return found


def _field(typed: str) -> str:
    """A field in the words of the list where it is one of them."""
    if len(typed) > LONGEST_FIELD:
        raise InvalidInput(
            "field", f"Bidang paling banyak {LONGEST_FIELD} huruf.", "Tulis bidangnya saja; ceritanya di uraian."
        )
    return _FIELDS.get(fold(typed), typed)
