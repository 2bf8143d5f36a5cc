"""Hits of a search as one reads them: what it is, of what, when, in which words; and where it leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.search_words import Wanted
from desktop.base.snippets import Snippet, snippet
from desktop.models.queries.search import Place, Search
from desktop.models.queries.typed import ID
from desktop.models.store import Store
from desktop.models.words import HIT_WORDS


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit: `table` and `kind` say what it is, `title` of what, `text` holds its words as they were written.

    `record` is its local number. `leads` are the records it belongs to, by name: a statement's `meeting`, the
    `region` of a report.
    """

    table: str
    group: str
    record: int
    id: UUID
    kind: str
    title: str
    text: str
    day: date | None
    leads: Mapping[str, UUID]

    @property
    def words(self) -> str:
        """What it is, in words: "Catatan: arahan"."""
        words, kinds = HIT_WORDS[self.table]
        kind = kinds.get(self.kind, "")
        return f"{words}: {kind[:1].lower()}{kind[1:]}" if words and kind else words or kind

    def title_for(self, wanted: Wanted, room: int = 90) -> Snippet:
        """The title with what is wanted marked."""
        return snippet(self.title, wanted, room)

    def text_for(self, wanted: Wanted, room: int = 160) -> Snippet:
        """The piece of the text that shows what is wanted."""
        return snippet(self.text, wanted, room)


@dataclass(frozen=True, slots=True)
class _Detail:
    """How a table's records are read as hits: expressions of SQL."""

    title: str
    parts: tuple[str, ...]
    kind: str = "''"
    leads: tuple[tuple[str, str], ...] = ()
    joins: str = ""

    def sql(self, table: str, records: Sequence[int]) -> str:
        """The SELECT of these records."""
        leading = (expression for _, expression in self.leads)
        columns = ", ".join((f"{table}.seq", f"{table}.id", self.kind, self.title, *leading, *self.parts))
        listed = ", ".join(map(str, records))
        return (
            f"SELECT {columns} FROM {table} {self.joins} WHERE NOT {table}.deleted AND {table}.seq IN ({listed})"
        )


def _join(table: str, column: str) -> str:
    return f"LEFT JOIN {table} ON {table}.id = {column}"


def _now(column: str) -> str:
    """Of the item of a report, as the version in force has it where that still asks it."""
    return (
        f"coalesce((SELECT asked.{column} FROM checklist_item AS asked "
        "JOIN checklist_template AS version ON version.id = asked.template_id "
        "WHERE asked.thread_id = checklist_item.thread_id AND NOT asked.deleted "
        "AND version.state = 'berlaku' AND NOT version.deleted "
        f"ORDER BY version.version DESC, version.seq DESC LIMIT 1), checklist_item.{column})"
    )


