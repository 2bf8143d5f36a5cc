"""The office's own template: its marks are filled, all else stays, and what is dangerous is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.errors import InvalidInput
from desktop.exchange.word.marks import MARKS
from desktop.exchange.word.safety import check_template
from desktop.exchange.word.shapes import Grid, Para, Span, WordPaper
from desktop.exchange.word.template import fill, marks_of

PAPER = WordPaper(
    "Uji",
    (),
    marks={"judul_rapat": "Rakor <b>& Pilkada</b>", "tempat": "Aula\nlantai 2"},
    blocks={
        "pembahasan": (Para((Span("Satu"),)), Para((Span("Dua"),), label="1.")),
        "daftar_hadir": (Grid(("No.", "Nama"), (1, 4), (("1.", "Ani"), ("2.", "Budi"))),),
    },
)


def _template(write: Callable[[Any], None]) -> bytes:
    document = Document()
    write(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _words(data: bytes) -> list[str]:
    return [one.text for one in Document(io.BytesIO(data)).paragraphs]


def test_a_mark_cut_into_runs_is_found_and_keeps_its_dress() -> None:
    def write(document: Any) -> None:
        paragraph = document.add_paragraph()
        for number, part in enumerate(("Acara: [", "[judul", "_rapat]", "] di [[tem", "pat]]."), 1):
            run = paragraph.add_run(part)
            run.bold = number == 1

    filled = Document(io.BytesIO(fill(_template(write), PAPER)))

    assert filled.paragraphs[0].text == "Acara: Rakor <b>& Pilkada</b> di Aula\nlantai 2."
    assert filled.paragraphs[0].runs[0].bold


def test_fields_of_srikandi_and_unknown_marks_stay() -> None:
    words = "${nomor_naskah} [[bukan_tanda]] [[judul_rapat]] ${ttd_pengirim}"
    filled = fill(_template(lambda document: document.add_paragraph(words)), PAPER)
    assert _words(filled) == ["${nomor_naskah} [[bukan_tanda]] Rakor <b>& Pilkada</b> ${ttd_pengirim}"]


def test_a_part_takes_the_place_of_its_paragraph_and_tables_stay_whole() -> None:
    def write(document: Any) -> None:
        for words in ("Awal", "[[pembahasan]]", "[[daftar_hadir]]", "Akhir"):
            document.add_paragraph(words)

    filled = Document(io.BytesIO(fill(_template(write), PAPER)))

    assert [one.text for one in filled.paragraphs] == ["Awal", "Satu", "1.\tDua", "Akhir"]
    (table,) = filled.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["No.", "Nama"],
        ["1.", "Ani"],
        ["2.", "Budi"],
    ]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in table.rows)


def test_marks_are_filled_in_tables_headers_and_footers() -> None:
    def write(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "[[judul_rapat]]"
        cell.add_paragraph("[[daftar_hadir]]")
        document.sections[0].header.paragraphs[0].text = "[[tempat]]"
        document.sections[0].footer.paragraphs[0].text = "[[judul_rapat]]"

    filled = Document(io.BytesIO(fill(_template(write), PAPER)))

    cell = filled.tables[0].cell(0, 0)
    assert cell.paragraphs[0].text == "Rakor <b>& Pilkada</b>"
    assert len(cell.tables[0].rows) == 3
    assert cell._tc[-1].tag.endswith("}p")  # Word opens no cell that ends with a table
    assert filled.sections[0].header.paragraphs[0].text == "Aula\nlantai 2"
    assert filled.sections[0].footer.paragraphs[0].text.startswith("Rakor")


def test_a_working_copy_says_so_on_every_page_unless_the_template_has_a_place_for_it() -> None:
    paper = WordPaper("Uji", (), marks={}, blocks={}, status="SALINAN KERJA")
    without = Document(io.BytesIO(fill(_template(lambda document: document.add_paragraph("Isi")), paper)))
    placed = Document(io.BytesIO(fill(_template(lambda document: document.add_paragraph("[[status]]")), paper)))
    assert without.sections[0].header.paragraphs[0].text == "SALINAN KERJA"
    assert without.core_properties.content_status == "SALINAN KERJA"
    assert placed.paragraphs[0].text == "SALINAN KERJA"
    assert not "".join(one.text for one in placed.sections[0].header.paragraphs)


@pytest.fixture(scope="module")
def template() -> bytes:
    return _template(lambda document: [document.add_paragraph(one) for one in ("<[[judul_rapat]]>", "[[isi]]")])


@given(words=st.text(max_size=80))
@settings(max_examples=15, deadline=None)
def test_any_words_stay_words(template: bytes, words: str) -> None:
    paper = WordPaper("Uji", (), marks={"judul_rapat": words}, blocks={"isi": (Para((Span(words),)),)})
    first, second = _words(fill(template, paper))
    kept = "".join(one for one in words.replace("\r\n", "\n").replace("\r", "\n") if _fits_xml(one))
    assert (first, second) == (f"<{kept}>", kept)


def _fits_xml(one: str) -> bool:
    return one in "\t\n" or (one >= " " and not "\ud800" <= one <= "\udfff" and one not in "\ufffe\uffff")


def test_the_same_paper_gives_the_same_bytes() -> None:
    template = _template(lambda document: document.add_paragraph("[[judul_rapat]]"))
    assert fill(template, PAPER) == fill(template, PAPER)


def test_marks_are_listed_once_in_their_order() -> None:
    words = ("[[tempat]] [[ judul_rapat ]]", "[[tempat]] [[lain]]")
    assert marks_of(_template(lambda document: [document.add_paragraph(one) for one in words])) == [
        "tempat", "judul_rapat", "lain",
    ]  # fmt: skip


def test_no_mark_is_named_twice() -> None:
    for known in MARKS.values():
        assert len({name for name, _ in known}) == len(known)


def _with_part(name: str, content: bytes) -> bytes:
    """A plain template with one part more, or another content of one."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_template(lambda _: None))) as old, zipfile.ZipFile(made, "w", 8) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return made.getvalue()


