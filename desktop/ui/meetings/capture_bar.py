"""The strip a line is written in: its kind, who says it, for whom, and the line itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.models.queries.discussion import StatementRow
from desktop.models.store import Store
from desktop.services.capture_line import Line, Reading, Scene
from desktop.ui import theme
from desktop.ui.meetings.kind_chooser import KindChooser
from desktop.ui.meetings.line_input import LineInput
from desktop.ui.meetings.line_reader import LineReader
from desktop.ui.meetings.voices import Voices
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import ElidedLabel, plain_label


class CaptureBar(QFrame):
    """entered(): Enter in the line. pasted(list[str]): several lines at once.
    edited(): anything in the strip was changed by the user. guest_wanted(str): a name nobody knows is a guest's.
    """

    entered = Signal()
    pasted = Signal(list)
    edited = Signal()
    guest_wanted = Signal(str)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voices = Voices(store, None)
        self._spoke_for: dict[UUID, Choice | None] = {}
        unit = theme.current().unit

        # Fields
        self.kinds = KindChooser(self)
        self.speaker = PickerField(lambda text: self._voices.speakers(text), self.tr("Siapa yang berbicara"))
        self.behalf = PickerField(lambda text: self._voices.offices(text), self.tr("atas nama sendiri"))
        self.line = LineInput(
            self.tr(
                "Ketik lalu Enter. nama: pembicara · @ jabatan · # instansi · + wilayah · ! batas waktu · "
                "Ctrl+1…5 jenis · Ctrl+↑↓ acara"
            )
        )
        self.line.setAccessibleName(self.tr("Catatan baru"))
        self.line.takes_lists = True
        self.reader = LineReader(self.line)
        self._target = ElidedLabel(role="muted")

        # Assemble
        who = QHBoxLayout()
        who.setSpacing(unit * 2)
        for words, field in ((self.tr("&Pembicara"), self.speaker), (self.tr("&Atas nama"), self.behalf)):
            who.addWidget(_label(words, field))
            who.addWidget(field, 3)
            who.addSpacing(unit)
        who.addWidget(self._target, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.kinds)
        whole.addLayout(who)
        whole.addWidget(self.reader.chips)
        whole.addWidget(self.line)

        # Wire
        self.line.finished.connect(self.entered)
        self.line.pasted.connect(self.pasted)
        self.reader.guest_wanted.connect(self.guest_wanted)
        self.kinds.edited.connect(self._kind_changed)
        self.kinds.edited.connect(self._back_to_line)
        self.speaker.edited.connect(self._speaker_changed)
        self.speaker.chosen.connect(self._back_to_line)
        self.speaker.returnPressed.connect(self._back_to_line)
        self.behalf.edited.connect(self._behalf_changed)
        self.behalf.chosen.connect(self._back_to_line)
        self.behalf.returnPressed.connect(self._back_to_line)
        for part in (self.line, self.kinds, self.speaker, self.behalf, self.reader):
            part.edited.connect(self.edited)

    def set_voices(self, voices: Voices, said: Sequence[StatementRow], scene: Scene) -> None:
        """Offer the speakers of a meeting; whom each last spoke for is taken from what was said."""
        self._voices = voices
        self.reader.set_scene(scene)
        for line in said:
            if line.speaker_id is not None:
                one, words = line.on_behalf_of_id, line.on_behalf_of
                self._spoke_for[line.speaker_id] = Choice(one, words) if one and words else None

    def set_target(self, words: str) -> None:
        """Say under which point of the agenda the line will stand."""
        self._target.setText(words)

    def clear(self) -> None:
        """Empty everything, for another meeting."""
        self._spoke_for.clear()
        self.kinds.set_value("paparan")
        self.speaker.set_value(None)
        self.behalf.set_value(None)
        self.take_line()

    def resume(self, last: StatementRow) -> None:
        """Go on as the last line was: its kind, its speaker."""
        self.kinds.set_value(last.kind)
        if last.speaker_id is not None:
            self.speaker.set_value(self._voices.speaker(last.speaker_id))
            self._speaker_changed()

    def choose_speaker(self, seat: UUID) -> None:
        """Let somebody speak, for whom they last spoke for."""
        self.speaker.set_value(self._voices.speaker(seat))
        self._speaker_changed()
        self.edited.emit()

    def take_line(self) -> None:
        """Empty the line after it was stored; kind and speaker stay for the next."""
        self.line.set_value("")
        self.reader.forget()

    def values(self) -> dict[str, Any]:
        """What is typed as it stands, ready to be begun elsewhere."""
        return {
            "kind": self.kinds.value(),
            "text": self.line.value(),
            "speaker_id": self.speaker.value(),
            "on_behalf_of_id": self.behalf.value(),
        }

    def take_speaker(self, reading: Reading) -> None:
        """Let whom the line names speak from now on, for themselves unless the line says for whom."""
        if reading.speaker is None:
            return
        self.choose_speaker(reading.speaker)
        office = next((one.meaning for one in reading.tokens if one.kind == "behalf"), None)
        self.behalf.set_value(Choice(office.position_id, office.label) if office else None)
        self._behalf_changed()

    def line_of(self, reading: Reading, item: UUID | None) -> Line:
        """A line that was read, with what the strip says of its kind and its speaker."""
        speaker, behalf = self.speaker.value(), self.behalf.value()
        return Line(
            reading,
            self.kinds.value(),
            item,
            speaker if isinstance(speaker, UUID) else None,
            behalf if isinstance(behalf, UUID) else None,
        )

    def unknown_name(self) -> PickerField | None:
        """The field in which a name stands that nobody bears."""
        return next((field for field in (self.speaker, self.behalf) if field.problem()), None)

    def pack(self) -> dict[str, Any]:
        """Everything in the strip with the caret, as a draft keeps it."""
        return {
            "text": self.line.toPlainText(),
            "caret": list(self.line.caret()),
            "kind": self.kinds.value(),
            "follow_up": self.kinds.is_follow_up(),
            "rejected": self.reader.rejected(),
            "speaker": _packed(self.speaker),
            "behalf": _packed(self.behalf),
        }

    def unpack(self, kept: Mapping[str, Any]) -> None:
        """Show a draft again, the caret where it was."""
        self.kinds.set_value(kept["kind"])
        for field, name in ((self.speaker, "speaker"), (self.behalf, "behalf")):
            one, words = kept[name]
            field.set_value(Choice(UUID(one), words) if one else words)
        self.kinds.set_follow_up(kept.get("follow_up", False))
        self._kind_changed()
        self.line.set_value(kept["text"])
        self.line.set_caret(*kept["caret"])
        self.reader.reject(kept.get("rejected", ()))

    def _kind_changed(self) -> None:
        self.reader.set_follow_up(self.kinds.is_follow_up())

    def _speaker_changed(self) -> None:
        seat = self.speaker.value()
        if isinstance(seat, UUID):
            self.behalf.set_value(self._spoke_for.get(seat))

    def _behalf_changed(self) -> None:
        seat, office = self.speaker.value(), self.behalf.value()
        if isinstance(seat, UUID):
            self._spoke_for[seat] = Choice(office, self.behalf.typed()) if office else None

    def _back_to_line(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


def _label(words: str, field: QWidget) -> QLabel:
    label = plain_label(words, role="field")
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    return label


def _packed(field: PickerField) -> list[str | None]:
    one = field.value()
    return [str(one) if one else None, field.typed()]
