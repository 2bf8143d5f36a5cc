from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

from desktop.base import paths, rights

ROOT = Path(__file__).resolve().parents[2]


def test_resources_lie_beside_the_program():
    assert paths.resources() == ROOT / "resources"


def test_the_packaged_program_finds_what_it_unpacked(monkeypatch, tmp_path):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_an_installed_program_finds_what_lies_under_share(monkeypatch, tmp_path):
    shared = tmp_path / "share" / "rakor" / "resources"
    shared.mkdir(parents=True)
    monkeypatch.setattr(paths, "program_folder", lambda: tmp_path / "elsewhere")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert paths.resources() == shared


def test_the_data_folder_can_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("RAKOR_DATA", str(tmp_path))
    assert paths.default_data_folder() == tmp_path


def test_data_stay_on_this_computer_apart_from_preferences(monkeypatch):
    monkeypatch.delenv("RAKOR_DATA")
    monkeypatch.delenv("RAKOR_CONFIG")
    data, config = paths.default_data_folder(), paths.config_folder()
    assert "Rakor" in data.parts
    assert data != config
    assert not config.is_relative_to(data)
    assert "Roaming" not in data.parts


def test_a_new_private_folder_lets_nobody_else_in(tmp_path):
    folder = rights.make_private_folder(tmp_path / "a" / "Rakor")
    assert folder.is_dir()
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_is_taken_away_from_others(tmp_path):
    (tmp_path / "x").write_bytes(b"")
    (tmp_path / "x").chmod(0o644)
    rights.make_private(tmp_path / "x")
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600


def test_papers_stay_readable_for_colleagues_while_data_are_private(tmp_path):
    if os.name != "posix":
        return
    code = (
        "import os, sys; from pathlib import Path; from desktop.base import files, rights\n"
        "os.umask(0o022); rights.keep_private(); folder = Path(sys.argv[1])\n"
        "(folder / 'data').write_bytes(b''); files.atomic_write(folder / 'paper', b'')\n"
        "print(*[oct((folder / name).stat().st_mode & 0o777) for name in ('data', 'paper')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.split() == ["0o600", "0o644"]
