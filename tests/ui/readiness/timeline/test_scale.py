"""Days have their places, labels never lie on each other, and what is not known of a stage is not claimed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.day_scale import DayScale, Label, spots
from desktop.models.queries.office import StageOfTopic
from desktop.services.stage_standing import Standing, coming, running, standing
from desktop.ui.readiness.timeline.wording import brief_days, full_days, source_text

TODAY = date(2024, 9, 26)


def stage(starts: date | None, ends: date | None, name: str = "Uji") -> StageOfTopic:
    return StageOfTopic(UUID(int=1), "", name, starts, ends, None)


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (date(2024, 9, 25), date(2024, 9, 26), Standing.RUNNING),
        (date(2024, 9, 27), date(2024, 9, 28), Standing.COMING),
        (date(2024, 9, 1), date(2024, 9, 25), Standing.OVER),
        (None, date(2024, 9, 25), Standing.OVER),
        (date(2024, 9, 27), None, Standing.COMING),
        (None, date(2024, 9, 26), Standing.UNSURE),
        (date(2024, 9, 1), None, Standing.UNSURE),
        (None, None, Standing.UNDATED),
    ],
)
def test_where_a_stage_stands(starts: date | None, ends: date | None, expected: Standing) -> None:
    assert standing(stage(starts, ends), TODAY) is expected


def test_those_that_begin_next_begin_on_one_day() -> None:
    all_of_them = [
        stage(date(2024, 9, 28), None, "b"), stage(date(2024, 9, 27), None, "a"), stage(date(2024, 9, 27), None, "c"),
        stage(TODAY, TODAY, "d"), stage(date(2024, 9, 1), date(2024, 9, 30), "e"), stage(None, None, "f"),
    ]  # fmt: skip
    assert [one.name for one in coming(all_of_them, TODAY)] == ["a", "c"]
    assert [one.name for one in running(all_of_them, TODAY)] == ["d", "e"]


def test_days_are_written_as_far_as_they_are_known() -> None:
    assert brief_days(stage(date(2024, 9, 25), date(2024, 11, 23))) == "25 Sep–23 Nov"
    assert brief_days(stage(date(2024, 11, 24), date(2024, 11, 26))) == "24–26 Nov"
    assert brief_days(stage(None, date(2024, 1, 26))) == "s.d. 26 Jan"
    assert full_days(stage(date(2024, 11, 24), date(2024, 11, 26))) == (
        "Minggu, 24 November 2024 s.d. Selasa, 26 November 2024 (3 hari)"
    )
    assert full_days(stage(None, None)) == "tanggal belum ditetapkan"


def test_sources_are_told_in_indonesian() -> None:
    assert source_text("found-news (tanggal pleno)") == "Berita (tanggal pleno)"
    assert source_text("Surat Gubernur 12/2025") == "Surat Gubernur 12/2025"
    assert source_text(None) == ""


def test_months_and_mondays_have_their_places() -> None:
    scale = DayScale(date(2024, 11, 20), date(2024, 12, 10), 10, 4)
    assert list(scale.months()) == [date(2024, 11, 20), date(2024, 12, 1)]
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
