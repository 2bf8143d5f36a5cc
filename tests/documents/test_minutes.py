from __future__ import annotations

import re
from datetime import date, time
from io import BytesIO

import pikepdf
import pytest

from desktop.base.errors import Cancelled, PaperProblem
from desktop.documents import minutes
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import LetterheadLine, OfficeProfile, Signatory
from desktop.documents.minutes_content import (
    AgendaPoint,
    Attendee,
    Discussion,
    MinutesContent,
    Official,
    Statement,
)
from tests.documents import example
from tests.documents.reading import boxes_outside, fonts, page_sizes, page_texts, paper_text, squeezed

NAMES = ("Anna Mu'awanah", "Dr. H. A <Budi> & Rekan, S.STP., M.Si.", "Łódź", "<img src='x.png'/>")


def _spoken(text: str, **changes: str) -> tuple[Discussion, ...]:
    return (Discussion("Kesiapan", (Statement("laporan", text, changes.pop("speaker", "Sari"), **changes),)),)


def test_parts_stand_in_the_order_of_the_official_form() -> None:
    text = paper_text(
        minutes.render(example.minutes(closing="Rapat ditutup.", decisions=("Siap.",)), example.profile())
    )
    parts = [
        "PEMERINTAHPROVINSIJAWATIMUR", "NOTULA", "Sidang/Rapat", "Hari/Tanggal", "SuratUndangan", "WaktuSidang/Rapat",
        "Tempat", "Acara", "PimpinanSidang/Rapat", "Ketua", "Sekretaris", "Pencatat", "PesertaSidang/Rapat",
        "KegiatanSidang/Rapat", "1.KataPembukaan", "2.Pembahasan", "3.Kesimpulan/Keputusan", "4.Penutup", "Notulis,",
        "LampiranI", "DAFTARHADIR", "LampiranII", "MATRIKSTINDAKLANJUT",
    ]  # fmt: skip
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_words_read_out_belong_to_the_official_who_sent_them() -> None:
    text = paper_text(minutes.render(example.minutes(), example.profile()))
    assert (
        squeezed("Arahan Kepala Bakorwil Bojonegoro, disampaikan oleh Yudi Widodo (Kepala Bidang Pemerintahan)")
        in text
    )


def test_what_is_unknown_is_a_dotted_line_and_never_made_up() -> None:
    text = paper_text(minutes.render(MinutesContent(title="Rapat"), OfficeProfile()))
    for label in ("Hari/Tanggal:", "SuratUndangan:", "WaktuSidang/Rapat:", "Tempat:", "Ketua:", "Pencatat:"):
        assert f"{label}...." in text
    assert "20" not in text.replace("Halaman", "")


def test_dates_and_times_read_as_the_office_writes_them() -> None:
    content = example.minutes(
        starts_at=time(9, 0), invitation_number="005/12/2024", invitation_date=date(2024, 9, 20)
    )
    text = "\n".join(page_texts(minutes.render(content, example.profile())))
    assert "Kamis, 26 September 2024" in text
    assert "09.00 WIB s.d. selesai" in text
    assert "Nomor 005/12/2024 tanggal 20 September 2024" in text


def test_the_agenda_tells_when_its_points_were_taken() -> None:
    points = (
        AgendaPoint("Pembukaan", time(9, 10), time(9, 45)),
        AgendaPoint("Doa", time(9, 45), time(9, 45)),
        AgendaPoint("Paparan"),
        AgendaPoint("Tanya jawab", time(10, 30)),
    )
    text = paper_text(minutes.render(example.minutes(agenda=points), example.profile()))
    assert squeezed("1. Pembukaan (09.10–09.45 WIB)") in text
    assert squeezed("2. Doa (09.45 WIB) 3. Paparan 4. Tanya jawab (mulai 10.30 WIB)") in text


