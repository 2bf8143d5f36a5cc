"""What belongs to a closed topic stands as it was closed: its meetings, follow-ups, problems, readiness, stages.

The write door asks here at the end of every action. What an office still does with closed work goes on: minutes
that come back signed are noted and filed, files are added to a meeting, archive data and the numbers of
SRIKANDI are typed, expenses are accounted for, papers are printed and noted in the register. An action that
itself closes or reopens a topic is free to write the rest, and so is one that joins two records of the directory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.base.errors import ClosedTopic
from desktop.models.fields import DayField, IdField
from desktop.models.store import Store
from desktop.models.words import FROZEN_STATES

_ID, _DAY = IdField(), DayField()
_AT_ONCE = 500  # ids asked for in one statement

_OF_TOPIC, _OF_MEETING = (("topic_id", "topic"),), (("meeting_id", "meeting"),)
_OF_COMMITMENT, _OF_TEMPLATE = (("commitment_id", "commitment"),), (("template_id", "checklist_template"),)
_OF_ITEM = (("item_id", "checklist_item"),)
_OWNERS: Mapping[str, tuple[tuple[str, str], ...]] = {  # columns that lead to the topic, and what they name
    "topic": (("id", "topic"),),
    "topic_region": _OF_TOPIC,
    "stage": _OF_TOPIC,
    "forum": _OF_TOPIC,
    "meeting": (("id", "meeting"), ("topic_id", "topic")),
    "participant": _OF_MEETING,
    "agenda_item": _OF_MEETING,
    "statement": _OF_MEETING,
    "door_mark": _OF_MEETING,
    "rundown_item": _OF_MEETING,
    "letter": _OF_MEETING,
    "commitment": (("id", "commitment"), ("topic_id", "topic")),
    "addressee": _OF_COMMITMENT,
    "commitment_region": _OF_COMMITMENT,
    "commitment_institution": _OF_COMMITMENT,
    "commitment_checklist_item": _OF_COMMITMENT,
    "progress_report": _OF_COMMITMENT,
    "reminder": _OF_COMMITMENT,
    "issue": _OF_TOPIC,
    "issue_commitment": (("issue_id", "issue"), *_OF_COMMITMENT),
    "region_situation": _OF_TOPIC,
    "outgoing_form": _OF_TOPIC,
    "checklist_template": _OF_TOPIC,
    "checklist_category": _OF_TEMPLATE,
    "checklist_item": _OF_TEMPLATE,
    "checklist_item_region": _OF_ITEM,
    "assessment": _OF_ITEM,
    "due_override": _OF_ITEM,
    "review_point": _OF_TOPIC,
    "readiness_snapshot": _OF_TOPIC,
    "station_risk": _OF_TOPIC,
    "personnel_pattern": _OF_TOPIC,
    "personnel_plan": _OF_TOPIC,
    "attachment": (
        ("commitment_id", "commitment"), ("assessment_id", "assessment"), ("issue_id", "issue"),
        ("progress_report_id", "progress_report"),
    ),
}  # fmt: skip
_GOES_ON = {  # columns still written, and what follows from them; a state only towards signing: see `_is_free`
    "meeting": frozenset(
        {"archive_code", "archive_level", "archive_place", "archive_retention", "minutes_number", "minutes_date",
         "state", "revision_reason", "search_text"}
    ),
    "participant": frozenset({"frozen_name", "frozen_title", "frozen_institution"}),
    "letter": frozenset({"number", "dated_on"}),
}  # fmt: skip

_FORUM = "LEFT JOIN forum ON forum.id = meeting.forum_id"
_ITEM = "JOIN checklist_template ON checklist_template.id = checklist_item.template_id"
_MEETING_TOPIC = "COALESCE(meeting.topic_id, forum.topic_id)"
_COMMITMENT = f"LEFT JOIN meeting ON meeting.id = commitment.meeting_id {_FORUM}"
_COMMITMENT_TOPIC = f"COALESCE(commitment.topic_id, {_MEETING_TOPIC})"
_TOPIC_OF = {  # by what is named: the topic, and the tables it takes to find it
    "topic": ("topic.id", "topic"),
    "meeting": (_MEETING_TOPIC, f"meeting {_FORUM}"),
    "commitment": (_COMMITMENT_TOPIC, f"commitment {_COMMITMENT}"),
    "progress_report": (
        _COMMITMENT_TOPIC,
        f"progress_report JOIN commitment ON commitment.id = progress_report.commitment_id {_COMMITMENT}",
    ),
    "issue": ("issue.topic_id", "issue"),
    "checklist_template": ("checklist_template.topic_id", "checklist_template"),
    "checklist_item": ("checklist_template.topic_id", f"checklist_item {_ITEM}"),
    "assessment": (
        "checklist_template.topic_id",
        f"assessment JOIN checklist_item ON checklist_item.id = assessment.item_id {_ITEM}",
    ),
}


class ClosedGuard:
    """What one action did to things that may belong to a closed topic."""

    def __init__(self) -> None:
        self._named: dict[str, set[UUID]] = defaultdict(set)
        self._were_open: set[UUID] = set()
        self._joins = False

    def note_inserted(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], ids: Iterable[UUID]
    ) -> None:
        """Rows were added."""
        if table == "redirect":
            self._joins = True
        if table == "topic":
            self._were_open.update(ids)
            return
        for column, named in _OWNERS.get(table, ()):
            if column == "id":
                self._named[named].update(ids)
            elif column in columns:
                place = columns.index(column)
                self._named[named].update({row[place] for row in rows if row[place] is not None})

    def note_changed(self, table: str, one: UUID, before: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Columns of a row were changed, its deletion included."""
        if table == "redirect":
            self._joins = True
        if table == "topic" and before["state"] == "open":
            self._were_open.add(one)
        if table not in _OWNERS or _is_free(table, values):
            return
        for column, named in _OWNERS[table]:
            ends = [one] if column == "id" else [before[column], values.get(column)]
            self._named[named].update(end for end in ends if end is not None)

    def require_open(self, store: Store) -> None:
        """Raise ClosedTopic when something was changed that stands still."""
        if not self._named or self._joins:
            return
        closed = _closed_topics(store) - self._were_open
        if not closed:
            return
        for named, ids in self._named.items():
            for topic in _topics_of(store, named, list(ids)):
                if topic in closed:
                    _refuse(store, topic)


