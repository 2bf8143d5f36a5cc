"""The console tells readiness with the numbers of the workbook."""

from __future__ import annotations

import json
from pathlib import Path

from python_calamine import CalamineWorkbook

from desktop.models.seeds import example_meeting_file
from tests.cli.conftest import Console
from tests.documents.reading import page_texts


def test_the_list_of_cells_and_the_workbook_agree(console: Console, tmp_path: Path) -> None:
    assert console("import", "meeting", example_meeting_file()).code == 0
    said = console("export", "readiness", "--topic", "pilkada", "-o", tmp_path / "kesiapan.xlsx")
    assert said.code == 0, said.err
    book = CalamineWorkbook.from_path(tmp_path / "kesiapan.xlsx")
    assert book.sheet_names == ["Wilayah", "Instansi", "Butir"]
    for by, sheet in (("wilayah", "Wilayah"), ("instansi", "Instansi")):
        listed = json.loads(console("list", "readiness", "--by", by, "--json").out)
        cells = [row for row in book.get_sheet_by_name(sheet).to_python() if isinstance(row[3], float)]
        numbers = ("ready", "applicable", "reported", "score")
        assert [[one["row"], one["category"], *(one[name] for name in numbers)] for one in listed
                if one["topic"].startswith("Pilkada")] == [
            [*row[:5], None if row[5] == "" else row[5]] for row in cells
        ]  # fmt: skip
    lines = console("list", "readiness", "--by", "wilayah").out.splitlines()
    assert (
        "Provinsi Jawa Timur · Keamanan · 3/5 siap · 3 dilaporkan · skor 50% · 3 perlu dikonfirmasi"
        in "\n".join(lines)
    )


def test_a_name_that_ends_in_pdf_prints_the_matrix_and_the_register_knows_it(
    console: Console, tmp_path: Path
) -> None:
    said = console("export", "readiness", "--topic", "pilkada", "--by", "instansi", "-o", tmp_path / "k.pdf")
    assert said.code == 0, said.err
    assert "KESIAPAN INSTANSI" in page_texts((tmp_path / "k.pdf").read_bytes())[0]
    kept = console.look(lambda store: store.rows("SELECT kind, title FROM issued_paper"))
    assert [tuple(one) for one in kept] == [("topic-readiness", "Kesiapan Pilkada Serentak 2024")]
    assert console("export", "readiness", "--topic", "pilkada", "-o", tmp_path / "k.odt").code == 1


def test_cells_are_of_readiness_alone(console: Console) -> None:
    said = console("list", "meetings", "--by", "wilayah")
    assert said.code == 1
    assert "--by hanya untuk readiness" in said.err
