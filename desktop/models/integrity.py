"""Looks for what should not be: damaged pages, rows without their parent, sums that no longer add up.

It only reads. SQLite's own check sees pages, not meaning, so the second half asks what the program relies on.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.errors import DamagedFile
from desktop.models import attachment_copies, attachment_file, attachment_store, derived
from desktop.models.fields import RefField
from desktop.models.kept import KEPT
from desktop.models.store import Store
from desktop.models.tables import RECORDS


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: where, how many rows, in words."""

    table: str
    count: int
    message: str


def check(store: Store) -> list[Problem]:
    """All problems found, none when the data are whole."""
    problems = _pages(store) if store.engine == "sqlite" else []
    for name in RECORDS:
        problems += _orphans(store, name) + _stale_search(store, name)
    return problems + _kept(store) + _journal(store) + _attachments(store)


def _pages(store: Store) -> list[Problem]:
    found = [str(row[0]) for row in store.rows("PRAGMA integrity_check(20)")]
    if found == ["ok"]:
        return []
    return [Problem("", len(found), f"Berkas data rusak: {found[0]}")]


def _orphans(store: Store, name: str) -> list[Problem]:
    """Live rows whose parent was deleted or is missing."""
    problems = []
    for column in RECORDS[name]._meta.sorted_fields:
        if not isinstance(column, RefField):
            continue
        row = store.one(
            f'SELECT count(*) FROM "{name}" child '
            f'LEFT JOIN "{column.to}" parent ON parent.id = child.{column.name} '
            f"WHERE child.deleted = {store.mark} AND child.{column.name} IS NOT NULL "
            f"AND (parent.id IS NULL OR parent.deleted = {store.mark})",
            (False, True),
        )
        if row and row[0]:
            problems.append(
                Problem(name, row[0], f"{row[0]} isian {name} menunjuk {column.to} yang sudah dihapus.")
            )
    return problems


def _stale_search(store: Store, name: str) -> list[Problem]:
    """Rows whose stored order or search text does not follow from their words any more."""
    columns = derived.columns(name)
    if not columns:
        return []
    needed = sorted(derived.sources(name))
    listed = ", ".join(f'"{column}"' for column in (*columns, *needed))
    stale = 0
    for row in store.rows(f'SELECT {listed} FROM "{name}" WHERE deleted = {store.mark}', (False,)):
        values = dict(zip(needed, row[len(columns) :], strict=True))
        stale += tuple(derived.derive(name, values)[c] for c in columns) != tuple(row[: len(columns)])
    return [Problem(name, stale, f"{stale} isian {name} tidak dapat dicari dengan benar.")] if stale else []


def _kept(store: Store) -> list[Problem]:
    """What follows from the records and does not any more, such as the words people are found by."""
    counted = [(one, one.stale(store)) for one in KEPT]
    return [Problem(one.TABLE, stale, one.STALE.format(stale)) for one, stale in counted if stale]


def _journal(store: Store) -> list[Problem]:
    """Changes without their action, and versions the clock has not reached."""
    problems = []
    row = store.one(
        "SELECT count(*) FROM change LEFT JOIN action ON action.seq = action_seq WHERE action.seq IS NULL"
    )
    if row and row[0]:
        problems.append(Problem("change", row[0], f"{row[0]} catatan perubahan kehilangan tindakannya."))
    row = store.one("SELECT max(action.clock), max(replica.clock) FROM replica LEFT JOIN action ON 1 = 1")
    if row and (row[0] or 0) > (row[1] or 0):
        problems.append(Problem("replica", 1, "Jam versi data tertinggal dari catatan perubahannya."))
    return problems


def _attachments(store: Store) -> list[Problem]:
    """Attached files whose bytes are gone or are not those that were attached."""
    sql = f"SELECT sha256, max(name) FROM attachment WHERE deleted = {store.mark} GROUP BY sha256"
    missing, altered = [], []
    try:
        if store.path is not None:
            attachment_file.require_sound(attachment_file.attachment_file(store.path))
        with attachment_store.reading(store) as files:
            for hashed, name in store.rows(sql, (False,)):
                try:
                    if files is None or attachment_file.content_of(files, hashed) is None:
                        missing.append((hashed, name))
                except DamagedFile:
                    altered.append((hashed, name))
    except DamagedFile as fault:
        return [Problem("attachment", 1, fault.message)]
    found = ((missing, "hilang"), (altered, "berubah sejak disimpan"))
    return [_attachment_problem(store, rows, fate) for rows, fate in found if rows]


def _attachment_problem(store: Store, rows: list[tuple[str, str]], fate: str) -> Problem:
    message = f"{len(rows)} isi berkas lampiran {fate}, misalnya “{rows[0][1]}”"
    if store.path is not None:
        folder = attachment_copies.folder_beside(store.path)
        kept = sum(attachment_copies.copy_of(folder, hashed) is not None for hashed, _ in rows)
        message += f"; {kept} di antaranya ada salinannya di cadangan"
    return Problem("attachment", len(rows), f"{message}.")
