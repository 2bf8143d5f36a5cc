"""A workbook holds what was put into it: as days, numbers and text, and never as a formula."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from desktop.base.errors import PaperProblem
from desktop.exchange.workbook import SheetColumn, SheetHead, packed
from desktop.exchange.workbook import writing as under_test
from desktop.exchange.workbook.writing import workbook, workbook_of

HEAD = SheetHead("Rapat", "Daftar Rapat", (SheetColumn("Hari"), SheetColumn("Judul")), ("Pencarian: banjir",))
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
CELLS = st.one_of(
    TEXTS,
    st.sampled_from(["=1+1", "+62", "-1", "@SUM(A1)", "https://a.b", "0812", "<b>&amp;", "{=1}"]),
    st.integers(-(10**12), 10**12),
    st.dates(date(1900, 3, 1), date(2200, 1, 1)),
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)).map(lambda one: one.replace(microsecond=0)),
)


def _read(data: bytes, sheet: int = 0) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=12))
@settings(max_examples=40, deadline=None)
def test_what_is_read_back_is_what_was_written(rows: list[tuple[Any, Any]]) -> None:
    data = workbook_of(HEAD, [packed(rows[:5]), packed(rows[5:])])

    assert _read(data)[4:] == [[_plain(one) for one in row] for row in rows]
    with zipfile.ZipFile(BytesIO(data)) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "hyperlink" not in page


def _plain(cell: Any) -> Any:
    """What calamine makes of it: whole numbers are numbers, a day at midnight is a day."""
    if isinstance(cell, datetime):
        return cell if cell.time() != time() else cell.date()
    return float(cell) if isinstance(cell, int) else cell


def test_heading_and_filter_stand_above_the_rows() -> None:
    read = _read(workbook_of(HEAD, [packed([(date(2024, 9, 26), "Rakor")])]))

    assert [row[0] for row in read[:2]] == ["Daftar Rapat", "Pencarian: banjir"]
    assert read[3] == ["Hari", "Judul"]
    assert read[4] == [date(2024, 9, 26), "Rakor"]


def test_the_same_list_gives_the_same_bytes() -> None:
    assert workbook_of(HEAD, [packed([(1, "a")])]) == workbook_of(HEAD, [packed([(1, "a")])])


def test_what_excel_cannot_hold_is_said_not_lost() -> None:
    odd = [(date(1823, 5, 1), "x" * 40_000), (10**17, "\ud800"), (float("nan"), None)]

    read = _read(workbook_of(HEAD, [packed(odd)]))[4:]

    assert read[0][0] == "1823-05-01"
    assert read[0][1].endswith("(terpotong)")
    assert read[1] == [str(10**17), "\N{REPLACEMENT CHARACTER}"]
    assert read[2][0] == "nan"


def test_tabs_get_names_excel_takes() -> None:
    heads = [SheetHead(name, name, (SheetColumn("A"),)) for name in ("a/b:c*[d]?", "a b c d", "", "x" * 60)]
    book = CalamineWorkbook.from_filelike(BytesIO(workbook([(head, ()) for head in heads])))
    assert book.sheet_names == ["a b c d", "a b c d 2", "Daftar", "x" * 28]


def test_a_list_longer_than_a_sheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "MOST_ROWS", 10)
    with pytest.raises(PaperProblem, match="Saring"):
        workbook_of(HEAD, [packed([("a", "b")] * 8)])
