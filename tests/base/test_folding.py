from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.base.folding import fold, sort_key


@pytest.mark.parametrize("typed", ["Mu'awanah", "Mu’awanah", "MUAWANAH", "Mu`awanah", "Muʼawanah", "muawanah"])
def test_apostrophes_do_not_keep_a_name_from_being_found(typed):
    assert fold(typed) == "muawanah"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("José Müller-Ångström", "jose muller angstrom"),
        ("Łódź, Ærø & Đurđa", "lodz aero durda"),
        ("Straße Þór", "strasse thor"),
        ("İstanbul Diyarbakır", "istanbul diyarbakir"),
        ("Drs. H. Ali, M.Si.", "drs h ali m si"),
        ("  Kodim\t0813/Bojonegoro ", "kodim 0813 bojonegoro"),
        ("ﬁle\u200b №\u00ad5", "file no5"),
        ("كِتَاب ٣", "كتاب 3"),
        ("\x00\ud800🙂", ""),
    ],
)
def test_marks_capitals_and_punctuation_do_not_matter(text, folded):
    assert fold(text) == folded


@given(st.text())
@example("ΐ Ϋ́ ǰ ẞ ŉ")
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert sort_key(sort_key(text)) == sort_key(text)


@given(st.text())
def test_both_ways_of_composing_accents_meet(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_folds_like_any_other(text):
    assert fold(text + " é") == f"{fold(text)} e".strip()


def test_numbers_in_names_count_as_numbers():
    names = ["Kodim 10", "Kodim 2", "kodim 007", "Kodim 1/Tuban", "Bagian Umum"]
    assert sorted(names, key=sort_key) == ["Bagian Umum", "Kodim 1/Tuban", "Kodim 2", "kodim 007", "Kodim 10"]
