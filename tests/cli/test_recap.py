"""`recap` prints a period's attendance and follow-ups, of all meetings or of one topic."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.models.seeds import example_meeting_file
from tests.cli.conftest import Console
from tests.documents.reading import page_texts


@pytest.fixture
def office(console: Console) -> Console:
    assert console("import", "meeting", example_meeting_file()).code == 0
    return console


def test_a_period_is_printed_under_its_own_name(
    office: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = office("recap", "--from", "1/9/2024")
    assert (said.code, said.out) == (0, "Dicetak: 2024-09-01_Rekapitulasi_September-2024.pdf\n")
    page = page_texts((tmp_path / "2024-09-01_Rekapitulasi_September-2024.pdf").read_bytes())[0]
    assert "Rapat Koordinasi Persiapan" in page
    said = office("verify", tmp_path / "2024-09-01_Rekapitulasi_September-2024.pdf")
    assert said.code == 0  # the register knows it
    assert "Rekapitulasi September 2024" in said.out


def test_a_topic_is_named_by_a_part_of_its_name(office: Console, tmp_path: Path) -> None:
    said = office(
        "recap", "--from", "1/1/2024", "--to", "31/12/2024", "--topic", "pilkada", "-o", tmp_path / "a.pdf"
    )
    assert said.code == 0
    page = page_texts((tmp_path / "a.pdf").read_bytes())[0]
    assert "Tahun 2024" in page
    assert "Topik: " in page
    said = office("verify", tmp_path / "a.pdf")
    assert "Rekapitulasi Tahun 2024 (Topik: Pilkada Serentak 2024)" in said.out  # another paper than that of all


def test_the_conclusions_of_a_period_are_printed_as_searched(
    office: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = office("conclusions", "--from", "1/9/2024", "--topic", "pilkada", "--search", "tidak pernah ada")
    name = "2024-09-01_Himpunan-Kesimpulan_September-2024_Topik-Pilkada-Serentak-2024.pdf"
    assert (said.code, said.out) == (0, f"Dicetak: {name}\n")
    page = page_texts((tmp_path / name).read_bytes())[0]
    assert "Tidak ada kesimpulan yang sesuai." in page


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--topic", "antariksa"], "Topik “antariksa” tidak ada.\nYang ada: "),
        (["--forum", "apa saja"], "Forum “apa saja” tidak ada.\nYang ada: "),
        (["--from", "31/2/2024"], "Tanggal 31 Februari tidak ada."),
    ],
)
def test_what_cannot_be_taken_is_told(office: Console, words: list[str], reason: str) -> None:
    said = office("recap", *words)
    assert said.code == 1
    assert reason in said.err