_POSTS = (
    "(SELECT string_agg(position.title || ', ' || institution.name, ' · ' ORDER BY tenure.seq) FROM tenure "
    "JOIN position ON position.id = tenure.position_id "
    "JOIN institution ON institution.id = position.institution_id "
    "WHERE tenure.person_id = person.id AND NOT tenure.deleted)"
)
_LETTER = (
    "subject", "number", "addressee", "sender", "opening", "body", "basis", "purpose", "suggestion", "closing",
    "note", "enclosure", "copies",
)  # fmt: skip
_DETAILS = {
    "meeting": _Detail(
        "meeting.title",
        (
            "meeting.place", "meeting.purpose", "meeting.invitation_number", "meeting.minutes_number",
            "meeting.opening", "meeting.closing",
        ),
        leads=(("meeting", "meeting.id"),),
    ),
    "statement": _Detail(
        "meeting.title", ("statement.code", "statement.text"), "statement.kind",
        (("meeting", "statement.meeting_id"),), _join("meeting", "statement.meeting_id"),
    ),
    "commitment": _Detail(
        "meeting.title",
        tuple(
            f"commitment.{name}"
            for name in ("code", "text", "indicator", "due_note", "escalation", "direction", "ended_note")
        ),
        "commitment.kind", (("commitment", "commitment.id"), ("meeting", "commitment.meeting_id")),
        _join("meeting", "commitment.meeting_id"),
    ),
    "progress_report": _Detail(
        "commitment.text",
        ("progress_report.note", "progress_report.reporter", "progress_report.due_reason"),
        "progress_report.state",
        (("commitment", "progress_report.commitment_id"),), _join("commitment", "progress_report.commitment_id"),
    ),
    "issue": _Detail(
        "coalesce(region.name, topic.name)",
        tuple(
            f"issue.{name}" for name in ("text", "field", "source", "handling", "escalation", "direction")
        ),
        "issue.kind", (("issue", "issue.id"), ("topic", "issue.topic_id")),
        f"{_join('region', 'issue.region_id')} {_join('topic', 'issue.topic_id')}",
    ),
    "checklist_item": _Detail(
        "checklist_item.code || ' ' || checklist_item.text",
        ("checklist_item.responsible", "checklist_item.related", "checklist_item.evidence"),
        leads=(
            ("topic", "checklist_template.topic_id"), ("category", "checklist_item.category_id"),
            ("item", "checklist_item.id"),
        ),
        joins=_join("checklist_template", "checklist_item.template_id"),
    ),
    "assessment": _Detail(
        "region.name || ': ' || checklist_item.text",
        ("assessment.value_text", "assessment.note", "assessment.source"), "assessment.state",
        (
            ("topic", "checklist_template.topic_id"), ("category", _now("category_id")), ("item", _now("id")),
            ("region", "assessment.region_id"),
        ),
        f"{_join('checklist_item', 'assessment.item_id')} {_join('region', 'assessment.region_id')} "
        f"{_join('checklist_template', 'checklist_item.template_id')}",
    ),
    "person": _Detail("person.name", (_POSTS, "person.identity_number"), leads=(("person", "person.id"),)),
    "institution": _Detail(
        "institution.name", ("institution.short_name", "institution.leader_title"),
        leads=(("institution", "institution.id"),),
    ),
    "letter": _Detail(
        "meeting.title", tuple(f"letter.{name}" for name in _LETTER), "letter.kind",
        (("meeting", "letter.meeting_id"),), _join("meeting", "letter.meeting_id"),
    ),
    "attachment": _Detail(
        "attachment.name", ("attachment.caption", "coalesce(meeting.title, commitment.text, issue.text)"),
        "attachment.kind",
        (
            ("meeting", "attachment.meeting_id"), ("commitment", "commitment.id"),
            ("issue", "attachment.issue_id"),
            ("topic", "checklist_template.topic_id"), ("category", _now("category_id")), ("item", _now("id")),
            ("region", "assessment.region_id"),
        ),
        " ".join(
            (
                _join("meeting", "attachment.meeting_id"),
                _join("progress_report", "attachment.progress_report_id"),
                _join("commitment", "coalesce(attachment.commitment_id, progress_report.commitment_id)"),
                _join("issue", "attachment.issue_id"),
                _join("assessment", "attachment.assessment_id"),
                _join("checklist_item", "assessment.item_id"),
                _join("checklist_template", "checklist_item.template_id"),
            )
        ),
    ),
    "issued_paper": _Detail(
        "issued_paper.title", ("issued_paper.number", "issued_paper.file_name", "meeting.title"),
        "issued_paper.way", (("paper", "issued_paper.id"), ("meeting", "issued_paper.meeting_id")),
        _join("meeting", "issued_paper.meeting_id"),
    ),
}  # fmt: skip


def search_hits(search: Search, count: int = 50) -> list[Hit]:
    """The first so many hits, the best first."""
    return hits_at(search.store, search.hits()[:count])


def hits_at(store: Store, places: Sequence[Place]) -> list[Hit]:
    """These places as hits, in their order; what is gone meanwhile is left out."""
    records: dict[str, dict[int, Place]] = defaultdict(dict)
    for place in places:
        records[place.source.table][place.record] = place
    lines = ", ".join(str(place.line) for place in places)
    days = dict(store.rows(f"SELECT seq, day FROM search_line WHERE seq IN ({lines})")) if places else {}
    found: dict[Place, Hit] = {}
    for table, known in records.items():
        detail = _DETAILS[table]
        for row in store.rows(detail.sql(table, list(known))):
            place = known[row[0]]
            found[place] = _hit(place, detail, row, days.get(place.line) or 0)
    return [found[place] for place in places if place in found]


def _hit(place: Place, detail: _Detail, row: tuple[Any, ...], day: int) -> Hit:
    texts = 4 + len(detail.leads)
    leads = {
        name: ID.python_value(value)
        for (name, _), value in zip(detail.leads, row[4:texts], strict=True)
        if value is not None
    }
    record = ID.python_value(row[1])
    assert record is not None
    return Hit(
        place.source.table, place.source.group, place.record, record, row[2] or "", row[3] or "",
        " · ".join(filter(None, row[texts:])), date.fromordinal(day) if day else None,
        leads,  # type: ignore[arg-type]
    )  # fmt: skip
