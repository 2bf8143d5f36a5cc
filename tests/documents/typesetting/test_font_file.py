from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from desktop.base.paths import resources
from desktop.documents.typesetting.font_file import FontFile

FONTS = sorted((resources() / "fonts").glob("*.ttf")) + sorted((resources() / "fonts" / "fallback").glob("*.ttf"))
TABLES = ("charToGlyph", "charWidths", "defaultWidth", "hmetrics", "glyphPos", "bbox", "name", "flags", "ascent")


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_a_font_is_read_as_reportlab_reads_it(file: Path) -> None:
    ours, theirs = FontFile(str(file)), TTFontFace(str(file))
    for name in TABLES:
        assert getattr(ours, name) == getattr(theirs, name), name


def test_a_subset_is_the_same_as_reportlabs() -> None:
    file, subset = FONTS[0], [0, *range(32, 127), 0xE9]
    assert FontFile(str(file)).makeSubset(subset) == TTFontFace(str(file)).makeSubset(subset)
