"""Which meetings a report is about: all, those of a topic, or those of a forum."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.models.store import Store
from desktop.services.papers.period_recap import EVERY_MEETING, scope_choices
from desktop.ui import theme
from desktop.ui.widgets.fields import ChoiceField

_WIDEST = 80  # of the theme's unit


class ScopeField(ChoiceField):
    """Its value is what `Scope` takes besides the period."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([({}, EVERY_MEETING)], parent=parent)
        self.setAccessibleName(self.tr("Rapat yang dihitung"))
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(theme.current().unit * _WIDEST)

    def renew(self, store: Store) -> None:
        """Offer the topics and forums there are now; where the one chosen is gone, all meetings are meant."""
        self.set_options(scope_choices(store))
        if self.currentIndex() < 0:
            self.set_value({})

    def chosen(self) -> dict[str, UUID]:
        """What is meant: `topic` or `forum` with its id, nothing for all meetings."""
        value = self.value()
        assert isinstance(value, dict)
        return value

    def filter_words(self) -> list[str]:
        """What is meant, as a line above a list; nothing for all meetings."""
        return [self.currentText()] if self.chosen() else []
