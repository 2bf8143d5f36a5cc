from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from desktop.base.paths import resources
from desktop.documents.typesetting.font_file import FontFile

FONTS = sorted((resources() / "fonts").glob("*.ttf")) + sorted((resources() / "fonts" / "fallback").glob("*.ttf"))
VALUES = ("defaultWidth", "bbox", "name", "flags", "ascent")


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_a_font_is_read_as_reportlab_reads_it(file: Path) -> None:
    ours, theirs = FontFile(str(file)), TTFontFace(str(file))
    for name in VALUES:
        assert getattr(ours, name) == getattr(theirs, name), name
    assert dict(ours.charToGlyph) == theirs.charToGlyph
    assert dict(ours.charWidths) == theirs.charWidths
    assert list(ours.hmetrics) == theirs.hmetrics
    assert list(ours.glyphPos) == theirs.glyphPos


def test_a_subset_is_the_same_as_reportlabs() -> None:
    file, subset = FONTS[0], [0, *range(32, 127), 0xE9]
    assert FontFile(str(file)).makeSubset(subset) == TTFontFace(str(file)).makeSubset(subset)


def test_a_character_the_font_lacks_has_no_glyph_and_the_width_of_the_empty_box() -> None:
    face = FontFile(str(FONTS[0]))
    assert 0x6F22 not in face.charToGlyph
    assert face.getCharWidth(0x6F22) == face.defaultWidth
