"""The filters that have a name: the usual ones, and those the office keeps, in a menu."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.saved_filters import saved_filters
from desktop.services.commitment_filters import PLACE, USUAL
from desktop.services.saved_filters import save_filter
from desktop.ui.commitments.saved_dialog import SavedFiltersDialog
from desktop.ui.session import Session
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.name_dialog import NameDialog


class SavedFilterMenu(QMenu):
    """chosen(CommitmentFilter): one of them is wanted."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = CommitmentFilter()
        self.aboutToShow.connect(self.fill)

    def set_filter(self, asked: CommitmentFilter) -> None:
        """What would be kept under a name now."""
        self._asked = asked

    @Slot()
    def fill(self) -> None:
        """Offer what there is to choose from."""
        self.clear()
        for name, asked in USUAL:
            self._add(name, asked)
        if kept := saved_filters(self._session.store, PLACE):
            self.addSeparator()
            for one in kept:
                self._add(one.name, CommitmentFilter.from_plain(one.content))
        self.addSeparator()
        save = self.addAction(self.tr("Simpan saringan ini…"))
        save.setEnabled(bool(self._asked.to_plain()))
        save.triggered.connect(self.save)
        arrange = self.addAction(self.tr("Atur saringan tersimpan…"))
        arrange.setEnabled(bool(kept))
        arrange.triggered.connect(self._arrange)

    @Slot()
    def save(self) -> None:
        """Ask for a name and keep the present filter under it."""
        if not self._asked.to_plain():
            return
        dialog = NameDialog(
            self.tr("Simpan saringan"), self.tr("Nama saringan"), self._keep,
            help_text=self.tr("Nama yang sudah ada diganti isinya."), parent=self.window(),
        )  # fmt: skip
        dialog.exec()
        dialog.deleteLater()

    def _keep(self, name: str, form: Form) -> bool:
        desk, content = self._session.desk, self._asked.to_plain()
        told = self.tr("Saringan “{name}” tersimpan.").format(name=name.strip())
        made = self._session.make(lambda: save_filter(desk, PLACE, name, content), form=form, told=told)
        return made is not None

    @Slot()
    def _arrange(self) -> None:
        dialog = SavedFiltersDialog(self._session, PLACE, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _add(self, name: str, asked: CommitmentFilter) -> None:
        action = QAction(name.replace("&", "&&"), self)
        action.setCheckable(True)
        action.setChecked(asked == self._asked)
        action.setData(asked)
        action.triggered.connect(self._choose)
        self.addAction(action)

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.chosen.emit(action.data())
