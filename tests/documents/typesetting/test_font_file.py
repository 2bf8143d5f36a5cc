from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from desktop.base.paths import resources
from desktop.documents.typesetting.font_file import FontError, FontFile

FONTS = sorted((resources() / "fonts").glob("*.ttf")) + sorted((resources() / "fonts" / "fallback").glob("*.ttf"))
MEASURES = {
    "default_width": "defaultWidth",
    "box": "bbox",
    "ascent": "ascent",
    "descent": "descent",
    "cap_height": "capHeight",
    "italic_angle": "italicAngle",
    "stem": "stemV",
    "flags": "flags",
}


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_a_font_is_read_and_cut_as_reportlab_does_it(file: Path) -> None:
    ours, theirs = FontFile(file.read_bytes()), TTFontFace(str(file))
    assert ours.glyphs == theirs.charToGlyph
    assert {ord(character): width for character, width in ours.widths().items()} == theirs.charWidths
    for name, other in MEASURES.items():
        assert getattr(ours, name) == getattr(theirs, other), name
    some = [0, *range(32, 127), *sorted(ours.glyphs)[::17]][:256]
    assert ours.subset(some) == theirs.makeSubset(some)


def test_what_is_no_font_is_refused() -> None:
    with pytest.raises(FontError):
        FontFile(b"\x89PNG\r\n\x1a\n" + bytes(100))
