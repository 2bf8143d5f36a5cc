"""Where things are: what we ship, what the office writes, what this laptop prefers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

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
    # On Windows settings and data share one root; a folder of its own keeps the data apart.
    return platformdirs.user_data_path(_NAME, appauthor=False, roaming=False) / "Data"


def config_folder() -> Path:
    """Where this user's preferences on this laptop lie; RAKOR_CONFIG names another folder."""
    named = os.environ.get(CONFIG_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    return platformdirs.user_config_path(_NAME, appauthor=False, roaming=False)


def log_folder(data: Path) -> Path:
    """Where the program's own notes about a data folder lie."""
    return data / "log"
