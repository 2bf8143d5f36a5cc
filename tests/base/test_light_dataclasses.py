from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, asdict, fields, is_dataclass
from dataclasses import replace as standard_replace
from typing import get_type_hints

import pytest

from desktop.base.light_dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Place:
    """A value."""

    name: str
    level: int = 1

    @property
    def label(self) -> str:
        return f"{self.name} {self.level}"


@dataclass(slots=True)
class Journey:
    place: Place
    notes: list[str] = field(default_factory=list)
    start: Place = Place("Bojonegoro")


@dataclass(slots=True, eq=False)
class Ticket:
    number: int = 0


def test_values_are_equal_hashed_and_shown_by_what_they_hold():
    assert Place("Tuban") == Place(name="Tuban", level=1) != Place("Tuban", 2)
    assert len({Place("Tuban"), Place("Tuban", 1)}) == 1
    assert repr(Journey(Place("Tuban"), ["pagi"])) == (
        "Journey(place=Place(name='Tuban', level=1), notes=['pagi'], start=Place(name='Bojonegoro', level=1))"
    )
    assert Place("Tuban", 2).label == "Tuban 2"
    assert Place.__doc__ == "A value."
    assert Ticket(1) != Ticket(1)


def test_a_frozen_value_does_not_change_and_others_hold_nothing_undeclared():
    with pytest.raises(FrozenInstanceError):
        Place("Tuban").level = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Place("Tuban").level
    with pytest.raises(AttributeError):
        Journey(Place("Tuban")).day = 1  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match="unhashable"):
        hash(Journey(Place("Tuban")))


def test_defaults_that_are_made_belong_to_one_value():
    first, second = Journey(Place("Tuban")), Journey(Place("Tuban"))
    first.notes.append("pagi")
    assert second.notes == []
    assert first.start is second.start


def test_missing_and_unknown_arguments_are_refused():
    with pytest.raises(TypeError, match="name"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="day"):
        Place("Tuban", day=1)  # type: ignore[call-arg]


def test_values_cross_to_another_process():
    journey = Journey(Place("Tuban", 3), ["pagi"])
    assert pickle.loads(pickle.dumps(journey)) == journey


@pytest.mark.parametrize("change", [replace, standard_replace])
def test_a_changed_copy_keeps_the_rest(change):
    assert change(Place("Tuban", 3), name="Blora") == Place("Blora", 3)
    with pytest.raises(TypeError):
        change(Place("Tuban"), day=1)


def test_the_standard_functions_know_them():
    assert is_dataclass(Place)
    assert [one.name for one in fields(Journey)] == ["place", "notes", "start"]
    assert asdict(Journey(Place("Tuban")))["place"] == {"name": "Tuban", "level": 1}
    assert get_type_hints(Journey)["place"] is Place
