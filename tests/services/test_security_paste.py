"""What is copied from Excel: columns by their headings, each row judged, nothing taken for granted."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.exchange.sheets import read_clipboard
from desktop.models.personnel_need import Classes
from desktop.models.queries.security_picture import security_picture
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.security_paste import PastedRow, counted, judge, to_report
from desktop.services.security_picture import report_stations

TOPIC = fixed_id("topic", PILKADA)
TUBAN, MOJOKERTO, KOTA = (fixed_id("region", code) for code in ("35.23", "35.16", "35.76"))


def judged(store: Store, text: str, region: UUID = TUBAN) -> list[PastedRow]:
    return judge(read_clipboard(text), security_picture(store, TOPIC), region)


def test_columns_are_known_by_their_headings_in_any_order_and_aman_is_kurang_rawan(sqlite_store: Store) -> None:
    rows = judged(
        sqlite_store,
        "REKAP TPS\n\nNo\tKecamatan\tTPS Sangat Rawan\tTPS Aman\tTPS Rawan\n1\tKec. Bancar\t1\t1.070\t5\n"
        "2\tJatirogo\t-\t60\t\nJumlah\t\t1\t1.130\t5\n",
    )
    assert [one.told.classes for one in rows if one.told] == [Classes(1070, 5, 1), Classes(60, None, None)]
    assert [one.place for one in rows] == ["Bancar, Kabupaten Tuban", "Jatirogo, Kabupaten Tuban"]


def test_a_heading_of_two_rows_and_two_columns_that_mean_one_class_are_understood(sqlite_store: Store) -> None:
    rows = judged(sqlite_store, "Kecamatan\tAman\tKurang Rawan\tRawan\tSangat Rawan\nBancar\t60\t10\t5\t0\n")
    assert rows[0].told is not None
    assert rows[0].told.classes == Classes(70, 5, 0)
    assert rows[0].counts[0] == "60 + 10"


def test_without_headings_the_order_tells(sqlite_store: Store) -> None:
    assert to_report(judged(sqlite_store, "Bancar\t70\t5\t1"))[0].classes == Classes(70, 5, 1)
    assert to_report(judged(sqlite_store, "1\tBancar\t70\t5\t1"))[0].district == "Bancar"
    with pytest.raises(InvalidInput, match="Kolomnya tidak dikenal"):
        judged(sqlite_store, "Bancar\t70")


def test_a_column_of_regions_says_whose_a_row_is(sqlite_store: Store) -> None:
    rows = judged(
        sqlite_store,
        "Kabupaten/Kota\tKurang rawan\tRawan\tSangat rawan\nKab. Mojokerto\t1\t0\t0\nKota Mojokerto\t2\t0\t0\n"
        "Mojokerto\t3\t0\t0\nMadiun\t4\t0\t0\nPolres Tuban\t5\t0\t0\n",
    )
    assert [one.region_id for one in to_report(rows)] == [MOJOKERTO, KOTA, TUBAN]
    assert [one.verdict for one in rows] == ["baru", "baru", "salah", "salah", "baru"]


def test_each_row_is_judged_beside_what_counts_and_told_why(sqlite_store: Store) -> None:
    head = "Kecamatan\tKurang rawan\tRawan\tSangat rawan\n"
    first = judged(sqlite_store, f"{head}Bancar\t70\t5\t1\nJatirogo\t60\t0\t0\n")
    report_stations(Desk(sqlite_store, "Uji"), TOPIC, to_report(first), source="Polres")
    rows = judged(
        sqlite_store,
        f"{head}Kecamatan Bancar\t70\t5\t1\nJatirogo\t58\t2\t0\nKenduruan\t40\t0\t0\nkenduruan\t41\t0\t0\n"
        "Parengan\tbanyak\t0\t0\nSinggahan\t\t\t\nMontong\t-3\t0\t0\n",
    )
    assert [(one.verdict, one.reason.partition(".")[0]) for one in rows] == [
        ("tetap", "Angkanya sama; posisi datanya diperbarui"),
        ("berubah", "Sebelumnya 60 / 0 / 0"),
        ("baru", ""),
        ("salah", "Sudah disebut di baris 4"),
        ("salah", "“banyak” bukan angka yang dikenal"),
        ("salah", "Angkanya kosong"),
        ("salah", "“-3” (kurang rawan) harus angka nol atau lebih"),
    ]
    assert counted(rows) == {"baru": 1, "berubah": 1, "tetap": 1, "salah": 4}
