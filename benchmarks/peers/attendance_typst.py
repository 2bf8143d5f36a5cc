"""The sheet to be signed typeset by typst, as its users would write it: one table whose head repeats.

Its rows grow with their texts as ours do; rows of a fixed height would take typst a third of the time, and cut.
"""

from __future__ import annotations

import json

import typst

from benchmarks.peers.minutes_typst import fonts

_TEMPLATE = r"""
#let rows = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (top: 20mm, right: 20mm, bottom: 25mm, left: 30mm),
  footer: context align(center, text(9pt)[Halaman #counter(page).display() dari #counter(page).final().first()]))
#set text(font: "Arimo", size: 10pt, lang: "id", hyphenate: false)
#align(center, text(14pt, weight: "bold")[DAFTAR HADIR])
#table(columns: (7fr, 30fr, 33fr, 15fr, 15fr), stroke: 0.5pt, inset: (x: 4pt, y: 3mm), align: horizon,
  table.header([*No.*], [*Nama*], [*Jabatan/Instansi*], table.cell(colspan: 2)[*Tanda Tangan*]), ..rows.flatten())
"""


def render(rows: list[tuple[str, ...]]) -> bytes:
    """The PDF of rows of five texts: number, name, post and institution, room to sign left and right."""
    data = json.dumps(rows)
    made: bytes = typst.compile(_TEMPLATE.encode(), font_paths=fonts(), sys_inputs={"data": data}, pdf_tags=False)
    return made
