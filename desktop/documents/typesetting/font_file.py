"""A TrueType file read in bulk: its characters, widths and places of glyphs, each as one table.

ReportLab reads them value by value, six milliseconds a font; the first paper waits for three of them. What comes
out is the same.
"""

from __future__ import annotations

from struct import unpack
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFace

_SEGMENTS, _RANGES = 4, 12  # the formats of character tables that our fonts have


class FontFile(TTFontFace):
    """ReportLab's face of a font, filled faster."""

    def extractInfo(self, characters: int = 1) -> None:
        """Read the description, and if wanted the characters; called by ReportLab when it opens the file."""
        super().extractInfo(0)
        if not characters:
            return
        found = self._characters()
        if found is None or self.get_ushort(self._start("head") + 52) != 0:
            super().extractInfo(1)  # a table of another kind: ReportLab knows them all
            return
        self.charToGlyph = found
        self._read_widths()
        self._read_places()

    def _characters(self) -> dict[int, int] | None:
        """Which glyph shows which character; None when the table has another format."""
        start = self._start("cmap")
        chosen = None
        for number in range(self.get_ushort(start + 2)):
            entry = start + 4 + 8 * number
            if self.get_ushort(entry) in (0, 3) and self.get_ushort(entry + 2) != 5:
                chosen = start + self.get_ulong(entry + 4)
        if chosen is None:
            return None
        kind = self.get_ushort(chosen)
        read = {_SEGMENTS: self._segments, _RANGES: self._ranges}.get(kind)
        return read(chosen) if read else None

    def _segments(self, start: int) -> dict[int, int]:
        """Format 4: runs of characters up to U+FFFF, shifted by a number or listed one by one."""
        limit, count = start + self.get_ushort(start + 2), self.get_ushort(start + 6) // 2
        ends = self._shorts(start + 14, count)
        firsts = self._shorts(start + 16 + 2 * count, count)
        shifts = self._shorts(start + 16 + 4 * count, count)
        listed = start + 16 + 6 * count
        found: dict[int, int] = {}
        for place, (first, end, shift, offset) in enumerate(
            zip(firsts, ends, shifts, self._shorts(listed, count), strict=True)
        ):
            codes = range(first, end + 1)
            if offset == 0:
                found.update((code, (code + shift) & 0xFFFF) for code in codes)
                continue
            at = listed + 2 * place + offset
            glyphs = self._shorts(at, min(len(codes), max((limit - at) // 2, 0)))
            found.update(dict.fromkeys(codes, 0))
            found.update(
                (code, (glyph + shift) & 0xFFFF) for code, glyph in zip(codes, glyphs, strict=False) if glyph
            )
        return found

    def _ranges(self, start: int) -> dict[int, int]:
        """Format 12: runs of characters, also beyond U+FFFF, with the glyph of the first."""
        count = self.get_ulong(start + 12)
        values = unpack(f">{3 * count}L", self.get_chunk(start + 16, 12 * count))
        found: dict[int, int] = {}
        for first, end, glyph in zip(values[::3], values[1::3], values[2::3], strict=True):
            found.update(zip(range(first, end + 1), range(glyph, glyph + end - first + 1), strict=True))
        return found

    def _read_widths(self) -> None:
        count, start = self.get_ushort(self._start("hhea") + 34), self._start("hmtx")
        values = self._shorts(start, 2 * count)
        metrics = list(zip(values[::2], values[1::2], strict=True))
        # Glyphs behind the last width share it; only their side bearings follow.
        rest = self._shorts(start + 4 * count, self.numGlyphs - count)
        self.hmetrics = metrics + [(metrics[-1][0], bearing) for bearing in rest]
        scale = 1 if self.unitsPerEm == 1000 else 1000 / self.unitsPerEm
        widths = [width * scale for width, _ in self.hmetrics]
        self.defaultWidth = widths[0]
        self.charWidths = {
            code: widths[glyph] for code, glyph in self.charToGlyph.items() if glyph < self.numGlyphs
        }
        for space, other in ((0x20, 0xA0), (0xA0, 0x20)):
            if space in self.charToGlyph:
                self.charToGlyph[other] = self.charToGlyph[space]
                self.charWidths[other] = self.charWidths[space]
                break

    def _read_places(self) -> None:
        start, count = self._start("loca"), self.numGlyphs + 1
        if self.get_ushort(self._start("head") + 50) == 0:
            self.glyphPos = [half << 1 for half in self._shorts(start, count)]
        else:
            self.glyphPos = list(unpack(f">{count}L", self.get_chunk(start, 4 * count)))

    def _start(self, table: str) -> int:
        start: int = self.get_table_pos(table)[0]
        return start

    def _shorts(self, start: int, count: int) -> tuple[Any, ...]:
        return unpack(f">{count}H", self.get_chunk(start, 2 * count))