_RELATION = (
    b'<Relationships><Relationship Id="r" Type="http://x/%s" Target="%s" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("part", "content", "times", "told"),
    [
        ("word/document.xml", b"0", 70_000_000, "terlalu besar"),
        ("word/vbaProject.bin", b"x", 1, "makro"),
        ("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', 1, "tidak wajar"),
        ("word/_rels/a.rels", _RELATION % (b"image", rb"\\server\a.png"), 1, "dari luar"),
        ("word/a.xml", b"<w:instrText>DDE</w:instrText><w:instrText>AUTO c</w:instrText>", 1, "bidang"),
    ],
)
def test_what_is_no_plain_template_is_refused(part: str, content: bytes, times: int, told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        check_template(_with_part(part, content * times))


def test_what_is_no_archive_or_a_large_one_is_refused_as_a_template() -> None:
    for data, told in ((b"bukan zip", "utuh"), (b"0" * 5_000_001, "5 MB")):
        with pytest.raises(InvalidInput, match=told):
            check_template(data)


def test_a_template_made_from_another_forgets_where_that_lies() -> None:
    def write(document: Any) -> None:
        part = next(one.target_part for one in document.part.rels.values() if one.reltype.endswith("/settings"))
        key = part.relate_to("file:///C:/kantor.dotx", "http://x/attachedTemplate", is_external=True)
        tag = part.element.makeelement(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}attachedTemplate"
        )
        tag.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", key)
        part.element.insert(0, tag)

    filled = fill(_template(write), PAPER)
    with zipfile.ZipFile(io.BytesIO(filled)) as archive:
        assert not any(b"kantor.dotx" in archive.read(name) for name in archive.namelist())
        assert b"attachedTemplate" not in archive.read("word/settings.xml")
