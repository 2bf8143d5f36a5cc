"""`follow-ups` prints the register narrowed down as in the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.models.seeds import example_meeting_file
from tests.cli.conftest import Console
from tests.documents.reading import page_texts, paper_text, squeezed


@pytest.fixture
def office(console: Console) -> Console:
    assert console("import", "meeting", example_meeting_file()).code == 0
    return console


def test_what_was_asked_for_is_printed_and_noted_in_the_register(office: Console, tmp_path: Path) -> None:
    file = tmp_path / "tl.pdf"
    said = office("follow-ups", "--institution", "kpu kab tuban", "--group", "rapat", "-o", file)
    assert (said.code, said.out) == (0, f"Dicetak: {file}\n")
    page = page_texts(file.read_bytes())[0]
    assert "Instansi: KPU Kabupaten Tuban" in page
    assert squeezed("Rapat Koordinasi Persiapan") in paper_text(file.read_bytes())
    assert "Daftar Tindak Lanjut (Instansi: KPU Kabupaten Tuban)" in office("verify", file).out


def test_a_filter_with_a_name_is_enough(office: Console, tmp_path: Path) -> None:
    assert office("follow-ups", "--saved", "belum pernah", "-o", tmp_path / "a.pdf").code == 0
    assert "Belum pernah dilaporkan" in page_texts((tmp_path / "a.pdf").read_bytes())[0]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--institution", "antariksa"], "Instansi “antariksa” tidak ada."),
        (["--region", "kabupaten"], "Wilayah “kabupaten” cocok dengan beberapa."),
        (["--saved", "apa saja"], "Saringan “apa saja” tidak ada."),
    ],
)
def test_what_cannot_be_taken_is_told(office: Console, words: list[str], reason: str) -> None:
    said = office("follow-ups", *words)
    assert said.code == 1
    assert reason in said.err
