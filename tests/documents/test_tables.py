from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from itertools import pairwise

import pypdfium2
import pytest
from PIL import ImageChops

from desktop.documents import action_matrix, attendance_list, attendance_sheet, readiness, readiness_progress
from desktop.documents.action_matrix_content import ActionMatrixContent, FollowUpRow
from desktop.documents.attendance_content import AttendanceSheetContent, SheetGroup, SheetRow
from desktop.documents.attendance_list_content import AttendanceListContent, AttendeeGroup
from desktop.documents.content import OfficeProfile, Signatory
from desktop.documents.minutes_content import Attendee
from desktop.documents.readiness_content import (
    ReadinessCell,
    ReadinessContent,
    ReadinessGroup,
    ReadinessItem,
    ReadinessRow,
    ReadinessSums,
)
from desktop.documents.readiness_progress_content import (
    ProgressCell,
    ProgressRow,
    ProgressSide,
    ReadinessProgressContent,
)
from desktop.documents.readiness_scale import STEPS
from desktop.documents.typesetting.page import Book
from desktop.documents.typesetting.table import Column, Table
from tests.documents import example
from tests.documents.drawn import drawn_pages
from tests.documents.places import faults
from tests.documents.reading import boxes_outside, fonts, page_sizes, page_texts, paper_text, squeezed

SIGNER = Signatory("Pimpinan Rapat", "Kepala Bidang", "Sari Wulandari", number_kind="NIP")


def _sheet(rows: int, **changes: object) -> AttendanceSheetContent:
    people = tuple(SheetRow(f"Peserta Ke{number}.", "Anggota", "Instansi") for number in range(1, rows + 1))
    values: dict[str, object] = {
        "title": "Rapat Koordinasi",
        "held_on": date(2024, 9, 26),
        "starts_at": time(9, 0),
        "place": "Aula",
        "groups": (SheetGroup("", people),),
        "spare_rows": 5,
        "signatory": SIGNER,
    }
    return AttendanceSheetContent(**(values | changes))  # type: ignore[arg-type]


def test_every_guest_has_a_numbered_place_to_sign() -> None:
    text = paper_text(attendance_sheet.render(_sheet(30), OfficeProfile()))
    assert all(text.count(f"PesertaKe{number}.") == 1 for number in range(1, 31))
    assert all(text.count(f"{number}.....") == 1 for number in range(10, 36))


def test_the_head_of_the_table_stands_on_every_page_with_rows() -> None:
    pages = page_texts(attendance_sheet.render(_sheet(60), OfficeProfile()))
    with_rows = [page for page in pages if "Ke" in page]
    assert len(with_rows) >= 3
    assert all("Tanda Tangan" in page and "Jabatan/Instansi" in page for page in with_rows)


def test_a_head_higher_than_the_page_parts_and_later_pages_repeat_its_beginning() -> None:
    row = ReadinessRow("Kabupaten Satu", (ReadinessCell(1, 2, 2, 50),), ReadinessCell(1, 2, 2, 50))
    content = ReadinessContent("Kesiapan", None, ("logistik" * 300,), (row,) * 30)
    pdf = readiness.render(content, OfficeProfile())
    pages = drawn_pages(pdf)
    assert faults(pdf) == []
    column = [line for page in pages for line in page.lines if line.text in content.categories[0]]
    assert "".join(line.text for line in column) == content.categories[0]
    last = [line.text for line in pages[-1].lines]
    assert last[:4] == ["no.", "wilayah", "logistiklogisti...", "semua"]
    assert "30." in last


def test_long_names_of_two_positions_leave_later_pages_room_for_rows() -> None:
    side = ProgressSide(50, 3, 9)
    rows = (ProgressRow("Kota Satu", (ProgressCell(side, side),)),) * 40
    content = ReadinessProgressContent("Kesiapan", "posisi " * 150, "kini", categories=("Logistik",), rows=rows)
    pdf = readiness_progress.render(content, OfficeProfile())
    assert faults(pdf) == []
    assert paper_text(pdf).count("39.KotaSatu") == 1


def test_a_dash_by_itself_is_printed() -> None:
    face = Book(OfficeProfile(), "", draft=False, progress=None).family.regular
    table = Table([Column("", 1)], 100.0, 500.0, face, face, 9.0)
    assert [[len(strip.marks) for strip in table.row([text])] for text in ("– ", "– satu", "")] == [[1], [1], [0]]


@pytest.mark.parametrize("rows", range(10, 24))
def test_the_sheet_is_signed_in_one_piece_below_a_row(rows: int) -> None:
    pages = page_texts(attendance_sheet.render(_sheet(rows, spare_rows=0), OfficeProfile()))
    [signed] = [page for page in pages if "Sari Wulandari" in page]
    assert "Pimpinan Rapat," in signed
    assert f"Peserta Ke{rows}." in signed


def test_rows_leave_room_for_a_pen() -> None:
    few, more = (len(attendance_sheet.render(_sheet(rows, spare_rows=0), OfficeProfile())) for rows in (1, 2))
    assert few < more
    pages = page_texts(attendance_sheet.render(_sheet(100, spare_rows=0), OfficeProfile()))
    fullest = max(page.count("Peserta") for page in pages)
    assert fullest * 11 <= 297 - 45


