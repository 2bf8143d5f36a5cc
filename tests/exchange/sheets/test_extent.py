"""A sheet whose cells lie far apart is refused before the reader lays out what lies between."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.exchange.sheets import UnreadableTable, read_table
from tests.exchange import crafted
from tests.exchange.crafted import cell, excel


def test_a_far_cell_is_named(tmp_path: Path) -> None:
    crafted.far_cells(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableTable, match="sampai sel XFD1048576"):
        read_table(tmp_path / "a.xlsx")


def test_cells_that_do_not_say_where_they_stand_are_counted(tmp_path: Path) -> None:
    crafted.unplaced_cells(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableTable, match="tersebar"):
        read_table(tmp_path / "a.xlsx")


def test_far_cells_with_nothing_in_them_are_no_hindrance(tmp_path: Path) -> None:
    """A whole row in yellow: Excel writes its cells up to the last column, empty."""
    empty = '<c r="XFD1" s="1"/><c r="XFC1" s="1"></c>'
    path = excel(tmp_path / "a.xlsx", f'<row r="1">{cell("A1", "Nama")}{empty}</row>')
    assert read_table(path).first.rows[0].cells == ("Nama",)


def test_cells_without_places_are_read_in_their_order(tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    assert [row.cells for row in read_table(path).first.rows] == [("1", "2"), ("3",)]


def test_more_columns_than_any_list_has_are_refused(tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", "<row>" + "<c><v>1</v></c>" * 201 + "</row>")
    with pytest.raises(UnreadableTable, match="200 kolom"):
        read_table(path)


def test_endless_merged_cells_are_refused(tmp_path: Path) -> None:
    crafted.many_merges(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableTable, match="sel gabungan"):
        read_table(tmp_path / "a.xlsx")


def test_macros_are_neither_looked_at_nor_minded(tmp_path: Path) -> None:
    import zipfile

    path = excel(tmp_path / "a.xlsx", f'<row r="1">{cell("A1", "Nama")}</row>')
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"...<!DOCTYPE html>...")
    assert read_table(path).first.rows[0].cells == ("Nama",)
