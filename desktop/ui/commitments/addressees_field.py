"""The field that names who must follow up: institutions, offices, groups and plain words, as removable chips."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.folding import fold
from desktop.models.queries.commitments import AddresseeRow
from desktop.models.queries.directory import search_institutions, search_positions
from desktop.models.store import Store
from desktop.services.addressees import GROUPS, addressees_named
from desktop.services.commitments import To
from desktop.ui import icons, theme
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import set_tip

_LONGEST_CHIP = 34  # letters


class Named(NamedTuple):
    """One chip: the words said, and everybody they mean."""

    words: str
    to: tuple[To, ...]


def named(addressees: Sequence[AddresseeRow]) -> tuple[Named, ...]:
    """The chips of a follow-up as it is stored: a group once, others one by one."""
    found: dict[str, list[To]] = {}
    for one in addressees:
        found.setdefault(one.via or one.words, []).append(as_to(one))
    return tuple(Named(words, tuple(to)) for words, to in found.items())


def as_to(one: AddresseeRow) -> To:
    """A stored addressee as a service is given it."""
    return To(institution_id=one.institution_id, position_id=one.position_id, label=one.label, via=one.via)


class AddresseesField(QWidget):
    """A picker with the chosen ones below it. Enter takes what is typed; Backspace in the empty box the last chip.

    `value()` is a tuple of `Named`.
    """

    edited = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._named: tuple[Named, ...] = ()
        unit = theme.current().unit
        self._picker = PickerField(
            self._search, self.tr("Ketik instansi, jabatan atau kelompok, lalu Enter"), free=True
        )
        self._picker.chosen.connect(self._take)
        self._picker.editingFinished.connect(self.take_typed)
        self._picker.installEventFilter(self)
        self.setFocusProxy(self._picker)
        self._chips = QWidget()
        self._chips.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(self._chips, spacing=unit)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addWidget(self._picker)
        whole.addWidget(self._chips)
        self._chips.hide()

    def value(self) -> tuple[Named, ...]:
        return self._named

    def set_value(self, value: object) -> None:
        self._named = value if isinstance(value, tuple) else ()
        self._picker.set_value(None)
        self._show_chips()

    def problem(self) -> str:
        return ""

    def typed(self) -> str:
        """Words in the box that are not a chip yet."""
        return self._picker.typed()

    def set_typed(self, text: str) -> None:
        """Put words back into the box."""
        self._picker.set_value(text)

    def take_typed(self) -> None:
        """Make a chip of the words in the box."""
        if words := self._picker.typed():
            self._take(Named(words, addressees_named(self._store, words)))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._picker.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._picker:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._backspace(event)
            if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
                # A form looks at its fields when the focus leaves them, and the focus is within this one.
                QApplication.sendEvent(self, QFocusEvent(QEvent.Type.FocusOut, event.reason()))
        return super().eventFilter(watched, event)

    def _backspace(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace and not self._picker.text() and self._named:
            self._set(self._named[:-1])
            return True
        return False

    def _search(self, text: str) -> list[Choice]:
        words = fold(text).split()
        groups = [group for group in GROUPS if all(word in fold(group) for word in words)]
        found = [Choice(Named(group, ()), group, self.tr("kelompok se-wilayah kerja")) for group in groups]
        found += [
            Choice(Named(one.words, (To(institution_id=one.id),)), one.words)
            for one in search_institutions(self._store, text, 12)
        ]
        for post in search_positions(self._store, text, today(), 12) if words else ():
            to = To(institution_id=post.institution_id, position_id=post.id)
            found.append(Choice(Named(post.words, (to,)), post.words, self.tr("jabatan")))
        return found

    def _take(self, chosen: object) -> None:
        assert isinstance(chosen, tuple)
        one = Named(*chosen)
        if not one.to:
            one = Named(one.words, addressees_named(self._store, one.words))
        self._picker.set_value(None)
        if one.words not in [chip.words for chip in self._named]:
            self._set((*self._named, one))

    def _set(self, value: tuple[Named, ...]) -> None:
        self._named = value
        self._show_chips()
        self.edited.emit()

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, one in enumerate(self._named):
            self._flow.addWidget(self._chip(number, one))
        self._chips.setVisible(bool(self._named))
        self.updateGeometry()

    def _chip(self, number: int, one: Named) -> QPushButton:
        count = f" ({len(one.to)})" if len(one.to) > 1 else ""
        short = one.words if len(one.words) <= _LONGEST_CHIP else f"{one.words[: _LONGEST_CHIP - 1]}…"
        chip = QPushButton(short + count)
        chip.setProperty("kind", "chip")
        chip.setProperty("number", number)
        chip.setIcon(icons.icon("x", "muted"))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setAutoDefault(False)
        chip.setAccessibleName(self.tr("Hapus {name}").format(name=one.words))
        set_tip(chip, self.tr("Hapus {name}").format(name=one.words))
        chip.clicked.connect(self._chip_pressed)
        return chip

    def _chip_pressed(self) -> None:
        number = self.sender().property("number")
        self._set(self._named[:number] + self._named[number + 1 :])
        self._picker.setFocus()


def packed(value: tuple[Named, ...]) -> list[Any]:
    """The chips as a draft keeps them."""
    return [[one.words, [[_str(to.institution_id), _str(to.position_id), to.label, to.via] for to in one.to]]
            for one in value]  # fmt: skip


def unpacked(kept: Sequence[Any]) -> tuple[Named, ...]:
    """The chips of a draft."""
    return tuple(
        Named(words, tuple(To(_id(place), _id(post), label, via) for place, post, label, via in ends))
        for words, ends in kept
    )


def _str(one: UUID | None) -> str | None:
    return str(one) if one else None


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None
