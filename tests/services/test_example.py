"""The example office: its papers, also after somebody has worked in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.base.errors import FileProblem
from desktop.models import opening
from desktop.services import example
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting


def test_a_new_meeting_without_topic_prints_what_it_has(data_folder: Path, tmp_path: Path) -> None:
    store = opening.open_folder(data_folder)
    create_meeting(Desk(store, "Uji"), title="Rapat Uji", held_on=date(2025, 1, 15))
    written = example.print_papers(store, tmp_path, lambda *_: b"%PDF-")
    opening.close(store)
    names = {path.name.split("_")[1] for path in written}
    assert {"Notula", "Daftar-Hadir", "Matriks-Tindak-Lanjut", "Bahan-Pimpinan", "Rekapitulasi"} <= names
    assert not names & {"Kesiapan", "Susunan-Acara"}


def test_a_file_is_no_place_for_the_example(tmp_path: Path) -> None:
    (tmp_path / "contoh").write_text("")
    with pytest.raises(FileProblem):
        example.require_usable(tmp_path / "contoh")
