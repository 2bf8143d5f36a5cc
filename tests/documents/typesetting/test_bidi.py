"""Right-to-left words stand on paper as they stood in the field in which they were typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from desktop.documents.typesetting.bidi import in_visual_order
from desktop.documents.typesetting.fonts import Family
from desktop.documents.typesetting.text import wrap


def seen(line: str) -> str:
    return "".join(character for _, character in in_visual_order(line))


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Bapak {one} hadir", "Bapak {eno} hadir"),
        ("Bapak {one} {two} hadir", "Bapak {owt} {eno} hadir"),
        ("Rapat {one} 12 orang", "Rapat 12 {eno} orang"),
        ("Rapat {one}, 12.500 orang", "Rapat 12.500 ,{eno} orang"),
        ("Pukul 09.00 {one}", "Pukul 09.00 {eno}"),
        ("{one} ({two}) hadir", "({owt}) {eno} hadir"),
        ("Bapak ({one}) hadir", "Bapak ({eno}) hadir"),
        ("{one} (Kabag) hadir", "{eno} (Kabag) hadir"),
        ("Nomor 5/2024", "Nomor 5/2024"),
    ],
)
def test_a_line_is_drawn_in_the_order_in_which_it_is_read(typed: str, drawn: str) -> None:
    one, two = "\u05e9\u05dc\u05d5\u05dd", "\u05d3\u05d5\u05d3"
    assert seen(typed.format(one=one, two=two)) == drawn.format(eno=one[::-1], owt=two[::-1])


def test_a_mark_stays_on_its_letter() -> None:
    assert seen("\u05e9\u05c1\u05dc") == "\u05dc\u05e9\u05c1"


def test_each_letter_keeps_a_font_that_has_it() -> None:
    [line] = wrap("Bapak (\u05d3\u05d5\u05d3 «\u0645\u062d\u0645\u062f») hadir", Family("Arial").regular, 11, 400)
    assert all(font.covers(text) for font, text in line.runs)
    assert {font.fontName for font, _ in line.runs} == {"Arimo-Regular", "NotoSansArabic-Regular"}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab דו مح 12٣.,-/+%:()[]{}<", max_size=14))
def test_the_order_is_the_one_on_screen(qapp: object, typed: str) -> None:
    assert [place for place, _ in in_visual_order(typed)] == order_on_screen(typed)


def order_on_screen(text: str) -> list[int]:
    """The places of the characters from left to right as Qt sets them on a line that runs from left to right."""
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout = QTextLayout(text)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    begins = {}
    for place in range(len(text)):
        for run in line.glyphRuns(place, 1):
            for point in run.positions():
                begins[place] = point.x()
    return sorted(begins, key=begins.__getitem__)
