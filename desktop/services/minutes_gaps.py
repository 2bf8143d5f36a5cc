"""What minutes still lack before they are signed: each gap in words, and where it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from desktop.documents.minutes_content import MinutesContent
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.letters import number_elsewhere
from desktop.services.papers.minutes import live_minutes


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing or doubtful; `tab` and `field` are where it is mended.

    A missing number is none: numbers come from SRIKANDI and are typed in when they are there.
    """

    words: str
    tab: str
    field: str = ""


def minutes_gaps(store: Store, meeting: UUID) -> list[Gap]:
    """The gaps in the order of the paper; empty when nothing is missing."""
    said, seats = live_minutes(store, meeting), participants(store, meeting)
    values = fields_of(store, "meeting", meeting).values
    return [
        *_numbers(store, meeting, values["minutes_number"], bool(values["minutes_date"])),
        *_facts(said),
        *_people(said, seats),
        *_words(said),
        *_follow_ups(said),
    ]


def _numbers(store: Store, meeting: UUID, number: str | None, dated: bool) -> Iterator[Gap]:
    if not number:
        return
    if twice := number_elsewhere(store, number, meeting=meeting, kind="notula"):
        yield Gap(twice, "minutes", "minutes_number")
    if not dated:
        yield Gap("Nomor notula belum disertai tanggal.", "minutes", "minutes_date")


def _facts(said: MinutesContent) -> Iterator[Gap]:
    if said.starts_at is None:
        yield Gap("Waktu mulai rapat belum diisi.", "preparation", "starts_at")
    if not said.place:
        yield Gap("Tempat rapat belum diisi.", "preparation", "place")
    if not said.agenda:
        yield Gap("Acara rapat belum ditulis.", "preparation", "agenda")
    if said.minute_taker is None:
        yield Gap("Pencatat rapat belum dipilih.", "preparation", "minute_taker_id")


def _people(said: MinutesContent, seats: list[ParticipantRow]) -> Iterator[Gap]:
    if said.chair is None:
        yield Gap("Pimpinan rapat belum tercatat hadir.", "attendance")
    elif said.signatory.number_kind and not said.signatory.number:
        yield Gap(f"{said.signatory.number_kind} pimpinan rapat belum diketahui.", "preparation")
    if not said.attendees and not said.participants_in_brief:
        yield Gap("Belum ada yang tercatat hadir.", "attendance")
    open_ = sum(seat.state == "belum_dicatat" for seat in seats)
    if open_:
        yield Gap(f"Kehadiran {open_} undangan belum dicatat.", "attendance")


def _words(said: MinutesContent) -> Iterator[Gap]:
    if not said.opening:
        yield Gap("Kata pembukaan belum ditulis.", "minutes", "opening")
    lines = [one for point in said.discussions for one in point.statements]
    if not lines:
        yield Gap("Pembahasan masih kosong.", "capture")
    unknown = sum(not one.speaker for one in lines)
    if unknown:
        yield Gap(f"{unknown} catatan tanpa nama pembicara.", "capture")
    if not said.decisions:
        yield Gap("Kesimpulan rapat belum dicatat.", "capture")
    if not said.closing:
        yield Gap("Penutup belum ditulis.", "minutes", "closing")


def _follow_ups(said: MinutesContent) -> Iterator[Gap]:
    nobody = sum(not row.responsible for row in said.follow_ups)
    if nobody:
        yield Gap(f"{nobody} tindak lanjut tanpa penanggung jawab.", "followup")
