"""Data & cadangan: where the office's data lie, and the copies that can be restored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.base.places import cloud_service, is_network_path
from desktop.models import backup
from desktop.models.backup import Backup
from desktop.models.store import Store


@dataclass(frozen=True, slots=True)
class DataPlace:
    """The folder the data lie in; `cloud` names the service that copies it away, `network` is a shared drive."""

    folder: Path
    backups: Path
    cloud: str | None
    network: bool


def data_place(store: Store) -> DataPlace | None:
    """Where the data lie; None for a server, whose keeper makes the copies."""
    if store.path is None:
        return None
    folder = store.path.resolve().parent
    return DataPlace(folder, backup.folder_of(store.path), cloud_service(folder), is_network_path(folder))


def list_backups(store: Store) -> list[Backup]:
    """The copies that can be restored, newest first."""
    return [] if store.path is None else backup.list_backups(store.path)


def make_backup(store: Store, target: Path | None = None) -> Backup | None:
    """Make a verified copy now, at `target` where one is given; None when nothing changed since the newest one.

    Works on a connection of its own and may run in a thread.
    """
    return None if store.path is None else backup.make(store.path, target)


__all__ = ["Backup", "DataPlace", "data_place", "list_backups", "make_backup"]
