"""The files of a meeting, of a report on a follow-up or on readiness, or of a problem, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN

from desktop.models.fields import InstantField
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Assessment, Attachment, ChecklistItem, MinutesVersion

_INSTANT = InstantField()
_OWNERS = ("meeting_id", "commitment_id", "assessment_id", "progress_report_id", "issue_id")


class Owner(NamedTuple):
    """What files belong to: the column that names it, one of `_OWNERS`, and its id."""

    column: str
    id: UUID


def meeting_files(meeting: UUID) -> Owner:
    """A meeting as the owner of its files."""
    return Owner("meeting_id", meeting)


def evidence_of(report: UUID) -> Owner:
    """A report on a follow-up as the owner of its evidence."""
    return Owner("progress_report_id", report)


def evidence_of_assessment(report: UUID) -> Owner:
    """A report on readiness as the owner of its evidence."""
    return Owner("assessment_id", report)


def issue_files(issue: UUID) -> Owner:
    """A problem or a piece of news as the owner of its files."""
    return Owner("issue_id", issue)


@dataclass(frozen=True, slots=True)
class FileRow:
    """One attached file; `kind` is a word of `ATTACHMENT_KINDS`.

    `is_signed` tells that it is the record of signed minutes.
    """

    id: UUID
    owner: Owner
    order_no: int
    kind: str
    name: str
    caption: str | None
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    is_signed: bool


_TYPES = (*(ID,) * (1 + len(_OWNERS)), None, None, None, None, None, None, None, _INSTANT, None)


def _files(condition: Any) -> Any:
    return (
        Attachment.select(
            Attachment.id, *(getattr(Attachment, column) for column in _OWNERS), Attachment.order_no,
            Attachment.kind, Attachment.name,
            Attachment.caption, Attachment.media_type, Attachment.size, Attachment.sha256, Attachment.added_at,
            MinutesVersion.id.is_null(False),
        )
        .join(
            MinutesVersion,
            JOIN.LEFT_OUTER,
            on=((MinutesVersion.signed_id == Attachment.id) & live(MinutesVersion)),
        )
        .where(condition, live(Attachment))
        .order_by(Attachment.order_no, Attachment.seq)
    )  # fmt: skip


_OF = {
    column: Statement(lambda column=column: _files(getattr(Attachment, column) == param("owner")))  # type: ignore[misc]
    for column in _OWNERS
}
_ONE = Statement(lambda: _files(Attachment.id == param("one")))
_Version = ChecklistItem.alias("version")
_OF_PLACE = Statement(
    lambda: _files(
        Attachment.assessment_id.in_(
            Assessment.select(Assessment.id)
            .join(_Version, on=(Assessment.item_id == _Version.id))
            .join(ChecklistItem, on=(_Version.thread_id == ChecklistItem.thread_id))
            .where(ChecklistItem.id == param("item"), Assessment.region_id == param("region"), live(Assessment))
        )
    )
)


def files_of(store: Store, owner: UUID | Owner, kind: str | None = None) -> list[FileRow]:
    """The files of an owner (an id alone is a meeting's) in their order, all of them or those of one kind."""
    column, one = owner if isinstance(owner, Owner) else meeting_files(owner)
    found = [_row(row) for row in _OF[column].rows(store, owner=one)]
    return found if kind is None else [one for one in found if one.kind == kind]


def evidence_of_item(store: Store, item: UUID, region: UUID) -> list[FileRow]:
    """The evidence of all reports on an item in a region, on any version of it."""
    return [_row(row) for row in _OF_PLACE.rows(store, item=item, region=region)]


def file_row(store: Store, one: UUID) -> FileRow | None:
    """One file, None where it was taken away."""
    row = _ONE.one(store, one=one)
    return _row(row) if row else None


def _row(row: tuple[Any, ...]) -> FileRow:
    values = typed(row, _TYPES)
    owners = zip(_OWNERS, values[1 : 1 + len(_OWNERS)], strict=True)
    values[1 : 1 + len(_OWNERS)] = [next(Owner(column, of) for column, of in owners if of is not None)]
    values[-1] = bool(values[-1])
    return FileRow(*values)
