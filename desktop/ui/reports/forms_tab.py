"""Formulir: what went out to whom, by when it is wanted, and whether it came back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import here
from desktop.base.dates import medium_date, numeric_date
from desktop.base.errors import AppError
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.forms import BACK, OUT, form_list, form_of, kept_content
from desktop.models.queries.issued import moment
from desktop.models.queries.records import id_of
from desktop.services.forms.content import KINDS, FormContent
from desktop.services.forms.making import delete_forms, form_chat, made_again
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.exports.list_export import ListExport, filter_words
from desktop.ui.exports.sources import TableSource
from desktop.ui.forms.desk import FormDesk
from desktop.ui.forms.make_dialog import COPY_KEY
from desktop.ui.forms.writer import FormWriter
from desktop.ui.reports.tab import ListTab
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column, Row, cell, value
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.table import DataTable

_ALL = "semua"
_KIND, _INSTITUTION, _REGION, _CODE, _AT, _BY, _WANTED, _CONTENT, _RETURNED, _AS_OF, _FILLER, _POST = range(1, 13)


class FormsTab(ListTab):
    """One row a form; Enter leads to what it asks about."""

    SHOWS = frozenset({"outgoing_form", "institution", "region"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._order = ("made_at", True)
        self.writer = FormWriter(session, self)
        self.desk = FormDesk(session, self)
        unit = theme.current().unit

        # Parts
        self.chips = FilterChips(
            [(_ALL, self.tr("Semua")), (OUT, self.tr("Belum kembali")), (BACK, self.tr("Sudah kembali"))],
            single=True,
        )
        self.search = SearchBox(self.tr("Cari formulir (Ctrl+F)"), self)
        self.search.setMinimumWidth(unit * 60)
        export = ListExport(session, self, self.tr("Daftar Formulir"), self._shown, self._filters)
        self.table = DataTable(self._columns(), "forms", session.settings)
        self.table.setAccessibleName(self.tr("Daftar formulir"))
        self.table.set_sort(*self._order)
        self.take = button(self.tr("Terima formulir…"), "download")
        self.again = button(self.tr("Simpan lagi…"), "save")
        self.copy = button(self.tr("Salin teks WhatsApp"), "copy")
        self.remove = button(self.tr("Hapus"), "trash-2", kind="quiet")

        # Assemble
        line = QHBoxLayout()
        line.setSpacing(unit * 3)
        line.addWidget(self.chips, 1)
        line.addWidget(self.search)
        line.addWidget(export.make_button())
        deeds = QHBoxLayout()
        deeds.setSpacing(unit * 2)
        for one in (self.take, self.again, self.copy):
            deeds.addWidget(one)
        deeds.addStretch()
        deeds.addWidget(self.remove)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 3)
        whole.addLayout(line)
        whole.addWidget(self.table, 1)
        whole.addLayout(deeds)
        self.setFocusProxy(self.table)

        # Wire
        self.search.searched.connect(self.refill)
        self.chips.changed.connect(self.refill)
        self.table.sort_wanted.connect(self._sort)
        self.table.opened.connect(self._open_form)
        self.table.current_changed.connect(self._enable)
        self.take.clicked.connect(self.desk.choose_files)
        self.again.clicked.connect(self.save_again)
        self.copy.clicked.connect(self.copy_text)
        self.remove.clicked.connect(self._delete)
        on_keys(self, COPY_KEY, self.copy_text)
        self._enable()

    def fill(self) -> None:
        """Show the forms as they are searched, filtered and ordered."""
        text, (order, descending) = self.search.text(), self._order
        listings = {
            chip: form_list(
                self.session.store,
                text=text,
                state="" if chip == _ALL else chip,
                order=order,
                descending=descending,
            )
            for chip in (_ALL, OUT, BACK)
        }
        self.chips.set_counts({chip: listing.count() for chip, listing in listings.items()})
        self.table.set_empty_state(self._nothing())
        self.table.set_listing(listings[self._chosen()])
        self._enable()

    @Slot()
    def save_again(self) -> None:
        """Write the chosen forms once more, with the same codes."""
        forms = [made_again(self.session.store, one) for one in self._selected()]
        place = self.writer.ask_place(forms, packed=False) if forms else None
        if place is not None:
            self.writer.write(forms, place, packed=False)

    @Slot()
    def copy_text(self) -> None:
        """Copy the message that goes with the form at hand."""
        one = self._current()
        if one is None:
            return
        try:
            QGuiApplication.clipboard().setText(form_chat(self.session.store, [one]))
        except AppError as fault:
            self.session.bus.message.emit(str(fault), str(Tone.PROBLEM))
            return
        self.session.bus.message.emit(self.tr("Teks WhatsApp disalin. Tempel dengan Ctrl+V."), str(Tone.OK))

    # Within

    def _columns(self) -> list[Column]:
        return [
            Column("made_at", self.tr("Dibuat"), _made, width=15, value=lambda row: here(moment(row[_AT]))),
            Column("to", self.tr("Untuk"), _to, width=22, stretch=True, sortable=False, tip=_rows_tip),
            Column("kind", self.tr("Jenis"), cell(_KIND, KINDS.__getitem__), width=11, sortable=False),
            Column("rows", self.tr("Butir"), _count, width=6, right=True, sortable=False,
                   value=lambda row: len(_content(row).rows)),
            Column("wanted_by", self.tr("Diminta kembali"), cell(_WANTED, _day), width=14,
                   value=value(_WANTED, _date)),
            Column(
                "returned_at", self.tr("Keadaan"), self._standing, width=22,
                tone=lambda row: Tone.OK if row[_RETURNED] else Tone.NONE,
                symbol=lambda row: "check" if row[_RETURNED] else "circle-dashed", tip=self._filler,
            ),
            Column("by", self.tr("Oleh"), cell(_BY), width=10, sortable=False),
            Column("code", self.tr("Kode"), cell(_CODE), width=17, sortable=False),
        ]  # fmt: skip

    def _shown(self) -> TableSource:
        """The columns on screen, and who filled the form in of which day."""
        shown = [self.table.rows.columns[number] for number in self.table.header.shown()]
        more = (
            Column("region", self.tr("Wilayah"), cell(_REGION), width=22),
            Column("as_of", self.tr("Posisi data"), cell(_AS_OF, _day), width=14, value=value(_AS_OF, _date)),
            Column("filler", self.tr("Pengisi"), cell(_FILLER), width=24),
            Column("post", self.tr("Jabatan pengisi"), cell(_POST), width=24),
        )
        return TableSource(self.table, [*shown, *more])

    def _standing(self, row: Row) -> str:
        if not row[_RETURNED]:
            return self.tr("Belum kembali")
        return self.tr("Kembali {day}").format(day=numeric_date(here(moment(row[_RETURNED])).date()))

    def _filler(self, row: Row) -> str:
        if not row[_RETURNED]:
            return ""
        who = ", ".join(filter(None, (row[_FILLER], row[_POST])))
        day = self.tr("Posisi data {day}").format(day=medium_date(_date(row[_AS_OF]))) if row[_AS_OF] else ""
        return "\n".join(filter(None, (who, day)))

    def _chosen(self) -> str:
        return next(iter(self.chips.chosen()), _ALL)

    def _filters(self) -> list[str]:
        chosen = self.chips.chosen_labels() if self._chosen() != _ALL else ()
        return filter_words(self.search.text(), chosen)

    def _nothing(self) -> EmptyState:
        if self.search.text():
            return EmptyState(
                "search", self.tr("Tidak ada yang cocok"), self.tr("Coba kata lain, atau tekan Esc.")
            )
        if self._chosen() == OUT:
            return EmptyState("circle-check", self.tr("Semua formulir sudah kembali"))
        told = self.tr("Formulir dibuat di Tindak Lanjut atau Kesiapan, dengan tombol Formulir.")
        return EmptyState("file-text", self.tr("Belum ada formulir"), told)

    def _current(self) -> UUID | None:
        seq = self.table.current_seq()
        return None if seq is None else id_of(self.session.store, "outgoing_form", seq)

    def _selected(self) -> list[UUID]:
        return [id_of(self.session.store, "outgoing_form", seq) for seq in self.table.selected_seqs()]

    @Slot()
    def _enable(self) -> None:
        there = self.table.current_seq() is not None
        for one in (self.again, self.copy, self.remove):
            one.setEnabled(there)

    @Slot()
    def _delete(self) -> None:
        forms = self._selected()
        if forms and ask.question(
            self.tr("Hapus {count} formulir?").format(count=len(forms)),
            self.tr("Formulir yang sudah dikirim tidak dapat diterima lagi. Anda masih dapat mengurungkannya."),
            yes=self.tr("Hapus"), danger=True,
        ):  # fmt: skip
            self.session.run(lambda: delete_forms(self.session.desk, forms), told=self.tr("Formulir dihapus."))

    @Slot(int)
    def _open_form(self, seq: int) -> None:
        """Go to what the form asks about."""
        record = form_of(self.session.store, id_of(self.session.store, "outgoing_form", seq))
        if record is None:
            return
        if record.topic_id is not None:
            self.navigate.emit("readiness", {"topic": record.topic_id, "region": record.region_id})
        elif record.institution_id is not None:
            still_to_do = CommitmentFilter(institution=record.institution_id, part="terbuka")
            self.navigate.emit("commitments", {"filter": still_to_do})
        else:
            self.navigate.emit("commitments", {"state": "terbuka"})


def _content(row: Row) -> FormContent:
    return FormContent.from_json(kept_content(row[_CONTENT]))


def _to(row: Row) -> str:
    content = _content(row)
    part = f" ({content.part}/{content.parts})" if content.parts > 1 else ""
    whom = row[_INSTITUTION] or content.to
    region = f" – {content.region}" if content.region and content.region not in whom else ""
    return f"{whom}{region}{part}"


def _count(row: Row) -> str:
    return str(len(_content(row).rows))


def _rows_tip(row: Row) -> str:
    return "\n".join(f"{one.number}. {' '.join(one.text.split())}" for one in _content(row).rows)


def _made(row: Row) -> str:
    at = here(moment(row[_AT]))
    return f"{numeric_date(at.date())} {at:%H.%M}"


def _date(kept: object) -> date:
    return kept if isinstance(kept, date) else date.fromisoformat(str(kept))


def _day(kept: object) -> str:
    return numeric_date(_date(kept))
