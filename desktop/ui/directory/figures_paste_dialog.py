"""A column of figures from Excel, or lines with a region and a number, for the regions of a working area."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.base.numbers import grouped
from desktop.models.queries.regions import RegionRow
from desktop.services.region_figures import ReadFigure, add_figures, read_figures
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.directory.figure_fields import add_figure_fields
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.rows_at_hand import LinesAtHand
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label


class PasteFiguresDialog(QDialog):
    """What is pasted is read at once; only lines that were understood are kept."""

    def __init__(self, session: Session, regions: Sequence[RegionRow], parent: QWidget | None = None) -> None:
        """`regions` stand in the order in which a column without names is read."""
        super().__init__(parent)
        self._session, self._regions = session, regions
        self._read: list[ReadFigure] = []
        self.setWindowTitle(self.tr("Tempel angka wilayah"))
        self.setModal(True)
        unit = theme.current().unit
        self.form = Form(columns=2)
        add_figure_fields(self.form)
        self.text = self.form.add_row(
            "value", self.tr("Tempel dari Excel"), TextField(lines=4, most=6), wide=True,
            help=self.tr("Wilayah dan angka di tiap baris; atau angkanya saja, seurut daftar wilayah."),
        )  # fmt: skip
        self.form.load({"kind": "polling_stations"})
        self.table = DataTable(self._columns(), "pasted-figures", session.settings)
        self.table.setAccessibleName(self.tr("Yang terbaca"))
        self.table.set_empty_state(EmptyState("clipboard-check", self.tr("Belum ada yang ditempel.")))
        self.keep_button = button(self.tr("Catat angka"), kind="primary")
        self.keep_button.setEnabled(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Tempel angka wilayah"), role="title"))
        whole.addWidget(self.form)
        whole.addWidget(self.table, 1)
        whole.addLayout(dialog_foot(self, self.keep_button, self.keep))
        self.text.textChanged.connect(self._show)
        take_its_size(self)
        self.text.setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 180, unit * 165)

    @Slot()
    def keep(self) -> None:
        """Keep what was understood."""
        self.form.clear_errors()
        if not self.form.check():
            return
        told = self.form.values()
        del told["value"]
        values = self._values()
        words = self.tr("{count} angka wilayah dicatat.").format(count=len(values))
        desk = self._session.desk
        if self._session.run(lambda: add_figures(desk, values, **told), form=self.form, told=words):
            self.accept()

    # Within

    def _columns(self) -> list[Column]:
        return [
            Column("line", self.tr("Baris"), lambda row: " ".join(row[1].line.split()), 16, sortable=False),
            Column("region", self.tr("Wilayah"), _region, 18, stretch=True, sortable=False),
            Column("value", self.tr("Jumlah"), _number, 10, right=True, sortable=False),
            Column(
                "problem", self.tr("Keterangan"), lambda row: row[1].problem, 30, sortable=False,
                tone=lambda row: Tone.ATTENTION if row[1].problem else None,
            ),
        ]  # fmt: skip

    def _values(self) -> list[tuple[UUID, int]]:
        return [(one.region.id, one.value) for one in self._read if one.region and one.value is not None]

    @Slot()
    def _show(self) -> None:
        self._read = read_figures(self.text.value(), self._regions)
        self.table.set_listing(LinesAtHand(self._read))
        count = len(self._values())
        self.keep_button.setText(
            self.tr("Catat {count} angka").format(count=count) if count else self.tr("Catat angka")
        )
        self.keep_button.setEnabled(bool(count))


def _region(row: Row) -> str:
    return row[1].region.name if row[1].region else ""


def _number(row: Row) -> str:
    return "" if row[1].value is None else grouped(row[1].value)
