"""Impor: the list, what its columns are, and what becomes of each row, in one window; Enter keeps them all."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from desktop.base.numbers import grouped
from desktop.exchange.sheets import Header, Table, body
from desktop.exchange.sheets.header import header_at
from desktop.services.imports.applying import apply
from desktop.services.imports.entries import entries
from desktop.services.imports.mapping import header_of, propose, remember
from desktop.services.imports.plan import MAKE, SKIP, UPDATE, USE, VERDICTS, WRONG, Plan
from desktop.services.imports.planning import make_plan, read_base
from desktop.services.imports.targets import TARGETS
from desktop.ui import theme
from desktop.ui.exports.list_export import ListExport, filter_words
from desktop.ui.exports.sources import ModelSource
from desktop.ui.imports.mapping_bar import MappingBar
from desktop.ui.imports.rejected import save_rejected
from desktop.ui.imports.rows_model import DEED, NAME, NUMBER, REASON, VERDICT, RowsModel
from desktop.ui.session import Session
from desktop.ui.widgets.badge_delegate import BadgeDelegate
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import plain_label

_KEYS = {"B": MAKE, "P": USE, "U": UPDATE, "L": SKIP}
_WIDTHS = {NUMBER: 14, VERDICT: 26, NAME: 54, DEED: 62, REASON: 70}


class ImportDialog(QDialog):
    """Nothing is kept before Simpan; one undo takes all of it back."""

    def __init__(
        self,
        session: Session,
        table: Table,
        target: str,
        meeting: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`target` is a key of `TARGETS`; lists of a meeting need the meeting."""
        super().__init__(parent)
        self._session, self._table, self._target = session, table, TARGETS[target]
        self._base = read_base(session.store, self._target, meeting)
        self._sheet = table.first
        self._header: Header = header_of(self._sheet, self._target)
        self._plan: Plan | None = None
        self.setWindowTitle(self.tr("Impor: {what}").format(what=self._target.title))
        self.setModal(True)
        self._make_parts()
        self._assemble()
        self._show_sheet()
        take_its_size(self)
        self.view.setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 250, unit * 150)

    @property
    def plan(self) -> Plan | None:
        """What would become of each row."""
        return self._plan

    def _decide(self, deed: str) -> None:
        self.model.decide(self._chosen(), deed)
        self._show_count()

    def _next_candidate(self) -> None:
        for place in self._chosen():
            self.model.next_candidate(place)

    def _make_parts(self) -> None:
        self.sheets = ChoiceField([(number, sheet.name) for number, sheet in enumerate(self._table.sheets)])
        self.sheets.setAccessibleName(self.tr("Lembar"))
        self.sheets.set_value(self._table.sheets.index(self._sheet))
        self.sheets.setVisible(len(self._table.sheets) > 1)
        self.sheets.edited.connect(self._sheet_chosen)
        self.header_row = NumberField()
        self.header_row.setAccessibleName(self.tr("Baris judul kolom"))
        self.header_row.setMaximumWidth(theme.current().unit * 22)
        self.header_row.edited.connect(self._header_chosen)
        self.mapping = MappingBar(self._target)
        self.mapping.changed.connect(self._judge)
        self.chips = FilterChips(list(VERDICTS.items()))
        self.chips.changed.connect(self._show_rows)
        self.model = RowsModel(self)
        self.view = QTableView()
        self.view.setAccessibleName(self.tr("Baris yang akan diimpor"))
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setTabKeyNavigation(False)
        self.view.setWordWrap(False)
        self.view.verticalHeader().hide()
        self.view.setItemDelegateForColumn(VERDICT, BadgeDelegate(self.view))
        for key, deed in _KEYS.items():
            on_keys(self.view, key, partial(self._decide, deed), Qt.ShortcutContext.WidgetShortcut)
        on_keys(self.view, "K", self._next_candidate, Qt.ShortcutContext.WidgetShortcut)
        self.reject_button = button(self.tr("Simpan baris yang salah…"), "download", kind="quiet")
        self.reject_button.clicked.connect(self._save_rejected)
        self.save = button("", kind="primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)

    def _assemble(self) -> None:
        unit, cancel = theme.current().unit, button(self.tr("Batal"))
        cancel.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.setSpacing(unit * 2)
        head.addWidget(plain_label(self._table.source, role="heading"))
        head.addWidget(self.sheets)
        head.addStretch()
        head.addWidget(plain_label(self.tr("Judul kolom di baris"), role="muted"))
        head.addWidget(self.header_row)
        foot = QHBoxLayout()
        foot.setSpacing(unit * 2)
        foot.addWidget(self.reject_button)
        export = ListExport(
            self._session, self, lambda: self.tr("Impor {what}").format(what=self._target.title),
            lambda: ModelSource(self.view), lambda: filter_words("", self.chips.chosen_labels()),
        )  # fmt: skip
        foot.addWidget(export.make_button())
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        hint = self.tr(
            "Pada baris terpilih: B jadikan baru · P pakai yang ada · U perbarui · K calon berikutnya · L lewati"
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addLayout(head)
        whole.addWidget(self.mapping)
        whole.addWidget(self.chips)
        whole.addWidget(self.view, 1)
        whole.addWidget(plain_label(hint, role="muted"))
        whole.addLayout(foot)

    # What the list is

    @Slot()
    def _sheet_chosen(self) -> None:
        number = self.sheets.value()
        if isinstance(number, int):
            self._sheet = self._table.sheets[number]
            self._header = header_of(self._sheet, self._target)
            self._show_sheet()

    @Slot()
    def _header_chosen(self) -> None:
        number = self.header_row.value()
        if number is not None and number != self._header.row:
            self._header = header_at(self._sheet, int(number))
            self._show_sheet()

    def _show_sheet(self) -> None:
        self.header_row.set_value(self._header.row)
        self.mapping.show_header(
            self._header, propose(self._session.store, self._target, self._sheet, self._header)
        )
        self._judge()

    # What becomes of it

    @Slot()
    def _judge(self) -> None:
        fields = self.mapping.fields()
        rows = entries(self._target, body(self._sheet, self._header), fields)
        self._plan = make_plan(self._base, self._target, rows)
        self.model.decisions.clear()
        self.chips.set_counts(self._plan.counts())
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        if self._plan is None:
            return
        self.model.show_plan(self._plan, self._target, list(self.mapping.fields().values()), self.chips.chosen())
        unit = theme.current().unit
        for column in range(self.model.columnCount()):
            self.view.setColumnWidth(column, unit * _WIDTHS.get(column, 44))
        if self.model.rowCount():
            self.view.selectRow(0)
        self._show_count()

    def _show_count(self) -> None:
        if self._plan is None:
            return
        count = self._plan.to_save(self.model.decisions)
        words = self.tr("Simpan {count} baris") if count else self.tr("Tidak ada yang perlu disimpan")
        self.save.setText(words.format(count=grouped(count)))
        self.save.setEnabled(bool(count))
        self.reject_button.setVisible(self._plan.counts()[WRONG] > 0)

    def _chosen(self) -> list[int]:
        return sorted(index.row() for index in self.view.selectionModel().selectedRows())

    @Slot()
    def _save(self) -> None:
        plan = self._plan
        if plan is None:
            return
        count = plan.to_save(self.model.decisions)
        told = self.tr("{count} baris diimpor.").format(count=grouped(count))
        if self._session.run(lambda: apply(self._session.desk, self._base, plan, self.model.decisions), told=told):
            remember(self._session.store, self._target, self._header, self.mapping.fields())
            self.accept()

    @Slot()
    def _save_rejected(self) -> None:
        if self._plan is not None:
            wrong = [row for row in self._plan.rows if row.verdict == WRONG]
            save_rejected(self._session, self._table.source, self._header, wrong, self.mapping.refused)
