"""What kind of place a path is, and names that every file system accepts."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from pathlib import Path

_LONGEST_NAME = 120  # bytes; leaves room for deep folders under Windows' 260 characters
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_CLOUD_NAMES = (
    (re.compile(r"onedrive(\b.*)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"dropbox(\s*\(.*\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"google ?drive(\b.*)?|my drive|drive saya", re.IGNORECASE), "Google Drive"),
    (re.compile(r"icloud ?drive|com~apple~clouddocs", re.IGNORECASE), "iCloud"),
)
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK_SYSTEMS = {
    "9p", "afs", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs", "ncpfs",
    "nfs", "nfs4", "smb3", "smbfs",
}  # fmt: skip
_DRIVE_REMOTE = 4


def safe_file_name(*parts: str, suffix: str = "") -> str:
    """A file name any Windows or Linux folder accepts: `2024-09-26_Notula_Rakor-Pilkada.pdf`.

    Parts are joined by `_`, their words by `-`; what a file system or a reader may misunderstand is left out.
    """
    stem = "_".join(word for part in parts if (word := _plain_words(part))) or "tanpa-nama"
    if _RESERVED.fullmatch(stem.split(".")[0]):
        stem = f"berkas-{stem}"
    room = _LONGEST_NAME - len(suffix.encode())
    stem = stem.encode()[:room].decode(errors="ignore").rstrip(" ._-")
    return f"{stem}{suffix}"


def cloud_service(path: Path) -> str | None:
    """Which cloud service keeps copies of this folder (OneDrive, Dropbox …), or None.

    Such services copy a database while it is being written; data do not belong there.
    """
    for part in path.parts:
        for pattern, name in _CLOUD_NAMES:
            if pattern.fullmatch(part):
                return name
    for variable in _CLOUD_VARIABLES:
        root = os.environ.get(variable)
        if root and path.is_relative_to(root):
            return "OneDrive"
    return None


def is_network_path(path: Path) -> bool:
    """True when the path lies on another computer: SQLite's locks cannot be trusted there."""
    text = str(path)
    if text.startswith(("\\\\", "//")):
        return not text.startswith(("\\\\?\\", "\\\\.\\")) or text.upper().startswith("\\\\?\\UNC\\")
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.absolute().anchor) == _DRIVE_REMOTE)
    return _file_system_of(path) in _NETWORK_SYSTEMS


def _file_system_of(path: Path, mounts: Path = Path("/proc/mounts")) -> str | None:
    """The type of file system a path lies on, or None where the system does not tell."""
    try:
        lines = mounts.read_text(errors="replace").splitlines()
    except OSError:
        return None
    where = path.resolve()
    best: tuple[int, str | None] = (0, None)
    for line in lines:
        fields = line.split()
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        # A later mount on the same point hides the earlier one.
        if where.is_relative_to(point) and len(point) >= best[0]:
            best = (len(point), fields[2])
    return best[1]


def _plain_words(part: str) -> str:
    text = unicodedata.normalize("NFC", part).replace("/", "-")
    kept = "".join(char if _belongs_in_name(char) else " " for char in text)
    return re.sub(r"-{2,}", "-", "-".join(kept.split())).strip("-._")


def _belongs_in_name(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in "-_.()"
    return unicodedata.category(char)[0] in "LMN"
