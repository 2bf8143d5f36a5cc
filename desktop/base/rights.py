"""Who may read what we write: data belong to the person at the laptop, papers to whom the office gives them.

On Windows the folders under the user's profile are private already; there these functions change nothing.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

_umask_before: int | None = None


def keep_private() -> None:
    """From now on whatever this process creates is readable by this user only; called once at the start."""
    global _umask_before
    before = os.umask(0o077)
    if _umask_before is None:
        _umask_before = before


def shared_file_mode() -> int:
    """The rights a file would get without `keep_private`: for papers saved where colleagues read them."""
    umask = _umask_before
    if umask is None:
        umask = os.umask(0o077)
        os.umask(umask)
    return 0o666 & ~umask


def make_private_folder(folder: Path) -> Path:
    """Create a folder only this user can enter; one that exists already keeps its rights."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    return folder


def make_private(path: Path) -> None:
    """Take a file or folder away from other users."""
    if os.name == "posix":
        path.chmod(PRIVATE_FOLDER if stat.S_ISDIR(path.stat().st_mode) else PRIVATE_FILE)
