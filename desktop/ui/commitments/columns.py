"""How a row of the register reads: its columns on screen, and what a file has instead of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.base.clock import today
from desktop.base.dates import long_date, short_date
from desktop.models.queries.commitment_states import is_late, is_unfinished
from desktop.models.queries.register import COMMITMENT_LIST
from desktop.models.words import COMMITMENT_KINDS, DUE_SOURCES
from desktop.ui.commitments.faces import Face, done_words, due_words, overall_face
from desktop.ui.widgets.columns import Column, cell

Row = tuple[Any, ...]

_CONTEXT = "RegisterColumns"
_TITLES = {
    "text": QT_TRANSLATE_NOOP("RegisterColumns", "Uraian"),
    "addressee": QT_TRANSLATE_NOOP("RegisterColumns", "Penanggung jawab"),
    "due_date": QT_TRANSLATE_NOOP("RegisterColumns", "Batas waktu"),
    "state": QT_TRANSLATE_NOOP("RegisterColumns", "Status"),
    "heard_on": QT_TRANSLATE_NOOP("RegisterColumns", "Kabar"),
    "held_on": QT_TRANSLATE_NOOP("RegisterColumns", "Rapat"),
}
_PLACES = {name: place for place, name in enumerate(COMMITMENT_LIST.names)}


def of(row: Row, name: str) -> Any:
    """A value of a row by the name of its column in `COMMITMENT_LIST`."""
    return row[_PLACES[name]]


def register_columns() -> list[Column]:
    """All columns, in the order they stand at first."""
    return [
        Column("text", title("text"), _text, 20, stretch=True, tip=_whole_text),
        Column("addressee", title("addressee"), addressee_words, 20),
        Column("due_date", title("due_date"), _due, 20, tip=_due_tip, value=lambda row: _day(of(row, "due_date"))),
        state_column(),
        _day_column("heard_on"),
        _day_column("held_on"),
    ]


def state_column() -> Column:
    """How far a follow-up is, as a badge."""
    return Column(
        "state", title("state"), lambda row: face(row).text, 17, tone=lambda row: face(row).tone,
        symbol=lambda row: face(row).symbol, tip=lambda row: done_words(of(row, "done"), of(row, "addressees")),
    )  # fmt: skip


def file_columns(shown: Sequence[Column]) -> list[Column]:
    """The columns of a file: those shown, what a day rests on, and what the last three values of a row tell.

    Those are all addressees, the institutions it concerns and the regions.
    """
    found = []
    for column in shown:
        if column.key == "addressee":
            found.append(replace(column, value=itemgetter(-3)))
            found.append(Column("related", _tr("Instansi terkait"), itemgetter(-2), 22))
            found.append(Column("regions", _tr("Wilayah"), itemgetter(-1), 18))
        else:
            found.append(column)
        if column.key == "due_date":
            basis = cell(_PLACES["due_source"], DUE_SOURCES.__getitem__)
            found.append(Column("basis", _tr("Dasar batas waktu"), basis, 18))
    return found


def title(key: str) -> str:
    """What a column is called."""
    return _tr(_TITLES[key])


def face(row: Row) -> Face:
    """The badge of a row."""
    total, open_, ended = of(row, "addressees"), of(row, "open"), of(row, "ended_how")
    unfinished = is_unfinished(total, open_, ended)
    late = is_late(_day(of(row, "due_date")), of(row, "due_source"), unfinished, today())
    return overall_face(
        total, of(row, "done"), open_, of(row, "in_progress"), late, proven=of(row, "proven"), ended_how=ended
    )


def addressee_words(row: Row) -> str:
    """The first addressee, and how many more there are."""
    first, said = of(row, "addressee"), of(row, "said")
    if not first:
        return _tr("belum ada")
    return _tr("{first}, +{more}").format(first=first, more=said - 1) if said > 1 else str(first)


def _day_column(key: str) -> Column:
    said = {"heard_on": _tr("Kabar terakhir"), "held_on": _tr("Rapat asalnya")}[key]
    return Column(
        key, title(key), lambda row: _short(_day(of(row, key))), 11, value=lambda row: _day(of(row, key)),
        tip=lambda row: f"{said}: {long_date(day)}" if (day := _day(of(row, key))) else "",
    )  # fmt: skip


def _due(row: Row) -> str:
    return due_words(_day(of(row, "due_date")), of(row, "due_source"))


def _due_tip(row: Row) -> str:
    day, source = _day(of(row, "due_date")), of(row, "due_source")
    return f"{long_date(day)}\n{DUE_SOURCES[source]}" if day and source else ""


def _text(row: Row) -> str:
    return " ".join(str(of(row, "text")).split())


def _whole_text(row: Row) -> str:
    return f"{COMMITMENT_KINDS[of(row, 'kind')]}: {of(row, 'text')}"


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def _short(day: date | None) -> str:
    return short_date(day).partition(", ")[2] if day else ""


def _tr(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))
