"""The name of a category in a draft."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.queries.checklist_versions import CategoryRow
from desktop.services.checklists.items import rename_category
from desktop.ui.autosave import AutoSave
from desktop.ui.session import Session
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.form import Form


class CategoryForm(QWidget):
    """Keeps the name when typing rests."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._category: UUID | None = None
        self.form = Form(self)
        self._autosave = AutoSave(session, self.form)
        self.name = self.form.add_row(
            "name", self.tr("Nama kategori"), LineField(max_length=120),
            help=self.tr("Kategori menjadi kolom matriks kesiapan."),
        )  # fmt: skip
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.form)
        self.setFocusProxy(self.name)
        self.form.edited.connect(self.save)

    def show_category(self, category: CategoryRow) -> None:
        """Show a category; the same one anew leaves alone what is being typed."""
        same = self._category == category.id
        (self.form.reload if same else self.form.load)({"name": category.name})
        if not same:
            self._autosave.forget()
        self._category = category.id

    def forget(self) -> None:
        """Give up what is being typed."""
        self._category = None
        self.form.mark_saved()

    def flush(self) -> None:
        """Keep what is being typed."""
        self.form.flush()

    @Slot()
    def save(self) -> None:
        """Keep the name."""
        category, desk = self._category, self._session.desk
        if category is not None:
            self._autosave.save(lambda changed: rename_category(desk, category, str(changed["name"])))
