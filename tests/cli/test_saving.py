"""What a command writes: where it cannot, the old file is whole, and the console says why and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base import files
from desktop.base.errors import FileProblem
from tests.cli.conftest import Console
from tests.unwritable import FULL, FULL_DISK, GONE, HELD, KINDS, READ_ONLY_DISK, TOO_LONG, unwritable

pytestmark = pytest.mark.usefixtures("example")


def _refused(console: Console, place_kind: str, tmp_path: Path, name: str, *words: str) -> None:
    with pytest.MonkeyPatch.context() as patch, unwritable(place_kind, tmp_path, patch, name) as place:
        said = console(*words, "-o", place.target)
        assert said.code == 1
        assert said.out == ""
        place.assert_told(said.err)
        place.assert_untouched()


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_that_cannot_be_written(console: Console, tmp_path: Path, kind: str) -> None:
    _refused(console, kind, tmp_path, "notula.pdf", "print", "minutes", "last")


@pytest.mark.parametrize(
    ("ending", "kind"),
    [("ics", FULL_DISK), ("docx", HELD), ("zip", FULL), ("zip", READ_ONLY_DISK), ("xlsx", GONE)],
)
def test_another_format_that_cannot_be_written(console: Console, tmp_path: Path, ending: str, kind: str) -> None:
    _refused(console, kind, tmp_path, f"rapat.{ending}", "export", "meeting", "last")


def test_a_folder_for_the_extracts_that_cannot_be_made(console: Console, tmp_path: Path) -> None:
    with (
        pytest.MonkeyPatch.context() as patch,
        unwritable(READ_ONLY_DISK, tmp_path, patch, "a.pdf") as place,
    ):
        said = console("print", "extract", "last", "--all", "-o", place.target.parent / "petikan")
        assert said.code == 1
        assert "petikan" in said.err
        place.assert_untouched()


def test_a_shared_meeting_that_cannot_be_written(console: Console, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch, unwritable(TOO_LONG, tmp_path, patch, "a.rakor-rapat") as place:
        said = console("share", "last", place.target)
        assert said.code == 1
        place.assert_told(said.err)
        place.assert_untouched()


def test_a_name_that_windows_forbids_is_said(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_FORBIDDEN", frozenset('<>:"|?*'))
    said = console("print", "minutes", "last", "-o", tmp_path / "notula: akhir?.pdf")
    assert said.code == 1
    assert "“notula: akhir?.pdf” memuat tanda yang tidak boleh dipakai: : ?" in said.err
    assert not list(tmp_path.glob("notula*"))


def test_a_place_too_deep_for_windows_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Windows calls a path of more than 260 letters missing although its folder is there."""
    monkeypatch.setattr(files, "_LONGEST_PATH", 10)
    told = files.file_trouble(FileNotFoundError(2, "missing"), tmp_path / "notula.pdf")
    assert isinstance(told, FileProblem)
    assert "terlalu panjang" in told.message
