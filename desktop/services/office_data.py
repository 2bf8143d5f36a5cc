"""The office's data for as long as they are open: the folder's lock, the database, the copy made on leaving."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.base.errors import AppError
from desktop.base.lock import FolderLock
from desktop.models import opening
from desktop.models.store import Store
from desktop.services.desk import user_name

if TYPE_CHECKING:  # an everyday start neither copies nor founds
    from desktop.models.backup import Backup

log = logging.getLogger(__name__)

_PATIENCE = 3.0  # seconds closing waits for a copy; a later start makes the one that was not ready


class OfficeData:
    """One data folder or server, opened for writing or only for reading."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.folder = folder
        self.url = url
        self.store: Store | None = None
        self._lock = FolderLock(folder)

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever kept here."""
        return self.url is None and not opening.exists(self.folder)

    @property
    def is_locked(self) -> bool:
        """Whether this window has the folder to itself."""
        return self._lock.is_held

    @property
    def place(self) -> str:
        """Where the data lie, as told to the user; a server without its password."""
        if self.url is None:
            return str(self.folder)
        return self.url.rpartition("@")[2]

    def take(self) -> None:
        """Take the folder for this window alone; raises LockedFolder naming who has it."""
        if self.url is None:
            self._lock.acquire()

    def open(self, *, read_only: bool = False) -> Store:
        """Open the data, founding a new office in an empty folder; raises a DataTrouble."""
        if self.url is not None:
            self.store = opening.open_server(self.url, found=_found, read_only=read_only)
            self.store.owner = _typist()
        else:
            self.store = opening.open_folder(
                self.folder, found=_found, read_only=read_only, before_migrating=_keep_copy
            )
        return self.store

    def restore(self, copy: Path) -> Path | None:
        """Put a backup in the place of the database; returns where the replaced file is kept."""
        from desktop.models import backup

        return backup.restore(copy, opening.database_file(self.folder))

    def backups(self) -> list[Backup]:
        """The copies that can be restored, newest first."""
        from desktop.models import backup

        return backup.list_backups(opening.database_file(self.folder))

    def back_up_soon(self, failed: Callable[[str], None]) -> threading.Thread | None:
        """Make a copy in the background when something changed; `failed` is called there with the reason."""
        if self.url is not None or self.store is None or self.store.read_only:
            return None
        thread = threading.Thread(target=self._back_up, args=(failed,), name="backup", daemon=True)
        thread.start()
        return thread

    def close(self) -> None:
        """Close the data, make a copy within three seconds, and leave the folder to others."""
        store, self.store = self.store, None
        if store is not None:
            thread = None
            opening.close(store)
            if not store.read_only and self.url is None:
                thread = threading.Thread(target=self._back_up, args=(log.warning,), name="backup", daemon=True)
                thread.start()
                thread.join(_PATIENCE)
        self._lock.release()

    def _back_up(self, failed: Callable[[str], None]) -> None:
        from desktop.models import backup

        try:
            backup.make(opening.database_file(self.folder))
        except AppError as fault:
            failed(str(fault))


def _keep_copy(database: Path) -> None:
    from desktop.models import backup

    backup.make(database)


def _typist() -> str:
    """Whose typing this is on a server, where the same name may sit at two computers."""
    return f"{user_name()}@{gethostname()}"


def _found(store: Store) -> UUID:
    from desktop.models import seeds

    return seeds.found_office(store)
