"""What is typed into a search box, and the piece of a text that answers it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from desktop.base.folding import fold
from desktop.base.search_words import Wanted, wanted
from desktop.base.snippets import cut_before, snippet

WRITTEN = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
        st.sampled_from("aku pompa  👩‍👩‍👧🏽🇮🇩é́ாกำ한각\u200d\ufe0f"),
    ),
    max_size=80,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Kpu TUB", Wanted(beginnings=("kpu", "tub"))),
        ("Mu'awanah a.b@c.id 12.000", Wanted(beginnings=("muawanah", "a", "b", "c", "id", "12", "000"))),
        ('"rapat kerja" banjir', Wanted(("banjir",), ("rapat", "kerja"), ("rapat kerja",))),
        ("“Rapat” ker", Wanted(("ker",), ("rapat",))),
        ('"rapat ker', Wanted(("ker",), ("rapat",), open_phrases=("rapat ker",))),
        ("pompa -enam kpu-tuban", Wanted(("pompa", "kpu", "tuban"), without=("enam",))),
        ('pompa -"enam titik"', Wanted(("pompa",), without_phrases=("enam titik",))),
        ('- " "" -"" …', Wanted()),
        ("NEAR(a b) a AND b OR c*", Wanted(("near", "a", "b", "and", "or", "c"))),
    ],
)
def test_words_phrases_and_words_left_out_are_told_apart(typed: str, meant: Wanted) -> None:
    assert wanted(typed) == meant


def test_whole_words_together_at_the_beginning_rank_before_scattered_beginnings() -> None:
    texts = ["rapat kerja banjir", "banjir rapat kerja", "kerja sama dan rapat", "rapatkan kerjanya"]
    asked = wanted("rapat kerja")
    assert sorted(texts, key=lambda text: -asked.rank(text)) == texts


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("sia pom", "Siapkan pompa di enam titik", "[Siapkan] [pompa] di enam titik"),
        ("muaw", "Ibu Anna Mu’awanah, S.H.", "Ibu Anna [Mu’awanah], S.H."),
        ("lodz", "Kota Łódź\nhadir", "Kota [Łódź] hadir"),
        ('"b c"', "a b c b", "a [b] [c] [b]"),
        ("tidak", "tanpa hasil", "tanpa hasil"),
    ],
)
def test_words_are_marked_as_they_were_written(typed: str, text: str, shown: str) -> None:
    found = snippet(text, wanted(typed))
    marked = found.text
    for start, end in reversed(found.marks):
        marked = f"{marked[:start]}[{marked[start:end]}]{marked[end:]}"
    assert marked == shown


def test_a_long_text_is_shown_where_the_words_stand() -> None:
    text = "Pembukaan oleh pimpinan rapat. " * 20 + "Pompa air disiapkan. " + "Penutup. " * 40
    found = snippet(text, wanted("pompa air"), 100)
    assert (found.text[:2], found.text[-2:]) == ("… ", " …")
    assert len(found.text) <= 104
    assert [found.text[start:end] for start, end in found.marks] == ["Pompa", "air"]


@settings(max_examples=60, deadline=None)
@given(text=WRITTEN, room=st.integers(8, 40))
def test_a_piece_is_part_of_the_text_and_never_cuts_a_sign(text: str, room: int) -> None:
    typed = " ".join(fold(text).split()[-1:])
    found = snippet(text, wanted(typed), room)
    line = "".join(" " if char.isspace() else char for char in text).strip()
    piece = found.text.removeprefix("… ").removesuffix(" …")
    assert piece in line
    assert all(0 <= start < end <= len(found.text) for start, end in found.marks)
    start = line.rfind(piece) if found.text.startswith("… ") else 0
    assert {start, start + len(piece)} <= boundaries(line) | {0, len(line)}


@settings(max_examples=60, deadline=None)
@given(text=WRITTEN, at=st.integers(1, 60))
def test_a_text_is_cut_where_qt_sees_two_signs_meet(text: str, at: int) -> None:
    place = cut_before(text, at)
    assert place in boundaries(text) | {len(text)} or not boundaries(text) & set(range(1, at + 1))


def boundaries(text: str) -> set[int]:
    """Where signs meet, as Qt sees them, counted in characters."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    units, found = [], {0}
    for place, char in enumerate(text):
        units += [place] * (2 if ord(char) > 0xFFFF else 1)
    units.append(len(text))
    while (at := finder.toNextBoundary()) >= 0:
        found.add(units[at])
    return found
