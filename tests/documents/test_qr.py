"""The code on a final page is what a scanner reads from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.base.proof_code import code_of, read_code
from desktop.documents import minutes
from desktop.documents.content import Margins
from desktop.documents.typesetting.page import MM, sheet_for
from desktop.documents.typesetting.qr import squares
from tests.documents import example
from tests.documents.qr_reading import Modules, code_on_page, text_of
from tests.documents.reading import page_sizes, page_texts

SIDE, BOTTOM = 13 * MM, 7 * MM
CODE = "7HJ2-0ZQM-49AB"


def modules_of(code: str) -> Modules:
    """The modules of a code as they are drawn, its rectangles taken apart."""
    areas = squares(code)
    count = round(1 / areas[0][3])
    found = [[False] * count for _ in range(count)]
    for x, y, width, _ in areas:
        for place in range(round(width * count)):
            found[count - 1 - round(y * count)][round(x * count) + place] = True
    return found


@pytest.mark.parametrize(("paper", "left"), [("A4", 30.0), ("F4", 10.0)])
def test_every_page_bears_the_code_for_scanners_and_for_people(paper: str, left: float) -> None:
    profile = example.profile(paper=paper, proof=True, margins=Margins(left=left))
    pdf = minutes.render(replace(example.minutes(), draft=False, proof_code=CODE), profile)
    texts, sizes = page_texts(pdf), page_sizes(pdf)
    assert len(texts) > 2
    for number, text in enumerate(texts):
        wide, high = sizes[number]
        sheet = sheet_for(profile, landscape=wide > high)
        assert read_code(code_on_page(pdf, sheet.left, BOTTOM, SIDE, number)) == CODE
        assert CODE in text


def test_any_code_is_read_as_it_is() -> None:
    for number in range(40):
        code = code_of(number)
        assert text_of(modules_of(code)) == f"RAKOR:{code}"


def test_what_is_drawn_has_no_wrong_module_nor_would_one_go_unseen() -> None:
    drawn = modules_of(CODE)
    for place in range(0, len(drawn) ** 2, 13):
        y, x = divmod(place, len(drawn))
        drawn[y][x] = not drawn[y][x]
        with pytest.raises(AssertionError):
            text_of(drawn)
        drawn[y][x] = not drawn[y][x]
    assert read_code(text_of(drawn)) == CODE


def test_a_draft_bears_none() -> None:
    profile = example.profile(proof=True)
    pdf = minutes.render(replace(example.minutes(), draft=True, proof_code=CODE), profile)
    with pytest.raises(AssertionError):
        code_on_page(pdf, sheet_for(profile).left, BOTTOM, SIDE)
