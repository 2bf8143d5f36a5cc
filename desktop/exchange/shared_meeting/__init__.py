"""A meeting on its way to a second laptop at the door, and the attendance on its way back: two small files."""

from desktop.exchange.shared_meeting.envelope import LARGEST, Envelope, pack, unpack
from desktop.exchange.shared_meeting.shapes import MARKS, MEETING, Mark, Marks, SharedMeeting, SharedRecord

__all__ = [
    "LARGEST", "MARKS", "MEETING", "Envelope", "Mark", "Marks", "SharedMeeting", "SharedRecord", "pack", "unpack",
]  # fmt: skip
