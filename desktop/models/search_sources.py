"""What can be searched for, table by table: the words of its records, and the day and topic they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from desktop.base.clock import here
from desktop.base.folding import fold
from desktop.base.search_words import LONGEST_WORD
from desktop.models.fields import DayField, InstantField
from desktop.models.store import Store

GROUPS = ("meeting", "statement", "commitment", "issue", "readiness", "person", "institution", "paper")
"""The kinds of hits a user tells apart, in the order in which they are offered."""


class Line(NamedTuple):
    """A record as it is searched for; `record` and `topic` are local numbers, 0 for no topic."""

    record: int
    topic: int
    day: date | None
    words: str


@dataclass(frozen=True)
class Source:
    """One table that is searched.

    `number` is kept in the index and never given to another table. `folded` are its columns that are folded
    already, `parts` those that are not; they have words only where `only` holds. `named` are things one asks for
    by their name. Others take their day or topic from a `leading` record, which has a line even without words.
    """

    table: str
    number: int
    group: str
    folded: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    day: str = "NULL"
    moment: str = "NULL"
    topic: str = "NULL"
    joins: str = ""
    only: str = ""
    named: bool = False
    leading: bool = False

    def sql(self, condition: str, beside: str = "", joins: str = "") -> str:
        """A SELECT of its records: number, topic, day, moment, words folded and unfolded, what stands `beside`."""
        topic = f"(SELECT topic.seq FROM topic WHERE topic.id = {self.topic})" if self.topic != "NULL" else "NULL"
        words = [f"CASE WHEN {self.only} THEN {one} END" if self.only else one for one in self._words]
        columns = (f"{self.table}.seq", topic, self.day, self.moment, *words)
        listed = ", ".join((*columns, beside)) if beside else ", ".join(columns)
        return f"SELECT {listed} FROM {self.table} {self.joins} {joins} WHERE {condition}"

    def live(self, condition: str) -> str:
        """The same of those that were not deleted."""
        return self.sql(f"NOT {self.table}.deleted AND {condition}")

    def worded(self, columns: Sequence[str], rows: Sequence[Sequence[Any]], ids: Sequence[UUID]) -> Iterable[UUID]:
        """Those of new records of this table, with the values of `columns`, that may get a line."""
        if self.leading or not self.own:
            return ids
        places = [place for place, column in enumerate(columns) if column in self.own]
        if not places:
            return ()
        return [one for one, row in zip(ids, rows, strict=True) if any(row[place] for place in places)]

    @property
    def _words(self) -> tuple[str, ...]:
        return (*self.folded, *self.parts)

    @cached_property
    def own(self) -> frozenset[str]:
        """The columns of the table itself that its words stand in."""
        named = (column.split(".") for column in self._words)
        return frozenset(column for table, column in named if table == self.table)

    def line(self, row: Sequence[Any]) -> Line | None:
        """What such a row is searched by; None without words, unless it leads others."""
        known, end = 4 + len(self.folded), 4 + len(self.folded) + len(self.parts)
        loose = " ".join(filter(None, row[known:end]))
        words = " ".join(filter(None, chain(row[4:known], (fold(loose),) if loose else ())))
        if not words and not self.leading:
            return None
        return Line(row[0], row[1] or 0, _day(row[2], row[3]), _ENDLESS.sub(r"\1", words))


_MEETING = "LEFT JOIN meeting ON meeting.id = {}.meeting_id"
_TOPIC = "coalesce({0}.topic_id, (SELECT forum.topic_id FROM forum WHERE forum.id = {0}.forum_id))"
_MEETING_TOPIC = _TOPIC.format("meeting")  # its own, else that of its forum
_COMMITMENT_TOPIC = f"coalesce(commitment.topic_id, {_MEETING_TOPIC})"
_IN_FORCE = (  # what is only written yet, or counted before, is not found beside what counts
    "checklist_template.id = (SELECT counting.id FROM checklist_template AS counting "
    "WHERE counting.topic_id = checklist_template.topic_id AND counting.state = 'berlaku' "
    "AND NOT counting.deleted ORDER BY counting.version DESC, counting.seq DESC LIMIT 1)"
)
_OF_SAME_TOPIC = (
    "template_id IN (SELECT id FROM checklist_template WHERE topic_id IN "
    "(SELECT topic_id FROM checklist_template WHERE id IN ({ids})))"
)
_OF_ATTACHMENT = " ".join(
    (
        _MEETING.format("attachment"),
        "LEFT JOIN progress_report ON progress_report.id = attachment.progress_report_id",
        "LEFT JOIN commitment",
        "ON commitment.id = coalesce(attachment.commitment_id, progress_report.commitment_id)",
        "LEFT JOIN meeting AS promised ON promised.id = commitment.meeting_id",
        "LEFT JOIN issue ON issue.id = attachment.issue_id",
        "LEFT JOIN assessment ON assessment.id = attachment.assessment_id",
        "LEFT JOIN checklist_item ON checklist_item.id = assessment.item_id",
        "LEFT JOIN checklist_template ON checklist_template.id = checklist_item.template_id",
    )
)

SOURCES = (
    Source(
        "meeting", 1, "meeting", ("meeting.search_text",), ("meeting.opening", "meeting.closing"),
        day="meeting.held_on", topic=_MEETING_TOPIC, named=True, leading=True,
    ),
    Source(
        "statement", 2, "statement", ("statement.search_text",),
        day="meeting.held_on", topic=_MEETING_TOPIC, joins=_MEETING.format("statement"),
    ),
    Source(
        "commitment", 3, "commitment", ("commitment.search_text",),
        ("commitment.escalation", "commitment.direction", "commitment.ended_note"),
        day="coalesce(meeting.held_on, commitment.due_date)",
        topic=_COMMITMENT_TOPIC,
        joins=_MEETING.format("commitment"), leading=True,
    ),
    Source(
        "progress_report", 4, "commitment", (),
        ("progress_report.note", "progress_report.reporter", "progress_report.due_reason"),
        day="progress_report.reported_on", topic=_COMMITMENT_TOPIC,
        joins="LEFT JOIN commitment ON commitment.id = progress_report.commitment_id "
        + _MEETING.format("commitment"),
    ),
    Source(
        "issue", 5, "issue", ("issue.search_text",), ("issue.escalation", "issue.direction"),
        day="issue.happened_on", topic="issue.topic_id", leading=True,
    ),
    Source(
        "checklist_item", 6, "readiness", ("checklist_item.search_text",),
        ("checklist_item.related", "checklist_item.evidence"), topic="checklist_template.topic_id",
        joins="LEFT JOIN checklist_template ON checklist_template.id = checklist_item.template_id",
        only=_IN_FORCE, named=True,
    ),
    Source(
        "assessment", 7, "readiness", (), ("assessment.note", "assessment.value_text", "assessment.source"),
        day="assessment.as_of", topic="checklist_template.topic_id",
        joins="LEFT JOIN checklist_item ON checklist_item.id = assessment.item_id "
        "LEFT JOIN checklist_template ON checklist_template.id = checklist_item.template_id",
    ),
    Source(
        "person", 8, "person", ("person_search.search_text",),
        joins="LEFT JOIN person_search ON person_search.seq = person.seq", named=True,
    ),
    Source("institution", 9, "institution", ("institution.search_text",), named=True),
    Source(
        "letter", 10, "paper", (),
        tuple(
            f"letter.{name}"
            for name in (
                "subject", "number", "addressee", "sender", "opening", "body", "basis", "purpose", "suggestion",
                "closing", "note", "enclosure", "copies",
            )
        ),
        day="coalesce(letter.dated_on, meeting.held_on)", topic=_MEETING_TOPIC,
        joins=_MEETING.format("letter"),
    ),
    Source(
        "attachment", 11, "paper", (), ("attachment.name", "attachment.caption"),
        day="meeting.held_on", moment="attachment.added_at",
        topic=f"coalesce({_MEETING_TOPIC}, commitment.topic_id, {_TOPIC.format('promised')}, issue.topic_id, "
        "checklist_template.topic_id)",
        joins=_OF_ATTACHMENT,
    ),
    Source(
        "issued_paper", 12, "paper", (), ("issued_paper.title", "issued_paper.number", "issued_paper.file_name"),
        moment="issued_paper.issued_at", topic=f"coalesce(issued_paper.topic_id, {_MEETING_TOPIC})",
        joins=_MEETING.format("issued_paper"),
    ),
)  # fmt: skip
"""The searched tables; whatever leads others stands before them."""

BY_TABLE = {source.table: source for source in SOURCES}
BY_NUMBER = {source.number: source for source in SOURCES}

FOLLOWERS: dict[str, tuple[tuple[str, str], ...]] = {
    "forum": (("meeting", "topic_id IS NULL AND forum_id IN ({ids})"),),
    "meeting": (
        ("statement", "meeting_id IN ({ids})"),
        ("commitment", "meeting_id IN ({ids})"),
        ("letter", "meeting_id IN ({ids})"),
        ("attachment", "meeting_id IN ({ids})"),
        ("issued_paper", "meeting_id IN ({ids})"),
    ),
    "commitment": (
        ("progress_report", "commitment_id IN ({ids})"),
        ("attachment", "commitment_id IN ({ids})"),
        (
            "attachment",
            "progress_report_id IN (SELECT id FROM progress_report WHERE commitment_id IN ({ids}))",
        ),
    ),
    "issue": (("attachment", "issue_id IN ({ids})"),),
    "checklist_template": (
        (
            "checklist_item",
            _OF_SAME_TOPIC,
        ),
    ),
}
"""Whose line follows from a leading record, a forum, or a version put in force: table and condition.

A checklist stays with its topic.
"""

_ENDLESS = re.compile(rf"([^ ]{{{LONGEST_WORD}}})[^ ]+")  # words that are cut to what they are known by
_DAY, _MOMENT = DayField(), InstantField()


def lines_at(store: Store, source: Source, records: Sequence[int]) -> list[Line]:
    """The lines of these records, by their local numbers."""
    listed = ", ".join(map(str, records))
    return _lines(source, store.rows(source.live(f"{source.table}.seq IN ({listed})")))


def all_lines(store: Store, source: Source, at_once: int = 2_000) -> Iterator[Line]:
    """The lines of a whole table, by number."""
    last = 0
    while True:
        condition = f"{source.table}.seq > {last} ORDER BY {source.table}.seq LIMIT {at_once}"
        rows = store.rows(source.live(condition))
        if not rows:
            return
        last = rows[-1][0]
        yield from _lines(source, rows)


def _lines(source: Source, rows: list[tuple[Any, ...]]) -> list[Line]:
    return [line for line in map(source.line, rows) if line is not None]


def _day(day: Any, moment: Any) -> date | None:
    if day is None and (known := _MOMENT.python_value(moment)) is not None:
        return here(known).date()
    return _DAY.python_value(day)
