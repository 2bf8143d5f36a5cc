"""`situation` prints the report of a day of a topic."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.documents.reading import page_texts


def test_the_report_of_a_day_is_printed_under_its_own_name(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = console("situation", "--date", "24/11/2024")
    name = "2024-11-24_Laporan-Situasi-Harian_Pilkada-Serentak-2024.pdf"
    assert (said.code, said.out) == (0, f"Dicetak: {name}\n")
    (page,) = page_texts((tmp_path / name).read_bytes())
    assert "Belum ada laporan: 8" in " ".join(page.split())
    said = console("verify", tmp_path / name)
    assert said.code == 0  # the register knows it
    assert "Laporan Situasi Harian 24 November 2024 (Pilkada Serentak 2024)" in said.out


def test_a_topic_nobody_knows_is_told_with_those_there_are(console: Console) -> None:
    said = console("situation", "--topic", "antariksa")
    assert said.code == 1
    assert "Topik “antariksa” tidak ada.\nYang ada: Pilkada" in said.err
