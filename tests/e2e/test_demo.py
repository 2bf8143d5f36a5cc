"""The main job from end to end: the real meeting goes in by a command, its minutes come out on paper."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desktop.models.seeds import example_meeting_file

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE: dict[str, Any] = json.loads(example_meeting_file().read_text(encoding="utf-8"))


def rakor(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a user would, without a screen."""
    without_screen = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**without_screen, **environment},
        check=False,
        timeout=50,
    )


def letters(text: str) -> str:
    """The letters of a text without the blanks and line ends that setting it adds."""
    return "".join(text.split())


def printed(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        text = letters("".join(page.get_textpage().get_text_bounded() for page in document))
    return re.sub(r"(KONSEP)?Halaman\d+dari\d+(KONSEP)?", "", text)  # what stands between two pages of one text


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "contoh"
    done = rakor("demo", folder, RAKOR_CONFIG=str(folder.parent / "config"))
    assert done.returncode == 0, done.stderr
    assert "Jendela tidak dibuka" in done.stdout
    return folder


@pytest.fixture(scope="module")
def minutes(demo: Path) -> str:
    return printed(next((demo / "documents").glob("*Notula*.pdf")))


@pytest.mark.parametrize("person", EXAMPLE["people_present"], ids=lambda person: person["name"])
def test_each_person_stands_in_the_minutes_with_their_office(minutes: str, person: dict[str, str]) -> None:
    for words in (person["name"], person["position"], person["institution"]):
        assert letters(words) in minutes


@pytest.mark.parametrize("statement", EXAMPLE["statements"], ids=lambda statement: statement["code"])
def test_each_statement_stands_in_the_minutes_letter_for_letter(minutes: str, statement: dict[str, str]) -> None:
    assert letters(statement["text"]) in minutes


@pytest.mark.parametrize("follow_up", EXAMPLE["follow_ups"], ids=lambda follow_up: follow_up["code"])
def test_each_follow_up_stands_in_the_minutes_letter_for_letter(minutes: str, follow_up: dict[str, Any]) -> None:
    assert letters(follow_up["text"]) in minutes
    for addressee in follow_up["addressees"]:
        assert letters(addressee) in minutes


def test_the_head_of_office_speaks_through_his_deputy(minutes: str) -> None:
    assert letters("Arahan Kepala Bakorwil Bojonegoro, disampaikan oleh Yudi Widodo") in minutes


def test_what_is_not_known_prints_as_dots(minutes: str) -> None:
    for label in ("Surat Undangan", "Waktu Sidang/Rapat", "Sekretaris", "Pencatat"):
        assert letters(label) + ":....." in minutes
    assert "jtvbojonegoro" not in minutes


def test_only_dates_that_were_given_are_printed_as_due(minutes: str) -> None:
    assert minutes.count(letters("27 November 2024")) == 2


def test_readiness_prints_what_polda_reported_for_the_province(demo: Path) -> None:
    text = printed(next((demo / "documents").glob("*_Kesiapan_*.pdf")))
    for report in EXAMPLE["readiness_reported"]:
        assert letters(report["note"]) in text


def test_an_existing_example_is_opened_unchanged(demo: Path) -> None:
    listed = json.loads(rakor("list", "meetings", "--json", "--data", demo).stdout)
    assert rakor("demo", demo, "--no-window").returncode == 0
    assert json.loads(rakor("list", "meetings", "--json", "--data", demo).stdout) == listed


def test_preferences_that_cannot_be_written_are_nobodys_trouble(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    done = rakor("demo", demo, "--no-window", RAKOR_CONFIG=str(tmp_path / "berkas" / "config"))
    assert (done.returncode, done.stderr) == (0, "")


def test_a_copy_of_the_folder_is_never_taken_for_one_of_the_server(tmp_path: Path) -> None:
    done = rakor("backup", tmp_path / "salinan.db", "--database", "postgresql://tidak.ada/rakor")
    assert done.returncode == 1
    assert "bukan untuk server" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("jangan ditimpa")
    done = rakor("demo", tmp_path)
    assert done.returncode == 1
    assert "sudah berisi data lain" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["surat.txt"]


def test_the_lists_tell_what_the_example_holds(demo: Path) -> None:
    meetings = json.loads(rakor("list", "meetings", "--json", "--data", demo).stdout)
    commitments = json.loads(rakor("list", "commitments", "--json", "--data", demo).stdout)
    assert [(one["date"], one["status"]) for one in meetings] == [("2024-09-26", "konsep")]
    assert [one["text"] for one in commitments] == [one["text"] for one in EXAMPLE["follow_ups"]]
    readiness = json.loads(rakor("list", "readiness", "--json", "--data", demo).stdout)
    assert [(one["region"], one["item"]) for one in readiness if one["state"]] == [
        ("Provinsi Jawa Timur", one["item"]) for one in EXAMPLE["readiness_reported"]
    ]


def test_unusual_names_and_long_texts_print_whole(tmp_path: Path) -> None:
    names = ["Anna Mu'awanah", "Dr. H. A <Budi> & Rekan, S.STP., M.Si.", "Łódź", "Šárka Ωmega"]
    post = "Kepala Subbagian Perencanaan, Evaluasi, Pelaporan & Keuangan"
    said = "Kata yang panjang sekali & <b>tidak</b> tebal. " * 215
    meeting = {
        "meeting": {"title": "Rakor <Uji> & Coba", "date": "2024-10-03"},
        "people_present": [
            {"name": name, "position": post, "institution": "Dinas <Uji> & Coba", "represents": None}
            for name in names
        ],
        "agenda": [{"order": 1, "topic": "Acara <i>miring</i>", "speaker": names[1]}],
        "statements": [{"agenda": 1, "speaker": names[1], "kind": "paparan", "text": said}],
    }
    file = tmp_path / "rapat.json"
    file.write_text(json.dumps(meeting), encoding="utf-8")
    data, paper = tmp_path / "kantor", tmp_path / "notula.pdf"
    assert rakor("import", "meeting", file, "--data", data).returncode == 0
    assert rakor("print", "minutes", "last", "-o", paper, "--data", data).returncode == 0
    text = printed(paper)
    assert len(said) > 10_000
    for words in (*names, post, said, "Acara <i>miring</i>", "Rakor <Uji> & Coba", "Dinas <Uji> & Coba"):
        assert letters(words) in text


def test_what_cannot_be_a_place_is_told_in_words(demo: Path, tmp_path: Path) -> None:
    long = "z" * 300
    for arguments in (
        ("demo", long, "--no-window"),
        ("print", "minutes", "last", "--data", demo, "-o", ""),
        ("print", "minutes", "last", "--data", demo, "-o", f"{long}.pdf"),
        ("print", "minutes", "last", "--data", demo, "-o", demo / "rakor.db"),
        ("print", "minutes", b"\xff\xfe".decode(errors="surrogateescape"), "--data", demo),
        ("import", "meeting", "/dev/zero", "--data", tmp_path / "kantor"),
    ):
        found = rakor(*arguments)
        assert found.returncode == 1, found.stderr
        assert found.stderr.startswith("Gagal: "), found.stderr


def test_a_wrong_command_says_so_in_indonesian() -> None:
    done = rakor("cetak")
    assert (done.returncode, "Perintah salah" in done.stderr, "usage" in done.stderr) == (2, True, False)


def test_without_a_screen_the_window_says_what_works_instead() -> None:
    done = rakor()
    assert done.returncode == 1
    assert "Jendela tidak dibuka" in done.stderr
    assert "demo" in done.stderr


def test_a_fault_in_a_file_names_its_place(tmp_path: Path) -> None:
    file = tmp_path / "rapat.json"
    file.write_text('{"meeting": {"title": "Rakor", "date": "2024-02-30"}}')
    done = rakor("import", "meeting", file, "--data", tmp_path / "kantor")
    assert done.returncode == 1
    assert "meeting.date" in done.stderr
    assert not (tmp_path / "kantor").exists()


def test_backup_and_restore_bring_everything_back(demo: Path, tmp_path: Path) -> None:
    copy, data = tmp_path / "salinan.db", tmp_path / "kantor"
    assert rakor("backup", copy, "--data", demo).returncode == 0
    done = rakor("restore", copy, "--data", data)
    assert done.returncode == 0, done.stderr
    listed = [rakor("list", "commitments", "--json", "--data", folder).stdout for folder in (demo, data)]
    assert listed[0] == listed[1]
    assert rakor("check", "--data", data).stdout.strip() == "Data utuh."
