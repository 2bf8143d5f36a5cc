"""Life of a notula: Konsep → Dikoreksi → Siap ditandatangani → Ditandatangani, and what comes after.

Ready freezes names and text as one version with its hash and code. Until it is signed it can be taken back; the
signer corrects in pen on the paper. Signed minutes change only with a reason, as Perbaikan ke-n. These deeds have
their own way back and are not on the stack of undo.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.proof_code import code_of
from desktop.exchange.attached import Taken
from desktop.exchange.attached.kinds import JPEG, PDF, PNG
from desktop.models import attachment_store
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.attachments import files_of
from desktop.models.queries.attendance import participants
from desktop.models.queries.minutes_versions import VersionRow, current_version, versions_of
from desktop.models.queries.records import RecordFields, fields_of
from desktop.models.tables import Meeting, MinutesVersion, Participant
from desktop.models.words import FROZEN_STATES, MEETING_STATES, SIGNED_HOW
from desktop.services.attachments import insert_file
from desktop.services.desk import Desk
from desktop.services.frozen_content import as_plain, content_hash
from desktop.services.papers.minutes import live_minutes
from desktop.services.papers.profile import paper_profile

_LONGEST_REASON = 2_000
SIGNED_TYPES = (PDF, JPEG, PNG)
"""What signed minutes come back as."""


def make_ready(desk: Desk, meeting: UUID) -> tuple[UUID, ChangeSet]:
    """Freeze names and text for signing; returns the version. `minutes_gaps` tells before what is missing."""
    store = desk.store
    with writing(store, "minutes.ready", by=desk.user) as write:
        before = _in_state(desk, meeting, "konsep", "dikoreksi")
        signed = sum(one.is_signed for one in versions_of(store, meeting))
        if signed and not before["revision_reason"]:
            raise InvalidInput("revision_reason", "Alasan perbaikan belum ditulis.", "Tulis alasannya dulu.")
        said = replace(live_minutes(store, meeting), draft=False, revision=signed, proof_code="")
        plain = as_plain(said)
        hashed = content_hash(plain)
        code = code_of(meeting, signed, hashed)
        version = write.insert(
            MinutesVersion,
            meeting_id=meeting, order_no=signed, made_at=write.done_at, made_by=desk.user,
            reason=before["revision_reason"], content=plain | {"proof_code": code},
            profile=as_plain(paper_profile(store, meeting)), content_hash=hashed, code=code, withdrawn=False,
        )  # fmt: skip
        _freeze_names(write, meeting)
        write.update(Meeting, meeting, state="siap", revision_reason=None)
        return version, write.finish()


def keep_paper(desk: Desk, version: UUID, pdf: bytes) -> ChangeSet:
    """Remember which file was made of a version, so that it is known again."""
    with writing(desk.store, "minutes.paper", by=desk.user) as write:
        write.update(MinutesVersion, version, pdf_hash=hashlib.sha256(pdf).hexdigest())
        return write.finish()


def take_back(desk: Desk, meeting: UUID) -> ChangeSet:
    """Minutes nobody signed yet go back to be corrected."""
    with writing(desk.store, "minutes.back", by=desk.user) as write:
        _in_state(desk, meeting, "siap")
        version = current_version(desk.store, meeting)
        if version is not None and not version.is_signed:
            write.update(MinutesVersion, version.id, withdrawn=True)
        _free(write, meeting, reason=version.reason if version else None)
        return write.finish()


def sign(desk: Desk, meeting: UUID, *, how: str, signed_on: date, file: Taken | None = None) -> ChangeSet:
    """Note that the minutes were signed, by pen or electronically; `file` came back signed and is the record."""
    if how not in SIGNED_HOW:
        raise InvalidInput("signed_how", f"Cara tanda tangan “{how}” tidak dikenal.", "Pilih dari daftar.")
    hashed = _kept(desk, file) if file else ""
    with writing(desk.store, "minutes.sign", by=desk.user) as write:
        before = _in_state(desk, meeting, "siap")
        if signed_on < before["held_on"]:
            raise InvalidInput("signed_on", "Tanggal tanda tangan sebelum tanggal rapat.", "Periksa tanggalnya.")
        version = _standing(desk, meeting)
        write.update(MinutesVersion, version.id, signed_how=how, signed_on=signed_on)
        if file:
            _file_as_record(write, version, file, hashed)
        write.update(Meeting, meeting, state="ditandatangani")
        return write.finish()


def add_signed_file(desk: Desk, meeting: UUID, file: Taken) -> ChangeSet:
    """Add the scan or the signed file to minutes noted as signed before; one that was there stays as a file."""
    hashed = _kept(desk, file)
    with writing(desk.store, "minutes.sign", by=desk.user) as write:
        _in_state(desk, meeting, "ditandatangani")
        _file_as_record(write, _standing(desk, meeting), file, hashed)
        return write.finish()


def revise(desk: Desk, meeting: UUID, reason: str) -> ChangeSet:
    """Open signed minutes for a change; the next version is Perbaikan ke-n and keeps the reason."""
    words = " ".join(reason.split())
    if not words:
        raise InvalidInput("revision_reason", "Alasan perbaikan belum ditulis.", "Tulis apa yang keliru.")
    if len(words) > _LONGEST_REASON:
        raise InvalidInput("revision_reason", "Alasan terlalu panjang.", f"Paling banyak {_LONGEST_REASON} huruf.")
    with writing(desk.store, "minutes.revise", by=desk.user, reason=words) as write:
        _in_state(desk, meeting, "ditandatangani")
        _free(write, meeting, reason=words)
        return write.finish()


def _kept(desk: Desk, file: Taken) -> str:
    """The hash of a signed file once its bytes are safe, which comes before any record of it."""
    if file.media_type not in SIGNED_TYPES:
        raise InvalidInput(
            "file", f"“{file.name}” bukan PDF atau pindaian.", "Pilih PDF, atau pindaian JPEG atau PNG."
        )
    return attachment_store.put(desk.store, file.content)


def _file_as_record(write: Write, version: VersionRow, file: Taken, hashed: str) -> None:
    known = files_of(write.store, version.meeting_id, "notula")
    one = next((row.id for row in known if row.sha256 == hashed), None)
    record = one or insert_file(write, version.meeting_id, "notula", file, hashed)
    write.update(MinutesVersion, version.id, signed_id=record)


def _in_state(desk: Desk, meeting: UUID, *states: str) -> RecordFields:
    found = fields_of(desk.store, "meeting", meeting)
    if found["state"] not in states:
        raise InvalidInput(
            "state",
            f"Notula ini sekarang berstatus {MEETING_STATES[found['state']]}.",
            "Muat ulang halaman ini, lalu pilih langkah yang ditawarkan.",
        )
    return found


def _standing(desk: Desk, meeting: UUID) -> VersionRow:
    version = current_version(desk.store, meeting)
    if version is None:  # made ready by an earlier program, which kept no versions
        raise InvalidInput(
            "state",
            "Naskah yang siap ditandatangani belum tersimpan.",
            "Pilih Kembalikan untuk dikoreksi, lalu Siap ditandatangani sekali lagi.",
        )
    return version


def _freeze_names(write: Write, meeting: UUID) -> None:
    """Who was there keeps name, post and institution, whatever the directory says later."""
    for seat in participants(write.store, meeting):
        if seat.is_present and seat.name:
            institution = seat.present_institution or seat.institution or seat.label
            write.update(
                Participant,
                seat.id,
                frozen_name=seat.name,
                frozen_title=seat.title,
                frozen_institution=institution,
            )


def _free(write: Write, meeting: UUID, *, reason: str | None) -> None:
    for seat in participants(write.store, meeting):
        if seat.is_present and seat.name:
            write.update(Participant, seat.id, frozen_name=None, frozen_title=None, frozen_institution=None)
    write.update(Meeting, meeting, state="dikoreksi", revision_reason=reason)


def is_frozen(state: str) -> bool:
    """Whether minutes of this state stand still."""
    return state in FROZEN_STATES
