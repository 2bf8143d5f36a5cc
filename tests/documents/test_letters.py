"""Letters: what is typed is printed, what is unknown leaves dots, and absences stand in the nota dinas alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import invitation, nota_dinas, report
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import OfficeProfile, Signatory
from desktop.documents.letter_content import InvitationContent, LetterHead, Recipient, RecipientGroup
from desktop.documents.minutes_content import Discussion, Official, Statement
from desktop.documents.nota_dinas_content import Absence, NotaDinasContent
from desktop.documents.preparation_content import RundownLine
from desktop.documents.report_content import ReportContent
from tests.documents.example import profile
from tests.documents.reading import boxes_outside, page_texts, paper_text, squeezed
from tests.documents.samples import NAME, OFFICE, POST

HEAD = LetterHead("005/1/2024", date(2024, 9, 20), "Segera", "-", "Undangan Rakor")
INVITATION = InvitationContent(
    "Rakor Kesiapan", HEAD, ("Ketua KPU Kabupaten Tuban",), "Tempat", "Dalam rangka kesiapan, kami mohon:",
    date(2024, 9, 26), time(9), None, place="Ruang Mliwis Putih", closing="Terima kasih.",
    signatory=Signatory("", "Kepala Bakorwil", "Agung", acting="Plt.", on_behalf="Gubernur Jawa Timur"),
    note=("Pakaian batik", "Konfirmasi kehadiran"), copies=("Gubernur Jawa Timur",),
)  # fmt: skip
NOTA = NotaDinasContent(
    "Rakor", HEAD, ("Kepala Bakorwil",), "Kepala Bidang", "Dilaporkan:", ("Surat undangan",), date(2024, 9, 26),
    present=4, deputies=1, groups=("KPU kabupaten/kota", "Polres"), decisions=("Rakor diulang.",),
    absent=(Absence("Kapolres Tuban", "Berhalangan", "tugas luar"), Absence("Dandim Tuban", "Tidak hadir")),
    follow_ups=(FollowUpRow("Kirim data", ("KPU Kabupaten Tuban",), due=date(2024, 10, 1)),),
)  # fmt: skip
REPORT = ReportContent(
    "Rakor", "Hasil Rakor", general="Rakor diselenggarakan.", basis=("UU 1", "UU 2"), purpose="Menyamakan langkah",
    discussions=(Discussion("Kesiapan", (Statement("arahan", "Siapkan logistik", "Yudi"),)),),
    follow_ups=NOTA.follow_ups, decisions=("Rakor diulang.",), suggestion=("Anggaran ditambah",), closing="Sekian.",
    dated_on=date(2024, 9, 27),
)  # fmt: skip


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())


def in_order(text: str, *parts: str) -> None:
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_the_invitation_follows_the_official_order() -> None:
    text = text_of(invitation.render(INVITATION, profile(city="Bojonegoro")))
    in_order(
        text, "Bojonegoro, 20 September 2024", "005/1/2024", "Segera", "Undangan Rakor", "Yth. Ketua KPU", "di Tempat",
        "Dalam rangka", "Kamis, 26 September 2024", "09.00 WIB s.d. selesai", "Ruang Mliwis Putih", "Rakor Kesiapan",
        "Terima kasih", "a.n. Gubernur", "Plt. Kepala Bakorwil,", "Agung", "Catatan:", "1. Pakaian batik", "Tembusan:",
    )  # fmt: skip


def test_an_invitation_is_signed_before_it_has_a_number_so_it_is_no_draft() -> None:
    text = text_of(invitation.render(InvitationContent("Rakor"), OfficeProfile()))
    assert "Nomor : ....." in text
    assert "KONSEP" not in text


def test_several_addressees_are_numbered_and_those_invited_are_annexed_without_empty_names() -> None:
    rows = (
        RecipientGroup("", (Recipient("Ketua KPU Tuban"),)),
        RecipientGroup("Polres", (Recipient("Polres Tuban"),)),
    )
    content = replace(INVITATION, addressees=("Ketua KPU", "Kapolres\nc.q. Kabagops"), recipients=rows)
    first, second = page_texts(invitation.render(content, OfficeProfile()))
    in_order(" ".join(first.split()), "Yth. 1. Ketua KPU", "2. Kapolres", "c.q. Kabagops")
    annex = " ".join(second.split())
    in_order(
        annex, "Lampiran : Surat Undangan", "005/1/2024", "DAFTAR UNDANGAN", "1. Ketua KPU", "Polres", "2. Polres"
    )
    assert "Nama" not in annex


def test_the_programme_is_a_second_annex() -> None:
    content = replace(
        INVITATION, recipients=(RecipientGroup("", (Recipient("KPU", "Hadi"),)),), programme=(RundownLine("Doa"),)
    )
    _, second, third = page_texts(invitation.render(content, OfficeProfile()))
    assert "Lampiran I " in second
    assert "Hadi" in second
    assert "Lampiran II " in third
    assert "Petugas" not in third


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_full_letter_stays_on_one_page(paper: str) -> None:
    long = replace(
        INVITATION, title=OFFICE, addressees=(f"{POST} {OFFICE}",) * 4, opening=f"Dalam rangka {OFFICE.lower()} " * 3,
        body="Mengingat pentingnya acara ini, mohon hadir tepat waktu dan tidak diwakilkan. " * 3,
        copies=(OFFICE,) * 3,
    )  # fmt: skip
    pdf = invitation.render(long, profile(paper=paper))
    assert len(page_texts(pdf)) == 1
    assert boxes_outside(pdf) == []


def test_the_nota_dinas_tells_who_came_and_who_did_not() -> None:
    text = text_of(nota_dinas.render(NOTA, OfficeProfile()))
    in_order(
        text, "NOTA DINAS", "Kepada Yth. : Kepala Bakorwil", "Dari : Kepala Bidang", "1. Dasar", "2. Pelaksanaan",
        "3. Kehadiran", "Hadir 4 orang, 1 di antaranya mewakili undangan; serta KPU kabupaten/kota dan Polres.",
        "Kapolres Tuban (berhalangan: tugas luar)", "Dandim Tuban (tidak hadir)", "4. Hasil", "Rakor diulang.",
        "Kirim data", "1 Oktober 2024",
    )  # fmt: skip
    assert "Saran" not in text
    assert "Halaman 2" not in text


def test_what_the_nota_dinas_does_not_know_leaves_dots_and_what_is_not_wanted_no_room() -> None:
    unknown = text_of(nota_dinas.render(NotaDinasContent("Rakor"), OfficeProfile()))
    in_order(unknown, "1. Dasar ....", "2. Pelaksanaan", "3. Hasil ....")
    assert "1. Pelaksanaan" in text_of(nota_dinas.render(NotaDinasContent("Rakor", basis=()), OfficeProfile()))


def test_the_report_has_its_parts_in_order() -> None:
    text = text_of(report.render(REPORT, profile(city="Bojonegoro")))
    in_order(
        text, "LAPORAN", "TENTANG", "HASIL RAKOR", "A. Pendahuluan", "1. Umum", "2. Landasan hukum", "1. UU 1",
        "3. Maksud dan tujuan", "B. Kegiatan yang Dilaksanakan", "C. Hasil yang Dicapai", "a. Kesiapan",
        "Siapkan logistik", "2. Tindak lanjut", "D. Kesimpulan dan Saran", "Rakor diulang.", "Anggaran ditambah",
        "E. Penutup", "Dibuat di Bojonegoro", "pada tanggal 27 September 2024",
    )  # fmt: skip


def test_unsigned_reports_are_marked_as_drafts() -> None:
    assert "KONSEP" in text_of(report.render(replace(REPORT, draft=True), OfficeProfile()))
    assert "KONSEP" in text_of(nota_dinas.render(replace(NOTA, draft=True), OfficeProfile()))


words = st.one_of(st.text(max_size=50), st.just("Sangatpanjang" * 40), st.just(f"{NAME} {OFFICE}"))


@settings(max_examples=10, deadline=None)
@given(words, st.lists(words, max_size=3), st.sampled_from(("A4", "F4")), st.integers(0, 3))
def test_anything_typed_is_printed_within_the_paper(text: str, points: list[str], paper: str, many: int) -> None:
    signer = Signatory("", text, text, text, "NIP", text, "Plt.", text, text)
    head, lines = LetterHead(text, None, text, text, text), tuple(points)
    chair = Official(text, text, text, text)
    follow_ups = (FollowUpRow(text, (text,) * many, due_words=text),) * many
    recipients = (RecipientGroup(text, (Recipient(text, text),) * many),)
    look = profile(paper=paper)
    papers = (
        invitation.render(
            InvitationContent(text, head, lines, text, text, place=text, body=text, closing=text, signatory=signer,
                              note=lines, copies=lines, recipients=recipients, programme=(RundownLine(text),) * many),
            look,
        ),
        nota_dinas.render(
            NotaDinasContent(text, head, lines, text, text, lines, place=text, chair=chair, present=many,
                             groups=lines, absent=(Absence(text, text, text),) * many, body=text, decisions=lines,
                             follow_ups=follow_ups, suggestion=lines, closing=text, signatory=signer, copies=lines),
            look,
        ),
        report.render(
            ReportContent(text, text, text, general=text, basis=lines, purpose=text, place=text, chair=chair,
                          groups=lines, agenda=lines, body=text, follow_ups=follow_ups, decisions=lines,
                          suggestion=lines, closing=text, signatory=signer),
            look,
        ),
    )  # fmt: skip
    for pdf in papers:
        assert boxes_outside(pdf) == []
    if text.isascii() and text.isprintable() and "-" not in text:
        assert all(squeezed(text) in paper_text(pdf) for pdf in papers)
