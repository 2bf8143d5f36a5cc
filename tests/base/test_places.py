from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base import places
from desktop.base.places import cloud_service, is_network_path, safe_file_name


def test_a_paper_is_named_after_its_meeting():
    name = safe_file_name("2024-09-26", "Notula", "Rakor Pilkada: kesiapan 27/11", suffix=".pdf")
    assert name == "2024-09-26_Notula_Rakor-Pilkada-kesiapan-27-11.pdf"


@pytest.mark.parametrize("name", ["CON", "con.txt", "nul.", "LPT1", "COM¹"])
def test_names_windows_keeps_for_itself_are_not_used(name):
    assert safe_file_name(name, suffix=".pdf").startswith("berkas-")


@pytest.mark.parametrize("name", ["", "..", "///", "\x00", "🙂"])
def test_nothing_left_still_gives_a_name(name):
    assert safe_file_name(name, suffix=".pdf") == "tanpa-nama.pdf"


@given(st.lists(st.text(), max_size=3))
def test_any_text_gives_a_name_every_file_system_takes(tmp_path_factory, parts):
    name = safe_file_name(*parts, suffix=".pdf")
    assert len(name.encode()) <= 120
    assert not set(name) & set('<>:"/\\|?*\u202e')
    assert name.isprintable()
    assert Path(name).name == name
    assert not name.startswith((".", "-"))


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/x/OneDrive - Pemprov Jatim/Rakor", "OneDrive"),
        ("/home/x/Dropbox (Kantor)/Rakor", "Dropbox"),
        ("/home/x/Google Drive/Rakor", "Google Drive"),
        ("/home/x/iCloudDrive", "iCloud"),
        ("/home/x/onedrivebackup", None),
        ("/home/x/Rakor", None),
    ],
)
def test_cloud_folders_are_recognised(path, service):
    assert cloud_service(Path(path)) == service


def test_a_renamed_onedrive_is_known_by_the_system(monkeypatch, tmp_path):
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert cloud_service(tmp_path / "Rakor") == "OneDrive"


def test_another_computer_is_recognised(tmp_path):
    assert is_network_path(Path("//server/bersama/Rakor"))
    assert is_network_path(Path("\\\\server\\bersama"))
    assert not is_network_path(tmp_path)


def test_the_innermost_mount_decides(tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda / ext4 rw 0 0\n//srv/x /mnt/kantor\\040kita cifs rw 0 0\nbad line\n")
    assert places._file_system_of(Path("/mnt/kantor kita/Rakor"), mounts) == "cifs"
    assert places._file_system_of(Path("/mnt/kantor"), mounts) == "ext4"
    assert places._file_system_of(Path("/"), tmp_path / "tidak-ada") is None
