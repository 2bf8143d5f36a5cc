"""The readiness score: what an item is worth, what a set is worth, and where 100 % stands."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import reduce

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.models.score import Answer, Tally, need_of, tally, value_of
from desktop.models.words import MEASURES, READINESS_STATES

numbers = st.one_of(st.integers(0, 2000).map(float), st.floats(0, 1e9, allow_nan=False))
answers = st.builds(
    Answer,
    state=st.sampled_from([None, *READINESS_STATES]),
    value=st.none() | numbers,
    target=st.none() | numbers,
    needs_evidence=st.booleans(),
    measure=st.sampled_from([None, *MEASURES]),
    need=st.none() | numbers,
    evidence_received=st.booleans(),
    weight=st.sampled_from([0.0, 0.5, 1.0, 2.0, 0.1]),
)
sets = st.lists(answers, max_size=12)
MODEST = settings(max_examples=40, deadline=None)


def tally_of(answers_given: list[Answer]) -> Tally:
    return reduce(Tally.__add__, map(tally, answers_given), Tally())


def percent(*given_answers: Answer) -> int | None:
    return tally_of(list(given_answers)).percent


READY, UNREADY, UNREPORTED = Answer("siap"), Answer("belum_siap"), Answer()


@pytest.mark.parametrize(
    ("answer", "worth"),
    [
        (Answer(), None),
        (Answer("tidak_berlaku"), None),
        (Answer("belum_siap", value=80, target=100), Fraction(0)),
        (Answer("sebagian"), Fraction(1, 2)),
        (Answer("sebagian", value=80), Fraction(1, 2)),
        (Answer("sebagian", target=100), Fraction(1, 2)),
        (Answer("sebagian", value=80, target=100), Fraction(4, 5)),
        (Answer("sebagian", value=0, target=100), Fraction(0)),
        (Answer("sebagian", value=120, target=100), Fraction(1)),
        (Answer("sebagian", value=-5, target=100), Fraction(0)),
        (Answer("sebagian", value=0.1, target=0.3), Fraction(1, 3)),
        (Answer("siap"), Fraction(1)),
        (Answer("siap", value=3, target=100), Fraction(1)),
        (Answer("siap_bukti"), Fraction(1)),
        (Answer("siap_bukti", value=3, target=100), Fraction(1)),
        (Answer("siap", needs_evidence=True), Fraction(1, 2)),
        (Answer("sebagian", value=80, target=100, needs_evidence=True), Fraction(1, 2)),
        (Answer("sebagian", value=30, target=100, needs_evidence=True), Fraction(3, 10)),
        (Answer("sebagian", value=50, target=100, needs_evidence=True), Fraction(1, 2)),
        (Answer("sebagian", value=130, target=100, needs_evidence=True), Fraction(1, 2)),
        (Answer("sebagian", needs_evidence=True, evidence_received=True), Fraction(1, 2)),
        (Answer("siap_bukti", needs_evidence=True), Fraction(1)),
        (Answer("siap", target=0), None),
        (Answer("sebagian", value=96, target=2, measure="persen"), Fraction(24, 25)),
        (Answer("sebagian", value=104, target=2, measure="persen", need=3736), Fraction(1)),
        (Answer("sebagian", value=1868, target=2, measure="jumlah", need=3736), Fraction(1, 2)),
        (Answer("sebagian", value=4000, target=2, measure="jumlah", need=3736), Fraction(1)),
        (Answer("sebagian", value=1, target=2, need=3736), Fraction(1, 2)),
        (Answer("sebagian", value=1000, target=2, measure="jumlah"), Fraction(1, 2)),
        (Answer("sebagian", target=2, measure="jumlah", need=3736), Fraction(1, 2)),
        (Answer("sebagian", measure="persen"), Fraction(1, 2)),
        (Answer("sebagian", value=5, target=2, measure="jumlah", need=0), None),
        (Answer("siap", need=0), None),
        (Answer("siap", needs_evidence=True, evidence_received=True), Fraction(1)),
        (Answer("sebagian", value=80, target=100, needs_evidence=True, evidence_received=True), Fraction(4, 5)),
        (Answer("belum_siap", needs_evidence=True, evidence_received=True), Fraction(0)),
        (Answer("siap", evidence_received=True), Fraction(1)),
    ],
)
def test_what_one_item_is_worth(answer: Answer, worth: Fraction | None) -> None:
    assert value_of(answer) == worth


@pytest.mark.parametrize(
    ("kind", "target", "figure", "need"),
    [
        ("jumlah", 2000, None, 2000),
        ("jumlah", 2000, 1868, 2000),
        ("jumlah", 0, None, 0),
        ("jumlah", None, None, None),
        ("per_tps", 2, 1868, 3736),
        ("per_tps", 2.8, 60751, 170103),
        ("per_pemilih", 1.025, 1000, 1025),
        ("per_tps", 2, 0, 0),
        ("per_tps", 0, None, None),
        ("per_tps", 2, None, None),
        ("per_tps", None, 1868, None),
        ("persen", 100, 1868, None),
        ("ya", None, None, None),
        ("teks", None, None, None),
    ],
)
def test_what_a_region_needs(kind: str, target: float | None, figure: int | None, need: float | None) -> None:
    assert need_of(kind, target, figure) == need


def test_nothing_reported_has_no_score() -> None:
    assert percent() is None
    assert percent(UNREPORTED, UNREPORTED) is None
    assert percent(Answer("tidak_berlaku")) is None


def test_unreported_items_are_coverage_not_score() -> None:
    found = tally_of([UNREADY, UNREPORTED, UNREPORTED])
    assert (found.percent, found.reported, found.applicable) == (0, 1, 3)


def test_percentages_are_rounded_down() -> None:
    assert percent(READY, READY, UNREADY) == 66
    assert percent(Answer("sebagian", value=0.9, target=100)) == 0


def test_a_share_that_floating_point_cannot_hold_is_exact() -> None:
    assert percent(Answer("sebagian", value=29, target=100)) == 29
    assert percent(Answer("sebagian", value=0.57, target=1)) == 57


def test_weights_count() -> None:
    assert percent(Answer("siap", weight=3), Answer("belum_siap", weight=1)) == 75


def test_items_without_weight_cannot_be_scored() -> None:
    assert percent(Answer("siap", weight=0)) is None


def test_hundred_stands_only_when_everything_is_ready() -> None:
    assert percent(READY, READY) == 100
    assert percent(READY, UNREPORTED) == 99
    assert percent(READY, Answer("belum_siap", weight=0)) == 99
    assert percent(READY, Answer("tidak_berlaku")) == 100
    assert percent(READY, Answer(weight=0)) == 99
    assert percent(READY, Answer("sebagian", value=100, target=100)) == 100
    assert percent(READY, Answer("sebagian", value=99.999, target=100)) == 99
    assert percent(*[READY] * 999, UNREADY) == 99


def test_what_does_not_apply_leaves_the_set() -> None:
    found = tally_of([READY, Answer("tidak_berlaku"), Answer("belum_siap", target=0)])
    assert (found.applicable, found.left_out, found.percent) == (1, 2, 100)


@MODEST
@given(sets)
def test_a_score_is_a_percentage_and_hundred_means_complete(given_answers: list[Answer]) -> None:
    found = tally_of(given_answers)
    assert found.percent is None or 0 <= found.percent <= 100
    complete = all(value_of(one) == 1 for one in given_answers if tally(one).applicable)
    if found.percent is not None:
        assert (found.percent == 100) == complete


@MODEST
@given(sets)
def test_every_item_is_counted_once(given_answers: list[Answer]) -> None:
    found = tally_of(given_answers)
    assert found.applicable + found.left_out == len(given_answers)
    assert sum(found.states) == found.reported <= found.applicable
    assert found.complete <= found.reported


@MODEST
@given(sets)
def test_a_score_lies_between_its_worst_and_its_best_item(given_answers: list[Answer]) -> None:
    found = tally_of(given_answers)
    worths = [worth for one in given_answers if one.weight and (worth := value_of(one)) is not None]
    assume(worths)
    assert found.percent is not None
    assert int(100 * min(worths)) - 1 <= found.percent <= int(100 * max(worths))


@MODEST
@given(sets, sets)
def test_a_total_pools_items_whatever_sets_they_came_in(one: list[Answer], other: list[Answer]) -> None:
    assert tally_of(one) + tally_of(other) == tally_of(other + one)


@MODEST
@given(sets, answers)
def test_evidence_that_arrives_never_lowers_a_score(given_answers: list[Answer], answer: Answer) -> None:
    ready = replace(answer, state="siap", target=None)
    before = tally_of([*given_answers, ready]).percent
    after = tally_of([*given_answers, replace(ready, state="siap_bukti")]).percent
    assert before is None or (after is not None and after >= before)


@MODEST
@given(sets)
def test_unreported_items_never_raise_a_score(given_answers: list[Answer]) -> None:
    before, after = tally_of(given_answers).percent, tally_of([*given_answers, UNREPORTED]).percent
    assert after == (None if before is None else min(before, 99))
