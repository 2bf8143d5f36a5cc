"""What was understood of the line being typed, shown before it is kept: one chip for each token."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.base.dates import DAYS
from desktop.services.capture_line import Reading, Scene, Token
from desktop.ui import icons, theme
from desktop.ui.colours import Tone
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import plain_label, set_tip

TONES = {
    "resolved": Tone.OK,
    "ambiguous": Tone.ATTENTION,
    "unresolved": Tone.ATTENTION,
    "text": Tone.NONE,
}
_ICONS = {"resolved": "check", "ambiguous": "chevron-down", "unresolved": "circle-alert", "text": "x"}


class TokenChips(QWidget):
    """Tab leads into the chips; Backspace turns one down, Enter lets one choose or takes it back.

    rejected(str)    a token shall be text; its key
    restored(str)    it shall be a token again
    wanted(Token)    one of several names is to be chosen
    left()           back to the line
    """

    rejected = Signal(str)
    restored = Signal(str)
    wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._line = FlowLayout(self, spacing=theme.current().unit * 2)
        self.setAccessibleName(self.tr("Yang dikenali dari baris"))
        self.hide()

    def show_reading(self, reading: Reading, scene: Scene) -> None:
        """Show the tokens of a line; nothing is shown of a line without any."""
        # Letters typed behind the tokens change none of this; making the chips anew is most of a keystroke.
        shown = (
            reading.tokens, reading.implied_regions, bool(reading.text), reading.is_follow_up, len(reading.to)
        )  # fmt: skip
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        for token in reading.tokens:
            self._add(_Chip(token, self))
        names = ", ".join(scene.region_names[one] for one in reading.implied_regions)
        if names:
            self._add(plain_label(self.tr("Wilayah: {names}").format(names=names), role="muted"))
        if reading.tokens and not reading.text:
            self._add(plain_label(self.tr("Tulis juga kalimatnya."), role="muted"))
        elif reading.is_follow_up:
            self._add(plain_label(_ending(reading), role="muted"))
        self.setVisible(bool(reading.tokens))

    def words(self) -> list[str]:
        """The chips as they read."""
        return [one.text() for one in self.findChildren(_Chip)]

    def _add(self, widget: QWidget) -> None:
        self._line.addWidget(widget)
        widget.show()

    def _clear(self) -> None:
        while (item := self._line.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()


class _Chip(QPushButton):
    def __init__(self, token: Token, chips: TokenChips) -> None:
        super().__init__(chip_words(token), chips)
        self._token = token
        self._chips = chips
        self.setProperty("kind", "chip")
        self.setProperty("state", token.state)
        self.setAutoDefault(False)
        tone = TONES[token.state]
        self.setIcon(icons.icon(_ICONS[token.state], f"{tone}_text"))
        told = token.warning or self.tr("Backspace: biarkan sebagai teks")
        set_tip(self, told)
        self.setAccessibleName(f"{self.text()}. {told}")
        self.clicked.connect(self._pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._chips.rejected.emit(self._token.key)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pressed()
        elif event.key() == Qt.Key.Key_Escape:
            self._chips.left.emit()
        else:
            super().keyPressEvent(event)

    def _pressed(self) -> None:
        if self._token.state in ("ambiguous", "unresolved"):
            self._chips.wanted.emit(self._token)
        elif self._token.state == "text":
            self._chips.restored.emit(self._token.key)
        else:
            self._chips.left.emit()


def chip_words(token: Token) -> str:
    """A token as its chip names it; a date always with the day of the week."""
    if token.state == "text":
        return _tr("{words} (teks)").format(words=token.typed)
    if token.state == "ambiguous":
        return _tr("{words}: pilih dari {count}").format(words=token.typed, count=len(token.candidates))
    if token.state == "unresolved":
        return _tr("{words}: tidak dikenal").format(words=token.typed)
    if token.day is not None:
        return f"{DAYS[token.day.weekday()]}, {token.day:%d-%m-%Y}"
    if token.kind == "priority":
        return _tr("Prioritas {number}").format(number=token.priority)
    name = token.meaning.label if token.meaning else token.typed
    if token.kind == "speaker":
        return _tr("Pembicara: {name}").format(name=name)
    if token.kind == "behalf":
        return _tr("a.n. {name}").format(name=name)
    return name


def _ending(reading: Reading) -> str:
    if not reading.to:
        return _tr("Tindak lanjut · belum ada penanggung jawab")
    count: Sequence[object] = reading.to
    return _tr("Tindak lanjut · {count} penanggung jawab").format(count=len(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("TokenChips", text)
