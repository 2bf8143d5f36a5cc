"""The desk somebody works at: the open data, and whose name stands beside the changes."""

from __future__ import annotations

import getpass
from contextlib import suppress
from dataclasses import dataclass

from desktop.models.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """What every service needs: the open office data and the name of who is working."""

    store: Store
    user: str


def user_name() -> str:
    """The name that stands beside changes: the one this computer knows the user by."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "Pengguna"
