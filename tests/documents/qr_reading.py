"""Reading the QR code of a rendered page as a scanner does, by ISO/IEC 18004, without the program that drew it.

Everything a scanner relies on is checked: finder and timing patterns, both copies of the format with their BCH code,
and that the Reed-Solomon code finds no error; a code with a single wrong module is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

import pypdfium2

Modules = list[list[bool]]
"""Rows from the top, True where dark."""

_SCALE = 4.0  # pixels for a point
_FINDER = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")
_ALIGNMENT = ("11111", "10001", "10101", "10001", "11111")
_SMALLEST = 21  # modules of a side; it has no alignment pattern
_LEVEL_M = 0b00
_FORMAT_MASK, _FORMAT_GENERATOR = 0b101010000010010, 0b10100110111
_CODEWORDS = {21: (26, 16), 25: (44, 28), 29: (70, 44)}  # by side, level M: all of them, and those of the data
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_END, _ALPHANUMERIC, _BYTES = 0b0000, 0b0010, 0b0100
_FIELD = 0x11D  # x^8 + x^4 + x^3 + x^2 + 1
_MASKS = (
    lambda row, column: (row + column) % 2,
    lambda row, _: row % 2,
    lambda _, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
)  # a module is turned where it gives 0


def code_on_page(pdf: bytes, left: float, bottom: float, side: float, number: int = 0) -> str:
    """The text of the code in a square of a page, in points from its lower left corner; AssertionError if it is none."""
    return text_of(modules_on_page(pdf, left, bottom, side, number))


def modules_on_page(pdf: bytes, left: float, bottom: float, side: float, number: int = 0) -> Modules:
    """The modules of a code as they are rendered, told from the middle of each."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[number].render(scale=_SCALE, grayscale=True).to_pil()
    finally:
        document.close()
    width, x0, y0 = side * _SCALE, left * _SCALE, picture.height - (bottom + side) * _SCALE

    def dark(across: float, down: float) -> bool:
        return bool(picture.getpixel((int(x0 + across * width), int(y0 + down * width))) < 128)

    # The upper edge of the finder is seven modules long; its very corner may lie between two pixels.
    run = next(step for step in range(20, 1000) if not dark(step / 1000, 0.02)) / 1000
    count = round(7 / run)
    assert count in _CODEWORDS, f"{count} modules"
    return [[dark((x + 0.5) / count, (y + 0.5) / count) for x in range(count)] for y in range(count)]


def text_of(modules: Modules) -> str:
    """The text that modules say."""
    side = len(modules)
    _check_patterns(modules)
    level, mask = _format(modules)
    assert level == _LEVEL_M
    places = _data_places(side)
    bits = [modules[y][x] ^ (_MASKS[mask](y, x) == 0) for y, x in places]
    words = [_number(bits[start : start + 8]) for start in range(0, len(bits) - 7, 8)]
    total, kept = _CODEWORDS[side]
    assert len(words) == total
    assert not any(bits[8 * total :]), "bits left over"
    assert not any(_syndromes(words, total - kept)), "Reed-Solomon"
    stream = iter([bool(word >> shift & 1) for word in words[:kept] for shift in range(7, -1, -1)])
    text = ""
    while (mode := _take(stream, 4)) != _END:
        text += _segment(stream, mode)
    return text


def _segment(stream: Iterator[bool], mode: int) -> str:
    if mode == _BYTES:
        length = _take(stream, 8)
        return bytes(_take(stream, 8) for _ in range(length)).decode("latin-1")
    assert mode == _ALPHANUMERIC, f"mode {mode:04b}"
    length = _take(stream, 9)
    pairs = [divmod(_take(stream, 11), len(_LETTERS)) for _ in range(length // 2)]
    last = _LETTERS[_take(stream, 6)] if length % 2 else ""
    return "".join(_LETTERS[first] + _LETTERS[second] for first, second in pairs) + last


def _check_patterns(modules: Modules) -> None:
    side = len(modules)
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        found = tuple("".join("01"[modules[top + y][left + x]] for x in range(7)) for y in range(7))
        assert found == _FINDER, f"finder at {top}, {left}"
    corner, far = range(8), range(side - 8, side)
    light = [(7, x) for x in (*corner, *far)] + [(y, 7) for y in (*corner, *far)]
    light += [(side - 8, x) for x in corner] + [(y, side - 8) for y in corner]
    assert not any(modules[y][x] for y, x in light), "separator"
    if side > _SMALLEST:
        found = tuple("".join("01"[modules[side - 9 + y][side - 9 + x]] for x in range(5)) for y in range(5))
        assert found == _ALIGNMENT, "alignment"
    for place in range(8, side - 8):
        assert modules[6][place] == modules[place][6] == (place % 2 == 0), "timing"
    assert modules[side - 8][8], "dark module"


def _format(modules: Modules) -> tuple[int, int]:
    """Error correction level and mask; both copies say the same."""
    side = len(modules)
    first = [(8, x) for x in (0, 1, 2, 3, 4, 5, 7, 8)] + [(y, 8) for y in (7, 5, 4, 3, 2, 1, 0)]
    second = [(side - 1 - y, 8) for y in range(7)] + [(8, side - 8 + x) for x in range(8)]
    found = {_number([modules[y][x] for y, x in copy]) ^ _FORMAT_MASK for copy in (first, second)}
    assert len(found) == 1, "copies of the format differ"
    whole = found.pop()
    rest = whole
    for shift in range(4, -1, -1):
        if rest >> (shift + 10) & 1:
            rest ^= _FORMAT_GENERATOR << shift
    assert rest == 0, "BCH of the format"
    return whole >> 13, whole >> 10 & 0b111


def _data_places(side: int) -> list[tuple[int, int]]:
    """Where the bits stand, in their order: columns in pairs from the right, up and down in turn."""
    places = []
    for turn, right in enumerate(x for x in range(side - 1, 0, -2)):
        right -= right <= 6  # the timing pattern has a column of its own
        rows = range(side) if turn % 2 else range(side - 1, -1, -1)
        places += [(y, x) for y in rows for x in (right, right - 1) if not _is_function(y, x, side)]
    return places


def _is_function(y: int, x: int, side: int) -> bool:
    corner = (y < 9 and x < 9) or (y < 9 and x >= side - 8) or (y >= side - 8 and x < 9)
    alignment = side > _SMALLEST and abs(y - (side - 7)) <= 2 and abs(x - (side - 7)) <= 2
    return corner or alignment or 6 in (y, x)


def _number(bits: Sequence[bool]) -> int:
    return reduce(lambda number, bit: number << 1 | bit, bits, 0)


def _take(stream: Iterator[bool], count: int) -> int:
    return _number([next(stream) for _ in range(count)])


def _syndromes(words: Sequence[int], count: int) -> list[int]:
    """The code's polynomial at the first powers of 2 in GF(256), all zero in a code without error."""
    found, power = [], 1
    for _ in range(count):
        value = 0
        for word in words:
            value = _times(value, power) ^ word
        found.append(value)
        power = _times(power, 2)
    return found


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (_FIELD if a & 0x80 else 0)
        b >>= 1
    return product
