"""The workbook of readiness: numbers that can be reckoned with, heads that say what was left out, no internal dates."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook

from desktop.exchange.workbook.writing import workbook
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.readiness_shown import INSTITUTIONS, Shown
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.formats.readiness_workbook import readiness_sheets
from desktop.services.readiness import assess

REGION_ROWS = Shown()
TUBAN, DAY = fixed_id("region", "35.23"), date(2024, 11, 22)
TOPIC = TopicRow(fixed_id("topic", PILKADA), "Pilkada Serentak 2024", "Hari H", date(2024, 11, 27))


def written(store: Store, shown: Shown = REGION_ROWS) -> CalamineWorkbook:
    sheets = readiness_sheets(store, TOPIC, shown, DAY)
    return CalamineWorkbook.from_filelike(BytesIO(workbook([(head, [rows]) for head, rows in sheets])))


def table(sheet: CalamineSheet) -> tuple[list[str], list[dict[str, Any]]]:
    """The lines above the table, and its rows by the heads of the columns."""
    rows = sheet.to_python()
    top = next(place for place, row in enumerate(rows) if row[1] == "Kategori")
    lines = [str(row[0]) for row in rows[:top] if row[0]]
    return lines, [dict(zip(map(str, rows[top]), row, strict=True)) for row in rows[top + 1 :]]


def test_every_cell_is_a_line_of_numbers_with_its_worst_item_and_last_report(sqlite_store: Store) -> None:
    desk = Desk(sqlite_store, "Uji")
    assess(desk, item_id("LOG-01"), TUBAN, state="siap_bukti", as_of=DAY)
    assess(desk, item_id("LOG-05"), TUBAN, state="sebagian", value=50, measure="persen", as_of=date(2024, 11, 19))
    lines, rows = table(written(sqlite_store).get_sheet_by_name("Wilayah"))
    assert lines[1:] == [
        "Hari H 27 November 2024 (H-5)",
        "Sejak H-7: jawaban lebih tua dari 1 hari perlu dikonfirmasi.",
        "Posisi data per 22 November 2024",
    ]
    (logistics,) = [row for row in rows if (row["Wilayah"], row["Kategori"]) == ("Kabupaten Tuban", "Logistik")]
    assert list(logistics.values())[2:9] == [1, 25, 2, 75, 8, 1, 0]
    assert logistics["Butir yang paling perlu perhatian"].startswith("LOG-05 Tinta")
    assert (logistics["Keadaannya"], logistics["Laporan terakhir"]) == ("Sebagian siap", DAY)
    assert (rows[-1]["Wilayah"], rows[-1]["Kategori"], rows[-1]["Siap"]) == ("Semua wilayah", "Semua kategori", 1)
    silent = [row for row in rows if not row["Dilaporkan"]]
    assert {row["Skor (%)"] for row in silent} == {""}


def test_what_is_looked_at_comes_first_and_says_what_was_left_out(sqlite_store: Store) -> None:
    book = written(sqlite_store, Shown(INSTITUTIONS, "kpu", TUBAN))
    assert book.sheet_names == ["Instansi", "Wilayah", "Butir"]
    lines, rows = table(book.get_sheet_by_name("Instansi"))
    assert "Saringan: jenis KPU, wilayah Kabupaten Tuban" in lines
    assert {row["Instansi"] for row in rows} == {"KPU Kabupaten Tuban", "Semua instansi"}
    assert not any(line.startswith("Saringan") for line in table(book.get_sheet_by_name("Wilayah"))[0])


def test_items_say_why_they_hold_back_and_only_days_that_others_set(sqlite_store: Store) -> None:
    desk = Desk(sqlite_store, "Uji")
    assess(desk, item_id("LOG-02"), TUBAN, state="belum_siap", as_of=date(2024, 11, 19), note="=1+1")
    _, rows = table(written(sqlite_store).get_sheet_by_name("Butir"))
    first = next(row for row in rows if row["Wilayah"] == "Kabupaten Tuban")
    assert (first["Kode"], first["Keadaan dan sebabnya"]) == (
        "LOG-02", "Belum siap; perlu dikonfirmasi, jawaban 3 hari lalu",
    )  # fmt: skip
    assert (first["Batas waktu"], first["Perlu dikonfirmasi"], first["Catatan"]) == ("", "ya", "=1+1")
    told = {row["Kode"]: row["Batas waktu"] for row in rows if row["Batas waktu"]}
    assert told
    assert all("acuan internal" not in words for words in told.values())
