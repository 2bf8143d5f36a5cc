"""The list of notes: headings over their lines, and where a line goes when it is moved."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.models.queries.discussion import StatementRow
from desktop.ui.meetings.notes_model import Heading, NotesModel

ITEMS = [uuid4(), uuid4(), uuid4()]


def line(number: int, item: UUID | None) -> StatementRow:
    return StatementRow(uuid4(), number, item, "arahan", None, None, f"catatan {number}", None)


@pytest.fixture
def said() -> list[StatementRow]:
    """Said in this order: two under the first point, one under the third, one under the first, one outside."""
    return [line(n, item) for n, item in enumerate([ITEMS[0], ITEMS[0], ITEMS[2], ITEMS[0], None], 1)]


@pytest.fixture
def model(qtbot: QtBot, said: list[StatementRow]) -> NotesModel:
    made = NotesModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    headings = [
        *(Heading(item, f"Acara {number}") for number, item in enumerate(ITEMS, 1)),
        Heading(None, "Di luar"),
    ]
    made.fill(headings, said, {}, {})
    return made


def moved(said: list[StatementRow], one: StatementRow, to: int) -> list[int]:
    rest = [each.order_no for each in said if each is not one]
    rest.insert(to, one.order_no)
    return rest


def test_lines_stand_under_their_points_in_order(model: NotesModel) -> None:
    shown = [
        row.text if isinstance(row := model.row(n), Heading) else row.said.order_no
        for n in range(model.rowCount())
    ]  # type: ignore[union-attr]
    assert shown == ["Acara 1", 1, 2, 4, "Acara 2", "Acara 3", 3, "Di luar", 5]


def test_a_line_moves_past_its_neighbour_in_the_group(model: NotesModel, said: list[StatementRow]) -> None:
    place, item = model.place_after_step(said[3].id, -1) or (-1, None)
    assert item == ITEMS[0]
    assert moved(said, said[3], place) == [1, 4, 2, 3, 5]
    place, _ = model.place_after_step(said[1].id, 1) or (-1, None)
    assert moved(said, said[1], place) == [1, 3, 4, 2, 5]


def test_at_the_edge_a_line_goes_into_the_next_group(model: NotesModel, said: list[StatementRow]) -> None:
    assert model.place_after_step(said[3].id, 1) == (3, ITEMS[1])
    assert model.place_after_step(said[2].id, -1) == (2, ITEMS[1])
    place, item = model.place_after_step(said[2].id, 1) or (-1, ITEMS[0])
    assert item is None
    assert moved(said, said[2], place) == [1, 2, 4, 3, 5]
    place, item = model.place_after_step(said[4].id, -1) or (-1, None)
    assert item == ITEMS[2]
    assert moved(said, said[4], place) == [1, 2, 3, 5, 4]


def test_the_first_and_the_last_line_stay(model: NotesModel, said: list[StatementRow]) -> None:
    assert model.place_after_step(said[0].id, -1) is None
    assert model.place_after_step(said[4].id, 1) is None


def test_a_heading_cannot_be_chosen_and_a_line_can(model: NotesModel) -> None:
    assert not model.flags(model.index(0, 0))
    assert model.flags(model.index(1, 0))
    assert model.index(1, 0).data() == "Arahan: catatan 1"
