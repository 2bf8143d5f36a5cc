"""A position: how ready the regions of a topic were on a day, as one value that stands by itself.

It says what was asked of whom, what had been reported, and the tally of each cell, with the names and fractions
of that day: what is renamed, asked otherwise or counted otherwise later changes nothing in it. Items are known by
their thread, so that positions under two versions of a checklist can be laid side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import Any
from uuid import UUID

from desktop.base.errors import NewerFile
from desktop.models.score import Tally

FORM = 1
"""The form in which positions are written; one that is read may be of this or an earlier one."""

Spot = tuple[UUID, UUID]
"""An item, by its thread, in a region."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: an item as it stood, and the regions it was asked of."""

    thread_id: UUID
    code: str
    text: str
    category: str
    target: str
    unit: str | None
    needs_evidence: bool
    weight: float
    regions: tuple[UUID, ...]

    @property
    def asks(self) -> tuple[object, ...]:
        """What must be the same for two answers to answer the same question; its wording may be polished."""
        return self.target, self.unit, self.needs_evidence, self.weight


@dataclass(frozen=True, slots=True)
class Said:
    """What had been reported on an item in a region; `worth` from 0 to 1, None where the item does not apply."""

    state: str
    worth: Fraction | None
    value: float | None
    measure: str | None
    value_text: str | None
    evidence_received: bool
    as_of: date
    institution: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """How ready all were at the end of `day`, under a version of the checklist.

    `cells[row][column]` are the tallies of `regions` by `categories`; where nothing was asked they count nothing.
    """

    day: date
    checklist: str
    regions: tuple[tuple[UUID, str], ...]
    categories: tuple[str, ...]
    cells: tuple[tuple[Tally, ...], ...]
    questions: tuple[Question, ...]
    said: Mapping[Spot, Said]

    @property
    def by_region(self) -> tuple[Tally, ...]:
        """The tally of each region."""
        return tuple(pooled(row) for row in self.cells)

    @property
    def by_category(self) -> tuple[Tally, ...]:
        """The tally of each category over all regions."""
        return tuple(pooled(row[place] for row in self.cells) for place in range(len(self.categories)))

    @property
    def total(self) -> Tally:
        """The tally of all items in all regions."""
        return pooled(self.by_region)


def pooled(tallies: Any) -> Tally:
    """The tally of all items of these sets together."""
    return reduce(Tally.__add__, tallies, Tally())


def covered(tally: Tally) -> int:
    """How many of a hundred items that apply were reported, rounded down."""
    return 100 * tally.reported // tally.applicable if tally.applicable else 0


# Written and read


def to_plain(position: Position) -> dict[str, Any]:
    """The position as what JSON can hold; regions and items are numbered to keep it small."""
    places = {region: place for place, (region, _) in enumerate(position.regions)}
    numbers = {one.thread_id: number for number, one in enumerate(position.questions)}
    return {
        "form": FORM,
        "day": position.day.isoformat(),
        "checklist": position.checklist,
        "regions": [[str(region), name] for region, name in position.regions],
        "categories": list(position.categories),
        "cells": [[_plain_tally(cell) for cell in row] for row in position.cells],
        "items": [
            [
                str(one.thread_id), one.code, one.text, position.categories.index(one.category), one.target,
                one.unit, one.needs_evidence, one.weight, [places[region] for region in one.regions],
            ]
            for one in position.questions
        ],
        "said": [
            [
                numbers[thread], places[region], one.state, _plain_fraction(one.worth), one.value, one.measure,
                one.value_text, one.evidence_received, one.as_of.isoformat(), one.institution, one.source,
            ]
            for (thread, region), one in position.said.items()
        ],
    }  # fmt: skip


def from_plain(content: Mapping[str, Any]) -> Position:
    """The position as it was written; raises NewerFile for a form this program does not know yet."""
    if content["form"] > FORM:
        raise NewerFile(
            "Posisi ini direkam oleh Rakor yang lebih baru.", "Pasang versi terbaru Rakor untuk membukanya."
        )
    regions = tuple((UUID(region), name) for region, name in content["regions"])
    categories = tuple(content["categories"])
    questions = tuple(
        Question(
            UUID(thread), code, text, categories[category], target, unit, evidence, weight,
            tuple(regions[place][0] for place in asked),
        )
        for thread, code, text, category, target, unit, evidence, weight, asked in content["items"]
    )  # fmt: skip
    said = {
        (questions[number].thread_id, regions[place][0]): Said(
            state, _fraction(worth), value, measure, text, evidence, date.fromisoformat(day), institution, source
        )
        for number, place, state, worth, value, measure, text, evidence, day, institution, source in content[
            "said"
        ]
    }
    cells = tuple(tuple(_tally(cell) for cell in row) for row in content["cells"])
    day = date.fromisoformat(content["day"])
    return Position(day, content["checklist"], regions, categories, cells, questions, said)


def _plain_tally(one: Tally) -> list[Any]:
    return [
        one.applicable, one.reported, one.complete, one.left_out, list(one.states),
        _plain_fraction(one.earned), _plain_fraction(one.possible),
    ]  # fmt: skip


def _tally(plain: Sequence[Any]) -> Tally:
    applicable, reported, complete, left_out, states, earned, possible = plain
    return Tally(
        applicable, reported, complete, left_out, tuple(states), Fraction(earned), Fraction(possible)
    )  # fmt: skip


def _plain_fraction(one: Fraction | None) -> str | None:
    """Exact: a third is "1/3"."""
    return None if one is None else str(one)


def _fraction(plain: str | None) -> Fraction | None:
    return None if plain is None else Fraction(plain)
