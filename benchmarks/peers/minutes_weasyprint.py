"""The minutes typeset by WeasyPrint, as its users would write them: HTML and CSS, texts escaped."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from desktop.base.paths import resources

_STYLE = """
@page { size: A4; margin: 20mm 20mm 25mm 30mm;
  @bottom-center { content: "Halaman " counter(page) " dari " counter(pages); font: 9pt Arimo } }
@page wide { size: A4 landscape; margin: 25mm 20mm 20mm 20mm }
body { font: 11pt/1.32 Arimo; text-align: justify } h1 { font-size: 14pt; text-align: center }
h2 { font-size: 12pt; text-align: center; page-break-before: always } h3 { font-size: 11pt }
header { display: flex; text-align: center; border-bottom: 2.25pt solid } header img { width: 22mm }
header div { flex: 1 } p { margin: 3pt 0 3pt 10mm }
table { width: 100%; border-collapse: collapse; text-align: left }
.grid td, .grid th { border: 0.5pt solid; padding: 3pt 4pt; vertical-align: top }
.wide { page: wide; font-size: 9.5pt }
"""


@cache
def _setting() -> tuple[FontConfiguration, CSS]:
    fonts = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: Arimo; src: url({(resources() / 'fonts' / file).as_uri()}); {style} }}"
        for file, style in (
            ("Arimo-Regular.ttf", ""),
            ("Arimo-Bold.ttf", "font-weight: bold"),
            ("Arimo-Italic.ttf", "font-style: italic"),
        )
    )
    return fonts, CSS(string=faces + _STYLE, font_config=fonts)


def _rows(rows: Iterable[Sequence[str]], tag: str = "td") -> str:
    return "".join("<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in row) + "</tr>" for row in rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return f'<table class="grid"><thead>{_rows([head], "th")}</thead>{_rows(rows)}</table>'


def render(values: dict[str, Any], logo: bytes) -> bytes:
    """The PDF of values as `benchmarks.documents.plain` gives them."""
    fonts, style = _setting()
    first, second, third = map(escape, values["letterhead"])
    spoken = "".join(
        f"<h3>{number}. {escape(topic['topic'])}</h3>"
        + "".join(
            f"<p><b>{escape(said['speaker'])}</b>, {escape(said['position'])}<br>"
            f"<i>{said['kind']}:</i> {escape(said['text'])}</p>"
            for said in topic["statements"]
        )
        for number, topic in enumerate(values["topics"], 1)
    )
    signed = f"Bojonegoro, {values['date']} Pimpinan Rapat, {values['signer']}"
    page = (
        f'<header><img src="data:image/png;base64,{base64.b64encode(logo).decode()}">'
        f"<div>{first}<br><b>{second}</b><br><small>{third}</small></div></header><h1>NOTULA</h1>"
        f"<table>{_rows((label, ':', text) for label, text in values['facts'])}</table>{spoken}"
        f"<table>{_rows([('Notulis,', signed)])}</table>"
        f"<h2>DAFTAR HADIR</h2>{_table(('No.', 'Nama', 'Jabatan/Instansi', 'Keterangan'), values['people'])}"
        f'<div class="wide"><h2>MATRIKS TINDAK LANJUT</h2>{_table(values["head"], values["rows"])}</div>'
    )
    made: bytes = HTML(string=page).write_pdf(stylesheets=[style], font_config=fonts)
    return made
