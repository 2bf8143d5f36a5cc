"""The capture line: one line typed in a meeting becomes a note or a follow-up, as its small grammar says.

`nama:` sets the speaker, `@` names a post or person, `#` an institution or group, `+` a region, `!` a date, `*`
a priority; quotes protect. Tokens stand anywhere and in any order, are found once by their places, and whatever
is not understood stays in the text.
"""

from desktop.services.capture_line.offers import Offers, offers_at
from desktop.services.capture_line.reading import FOLLOW_UP, Decisions, Reading, Token, read_line
from desktop.services.capture_line.scene import Scene, scene_of
from desktop.services.capture_line.storing import Kept, Line, follow_up_to_note, keep_lines

__all__ = [
    "FOLLOW_UP", "Decisions", "Kept", "Line", "Offers", "Reading", "Scene", "Token", "follow_up_to_note",
    "keep_lines", "offers_at", "read_line", "scene_of",
]  # fmt: skip
