"""A TrueType file read in bulk: its characters, widths and outlines, and the part of it that a paper embeds.

Tables and formats are those of the OpenType specification. Subsets are byte for byte what ReportLab makes of the
same characters; the tests compare them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import pack, unpack, unpack_from

_TRUETYPE = (0x00010000, 0x74727565)
_COPIED = ("name", "OS/2", "cvt ", "fpgm", "prep")
_FIXED, _SYMBOLIC, _ITALIC, _BOLD = 1 << 0, 1 << 2, 1 << 6, 1 << 18
_WHOLE = 0xB1B0AFBA  # what all words of a font file add up to

# Flags of the parts of a composed glyph.
_WIDE_ARGUMENTS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 1 << 0, 1 << 3, 1 << 5, 1 << 6, 1 << 7


class FontError(ValueError):
    """A font file that cannot be read or has a form none of ours has."""


class FontFile:
    """One font. Measures are in thousandths of the font size; `glyphs` tells which glyph shows a character."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        version, count = unpack_from(">LH", data)
        if version not in _TRUETYPE:
            raise FontError("not a TrueType font")
        self._tables: dict[str, tuple[int, int]] = {}
        for number in range(count):
            tag, _, start, length = unpack_from(">4s3L", data, 12 + 16 * number)
            self._tables[tag.decode("latin-1")] = start, length
        self._read_measures()
        self.glyphs = self._characters()
        for space, other in ((0x20, 0xA0), (0xA0, 0x20)):
            if space in self.glyphs:
                self.glyphs[other] = self.glyphs[space]
                break

    def _read_measures(self) -> None:
        head, os2 = self._start("head"), self._start("OS/2")
        self._units = self._short(head + 18)
        scale = 1000 / self._units
        self.box = [edge * scale for edge in unpack_from(">4h", self._data, head + 36)]
        self._long_places = self._short(head + 50) == 1
        version, weight = self._short(os2), self._short(os2 + 4)
        self.ascent, self.descent = (value * scale for value in unpack_from(">2h", self._data, os2 + 68))
        self.cap_height = unpack_from(">h", self._data, os2 + 88)[0] * scale if version > 1 else self.ascent
        self.stem = 50 + int((weight / 65.0) ** 2)  # no table tells it; the estimate that PDFlib makes
        whole, part, _, fixed = unpack_from(">hH4sL", self._data, self._start("post") + 4)
        self.italic_angle = whole + part / 65536
        # Subsets have an encoding of their own, which is what PDF calls symbolic.
        self.flags = (
            _SYMBOLIC
            | (_ITALIC if self.italic_angle else 0)
            | (_BOLD if weight >= 600 else 0)
            | (_FIXED if fixed else 0)
        )
        self._count = self._short(self._start("maxp") + 4)
        full = self._short(self._start("hhea") + 34)
        values = self._shorts(self._start("hmtx"), full + self._count)
        # Glyphs behind the last full pair share its width; of them only the side bearings follow.
        self._advances = values[: 2 * full : 2] + (values[2 * full - 2],) * (self._count - full)
        self._bearings = values[1 : 2 * full : 2] + values[2 * full :]
        self.default_width = self._advances[0] * scale

    def widths(self) -> dict[str, float]:
        """How wide each character is."""
        scale, advances = 1000 / self._units, self._advances
        return {chr(code): advances[glyph] * scale for code, glyph in self.glyphs.items() if glyph < self._count}

    def _characters(self) -> dict[int, int]:
        start = self._start("cmap")
        chosen = None
        for number in range(self._short(start + 2)):
            platform, encoding, offset = unpack_from(">HHL", self._data, start + 4 + 8 * number)
            if platform in (0, 3) and encoding != 5:
                chosen = start + offset
        if chosen is None:
            raise FontError("no table of Unicode characters")
        read = {4: self._segments, 12: self._ranges}.get(self._short(chosen))
        if read is None:
            raise FontError("a table of characters of another format")
        return read(chosen)

    def _segments(self, start: int) -> dict[int, int]:
        """Format 4: runs of characters up to U+FFFF, shifted by a number or listed one by one."""
        limit, count = start + self._short(start + 2), self._short(start + 6) // 2
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
        (count,) = unpack_from(">L", self._data, start + 12)
        values = unpack_from(f">{3 * count}L", self._data, start + 16)
        found: dict[int, int] = {}
        for first, end, glyph in zip(values[::3], values[1::3], values[2::3], strict=True):
            found.update(zip(range(first, end + 1), range(glyph, glyph + end - first + 1), strict=True))
        return found

    def subset(self, characters: Sequence[int]) -> bytes:
        """A font file with the glyphs of these characters alone; their places in the list are their codes."""
        wanted = [self.glyphs.get(code, 0) for code in characters]
        kept = {glyph: place for place, glyph in enumerate(dict.fromkeys((0, *wanted)))}  # 0: of any other
        outlines = self._outlines(kept)
        tables = {tag: self._table(tag) for tag in _COPIED if tag in self._tables}
        tables["post"] = b"\0\3\0\0" + self._table("post")[4:16] + bytes(16)
        tables["hmtx"], full = self._metrics(list(kept))
        tables["hhea"] = _with_short(self._table("hhea"), 34, full)
        tables["maxp"] = _with_short(self._table("maxp"), 4, len(kept))
        count = len(characters)  # one table of characters, format 6: as many codes as there are, from 0
        codes = (0, 1, 1, 0, 0, 12, 6, 10 + 2 * count, 0, 0, count, *(kept[glyph] for glyph in wanted))
        tables["cmap"] = pack(f">{len(codes)}H", *codes)
        tables["glyf"] = b"".join(outlines)
        places = [0]
        for outline in outlines:
            places.append(places[-1] + len(outline))
        long = places[-1] > 2 * 0xFFFF
        tables["loca"] = (
            pack(f">{len(places)}L", *places)
            if long
            else pack(f">{len(places)}H", *(place // 2 for place in places))
        )
        tables["head"] = _with_short(self._table("head"), 50, int(long))
        return _assembled(tables)

    def _outlines(self, kept: dict[int, int]) -> list[bytes]:
        """The glyphs kept, filled up to whole words; parts of composed ones are added to `kept` and follow."""
        outlines, glyphs = [], list(kept)
        for glyph in glyphs:
            outline = self._outline(glyph)
            if len(outline) > 2 and outline[0] & 0x80:  # a negative number of contours: made of others
                renumbered = bytearray(outline)
                for at, part in _parts(outline):
                    if part not in kept:
                        kept[part] = len(kept)
                        glyphs.append(part)
                    renumbered[at : at + 2] = pack(">H", kept[part])
                outline = bytes(renumbered)
            outlines.append(outline + bytes(-len(outline) % 4))
        return outlines

    def _outline(self, glyph: int) -> bytes:
        loca, glyf = self._start("loca"), self._start("glyf")
        if self._long_places:
            start, end = unpack_from(">2L", self._data, loca + 4 * glyph)
        else:
            start, end = (2 * half for half in unpack_from(">2H", self._data, loca + 2 * glyph))
        return self._data[glyf + start : glyf + end]

    def _metrics(self, glyphs: list[int]) -> tuple[bytes, int]:
        """The widths and side bearings of glyphs; a run of equal widths at the end is written once."""
        advances = [self._advances[glyph] for glyph in glyphs]
        full = len(glyphs)
        while full > 1 and advances[full - 1] == advances[full - 2]:
            full -= 1
        bearings = [self._bearings[glyph] for glyph in glyphs]
        pairs = [value for pair in zip(advances[:full], bearings[:full], strict=True) for value in pair]
        return pack(f">{full + len(glyphs)}H", *pairs, *bearings[full:]), full

    def _start(self, tag: str) -> int:
        try:
            return self._tables[tag][0]
        except KeyError:
            raise FontError(f"no table {tag}") from None

    def _table(self, tag: str) -> bytes:
        start, length = self._start(tag), self._tables[tag][1]
        return self._data[start : start + length]

    def _short(self, at: int) -> int:
        value: int = unpack_from(">H", self._data, at)[0]
        return value

    def _shorts(self, at: int, count: int) -> tuple[int, ...]:
        return unpack_from(f">{count}H", self._data, at)


def _parts(outline: bytes) -> Iterator[tuple[int, int]]:
    """The glyphs a composed glyph is made of: where each is named, and its number."""
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, glyph = unpack_from(">2H", outline, at)
        yield at + 2, glyph
        at += 8 if flags & _WIDE_ARGUMENTS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _with_short(table: bytes, at: int, value: int) -> bytes:
    return table[:at] + pack(">H", value) + table[at + 2 :]


def _assembled(tables: dict[str, bytes]) -> bytes:
    """A font file of these tables: directory, tables in order, sums that prove them whole."""
    count = len(tables)
    power = count.bit_length() - 1
    tables["head"] = tables["head"][:8] + bytes(4) + tables["head"][12:]
    directory = [pack(">LHHHH", _TRUETYPE[0], count, 16 << power, power, 16 * count - (16 << power))]
    body, place = [], 12 + 16 * count
    head = 0
    for tag, table in sorted(tables.items()):
        if tag == "head":
            head = place
        padded = table + bytes(-len(table) % 4)
        directory.append(pack(">4s3L", tag.encode("latin-1"), _sum(padded), place, len(table)))
        body.append(padded)
        place += len(padded)
    made = b"".join(directory + body)
    return made[: head + 8] + pack(">L", (_WHOLE - _sum(made)) & 0xFFFFFFFF) + made[head + 12 :]


def _sum(words: bytes) -> int:
    numbers: tuple[int, ...] = unpack(f">{len(words) // 4}L", words)
    return sum(numbers) & 0xFFFFFFFF
