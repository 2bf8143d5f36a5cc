"""Letters of a paper: what search finds, and where on the page it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from desktop.documents.attendance_content import AttendanceSheetContent, SheetGroup, SheetRow
from desktop.documents.content import OfficeProfile
from desktop.documents.minutes_content import MinutesContent
from desktop.worker.client import WorkerClient
from desktop.worker.letters import PageLetters, PaperIndex, index_of, letters_of

OPENING = "Rapat dibuka di Kabupaten/Kota Mojokerto oleh José Mu’awanah pada pukul sembilan. " * 8


@pytest.fixture(scope="module")
def client() -> Iterator[WorkerClient]:
    with WorkerClient() as started:
        yield started


@pytest.fixture(scope="module")
def minutes(client: WorkerClient) -> bytes:
    return client.run("minutes", MinutesContent("Rapat", date(2024, 9, 26), opening=OPENING), OfficeProfile())


@pytest.fixture(scope="module")
def index(client: WorkerClient, minutes: bytes) -> PaperIndex:
    return index_of(client.ask("page-index", minutes))


def letters(client: WorkerClient, pdf: bytes, page: int) -> PageLetters:
    return letters_of(client.ask("page-letters", pdf, page))


@pytest.mark.parametrize(
    "words", ["mojokerto", "MOJOKERTO", "jose muawanah", "kabupaten/kota", "pukul sembilan. Rapat"]
)
def test_words_are_found_whatever_their_capitals_accents_and_line_breaks(index: PaperIndex, words: str) -> None:
    assert len(index.find(words)) == (7 if words.endswith("Rapat") else 8)


@pytest.mark.parametrize("words", ["", " ", "…", "tidak tertulis"])
def test_what_is_not_there_is_not_found(index: PaperIndex, words: str) -> None:
    assert index.find(words) == []


def test_a_hit_names_the_letters_of_its_page(client: WorkerClient, minutes: bytes, index: PaperIndex) -> None:
    for hit in index.find("jose mu'awanah"):
        page = letters(client, minutes, hit.page)
        assert " ".join(page.text[hit.start : hit.stop].split()) == "José Mu’awanah"


def test_every_letter_stands_on_its_page(client: WorkerClient, minutes: bytes) -> None:
    page = letters(client, minutes, 0)
    (wide, high), *_ = client.ask("page-count", minutes).meta["sizes"]
    for number, letter in enumerate(page.text):
        left, top, right, bottom = page.box(number)
        assert letter.isspace() or (0 < left < right < wide and 0 < top < bottom < high)


def test_pages_behind_the_first_are_searched_too(client: WorkerClient) -> None:
    rows = tuple(SheetRow(f"Arwana {number}", "Kepala Seksi", "Dinas Contoh") for number in range(90))
    content = AttendanceSheetContent("Rapat", None, groups=(SheetGroup("", rows),))
    found = index_of(client.ask("page-index", client.run("attendance-sheet", content, OfficeProfile())))
    assert [hit.page for hit in found.find("arwana 89")] == [len(found.texts) - 1]
    assert len(found.find("dinas contoh")) == 90
