"""Register of issued papers: what was printed, saved or handed over, in which version, by whom, with its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.meetings import MeetingHead, meeting_head
from desktop.models.queries.minutes_versions import VersionRow, current_version
from desktop.models.store import Store
from desktop.models.tables import IssuedPaper
from desktop.models.words import FROZEN_STATES, ISSUE_WAYS
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.letters import letter_values

_LETTERS = {"invitation": "undangan", "nota-dinas": "nota_dinas", "report": "laporan"}
_MAY_BE_DRAFT = frozenset({"minutes", "attendance-list", "nota-dinas", "report", "action-matrix", "extract"})


@dataclass(frozen=True, slots=True)
class Edition:
    """What a paper is at the moment it is made: the number it bears, a draft or not, which frozen minutes."""

    number: str | None = None
    is_draft: bool = False
    version: VersionRow | None = None


def edition_of(store: Store, kind: str, meeting: UUID | None) -> Edition:
    """What a paper that is made now would be."""
    head = meeting_head(store, meeting) if meeting else None
    if head is None:
        return Edition()
    is_draft = kind in _MAY_BE_DRAFT and head.state not in FROZEN_STATES
    version = current_version(store, head.id) if kind == "minutes" and not is_draft else None
    return Edition(_number(store, kind, head), is_draft, version)


def note_issued(
    desk: Desk, kind: str, title: str, way: str, pdf: bytes, *,
    meeting: UUID | None = None, file_name: str = "", pages: int | None = None, institution: UUID | None = None,
    edition: Edition | None = None,
) -> ChangeSet:  # fmt: skip
    """Write into the register that a paper left the program.

    `kind` is its name in `services.papers.catalogue.PAPERS`, `title` as a reader calls it, `way` one of
    `ISSUE_WAYS`. Minutes that are frozen are noted with their version and code, others as a draft. `edition` is
    what the paper was when it was made, if that is longer ago: much may change while it is printed.
    """
    rules.one_of({"way": way}, "way", ISSUE_WAYS, "Cara keluar")
    with writing(desk.store, "paper.issue", by=desk.user) as write:
        made = edition or edition_of(desk.store, kind, meeting)
        _note(write, desk, kind, title, way, pdf, meeting, file_name, pages, institution, made)
        return write.finish()


def note_archived(
    desk: Desk,
    meeting: UUID,
    papers: Sequence[tuple[str, str, str, bytes]],
    editions: Mapping[str, Edition] | None = None,
) -> ChangeSet:
    """Write into the register that papers (kind, title, file name, PDF) went into a meeting's dossier.

    `editions` are what papers were, by kind, when they were gathered; the others are what they are now.
    """
    with writing(desk.store, "paper.issue", by=desk.user) as write:
        for kind, title, file_name, pdf in papers:
            made = (editions or {}).get(kind) or edition_of(desk.store, kind, meeting)
            _note(write, desk, kind, title, "arsip", pdf, meeting, file_name, None, None, made)
        return write.finish()


def _note(
    write: Write, desk: Desk, kind: str, title: str, way: str, pdf: bytes,
    meeting: UUID | None, file_name: str, pages: int | None, institution: UUID | None, made: Edition,
) -> None:  # fmt: skip
    version = made.version
    write.insert(
        IssuedPaper,
        meeting_id=meeting, institution_id=institution, kind=kind, title=title, way=way,
        number=made.number,
        order_no=version.order_no if version else None, issued_at=write.done_at, issued_by=desk.user,
        file_name=file_name or None, pages=pages, sha256=hashlib.sha256(pdf).hexdigest(),
        content_hash=version.content_hash if version else None, code=version.code if version else None,
        is_draft=made.is_draft,
    )  # fmt: skip


def _number(store: Store, kind: str, head: MeetingHead) -> str | None:
    """The number a paper bears, as far as it was typed by now."""
    if kind in _LETTERS:
        number: str | None = letter_values(store, head.id, _LETTERS[kind])["number"]
        return number
    return head.minutes_number if kind == "minutes" else None
