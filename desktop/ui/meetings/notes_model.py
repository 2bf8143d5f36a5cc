"""What was said, grouped by the points of the agenda: headings and lines as one list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.queries.discussion import AgendaRow, StatementRow
from desktop.models.words import STATEMENT_KINDS

_Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole) + 10


@dataclass(frozen=True, slots=True)
class Heading:
    """A point of the agenda over its lines; `item` is None for what was said outside the agenda."""

    item: UUID | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is drawn: who said it, and the codes of the follow-ups that came from it."""

    said: StatementRow
    speaker: str
    follow_ups: tuple[str, ...]

    @property
    def head(self) -> str:
        """What stands over the text: "Arahan · Yudi Widodo, a.n. Kepala Bakorwil Bojonegoro"."""
        who = self.speaker
        if self.said.on_behalf_of:
            who = f"{who}, a.n. {self.said.on_behalf_of}" if who else f"a.n. {self.said.on_behalf_of}"
        return " · ".join(filter(None, (STATEMENT_KINDS[self.said.kind], who)))


class NotesModel(QAbstractListModel):
    """Rows are `Heading` and `Line`, under the role `ROW`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Heading | Line] = []
        self._said: list[StatementRow] = []

    def fill(
        self,
        headings: Sequence[Heading],
        said: Sequence[StatementRow],
        speakers: Mapping[UUID | None, str],
        follow_ups: Mapping[UUID, tuple[str, ...]],
    ) -> None:
        """Show the lines under these headings, in their order; lines of other headings are left out."""
        self._said = list(said)
        rows: list[Heading | Line] = []
        for heading in headings:
            lines = [one for one in said if one.agenda_item_id == heading.item]
            if lines or heading.item is not None:
                rows.append(heading)
            rows += [Line(one, speakers.get(one.speaker_id, ""), follow_ups.get(one.id, ())) for one in lines]
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Heading | Line | None:
        """What stands in a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def line(self, number: int) -> Line | None:
        """The line in a row, None for a heading."""
        row = self.row(number)
        return row if isinstance(row, Line) else None

    def row_of(self, statement: UUID) -> int:
        """The row of a line, or -1."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Line) and row.said.id == statement:
                return number
        return -1

    def last_line_of(self, item: UUID | None) -> int:
        """The row of the last line of a point of the agenda, else of its heading, or -1."""
        found = -1
        for number, row in enumerate(self._rows):
            of = row.item if isinstance(row, Heading) else row.said.agenda_item_id
            if of == item:
                found = number
        return found

    def place_after_step(self, statement: UUID, step: int) -> tuple[int, UUID | None] | None:
        """Where a line goes when it moves up (-1) or down (1): its place among all lines, and its agenda item.

        At the edge of a group it goes to the neighbouring group. None where there is nowhere to go.
        """
        row = self.row_of(statement)
        neighbour = self.row(row + step)
        if row < 0 or neighbour is None:
            return None
        if isinstance(neighbour, Line):
            return self._place_of(neighbour.said.id), neighbour.said.agenda_item_id
        group = neighbour if step > 0 else self._heading_above(row - 1)
        if group is None:
            return None
        others = [one.id for one in self._said if one.agenda_item_id == group.item]
        if not others:
            return self._place_of(statement), group.item
        place = self._place_of(others[0] if step > 0 else others[-1])
        # Taken out of its old place, what came after it moves up by one.
        moved = self._place_of(statement)
        return (place - (moved < place), group.item) if step > 0 else (place + (moved > place), group.item)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.line(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return row.text if isinstance(row, Heading) else f"{row.head}: {row.said.text}"
        return None

    def _place_of(self, statement: UUID) -> int:
        return next(place for place, one in enumerate(self._said) if one.id == statement)

    def _heading_above(self, row: int) -> Heading | None:
        for number in range(row - 1, -1, -1):
            found = self._rows[number]
            if isinstance(found, Heading):
                return found
        return None


def headings_of(items: Sequence[AgendaRow], outside: str) -> list[Heading]:
    """The headings of an agenda, numbered, and one for what was said outside it."""
    numbered = [Heading(item.id, f"{number}. {item.title}") for number, item in enumerate(items, 1)]
    return [*numbered, Heading(None, outside)]
