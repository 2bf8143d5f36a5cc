"""The dossier opens without the program: its index leads to every file, whatever they are called."""

from __future__ import annotations

import hashlib
import io
import zipfile
from html.parser import HTMLParser
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange.dossier import INDEX, SUMS, Cover, Enclosed, dossier

COVER = Cover("Rakor <script>alert(1)</script>", (("Tempat", "Aula & halaman"),), ("Kesiapan tidak dibuat.",))
FILES = (
    Enclosed("01 Undangan", "Surat-Undangan.pdf", "Surat Undangan", b"%PDF-1"),
    Enclosed("05 Dokumentasi", "foto #1 50%.jpg", "Foto: pembukaan", b"satu"),
    Enclosed("05 Dokumentasi", "FOTO #1 50%.jpg", "Foto: penutupan", b"dua"),
)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words += data


def _opened(data: bytes) -> tuple[zipfile.ZipFile, _Links]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    index = _Links()
    index.feed(archive.read(INDEX).decode())
    return archive, index


def test_every_file_is_reached_from_the_index_and_none_is_lost() -> None:
    archive, index = _opened(dossier(COVER, FILES))
    found = [unquote(link) for link in index.links]
    assert sorted(found) == sorted(name for name in archive.namelist() if name != INDEX)
    assert sorted(archive.read(name) for name in found if name != SUMS) == [b"%PDF-1", b"dua", b"satu"]
    assert len({name.casefold() for name in archive.namelist()}) == len(archive.namelist())  # for Windows


def test_the_sums_are_those_of_the_files() -> None:
    archive, _ = _opened(dossier(COVER, FILES))
    for line in archive.read(SUMS).decode().splitlines():
        digest, path = line.split("  ", 1)
        assert hashlib.sha256(archive.read(path)).hexdigest() == digest


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert dossier(COVER, FILES) == dossier(COVER, FILES)


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_name_becomes_markup_in_the_index(words: str) -> None:
    files = (Enclosed("01 Undangan", "a.pdf", words, b""),)
    _, index = _opened(dossier(Cover(words, ((words, words),), (words,)), files))
    assert "script" not in index.tags
    assert index.tags <= {"html", "head", "meta", "title", "style", "body", "h1", "h2", "table", "tr", "td", "ul", "li",
                          "a", "small", "p"}  # fmt: skip
    assert "".join(one for one in words if one.isprintable() and not "\ud800" <= one <= "\udfff") in index.words
