"""Batas waktu wilayah: region, day, what it rests on, and where that comes from."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.models.queries.due_overrides import OverrideRow
from desktop.models.words import DUE_BASES
from desktop.services.checklists.overrides import add_override, update_override
from desktop.ui import theme
from desktop.ui.issues.choices import regions
from desktop.ui.readiness.wording import short_region
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.fields import ChoiceField, LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import plain_label


class OverrideDialog(QDialog):
    """A new one for an item, or one there is."""

    def __init__(
        self,
        session: Session,
        topic: UUID,
        item: UUID,
        about: str,
        override: OverrideRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`about` names the item."""
        super().__init__(parent)
        self._session, self._item, self._override = session, item, override
        title = self.tr("Batas waktu wilayah")
        self.setWindowTitle(title)
        self.setModal(True)
        unit = theme.current().unit

        # Form
        self.form = Form(self)
        add = self.form.add_row
        self.region = add("region_id", self.tr("Wilayah"), PickerField(regions(session.store, lambda: topic)))
        self.due_on = add("due_on", self.tr("Batas waktu"), DateField())
        bases = sorted(DUE_BASES.items(), key=lambda one: one[0] == "proposed")
        self.basis = add("due_basis", self.tr("Dasar"), ChoiceField(bases))
        self.source = add(
            "source", self.tr("Sumber"), LineField(max_length=300),
            help=self.tr("Misalnya: disepakati dalam rapat 26 September 2024"),
        )  # fmt: skip
        if override is not None:
            region = Choice(override.region_id, short_region(override.region))
            self.form.load(
                {"region_id": region, "due_on": override.due_on, "due_basis": override.due_basis,
                 "source": override.source}
            )  # fmt: skip
        else:
            self.form.load({"due_basis": "agreed"})

        # Assemble
        about_label = plain_label(about, role="muted")
        about_label.setWordWrap(True)
        self.save_button = button(self.tr("Simpan"), kind="primary")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(about_label)
        whole.addWidget(self.form, 1)
        whole.addLayout(dialog_foot(self, self.save_button, self.save))
        (self.region if override is None else self.due_on).setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 130, unit * 122)

    @Slot()
    def save(self) -> None:
        """Keep it and close; a fault stands beside its field."""
        self.region.settle()
        if not self.form.check():
            return
        desk, values, override = self._session.desk, self.form.values(), self._override
        region = values["region_id"] if isinstance(values["region_id"], UUID) else None
        kept = {"due_on": values["due_on"], "due_basis": values["due_basis"], "source": values["source"]}
        if override is not None:
            done = self._session.run(
                lambda: update_override(desk, override.id, region_id=region, **kept), form=self.form
            )
        else:
            done = self._session.run(
                lambda: add_override(desk, self._item, region, **kept)[1],  # type: ignore[arg-type]
                form=self.form,
            )
        if done:
            self.accept()
