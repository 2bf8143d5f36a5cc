"""The field for how much of what an item needs is reached."""

from __future__ import annotations

from desktop.base.errors import InvalidInput
from desktop.services.readiness_values import Goal, Reading, read_value
from desktop.ui.widgets.fields import LineField

_NOTHING = Goal("ya")


class AchievedField(LineField):
    """How much is reached, as people type it: `95 persen`, `1.200`, `1.200 dari 1.867`; else words."""

    goal = _NOTHING

    def problem(self) -> str:
        try:
            read_value(self.value(), self.goal)
        except InvalidInput as fault:
            return str(fault)
        return ""

    def reading(self) -> Reading:
        """What is typed, as a report keeps it; nothing while it cannot be read."""
        try:
            return read_value(self.value(), self.goal)
        except InvalidInput:
            return Reading()
