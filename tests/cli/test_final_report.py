"""`final-report` prints what became of a topic, as a draft while the topic is open."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Console
from tests.documents.reading import paper_text, squeezed


def test_a_topic_is_named_by_a_part_of_its_name(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "akhir.pdf"
    assert console("final-report", "pilkada", "-o", file).code == 0
    text = paper_text(file.read_bytes())
    assert squeezed("LAPORAN AKHIR TENTANG KOORDINASI PILKADA SERENTAK 2024") in text
    assert "KONSEP" in text
    assert "Laporan Akhir Pilkada Serentak 2024" in console("verify", file).out  # the register knows it
    said = console("final-report", "antariksa")
    assert said.code == 1
    assert "Topik “antariksa” tidak ada." in said.err