def test_group_headings_stay_with_their_first_row() -> None:
    groups = tuple(
        SheetGroup(f"Wilayah Nomor {number}", (SheetRow(f"Orang {number}a"), SheetRow(f"Orang {number}b")))
        for number in range(30)
    )
    pages = page_texts(attendance_sheet.render(_sheet(0, groups=groups), OfficeProfile()))
    for number in range(30):
        [page] = [
            page for page in pages if f"Wilayah Nomor {number}\r" in page or f"Wilayah Nomor {number}\n" in page
        ]
        assert f"Orang {number}a" in page
        assert "Tanda Tangan" in page


def test_each_sheet_of_a_role_begins_a_page_and_is_numbered_and_signed_on_its_own() -> None:
    groups = (
        SheetGroup("", (SheetRow("Orang satu"), SheetRow("Orang dua")), "DAFTAR HADIR PESERTA"),
        SheetGroup("", (SheetRow("Orang tiga"),), "DAFTAR HADIR NARASUMBER"),
        SheetGroup("", (), "DAFTAR HADIR PERS"),
    )
    pages = page_texts(attendance_sheet.render(_sheet(0, groups=groups, spare_rows=2), OfficeProfile()))
    assert len(pages) == 3
    assert ["1. ...." in page and "Sari Wulandari" in page for page in pages] == [True] * 3
    assert ["DAFTAR HADIR NARASUMBER" in page and "Orang tiga" in page for page in pages] == [False, True, False]


def test_the_list_of_who_came_counts_them() -> None:
    people = tuple(Attendee(f"Orang {n}", "Staf", "Dinas", "Kepala Dinas" if n < 3 else "") for n in range(20))
    content = AttendanceListContent(
        "Rapat", groups=(AttendeeGroup("Kab. Satu", people),), without_names=("KPU kabupaten/kota",),
        institutions=4, signatory=SIGNER, draft=True,
    )  # fmt: skip
    text = paper_text(attendance_list.render(content, OfficeProfile()))
    assert squeezed("Jumlah hadir : 20 orang Instansi : 4 Mewakili : 3 orang") in text
    assert squeezed("Mewakili Kepala Dinas") in text
    assert squeezed("Hadir tanpa catatan nama : KPU kabupaten/kota") in text
    assert "KONSEP" in text


def test_an_empty_sheet_has_only_rows_to_write_on() -> None:
    content = AttendanceSheetContent(title="", spare_rows=12)
    text = paper_text(attendance_sheet.render(content, OfficeProfile()))
    assert "12....." in text
    assert "13....." not in text


def test_the_matrix_is_landscape_and_tells_due_dates_with_their_source() -> None:
    rows = (
        FollowUpRow(
            "Satu",
            ("KPU",),
            due=date(2024, 11, 27),
            due_words="mengikuti jadwal tahapan",
            status="3 dari 8 selesai",
        ),
        FollowUpRow("Dua", ("Polres", "Kodim"), due_words="sampai penghitungan suara"),
        FollowUpRow("Tiga"),
    )
    pdf = action_matrix.render(
        ActionMatrixContent("Rapat", rows, as_of=date(2024, 10, 4)), example.profile(paper="F4")
    )
    assert set(page_sizes(pdf)) == {(330.0, 215.0)}
    text = paper_text(pdf)
    assert "27November2024(mengikutijadwaltahapan)" in text
    assert "3dari8selesai" in text
    assert "Posisidataper4Oktober2024" in text
    assert "sampaipenghitungansuara" in text


def test_a_row_longer_than_a_page_goes_on_under_a_repeated_head() -> None:
    long = " ".join(f"kata{number}" for number in range(3000))
    pdf = action_matrix.render(
        ActionMatrixContent("Rapat", (FollowUpRow(long, (long[:200],)), FollowUpRow("Akhir"))), OfficeProfile()
    )
    pages = page_texts(pdf)
    assert len(pages) > 5
    assert all("Penanggung Jawab" in page for page in pages)
    assert boxes_outside(pdf) == []
    assert all(paper_text(pdf).count(f"kata{number}") for number in (0, 1500, 2999))


def test_readiness_counts_and_states_are_written_out() -> None:
    content = ReadinessContent(
        "Rapat",
        date(2024, 10, 4),
        ("Logistik", "Keamanan"),
        (ReadinessRow("Kab. Tuban", (ReadinessCell(3, 28, 14, 62, 2), None), None, date(2024, 10, 1)),),
        groups=(
            ReadinessGroup("Kab. Tuban", (ReadinessItem("Logistik", "Kotak suara", "Sebagian siap", "96%"),)),
        ),
    )
    pdf = readiness.render(content, example.profile())
    text = paper_text(pdf)
    assert "3/28·62%14laporan↻2" in text
    assert "1-10-2024" in text
    unscored = paper_text(readiness.render(replace(content, scores=False), example.profile()))
    assert "3/2814laporan↻2" in unscored
    assert squeezed("Kotak suara Sebagian siap 96%") in text
    assert all(fonts(pdf).values())


