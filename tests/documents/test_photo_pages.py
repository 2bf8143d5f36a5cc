"""Photo pages: order, captions and number a page as asked; nothing of the camera on paper, nothing lost or split."""

from __future__ import annotations

import unicodedata
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop.documents import photo_pages
from desktop.documents.content import Margins, OfficeProfile
from desktop.documents.photo_content import Photo, PhotoPagesContent
from desktop.documents.typesetting.markup import printable
from tests.documents import example
from tests.documents.reading import boxes_outside, page_texts, paper_text, squeezed
from tests.exchange.attached import made

JPEG = made.photo(400, 300)


def pages(*captions: str, picture: bytes | None = JPEG, **more: Any) -> PhotoPagesContent:
    photos = tuple(Photo(picture, caption) for caption in captions)
    return PhotoPagesContent("Rakor Uji", date(2024, 9, 26), "Pendopo", photos, **more)


def printed(content: PhotoPagesContent, **profile: Any) -> bytes:
    return photo_pages.render(content, example.profile(**profile))


def embedded(pdf: bytes) -> list[bytes]:
    """The bytes of every JPEG in the file, as they lie there."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [
            one.read_raw_bytes()
            for one in document.objects
            if isinstance(one, pikepdf.Stream) and "DCTDecode" in repr(one.get("/Filter"))
        ]


@pytest.mark.parametrize(("per_page", "expected"), [(2, ["12", "34", "5"]), (4, ["1234", "5"])])
def test_as_many_photos_stand_on_a_page_as_was_chosen(per_page: Any, expected: list[str]) -> None:
    texts = page_texts(printed(pages(*(f"Foto-{n}" for n in range(1, 6)), per_page=per_page)))
    assert ["".join(n for n in "12345" if f"Foto-{n}" in text) for text in texts] == expected


def test_the_first_page_says_of_which_meeting_they_are() -> None:
    first, second = page_texts(printed(pages("a", "b", "c")))
    for words in ("DOKUMENTASI", "Rakor Uji", "Kamis, 26 September 2024, Pendopo", "PEMERINTAH PROVINSI"):
        assert words in first
        assert words not in second


def test_nothing_the_camera_wrote_reaches_the_paper_even_when_it_was_kept() -> None:
    assert b"KameraRahasia" in JPEG
    pdf = printed(pages("Pembukaan"))
    (jpeg,) = embedded(pdf)
    for secret in (b"Rahasia", b"Exif", b"ICC_PROFILE"):
        assert secret not in pdf
        assert secret not in jpeg
    assert not Image.open(BytesIO(jpeg)).getexif()


def test_a_photo_is_no_finer_than_print_needs() -> None:
    large = printed(pages("a", picture=made.photo(1600, 1200)))
    (jpeg,) = embedded(large)
    assert max(Image.open(BytesIO(jpeg)).size) < 1_400


def test_the_same_photos_give_the_same_file() -> None:
    assert printed(pages("a", "b")) == printed(pages("a", "b"))


def test_a_lost_or_unreadable_photo_keeps_its_place_and_caption() -> None:
    for picture in (None, b"bukan foto"):
        text = paper_text(printed(pages("Pembukaan", picture=picture)))
        assert "Pembukaan" in text
        assert squeezed("Berkas foto ini tidak dapat dibaca.") in text


def test_without_photos_the_paper_says_so() -> None:
    (text,) = page_texts(printed(pages()))
    assert "Belum ada foto." in text


def test_a_caption_stays_with_its_photo_and_whole() -> None:
    long = "Paparan kesiapan logistik dan distribusi kotak suara ke seluruh kecamatan. " * 4
    texts = [squeezed(text) for text in page_texts(printed(pages(*[long] * 4, per_page=2)))]
    assert [text.count(squeezed(long)) for text in texts] == [2, 2]


def _letters(text: str) -> str:
    """A letter's shape beside others is no other letter: Arabic is set by shapes and read back as letters."""
    return "".join(unicodedata.normalize("NFKC", text).split())


EDGES = Margins(8, 8, 8, 8)


@given(
    captions=st.lists(st.text(max_size=400) | st.text("abc", min_size=3_000, max_size=6_000), max_size=5),
    per_page=st.sampled_from((2, 4)),
    size=st.sampled_from(((30, 600), (600, 30), (1, 1))),
)
@settings(max_examples=12, deadline=None)
def test_every_caption_prints_whole_beside_photos_of_any_shape(
    captions: list[str], per_page: Any, size: tuple[int, int]
) -> None:
    content = pages(*captions, picture=made.photo(*size), per_page=per_page)
    pdf = photo_pages.render(content, OfficeProfile(margins=EDGES, page_numbers=""))
    read = set(_letters(paper_text(pdf)))
    for caption in captions:
        assert not set(_letters(squeezed(printable(caption)))) - read
    assert boxes_outside(pdf, edge=5) == []
