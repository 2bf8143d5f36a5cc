"""A sample of the minutes, to see what the office's profile makes of them; nobody and nothing in it exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from desktop.documents import minutes_content as paper
from desktop.documents.content import Signatory
from desktop.models.store import Store
from desktop.services.office import profile
from desktop.services.papers.profile import head_signatory

_DAY = date(2025, 1, 15)
_NOTE = "Ini hanya contoh untuk melihat bentuk surat; nama dan isinya rekaan."


def sample_minutes(store: Store, chosen: UUID | None = None) -> paper.MinutesContent:
    """Minutes of a meeting that never was, signed by the head the profile names."""
    office = profile(store, chosen)
    chair = "Nama Pimpinan, S.Sos., M.Si."
    signer = head_signatory(store, office.id)
    return paper.MinutesContent(
        title="Contoh Rapat Koordinasi",
        held_on=_DAY,
        starts_at=time(9, 0),
        zone=office.zone,
        place="Ruang Contoh",
        number="CONTOH/001",
        invitation_number="CONTOH/000",
        invitation_date=date(2025, 1, 8),
        agenda=tuple(map(paper.AgendaPoint, ("Pembukaan", "Pembahasan contoh", "Penutup"))),
        chair=paper.Official(chair, office.head_title),
        secretary=paper.Official("Nama Sekretaris, S.E."),
        minute_taker=paper.Official("Nama Pencatat, S.Kom."),
        attendees=tuple(
            paper.Attendee(f"Nama Peserta {one}", "Kepala Bagian", f"Instansi Contoh {one}") for one in "AB"
        ),
        participants_in_brief=("Instansi Contoh C",),
        opening=_NOTE,
        discussions=(
            paper.Discussion(
                "Pembahasan contoh",
                (
                    paper.Statement(
                        "arahan", "Semua instansi menyampaikan perkembangan setiap pekan.", chair,
                        office.head_title,
                    ),
                    paper.Statement(
                        "paparan", "Persiapan berjalan sesuai rencana.", "Nama Narasumber", "Ketua",
                        "Instansi Contoh A",
                    ),
                ),
            ),
        ),
        decisions=("Bentuk surat ini mengikuti profil kantor.",),
        closing="Rapat contoh ditutup pukul 10.00.",
        proof_code="C0NT-0HC0-DE00",
        signatory=replace(signer, role="Pimpinan Rapat", name=signer.name or chair),
        minute_signatory=Signatory(role="Notulis", name="Nama Pencatat, S.Kom.", number_kind="NIP"),
    )  # fmt: skip
