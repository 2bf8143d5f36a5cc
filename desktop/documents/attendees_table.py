"""The table of those who came to a meeting, in the annex of its minutes and in the attendance list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.documents.attendance_list_content import AttendeeGroup
from desktop.documents.minutes_content import Attendee
from desktop.documents.typesetting.flow import Strip
from desktop.documents.typesetting.page import Book, Sheet
from desktop.documents.typesetting.table import Column, Table

_LEAST_HEIGHT = 20.0


def attendees_table(groups: Sequence[AttendeeGroup], book: Book, sheet: Sheet) -> Iterator[Strip]:
    """People under their groups' headings, numbered through, over the whole width."""
    count = sum(len(group.attendees) for group in groups)
    columns = [
        Column("No.", 6, align="center", fits=f"{count}."),
        Column("Nama", 29),
        Column("Jabatan/Instansi", 40),
        Column("Mewakili/Keterangan", 25),
    ]
    face, bold, size = book.family.regular, book.family.bold, book.size - 1
    table = Table(columns, sheet.measure, sheet.depth, face, bold, size, least_height=_LEAST_HEIGHT)
    yield from table.head
    number = 0
    for group in groups:
        yield from table.heading(group.heading)
        for person in group.attendees:
            number += 1
            yield from table.row((f"{number}.", person.name, _place(person), _remark(person)))


def _place(person: Attendee) -> str:
    return "\n".join(part for part in (person.position, person.institution) if part)


def _remark(person: Attendee) -> str:
    represents = f"Mewakili {person.represents}" if person.represents else ""
    return "\n".join(part for part in (represents, person.note) if part)
