"""Papers as Word files: what their content dataclasses say, put into the office's template or built anew.

In the worker's room because it needs both: how `documents` words a paper, and how `exchange` writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop.documents.content import OfficeProfile
from desktop.exchange.word.building import build
from desktop.exchange.word.marks import MARKS
from desktop.exchange.word.sample import sample_paper
from desktop.exchange.word.shapes import Look, WordPaper
from desktop.exchange.word.template import fill, marks_of
from desktop.worker.word.letters import invitation_paper
from desktop.worker.word.minutes import minutes_paper
from desktop.worker.word.nota_dinas import nota_dinas_paper

_FONTS = {"Arial": "Arial", "Bookman": "Bookman Old Style", "Times": "Times New Roman"}
_PAPERS = {"A4": (210.0, 297.0), "F4": (215.0, 330.0)}
COMPOSERS: dict[str, Callable[[Any, OfficeProfile], WordPaper]] = {
    "minutes": minutes_paper,
    "invitation": invitation_paper,
    "nota-dinas": nota_dinas_paper,
}
"""The papers that have a Word file, by their names in `PAPERS`."""


def word_file(kind: str, content: Any, profile: OfficeProfile, template: bytes | None = None) -> bytes:
    """A paper as a Word file; raises InvalidInput for a template that may not be opened."""
    paper = COMPOSERS[kind](content, profile)
    if template is not None:
        return fill(template, paper)
    return build(replace(paper, look=look_of(profile)))


def sample_template(kind: str, profile: OfficeProfile) -> bytes:
    """A template to begin with, in the office's dress, with every mark the paper knows."""
    return build(replace(sample_paper(kind), look=look_of(profile)))


def template_marks(kind: str, template: bytes) -> dict[str, list[str]]:
    """The marks of a template: those the paper fills, and those nobody knows. Raises InvalidInput as above."""
    known = {name for name, _ in MARKS[kind]}
    found = marks_of(template)
    return {"known": [one for one in found if one in known], "unknown": [one for one in found if one not in known]}


def look_of(profile: OfficeProfile) -> Look:
    """How a built file looks, by the office's profile."""
    margins = profile.margins
    return Look(
        head=tuple((line.text, line.level) for line in profile.letterhead),
        logo=profile.logo,
        double_rule=profile.letterhead_rule == "ganda",
        paper=_PAPERS[profile.paper],
        margins=(margins.top, margins.right, margins.bottom, margins.left),
        font=_FONTS[profile.font],
        size=profile.font_size,
        page_numbers=profile.numbers_at != "tanpa",
    )
