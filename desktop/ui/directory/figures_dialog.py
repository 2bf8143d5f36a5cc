"""Angka wilayah: all that was published on the size of a region, which figure counts, and room for the next."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.base.numbers import grouped
from desktop.models.journal import ChangeSet
from desktop.models.queries.region_figures import FigureRow, figures_of
from desktop.models.words import FIGURE_KINDS
from desktop.services.region_figures import add_figures, withdraw_figure
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.directory.figure_fields import add_figure_fields
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column, Row, value
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label


class FiguresDialog(QDialog):
    """The figures of one region, the one that counts of each kind first."""

    def __init__(
        self,
        session: Session,
        region: UUID,
        name: str,
        kind: str = "polling_stations",
        parent: QWidget | None = None,
    ) -> None:
        """`kind` is what one most likely comes to note."""
        super().__init__(parent)
        self._session, self._region = session, region
        self._rows: dict[int, FigureRow] = {}
        title = self.tr("Angka {region}").format(region=name)
        self.setWindowTitle(title)
        self.setModal(True)
        unit = theme.current().unit

        # Parts
        self.table = DataTable(self._columns(), "region-figures", session.settings)
        self.table.setAccessibleName(title)
        self.table.set_empty_state(
            EmptyState("chart-column", self.tr("Belum ada angka"), self.tr("Catat TPS dan pemilihnya di bawah."))
        )
        self.withdraw_button = button(self.tr("Cabut angka ini (Del)"), "trash-2", kind="quiet")
        self.form = Form(columns=3)
        self.number = NumberField(whole=True)
        add_figure_fields(self.form, self.number)
        self.form.load({"kind": kind})
        self.add_button = button(self.tr("Catat angka (Ctrl+Enter)"), kind="primary")
        close = button(self.tr("Selesai"))

        # Assemble
        note = plain_label(
            self.tr(
                "Yang berlaku: posisi data terbaru, lalu yang dicatat terakhir. Angka yang bukan DPT menandai "
                "target butir kesiapan sebagai sementara."
            ),
            role="help",
        )
        note.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(unit * 2)
        foot.addWidget(self.withdraw_button)
        foot.addStretch()
        foot.addWidget(self.add_button)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(self.table, 1)
        whole.addWidget(note)
        whole.addWidget(self.form)
        whole.addLayout(foot)

        # Wire
        self.withdraw_button.clicked.connect(self.withdraw)
        self.add_button.clicked.connect(self.add)
        close.clicked.connect(self.accept)
        on_keys(self, CTRL_ENTER, self.add)
        on_keys(self.table, "Del", self.withdraw, Qt.ShortcutContext.WidgetShortcut)
        session.bus.changed.connect(self._changed)
        self._fill()
        take_its_size(self)
        self.number.setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 210, unit * 140)

    @Slot()
    def add(self) -> None:
        """Note the figure that is written."""
        self.form.clear_errors()
        if not self.form.check():
            return
        told = self.form.values()
        number = told.pop("value")
        values = [(self._region, int(number))] if isinstance(number, int) else []
        words = self.tr("Angka wilayah dicatat.")
        desk = self._session.desk
        if self._session.run(lambda: add_figures(desk, values, **told), form=self.form, told=words):
            self.form.load({**told, "value": None})
            self.number.setFocus()

    @Slot()
    def withdraw(self) -> None:
        """Take back the figure the keyboard is at."""
        row = self._rows.get(self.table.current_seq() or 0)
        if row is not None:
            told = self.tr("Angka wilayah dicabut.")
            self._session.run(lambda: withdraw_figure(self._session.desk, row.id), told=told)

    # Within

    def _columns(self) -> list[Column]:
        return [
            Column("kind", self.tr("Jenis"), lambda row: FIGURE_KINDS[_of(row).kind], 10, sortable=False),
            Column(
                "value", self.tr("Jumlah"), lambda row: grouped(_of(row).figure.value), 11, right=True,
                sortable=False, value=value(1, lambda one: one.figure.value),
            ),
            Column("basis", self.tr("Dasar"), lambda row: _of(row).figure.basis, 14, sortable=False),
            Column("as_of", self.tr("Posisi data"), _day, 16, sortable=False),
            Column("source", self.tr("Sumber"), _source, 20, stretch=True, sortable=False),
            Column(
                "counts", self.tr("Keadaan"), self._standing, 12, sortable=False,
                tone=lambda row: Tone.OK if _of(row).counts else None,
            ),
        ]  # fmt: skip

    def _standing(self, row: Row) -> str:
        return self.tr("Berlaku") if _of(row).counts else ""

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if "region_figure" in changes.tables:
            self._fill()

    def _fill(self) -> None:
        rows = figures_of(self._session.store, self._region)
        self._rows = {one.seq: one for one in rows}
        self.table.set_listing(RowsAtHand([(one.seq, one) for one in rows]))
        self.withdraw_button.setEnabled(bool(rows))


def _of(row: Row) -> FigureRow:
    found: FigureRow = row[1]
    return found


def _source(row: Row) -> str:
    return _of(row).figure.source


def _day(row: Row) -> str:
    day = _of(row).figure.as_of
    return medium_date(day) if day else ""
