"""Kendala & Perkembangan: what somebody told between meetings, what is done about it, and how far that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.base.reporting import how_often, period_of, period_words, repeats_of
from desktop.models import drafts
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.issue_items import IssueItem, issue_item
from desktop.models.queries.issues import IssueRow
from desktop.models.queries.records import RecordFields, fields_of
from desktop.models.queries.told_again import told_again
from desktop.models.store import Store
from desktop.models.tables import Attachment, Issue, IssueCommitment
from desktop.models.words import ISSUE_FIELDS, ISSUE_KINDS, ISSUE_STATES, REPEATS, SITUATIONS
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.open_topic import require_open_topic
from desktop.services.removal import delete_with_children

LONGEST_FIELD = 60  # letters: a field sorts, it does not tell
_FIRST_STATE = {"kendala": "terbuka", "perkembangan": "selesai"}
_USUAL_SITUATION = {"kendala": "perhatian", "perkembangan": "kondusif"}
_SUBJECT = ("topic_id", "happened_on", "region_id", "field", "item_id", "repeats")
_UNDER_ISSUE = ((IssueCommitment, "issue_id"), (Attachment, "issue_id"))
_FIELDS = {fold(words): words for words in ISSUE_FIELDS}


def first_state(kind: str) -> str:
    """The state something begins with: a problem is open, a piece of news is told and done with."""
    return _FIRST_STATE[kind]


def usual_situation(kind: str) -> str:
    """What is proposed for its region: a problem wants attention until somebody says otherwise, news does not."""
    return _USUAL_SITUATION[kind]


def usual_repeats(item: IssueItem) -> str | None:
    """How often an item that repeats is told, by its own words; weekly where they do not say."""
    return how_often(item.repeats, text=item.text)


def add_issue(desk: Desk, *, text: str, draft: str | None = None, **values: Any) -> tuple[UUID, ChangeSet]:
    """Keep a problem or a piece of news of an open topic (`topic_id`).

    `values` are fields of `Issue`; the day is today, the kind a problem, which wants attention in its region,
    unless they say otherwise. With `repeats` (one of `words.REPEATS`), which an item that repeats brings with it,
    it is the one entry of its period. `draft` names the place it was typed in, whose draft is dropped with it.
    Raises InvalidInput naming the field that cannot be kept, "period" where the period has its entry.
    """
    given = {"topic_id": None, "kind": "kendala", "happened_on": today(), **values, "text": text}
    kind = given["kind"] or ""
    usual = {"state": _FIRST_STATE.get(kind), "situation": _USUAL_SITUATION.get(kind)}
    checked = _checked({**usual, **given})
    with writing(desk.store, "issue.add", by=desk.user) as write:
        require_open_topic(desk.store, checked["topic_id"])
        checked["period"] = _period(desk, checked, checked.pop("repeats", None))
        one = write.insert(Issue, **checked)
        if draft is not None:
            drafts.forget(desk.store, draft)
        return one, write.finish()


def update_issue(desk: Desk, issue: UUID, **values: Any) -> ChangeSet:
    """Change fields of what was noted; its period follows its day, and `repeats` None takes it away."""
    checked = _checked(values)
    with writing(desk.store, "issue.update", by=desk.user) as write:
        before = _require_open(desk, issue)
        if checked.keys() & set(_SUBJECT):
            repeats = checked.pop("repeats", repeats_of(before["period"]))
            checked["period"] = _period(desk, {**before.values, **checked}, repeats, besides=issue)
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
    """Take away what was noted by mistake; follow-ups that came from it stay, no longer linked."""
    with writing(desk.store, "issue.delete", by=desk.user) as write:
        for one in issues:
            _require_open(desk, one)
            delete_with_children(write, Issue, one, _UNDER_ISSUE)
        return write.finish()


def _require_open(desk: Desk, issue: UUID) -> RecordFields:
    values = fields_of(desk.store, "issue", issue)
    require_open_topic(desk.store, values["topic_id"])
    return values


def _period(desk: Desk, values: Mapping[str, Any], repeats: str | None, besides: UUID | None = None) -> str | None:
    """The period an entry is of; raises InvalidInput where another entry holds it."""
    item = issue_item(desk.store, values["item_id"]) if values.get("item_id") else None
    if values.get("item_id") and (item is None or item.topic_id != values["topic_id"]):
        raise InvalidInput("item_id", "Butir kesiapan ini bukan dari topik ini.", "Pilih butir topik ini.")
    repeats = repeats or (usual_repeats(item) if item else None)
    if repeats is None:
        return None
    period = period_of(values["happened_on"], repeats)
    there = entry_of_period(desk.store, {**values, "period": period})
    if there is not None and there.id != besides:
        raise InvalidInput(
            "period", f"Catatan untuk {period_words(period)} sudah ada.", "Buka dan lengkapi catatan itu."
        )
    return period


def entry_there(store: Store, values: Mapping[str, Any]) -> IssueRow | None:
    """The entry that holds the period a new one would be of; None where it may be kept.

    `values` are those of `add_issue`, with `topic_id` and `happened_on`.
    """
    item = issue_item(store, values["item_id"]) if values.get("item_id") else None
    repeats = values.get("repeats") or (usual_repeats(item) if item else None)
    if repeats is None or values.get("happened_on") is None:
        return None
    checked = _checked({name: values.get(name) for name in ("field",)})
    period = period_of(values["happened_on"], repeats)
    return entry_of_period(store, {**values, **checked, "period": period})


def entry_of_period(store: Store, values: Mapping[str, Any]) -> IssueRow | None:
    """The entry that holds a period; `values` are `topic_id`, `period`, `item_id`, `field` and `region_id`."""
    found = told_again(
        store, values["topic_id"], values["period"], item=values.get("item_id"), field=values.get("field"),
        region=values.get("region_id"), most=1,
    )  # fmt: skip
    return found[0] if found and found[0].period == values["period"] else None


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
    rules.one_of(found, "repeats", REPEATS, "Berkala")
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
