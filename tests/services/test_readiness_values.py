"""Values of readiness items as people type them, and as they are read again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.errors import InvalidInput
from desktop.base.numbers import plain
from desktop.services.readiness_values import Goal, Reading, read_value, state_for, typed_value, value_words

INK = Goal("per_tps", 2, "botol/TPS", 4240)
BOXES_ANYWHERE = Goal("per_tps", 2, "buah/TPS", None)
SORTED = Goal("persen", 100, "% surat suara")
BOOTHS = Goal("teks", None, "buah/TPS")
STORE = Goal("ya", None, "ya/tidak")


@pytest.mark.parametrize(
    ("typed", "goal", "value", "measure", "share", "words"),
    [
        ("95 persen", INK, 95, "persen", 0.95, "95%"),
        ("1.200", INK, 1200, "jumlah", 1200 / 4240, "1.200 botol"),
        ("4.240 botol", INK, 4240, "jumlah", 1, "4.240 botol"),
        ("2.120 dari 4.240", INK, 2120, "jumlah", 0.5, "2.120 dari 4.240"),
        ("1.060 dari 2.120 TPS", INK, 50, "persen", 0.5, "1.060 dari 2.120 TPS"),
        ("1.200", BOXES_ANYWHERE, 1200, "jumlah", None, "1.200 buah"),
        ("95", SORTED, 95, None, 0.95, "95%"),
        ("95%", SORTED, 95, None, 0.95, "95%"),
        ("320 dari 400", SORTED, 80, None, 0.8, "320 dari 400"),
        ("94 %", BOOTHS, 94, "persen", 0.94, "94%"),
        ("menunggu SK", BOOTHS, None, None, None, "menunggu SK"),
        ("dua gudang", STORE, None, None, None, "dua gudang"),
        ("", INK, None, None, None, ""),
    ],
)
def test_a_value_is_read_and_said_again(
    typed: str, goal: Goal, value: float | None, measure: str | None, share: float | None, words: str
) -> None:
    found = read_value(typed, goal)
    assert (found.value, found.measure, found.share) == (value, measure, share)
    assert value_words(found.value, found.measure, found.text, goal) == words
    again = read_value(typed_value(found.value, found.measure, found.text, goal), goal)
    assert again == found


@settings(max_examples=40)
@given(
    st.sampled_from([INK, BOXES_ANYWHERE, SORTED, BOOTHS]),
    st.integers(0, 10**7),
    st.booleans(),
    st.integers(0, 999),
)
def test_any_value_that_was_read_can_be_typed_again(
    goal: Goal, number: int, share: bool, thousandths: int
) -> None:
    value = number + thousandths / 1000
    typed = plain(value, 3) + ("%" if share else "")
    found = read_value(typed, goal)
    assert found.value == value
    assert read_value(typed_value(found.value, found.measure, found.text, goal), goal) == found


@pytest.mark.parametrize(
    ("typed", "goal", "hint"),
    [
        ("4.500", INK, "Melebihi kebutuhan (4.240 botol); tetap dapat dicatat."),
        ("105%", INK, "Melebihi kebutuhan (100%); tetap dapat dicatat."),
        ("1.200 dari 1.867", INK, "Dihitung dari 1.867, padahal kebutuhannya 4.240."),
        ("1.900 TPS", INK, "Butir ini dihitung dalam botol."),
        ("4.240", INK, ""),
    ],
)
def test_what_is_odd_is_kept_and_pointed_at(typed: str, goal: Goal, hint: str) -> None:
    assert read_value(typed, goal).hint == hint


def test_words_are_no_value_where_a_number_is_asked() -> None:
    with pytest.raises(InvalidInput, match="bukan jumlah"):
        read_value("hampir semua", INK)
    assert read_value("hampir semua", STORE) == Reading(text="hampir semua")


@pytest.mark.parametrize(
    ("share", "known", "state"),
    [(1.0, None, "siap"), (1.2, "siap_bukti", "siap_bukti"), (0.5, "siap", "sebagian"), (0.0, None, "belum_siap"),
     (None, "siap", "siap"), (None, None, "sebagian"), (None, "tidak_berlaku", "sebagian")],
)  # fmt: skip
def test_a_value_speaks_of_a_state(share: float | None, known: str | None, state: str) -> None:
    assert state_for(share, known) == state
