"""By what something is counted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets.fields import ChoiceField


class WayField(ChoiceField):
    """One of a few ways: its key, and its name as a noun ("Instansi")."""

    def __init__(self, ways: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        by = self.tr("Menurut {way}")
        self.set_options([(key, by.format(way=name.lower())) for key, name in ways.items()])
        self.setCurrentIndex(0)
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Dihitung menurut"))

    def way(self) -> str:
        """The key of the way chosen."""
        return str(self.value())
