"""Builds a Word file where the office has no template: its letterhead, its paper, its letters."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from desktop.exchange.word.elements import Maker
from desktop.exchange.word.package import finished, page_field, put_status
from desktop.exchange.word.shapes import Look, Para, Part, Span, WordPaper

_LOGO = Mm(22)
_SIZES = {1: 2.0, 2: 3.0, 3: -1.0}  # of the lines of the letterhead, beside the size of the paper


def build(paper: WordPaper) -> bytes:
    """The whole paper as a Word file."""
    document: Any = Document()
    look = paper.look
    _set_letters(document, look)
    body = document.element.body
    for number, part in enumerate(paper.parts):
        section = document.sections[0] if number == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        _set_paper(section, look, part)
        measure = round((section.page_width - section.left_margin - section.right_margin) / 635)
        made = Maker(measure).elements(part.blocks)
        if number == 0:
            made = [*_letterhead(document, look, measure), *made]
        for element in made:
            body.insert(len(body) - 1, element)  # before the last section's own properties
        if made and made[-1].tag == qn("w:tbl"):
            body.insert(len(body) - 1, OxmlElement("w:p"))
    if look.page_numbers:
        _number_pages(document, look)
    if paper.status:
        put_status(document, paper.status)
    return finished(document, paper.title, paper.status)


def _set_letters(document: Any, look: Look) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = look.font, Pt(look.size)
    fonts = style.element.rPr.rFonts
    for name in ("w:eastAsia", "w:cs"):
        fonts.set(qn(name), look.font)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.15


def _set_paper(section: Any, look: Look, part: Part) -> None:
    width, height = look.paper
    if part.landscape:
        width, height = height, width
    section.orientation = WD_ORIENT.LANDSCAPE if part.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    top, right, bottom, left = look.margins
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    section.header_distance = section.footer_distance = Mm(10)


def _letterhead(document: Any, look: Look, measure: int) -> list[Any]:
    """The lines of the letterhead with the logo above them, and the rule below."""
    lines = [
        Para((Span(text, bold=level < 3),), align="center", size=look.size + _SIZES[level])
        for text, level in look.head
    ]
    made = Maker(measure).elements(lines)
    if look.logo:
        holder = document.add_paragraph()
        holder.alignment = 1
        holder.add_run().add_picture(io.BytesIO(look.logo), height=_LOGO)
        made.insert(0, holder._p)
    if made:
        _rule_below(made[-1], double=look.double_rule)
        made += Maker(measure).elements([Para(())])
    return made


def _rule_below(paragraph: Any, *, double: bool) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    kind = "thinThickSmallGap" if double else "single"
    for name, value in (("val", kind), ("sz", "18"), ("space", "4"), ("color", "auto")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    look = paragraph.find(qn("w:pPr"))
    look.insert(0, borders)


def _number_pages(document: Any, look: Look) -> None:
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = 1
    paragraph.style.font.size = Pt(max(look.size - 2, 8))
    paragraph.add_run("Halaman ")
    page_field(paragraph._p, "PAGE")
    tail = paragraph.add_run(" dari ")
    paragraph._p.remove(tail._r)
    paragraph._p.append(tail._r)
    page_field(paragraph._p, "NUMPAGES")
