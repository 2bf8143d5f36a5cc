"""The minutes typeset by typst, as its users would write them: a template, the content as JSON."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"  # found without a module of ours to load
_TEMPLATE = r"""
#let d = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (top: 20mm, right: 20mm, bottom: 25mm, left: 30mm),
  footer: context align(center, text(9pt)[Halaman #counter(page).display() dari #counter(page).final().first()]))
#set text(font: "Arimo", size: 11pt, lang: "id", hyphenate: false)
#set par(justify: true, leading: 0.6em)
#grid(columns: (26mm, 1fr), align: (left, center + horizon),
  image(bytes(d.logo), width: 22mm),
  [#text(13pt)[#d.letterhead.at(0)] \ #text(15pt, weight: "bold")[#d.letterhead.at(1)] \
   #text(9.5pt)[#d.letterhead.at(2)]])
#line(length: 100%, stroke: 2.25pt)
#align(center, text(14pt, weight: "bold")[NOTULA])
#grid(columns: (42mm, 5mm, 1fr), row-gutter: 5pt, ..d.facts.map(f => (f.at(0), ":", f.at(1))).flatten())
#for (i, t) in d.topics.enumerate() [
  #text(weight: "bold")[#(i + 1). #t.topic]
  #for s in t.statements [
    #pad(left: 10mm)[#text(weight: "bold")[#s.speaker], #s.position \ #emph[#s.kind:] #s.text]
  ]
]
#grid(columns: (1fr, 1fr), [Notulis,], [Bojonegoro, #d.date \ Pimpinan Rapat, #v(21mm) #strong(d.signer)])
#pagebreak()
#align(center, text(12pt, weight: "bold")[DAFTAR HADIR])
#set par(justify: false)
#table(columns: (6fr, 29fr, 40fr, 25fr), stroke: 0.5pt, inset: 4pt,
  table.header([*No.*], [*Nama*], [*Jabatan/Instansi*], [*Keterangan*]), ..d.people.flatten())
#set page(flipped: true)
#align(center, text(12pt, weight: "bold")[MATRIKS TINDAK LANJUT])
#set text(9.5pt)
#table(columns: (4fr, 25fr, 16fr, 14fr, 12fr, 12fr, 10fr, 11fr), stroke: 0.5pt, inset: 4pt,
  table.header([*No.*], [*Rencana Tindak Lanjut*], [*Penanggung Jawab*], [*Instansi Terkait/Wilayah*],
    [*Batas Waktu*], [*Indikator*], [*Status*], [*Keterangan*]), ..d.rows.flatten())
"""


@cache
def fonts() -> Any:
    """Our font files, as typst takes them."""
    # Loaded once, as a program that prints many papers would do.
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FONTS)])


def render(values: dict[str, Any], logo: bytes) -> bytes:
    """The PDF of values as `benchmarks.documents.plain` gives them."""
    data = json.dumps(values | {"logo": list(logo)})
    # Without tags, as we write none either.
    made: bytes = typst.compile(_TEMPLATE.encode(), font_paths=fonts(), sys_inputs={"data": data}, pdf_tags=False)
    return made
