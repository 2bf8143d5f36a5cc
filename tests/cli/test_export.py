"""A meeting in other formats, asked for by the name of the file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from desktop.models.seeds import example_meeting_file
from tests.cli.conftest import Console


@pytest.fixture
def example(console: Console) -> Console:
    assert console("import", "meeting", example_meeting_file()).code == 0
    return console


def test_the_name_of_the_file_says_what_it_becomes(example: Console, tmp_path: Path) -> None:
    for ending in ("ics", "docx", "xlsx"):
        said = example("export", "meeting", "last", "-o", tmp_path / f"rapat.{ending}")
        assert said.code == 0, said.err
        assert f"rapat.{ending}" in said.out
    assert Calendar.from_ical((tmp_path / "rapat.ics").read_bytes()).walk("VEVENT")
    assert Document(str(tmp_path / "rapat.docx")).tables
    assert CalamineWorkbook.from_path(tmp_path / "rapat.xlsx").sheet_names == ["Tindak Lanjut"]


def test_without_a_name_all_of_it_goes_into_one_zip(
    example: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert example("export", "meeting", "last", "--internal").code == 0
    assert set(example.look(lambda store: store.rows("SELECT way FROM issued_paper"))) == {("arsip",)}
    (made,) = tmp_path.glob("2024-09-26_*.zip")
    with zipfile.ZipFile(made) as archive:
        assert {"index.html", "03 Notula/Notula.pdf", "07 Surat Internal/Nota-Dinas.pdf"} <= set(
            archive.namelist()
        )


def test_an_unknown_format_is_refused_with_those_there_are(example: Console, tmp_path: Path) -> None:
    said = example("export", "meeting", "last", "-o", tmp_path / "rapat.odt")
    assert said.code != 0
    assert ".docx" in said.err
    assert not (tmp_path / "rapat.odt").exists()


def test_due_days_go_into_a_calendar_of_all_or_of_one_institution(example: Console, tmp_path: Path) -> None:
    said = example("export", "due-dates", "-o", tmp_path / "batas.ics")
    assert (said.code, "2 batas waktu" in said.out) == (0, True)
    assert len(Calendar.from_ical((tmp_path / "batas.ics").read_bytes()).walk("VEVENT")) == 2
    said = example("export", "due-dates", "--institution", "entah siapa")
    assert (said.code, "Yang ada: " in said.err) == (1, True)
