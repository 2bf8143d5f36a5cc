"""Bagikan rapat ini: the list goes to a laptop at the door, its marks come back any number of times."""

from desktop.services.shared_meeting.differences import Difference, differences, settle
from desktop.services.shared_meeting.joining import Received, receive_marks
from desktop.services.shared_meeting.origin import Origin, shared_from
from desktop.services.shared_meeting.sending import marks_file, share_file, share_name
from desktop.services.shared_meeting.taking import take_shared

__all__ = [
    "Difference", "Origin", "Received", "differences", "marks_file", "receive_marks", "settle", "share_file",
    "share_name", "shared_from", "take_shared",
]  # fmt: skip
