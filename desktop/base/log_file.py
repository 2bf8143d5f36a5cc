"""The file of the program's own notes: five of 1 MB, the oldest goes."""

from __future__ import annotations

from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST = 1_000_000
_KEPT = 5


class LogFile(RotatingFileHandler):
    """A rotating file that goes on with the old one while Windows does not let it rotate."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace", delay=True
        )

    def doRollover(self) -> None:
        try:
            super().doRollover()
        except OSError:
            self.stream = self._open()
