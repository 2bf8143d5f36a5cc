"""Whatever is written into a form, exactly its good rows are kept, and never one as another."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.clock import HeldClock
from desktop.base.folding import fold
from desktop.exchange.forms import Answer
from desktop.exchange.sheets import Row, Sheet, Table
from desktop.exchange.sheets.reading import read_table
from desktop.models.queries.form_rows import parts_now, progress_from
from desktop.services.desk import Desk
from desktop.services.forms.content import FormContent
from desktop.services.forms.judging import judge_table
from desktop.services.forms.plan import EMPTY, GOOD, WRONG, JudgedForm
from desktop.services.forms.taking import take_form
from desktop.services.history import History
from tests.exchange.forms.filling import filled, resaved, saved
from tests.services.forms.conftest import TASKS, follow_up_form, record, returned

_SAME_OFFICE = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

_STATUS = st.sampled_from(
    [("belum", "belum"), ("Blm", "belum"), ("proses", "proses"), ("ON PROGRESS", "proses"), ("Dalam proses", "proses"),
     ("sudah", "selesai_laporan"), ("Selesai", "selesai_laporan"), ("tuntas", "selesai_laporan")]
)  # fmt: skip
_COUNT = st.integers(1, 4000)


@st.composite
def _good(draw: st.DrawFn) -> tuple[Answer, dict[str, Any]]:
    """A row somebody filled in well, with what it means."""
    word, state = draw(_STATUS)
    amount: dict[str, Any] = {"amount": None, "target": None, "unit": None}
    written = ""
    if state == "proses":
        whole, kind = draw(_COUNT), draw(st.integers(0, 4))
        part = draw(st.integers(0, whole))
        percent = draw(st.integers(2, 99))
        written, amount = [
            ("", amount),
            (f"{percent} persen", {"amount": percent, "target": 100, "unit": "%"}),
            (f"0,{percent:02d}", {"amount": percent, "target": 100, "unit": "%"}),
            (f"{part}/{whole}", {"amount": part, "target": whole, "unit": None}),
            (f"{part} dari {whole} TPS", {"amount": part, "target": whole, "unit": "TPS"}),
        ][kind]
    note = draw(st.sampled_from(["", "Gudang penuh", "-", "tidak ada", "5/10 rapat, lalu rapat lagi", "<b>&=1+1"]))
    return Answer(word, written, note, ""), {"state": state, **amount}


_BAD = st.sampled_from(
    [Answer("mungkin"), Answer("", "banyak"), Answer("zzz", "95%"), Answer("", "12 Oktober 2024")]
)
_BLANK = st.sampled_from([Answer(), Answer("-", "-", "-"), Answer("", "tidak ada", "nihil", "—")])


@_SAME_OFFICE
@given(
    rows=st.lists(st.one_of(_good(), _BAD, _BLANK), min_size=len(TASKS), max_size=len(TASKS)), inline=st.booleans()
)
def test_exactly_the_good_rows_are_kept(
    sqlite_desk: Desk, clock: HeldClock, rows: list[Any], inline: bool
) -> None:
    desk, history = sqlite_desk, History()
    made = follow_up_form(desk)
    returned(clock)
    answers = {n: row if isinstance(row, Answer) else row[0] for n, row in enumerate(rows, 1)}
    with tempfile.TemporaryDirectory() as folder:
        write = resaved if inline else saved
        path = write(Path(folder) / "x.xlsx", filled(made.sheet, answers))
        (form,) = judge_table(desk.store, read_table(path))
    expected = [
        GOOD if not isinstance(row, Answer) else WRONG if row.status in ("mungkin", "zzz") or row.amount in
        ("banyak", "12 Oktober 2024") else EMPTY for row in rows
    ]  # fmt: skip
    assert [row.verdict for row in form.rows] == expected
    asked = FormContent.from_json(record(desk, made.id).content).rows
    if form.suggested():
        history.note(take_form(desk, form, form.suggested()))
    kept = progress_from(desk.store, made.id)
    for row, told in zip(asked, rows, strict=True):
        report = kept.get(row.addressees[0])
        if isinstance(told, Answer):
            assert report is None
        else:
            assert report is not None
            assert {name: getattr(report, name) for name in told[1]} == told[1]
            assert parts_now(desk.store, row.addressees, None)[0].state == told[1]["state"]
    if kept:
        history.undo(desk)
        assert not progress_from(desk.store, made.id)
    clock.move(-(clock.moment - record(desk, made.id).made_at))


_JUNK = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", "0", "1", "1e309", "-5", "NaN", "2024-02-30", "Status", "Uraian", "Jabatan: x", "Status sekarang",
                     "Kode baris", *TASKS]),
)  # fmt: skip


@settings(_SAME_OFFICE, max_examples=5)
@given(data=st.data())
def test_junk_in_any_cell_never_crashes_and_never_writes_a_wrong_row(
    sqlite_desk: Desk, clock: HeldClock, tmp_path: Path, data: st.DataObject
) -> None:
    comes_back_with_junk(sqlite_desk, clock, tmp_path, data)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(_SAME_OFFICE, max_examples=200)
@given(data=st.data())
def test_much_junk_never_crashes_and_never_writes_a_wrong_row(
    sqlite_desk: Desk, clock: HeldClock, tmp_path: Path, data: st.DataObject
) -> None:
    comes_back_with_junk(sqlite_desk, clock, tmp_path, data)


def comes_back_with_junk(sqlite_desk: Desk, clock: HeldClock, tmp_path: Path, data: st.DataObject) -> None:
    made = follow_up_form(sqlite_desk)
    returned(clock)
    answers = {n: Answer("proses", f"{n + 1} TPS") for n in range(1, len(TASKS) + 1)}
    table = read_table(saved(tmp_path / "x.xlsx", filled(made.sheet, answers)))
    cells = {row.number: list(row.cells) for row in table.sheets[0].rows}
    marks = [cells[n][8] for n in range(4, 4 + len(TASKS))]
    for _ in range(data.draw(st.integers(1, 6))):
        number = data.draw(st.sampled_from(sorted(cells)))
        column = data.draw(st.integers(0, len(cells[number]) - 1))
        cells[number][column] = data.draw(st.one_of(_JUNK, st.sampled_from(marks)))
    if data.draw(st.booleans()):
        order = data.draw(st.permutations(sorted(cells)))
        cells = dict(zip(sorted(cells), (cells[n] for n in order), strict=True))
    rows = tuple(Row(number, tuple(row)) for number, row in sorted(cells.items()))
    for form in judge_table(sqlite_desk.store, Table("x.xlsx", (Sheet("Formulir", rows),))):
        _is_never_wrong(form)
        if form.record is not None and form.to_keep(form.suggested()):
            history = History()
            history.note(take_form(sqlite_desk, form, form.suggested()))
            history.undo(sqlite_desk)
    clock.move(-(clock.moment - record(sqlite_desk, made.id).made_at))


def _is_never_wrong(form: JudgedForm) -> None:
    """What would be kept without a question is what its own row says, under its own words or its own mark."""
    for row in form.rows:
        if row.keep:
            assert row.asked is not None
            assert row.row is not None
            said = fold(row.row.text)
            assert said == fold(row.asked.text) or (not said and row.row.mark == row.asked.number)
            assert row.row.mark in (None, row.asked.number)
