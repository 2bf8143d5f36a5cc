"""Register of issued papers: what was printed, saved or handed over, in which version, by whom, with its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from uuid import UUID

from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.meetings import meeting_head
from desktop.models.queries.minutes_versions import current_version
from desktop.models.tables import IssuedPaper
from desktop.models.words import FROZEN_STATES, ISSUE_WAYS
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.letters import letter_values

_LETTERS = {"invitation": "undangan", "nota-dinas": "nota_dinas", "report": "laporan"}
_MAY_BE_DRAFT = frozenset({"minutes", "attendance-list", "nota-dinas", "report", "action-matrix", "extract"})


def note_issued(
    desk: Desk, kind: str, title: str, way: str, pdf: bytes, *,
    meeting: UUID | None = None, file_name: str = "", pages: int | None = None, institution: UUID | None = None,
) -> ChangeSet:  # fmt: skip
    """Write into the register that a paper left the program.

    `kind` is its name in `services.papers.catalogue.PAPERS`, `title` as a reader calls it, `way` one of
    `ISSUE_WAYS`. Minutes that are frozen are noted with their version and code, others as a draft.
    """
    rules.one_of({"way": way}, "way", ISSUE_WAYS, "Cara keluar")
    with writing(desk.store, "paper.issue", by=desk.user) as write:
        _note(write, desk, kind, title, way, pdf, meeting, file_name, pages, institution)
        return write.finish()


def note_archived(desk: Desk, meeting: UUID, papers: Sequence[tuple[str, str, str, bytes]]) -> ChangeSet:
    """Write into the register that papers (kind, title, file name, PDF) went into a meeting's dossier."""
    with writing(desk.store, "paper.issue", by=desk.user) as write:
        for kind, title, file_name, pdf in papers:
            _note(write, desk, kind, title, "arsip", pdf, meeting, file_name, None, None)
        return write.finish()


def _note(
    write: Write, desk: Desk, kind: str, title: str, way: str, pdf: bytes,
    meeting: UUID | None, file_name: str, pages: int | None, institution: UUID | None,
) -> None:  # fmt: skip
    head = meeting_head(desk.store, meeting) if meeting else None
    is_draft = kind in _MAY_BE_DRAFT and head is not None and head.state not in FROZEN_STATES
    version = None
    if kind == "minutes" and meeting and not is_draft:
        version = current_version(desk.store, meeting)
    write.insert(
        IssuedPaper,
        meeting_id=meeting, institution_id=institution, kind=kind, title=title, way=way,
        number=_number(desk, kind, meeting),
        order_no=version.order_no if version else None, issued_at=write.done_at, issued_by=desk.user,
        file_name=file_name or None, pages=pages, sha256=hashlib.sha256(pdf).hexdigest(),
        content_hash=version.content_hash if version else None, code=version.code if version else None,
        is_draft=is_draft,
    )  # fmt: skip


def _number(desk: Desk, kind: str, meeting: UUID | None) -> str | None:
    """The number a paper bears, as far as it was typed by now."""
    if meeting is None:
        return None
    if kind in _LETTERS:
        number: str | None = letter_values(desk.store, meeting, _LETTERS[kind])["number"]
        return number
    head = meeting_head(desk.store, meeting) if kind == "minutes" else None
    return head.minutes_number if head else None
