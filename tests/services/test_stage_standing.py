"""What is not known of a stage is not claimed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.models.queries.office import StageOfTopic
from desktop.services.stage_standing import Standing, coming, running, standing

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
