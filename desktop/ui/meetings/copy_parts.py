"""Which parts of an earlier meeting a new one takes over."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.meeting_pattern import PARTS
from desktop.ui import theme
from desktop.ui.widgets.fields import CheckField
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import plain_label


class CopyParts(QWidget):
    """A box for each part, all ticked at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        self.boxes = {part: CheckField(words) for part, words in PARTS.items()}
        line = QWidget()
        flow = FlowLayout(line, spacing=unit * 4)
        for box in self.boxes.values():
            box.setChecked(True)
            flow.addWidget(box)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addWidget(plain_label(self.tr("Yang disalin"), role="field"))
        whole.addWidget(line)
        never = self.tr("Kehadiran, jawaban, catatan, tindak lanjut, dan nomor surat tidak pernah disalin.")
        told = plain_label(never, role="muted")
        told.setWordWrap(True)
        whole.addWidget(told)

    def chosen(self) -> tuple[str, ...]:
        """The parts ticked, as `services.meeting_pattern.PARTS` names them."""
        return tuple(part for part, box in self.boxes.items() if box.isChecked())
