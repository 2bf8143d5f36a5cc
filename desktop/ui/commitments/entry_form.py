"""The fields of a follow-up; a day can only be given together with who set it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.base.folding import fold
from desktop.models.queries.commitment_relations import Named, institutions_concerned, regions_concerned
from desktop.models.queries.commitments import CommitmentRow
from desktop.models.queries.directory import search_institutions
from desktop.models.queries.discussion import StatementRow, statements
from desktop.models.queries.progress import due_is_settled
from desktop.models.queries.regions import search_regions
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_KINDS, DUE_SOURCES
from desktop.ui.commitments.addressees_field import AddresseesField, named, packed, unpacked
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.many_field import ManyField
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import set_tip

_DUE = ("due_date", "due_source")
_CONCERNS = ("regions", "related")
_NONE: dict[str, tuple[()]] = {"to": (), "regions": (), "related": ()}
_SHORT = 70  # letters of a statement that tell it from others


class EntryForm(Form):
    """Kind, text, addressees, date with its source, indicator, whom it concerns, and its statement."""

    def __init__(
        self, store: Store, above: QWidget | None = None, *, columns: int = 1, parent: QWidget | None = None
    ) -> None:
        """`above`, when given, is put over the fields and scrolls with them."""
        super().__init__(parent, columns=columns)
        self._store = store
        self._said: list[StatementRow] = []
        if above is not None:
            self.add_widget(above)
        self.text = self.add_row(
            "text", self.tr("Uraian"), TextField(lines=1 if columns > 1 else 2, most=8), wide=True
        )
        self.to = self.add_row("to", self.tr("Penanggung jawab"), AddresseesField(store), wide=True)
        self.add_row("kind", self.tr("Jenis"), ChoiceField(list(COMMITMENT_KINDS.items())))
        self._source = self.add_row(
            "due_source", self.tr("Batas waktu"),
            ChoiceField(list(DUE_SOURCES.items()), empty=self.tr("Tanpa tanggal")),
        )  # fmt: skip
        self._day = self.add_row("due_date", self.tr("Tanggal batas"), DateField())
        note = LineField(self.tr("misalnya sampai rekapitulasi selesai"))
        self.add_row("due_note", self.tr("Keterangan batas"), note)
        self.add_row("indicator", self.tr("Indikator"), LineField(self.tr("tanda bahwa sudah selesai")))
        self.add_row("regions", self.tr("Wilayah"), ManyField(self._search_regions, self.tr("Ketik nama wilayah")))
        related = ManyField(self._search_institutions, self.tr("yang perlu tahu"))
        self.add_row("related", self.tr("Instansi terkait"), related)
        self.add_row(
            "show_again_on", self.tr("Dibahas lagi mulai"), DateField(),
            help=self.tr("Rapat sebelum tanggal ini tidak menanyakannya."),
        )  # fmt: skip
        said = PickerField(self._search_said, self.tr("Tidak terkait"))  # last: it is hidden where there are none
        self.add_row("statement_id", self.tr("Dari catatan"), said)
        self._due_is_settled = False
        self._source.edited.connect(self._fit_day)
        self._fit_day()

    def set_meeting(self, meeting: UUID | None) -> None:
        """Offer the statements of a meeting to come from."""
        self._said = statements(self._store, meeting) if meeting else []
        self.show_row("statement_id", bool(self._said))

    def statement(self, one: UUID | None) -> StatementRow | None:
        """The statement something comes from."""
        return next((said for said in self._said if said.id == one), None)

    def show_row_of(self, row: CommitmentRow, *, afresh: bool) -> None:
        """Show a stored follow-up; not `afresh`: without touching what is being changed here."""
        self._due_is_settled = due_is_settled(self._store, row.id)
        values = {
            "text": row.text, "to": named(row.addressees), "kind": row.kind, "due_source": row.due_source,
            "due_date": row.due_date, "due_note": row.due_note, "indicator": row.indicator,
            "statement_id": self._choice(row.statement_id), "show_again_on": row.show_again_on,
            "regions": _choices(regions_concerned(self._store, row.id)),
            "related": _choices(institutions_concerned(self._store, row.id)),
        }  # fmt: skip
        if afresh:
            self.load(values)
        else:
            self.reload(values)
        self._fit_day()

    def show_new(self, text: str, kind: str, statement: UUID | None) -> None:
        """Show an empty follow-up with what is known of it."""
        self._due_is_settled = False
        empty = dict.fromkeys(self.keys())
        self.load({**empty, **_NONE, "text": text, "kind": kind, "statement_id": self._choice(statement)})
        self.clear_errors()
        self._fit_day()

    def changed_values(self) -> dict[str, Any]:
        """What the user changed, ready for the service; half a date is not kept yet."""
        found: dict[str, Any] = self.changes()
        if any(name in found for name in _DUE):
            day, source = self._day.value(), self._source.value()
            for name in _DUE:
                found.pop(name, None)
            if not self._day.problem() and bool(day) == bool(source):
                found |= {"due_date": day, "due_source": source}
        return _as_service_takes(found)

    def all_values(self) -> dict[str, Any]:
        """Everything written, ready for the service."""
        found: dict[str, Any] = self.values()
        if found["due_date"] is None:
            found["due_source"] = None
        return _as_service_takes(found)

    def pack(self) -> dict[str, Any]:
        """What is written, as a draft keeps it."""
        found: dict[str, Any] = self.values()
        days = {name: found[name] for name in ("due_date", "show_again_on")}
        return {
            **found,
            "to": packed(self.to.value()),
            "typed": self.to.typed(),
            **{name: day.isoformat() if isinstance(day, date) else None for name, day in days.items()},
            "statement_id": str(found["statement_id"]) if found["statement_id"] else None,
            **{name: [[str(one.value), one.label] for one in found[name]] for name in _CONCERNS},
        }

    def unpack(self, kept: Mapping[str, Any]) -> None:
        """Show a draft again."""
        said = kept["statement_id"]
        days = {name: kept.get(name) for name in ("due_date", "show_again_on")}
        self.load({
            **{name: kept.get(name) for name in self.keys()},
            "to": unpacked(kept["to"]),
            **{name: date.fromisoformat(day) if day else None for name, day in days.items()},
            "statement_id": self._choice(UUID(said)) if said else None,
            **{name: tuple(Choice(UUID(one), label) for one, label in kept.get(name, ())) for name in _CONCERNS},
        })  # fmt: skip
        self.to.set_typed(kept["typed"])
        self._fit_day()

    def _choice(self, statement: UUID | None) -> Choice | None:
        said = self.statement(statement)
        return None if said is None else Choice(said.id, _short(said))

    def _search_said(self, text: str) -> list[Choice]:
        words = fold(text).split()
        hits = [one for one in self._said if all(word in fold(f"{one.code} {one.text}") for word in words)]
        return [Choice(one.id, _short(one)) for one in hits]

    def _search_regions(self, text: str) -> list[Choice]:
        return [Choice(one.id, one.name) for one in search_regions(self._store, text, 40)]

    def _search_institutions(self, text: str) -> list[Choice]:
        return [Choice(one.id, one.words) for one in search_institutions(self._store, text)]

    def _fit_day(self) -> None:
        """No day without its source."""
        sourced = self._source.value() is not None
        if not sourced and self._day.text():
            self._day.set_value(None)
        self._day.setEnabled(sourced and not self._due_is_settled)
        self._source.setEnabled(not self._due_is_settled)
        why = self.tr("Sudah disepakati. Ubah di tab Perkembangan, dengan alasannya.")
        for field in (self._day, self._source):
            set_tip(field, why if self._due_is_settled else "")


def _choices(named: Sequence[Named]) -> tuple[Choice, ...]:
    return tuple(Choice(one.id, one.name) for one in named)


def _short(said: StatementRow) -> str:
    words = f"{said.code} · {said.text}" if said.code else said.text
    words = " ".join(words.split())
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"


def _as_service_takes(values: dict[str, Any]) -> dict[str, Any]:
    if "to" in values:
        values["to"] = [to for chip in values["to"] for to in chip.to]
    for name in _CONCERNS:
        if name in values:
            values[name] = [one.value for one in values[name]]
    return values
