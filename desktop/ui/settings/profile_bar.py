"""Which of the office's profiles is shown, and what can be done with it: one more, use it first, take it away."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.queries.office import profile_labels
from desktop.services.office import add_profile, delete_profile, make_first
from desktop.ui import ask, theme
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.text import plain_label, set_tip


class ProfileBar(QWidget):
    """chosen(): another profile is shown."""

    chosen = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choice = ChoiceField(())
        self._choice.setAccessibleName(self.tr("Profil surat"))
        self._choice.edited.connect(self._choose)
        self._add = button(self.tr("Tambah profil…"), "plus")
        self._add.clicked.connect(self._ask_name)
        self._first = button(self.tr("Jadikan utama"))
        self._first.clicked.connect(self._make_first)
        set_tip(self._first, self.tr("Dipakai untuk rapat yang tidak memilih profil lain"))
        self._delete = button(self.tr("Hapus"), "trash-2")
        self._delete.clicked.connect(self._take_away)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(plain_label(self.tr("Profil surat"), role="muted"))
        line.addWidget(self._choice)
        line.addWidget(self._first)
        line.addWidget(self._delete)
        line.addStretch()
        line.addWidget(self._add)
        for one in (self._add, self._first, self._delete):
            one.setEnabled(not session.store.read_only)
        self.refresh()

    @property
    def profile(self) -> UUID:
        """The profile shown."""
        found = self._choice.value()
        assert isinstance(found, UUID)
        return found

    def refresh(self) -> None:
        """Show the profiles there are; the one shown stays while it is there."""
        labels = profile_labels(self._session.store)
        shown = self._choice.value()
        self._choice.set_options([(one, self._called(label, place)) for place, (one, label) in enumerate(labels)])
        ids = [one for one, _ in labels]
        self._choice.set_value(shown if shown in ids else ids[0])
        several = len(ids) > 1
        self._choice.setVisible(several)
        self._first.setVisible(several and self.profile != ids[0])
        self._delete.setVisible(several)

    def _called(self, label: str, place: int) -> str:
        name = label or self.tr("Profil kantor")
        return self.tr("{name} (utama)").format(name=name) if place == 0 else name

    @Slot()
    def _choose(self) -> None:
        self.refresh()
        self.chosen.emit()

    @Slot()
    def _ask_name(self) -> None:
        dialog = NameDialog(
            self.tr("Profil surat baru"),
            self.tr("Nama profil"),
            self._keep,
            help_text=self.tr("Salinan profil yang tampil; ubah seperlunya. Misalnya: Bidang Pemerintahan."),
            parent=self.window(),
        )
        dialog.exec()
        dialog.deleteLater()

    def _keep(self, name: str, form: Form) -> bool:
        like = self.profile
        made = self._session.make(lambda: add_profile(self._session.desk, name, like=like), form=form)
        if made is None:
            return False
        self.refresh()
        self._choice.set_value(made[0])
        self._choose()
        return True

    @Slot()
    def _make_first(self) -> None:
        shown = self.profile
        self._session.run(lambda: make_first(self._session.desk, shown))

    @Slot()
    def _take_away(self) -> None:
        shown = self.profile
        if ask.question(
            self.tr("Hapus profil surat ini?"),
            self.tr("Rapat yang memakainya akan memakai profil utama."),
            yes=self.tr("Hapus"),
            danger=True,
        ):
            self._session.run(
                lambda: delete_profile(self._session.desk, shown), told=self.tr("Profil surat dihapus.")
            )