def _readiness(*cells: ReadinessCell | None) -> bytes:
    row = ReadinessRow("Kab. Tuban", cells)
    return readiness.render(
        ReadinessContent("Rapat", categories=("Satu",) * len(cells), rows=(row,)), OfficeProfile()
    )


def test_a_grey_copy_of_the_readiness_reads_like_the_coloured_sheet() -> None:
    greys = [0.299 * red + 0.587 * green + 0.114 * blue for red, green, blue in (step.tint for step in STEPS[:4])]
    assert all(lighter - darker > 0.06 for lighter, darker in pairwise([1.0, *greys]))
    assert min(greys) > 0.6  # black is read on it
    text = paper_text(_readiness(*(ReadinessCell(ready, 8, 8, 60) for ready in (8, 7, 4, 1, 0))))
    assert [text.count(f"{mark}/8·60%") for mark in ("⬤8", "◕7", "◑4", "◔1", "◯0")] == [1] * 5


def test_one_good_report_of_many_looks_neither_green_nor_full_on_paper() -> None:
    plain, hinted, little, bad = (
        _coloured_pixels(_readiness(cell))
        for cell in (
            ReadinessCell(1, 25, 12),
            ReadinessCell(13, 25, 13, 99),
            ReadinessCell(1, 25, 12, 99),
            ReadinessCell(0, 25, 1, 0),
        )
    )
    assert little == plain < min(hinted, bad)
    assert "◔1/25·99%" in paper_text(_readiness(ReadinessCell(1, 25, 1, 99)))


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_matrix_of_eleven_regions_stands_with_its_legend_on_the_first_page(paper: str) -> None:
    cell = ReadinessCell(18, 25, 20, 72, 3)
    rows = tuple(
        ReadinessRow(f"Kabupaten Contoh {number}", (cell,) * 5, cell, date(2024, 11, 13))
        for number in range(1, 12)
    )
    content = ReadinessContent(
        "Pilkada Serentak 2024", date(2024, 11, 13), ("Sosialisasi dan pendidikan politik",) * 5, rows,
        ReadinessSums("Semua wilayah", (cell,) * 5, ReadinessCell(198, 1_275, 1_220, 72, 133), date(2024, 11, 13)),
        event="Hari H 27 November 2024 (H-14)", rule="Sejak H-14: jawaban lebih tua dari 7 hari perlu dikonfirmasi",
    )  # fmt: skip
    (only,) = page_texts(readiness.render(content, example.profile(paper=paper)))
    assert all(squeezed(words) in squeezed(only) for words in ("Semua wilayah", "lebih tua dari 7 hari"))


def test_what_nobody_reported_has_no_colour_and_the_legend_says_so() -> None:
    unknown, not_asked, bad = (
        _coloured_pixels(_readiness(cell)) for cell in (ReadinessCell(0, 5, 0), None, ReadinessCell(0, 5, 5, 0))
    )
    assert unknown == not_asked < bad  # those of the legend alone
    assert _slanted(_readiness(ReadinessCell(0, 5, 0))) > _slanted(_readiness(None))
    assert "belumadalaporan" in paper_text(_readiness(ReadinessCell(0, 5, 0)))


def _slanted(pdf: bytes) -> int:
    """How many pixels are as grey as the lines of a hatched cell."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=3).to_pil().convert("L")
        return sum(picture.point(lambda value: 150 < value < 245).histogram()[1:])
    finally:
        document.close()


def _coloured_pixels(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        red, _, blue = document[0].render().to_pil().convert("RGB").split()
        return sum(ImageChops.difference(red, blue).point(lambda value: value > 15).histogram()[1:])
    finally:
        document.close()


def test_empty_papers_print() -> None:
    for pdf in (
        action_matrix.render(ActionMatrixContent(""), OfficeProfile()),
        readiness.render(ReadinessContent(""), OfficeProfile()),
        attendance_sheet.render(AttendanceSheetContent("", spare_rows=0), OfficeProfile()),
    ):
        assert len(page_texts(pdf)) == 1


def test_a_column_that_must_hold_a_long_word_leaves_the_others_their_room() -> None:
    content = ReadinessContent("Rapat", categories=("Q" * 200, "dua\nbaris"), rows=(ReadinessRow("Tuban", ()),))
    pdf = readiness.render(content, OfficeProfile())
    assert faults(pdf) == []
    assert paper_text(pdf).count("Q") == 200


def test_the_heading_of_a_group_is_never_cut() -> None:
    heading = " ".join(f"kata{number}" for number in range(2000))
    content = _sheet(2, groups=(SheetGroup(heading, (SheetRow("Sari"), SheetRow("Budi"))),))
    pdf = attendance_sheet.render(content, OfficeProfile())
    text = paper_text(pdf)
    assert faults(pdf) == []
    assert all(text.count(squeezed(f"kata{number} kata{number + 1} ")) for number in (0, 900, 1998))
