"""Writes forms where the user says: one file, one file each into a folder, or all in one ZIP."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.base.places import safe_file_name
from desktop.services.forms.making import MadeForm
from desktop.ui import ask
from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.saving import ask_place, save_folder
from desktop.ui.session import Session


class FormWriter(QObject):
    """Asks first and writes then, so that forms are kept only once it is known where they go."""

    def __init__(self, session: Session, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        self._written = 0
        self.maker = FileMaker(session, self)

    def ask_place(self, forms: Sequence[MadeForm], *, packed: bool) -> Path | None:
        """Where these forms go: a ZIP if `packed`, a file for a single one, a folder for several."""
        if packed:
            name = safe_file_name("Formulir", f"{today():%Y-%m-%d}", suffix=".zip")
            return ask_place(self._session, self.tr("Simpan formulir"), name)
        if len(forms) == 1:
            return ask_place(self._session, self.tr("Simpan formulir"), forms[0].file_name)
        return ask.choose_folder(self.tr("Folder untuk formulir"), save_folder(self._session, ".xlsx"))

    def write(self, forms: Sequence[MadeForm], place: Path, *, packed: bool) -> None:
        """Write them there; each file is whole or not there, and what cannot be written may go elsewhere."""
        if packed:
            sheets = [(one.file_name, one.sheet) for one in forms]
            words = self.tr("{count} formulir tersimpan ke {name}.")
            count = grouped(len(forms))
            self.maker.make(place, "forms", sheets, told=lambda path: words.format(count=count, name=path.name))
        elif len(forms) == 1:
            self.maker.make(place, "form", forms[0].sheet)
        else:
            self._written = 0
            for one in forms:
                self.maker.make(place / one.file_name, "form", one.sheet, told=self._told)

    def _told(self, path: Path) -> str:
        self._written += 1
        words = self.tr("{count} formulir tersimpan di folder {folder}.")
        return words.format(count=grouped(self._written), folder=path.parent.name)
