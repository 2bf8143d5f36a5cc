"""Which copy of the data this is: its device id, its logical clock, and how a broken history is noticed.

A device id belongs to one unbroken history. A restored backup, a copied folder or a cloned disk is a second
history under the same id, and two such histories would take different edits for the same version. So every
opening and every close leaves a new mark both in the database and in a file outside the data folder, which also
names the computer; when the two disagree, a new device id is drawn. (A crash between the two marks, or
preferences that cannot be written, only cost a new id.) A backup gets a mark nobody else has, so that restoring
it is noticed even within one session.

A server is one history that many computers write in, so its mark comes from the server itself: which cluster,
timeline, database and table this is. A restored dump, a cloned database and a cluster put back to an earlier
moment each have another.
"""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path
from socket import gethostname
from uuid import UUID, uuid4, uuid5

from desktop.base.errors import AppError, DamagedFile
from desktop.base.files import atomic_write
from desktop.base.paths import config_folder
from desktop.models.store import Store

log = logging.getLogger(__name__)

_SERVERS = UUID("5d0c6a52-7b1e-5c7f-8a39-524b31000002")


def new_id() -> UUID:
    """A new public id: a UUIDv7, so that ids made later sort later."""
    from uuid_utils.compat import uuid7

    return uuid7()


def found_office(store: Store, office: UUID) -> None:
    """Write the one replica row of a new database."""
    incarnation = uuid4() if store.engine == "sqlite" else _server_history(store)
    store.execute(
        f"INSERT INTO replica (seq, device, incarnation, office, clock, clean) "
        f"VALUES (1, {', '.join([store.mark] * 5)})",
        (uuid4(), incarnation, office, 0, True),
    )


def office_of(store: Store) -> UUID | None:
    """The office this database was founded for, None while it has no replica row."""
    row = store.one("SELECT office FROM replica")
    return None if row is None else _uuid(row[0])


def state_file(path: Path) -> Path:
    """Where the mark of a database is kept: with this user's preferences, apart from the data."""
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
    return config_folder() / "replicas" / f"{name}.json"


def closed_properly(store: Store) -> bool:
    """Whether whoever opened the database last also closed it."""
    return bool(_row(store)[2])


def claim(store: Store, state: Path) -> None:
    """Mark this opening, in the database and beside this user's preferences."""
    device, incarnation, _ = _row(store)
    if _read_mark(state) != _mark(device, incarnation):
        device = uuid4()
    _leave_mark(store, state, device, clean=False)


def claim_server(store: Store) -> None:
    """Draw a new device id when the server's database is a copy of the one its mark was left in."""
    with store.transaction():
        here = _server_history(store)
        store.execute(
            "UPDATE replica SET device = %s, incarnation = %s WHERE incarnation <> %s", (uuid4(), here, here)
        )


def release(store: Store, state: Path) -> None:
    """Mark a proper close."""
    _leave_mark(store, state, _row(store)[0], clean=True)


def _server_history(store: Store) -> UUID:
    row = store.one(
        "SELECT system_identifier, timeline_id, pg_database.oid, 'replica'::regclass::oid "
        "FROM pg_control_system(), pg_control_checkpoint(), pg_database WHERE datname = current_database()"
    )
    assert row is not None
    return uuid5(_SERVERS, "/".join(map(str, row)))


def _leave_mark(store: Store, state: Path, device: UUID, *, clean: bool) -> None:
    fresh = uuid4()
    with store.transaction():
        store.execute(
            f"UPDATE replica SET device = {store.mark}, incarnation = {store.mark}, clean = {store.mark}",
            (device, fresh, clean),
        )
    try:
        state.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(state, json.dumps(_mark(device, fresh)).encode())
    except (OSError, AppError) as fault:  # costs a new device id at the next opening, never the opening
        log.warning("the mark of this copy could not be left: %s", type(fault).__name__)


def _row(store: Store) -> tuple[UUID, UUID, bool]:
    row = store.one("SELECT device, incarnation, clean FROM replica")
    if row is None:
        raise DamagedFile("Berkas data tidak memuat identitasnya.", "Pulihkan cadangan terakhir.")
    return _uuid(row[0]), _uuid(row[1]), bool(row[2])


def _uuid(value: object) -> UUID:
    return value if isinstance(value, UUID) else UUID(bytes=bytes(value))  # type: ignore[call-overload]


def _mark(device: UUID, incarnation: UUID) -> dict[str, str]:
    computer = hashlib.sha256(gethostname().encode()).hexdigest()[:16]
    return {"device": str(device), "incarnation": str(incarnation), "computer": computer}


def _read_mark(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
