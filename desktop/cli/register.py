"""The register of issued papers knows what a command wrote, as it knows what leaves the window.

A command that writes a paper reads the office's data only, so that it works beside an open window. Once the paper
is there it asks for the right to write; where somebody else has it, the paper stays and the console says what is
missing in the register.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.base.errors import AppError
from desktop.cli.office import opened

if TYPE_CHECKING:
    from desktop.services.desk import Desk


def note(options: argparse.Namespace, write: Callable[[Desk], object]) -> None:
    """Let `write` put into the register what was written; say so where it cannot."""
    from desktop.services.desk import Desk, user_name

    try:
        with opened(options, options.command, write=True) as store:
            write(Desk(store, user_name()))
    except AppError as fault:
        print(f"Tidak dicatat di daftar surat yang keluar: {fault}", file=sys.stderr)
