"""What goes into the dossier of a meeting: papers that may leave the office, its files, calendar and matrix."""

from __future__ import annotations

import io
import zipfile
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import long_date, medium_date, time_span
from desktop.base.errors import AppError, DataTrouble, NotFound
from desktop.base.places import safe_file_name
from desktop.exchange.attached.names import name_on_disk
from desktop.exchange.dossier import Cover, Enclosed
from desktop.models.queries.attachments import FileRow, files_of
from desktop.models.queries.own_office import office_name
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.words import ATTACHMENT_KINDS, MEETING_STATES, SECURITY
from desktop.services.attachments import content_of
from desktop.services.formats.calendar import calendar_event
from desktop.services.papers.catalogue import PAPERS, printed_profile
from desktop.services.papers.matrix import action_matrix_content
from desktop.services.papers.meeting import head_of
from desktop.worker.dossier import DossierParts, ToPrint

INVITATION, ATTENDANCE, MINUTES = "01 Undangan", "02 Daftar Hadir", "03 Notula"
FOLLOW_UPS, PHOTOS, ANNEXES, INTERNAL = "04 Tindak Lanjut", "05 Dokumentasi", "06 Lampiran", "07 Surat Internal"
_PLACES = {
    "invitation": INVITATION, "rundown": INVITATION, "attendance-sheet": ATTENDANCE, "attendance-list": ATTENDANCE,
    "minutes": MINUTES, "report": MINUTES, "action-matrix": FOLLOW_UPS, "photos": PHOTOS, "readiness": ANNEXES,
    "nota-dinas": INTERNAL, "briefing": INTERNAL, "accounting": INTERNAL,
}  # fmt: skip
"""The folder of each paper; what is not named here (an extract for each institution) stays out."""
_FILES = {
    "foto": PHOTOS, "daftar_hadir": ATTENDANCE, "notula": MINUTES, "undangan": INVITATION, "bahan": ANNEXES,
    "bukti": FOLLOW_UPS, "lainnya": ANNEXES,
}  # fmt: skip


def dossier_parts(store: Store, meeting: UUID, *, internal: bool = False) -> DossierParts:
    """All that belongs to a meeting; `internal` adds the papers that stay in the office."""
    head = head_of(store, meeting)
    papers, remarks = [], []
    for kind, folder in _PLACES.items():
        if folder == INTERNAL and not internal:
            continue
        paper = PAPERS[kind]
        try:
            content, profile = paper.gather(store, meeting), printed_profile(store, kind, meeting)
        except AppError as fault:  # such as readiness where the meeting has no topic
            remarks.append(f"{paper.name} tidak dibuat: {fault.message}")
            continue
        if kind == "photos" and not content.photos:
            continue
        name = safe_file_name(paper.name, suffix=".pdf")
        papers.append(ToPrint(folder, name, paper.name, paper.job, content, profile))
    files, lost = _files(store, meeting)
    rows = action_matrix_content(store, meeting).rows
    return DossierParts(
        Cover(head.title, _facts(store, meeting), (*remarks, *lost)),
        tuple(papers),
        tuple(files),
        (INVITATION, "Kalender.ics", calendar_event(store, meeting)),
        (FOLLOW_UPS, "Matriks-Tindak-Lanjut.xlsx", head.title, rows) if rows else None,
    )


def archived_papers(parts: DossierParts, content: bytes) -> list[tuple[str, str, str, bytes]]:
    """For the register: kind, name, path and content of each printed paper in the ZIP."""
    kinds = {paper.name: kind for kind, paper in PAPERS.items()}
    printed = [(kinds[one.label], one.label, f"{one.folder}/{one.name}") for one in parts.papers]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(kind, label, path, archive.read(path)) for kind, label, path in printed]


def _files(store: Store, meeting: UUID) -> tuple[list[Enclosed], list[str]]:
    found, lost = [], []
    for row in files_of(store, meeting):
        try:
            content = content_of(store, row)
        except (NotFound, DataTrouble):
            lost.append(f"Berkas “{row.name}” tidak ditemukan di penyimpanan.")
            continue
        found.append(Enclosed(_FILES[row.kind], name_on_disk(row.name, row.media_type), _label(row), content))
    return found, lost


def _label(row: FileRow) -> str:
    words = row.caption or row.name
    return f"{ATTACHMENT_KINDS[row.kind]}: {words}"


def _facts(store: Store, meeting: UUID) -> tuple[tuple[str, str], ...]:
    head, security = head_of(store, meeting), fields_of(store, "meeting", meeting)["security"]
    facts = (
        ("Hari/tanggal", long_date(head.held_on)),
        ("Waktu", time_span(head.starts_at, head.ends_at, head.zone, head.held_on) or ""),
        ("Tempat", head.place or ""),
        ("Surat undangan", head.invitation_number or ""),
        ("Nomor notula", head.minutes_number or ""),
        ("Keadaan notula", MEETING_STATES[head.state]),
        ("Klasifikasi", SECURITY[security]),
        ("Kantor", office_name(store)),
        ("Disusun", medium_date(today(head.zone))),
    )
    return tuple((label, value) for label, value in facts if value)
