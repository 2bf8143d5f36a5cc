"""The minutes set with ReportLab's Platypus as its guide shows it: a Paragraph in every cell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    Image,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from desktop.base.paths import resources

_PEOPLE = [share * 1.55 * mm for share in (6, 29, 40, 25)]
_MATRIX = [share * 2.4 * mm for share in (4, 25, 16, 14, 12, 12, 10, 11)]
_GRID = [
    ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
]


class _Numbered(Canvas):
    """Keeps the pages until it is known how many there are."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self._kept, 1):
            self.__dict__.update(page)
            self.setFont("Peer", 9)
            self.drawCentredString(self._pagesize[0] / 2, 12 * mm, f"Halaman {number} dari {len(self._kept)}")
            super().showPage()
        super().save()


@cache
def _styles() -> dict[str, ParagraphStyle]:
    for name, file in (("Peer", "Regular"), ("PeerBold", "Bold"), ("PeerItalic", "Italic")):
        font = TTFont(name, str(resources() / "fonts" / f"Arimo-{file}.ttf"))
        font.face.name = name.encode()  # by the name in the file it would be served by our faces
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily("Peer", "Peer", "PeerBold", "PeerItalic", "PeerBold")
    body = ParagraphStyle("body", fontName="Peer", fontSize=11, leading=14.5, alignment=TA_JUSTIFY, spaceBefore=3)
    return {
        "body": body,
        "head": ParagraphStyle("head", body, fontName="PeerBold", fontSize=14, alignment=TA_CENTER, spaceAfter=11),
        "topic": ParagraphStyle("topic", body, fontName="PeerBold", keepWithNext=True),
        "said": ParagraphStyle("said", body, leftIndent=10 * mm),
        "cell": ParagraphStyle("cell", body, fontSize=10, leading=12.2, alignment=0, spaceBefore=0),
        "small": ParagraphStyle("small", body, fontSize=9.5, leading=11.6, alignment=0, spaceBefore=0),
    }


def _table(
    head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], style: ParagraphStyle
) -> Table:
    bold = [Paragraph(f"<b>{escape(text)}</b>", style) for text in head]
    cells = [[Paragraph(escape(text), style) for text in row] for row in rows]
    return Table([bold, *cells], colWidths=list(widths), repeatRows=1, style=_GRID)


def render(values: dict[str, Any], logo: bytes) -> bytes:
    """The PDF of values as `benchmarks.documents.plain` gives them."""
    # ReportLab's own setting, which our papers switch off.
    rl_config.useA85 = 1
    try:
        return _render(values, logo)
    finally:
        rl_config.useA85 = 0


def _render(values: dict[str, Any], logo: bytes) -> bytes:
    styles, file = _styles(), BytesIO()
    wide, high = A4
    frames = [
        PageTemplate("tall", [Frame(30 * mm, 25 * mm, wide - 50 * mm, high - 45 * mm)], pagesize=A4),
        PageTemplate("wide", [Frame(20 * mm, 20 * mm, high - 40 * mm, wide - 45 * mm)], pagesize=landscape(A4)),
    ]
    first, second, third = map(escape, values["letterhead"])
    kop = Paragraph(f"<para align='center'>{first}<br/><b>{second}</b><br/>{third}</para>", styles["body"])
    story: list[Any] = [
        Table([[Image(BytesIO(logo), 22 * mm, 22 * mm), kop]], colWidths=[26 * mm, 130 * mm]),
        Paragraph("NOTULA", styles["head"]),
        Table(
            [
                [Paragraph(escape(text), styles["cell"]) for text in (label, ":", value)]
                for label, value in values["facts"]
            ],
            colWidths=[42 * mm, 6 * mm, 108 * mm],
        ),
    ]
    for number, topic in enumerate(values["topics"], 1):
        story.append(Paragraph(f"{number}. {escape(topic['topic'])}", styles["topic"]))
        for said in topic["statements"]:
            story.append(
                Paragraph(f"<b>{escape(said['speaker'])}</b>, {escape(said['position'])}", styles["said"])
            )
            story.append(Paragraph(f"<i>{said['kind']}:</i> {escape(said['text'])}", styles["said"]))
    signed = Paragraph(
        f"Bojonegoro, {values['date']}<br/>Pimpinan Rapat,<br/><br/><b>{escape(values['signer'])}</b>",
        styles["body"],
    )
    story += [
        Spacer(1, 10 * mm),
        Table([[Paragraph("Notulis,", styles["body"]), signed]]),
        PageBreak(),
        Paragraph("DAFTAR HADIR", styles["head"]),
        _table(("No.", "Nama", "Jabatan/Instansi", "Keterangan"), values["people"], _PEOPLE, styles["cell"]),
        NextPageTemplate("wide"),
        PageBreak(),
        Paragraph("MATRIKS TINDAK LANJUT", styles["head"]),
        _table(values["head"], values["rows"], _MATRIX, styles["small"]),
    ]  # fmt: skip
    BaseDocTemplate(file, pageTemplates=frames).build(story, canvasmaker=_Numbered)
    return file.getvalue()
