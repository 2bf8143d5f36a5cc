"""What earlier meetings left open, as a list: institutions as headings, under them what they are asked.

Last comes what was closed since the meeting held last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.base.dates import medium_date
from desktop.models.queries.review import ReviewPart
from desktop.models.words import COMMITMENT_STATES

_Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole) + 20


@dataclass(frozen=True, slots=True)
class Group:
    """An institution over what it is asked; `is_present` None over what is only told."""

    text: str
    is_present: bool | None = None


class ReviewModel(QAbstractListModel):
    """Rows are `Group` and `ReviewPart`, under the role `ROW`; only parts can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Group | ReviewPart] = []

    def fill(self, asked: Sequence[ReviewPart], closed: Sequence[ReviewPart] = ()) -> None:
        """Show these, which stand by institution already; where only their content changed the list stays put."""
        rows: list[Group | ReviewPart] = []
        for name, group in groupby(asked, key=lambda part: part.group):
            members = list(group)
            nobody = Group(self.tr("Penanggung jawab belum ditentukan"))
            rows += [Group(name, members[0].is_present) if name else nobody, *members]
        if closed:
            rows += [Group(self.tr("Selesai sejak rapat lalu")), *closed]
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def part(self, number: int) -> ReviewPart | None:
        """The part in a row, None for a heading."""
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        return row if isinstance(row, ReviewPart) else None

    def parts(self) -> list[ReviewPart]:
        """What is asked, in its order."""
        return [row for row in self._rows if isinstance(row, ReviewPart) and not row.is_closed]

    def row_of(self, one: UUID | None) -> int:
        """The row of a part, or -1."""
        return next((n for n, row in enumerate(self._rows) if isinstance(row, ReviewPart) and row.id == one), -1)

    def first_row(self) -> int:
        """The first part nobody asked for yet, else the first of all, or -1."""
        rows = [number for number in range(len(self._rows)) if self.part(number)]
        unasked = (n for n in rows if (part := self.part(n)) is not None and part.answer_id is None)
        return next(unasked, rows[0] if rows else -1)

    def next_row(self, row: int, step: int = 1) -> int:
        """The next part in a direction; the same row where there is none."""
        place = row + step
        while 0 <= place < len(self._rows):
            if self.part(place) is not None:
                return place
            place += step
        return row

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.part(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return row.text if isinstance(row, Group) else self._spoken(row)
        return None

    def head(self, part: ReviewPart) -> str:
        """What stands over a part: where it comes from, how often it was heard of, by when."""
        tr, words = self.tr, [part.code or ""]
        if part.is_closed:
            words.insert(0, part.group)
        if part.position and part.institution:
            words.insert(0, part.position)
        if part.held_on is not None:
            words.append(tr("rapat {day}").format(day=medium_date(part.held_on)))
        if part.is_closed and part.closed_on is not None:
            words.append(tr("sejak {day}").format(day=medium_date(part.closed_on)))
        if part.is_closed and part.ended_how == "dialihkan":
            words.append(tr("dialihkan"))
        if not part.is_closed:
            words.append(tr("muncul ke-{n} rapat").format(n=part.appearance))
            words += self._dates(part)
        return " · ".join(filter(None, words))

    def _dates(self, part: ReviewPart) -> list[str]:
        tr, words = self.tr, []
        if part.due_date is not None:
            due = tr("batas {day}").format(day=medium_date(part.due_date))
            words.append(due + (tr(" (acuan internal)") if part.due_source == "internal" else ""))
        if part.moved:
            words.append(tr("batas diubah {n} kali").format(n=part.moved))
        return words

    def answer(self, part: ReviewPart) -> str:
        """What was noted of it in this meeting; before that the news of it, if there were any."""
        if part.answer_id is None:
            return self._news(part)
        words = [part.note or ""]
        if part.due_after is not None:
            words.append(
                self.tr("Batas waktu baru {day}, alasan: {why}").format(
                    day=medium_date(part.due_after), why=part.due_reason or "–"
                )
            )
        return "\n".join(filter(None, words))

    def _news(self, part: ReviewPart) -> str:
        if part.last_on is None or not part.last_note:
            return ""
        return self.tr("Kabar {day}: {note}").format(day=medium_date(part.last_on), note=part.last_note)

    def _spoken(self, part: ReviewPart) -> str:
        return ". ".join(
            filter(None, (part.text, COMMITMENT_STATES[part.state], self.head(part), self.answer(part)))
        )


def _key(row: Group | ReviewPart) -> object:
    return row.text if isinstance(row, Group) else row.id