@pytest.mark.parametrize(
    ("ended", "words"),
    [
        (time(11, 52), "09.00–11.30 WIB (acara berakhir 11.52 WIB) Tempat"),
        (time(11, 10), "09.00–11.30 WIB (acara berakhir 11.10 WIB) Tempat"),
        (time(11, 30), "09.00–11.30 WIB Tempat"),
        (None, "09.00–11.30 WIB Tempat"),
    ],
)
def test_another_end_than_planned_stands_beside_the_plan(ended: time | None, words: str) -> None:
    content = example.minutes(starts_at=time(9), ends_at=time(11, 30), ended_at=ended)
    assert squeezed(words) in paper_text(minutes.render(content, example.profile()))


def test_an_unknown_time_stays_a_dotted_line_though_the_end_is_known() -> None:
    text = paper_text(minutes.render(MinutesContent(title="Rapat", ended_at=time(11, 52)), OfficeProfile()))
    assert "WaktuSidang/Rapat:...." in text


def test_the_letterhead_stands_on_the_first_page_only_and_every_page_is_numbered() -> None:
    pages = page_texts(minutes.render(example.minutes(), example.profile()))
    assert ["PEMERINTAH PROVINSI" in page for page in pages] == [True] + [False] * (len(pages) - 1)
    assert all(f"Halaman {number} dari {len(pages)}" in page for number, page in enumerate(pages, 1))


@pytest.mark.parametrize(("paper", "size"), [("A4", (210.0, 297.0)), ("F4", (215.0, 330.0))])
def test_the_paper_has_the_size_the_office_chose(paper: str, size: tuple[float, float]) -> None:
    sizes = page_sizes(minutes.render(example.minutes(), example.profile(paper=paper)))
    assert set(sizes) == {size, size[::-1]}
    assert sizes[-1] == size[::-1]


@pytest.mark.parametrize("font", ["Arial", "Bookman", "Times"])
def test_every_font_is_embedded(font: str) -> None:
    content = example.minutes(title="Rapat Łódź ∑ ✓ ꦗꦮ سلام שלום", draft=True)
    found = fonts(minutes.render(content, example.profile(font=font)))
    assert found
    assert all(found.values())
    assert not any("Helvetica" in name for name in found)


def test_the_same_content_gives_the_same_bytes() -> None:
    first = minutes.render(example.minutes(), example.profile())
    minutes.render(MinutesContent(title="Rapat lain dengan huruf lain: Łódź"), OfficeProfile(font="Times"))
    assert minutes.render(example.minutes(), example.profile()) == first


def test_the_file_tells_its_title_language_and_maker() -> None:
    with pikepdf.open(BytesIO(minutes.render(example.minutes(), example.profile()))) as document:
        assert str(document.docinfo["/Title"]).startswith("Notula Rapat Koordinasi")
        assert str(document.docinfo["/Producer"]) == "Rakor"
        assert str(document.Root.Lang) == "id-ID"


@pytest.mark.parametrize("name", NAMES)
def test_names_print_as_typed(name: str) -> None:
    content = example.minutes(
        title=name,
        place=name,
        agenda=(AgendaPoint(name), AgendaPoint("dua")),
        chair=Official(name, name),
        attendees=(Attendee(name, name, name, name, name),),
        discussions=_spoken(name, speaker=name, position=name, on_behalf_of=""),
        decisions=(name, name),
        follow_ups=(FollowUpRow(name, (name, name), (name,), None, name, name, name, name),),
        signatory=Signatory(name, name, name, name, "NRP", "12345678", "Plt.", name, name),
    )
    text = paper_text(minutes.render(content, example.profile()))
    assert text.count(squeezed(name)) >= 25


def test_a_draft_is_marked_on_every_page_and_a_final_paper_on_none() -> None:
    draft = page_texts(minutes.render(example.minutes(draft=True), example.profile()))
    final = page_texts(minutes.render(example.minutes(), example.profile()))
    assert all("KONSEP" in page for page in draft)
    assert not any("KONSEP" in page for page in final)
    assert [page.replace("KONSEP", "").split() for page in draft] == [page.split() for page in final]


