"""Blocks as Word's own elements: paragraphs, tables whose rows stay whole, signatures that stay together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from desktop.exchange.word.shapes import Align, Block, Fact, Facts, Grid, Para, Signatures, Signer, Span

_TWIPS_PER_CM = 567
_ROOM = 1_300  # twips for pen and stamp
_DOTS = "." * 42
_FACT_SHARES = (0.30, 0.025, 0.675)
_NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


class Maker:
    """Makes elements as wide as `measure` twips; `pattern` is a paragraph of a template whose dress they wear."""

    def __init__(self, measure: int, pattern: Any = None) -> None:
        self._measure = measure
        self._style = _copied(pattern, "w:pPr", "w:pStyle")
        self._run = _run_dress(pattern)

    def elements(self, blocks: Iterable[Block]) -> list[Any]:
        """The elements of some blocks in their order; between two tables stands an empty line."""
        made: list[Any] = []
        for block in blocks:
            fresh = self._block(block)
            if made and made[-1].tag == qn("w:tbl") and fresh and fresh[0].tag == qn("w:tbl"):
                made.append(self._paragraph(Para(())))
            made += fresh
        return made

    def _block(self, block: Block) -> list[Any]:
        if isinstance(block, Para):
            return [self._paragraph(block)]
        if isinstance(block, Grid):
            return [self._grid(block)]
        if isinstance(block, Facts):
            return [self._facts(block.rows)]
        return self._signatures(block)

    def _paragraph(self, one: Para) -> Any:
        made = OxmlElement("w:p")
        look = OxmlElement("w:pPr")
        if self._style is not None:
            look.append(deepcopy(self._style))
        if one.keeps:
            look.append(OxmlElement("w:keepNext"))
        if one.label:
            tabs = OxmlElement("w:tabs")
            tabs.append(_with("w:tab", val="left", pos=_twips(one.indent + one.hang)))
            look.append(tabs)
        look.append(_with("w:spacing", before=round(one.before * 20), after=0))
        hanging = {"hanging": _twips(one.hang)} if one.label else {}
        look.append(_with("w:ind", left=_twips(one.indent + one.hang), **hanging))
        look.append(_with("w:jc", val=one.align))
        made.append(look)
        if one.label:
            run = self._plain_run(Span(one.label, bold=bool(one.spans) and one.spans[0].bold), one.size)
            run.append(OxmlElement("w:tab"))
            made.append(run)
        for span in one.spans:
            made.append(self._plain_run(span, one.size))
        return made

    def _plain_run(self, span: Span, size: float = 0.0) -> Any:
        run = OxmlElement("w:r")
        look = deepcopy(self._run) if self._run is not None else OxmlElement("w:rPr")
        if span.bold and look.find(qn("w:b")) is None:
            _insert(look, OxmlElement("w:b"), after=("w:rStyle", "w:rFonts"))
        if span.italic and look.find(qn("w:i")) is None:
            _insert(look, OxmlElement("w:i"), after=("w:rStyle", "w:rFonts", "w:b", "w:bCs"))
        if size:
            for old in look.findall(qn("w:sz")) + look.findall(qn("w:szCs")):
                look.remove(old)
            before = ("w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:kern")
            _insert(look, _with("w:sz", val=round(size * 2)), after=before)
        if len(look):
            run.append(look)
        write_text(run, span.text)
        return run

    def _grid(self, grid: Grid) -> Any:
        whole = sum(grid.shares)
        widths = [round(self._measure * share / whole) for share in grid.shares]
        table = _table(widths, lines=True)
        head = [Para((Span(title, bold=True),), align="center", size=grid.size) for title in grid.titles]
        table.append(self._row([[one] for one in head], widths, repeats=True))
        for cells in grid.rows:
            paras = [_cell_paras(text, grid.size, centred=n == 0) for n, text in enumerate(cells)]
            table.append(self._row(paras, widths))
        return table

    def _facts(self, rows: Sequence[Fact]) -> Any:
        widths = [round(self._measure * share) for share in _FACT_SHARES]
        table = _table(widths, lines=False)
        for one in rows:
            values = (_DOTS,) if one.values is None else one.values
            numbered = one.numbers and len(values) > 1
            said = [
                Para((Span(value),), label=f"{number}." if numbered else "", hang=0.7 if numbered else 0.0)
                for number, value in enumerate(values, 1)
            ]
            label = Para((Span(one.label),), indent=0.6 * one.level)
            table.append(
                self._row([[label], [Para((Span(":" if one.colon else ""),))], said or [Para(())]], widths)
            )
        return table

    def _signatures(self, block: Signatures) -> list[Any]:
        """One row that stays whole, behind a line that stays with it."""
        narrow = round(self._measure * 0.46)
        widths = [narrow, self._measure - 2 * narrow, narrow]
        left, right = (block.signers[0], block.signers[1]) if len(block.signers) > 1 else (None, block.signers[0])
        table = _table(widths, lines=False)
        first = [_signed(left, "") if left else [Para(())], [Para(())], _signed(right, block.dated)]
        table.append(self._row(first, widths, keeps=True))
        table.append(self._row([[Para(())] for _ in widths], widths, height=_ROOM, keeps=True))
        last = [_named(left) if left else [Para(())], [Para(())], _named(right)]
        table.append(self._row(last, widths))
        return [self._paragraph(Para((), before=10, keeps=True)), table]

    def _row(
        self,
        cells: Sequence[Sequence[Para]],
        widths: Sequence[int],
        *,
        repeats: bool = False,
        keeps: bool = False,
        height: int = 0,
    ) -> Any:
        row, look = OxmlElement("w:tr"), OxmlElement("w:trPr")
        look.append(OxmlElement("w:cantSplit"))
        if height:
            look.append(_with("w:trHeight", val=height, hRule="atLeast"))
        if repeats:
            look.append(OxmlElement("w:tblHeader"))
        row.append(look)
        for paras, width in zip(cells, widths, strict=True):
            cell, size = OxmlElement("w:tc"), OxmlElement("w:tcPr")
            size.append(_with("w:tcW", w=width, type="dxa"))
            cell.append(size)
            for one in paras:
                made = self._paragraph(one)
                if keeps:
                    look_of = made.find(qn("w:pPr"))
                    _insert(look_of, OxmlElement("w:keepNext"), after=("w:pStyle",))
                cell.append(made)
            row.append(cell)
        return row


def write_text(run: Any, text: str) -> None:
    """Put words into a run: lines are broken, what XML cannot hold is left out."""
    for number, line in enumerate(clean(text).split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        for place, part in enumerate(line.split("\t")):
            if place:
                run.append(OxmlElement("w:tab"))
            if part:
                words = OxmlElement("w:t")
                words.text = part
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                run.append(words)


def clean(text: str) -> str:
    """Words as XML can hold them."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _cell_paras(text: str, size: float, *, centred: bool) -> list[Para]:
    align: Align = "center" if centred else "left"
    return [Para((Span(line),), align=align, size=size) for line in text.split("\n")]


