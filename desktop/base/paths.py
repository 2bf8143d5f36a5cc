"""Where things are: what we ship, what the office writes, what this laptop prefers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "Rakor"
DATA_VARIABLE = "RAKOR_DATA"
CONFIG_VARIABLE = "RAKOR_CONFIG"


def program_folder() -> Path:
    """The folder that holds main.py, `desktop` and `resources`, or what the packaged program unpacked."""
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else Path(__file__).resolve().parents[2]


def resources() -> Path:
    """The fonts, icons, translations and lists the program ships; read only."""
    beside = program_folder() / "resources"
    if beside.is_dir():
        return beside
    installed = Path(sys.prefix, "share", _NAME.lower(), "resources")
    return installed if installed.is_dir() else beside


def default_data_folder() -> Path:
    """Where the office's data lie when no folder is named: on this computer, never roaming.

    The environment variable RAKOR_DATA names another folder.
    """
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    # On Windows and macOS settings and data share one root; a folder of its own keeps the data apart.
    return _user_folder("XDG_DATA_HOME", ".local/share") / _NAME / "Data"


def config_folder() -> Path:
    """Where this user's preferences on this laptop lie; RAKOR_CONFIG names another folder."""
    named = os.environ.get(CONFIG_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    return _user_folder("XDG_CONFIG_HOME", ".config") / _NAME


def log_folder(data: Path) -> Path:
    """Where the program's own notes about a data folder lie."""
    return data / "log"


def _user_folder(variable: str, below_home: str) -> Path:
    """Where programs keep what belongs to this user and never leaves this computer.

    The places of Windows (AppData/Local), of macOS and of the XDG base directory specification. Not the package
    `platformdirs`: it costs eight milliseconds of every start, a twentieth of a window's whole.
    """
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    named = os.environ.get(variable, "")
    return Path(named) if Path(named).is_absolute() else Path.home() / below_home