def test_a_long_list_of_participants_is_annexed() -> None:
    people = tuple(Attendee(f"Peserta Nomor{number}") for number in range(1, 41))
    text = paper_text(minutes.render(example.minutes(attendees=people), example.profile()))
    assert "40orang,daftarhadirterlampir" in text
    assert text.count("PesertaNomor17") == 1


def test_the_signature_names_never_part_from_the_block_nor_stand_alone() -> None:
    for lines in range(0, 60, 3):
        content = example.minutes(
            opening="\n".join(f"Baris {number}." for number in range(lines)),
            discussions=(),
            decisions=("Siap.",),
            closing="Rapat ditutup dengan doa bersama.\nTerima kasih.",
            attendees=(),
            follow_ups=(),
        )
        [signed] = [
            page for page in page_texts(minutes.render(content, example.profile())) if "Pimpinan Rapat," in page
        ]
        assert "Terima kasih." in signed
        assert "Notulis," in signed
        assert signed.index("Yudi Widodo") > signed.index("Pimpinan Rapat,") if lines > 20 else True


def test_headings_stay_with_what_follows() -> None:
    for lines in range(0, 50, 2):
        content = example.minutes(opening="\n".join(f"Baris {number}." for number in range(lines)))
        for page in page_texts(minutes.render(content, example.profile())):
            above = page.rsplit("Halaman", 1)[0].strip().splitlines()[-1]
            assert "Kesimpulan/Keputusan" not in above
            assert not above.startswith(("2. Pembahasan", "a. ", "b. ", "c. ", "d. "))


@pytest.mark.parametrize(
    "text",
    [
        "Kata " * 2000,
        "a" * 10_000,
        "kabupaten/kota-" * 700,
        "wwwwwwwww " * 900 + "ŁŁŁ",
        ("Satu baris.\n") * 300,
        "٣" * 3000,
    ],
    ids=["long", "no spaces", "slashes", "wide", "many lines", "digits of another script"],
)
def test_long_text_stays_on_the_paper_and_reads_back(text: str) -> None:
    content = example.minutes(
        discussions=_spoken(text, speaker=text[:300], position="Kepala " + "x" * 60),
        decisions=(text, text[:50]),
        attendees=(Attendee(text[:60], text[:60], text[:60]), Attendee(text, note=text[:2000])),
        follow_ups=(FollowUpRow(text, (text[:60],), note=text[:60]),),
    )
    pdf = minutes.render(content, example.profile())
    assert boxes_outside(pdf) == []
    typed, printed = squeezed(text), squeezed("".join(_without_numbers(page) for page in page_texts(pdf)))
    assert printed.count(typed[:25]) >= 4
    if "\n" not in text:
        assert typed in printed


def _without_numbers(page: str) -> str:
    return re.sub(r"Halaman \d+ dari \d+", "", page)


def test_nothing_known_at_all_still_prints_a_form_to_fill_in() -> None:
    pages = page_texts(minutes.render(MinutesContent(title=""), OfficeProfile()))
    assert len(pages) == 1
    assert "NOTULA" in pages[0]


def test_four_hundred_agenda_items_print() -> None:
    items = tuple(f"Butir acara nomor {number}." for number in range(1, 401))
    spoken = tuple(Discussion(item, _spoken(f"Isi {item}")[0].statements) for item in items)
    pdf = minutes.render(
        example.minutes(agenda=tuple(map(AgendaPoint, items)), discussions=spoken), example.profile()
    )
    text = paper_text(pdf)
    assert all(text.count(squeezed(f"Isi {item}")) == 1 for item in items)
    assert "oj.Butiracaranomor400." in text


def test_work_can_be_cancelled_between_pages() -> None:
    calls: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        calls.append((done, total))
        if len(calls) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        minutes.render(example.minutes(), example.profile(), progress)
    assert len(calls) == 3


