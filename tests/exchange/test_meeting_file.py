"""A meeting from a JSON file: taken as it stands, or refused with place and reason."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.errors import InvalidInput
from desktop.exchange.meeting_file import read_meeting
from desktop.models.seeds import example_meeting_file

SMALLEST: dict[str, Any] = {"meeting": {"title": "Rakor Banjir", "date": "2024-10-03"}}


def read(value: Any) -> Any:
    return read_meeting(json.dumps(value).encode())


def example() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(example_meeting_file().read_text(encoding="utf-8"))
    return found


def test_a_meeting_needs_a_title_and_a_date_only() -> None:
    meeting = read(SMALLEST)
    assert (meeting.title, meeting.held_on, meeting.place, meeting.people) == (
        "Rakor Banjir", date(2024, 10, 3), None, (),
    )  # fmt: skip


def test_the_example_has_four_people_seven_statements_six_follow_ups() -> None:
    meeting = read(example())
    assert (len(meeting.people), len(meeting.statements), len(meeting.follow_ups)) == (4, 7, 6)


def test_unknown_stays_unknown() -> None:
    meeting = read(example())
    assert (meeting.starts_at, meeting.invitation_number, meeting.minute_taker) == (None, None, None)


def test_a_second_source_is_kept_apart() -> None:
    meeting = read(example())
    assert "jtvbojonegoro.com" in meeting.other_source
    assert meeting.place == "Ruang Mliwis Putih, Bakorwil Bojonegoro"


def change(path: str, value: Any) -> dict[str, Any]:
    changed = example()
    *steps, last = path.replace("]", "").replace("[", ".").split(".")
    place: Any = changed
    for step in steps:
        place = place[int(step) if step.isdigit() else step]
    place[int(last) if last.isdigit() else last] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("meeting.title", None, "wajib diisi"),
        ("meeting.date", "26/9/2024", "bukan tanggal"),
        ("meeting.date", "2024-11-31", "bukan tanggal"),
        ("meeting.starts_at", "pagi", "bukan waktu"),
        ("meeting.place", 12, "harus berupa teks"),
        ("statements[0].kind", "usul", "tidak dikenal"),
        ("statements[2].agenda", 9, "acara nomor 9 tidak ada"),
        ("statements[1].text", "a\x00b", "karakter"),
        ("statements[1].text", "\ud800", "karakter"),
        ("follow_ups[1].statement", "P-99", "pernyataan P-99 tidak ada"),
        ("follow_ups[2].due_source", None, "sumbernya"),
        ("follow_ups[0].addressees", "KPU", "harus berupa daftar"),
        ("follow_ups[0].addressees[0]", "KPU \ud800", "karakter"),
        ("other_source.regions[0]", "Tuban\x00", "karakter"),
        ("agenda[0].order", 10**30, "harus antara"),
        ("meeting.starts_at", "09:00+07:00", "menyebut zona"),
        ("people_present", [5], "harus berupa objek"),
    ],
)
def test_a_fault_is_named_with_its_place(path: str, value: Any, reason: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(change(path, value))
    assert caught.value.field.startswith(path.split("[")[0].split(".")[0])
    assert reason in caught.value.message
    assert caught.value.advice


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000, b"1" * 5_000])
def test_a_file_that_is_no_meeting_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        read_meeting(data)


def test_a_meeting_does_not_end_before_it_starts() -> None:
    changed = change("meeting.starts_at", "10:00")
    changed["meeting"]["ends_at"] = "09:00"
    with pytest.raises(InvalidInput, match="sesudah waktu mulai"):
        read(changed)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(example())), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(_json)
def test_any_json_is_taken_or_refused_by_name(value: Any) -> None:
    with suppress(InvalidInput):
        read({**SMALLEST, **value} if isinstance(value, dict) else value)


def test_blanks_around_texts_are_not_kept() -> None:
    meeting = read({"meeting": {**SMALLEST["meeting"], "title": " Rakor Banjir\n", "place": "  "},
                    "institutions_present_unnamed": [" KPU "]})  # fmt: skip
    assert (meeting.title, meeting.place, meeting.groups_present) == ("Rakor Banjir", None, ("KPU",))
