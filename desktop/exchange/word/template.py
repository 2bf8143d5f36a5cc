"""Fills the office's own template: `[[judul_rapat]]` becomes words, `[[pembahasan]]` in a paragraph alone a text.

Everything else stays as the office wrote it, SRIKANDI's `${…}` fields above all. A mark Word has cut into several
runs is found all the same; one nobody knows stays in sight.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from desktop.exchange.word.elements import Maker, write_text
from desktop.exchange.word.package import finished, put_status
from desktop.exchange.word.safety import check_template
from desktop.exchange.word.shapes import Block, Grid, Para, WordPaper

MARK = re.compile(r"\[\[ *([a-z0-9_]+) *\]\]")
STATUS = "status"
_USUAL_MEASURE = 9_070  # twips: 16 cm


def fill(template: bytes, paper: WordPaper) -> bytes:
    """The template with its marks filled; raises InvalidInput for one that may not be opened."""
    document = _opened(template)
    marks = {**paper.marks, STATUS: paper.status}
    known_status = STATUS in _marks_in(document)
    measure = _measure(document)
    for root in _roots(document):
        for paragraph in list(root.iter(qn("w:p"))):
            _fill_paragraph(paragraph, marks, paper.blocks, measure)
    if paper.status and not known_status:
        put_status(document, paper.status)
    return finished(document, paper.title, paper.status)


def marks_of(template: bytes) -> list[str]:
    """The marks a template has, each once, in order; raises InvalidInput for one that may not be opened."""
    return list(dict.fromkeys(_marks_in(_opened(template))))


def _opened(template: bytes) -> Any:
    check_template(template)
    document = Document(io.BytesIO(template))
    _forget_attached_template(document)
    return document


def _marks_in(document: Any) -> list[str]:
    return [
        found[1]
        for root in _roots(document)
        for paragraph in root.iter(qn("w:p"))
        for found in MARK.finditer("".join(one.text or "" for one in _texts(paragraph)))
    ]


def _roots(document: Any) -> Iterator[Any]:
    """The trees in which marks may stand: text, headers and footers of all kinds, notes."""
    yield document.element.body
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] in ("header", "footer"):
            yield relation.target_part.element


def _fill_paragraph(
    paragraph: Any, marks: Mapping[str, str], blocks: Mapping[str, tuple[Block, ...]], measure: int
) -> None:
    texts = _texts(paragraph)
    whole = "".join(one.text or "" for one in texts)
    alone = MARK.fullmatch(whole.strip())
    if alone is not None and alone[1] in blocks:
        _put_blocks(paragraph, blocks[alone[1]], measure)
        return
    for found in reversed(list(MARK.finditer(whole))):
        words = marks.get(found[1])
        if words is None and found[1] in blocks:
            words = "; ".join(one.text for one in blocks[found[1]] if isinstance(one, Para))
        if words is not None:
            _put_words(texts, found.start(), found.end(), words)


def _texts(paragraph: Any) -> list[Any]:
    """The pieces of text of a paragraph itself, not of text boxes within it."""
    return [one for one in paragraph.iter(qn("w:t")) if next(one.iterancestors(qn("w:p"))) is paragraph]


def _put_words(texts: list[Any], start: int, end: int, words: str) -> None:
    """Replace the letters from `start` to `end`, counted over all pieces, by words in the dress of the first."""
    place = 0
    first = True
    for one in texts:
        text = one.text or ""
        begin, stop = max(start - place, 0), min(end - place, len(text))
        place += len(text)
        if begin >= stop:
            continue
        before, after = text[:begin], text[stop:]
        if first:
            _set(one, before)
            _write_behind(one, words, after)
            first = False
        else:
            _set(one, before + after)


def _write_behind(one: Any, words: str, after: str) -> None:
    """Put words, which may have several lines, and what followed them behind a piece of text."""
    holder = OxmlElement("w:r")
    write_text(holder, words)
    made = list(holder)
    if after:
        rest = OxmlElement("w:t")
        _set(rest, after)
        made.append(rest)
    for number, element in enumerate(made, one.getparent().index(one) + 1):
        one.getparent().insert(number, element)


def _set(element: Any, text: str) -> None:
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _put_blocks(paragraph: Any, blocks: tuple[Block, ...], measure: int) -> None:
    """Put blocks in the place of a paragraph; one that ends a section or a cell leaves an empty one behind."""
    parent = paragraph.getparent()
    place = parent.index(paragraph)
    cell = parent.tag == qn("w:tc")
    made = Maker(_cell_width(parent) if cell else measure, paragraph).elements(blocks)
    for number, element in enumerate(made):
        parent.insert(place + number, element)
    ends_section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    behind = paragraph.getnext()
    needs_one = not made or (made[-1].tag == qn("w:tbl") and (behind is None or behind.tag != qn("w:p")))
    if ends_section or (needs_one and (cell or any(isinstance(one, Grid) for one in blocks) or not made)):
        for child in list(paragraph):
            if child.tag != qn("w:pPr"):
                paragraph.remove(child)
    else:
        parent.remove(paragraph)


def _measure(document: Any) -> int:
    """The width of the text in twips, by the first section."""
    section = document.sections[0]
    try:
        width = section.page_width - section.left_margin - section.right_margin
    except TypeError:  # a section that says nothing of its size
        return _USUAL_MEASURE
    return max(round(int(width) / 635), 2_000)


def _cell_width(cell: Any) -> int:
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    width = found.get(qn("w:w")) if found is not None and found.get(qn("w:type")) == "dxa" else None
    return int(width) - 200 if width and width.isdigit() and int(width) > 1_000 else _USUAL_MEASURE


def _forget_attached_template(document: Any) -> None:
    """A .dotx on somebody's disk or server the file was once made from: Word would look for it."""
    for relation in document.part.rels.values():
        if relation.reltype != RELATIONSHIP_TYPE.SETTINGS:
            continue
        settings = relation.target_part
        for one in list(settings.element.findall(qn("w:attachedTemplate"))):
            settings.element.remove(one)
        for key in [key for key, inner in settings.rels.items() if inner.is_external]:
            del settings.rels[key]
