"""What a process that has just begun must not load before it can print: each costs milliseconds."""

from __future__ import annotations

import os
import subprocess
import sys

from desktop.base.paths import program_folder

NEEDLESS = ("PIL._imaging", "PIL.PngImagePlugin", "json", "logging", "reportlab.platypus")
FIRST_PAPER = f"""
import sys
from desktop.documents.content import LetterheadLine, OfficeProfile
from desktop.documents.minutes_content import Attendee, MinutesContent
from desktop.documents import minutes
office = OfficeProfile(letterhead=(LetterheadLine("Kantor", 2),))
minutes.render(MinutesContent("Rapat", attendees=(Attendee("Siti"),)), office)
print([name for name in {NEEDLESS!r} if name in sys.modules])
"""


def test_the_first_paper_of_a_process_loads_nothing_it_does_not_need() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", FIRST_PAPER],
        env=os.environ | {"PYTHONPATH": str(program_folder())},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
