"""Who held what from when to when: the posts of a person, or the holders of a post."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.models.queries.directory import acting_words
from desktop.models.queries.directory_details import TenureRow
from desktop.services.tenures import delete_tenure, save_tenure
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.directory.choices import ACTING_NAMES
from desktop.ui.directory.entry_dialog import EntryDialog
from desktop.ui.directory.record_detail import line_of
from desktop.ui.session import Session
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.text import ElidedLabel, plain_label

_CONTEXT = "TenuresPanel"


def tenure_days(starts_on: date | None, ends_on: date | None) -> str:
    """The days of a tenure in words: "sejak 24 September 2024", "… – …", "sampai …"."""
    if starts_on and ends_on:
        return f"{medium_date(starts_on)} – {medium_date(ends_on)}"
    if starts_on:
        words = QCoreApplication.translate(_CONTEXT, "sejak {day}")
        return words.format(day=medium_date(starts_on))
    if ends_on:
        return QCoreApplication.translate(_CONTEXT, "sampai {day}").format(day=medium_date(ends_on))
    return QCoreApplication.translate(_CONTEXT, "masa jabatan belum dicatat")


class TenuresPanel(QWidget):
    """One line a tenure, each with what can be done to it."""

    def __init__(self, session: Session, *, of_person: bool, parent: QWidget | None = None) -> None:
        """`of_person`: the lines name posts; otherwise they name people."""
        super().__init__(parent)
        self._session, self._of_person = session, of_person
        self._tenures: dict[str, TenureRow] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.current().unit * 2)

    def show_tenures(self, tenures: Sequence[TenureRow]) -> None:
        """Show these, the first on top."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._tenures = {str(one.id): one for one in tenures}
        for one in tenures:
            self._lines.addWidget(self._line(one))
        if not tenures:
            empty = (
                self.tr("Belum ada jabatan yang dicatat.")
                if self._of_person
                else self.tr("Belum ada pejabat yang dicatat.")
            )
            self._lines.addWidget(plain_label(empty, role="muted"))

    def _line(self, one: TenureRow) -> QWidget:
        unit = theme.current().unit
        words = one.words if self._of_person else acting_words(one.acting, one.person)
        edit = icon_button("pencil", self.tr("Ubah masa jabatan {name}").format(name=words))
        edit.setObjectName(str(one.id))
        edit.clicked.connect(self._edit)
        remove = icon_button("trash-2", self.tr("Hapus masa jabatan {name}").format(name=words))
        remove.setObjectName(str(one.id))
        remove.clicked.connect(self._remove)
        now = [Badge(self.tr("Sekarang"), Tone.OK)] if one.covers(today()) else []
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line_of(ElidedLabel(words), *now, edit, remove, spacing=unit))
        column.addWidget(plain_label(tenure_days(one.starts_on, one.ends_on), role="help"))
        return made

    @Slot()
    def _edit(self) -> None:
        one = self._tenures[self.sender().objectName()]

        def deed(values: dict[str, Any]) -> Any:
            return save_tenure(self._session.desk, one.id, **values)

        title = self.tr("Masa jabatan – {name}").format(name=f"{one.person}, {one.words}")
        dialog = EntryDialog(self._session, title, deed, parent=self)
        dialog.form.add_row("acting", self.tr("Status jabatan"), ChoiceField(tuple(ACTING_NAMES.items())))
        dialog.form.add_row("starts_on", self.tr("Mulai"), DateField())
        dialog.form.add_row(
            "ends_on", self.tr("Berakhir"), DateField(), help=self.tr("Kosongkan selama masih menjabat.")
        )
        dialog.form.load({"acting": one.acting, "starts_on": one.starts_on, "ends_on": one.ends_on})
        dialog.show_form()

    @Slot()
    def _remove(self) -> None:
        one = self._tenures[self.sender().objectName()]
        told = self.tr("Masa jabatan dihapus: {name}").format(name=f"{one.person}, {one.words}")
        self._session.run(lambda: delete_tenure(self._session.desk, one.id), told=told)
