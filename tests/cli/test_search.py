"""`search` finds what the window finds, one line a hit."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.conftest import Console


def test_each_hit_tells_what_it_is_when_of_what_and_its_words(
    console: Console, example_folder: Path, tmp_path: Path
) -> None:
    there = console.at(Path(shutil.copytree(example_folder, tmp_path / "contoh")))
    said = there("search", "logistik", "dinyatakan")
    (line,) = said.out.splitlines()
    what, day, title, code, text = line.split(" · ")
    assert (said.code, what, day, code) == (0, "Catatan: laporan", "26 September 2024", "P-06")
    assert title.startswith("Rapat Koordinasi Persiapan")
    assert text == "Logistik Pilkada dinyatakan siap."
    (hit,) = json.loads(there("search", "--json", '"dinyatakan siap"').out)
    assert (hit["table"], hit["day"], hit["snippet"]) == ("statement", "2024-09-26", f"{code} · {text}")


def test_that_nothing_was_found_is_said(console: Console) -> None:
    said = console("search", "gajah", "terbang")
    assert (said.code, said.out) == (0, "Tidak ditemukan.\n")
