"""What can be done with chosen rows of the register: to one in its place, to many after a look at what changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu

from desktop.models.queries.commitment_parts import FollowUp, follow_ups
from desktop.models.words import COMMITMENT_STATES
from desktop.services.commitment_bulk import change_many, plan
from desktop.services.commitment_changes import SetState
from desktop.services.commitments import update_commitment
from desktop.ui import ask
from desktop.ui.commitments.bulk_dialog import (
    BulkDialog,
    DueDialog,
    EscalateDialog,
    InstitutionDialog,
    RegionDialog,
    left_words,
)
from desktop.ui.commitments.register_table import InPlaceText, RegisterTable
from desktop.ui.commitments.state_table import STATE_KEYS
from desktop.ui.session import Session


class RowDeeds(QObject):
    """parts_wanted(seq): a follow-up of several addressees is to be changed part by part."""

    parts_wanted = Signal(int)

    def __init__(
        self,
        session: Session,
        table: RegisterTable,
        chosen: Callable[[], Sequence[int]],
        current: Callable[[], int | None],
    ) -> None:
        """`chosen` gives the seq of the chosen follow-ups, each once; `current` where the keyboard is."""
        super().__init__(table)
        self._session, self._table, self._chosen, self._seq = session, table, chosen, current
        self.menu = QMenu(table)
        self.menu.aboutToShow.connect(self._fill)
        table.set_row_menu(self.menu)
        table.state_wanted.connect(self.set_state)
        table.edit_wanted.connect(self.edit)

    @Slot(str)
    def set_state(self, state: str) -> None:
        """Note how far the chosen ones are; of one with several addressees, they are shown instead."""
        seqs = list(self._chosen())
        rows = follow_ups(self._session.store, seqs[:2])
        if len(seqs) == 1 and rows and len(rows[0].parts) > 1:
            self.parts_wanted.emit(seqs[0])
            return
        self._set_all(seqs, state)

    @Slot(str)
    def edit(self, column: str) -> None:
        """Change the cell the keyboard is at: the day, the state, else the text."""
        if column == "due_date":
            self.change_due()
        elif column == "state":
            self._offer_states()
        else:
            self.edit_text()

    @Slot()
    def edit_text(self) -> None:
        """Type over the text of the current row, in its place."""
        if (one := self._current()) is None:
            return
        column = next(number for number, each in enumerate(self._table.rows.columns) if each.key == "text")
        editor = InPlaceText(self._table, column, one.text)
        editor.kept.connect(partial(self._keep_text, one))

    @Slot()
    def change_due(self) -> None:
        """Ask for another day for the chosen ones."""
        seqs = list(self._chosen())
        if not seqs:
            return
        dialog = DueDialog(self._session, seqs, self.tr("Ubah batas waktu"), self._table.window())
        rows = follow_ups(self._session.store, seqs) if len(seqs) == 1 else []
        dialog.show_due({"due_date": rows[0].due_date, "due_source": rows[0].due_source} if rows else {})
        self._run(dialog)

    @Slot()
    def add_region(self) -> None:
        """Ask for a region the chosen ones concern."""
        self._ask(RegionDialog, self.tr("Tambah wilayah"))

    @Slot()
    def add_institution(self) -> None:
        """Ask for an institution the chosen ones concern."""
        self._ask(InstitutionDialog, self.tr("Tambah instansi terkait"))

    @Slot()
    def escalate(self) -> None:
        """Ask what the head shall be asked about the chosen ones."""
        self._ask(EscalateDialog, self.tr("Perlu arahan pimpinan"))

    # Within

    @Slot()
    def _fill(self) -> None:
        menu, seqs = self.menu, list(self._chosen())
        menu.clear()
        if not seqs:
            return
        many = len(seqs) > 1
        if many:
            heading = menu.addAction(self.tr("{count} tindak lanjut terpilih").format(count=len(seqs)))
            heading.setEnabled(False)  # a section of Qt shows its words on no system but the Macintosh
            menu.addSeparator()
        else:
            menu.addAction(f"{self.tr('Ubah uraian')}\tF2").triggered.connect(self.edit_text)
        states = menu.addMenu(self.tr("Status semua bagian"))
        for key, state in STATE_KEYS.items():
            action = states.addAction(f"{COMMITMENT_STATES[state]}\t{key}")
            action.triggered.connect(partial(self._set_all, seqs, state))
        menu.addAction(self.tr("Batas waktu…")).triggered.connect(self.change_due)
        menu.addAction(self.tr("Tambah wilayah…")).triggered.connect(self.add_region)
        menu.addAction(self.tr("Tambah instansi terkait…")).triggered.connect(self.add_institution)
        menu.addAction(self.tr("Perlu arahan pimpinan…")).triggered.connect(self.escalate)

    def _offer_states(self) -> None:
        """The states of the current row below its cell; of several addressees, these are shown."""
        one = self._current()
        if one is None:
            return
        if len(one.parts) > 1:
            self.parts_wanted.emit(one.seq)
            return
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, state in STATE_KEYS.items():
            action = menu.addAction(f"{COMMITMENT_STATES[state]}\t{key}")
            action.triggered.connect(partial(self._set_all, [one.seq], state))
        cell = self._table.visualRect(self._table.currentIndex())
        menu.popup(self._table.viewport().mapToGlobal(cell.bottomLeft()))

    def _set_all(self, seqs: Sequence[int], state: str, *_checked: bool) -> None:
        store, change = self._session.store, SetState(state)
        found = plan(store, seqs, change)
        left = left_words(found)
        if not found.taking:
            ask.notice(found.sentence(), left)
            return
        alone = len(seqs) == 1 and found.parts == 1
        title = self.tr("Ubah status?")
        if alone or ask.question(title, "\n\n".join(filter(None, (found.sentence(), left))), yes=self.tr("Ubah")):
            self._session.make(lambda: change_many(self._session.desk, seqs, change), told=found.sentence())
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_text(self, one: FollowUp, text: str) -> None:
        told = self.tr("Uraian tindak lanjut diubah.")
        self._session.run(lambda: update_commitment(self._session.desk, one.id, text=text), told=told)

    def _ask(self, make: type[BulkDialog], title: str) -> None:
        if seqs := list(self._chosen()):
            self._run(make(self._session, seqs, title, self._table.window()))

    def _run(self, dialog: BulkDialog) -> None:
        dialog.exec()
        dialog.deleteLater()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> FollowUp | None:
        seq = self._seq()
        rows = follow_ups(self._session.store, [seq]) if seq is not None else []
        return rows[0] if rows else None
