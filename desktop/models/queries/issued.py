"""The register of issued papers: of one meeting, of all, and by what is found on a paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from peewee import JOIN, Case

from desktop.base.clock import day_begins
from desktop.base.periods import Period
from desktop.models.fields import InstantField
from desktop.models.listing import Listing, View, Where, containing
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param, unknown_last
from desktop.models.store import Store
from desktop.models.tables import Institution, IssuedPaper, Meeting, MinutesVersion

_INSTANT = InstantField()


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """One paper that left the program; `way` is a word of `ISSUE_WAYS`, `sha256` in hexadecimal."""

    id: UUID
    meeting_id: UUID | None
    meeting: str | None
    kind: str
    title: str
    number: str | None
    order_no: int | None
    way: str
    issued_at: datetime
    issued_by: str
    file_name: str | None
    pages: int | None
    sha256: str
    code: str | None
    is_draft: bool


_TYPES = (ID, ID, None, None, None, None, None, None, _INSTANT, None, None, None, None, None, None)


def _issued(*conditions: Any) -> Any:
    return (
        IssuedPaper.select(
            IssuedPaper.id, IssuedPaper.meeting_id, Meeting.title, IssuedPaper.kind, IssuedPaper.title,
            IssuedPaper.number, IssuedPaper.order_no, IssuedPaper.way, IssuedPaper.issued_at,
            IssuedPaper.issued_by, IssuedPaper.file_name, IssuedPaper.pages, IssuedPaper.sha256, IssuedPaper.code,
            IssuedPaper.is_draft,
        )
        .join(Meeting, JOIN.LEFT_OUTER, on=(IssuedPaper.meeting_id == Meeting.id))
        .where(*conditions)
        .order_by(IssuedPaper.issued_at.desc(), IssuedPaper.seq.desc())
    )  # fmt: skip


_OF_MEETING = Statement(lambda: _issued(IssuedPaper.meeting_id == param("meeting"), live(IssuedPaper)))
_WITH_HASH = Statement(lambda: _issued(IssuedPaper.sha256 == param("sha256"), live(IssuedPaper)))


def issued_of(store: Store, meeting: UUID) -> list[IssuedRow]:
    """What was issued of a meeting, the newest first."""
    return [_row(row) for row in _OF_MEETING.rows(store, meeting=meeting)]


def issued_with_hash(store: Store, sha256: str) -> list[IssuedRow]:
    """The papers whose file is exactly this one, the newest first."""
    return [_row(row) for row in _WITH_HASH.rows(store, sha256=sha256)]


_Newer = IssuedPaper.alias("newer")


def _standing_code() -> Any:
    """The code of the minutes that stand now: the newest version that was not taken back."""
    return (
        MinutesVersion.select(MinutesVersion.code)
        .where(
            MinutesVersion.meeting_id == IssuedPaper.meeting_id, live(MinutesVersion),
            MinutesVersion.withdrawn == False,  # noqa: E712 - an SQL expression
        )
        .order_by(MinutesVersion.order_no.desc(), MinutesVersion.seq.desc())
        .limit(1)
    )  # fmt: skip


def _newest_hash(*of_whom: Any) -> Any:
    """The hash of what was last issued under the same name, about the same meeting and institution."""
    return (
        _Newer.select(_Newer.sha256)
        .where(
            *of_whom, _Newer.kind == IssuedPaper.kind, _Newer.title == IssuedPaper.title, live(_Newer),
            (_Newer.institution_id == IssuedPaper.institution_id)
            | (_Newer.institution_id.is_null() & IssuedPaper.institution_id.is_null()),
        )
        .order_by(_Newer.issued_at.desc(), _Newer.seq.desc())
        .limit(1)
    )  # fmt: skip


def _standing() -> Any:
    of_meeting = _newest_hash(_Newer.meeting_id == IssuedPaper.meeting_id)
    of_office = _newest_hash(_Newer.meeting_id.is_null())
    newest = Case(None, ((IssuedPaper.meeting_id.is_null(), of_office),), of_meeting)
    return Case(
        None,
        (
            (IssuedPaper.is_draft == True, "konsep"),  # noqa: E712 - an SQL expression
            (IssuedPaper.code.is_null(False) & (IssuedPaper.code == _standing_code()), "berlaku"),
            (IssuedPaper.code.is_null(False), "lama"),
            (IssuedPaper.sha256 == newest, "terakhir"),
        ),
        "diganti",
    )


ISSUED_LIST = View(
    IssuedPaper,
    columns={
        "issued_at": IssuedPaper.issued_at,
        "title": IssuedPaper.title,
        "institution": Institution.name,
        "meeting": Meeting.title,
        "number": IssuedPaper.number,
        "order_no": IssuedPaper.order_no,
        "code": IssuedPaper.code,
        "standing": _standing(),
        "way": IssuedPaper.way,
        "issued_by": IssuedPaper.issued_by,
        "file_name": IssuedPaper.file_name,
        "pages": IssuedPaper.pages,
        "sha256": IssuedPaper.sha256,
    },
    orders={
        "issued_at": IssuedPaper.issued_at,
        "title": IssuedPaper.title,
        "issued_by": IssuedPaper.issued_by,
        "number": unknown_last(IssuedPaper.number),
    },
    joins=lambda query: query.join(Meeting, JOIN.LEFT_OUTER, on=(IssuedPaper.meeting_id == Meeting.id)).join_from(
        IssuedPaper, Institution, JOIN.LEFT_OUTER, on=(IssuedPaper.institution_id == Institution.id)
    ),
)
"""The register; `standing` is a word of `STANDINGS`."""

STANDINGS = ("konsep", "berlaku", "lama", "terakhir", "diganti")
"""What an issued paper is today: a draft; minutes that stand or an older version; any other, the last or not."""


def issued_list(
    store: Store,
    *,
    text: str = "",
    kind: str = "",
    meeting: UUID | None = None,
    period: Period | None = None,
    order: str = "issued_at",
    descending: bool = True,
) -> Listing:
    """The register as searched, filtered and ordered; a period's days are those of the office's clock.

    Searched are name, number, code, file, hash, who issued it, and the meeting.
    """
    where: Where = tuple(_says(word) for word in text.split())
    if kind:
        where += (IssuedPaper.kind == kind,)
    if meeting is not None:
        where += (IssuedPaper.meeting_id == meeting,)
    if period is not None:
        after = day_begins(period.last + timedelta(days=1))
        where += (IssuedPaper.issued_at >= day_begins(period.first), IssuedPaper.issued_at < after)
    return Listing(store, ISSUED_LIST, order=order, descending=descending, where=where)


def _says(word: str) -> Any:
    own = (
        IssuedPaper.title.contains(word) | IssuedPaper.number.contains(word) | IssuedPaper.code.contains(word)
        | IssuedPaper.file_name.contains(word) | IssuedPaper.issued_by.contains(word)
        | IssuedPaper.sha256.startswith(word.lower())
    )  # fmt: skip
    in_meeting = containing(Meeting.search_text, word)
    return own | IssuedPaper.meeting_id.in_(Meeting.select(Meeting.id).where(*in_meeting)) if in_meeting else own


_KINDS = Statement(lambda: IssuedPaper.select(IssuedPaper.kind).where(live(IssuedPaper)).distinct())


def issued_kinds(store: Store) -> frozenset[str]:
    """The kinds of papers that were ever issued."""
    return frozenset(kind for (kind,) in _KINDS.rows(store))


def moment(value: Any) -> datetime:
    """A moment of a row of the register."""
    found = _INSTANT.python_value(value)
    assert found is not None
    return found


def _row(row: tuple[Any, ...]) -> IssuedRow:
    values = typed(row, _TYPES)
    values[-1] = bool(values[-1])
    return IssuedRow(*values)
