"""What is attached goes by its content; nothing harmful or half copied comes in, and no name misleads."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop.base.errors import AppError, FileProblem, InvalidInput
from desktop.exchange.attached import kinds, take, take_photo, take_picture
from desktop.exchange.attached.names import name_on_disk, shown_name
from tests.exchange.attached import made


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


TYPES = {
    kinds.PDF: made.PDF,
    kinds.JPEG: made.photo(),
    kinds.PNG: made.png(4, 4),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": made.archive(
        "[Content_Types].xml", "word/document.xml"
    ),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": made.archive(
        "[Content_Types].xml", "xl/workbook.xml"
    ),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": made.archive(
        "[Content_Types].xml", "ppt/presentation.xml"
    ),
    "application/vnd.oasis.opendocument.text": made.archive(
        "content.xml", mimetype="application/vnd.oasis.opendocument.text"
    ),
    "application/vnd.oasis.opendocument.spreadsheet": made.archive(
        "content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"
    ),
    kinds.TEXT: "BMKG: hujan lebat, waspada.\r\nCatatan rapat – “siap”\n".encode(),
}


@pytest.mark.parametrize("kind", TYPES)
def test_the_type_is_told_by_the_content_whatever_the_name_says(tmp_path: Path, kind: str) -> None:
    taken = take(written(tmp_path, "berkas.exe", TYPES[kind]))
    assert taken.media_type == kind
    assert taken.name == f"berkas{kinds.SUFFIXES[kind]}"
    assert taken.content == TYPES[kind]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_list_as_text_keeps_that_it_is_one(tmp_path: Path, encoding: str) -> None:
    taken = take(written(tmp_path, "Daftar.CSV", "nama;instansi\nBudi – Kabid;KPU\n".encode(encoding)))
    assert (taken.media_type, taken.name) == (kinds.CSV, "Daftar.csv")


REFUSED = {
    "a renamed program": made.PROGRAM,
    "a program of Linux": b"\x7fELF" + bytes(60),
    "a script": b"#!/bin/sh\nrm -rf /\n",
    "a shortcut": b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(60),
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a page with scripts": b"<!DOCTYPE html><script>alert(1)</script>",
    "a drawing with scripts": b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    "an archive": made.archive("foto.jpg"),
    "an archive in an archive": made.archive("[Content_Types].xml", "a.zip"),
    "a document with macros": made.archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    "a cut off document": TYPES["application/vnd.oasis.opendocument.text"][:60],
    "a photo of an iPhone": b"\x00\x00\x00\x18ftypheic" + bytes(60),
    "nothing": b"",
    "noise": bytes(range(256)),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_office_attaches_is_refused_and_named(tmp_path: Path, what: str) -> None:
    with pytest.raises(InvalidInput) as found:
        take(written(tmp_path, "laporan.pdf", REFUSED[what]))
    assert "laporan.pdf" in found.value.message
    assert found.value.advice


NAMES = {
    "laporan.pdf.exe": "laporan.pdf",
    "CON.txt": "CON.pdf",
    "Notula v1.2 (final).PDF": "Notula v1.2 (final).pdf",
    "..\\..\\windows\\undangan.pdf": "undangan.pdf",
    "\u202efdp.exe": "fdp.pdf",
    "a<b>:c|d?.pdf": "a b c d.pdf",
    "   .pdf": "berkas.pdf",
    "x" * 300 + ".pdf": "x" * 150 + ".pdf",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_shows_what_the_file_is_and_nothing_else(name: str) -> None:
    assert shown_name(name, kinds.PDF) == NAMES[name]


@given(st.text(max_size=300))
@settings(max_examples=80, deadline=None)
def test_every_name_can_be_written_to_disk(name: str) -> None:
    written_name = name_on_disk(name, kinds.PDF)
    assert written_name.endswith(".pdf")
    assert written_name == Path(written_name).name
    assert len(written_name.encode()) <= 120
    assert written_name.split(".")[0].lower() not in {"con", "nul", "prn", "aux", "com1", "lpt1"}


def gone(folder: Path) -> Path:
    return folder / "sudah-dihapus.pdf"


def a_folder(folder: Path) -> Path:
    return folder


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipa.pdf")
    return folder / "pipa.pdf"


def a_link_to_a_device(folder: Path) -> Path:
    (folder / "tautan.pdf").symlink_to("/dev/zero")
    return folder / "tautan.pdf"


def too_large(folder: Path) -> Path:
    path = written(folder, "video.pdf", made.PDF)
    os.truncate(path, 60_000_000)
    return path


@pytest.mark.parametrize("make", [gone, a_folder, a_pipe, a_link_to_a_device, too_large])
def test_what_is_no_ordinary_file_is_refused(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(AppError) as found:
        take(make(tmp_path))
    assert isinstance(found.value, InvalidInput | FileProblem)


def test_a_link_to_a_document_is_followed(tmp_path: Path) -> None:
    written(tmp_path, "asli.pdf", made.PDF)
    (tmp_path / "pintasan.pdf").symlink_to(tmp_path / "asli.pdf")
    assert take(tmp_path / "pintasan.pdf").content == made.PDF


def test_a_file_that_changes_while_it_is_copied_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "unggahan.pdf", made.PDF * 50)
    looked = os.fstat

    def cut(number: int) -> os.stat_result:
        found = looked(number)
        os.truncate(path, 100)
        return found

    monkeypatch.setattr(os, "fstat", cut)
    with pytest.raises(FileProblem, match="berubah"):
        take(path)


# Photos


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_a_photo_keeps_nothing_the_camera_wrote(tmp_path: Path) -> None:
    original = made.photo()
    assert b"KameraRahasia" in original
    taken = take_photo(written(tmp_path, "IMG_2024.jpeg", original))
    for secret in (b"Rahasia", b"Exif", b"ICC_PROFILE"):
        assert secret not in taken.content
    assert not opened(taken.content).getexif()
    assert (taken.name, taken.media_type) == ("IMG_2024.jpg", kinds.JPEG)


@pytest.mark.parametrize(("orientation", "top"), [(1, "red"), (6, "red"), (8, "blue")])
def test_a_photo_stands_upright(orientation: int, top: str) -> None:
    picture = opened(take_picture(made.photo(orientation=orientation), "foto.jpg").content)
    assert (picture.width < picture.height) == (orientation != 1)
    red, _, blue = picture.getpixel((10, 10))
    assert (red > blue) == (top == "red")


def test_a_large_photo_becomes_small_and_a_small_one_stays(tmp_path: Path) -> None:
    assert opened(take_picture(made.photo(4000, 3000), "besar.jpg").content).size == (1600, 1200)
    assert opened(take_picture(made.photo(300, 200), "kecil.jpg").content).size == (300, 200)


def test_a_photo_made_small_shows_the_same_everywhere(tmp_path: Path) -> None:
    picture = opened(take_picture(made.photo(4001, 3003), "besar.jpg").content)
    for height in (3, picture.height // 2, picture.height - 3):
        red, _, blue = picture.getpixel((picture.width // 2 - 20, height))
        assert red > 200 > blue
        red, _, blue = picture.getpixel((picture.width // 2 + 20, height))
        assert blue > 200 > red


def test_what_is_transparent_becomes_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(take_picture(out.getvalue(), "logo.png").content).getpixel((20, 15)) == (255, 255, 255)


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    out = BytesIO()
    Image.new("I;16", (40, 30), 32_768).save(out, "PNG")
    assert opened(take_picture(out.getvalue(), "pindaian.png").content).getpixel((20, 15)) == (128, 128, 128)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "RGB"])
def test_pictures_of_every_kind_become_photos(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (40, 30)).save(out, "PNG")
    assert opened(take_picture(out.getvalue(), "gambar.png").content).mode == "RGB"


@pytest.mark.parametrize(
    "content", [made.photo()[:900], made.png(50, 50)[:60], b"\xff\xd8\xff\xe0" + bytes(80)], ids=str
)
def test_a_broken_photo_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInput, match="utuh"):
        take_picture(content, "rusak.jpg")


def test_a_document_is_no_photo(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="bukan foto"):
        take_photo(written(tmp_path, "foto.jpg", made.PDF))


_IN_A_CHILD = """
import sys
from pathlib import Path
from desktop.base.errors import AppError
from desktop.exchange.attached import take_photo
try:
    print(len(take_photo(Path(sys.argv[1])).content))
except AppError as fault:
    print(fault.message)
most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(most.split()[1]) // 1024)
"""


@pytest.mark.parametrize(
    ("size", "channels", "told"), [((12_000, 12_000), 1, "lebih dari 40 megapiksel"), ((8_000, 5_000), 4, "")]
)
def test_a_huge_picture_never_takes_three_hundred_megabytes(
    tmp_path: Path, size: tuple[int, int], channels: int, told: str
) -> None:
    path = written(tmp_path, "peta.png", made.png(*size, channels))
    asked = [sys.executable, "-c", _IN_A_CHILD, str(path)]
    said, megabytes = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    assert told in said
    assert int(megabytes) < 300
