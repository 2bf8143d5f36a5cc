"""A meeting as a JSON file: what is known stands there, what is unknown is null.

The shape is that of `resources/seed/rakor_2024_09_26.json`. Every fault names its place in the file, such as
`follow_ups[2].due_date`, the reason, and what to do; nothing is guessed.
"""

from __future__ import annotations

from desktop.exchange.meeting_file.place import LARGEST
from desktop.exchange.meeting_file.reading import read_meeting
from desktop.exchange.meeting_file.shapes import FilePerson, FileReadiness, MeetingFile

__all__ = ["LARGEST", "FilePerson", "FileReadiness", "MeetingFile", "read_meeting"]
