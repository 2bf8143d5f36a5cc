"""How long something takes, as people write it."""

from __future__ import annotations

import pytest

from desktop.base.durations import length_words, parse_minutes
from desktop.base.errors import InvalidInput


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("15", 15), ("90m", 90), ("90 menit", 90), ("1,5 jam", 90), ("1.5 jam", 90), ("1:30", 90), ("1.30", 90),
        ("2j", 120), ("1 jam 15 menit", 75), ("1j15", 75), ("0:45", 45), ("1 JAM", 60), ("setengah jam", 30),
        ("1 jam setengah", 90), ("  20 mnt ", 20), ("45'", 45), ("", None), ("  ", None),
    ],
)  # fmt: skip
def test_a_length_is_understood_as_people_write_it(typed: str, minutes: int | None) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["banyak", "1:75", "-5", "1,5,5 jam", "jam", "1 hari", "１５"])
def test_what_is_no_length_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidInput, match=r"1,5 jam") as fault:
        parse_minutes(typed)
    assert fault.value.field == "planned_minutes"


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 menit"), (45, "45 menit"), (60, "1 jam"), (135, "2 jam 15 menit")]
)
def test_a_length_is_said_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert length_words(minutes) == words