def _signed(signer: Signer, dated: str) -> list[Para]:
    return [Para((Span(line),)) for line in (dated, *signer.above)]


def _named(signer: Signer) -> list[Para]:
    return [
        Para((Span(signer.name or _DOTS, bold=bool(signer.name)),)),
        *(Para((Span(one),)) for one in signer.below),
    ]


def _table(widths: Sequence[int], *, lines: bool) -> Any:
    table, look, grid = OxmlElement("w:tbl"), OxmlElement("w:tblPr"), OxmlElement("w:tblGrid")
    look.append(_with("w:tblW", w=sum(widths), type="dxa"))
    if lines:
        borders = OxmlElement("w:tblBorders")
        for edge in _EDGES:
            borders.append(_with(f"w:{edge}", val="single", sz=4, space=0, color="auto"))
        look.append(borders)
    look.append(_with("w:tblLayout", type="fixed"))
    inner = OxmlElement("w:tblCellMar")
    for edge in ("left", "right"):
        inner.append(_with(f"w:{edge}", w=70 if lines else 20, type="dxa"))
    look.append(inner)
    table.append(look)
    for width in widths:
        grid.append(_with("w:gridCol", w=width))
    table.append(grid)
    return table


def _with(tag: str, **values: object) -> Any:
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def _insert(parent: Any, child: Any, *, after: Sequence[str]) -> None:
    """Put a property where Word's schema wants it: behind those named."""
    place = 0
    for number, one in enumerate(parent):
        if one.tag in {qn(name) for name in after}:
            place = number + 1
    parent.insert(place, child)


def _copied(pattern: Any, holder: str, wanted: str) -> Any:
    found = None if pattern is None else pattern.find(f"{qn(holder)}/{qn(wanted)}")
    return None if found is None else deepcopy(found)


def _run_dress(pattern: Any) -> Any:
    """Letters and size of a template's paragraph, without what its words alone had."""
    found = None if pattern is None else pattern.find(f"{qn('w:r')}/{qn('w:rPr')}")
    if found is None:
        return None
    dress = deepcopy(found)
    for name in ("w:highlight", "w:b", "w:bCs", "w:i", "w:iCs", "w:u"):
        for one in dress.findall(qn(name)):
            dress.remove(one)
    return dress


def _twips(centimetres: float) -> int:
    return round(centimetres * _TWIPS_PER_CM)
