"""What holds for all reports of a sitting: who told them, of which day, from where, in which meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.ui.widgets.picker_field import Choice


@dataclass(frozen=True, slots=True)
class Sitting:
    """Nothing of it is set at first; without a day reports speak of the day they are noted on."""

    institution: Choice | None = None
    as_of: date | None = None
    source: str = ""
    meeting_id: UUID | None = None

    def values(self) -> dict[str, Any]:
        """The same as `services.readiness.assess` takes it."""
        return {
            "institution_id": self.institution.value if self.institution else None,
            "as_of": self.as_of or today(),
            "source": self.source,
            "meeting_id": self.meeting_id,
        }
