"""What polling stations need by pattern: each class by itself, rounded up, a range where the pattern is one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.personnel_need import Classes, Need, Pattern, Span, need, summed
from desktop.models.words import STATION_RISKS
from desktop.services.security_patterns import USUAL

LOW = {"kurang_rawan": USUAL["kurang_rawan"]}
counts = st.none() | st.integers(0, 5000)
classes = st.builds(Classes, counts, counts, counts)


def test_a_class_is_rounded_up_at_both_ends_of_its_pattern() -> None:
    # 2 Polri : 8–10 TPS : 16–20 linmas; 21 stations make 3 groups of up to ten, or 3 of eight.
    assert need(Classes(low=21), LOW) == Need(Span(6, 6), Span(42, 42))
    assert need(Classes(low=25), LOW) == Need(Span(6, 8), Span(50, 50))


def test_each_class_is_counted_by_itself() -> None:
    found = need(Classes(1, 1, 1), USUAL)
    assert found == Need(Span(2 + 2 + 2, 2 + 2 + 2), Span(6, 6))


def test_the_pattern_of_a_class_without_stations_is_not_asked_for() -> None:
    assert need(Classes(8, 0, None), LOW) == Need(Span(2, 2), Span(16, 16))


def test_without_a_report_or_a_pattern_nothing_is_said_of_the_need() -> None:
    assert need(None, USUAL) is None
    assert need(Classes(8, 1, 0), LOW) is None


def test_nobody_is_lacking_beyond_what_is_needed_at_most() -> None:
    assert Span(12, 40).short_of(0) == Span(12, 40)
    assert Span(12, 40).short_of(20) == Span(0, 20)
    assert Span(12, 40).short_of(99) == Span(0, 0)


@settings(max_examples=40, deadline=None)
@given(st.lists(classes, min_size=1, max_size=6))
def test_a_sum_of_places_keeps_what_is_known_and_invents_no_nought(parts: list[Classes]) -> None:
    whole = summed(parts)
    assert whole.total == sum(one.total for one in parts)
    for risk in STATION_RISKS:
        told = [one.by_risk[risk] for one in parts if one.by_risk[risk] is not None]
        assert whole.by_risk[risk] == (sum(filter(None, told)) if told else None)


@settings(max_examples=40, deadline=None)
@given(
    stations=st.integers(1, 3000), police=st.integers(0, 9), least=st.integers(1, 12), more=st.integers(0, 8),
    linmas=st.integers(0, 30),
)  # fmt: skip
def test_as_many_as_are_needed_at_most_can_always_guard_all_stations(
    stations: int, police: int, least: int, more: int, linmas: int
) -> None:
    pattern = Pattern(police, least, least + more, linmas, linmas + more)
    found = need(Classes(low=stations), {"kurang_rawan": pattern})
    assert found is not None
    assert found.police.least <= found.police.most
    if police:
        assert (found.police.most // police) * least >= stations
        assert (found.police.least // police) * (least + more) >= stations
        assert (found.police.most // police - 1) * least < stations
