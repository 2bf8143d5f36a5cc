"""The list of follow-ups on paper: rows in their groups, only columns that say something, internal by its own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.documents import follow_up_list
from desktop.documents.content import OfficeProfile
from desktop.documents.follow_up_list_content import FollowUpGroup, FollowUpListContent, ListedFollowUp
from tests.documents.reading import page_texts, paper_text, squeezed

FULL = ListedFollowUp(
    "Kirim data pemilih.", ("KPU Kabupaten Tuban", "Polres Tuban"), ("Bawaslu",), ("Kabupaten Tuban",),
    date(2024, 11, 27), "disepakati dalam rapat", "Data diterima", "1 dari 2 selesai", "2 berkas", "Rakor, 26 September 2024",
)  # fmt: skip
BARE = ListedFollowUp("Siapkan gudang.", status="Belum ditindaklanjuti")
CONTENT = FollowUpListContent(
    (FollowUpGroup("", (FULL, BARE)),), ("Wilayah: Kabupaten Tuban",), 2, date(2024, 10, 1)
)


def printed(content: FollowUpListContent) -> str:
    return paper_text(follow_up_list.render(content, OfficeProfile()))


def test_a_row_tells_all_that_is_known_of_it() -> None:
    text = printed(CONTENT)
    for words in (
        "Kirim data pemilih.",
        "– KPU Kabupaten Tuban",
        "27 November 2024",
        "1 dari 2 selesai",
        "2 berkas",
    ):
        assert squeezed(words) in text
    assert squeezed("Wilayah: Kabupaten Tuban 2 tindak lanjut, posisi data per 1 Oktober 2024") in text


def test_a_column_that_no_row_fills_is_left_out() -> None:
    text = printed(replace(CONTENT, groups=(FollowUpGroup("", (BARE,)),)))
    assert squeezed("No. Tindak Lanjut Penanggung Jawab Status") in text
    assert "Indikator" not in text
    assert "Bukti" not in text


def test_groups_have_headings_with_their_counts_and_rows_are_numbered_through() -> None:
    groups = (FollowUpGroup("Polres Tuban", (FULL, BARE)), FollowUpGroup("Tanpa wilayah", (BARE,)))
    text = printed(replace(CONTENT, groups=groups))
    assert squeezed("Polres Tuban (2)") in text
    assert squeezed("Tanpa wilayah (1) 3. Siapkan gudang.") in text


def test_only_a_list_for_the_office_alone_says_so() -> None:
    said = squeezed(follow_up_list.INTERNAL)
    assert said not in printed(CONTENT)
    assert said in printed(replace(CONTENT, internal=True))


def test_a_list_of_nothing_says_so_and_has_no_table() -> None:
    [page] = page_texts(follow_up_list.render(replace(CONTENT, groups=(), count=0), OfficeProfile()))
    assert follow_up_list.EMPTY in page
    assert "Penanggung" not in page


def test_a_heading_never_ends_a_page() -> None:
    groups = tuple(FollowUpGroup(f"Instansi {n}", (BARE,) * 3) for n in range(1, 40))
    for page in page_texts(follow_up_list.render(replace(CONTENT, groups=groups), OfficeProfile())):
        lines = [line for line in page.splitlines() if line.strip()]
        assert not any("Instansi" in line for line in lines[-2:])
