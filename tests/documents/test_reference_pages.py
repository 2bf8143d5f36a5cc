"""Every paper still looks as it did; `reference_pages` tells how to look at a difference and how to accept it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from tests.documents.reference_pages import FOLDER, difference, drawn, opened, references
from tests.documents.samples import SAMPLES


@pytest.mark.parametrize("name", SAMPLES)
def test_the_paper_looks_as_it_did(name: str, tmp_path: Path) -> None:
    kept = references(name)
    pages = list(drawn(SAMPLES[name]().render()))
    wrong = []
    for number, page in enumerate(pages, 1):
        reference = opened(kept[number - 1]) if number <= len(kept) else Image.new("L", page.size, 255)
        if (other := difference(page, reference)) is not None:
            wrong.append(number)
            for what, picture in (("actual", page), ("reference", reference), ("difference", other)):
                picture.save(tmp_path / f"{name}.{number:02}.{what}.png")
    assert not wrong, (
        f"pages {wrong} of {name} look different: see {tmp_path}; if that is meant: "
        f"python -m tests.documents.reference_pages {name}"
    )
    assert len(pages) == len(kept), f"{name} has {len(pages)} pages and {len(kept)} references"


def test_no_reference_belongs_to_a_paper_that_is_gone() -> None:
    assert {file.name.rsplit(".", 2)[0] for file in FOLDER.glob("*.png")} == set(SAMPLES)


def test_a_change_of_layout_is_seen_and_edges_drawn_otherwise_are_not() -> None:
    pdf = SAMPLES["susunan-acara"]().render()
    [page] = drawn(pdf)
    moved = Image.new("L", page.size, 255)
    moved.paste(page, (0, 1))
    word, rule = page.copy(), page.copy()
    ImageDraw.Draw(word).rectangle((200, 205, 215, 213), fill=255)
    ImageDraw.Draw(rule).line((60, 600, 430, 600), fill=120)
    [larger] = pypdfium2.PdfDocument(pdf)
    finer = larger.render(scale=64 / 72 * 8, grayscale=True).to_pil().convert("L")
    shifted = Image.new("L", finer.size, 255)
    shifted.paste(finer, (1, 1))  # an eighth of a pixel
    same = [one.resize(page.size, Image.Resampling.BOX) for one in (finer, shifted)]
    assert [difference(one, page) is None for one in (page, *same)] == [True] * 3
    assert [difference(one, page) is None for one in (moved, word, rule)] == [False] * 3
