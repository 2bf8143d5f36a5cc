"""How the states of problems and of regions look: tone, symbol, words; and when something happened, in short."""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from desktop.base.dates import brief_date, clock_text
from desktop.models.words import ISSUE_STATES, NO_REPORT, SITUATIONS
from desktop.ui.colours import Tone


class Look(NamedTuple):
    """What a badge shows."""

    text: str
    tone: Tone
    symbol: str


ISSUE_LOOKS = {
    "terbuka": Look(ISSUE_STATES["terbuka"], Tone.ATTENTION, "flag"),
    "ditangani": Look(ISSUE_STATES["ditangani"], Tone.INFO, "clock"),
    "selesai": Look(ISSUE_STATES["selesai"], Tone.OK, "check"),
}
SITUATION_LOOKS: dict[str | None, Look] = {
    "kondusif": Look(SITUATIONS["kondusif"], Tone.OK, "check"),
    "perhatian": Look(SITUATIONS["perhatian"], Tone.ATTENTION, "eye"),
    "gangguan": Look(SITUATIONS["gangguan"], Tone.PROBLEM, "triangle-alert"),
    None: Look(NO_REPORT, Tone.NONE, "circle-dashed"),
}


def when_words(day: date, clock: time | None, today: date) -> str:
    """When something happened: `24 Nov 08.40`, with the year where it is another one."""
    hour = f" {clock_text(clock, None)}" if clock is not None else ""
    return f"{brief_date(day, today)}{hour}"