def _is_free(table: str, values: Mapping[str, Any]) -> bool:
    """Whether a change goes on after closing."""
    if not values.keys() <= _GOES_ON.get(table, frozenset()):
        return False
    return table != "meeting" or values.get("state", FROZEN_STATES[0]) in FROZEN_STATES


def _closed_topics(store: Store) -> set[UUID]:
    sql = f"SELECT id FROM topic WHERE state = {store.mark} AND deleted = {store.mark}"
    return {_as_id(one) for (one,) in store.rows(sql, ("closed", False))}


def _topics_of(store: Store, named: str, ids: Sequence[UUID]) -> Iterator[UUID]:
    """The topics these records belong to."""
    topic, tables = _TOPIC_OF[named]
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        marks = ", ".join([store.mark] * len(part))
        sql = f"SELECT DISTINCT {topic} FROM {tables} WHERE {named}.id IN ({marks}) AND {topic} IS NOT NULL"
        yield from (_as_id(one) for (one,) in store.rows(sql, part))


def _refuse(store: Store, topic: UUID) -> None:
    row = store.one(f"SELECT name, closed_on FROM topic WHERE id = {store.mark}", (topic,))
    name, day = (row[0], _DAY.python_value(row[1])) if row else ("", None)
    when = f" pada {medium_date(day)}" if day else ""
    raise ClosedTopic(
        f"Topik “{name}” sudah ditutup{when}, jadi isinya tidak berubah lagi.",
        "Bila memang perlu, buka kembali di Topik Koordinasi dan tulis alasannya dulu.",
    )


def _as_id(value: Any) -> UUID:
    found = _ID.python_value(value)
    assert found is not None
    return found
