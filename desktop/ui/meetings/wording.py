"""How the states of a meeting and of a seat look: their tone and, where it says more, their symbol."""

from __future__ import annotations

from desktop.models.words import CANCELLED, MEETING_STATES
from desktop.ui.colours import Tone

MEETING_TONES = {
    "konsep": Tone.NONE,
    "dikoreksi": Tone.ATTENTION,
    "siap": Tone.INFO,
    "ditandatangani": Tone.OK,
}
MEETING_SYMBOLS = {"konsep": "pencil", "siap": "file-text"}


def meeting_state(state: str, *, cancelled: bool) -> tuple[str, Tone, str]:
    """The words, tone and symbol of a meeting's state; that it was cancelled outweighs how far its notula is."""
    if cancelled:
        return CANCELLED, Tone.PROBLEM, "circle-x"
    return MEETING_STATES[state], MEETING_TONES[state], MEETING_SYMBOLS.get(state, "")


ATTENDANCE_TONES = {
    "belum_dicatat": Tone.NONE,
    "hadir": Tone.OK,
    "diwakili": Tone.INFO,
    "berhalangan": Tone.ATTENTION,
    "tidak_hadir": Tone.PROBLEM,
}
ATTENDANCE_SYMBOLS = {"hadir": "user-check", "diwakili": "users", "tidak_hadir": "user-x"}
