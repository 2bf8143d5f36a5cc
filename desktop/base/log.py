"""The program's own notes for the office's IT staff: what happened and when, never about whom.

Times are UTC. Ids may be written, names and numbers of people may not; what slips in is blacked out on its
way to the file.
"""

from __future__ import annotations

import logging
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop import __version__
from desktop.base.rights import make_private, make_private_folder

FILE_NAME = "rakor.log"

_KEEP_UUID = r"(?P<keep>\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)"
_PERSONAL = (  # compiled by `re` with the first note
    r"(?im)"
    + _KEEP_UUID
    + r"|(?P<key>Key \([^)]*\)=)\(.*?\)(?= |$)"  # PostgreSQL repeats the value that broke a rule
    + r"|(?<![\w.+%-])[\w.+%-]++@[\w-]++(?:\.[\w-]++)+"  # possessive: a long word costs its length once
    + r"|\b\d{8} \d{6} \d \d{3}\b"  # NIP as it is printed
    + r"|(?:\+62|\b62|\b0)[ -]?8\d(?:[ .-]?\d){6,}"
    + r"|\d{9,}"
)
_SHOWN_PACKAGES = (
    "PySide6-Essentials", "peewee", "sqlcipher3", "reportlab", "pypdfium2", "pillow", "psycopg", "pyhanko",
    "tzdata",
)  # fmt: skip


def redact(text: str) -> str:
    """Black out what may identify a person: NIK, NIP, telephone, e-mail and the home folder."""
    home = str(Path.home())
    if len(home) > 3:
        text = text.replace(home, "~")
    return re.sub(_PERSONAL, _blacked_out, text)


def set_up_log(folder: Path) -> Path | None:
    """Write notes to a file in this folder (five files of 1 MB); None where it cannot be written.

    A place that cannot be written must not keep the program from opening the data for reading.
    """
    logging.captureWarnings(True)
    logging.getLogger("peewee").setLevel(logging.WARNING)  # at DEBUG it prints every value
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    close_log()
    path = folder / FILE_NAME
    try:
        make_private_folder(folder)
        path.open("ab").close()
        make_private(path)
    except OSError:
        return None
    root.addHandler(Notes(path))
    return path


def close_log() -> None:
    """Stop writing to the file, so that its folder can be moved or removed."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, Notes)]:
        root.removeHandler(handler)
        handler.close()


def environment_summary() -> str:
    """Versions and platform for a crash report; no user name, computer name or folder."""
    import platform  # slow to load, and needed after a crash only
    from importlib import metadata

    lines = [
        f"Rakor {__version__}" + (" (packaged)" if getattr(sys, "frozen", False) else ""),
        f"Python {platform.python_version()} {platform.architecture()[0]}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]
    for package in _SHOWN_PACKAGES:
        try:
            lines.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            continue
    return "\n".join(lines)


class _Redacting(logging.Formatter):
    """One line per note with UTC time; tracebacks below it."""

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC)
        return f"{moment:%Y-%m-%dT%H:%M:%S}.{int(record.msecs):03d}Z {redact(super().format(record))}"


class Notes(logging.Handler):
    """Where the notes go. Its file is opened with the first note: on most days there is none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from desktop.base.log_file import LogFile

            self._file = LogFile(self._path)
            self._file.setFormatter(_Redacting())
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def _blacked_out(found: re.Match[str]) -> str:
    if found["keep"]:
        return found["keep"]
    return f"{found['key'] or ''}[…]"
