"""The minutes as they were frozen, version by version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from desktop.models.fields import InstantField, JsonField
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Attachment, MinutesVersion

_INSTANT, _JSON = InstantField(), JsonField()


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One frozen version; `order_no` 0 is the first, n is Perbaikan ke-n. Hashes are SHA-256 in hexadecimal."""

    id: UUID
    meeting_id: UUID
    order_no: int
    made_at: datetime
    made_by: str
    reason: str | None
    content_hash: str
    code: str
    pdf_hash: str | None
    paper_id: UUID | None
    signed_on: date | None
    signed_how: str | None
    signed_id: UUID | None
    withdrawn: bool

    @property
    def is_signed(self) -> bool:
        """Whether somebody signed this version."""
        return self.signed_how is not None


_NAMES = (
    "id", "meeting_id", "order_no", "made_at", "made_by", "reason", "content_hash", "code", "pdf_hash", "paper_id",
    "signed_on", "signed_how", "signed_id", "withdrawn",
)  # fmt: skip
_TYPES = (ID, ID, None, _INSTANT, None, None, None, None, None, ID, DAY, None, ID, None)


def _versions(*conditions: str) -> Statement:
    return Statement(
        lambda: (
            MinutesVersion.select(*(getattr(MinutesVersion, name) for name in _NAMES))
            .where(live(MinutesVersion), *(getattr(MinutesVersion, name) == param(name) for name in conditions))
            .order_by(MinutesVersion.order_no.desc(), MinutesVersion.seq.desc())
        )
    )


_OF_MEETING, _BY_CODE, _BY_PDF = _versions("meeting_id"), _versions("code"), _versions("pdf_hash")
_BY_SIGNED_FILE = Statement(
    lambda: (
        MinutesVersion.select(*(getattr(MinutesVersion, name) for name in _NAMES))
        .join(Attachment, on=(MinutesVersion.signed_id == Attachment.id))
        .where(Attachment.sha256 == param("sha256"), live(Attachment), live(MinutesVersion))
        .order_by(MinutesVersion.order_no.desc(), MinutesVersion.seq.desc())
    )
)
_CONTENT = Statement(
    lambda: MinutesVersion.select(MinutesVersion.content, MinutesVersion.profile).where(
        MinutesVersion.id == param("version"), live(MinutesVersion)
    )
)


def versions_of(store: Store, meeting: UUID) -> list[VersionRow]:
    """All versions of a meeting's minutes, the newest first."""
    return [_version(row) for row in _OF_MEETING.rows(store, meeting_id=meeting)]


def current_version(store: Store, meeting: UUID) -> VersionRow | None:
    """The version that stands: the newest that was not taken back."""
    return next((one for one in versions_of(store, meeting) if not one.withdrawn), None)


def versions_with_code(store: Store, code: str) -> list[VersionRow]:
    """The versions a printed code stands for; those not taken back first."""
    found = [_version(row) for row in _BY_CODE.rows(store, code=code)]
    return sorted(found, key=lambda one: one.withdrawn)


def versions_with_pdf(store: Store, pdf_hash: str) -> list[VersionRow]:
    """The versions whose PDF has this hash."""
    return [_version(row) for row in _BY_PDF.rows(store, pdf_hash=pdf_hash)]


def versions_with_signed_file(store: Store, sha256: str) -> list[VersionRow]:
    """The versions whose signed file, the record, has this hash."""
    return [_version(row) for row in _BY_SIGNED_FILE.rows(store, sha256=sha256)]


def frozen_parts(store: Store, version: UUID) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """What a version says and how it was printed, in JSON's own kinds."""
    row = _CONTENT.one(store, version=version)
    return (_JSON.python_value(row[0]), _JSON.python_value(row[1])) if row else None


def _version(row: tuple[Any, ...]) -> VersionRow:
    values = typed(row, _TYPES)
    values[-1] = bool(values[-1])
    return VersionRow(*values)