def test_progress_ends_with_the_last_page() -> None:
    calls: list[tuple[int, int]] = []
    minutes.render(example.minutes(), example.profile(), lambda done, total: calls.append((done, total)))
    assert calls[-1][0] == calls[-1][1] > 1


def test_a_damaged_or_absurd_logo_is_refused_with_advice() -> None:
    from PIL import Image

    file = BytesIO()
    Image.new("1", (8000, 8000)).save(file, "PNG")
    for wrong in (b"not a picture", example.logo()[:200], file.getvalue()):
        with pytest.raises(PaperProblem):
            minutes.render(example.minutes(), example.profile(logo=wrong))


def test_margins_without_room_are_made_smaller() -> None:
    from desktop.documents.content import Margins

    pdf = minutes.render(example.minutes(), example.profile(margins=Margins(200, 200, 200, 200)))
    assert boxes_outside(pdf) == []


def test_absurdly_long_names_titles_and_letterheads_stay_on_the_paper() -> None:
    long = "Nama panjang sekali " * 200
    content = example.minutes(
        title=long,
        number=long,
        chair=Official(long, long, long, long),
        signatory=Signatory(long, long, long, long, "NIP", long, "Plt.", long, long),
    )
    lines = tuple(LetterheadLine(long, level) for level in (1, 2, 3))
    pdf = minutes.render(content, example.profile(letterhead=lines, city=long, title=long, page_numbers=long))
    assert boxes_outside(pdf) == []


# What the profile decides


def test_minutes_move_closer_to_fit_the_pages_wanted() -> None:
    lines = tuple(Statement("laporan", "Persiapan berjalan sesuai rencana. " * 12, "Sari") for _ in range(11))
    content = MinutesContent(title="Rapat", discussions=(Discussion("Kesiapan", lines),))
    assert [len(page_texts(minutes.render(content, OfficeProfile(fit_pages=n)))) for n in (0, 2, 1)] == [3, 2, 3]


@pytest.mark.parametrize(
    ("place", "first", "second"),
    [("bawah_tengah", 1, 1), ("bawah_kanan", 1, 1), ("atas_tengah", 0, 1), ("atas_kanan", 0, 1), ("tanpa", 0, 0)],
)
def test_pages_are_numbered_where_the_office_wants_it(place: str, first: int, second: int) -> None:
    profile = OfficeProfile(numbers_at=place)  # type: ignore[arg-type]
    pages = page_texts(minutes.render(example.minutes(), profile))
    assert [page.count(f"Halaman {number} dari") for number, page in enumerate(pages[:2], 1)] == [first, second]


def test_nip_and_nrp_are_left_out_where_the_office_wants_it() -> None:
    signed = example.minutes(signatory=Signatory("Pimpinan Rapat", name="Sari", number_kind="NIP", number="1970"))
    assert "NIP." in paper_text(minutes.render(signed, OfficeProfile()))
    assert "NIP." not in paper_text(minutes.render(signed, OfficeProfile(sign_numbers=False)))


def test_a_revision_says_which_one_it_is() -> None:
    assert "(Perbaikanke-2)" in paper_text(minutes.render(example.minutes(revision=2), OfficeProfile()))


def test_code_and_qr_stand_on_final_papers_only_and_are_no_signature() -> None:
    content = example.minutes(proof_code="0123-4567-89AB", draft=False)
    plain, proved = (minutes.render(content, OfficeProfile(proof=on)) for on in (False, True))
    for page in page_texts(proved):
        assert "Kode verifikasi 0123-4567-89AB" in page
        assert "bukan tanda tangan elektronik" in page
    assert "verifikasi" not in paper_text(plain)
    draft = minutes.render(example.minutes(proof_code="0123-4567-89AB", draft=True), OfficeProfile(proof=True))
    assert "verifikasi" not in paper_text(draft)
