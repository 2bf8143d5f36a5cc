"""Gabungkan: two records side by side, what of each is to stay, and what points to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from desktop.models.queries.directory_details import uses
from desktop.models.queries.records import fields_of, id_of
from desktop.models.words import IDENTITY_KINDS, INSTITUTION_KINDS, INSTITUTION_LEVELS
from desktop.services.joining import join_records
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label

Show = Callable[[Any], str]
_PLAIN: Show = str
_FIELDS: dict[str, tuple[tuple[tuple[str, ...], str, Show], ...]] = {
    "person": (
        (("name",), "Nama", _PLAIN),
        (("rank",), "Pangkat", _PLAIN),
        (("identity_number", "identity_kind"), "NIP/NRP", _PLAIN),
        (("phone",), "Telepon", _PLAIN),
        (("email",), "Surel", _PLAIN),
        (("note",), "Catatan", _PLAIN),
    ),
    "institution": (
        (("name",), "Nama", _PLAIN),
        (("short_name",), "Singkatan", _PLAIN),
        (("leader_title",), "Sebutan pimpinan", _PLAIN),
        (("kind",), "Jenis", lambda kind: INSTITUTION_KINDS.get(kind, str(kind))),
        (("level",), "Tingkat", lambda level: INSTITUTION_LEVELS[level]),
        (("protocol_rank",), "Urutan protokol", _PLAIN),
    ),
}
_USES = {
    "tenure": "jabatan",
    "participant": "rapat",
    "statement": "catatan rapat",
    "meeting": "rapat",
    "addressee": "tindak lanjut",
    "assessment": "laporan kesiapan",
    "position": "jabatan",
    "institution_region": "wilayah",
    "office_profile": "profil kantor",
}


class JoinDialog(QDialog):
    """The left one stays; of what differs, the marked words stay."""

    def __init__(
        self, session: Session, table: str, stays: UUID, goes: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._table, self._stays, self._goes = session, table, stays, goes
        self._sides = (fields_of(session.store, table, stays), fields_of(session.store, table, goes))
        self._groups: list[tuple[tuple[str, ...], QButtonGroup]] = []
        self.setWindowTitle(self.tr("Gabungkan"))
        self.setModal(True)
        unit = theme.current().unit
        self.join = button(self.tr("Gabungkan"), kind="primary")
        buttons = dialog_foot(self, self.join, self._join)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 4)
        whole.addWidget(plain_label(self.tr("Gabungkan menjadi satu"), role="title"))
        told = self.tr(
            "Semua yang menyebut keduanya akan menyebut satu. Pilih isian yang dipakai; dapat diurungkan (Ctrl+Z)."
        )
        hint = plain_label(told, role="muted")
        hint.setWordWrap(True)
        whole.addWidget(hint)
        whole.addLayout(self._grid())
        whole.addStretch()
        whole.addLayout(buttons)
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 180, unit * (70 + 11 * len(_FIELDS[self._table])))

    def values(self) -> dict[str, Any]:
        """What the one that stays is to say from now on, where it differs from what it says."""
        found: dict[str, Any] = {}
        for columns, group in self._groups:
            side = self._sides[max(group.checkedId(), 0)]
            found |= {column: side[column] for column in columns if side[column] != self._sides[0][column]}
        return found

    def _grid(self) -> QGridLayout:
        unit = theme.current().unit
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit * 5)
        grid.setVerticalSpacing(unit * 3)
        for side, title in enumerate((self.tr("Yang tetap"), self.tr("Yang digabungkan")), start=1):
            grid.addWidget(plain_label(title, role="field"), 0, side)
        for row, (columns, label, show) in enumerate(_FIELDS[self._table], start=1):
            grid.addWidget(plain_label(_tr(label), role="field"), row, 0)
            self._choice(grid, row, columns, _tr(label), show)
        last = grid.rowCount()
        grid.addWidget(plain_label(self.tr("Dipakai di"), role="field"), last, 0)
        for side, one in enumerate((self._stays, self._goes), start=1):
            grid.addWidget(plain_label(_used(self._session, self._table, one), role="muted"), last, side)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return grid

    def _choice(self, grid: QGridLayout, row: int, columns: tuple[str, ...], label: str, show: Show) -> None:
        words = [_words(side, columns, show) for side in self._sides]
        group = QButtonGroup(self)
        for side, text in enumerate(words):
            choice = QRadioButton(text or self.tr("(kosong)"))
            choice.setAccessibleName(f"{label}: {text or self.tr('kosong')}")
            choice.setEnabled(words[0] != words[1])
            group.addButton(choice, side)
            grid.addWidget(choice, row, side + 1)
        preferred = 1 if not words[0] and words[1] else 0
        group.button(preferred).setChecked(True)
        self._groups.append((columns, group))

    def _join(self) -> None:
        values = self.values()
        done = self._session.run(
            lambda: join_records(self._session.desk, self._table, self._stays, self._goes, values),
            told=self.tr("Dua isian digabungkan."),
        )
        if done:
            self.accept()


def join_selected(session: Session, table: DataTable, name: str, owner: QWidget) -> JoinDialog | None:
    """Ask about the two rows chosen in a list; says what to do where they are not two."""
    chosen = table.selected_seqs()
    if len(chosen) != 2:
        words = _tr("Tandai dulu dua baris yang sama orangnya (Ctrl+klik atau Shift+↓).")
        if name == "institution":
            words = _tr("Tandai dulu dua baris yang sama instansinya (Ctrl+klik atau Shift+↓).")
        session.bus.message.emit(words, str(Tone.NONE))
        return None
    stays, goes = (id_of(session.store, name, seq) for seq in chosen)
    dialog = JoinDialog(session, name, stays, goes, owner.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    return dialog


def _words(side: Any, columns: tuple[str, ...], show: Show) -> str:
    value = side[columns[0]]
    if value in (None, ""):
        return ""
    if len(columns) > 1 and side[columns[1]] in IDENTITY_KINDS:
        return f"{IDENTITY_KINDS[side[columns[1]]]} {value}"
    return show(value)


def _used(session: Session, table: str, one: UUID) -> str:
    found = uses(session.store, table, one)
    words = [f"{count} {_tr(_USES[name])}" for name, count in found.items() if name in _USES]
    return ", ".join(words) or _tr("belum dipakai")


def _tr(text: str) -> str:
    return QCoreApplication.translate("JoinDialog", text)
