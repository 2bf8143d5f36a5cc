"""Builds the document fonts that are not shipped as their makers published them; run it again to repeat that.

    apt-get download fonts-texgyre fonts-noto-core fonts-noto-extra; dpkg -x each of them into FOLDER
    python resources/fonts/build_fonts.py FOLDER

* Rakor Bonum: TeX Gyre Bonum (Bookman metrics) with quadratic outlines, because ReportLab embeds TrueType only.
  Its licence (GUST Font License) asks that a changed font carry another name.
* fallback/: Noto fonts for other scripts and symbols, without hinting and layout tables, which are not used here.
* coverage.json: which characters each fallback font has, in the order in which they are asked.
"""

from __future__ import annotations

import json
import sys
from itertools import groupby
from pathlib import Path

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FAMILY = "Rakor Bonum"
BONUM = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bolditalic": "BoldItalic"}
# Order decides which font is asked first: the scripts of this country and its neighbours before the others.
NOTO = """
    Sans Math Symbols Symbols2 Arabic Hebrew Javanese Balinese Sundanese Buginese Batak Rejang Kaithi
    Devanagari Thai Bengali Tamil Telugu Kannada Malayalam Gujarati Gurmukhi Oriya Sinhala Myanmar Khmer Lao
    Tibetan Georgian Armenian Ethiopic Cham TaiTham Limbu Lepcha Hanunoo Tagalog Tagbanwa Buhid Cherokee
    CanadianAboriginal NKo Thaana Syriac Mongolian Runic Gothic OldItalic Phoenician Deseret Shavian Ogham
    Tifinagh Coptic Glagolitic OlChiki Saurashtra MeeteiMayek Lisu Vai Yi Music
"""
NOTO_FILES = {"Sans": "NotoSans", "Music": "NotoMusic", "Tibetan": "NotoSerifTibetan"}
MAX_ERROR = 0.6  # font units between the cubic and the quadratic outline; invisible in print


def build_bonum(source: Path, style: str) -> None:
    """Write one style of Rakor Bonum as TrueType."""
    old = TTFont(source)
    glyphs = {}
    glyph_set = old.getGlyphSet()
    for name in old.getGlyphOrder():
        pen = TTGlyphPen(glyph_set)
        glyph_set[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    builder = FontBuilder(old["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(old.getGlyphOrder())
    builder.setupCharacterMap(old.getBestCmap())
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict(old["hmtx"].metrics))
    builder.setupHorizontalHeader(ascent=old["hhea"].ascent, descent=old["hhea"].descent)
    builder.setupNameTable(
        {
            "familyName": FAMILY,
            "styleName": style,
            "psName": f"RakorBonum-{style}",
            "fullName": f"{FAMILY} {style}",
            "copyright": "Copyright 2007-2009 B. Jackowski and J. M. Nowacki (TeX Gyre Bonum); "
            "converted to TrueType and renamed for Rakor. GUST Font License.",
        }
    )
    table = old["OS/2"]
    builder.setupOS2(
        sTypoAscender=table.sTypoAscender,
        sTypoDescender=table.sTypoDescender,
        usWinAscent=table.usWinAscent,
        usWinDescent=table.usWinDescent,
        sCapHeight=681,
        usWeightClass=table.usWeightClass,
        fsSelection=table.fsSelection,
    )
    builder.setupPost(italicAngle=old["post"].italicAngle)
    builder.font["head"].macStyle = old["head"].macStyle
    for when in ("created", "modified"):
        setattr(builder.font["head"], when, getattr(old["head"], when))
    builder.font.recalcTimestamp = False
    builder.save(HERE / f"RakorBonum-{style}.ttf")


def build_fallback(source: Path, target: Path) -> None:
    """Write one Noto font without what is not needed for print."""
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "MATH", "STAT"]
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    subset.save_font(font, target, options)


def covered(file: Path) -> list[list[int]]:
    """The characters a font has, as ranges of first and last."""
    codes = sorted(code for code in TTFont(file).getBestCmap() if code > 0x20)
    runs = (list(run) for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]))
    return [[run[0][1], run[-1][1]] for run in runs]


def main(folder: Path) -> None:
    """Build everything from the unpacked packages in `folder`."""
    for lower, style in BONUM.items():
        build_bonum(next(folder.rglob(f"texgyrebonum-{lower}.otf")), style)
    (HERE / "fallback").mkdir(exist_ok=True)
    coverage = {}
    for script in NOTO.split():
        name = f"{NOTO_FILES.get(script, 'NotoSans' + script)}-Regular.ttf"
        target = HERE / "fallback" / name
        build_fallback(next(folder.rglob(name)), target)
        coverage[f"fallback/{target.stem}"] = covered(target)
    coverage["Arimo-Regular"] = covered(HERE / "Arimo-Regular.ttf")  # for table lines, which Noto Sans lacks
    (HERE / "coverage.json").write_text(json.dumps(coverage, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
