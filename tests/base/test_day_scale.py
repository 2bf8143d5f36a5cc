"""Days have their places, and labels never lie on each other."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.day_scale import DayScale, Label, span_of, spots


def test_today_is_shown_only_where_it_is_near() -> None:
    days = [date(2024, 11, 1), date(2024, 11, 27)]
    assert span_of(days, date(2024, 9, 26)) == (date(2024, 9, 23), date(2024, 11, 30))
    assert span_of(days, date(2026, 1, 1)) == (date(2024, 10, 29), date(2024, 11, 30))
    assert span_of([], date(2024, 9, 26)) is None


def test_months_and_mondays_have_their_places() -> None:
    scale = DayScale(date(2024, 11, 20), date(2024, 12, 10), 10, 4)
    assert list(scale.months()) == [date(2024, 11, 20), date(2024, 12, 1)]
    assert scale.month_names(30) == [(date(2024, 12, 1), "Des 2024")]
    assert DayScale(date(2023, 11, 20), date(2025, 1, 10), 0, 0.5).month_names(30) == [
        (date(2024, 1, 1), "2024"), (date(2025, 1, 1), "2025"),
    ]  # fmt: skip
    assert list(scale.weeks()) == [date(2024, 11, 25), date(2024, 12, 2), date(2024, 12, 9)]
    assert (scale.place(date(2024, 11, 21)), scale.middle(date(2024, 11, 21)), scale.width) == (14, 16, 84)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 600), st.integers(20, 120), st.booleans()), max_size=10))
def test_labels_never_lie_on_each_other_nor_beyond_the_edges(drawn: list[tuple[int, int, bool]]) -> None:
    labels = [Label(*one) for one in drawn]
    found = spots(labels, 0, 600)
    spans = [(spot.row, spot.left, spot.left + label.width) for spot, label in zip(found, labels, strict=True)]
    assert all(left >= 0 and right <= 600.001 for _, left, right in spans)
    for number, (row, left, right) in enumerate(spans):
        others = [(a, b) for other, a, b in spans[:number] if other == row]
        assert all(right <= a + 1e-9 or left >= b - 1e-9 for a, b in others)
