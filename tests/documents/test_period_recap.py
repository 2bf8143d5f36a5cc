"""The recap of a period on paper: internal by its own words, with sums below every table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.documents import period_recap
from desktop.documents.content import OfficeProfile
from desktop.documents.period_recap_content import PeriodRecapContent, RecapAttendance, RecapMeeting, RecapTasks
from tests.documents.reading import page_texts, paper_text, squeezed

CONTENT = PeriodRecapContent(
    "September 2024", "Semua rapat", date(2024, 10, 1),
    (RecapMeeting("Rakor Banjir", date(2024, 9, 3), False, 20, 12, 3, 2, 4), RecapMeeting("Rakor Batal", cancelled=True)),
    (RecapAttendance("Polres Tuban", 12, 8, 1, 1, 2), RecapAttendance("Polres Gresik", 8, 4, 2, 0, 1, 1)),
    (RecapTasks("Polres Tuban", 3, 1, 1, 1, 0, 0, 2), RecapTasks("Polres Gresik", 2, 0, 0, 0, 1, 1)), 4, 2, 1,
)  # fmt: skip


def test_the_paper_says_that_it_is_for_the_office_alone() -> None:
    assert squeezed("Untuk keperluan internal kantor") in squeezed(
        page_texts(period_recap.render(CONTENT, OfficeProfile()))[0]
    )


def test_every_table_ends_with_its_sums() -> None:
    text = paper_text(period_recap.render(CONTENT, OfficeProfile()))
    assert squeezed("Jumlah 20 12 3 2 4") in text
    assert squeezed("Jumlah 20 12 3 1 3 1") in text
    assert squeezed("Jumlah 5 1 1 1 1 1 2") in text


def test_bars_say_in_words_how_much_is_done() -> None:
    text = paper_text(period_recap.render(replace(CONTENT, months=CONTENT.tasks), OfficeProfile()))
    assert squeezed("Polres Tuban 33% 3") in text
    assert squeezed("Polres Gresik 100% 2") in text  # what was given up is no shortcoming
    assert squeezed("Tindak lanjut tiap bulan") in text
    assert squeezed("Tindak lanjut tiap wilayah") not in text


def test_the_three_facts_stand_above_the_tables() -> None:
    text = paper_text(period_recap.render(CONTENT, OfficeProfile()))
    assert squeezed("1 rapat, 1 lagi dibatalkan") in text
    assert (
        squeezed("20 diundang, 12 hadir, 3 diwakili, 1 berhalangan, 3 tidak hadir, 1 belum dicatat, 2 tamu")
        in text
    )
    assert squeezed("4 diberikan, 2 masih terbuka, 1 terlambat") in text


def test_a_cancelled_meeting_has_no_numbers() -> None:
    text = paper_text(period_recap.render(CONTENT, OfficeProfile()))
    assert squeezed("Rakor Batal (dibatalkan) – – – – –") in text


def test_a_period_without_meetings_says_so_and_has_no_tables() -> None:
    empty = replace(CONTENT, meetings=(), attendance=(), tasks=(), follow_ups=0, open=0, late=0)
    [page] = page_texts(period_recap.render(empty, OfficeProfile()))
    assert "Tidak ada rapat dalam kurun waktu ini." in page
    assert "Jumlah" not in page


def test_the_sums_stand_on_a_page_with_the_last_row() -> None:
    for count in range(1, 60, 3):
        rows = tuple(RecapAttendance(f"Instansi {number}", 1) for number in range(1, count + 1))
        pages = page_texts(period_recap.render(replace(CONTENT, attendance=rows, tasks=()), OfficeProfile()))
        sums = [page for page in pages if squeezed(f"Jumlah {count} – –") in squeezed(page)]
        assert [f"Instansi {count}" in page for page in sums] == [True]
