"""Days counted from the topic's day, as they are typed and written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.day_offsets import FARTHEST, day_at, offset_text, offsets_text, parse_offsets
from desktop.base.errors import InvalidInput


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("H-30, H-14; h-7\nH-1", (-30, -14, -7, -1)),
        ("-1, H+7, H, H-1", (-1, 0, 7)),
        ("H–3, h −2", (-3, -2)),
        ("  ", ()),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: tuple[int, ...]) -> None:
    assert parse_offsets(typed) == meant


@pytest.mark.parametrize("typed", ["besok", "H-", "30", "H30", "H-7 H-1", "H-99999"])
def test_what_is_not_such_a_day_is_named(typed: str) -> None:
    with pytest.raises(InvalidInput, match=r"titik tinjau|terlalu jauh"):
        parse_offsets(f"H-30, {typed}")


@settings(max_examples=40)
@given(st.sets(st.integers(-FARTHEST, FARTHEST), max_size=8))
def test_what_is_written_is_read_back(offsets: set[int]) -> None:
    assert parse_offsets(offsets_text(tuple(offsets))) == tuple(sorted(offsets))


def test_the_day_itself_is_h() -> None:
    assert [offset_text(one) for one in (-30, 0, 7)] == ["H-30", "H", "H+7"]


@pytest.mark.parametrize(("event", "offset"), [(date.max, 12), (date.min, -30), (None, 1), (date.max, None)])
def test_a_day_that_is_not_known_or_beyond_the_calendar_is_none(event: date | None, offset: int | None) -> None:
    assert day_at(event, offset) is None
    assert day_at(date(2024, 2, 28), 1) == date(2024, 2, 29)
