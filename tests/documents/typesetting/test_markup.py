from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import minutes
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import OfficeProfile
from desktop.documents.minutes_content import MinutesContent
from desktop.documents.typesetting.fonts import Family
from desktop.documents.typesetting.markup import capitals, clean, missing_characters, pieces, printable
from desktop.documents.typesetting.text import wrap
from tests.documents.places import faults
from tests.documents.reading import paper_text, squeezed

SAMPLES = {
    "Latin": "Łódź Đặng Ǆ",
    "Greek and Cyrillic": "Ελλάδα Москва",
    "Javanese": "ꦗꦮ",
    "Balinese": "ᬩᬮᬶ",
    "Sundanese": "ᮞᮥᮔ᮪ᮓ",
    "Thai": "ไทย",
    "Devanagari": "नमस्ते",
    "Mathematics beyond U+FFFF": "𝐀𝑩 ∑ ≤",
    "Symbols": "✓ ☐ → ★",
    "Gothic": "𐌰𐌱",
}


def test_no_markup_is_ever_read() -> None:
    for typed in (
        "<b>tebal</b>",
        "a & b",
        "&amp;",
        "<img src='/etc/passwd'/>",
        "<para>",
        "<!-- x -->",
        "<![CDATA[x]]>",
    ):
        assert printable(typed) == typed


def test_invisible_characters_go_and_line_breaks_are_one_kind() -> None:
    assert clean("a\x00b\x07\u202e\u2066c\ud800\ufeff") == "abc"
    assert clean("satu\r\ndua\rtiga\u2028empat\x0blima\x85enam") == "satu\ndua\ntiga\nempat\nlima\nenam"
    assert clean("tab\tulasi") == "tab ulasi"
    assert clean("a\U0001d177b\u17b4c") == "abc"


def test_accents_typed_apart_are_joined() -> None:
    assert clean("e\u0301") == "é"


def test_a_mark_on_nothing_stands_on_a_space_of_its_own() -> None:
    assert printable("\u1b34o \u0301a") == "\xa0\u1b34o \xa0\u0301a"
    assert printable("Rapat é") == "Rapat é"


def test_what_no_font_has_prints_as_its_code_and_is_listed_once() -> None:
    assert printable("Siap 😀漢😀") == "Siap [U+1F600][U+6F22][U+1F600]"
    assert missing_characters(["Siap 😀漢😀", "漢 lagi"]) == {"😀": 2, "漢": 2}
    assert missing_characters("Anna Mu'awanah – “kutipan”, Łódź, é, ✓") == {}


def test_a_character_of_private_use_prints_as_its_code_though_a_font_has_something_there() -> None:
    assert printable("Ñ\uf00e") == "Ñ[U+F00E]"
    assert missing_characters("Ñ\uf00e") == {"\uf00e": 1}


def test_capitals_leave_alone_what_no_font_has() -> None:
    assert capitals("rapat ß é \U00016e65") == "RAPAT SS É \U00016e65"


def test_the_fallback_fonts_have_all_that_the_office_fonts_have() -> None:
    for choice in ("Arial", "Bookman", "Times"):
        family = Family(choice)  # type: ignore[arg-type]
        kept = [
            character
            for character in map(chr, family.regular.face.charWidths)
            if clean(character) == character and character.isprintable()
        ]
        assert [f"U+{ord(character):04X}" for character in missing_characters(kept)] == []


def test_other_scripts_print_and_read_back() -> None:
    for script, sample in SAMPLES.items():
        text = paper_text(minutes.render(MinutesContent(title=f"Rapat {sample} akhir"), OfficeProfile()))
        assert squeezed(sample) in text, script


def test_letters_in_two_storeys_do_not_touch_the_line_below() -> None:
    deep = "\ua98a\ua9d2\u1b0d (\u00c9) " * 40
    row = FollowUpRow(deep, due_words=deep, note=deep)
    pdf = minutes.render(MinutesContent("Rapat", opening=deep, follow_ups=(row,)), OfficeProfile())
    assert faults(pdf) == []


def test_arabic_and_hebrew_read_back_in_the_order_they_were_typed() -> None:
    for sample in ("محمد", "שלום"):
        text = paper_text(minutes.render(MinutesContent(title=f"Bapak {sample} hadir"), OfficeProfile()))
        assert sample in text


def test_one_letter_of_another_script_does_not_change_the_font_of_the_rest() -> None:
    family = Family("Arial")
    assert [face.fontName for face, _ in pieces("Rapat ꦗ selesai", family.regular)] == [
        "Arimo-Regular", "NotoSansJavanese-Regular", "Arimo-Regular",
    ]  # fmt: skip


@given(st.text(alphabet=st.characters(), max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_is_set_within_its_width_and_loses_no_visible_character(typed: str) -> None:
    face = Family("Arial").regular
    lines = wrap(typed, face, 11, 120)
    assert all(line.width <= 120.01 for line in lines)
    for line in lines:
        for font, text in line.runs:
            assert font.covers(text)
    printed = "".join(text for line in lines for _, text in line.runs)
    if not any(unicodedata.bidirectional(character) in {"R", "AL"} for character in typed):
        assert squeezed(printed) == squeezed(printable(typed))


@given(st.text(alphabet="ab /-wW\u00a0\n", max_size=200))
@settings(max_examples=150, deadline=None)
def test_words_keep_their_order_when_lines_are_broken(typed: str) -> None:
    face = Family("Times").regular
    lines = wrap(typed, face, 12, 60)
    assert squeezed("".join(text for line in lines for _, text in line.runs)) == squeezed(typed)
    assert all(line.width <= 60.01 for line in lines)


@given(st.lists(st.text(alphabet=st.characters(), max_size=30), min_size=1, max_size=6))
@settings(max_examples=15, deadline=None)
def test_any_text_can_be_printed(texts: list[str]) -> None:
    content = MinutesContent(title=texts[0], decisions=tuple(texts), opening=texts[-1], place=texts[0])
    assert minutes.render(content, OfficeProfile()).startswith(b"%PDF")
