"""Which version is shown, what it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.base.numbers import grouped
from desktop.models.queries.checklist_versions import MOST_COUNTED, ChecklistVersion
from desktop.services.checklists.sheet import version_words
from desktop.ui import theme
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.text import ElidedLabel


class VersionBar(QWidget):
    """chosen(UUID): another version is to be shown; the others: a button was pressed."""

    chosen = Signal(object)
    rename_wanted = Signal()
    new_wanted = Signal()
    force_wanted = Signal()
    discard_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        self.field = ChoiceField(parent=self)
        self.field.setAccessibleName(self.tr("Versi daftar periksa"))
        self.field.setMinimumWidth(unit * 74)
        self.name_button = icon_button("pencil", self.tr("Ubah nama daftar periksa"), parent=self)
        self.about = ElidedLabel(role="muted", parent=self)
        self.import_button = button(self.tr("Impor…"), "download", kind="quiet", parent=self)
        self.export_button = button(self.tr("Ekspor…"), "upload", kind="quiet", parent=self)
        self.discard_button = button(self.tr("Buang konsep…"), "trash-2", kind="quiet", parent=self)
        self.new_button = button(self.tr("Susun versi baru"), "copy", parent=self)
        self.force_button = button(self.tr("Berlakukan…"), "check", kind="primary", parent=self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(unit * 2)
        line.addWidget(self.field)
        line.addWidget(self.name_button)
        line.addWidget(self.about, 1)
        self.name_button.clicked.connect(self.rename_wanted)
        for made, wanted in (
            (self.import_button, self.import_wanted), (self.export_button, self.export_wanted),
            (self.discard_button, self.discard_wanted), (self.new_button, self.new_wanted),
            (self.force_button, self.force_wanted),
        ):  # fmt: skip
            line.addWidget(made)
            made.clicked.connect(wanted)
        self.field.edited.connect(self._chosen)

    def show_versions(
        self, versions: Sequence[ChecklistVersion], current: ChecklistVersion, reports: int, *, topic_open: bool
    ) -> None:
        """Offer these; `reports` were given under the current one. A closed topic's are only looked at."""
        self.field.set_options([(one.id, version_words(one)) for one in versions])
        self.field.set_value(current.id)
        said = [current.name, self.tr("{count} butir").format(count=grouped(current.items))]
        if reports:
            words = self.tr("{count} laporan") if reports < MOST_COUNTED else self.tr("{count} laporan atau lebih")
            said.append(words.format(count=grouped(reports)))
        self.about.setText(" · ".join([*said, *([current.note] if current.note else [])]))
        drafting = any(one.is_draft for one in versions)
        self.import_button.setVisible(topic_open)
        self.new_button.setVisible(topic_open and not drafting)
        self.name_button.setVisible(topic_open and current.is_draft)
        self.discard_button.setVisible(topic_open and current.is_draft)
        self.force_button.setVisible(topic_open and current.is_draft)

    @Slot()
    def _chosen(self) -> None:
        version = self.field.value()
        if isinstance(version, UUID):
            self.chosen.emit(version)
