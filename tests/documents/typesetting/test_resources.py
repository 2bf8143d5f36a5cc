"""Characters as bytes on the page, read back from a real file."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from desktop.documents.content import OfficeProfile
from desktop.documents.typesetting.fonts import load
from desktop.documents.typesetting.page import Book, sheet_for
from desktop.documents.typesetting.resources import Resources
from desktop.documents.typesetting.text import wrap
from tests.documents.reading import page_texts, squeezed

FACE = load("Arimo-Regular")
LETTERS = "".join(map(chr, sorted(FACE.file.glyphs))).strip()
MANY = "".join(character for character in LETTERS if character.isalpha())[:700]


def book(text: str) -> bytes:
    """A paper with one text on it."""
    made = Book(OfficeProfile(), "Judul (é) 日本", draft=False, progress=None)
    sheet = sheet_for(made.profile)
    page = made.new_page(sheet)
    for row, line in enumerate(wrap(text, FACE, 10, sheet.measure)):
        page.line(line, sheet.left, sheet.top - 14 * row, 10)
    return made.finish()


def test_more_letters_than_a_subset_holds_read_back_as_they_were_typed() -> None:
    (text,) = page_texts(book(MANY))
    assert squeezed(text).startswith(squeezed(MANY))


def test_brackets_and_backslashes_end_no_string() -> None:
    (text,) = page_texts(book(r"a) b( c\n \\ ((("))
    assert squeezed(text).startswith(squeezed(r"a) b( c\n \\ ((("))


def test_only_spaces_have_the_code_that_stretches_lines() -> None:
    resources = Resources()
    for name, codes in resources.codes(FACE, MANY + "\xa0 "):
        assert " " not in codes.rstrip(" "), name


def test_the_file_is_sound_and_the_same_each_time() -> None:
    made = book("Rapat koordinasi é")
    assert made == book("Rapat koordinasi é") != book("Rapat koordinasi")
    with pikepdf.open(BytesIO(made)) as document:
        assert document.check_pdf_syntax() == []
        assert str(document.docinfo.Title) == "Judul (é) 日本"
        assert str(document.Root.Lang) == "id-ID"
        first, second = document.trailer.ID
        assert bytes(first) == bytes(second)
