"""Blocks from Excel: which column is what, which row means what, and what is said against a row."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.exchange.sheets import read_clipboard
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services.forms.plan import CHECK, EMPTY, GOOD, SAME, WRONG
from desktop.services.readiness_columns import AMOUNT, CODE, NOTE, REGION, STATUS, Places, roles_of
from desktop.services.readiness_paste import PastedRow, judge_pasted

TUBAN = fixed_id("region", "35.23")


@pytest.fixture
def known(sqlite_store: Store) -> list[ItemRow]:
    """Everything asked in the topic."""
    return items(sqlite_store, fixed_id("topic", PILKADA))


def judged(known: Sequence[ItemRow], text: str, onto: Sequence[ItemRow] = ()) -> list[PastedRow]:
    return judge_pasted(read_clipboard(text).first.rows, known, onto)


def said(row: PastedRow) -> tuple[str, str, str, float | None]:
    assert row.item is not None
    return row.item.code, row.item.region, str(row.values["state"]), row.values["value"]


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        (["1\tLOG-01\tsiap\t-", "2\tLOG-02\tbelum\tmenunggu", "3\tLOG-03\tsiap\t"], [None, CODE, STATUS, NOTE]),
        (["Tuban\t95%", "Gresik\t80%"], [REGION, AMOUNT]),
        (["LOG-03\tKab. Tuban\t1.200\tsebagian"], [CODE, REGION, AMOUNT, STATUS]),
        (["Keterangan\tKode\tStatus", "baik\tLOG-01\tsiap"], [NOTE, CODE, STATUS]),
        (["sudah", "belum", "95%"], [STATUS]),
        (["Kab/Kota\tKotak suara", "Tuban\t95%"], [REGION, AMOUNT]),
    ],
)
def test_columns_are_known_by_their_heading_or_their_cells(
    known: list[ItemRow], lines: list[str], roles: list[str | None]
) -> None:
    rows = [row.cells for row in read_clipboard("\n".join(lines)).first.rows]
    assert roles_of(rows, Places(known))[0] == roles


def test_rows_are_found_by_code_and_region_whatever_their_order(known: list[ItemRow]) -> None:
    found = judged(known, "LOG-05\tKab Gresik\t1.000\nLOG-03\tKabupaten Tuban\t96%\nLOG-22\tTuban\t5%")
    assert said(found[0]) == ("LOG-05", "Kabupaten Gresik", "sebagian", 1000)
    assert said(found[1]) == ("LOG-03", "Kabupaten Tuban", "sebagian", 96)
    assert [row.verdict for row in found] == [GOOD, GOOD, WRONG]
    assert found[2].reasons == ("LOG-22 tidak ditanyakan kepada Kabupaten Tuban.",)


def test_a_code_that_is_asked_of_many_regions_needs_one(known: list[ItemRow]) -> None:
    (row,) = judged(known, "LOG-05\t50%")
    assert (row.verdict, row.reasons) == (WRONG, ("Wilayahnya belum disebut.",))


def test_the_same_row_twice_counts_once_and_a_contradiction_is_wrong(known: list[ItemRow]) -> None:
    of_tuban = [one for one in known if one.region_id == TUBAN]
    found = judged(of_tuban, "LOG-05\t50%\nLOG-05\t50%\nLOG-05\t60%\nLOG-01\t\n")
    assert [row.verdict for row in found] == [GOOD, SAME, WRONG, EMPTY]
    assert found[2].reasons == ("Sudah ada di baris 1 dengan isian lain.",)


def test_without_names_a_block_is_laid_over_the_rows(known: list[ItemRow]) -> None:
    onto = [one for one in known if one.region_id == TUBAN][:3]
    found = judged(known, "siap\tBA ada\nsiap semua kecuali dua\tmenyusul\nbelum\t\nbelum\t", onto)
    assert [row.verdict for row in found] == [GOOD, WRONG, GOOD, WRONG]
    assert [row.item.code if row.item else "" for row in found] == ["LOG-01", "LOG-02", "LOG-03", ""]
    assert found[0].values["note"] == "BA ada"
    assert found[3].reasons == ("Tidak ada baris lagi di daftar.",)


def test_what_contradicts_itself_is_for_the_office_to_decide(known: list[ItemRow]) -> None:
    of_tuban = [one for one in known if one.region_id == TUBAN]
    (row,) = judged(of_tuban, "LOG-05\tsiap\t50%")
    assert row.verdict == CHECK
    assert "Status “Siap”, tetapi capaiannya 50%." in row.reasons[0]


def test_a_number_on_a_question_of_yes_or_no_is_for_the_office_to_decide(known: list[ItemRow]) -> None:
    (row,) = judged(known, "Kab/Kota\tKode\tKotak suara\nTuban\tLOG-01\t4.240")
    assert (row.verdict, row.reasons[-1]) == (CHECK, "Butir ini dijawab ya atau tidak, bukan dengan angka.")
