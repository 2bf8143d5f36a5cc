"""`print` takes what can be chosen for a paper, and makes one extract for each institution."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base.lock import FolderLock
from desktop.models.seeds import example_meeting_file
from tests.cli.conftest import Console
from tests.documents.reading import page_texts


@pytest.fixture
def office(console: Console) -> Console:
    assert console("import", "meeting", example_meeting_file()).code == 0
    return console


def test_an_extract_for_each_institution_in_one_command(office: Console, tmp_path: Path) -> None:
    said = office("print", "extract", "last", "--all", "-o", tmp_path / "petikan")
    files = list((tmp_path / "petikan").iterdir())
    assert said.code == 0
    assert len(files) == len(said.out.splitlines()) >= 20
    [tuban] = [file for file in files if "KPU-Kabupaten-Tuban" in file.name]
    [page] = page_texts(tuban.read_bytes())
    assert "untuk KPU Kabupaten Tuban" in page
    assert "Gresik" not in page


def test_one_institution_by_its_name(office: Console, tmp_path: Path) -> None:
    said = office("print", "extract", "last", "--institution", "bawaslu kabupaten tuban", "-o", tmp_path / "a.pdf")
    assert said.code == 0
    assert "untuk Bawaslu Kabupaten Tuban" in page_texts((tmp_path / "a.pdf").read_bytes())[0]


def test_what_can_be_chosen_is_chosen(office: Console, tmp_path: Path) -> None:
    said = office(
        "print", "attendance-sheet", "last", "--choose", "order=wilayah", "--choose", "spare=0", "-o", tmp_path / "a.pdf"
    )  # fmt: skip
    assert said.code == 0
    text = "".join(page_texts((tmp_path / "a.pdf").read_bytes()))
    assert "Provinsi dan wilayah" in text
    assert "37. ..." not in text


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["attendance-sheet", "last", "--choose", "order=nama"], "wilayah (Per wilayah)"),
        (
            ["attendance-sheet", "last", "--choose", "urutan=nama"],
            "Yang dapat dipilih: order, names, sheets, spare.",
        ),
        (["minutes", "last", "--choose", "order=wilayah"], "Surat ini tanpa pilihan."),
        (["minutes", "last", "--choose", "order"], "“order” bukan KUNCI=NILAI."),
        (["minutes", "last", "--all"], "Notula hanya satu untuk satu rapat."),
        (["extract", "last", "--institution", "Dinas Antariksa"], "Instansi “Dinas Antariksa” tidak ada."),
    ],
)
def test_what_cannot_be_chosen_is_told_with_what_can(office: Console, words: list[str], reason: str) -> None:
    said = office("print", *words)
    assert said.code == 1
    assert reason in said.err


def test_letters_that_print_as_codes_are_told(console: Console, tmp_path: Path) -> None:
    odd = tmp_path / "rapat.json"
    odd.write_text(example_meeting_file().read_text("utf-8").replace("Rapat", "Rapat \u6f22", 1), "utf-8")
    assert console("import", "meeting", odd).code == 0
    said = console("print", "accounting", "last", "-o", tmp_path / "spj.pdf")
    assert said.code == 0
    assert said.err == "Huruf yang tidak ada pada fon dan tercetak sebagai kode: \u6f22 [U+6F22]\n"
    assert "[U+6F22]" in page_texts((tmp_path / "spj.pdf").read_bytes())[0]


def issued(office: Console) -> list[tuple[str, str, str | None]]:
    found: list[tuple[str, str, str | None]] = office.look(
        lambda store: store.rows("SELECT kind, way, file_name FROM issued_paper WHERE NOT deleted ORDER BY seq")
    )
    return found


def test_a_printed_paper_is_in_the_register_and_known_again(office: Console, tmp_path: Path) -> None:
    assert office("print", "report", "last", "-o", tmp_path / "a.pdf").err == ""
    assert issued(office) == [("report", "simpan", "a.pdf")]
    assert "sama dengan Laporan Hasil Rapat" in office("verify", tmp_path / "a.pdf").out


def test_each_extract_is_in_the_register_with_its_institution(office: Console, tmp_path: Path) -> None:
    office("print", "extract", "last", "--all", "-o", tmp_path / "petikan")
    rows = office.look(lambda store: store.rows("SELECT file_name, institution_id FROM issued_paper"))
    assert {name for name, _ in rows} == {path.name for path in (tmp_path / "petikan").iterdir()}
    assert len({institution for _, institution in rows}) == len(rows)


def test_beside_an_open_window_the_paper_is_printed_and_the_console_says_it_is_not_registered(
    office: Console, tmp_path: Path
) -> None:
    with FolderLock(office.folder):
        said = office("print", "minutes", "last", "-o", tmp_path / "a.pdf")
    assert said.code == 0
    assert (tmp_path / "a.pdf").exists()
    assert said.err.startswith("Tidak dicatat di daftar surat yang keluar: ")
    assert issued(office) == []


def test_what_could_not_be_written_is_not_in_the_register(office: Console, tmp_path: Path) -> None:
    assert office("print", "minutes", "last", "-o", tmp_path / "tidak-ada" / "a.pdf").code == 1
    assert issued(office) == []
