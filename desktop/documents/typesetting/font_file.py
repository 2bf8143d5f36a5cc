"""A TrueType file whose characters, widths and places of glyphs are looked up in its tables when they are needed.

ReportLab reads all of them when it opens a file, thousands of values one by one; a paper uses a hundred. What
comes out is the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from struct import unpack_from
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFace

_SEGMENTS, _RANGES = 4, 12  # the formats of character tables that our fonts have
_SPACES = {0x20: 0xA0, 0xA0: 0x20}


class FontFile(TTFontFace):
    """ReportLab's face of a font, opened faster."""

    _ttf_data: bytes

    def extractInfo(self, characters: int = 1) -> None:
        """Read the description, and if wanted find the tables; called by ReportLab when it opens the file."""
        super().extractInfo(0)
        if not characters:
            return
        found = self._characters()
        if found is None or self.get_ushort(self._start("head") + 52) != 0:
            super().extractInfo(1)  # a table of another kind: ReportLab knows them all
            return
        data, count = self._ttf_data, self.numGlyphs
        self.charToGlyph = found
        self.hmetrics = Metrics(data, self._start("hmtx"), count, self.get_ushort(self._start("hhea") + 34))
        short = self.get_ushort(self._start("head") + 50) == 0
        self.glyphPos = Places(data, self._start("loca"), count + 1, short=short)
        self.charWidths = Widths(found, self.hmetrics, self.unitsPerEm)
        self.defaultWidth = self.charWidths.of_glyph(0)

    def depth(self, code: int) -> float:
        """How far a character reaches below the line, in parts of the font size."""
        glyph = self.charToGlyph[code]
        start, end = self.glyphPos[glyph], self.glyphPos[glyph + 1]
        if start == end:  # nothing to be seen, as of a space
            return 0.0
        lowest: int = unpack_from(">h", self._ttf_data, self._start("glyf") + start + 4)[0]
        return -lowest / float(self.unitsPerEm)

    def _characters(self) -> Glyphs | None:
        """Which glyph shows which character; None when the table has another format."""
        start = self._start("cmap")
        chosen = None
        for number in range(self.get_ushort(start + 2)):
            entry = start + 4 + 8 * number
            if self.get_ushort(entry) in (0, 3) and self.get_ushort(entry + 2) != 5:
                chosen = start + self.get_ulong(entry + 4)
        if chosen is None:
            return None
        read = {_SEGMENTS: _segments, _RANGES: _ranges}.get(self.get_ushort(chosen))
        return read(self._ttf_data, chosen) if read else None

    def _start(self, table: str) -> int:
        start: int = self.get_table_pos(table)[0]
        return start


class Glyphs(Mapping[int, int]):
    """The glyph of each character, from runs of characters in order; `glyph` takes the run and the character.

    A font that has one of the two spaces shows it for the other too.
    """

    def __init__(self, firsts: Sequence[int], ends: Sequence[int], glyph: Callable[[int, int], int]) -> None:
        self._firsts, self._ends, self._glyph = firsts, ends, glyph
        self._space = next((code for code in _SPACES if self._run(code) is not None), None)

    def _run(self, code: int) -> int | None:
        run = bisect_left(self._ends, code)
        return run if run < len(self._ends) and self._firsts[run] <= code else None

    def __getitem__(self, code: int) -> int:
        if code in _SPACES and self._space is not None:
            code = self._space
        run = self._run(code)
        if run is None:
            raise KeyError(code)
        return self._glyph(run, code)

    def __iter__(self) -> Iterator[int]:
        for first, end in zip(self._firsts, self._ends, strict=True):
            yield from range(first, end + 1)
        if self._space is not None and self._run(_SPACES[self._space]) is None:
            yield _SPACES[self._space]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return bool(self._ends)


def _segments(data: bytes, start: int) -> Glyphs:
    """Format 4: runs of characters up to U+FFFF, shifted by a number or listed one by one."""
    length, _, twice = unpack_from(">3H", data, start + 2)
    count = twice // 2
    ends = unpack_from(f">{count}H", data, start + 14)
    firsts, shifts, offsets = (unpack_from(f">{count}H", data, start + 16 + part * twice) for part in (1, 2, 3))
    listed = start + 16 + 3 * twice

    def glyph(run: int, code: int) -> int:
        if offsets[run] == 0:
            return int(code + shifts[run]) & 0xFFFF
        at = listed + 2 * run + offsets[run] + 2 * (code - firsts[run])
        if at >= start + length:
            return 0
        found: int = unpack_from(">H", data, at)[0]
        return (found + shifts[run]) & 0xFFFF if found else 0

    return Glyphs(firsts, ends, glyph)


def _ranges(data: bytes, start: int) -> Glyphs:
    """Format 12: runs of characters, also beyond U+FFFF, with the glyph of the first."""
    count = unpack_from(">L", data, start + 12)[0]
    values = unpack_from(f">{3 * count}L", data, start + 16)
    firsts, glyphs = values[::3], values[2::3]
    return Glyphs(firsts, values[1::3], lambda run, code: int(glyphs[run] + code - firsts[run]))


class Metrics(Sequence[tuple[int, int]]):
    """The width and left bearing of each glyph, in units of the font."""

    def __init__(self, data: bytes, start: int, glyphs: int, whole: int) -> None:
        self._data, self._start, self._glyphs, self._whole = data, start, glyphs, whole

    def __getitem__(self, glyph: Any) -> Any:
        if not 0 <= glyph < self._glyphs:
            raise IndexError(glyph)
        if glyph < self._whole:
            return unpack_from(">2H", self._data, self._start + 4 * glyph)
        # Glyphs behind the last width share it; only their bearings follow.
        width = unpack_from(">H", self._data, self._start + 4 * self._whole - 4)[0]
        return width, unpack_from(">H", self._data, self._start + 2 * self._whole + 2 * glyph)[0]

    def __len__(self) -> int:
        return self._glyphs


class Places(Sequence[int]):
    """Where the outline of each glyph begins; the last place is the end of all."""

    def __init__(self, data: bytes, start: int, count: int, *, short: bool) -> None:
        self._data, self._start, self._count, self._short = data, start, count, short

    def __getitem__(self, glyph: Any) -> Any:
        if not 0 <= glyph < self._count:
            raise IndexError(glyph)
        if self._short:
            return 2 * unpack_from(">H", self._data, self._start + 2 * glyph)[0]
        return unpack_from(">L", self._data, self._start + 4 * glyph)[0]

    def __len__(self) -> int:
        return self._count


class Widths(Mapping[int, float]):
    """The width of each character that has a glyph, in thousandths of the font size."""

    def __init__(self, glyphs: Glyphs, metrics: Metrics, units: int) -> None:
        self._glyphs, self._metrics = glyphs, metrics
        self._scale = 1 if units == 1000 else 1000 / units

    def __getitem__(self, code: int) -> float:
        glyph = self._glyphs[code]
        if glyph >= len(self._metrics):
            raise KeyError(code)
        return self.of_glyph(glyph)

    def of_glyph(self, glyph: int) -> float:
        """How wide a glyph is."""
        return float(self._metrics[glyph][0] * self._scale)

    def __iter__(self) -> Iterator[int]:
        return (code for code in self._glyphs if code in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
