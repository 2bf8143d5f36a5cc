"""A checklist as an Excel file: what is written is read back as it is, and what was edited is judged row by row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.exchange.sheets import Row, Sheet, Table, read_table
from desktop.exchange.workbook.writing import workbook
from desktop.models.fixed_ids import fixed_id
from desktop.models.queries.checklist_versions import draft_of, version_items, versions
from desktop.models.seeds import PILKADA, item_id
from desktop.models.store import Store
from desktop.models.words import DUE_BASES, REPEATS, TARGET_KINDS
from desktop.services.checklists.columns import HEADINGS
from desktop.services.checklists.copying import copied_id
from desktop.services.checklists.items import add_category, add_item, remove_items
from desktop.services.checklists.judging import judge
from desktop.services.checklists.plan import CHANGED, NEW, SAME, WRONG, ChecklistPlan
from desktop.services.checklists.sheet import Sheets, checklist_sheets, rejected_sheets
from desktop.services.checklists.taking import take_checklist, version_to_change
from desktop.services.checklists.targets import COUNTED
from desktop.services.checklists.versions import discard_draft, draft_version
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.topics import add_topic

TOPIC = fixed_id("topic", PILKADA)
TUBAN, GRESIK = fixed_id("region", "35.23"), fixed_id("region", "35.25")
Edit = Callable[[list[dict[str, Any]]], None]


def _sheets(store: Store, topic: UUID) -> Sheets:
    version = version_to_change(store, topic)
    assert version is not None
    return checklist_sheets(store, version)


def _table(sheets: Sheets, folder: Path, edit: Edit = lambda rows: None) -> Table:
    """The workbook as it comes back after somebody edited its rows, by key of the column."""
    (head, rows), *others = sheets
    keys = [one.key for one in HEADINGS]
    edited = [dict(zip(keys, row[1:], strict=False)) for row in rows]
    edit(edited)
    back = [(number, *(one.get(key) for key in keys)) for number, one in enumerate(edited, 1)]
    path = folder / "daftar.xlsx"
    path.write_bytes(workbook([(head, [back]), *((other, [some]) for other, some in others)]))
    return read_table(path)


def _plan(store: Store, table: Table, topic: UUID = TOPIC) -> ChecklistPlan:
    return judge(store, version_to_change(store, topic), table)


def test_an_unchanged_file_changes_nothing(sqlite_store: Store, tmp_path: Path) -> None:
    table = _table(_sheets(sqlite_store, TOPIC), tmp_path)
    plan = _plan(sqlite_store, table)
    assert plan.counts() == {NEW: 0, CHANGED: 0, SAME: 101, WRONG: 0}
    assert plan.missing == ()
    assert not take_checklist(Desk(sqlite_store, "Uji"), TOPIC, table, remove_missing=True)
    assert draft_of(sqlite_store, TOPIC) is None


def test_an_edited_file_becomes_a_draft_in_one_deed_and_only_once(store: Store, tmp_path: Path) -> None:
    desk, history = Desk(store, "Uji"), History()

    def edit(rows: list[dict[str, Any]]) -> None:
        by_code = {row["code"]: row for row in rows}
        by_code["LOG-03"] |= {"target": 2.5, "scope": "provinsi; Kab. Gresik", "due": "H - 21"}
        by_code["LOG-04"] |= {"code": "LOG-99", "former_code": "LOG-04"}
        rows.remove(by_code["LOG-05"])
        rows.append({**by_code["LOG-06"], "code": "RLW-01", "category": "Relawan", "text": "Relawan siap"})

    table = _table(_sheets(store, TOPIC), tmp_path, edit)
    plan = _plan(store, table)
    assert plan.counts() == {NEW: 1, CHANGED: 2, SAME: 98, WRONG: 0}
    assert [one.code for one in plan.missing] == ["LOG-05"]
    assert {row.code: row.changes for row in plan.rows if row.verdict == CHANGED} == {
        "LOG-03": (
            "Cakupan wilayah: kabupaten/kota → provinsi; Kab. Gresik",
            "Target: 2 → 2,5",
            "Batas waktu: H-40 → H - 21",
        ),
        "LOG-99": ("Kode: LOG-04 → LOG-99",),
    }
    history.note(take_checklist(desk, TOPIC, table))
    draft = draft_of(store, TOPIC)
    assert draft is not None
    items = {one.code: one for one in version_items(store, draft.id)}
    changed = items["LOG-03"]
    assert (changed.target_value, changed.due_offset, changed.thread_id) == (2.5, -21, item_id("LOG-03"))
    assert (changed.for_regency, changed.for_province, [name for _, name in changed.regions]) == (
        False, True, ["Kabupaten Gresik"],
    )  # fmt: skip
    assert items["LOG-99"].thread_id == item_id("LOG-04")
    assert (items["RLW-01"].category, "LOG-05" in items) == ("Relawan", True)

    assert not take_checklist(desk, TOPIC, table)
    history.note(take_checklist(desk, TOPIC, table, remove_missing=True))
    assert "LOG-05" not in {one.code for one in version_items(store, draft.id)}
    history.undo(desk)
    history.undo(desk)
    assert [one.version for one in versions(store, TOPIC)] == [1]


def test_wrong_rows_say_which_cell_and_why_and_the_others_are_taken(sqlite_store: Store, tmp_path: Path) -> None:
    def edit(rows: list[dict[str, Any]]) -> None:
        rows[0] |= {"scope": "Kabupaten Antah"}
        rows[1] |= {"target": "banyak"}
        rows[3] |= {"code": rows[2]["code"]}
        rows[4] |= {"due": "besok"}
        rows[5] |= {"weight": 0}
        rows[6] |= {"text": None}
        rows[7] |= {"code": "XYZ-02", "former_code": "XYZ-01"}
        rows[8] |= {"text": "Lain"}
        rows[9] |= {"target": 0.95}
        rows[11] |= {"code": "XYZ-04", "former_code": rows[10]["code"]}
        rows[10] |= {"code": "XYZ-03", "former_code": rows[10]["code"]}

    table = _table(_sheets(sqlite_store, TOPIC), tmp_path, edit)
    plan = _plan(sqlite_store, table)
    wrong = {row.place: row.reason for row in plan.rows if row.verdict == WRONG}
    assert wrong["H6, Cakupan wilayah"].startswith("“Kabupaten Antah” bukan wilayah yang dikenal.")
    assert wrong["J7, Target"].startswith("“banyak” bukan angka yang dikenal.")
    assert wrong["B9, Kode"].startswith("Kode ini sudah ada di baris 8.")
    assert wrong["M10, Batas waktu"].startswith("“besok” bukan hari terhadap H.")
    assert wrong["P11, Bobot"].startswith("Bobot harus lebih dari 0")
    assert wrong["E12, Butir"].startswith("Butir belum diisi.")
    assert wrong["C13, Kode lama"].startswith("Kode lama ini tidak ada")
    assert wrong["J15, Target"].startswith("Target persentase harus antara 1 dan 100.")
    assert wrong["C17, Kode lama"].startswith("Butir ini sudah ada di baris 16.")
    assert (len(wrong), plan.counts()[CHANGED]) == (9, 2)
    again = _plan(sqlite_store, _table(rejected_sheets(plan), tmp_path))
    assert {row.reason for row in again.rows if row.verdict == WRONG} >= set(wrong.values()) - {
        wrong["B9, Kode"],
        wrong["C17, Kode lama"],  # the rows they were the same as were sound
    }
    assert take_checklist(Desk(sqlite_store, "Uji"), TOPIC, table)


def test_a_file_that_is_no_checklist_is_refused_whole(sqlite_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "lain.csv"
    path.write_text("Nama;Jabatan\nBudi;Ketua\n", encoding="utf-8")
    plan = _plan(sqlite_store, read_table(path))
    assert plan.problem.startswith("Berkas ini tidak memuat kolom “Kode” dan “Butir”.")


def test_a_file_far_longer_than_any_checklist_is_refused_at_once(sqlite_store: Store) -> None:
    rows = [Row(1, ("Kode", "Butir")), *(Row(n, (f"A-{n}", "Butir")) for n in range(2, 100_002))]
    plan = _plan(sqlite_store, Table("banyak.xlsx", (Sheet("Daftar", tuple(rows)),)))
    assert plan.problem.startswith("Berkas ini berisi 100.000 baris")
    assert plan.rows == ()


def test_an_item_taken_out_of_the_draft_comes_back_as_the_same(sqlite_store: Store, tmp_path: Path) -> None:
    desk = Desk(sqlite_store, "Uji")
    table = _table(_sheets(sqlite_store, TOPIC), tmp_path)
    draft, _ = draft_version(desk, TOPIC)
    one = copied_id(draft, item_id("LOG-23"))
    remove_items(desk, [one])
    take_checklist(desk, TOPIC, table)
    found = {item.id: item for item in version_items(sqlite_store, draft)}[one]
    assert (found.code, found.thread_id, found.text) == ("LOG-23", item_id("LOG-23"), found.text)


_WORDS = st.text(
    st.one_of(st.characters(categories=["L", "N", "P", "S", "Zs"]), st.sampled_from("\n;,=+-@'")),
    min_size=1, max_size=25,
).map(str.strip).filter(lambda words: bool(" ".join(words.split())) and any(map(str.isalpha, words)))  # fmt: skip
_NUMBERS = st.integers(1, 1_000_000).map(lambda number: number / 1000)


@st.composite
def _item(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(list(TARGET_KINDS)))
    values: dict[str, Any] = {
        "text": draw(_WORDS), "responsible": draw(_WORDS), "related": draw(st.none() | _WORDS),
        "for_regency": draw(st.booleans()), "for_province": draw(st.booleans()),
        "for_working_area": draw(st.booleans()),
        "regions": draw(st.sets(st.sampled_from([TUBAN, GRESIK])).map(tuple)), "target_kind": kind,
        "repeats": draw(st.none() | st.sampled_from(list(REPEATS))),
        "due_offset": draw(st.none() | st.integers(-400, 400)),
        "evidence": draw(st.none() | _WORDS), "weight": draw(st.sampled_from([1, 2, 0.5, 2.25])),
    }  # fmt: skip
    if values["due_offset"] is not None:
        values["due_basis"] = draw(st.sampled_from(list(DUE_BASES)))
    if kind in COUNTED:
        number = draw(_NUMBERS)
        values |= {
            "target_value": min(max(number, 1), 100) if kind == "persen" else number,
            "unit": draw(st.none() | st.just("botol kecil")),
        }
    elif kind == "teks":
        values |= {"target_text": draw(_WORDS)}
    return values


_USUAL = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
_GROUPS = st.lists(st.lists(_item(), min_size=1, max_size=4), min_size=1, max_size=3)


@settings(_USUAL, max_examples=10)
@given(groups=_GROUPS)
def test_what_is_exported_and_imported_is_the_same(
    sqlite_store: Store, tmp_path: Path, groups: list[list[dict[str, Any]]]
) -> None:
    comes_back(sqlite_store, tmp_path, groups)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(_USUAL, max_examples=200)
@given(groups=_GROUPS)
def test_many_checklists_come_back_the_same(
    sqlite_store: Store, tmp_path: Path, groups: list[list[dict[str, Any]]]
) -> None:
    comes_back(sqlite_store, tmp_path, groups)


def comes_back(sqlite_store: Store, tmp_path: Path, groups: list[list[dict[str, Any]]]) -> None:
    desk = Desk(sqlite_store, "Uji")
    topic, _ = add_topic(desk, f"Topik {_count(sqlite_store)}", event_date=date(2025, 1, 1), regions=[TUBAN])
    draft, _ = draft_version(desk, topic)
    for number, items in enumerate(groups):
        category, _ = add_category(desk, draft, f"Kategori {number}")
        for values in items:
            add_item(desk, category, **values)
    sheets = _sheets(sqlite_store, topic)
    table = _table(sheets, tmp_path)
    assert [row.reason for row in _plan(sqlite_store, table, topic).rows if row.verdict != SAME] == []
    discard_draft(desk, draft)
    take_checklist(desk, topic, table)
    assert _seen(_sheets(sqlite_store, topic)) == _seen(sheets)


def _count(store: Store) -> int:
    (found,) = store.one("SELECT count(*) FROM topic") or (0,)
    return int(found)


def _seen(sheets: Sheets) -> list[tuple[Any, ...]]:
    """The rows as they can be seen: blanks and line ends of a text are those of the cell."""
    from desktop.exchange.sheets.cells import clean

    return [
        tuple(" ".join(clean(cell).split()) if isinstance(cell, str) else cell for cell in row)
        for row in sheets[0][1]
    ]
