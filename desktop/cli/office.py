"""Which data a command works with: a folder under its lock, or an office's server."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.errors import DataTrouble
from desktop.base.lock import FolderLock
from desktop.base.paths import default_data_folder

if TYPE_CHECKING:
    from desktop.models.store import Store


@contextmanager
def opened(options: argparse.Namespace, purpose: str, *, write: bool = False) -> Iterator[Store]:
    """The data the options name, open; reading leaves it untouched, writing takes a folder's lock."""
    from desktop.models import backup, opening, seeds

    if options.database:
        store = opening.open_server(options.database, found=seeds.found_office, read_only=not write)
        try:
            yield store
        finally:
            opening.close(store)
        return
    folder = folder_of(options)
    if not write:
        store = opening.open_folder(folder, read_only=True)
        try:
            yield store
        finally:
            opening.close(store)
        return
    with FolderLock(folder, purpose):
        store = opening.open_folder(folder, found=seeds.found_office, before_migrating=backup.make)
        try:
            yield store
        finally:
            opening.close(store)


def folder_of(options: argparse.Namespace) -> Path:
    """The folder named, else the user's own."""
    return (options.data or default_data_folder()).absolute()


def refuse_server(options: argparse.Namespace) -> None:
    """A copy is of a folder; taken for one of the server, it would be missed when it is needed."""
    if options.database:
        raise DataTrouble(
            "Cadangan Rakor hanya untuk folder data, bukan untuk server.",
            "Minta pengelola server membuat cadangannya.",
        )
