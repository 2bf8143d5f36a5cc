"""Which list a file holds: its sheet, and the row with the names of its columns."""

from __future__ import annotations

import argparse
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from desktop.base.folding import fold
from desktop.cli.faults import UnusableFile, reading
from desktop.cli.speech import letters
from desktop.exchange.sheets import Header, Sheet, Table
from desktop.exchange.sheets.header import header_at
from desktop.services.imports.mapping import header_of
from desktop.services.imports.targets import TARGETS, Target
from desktop.worker.client import WorkerClient


@dataclass(frozen=True, slots=True)
class Source:
    """A list in a file."""

    table: Table
    sheet: Sheet
    header: Header

    @property
    def others(self) -> list[str]:
        """The sheets that are not read although they hold something."""
        return [one.name for one in self.table.sheets if one is not self.sheet and one.rows]

    def require(self, target: Target, found: AbstractSet[str]) -> None:
        """Raise UnusableFile where no column says what every row of such a list must say."""
        if not found & set(target.needs):
            titles = " atau ".join(f"“{target.field(key).title}”" for key in target.needs)
            raise UnusableFile(
                f"Kolom {titles} tidak ditemukan di “{self.table.source}”.",
                "Beri judul pada kolomnya, atau pilih arti tiap kolom di jendela impor; pilihan itu diingat.",
            )


def read_source(options: argparse.Namespace) -> Source:
    """The list the options name. Raises UnusableFile with what to do."""
    table = _read(options.file)
    sheet = _sheet(table, options.sheet)
    return Source(table, sheet, _header(table, sheet, TARGETS[options.what], options.header))


def _read(path: Path) -> Table:
    """A table read as the window reads it: by the child, which bounds what a file from outside may cost."""
    with reading(), WorkerClient() as worker:
        return Table.from_bytes(worker.run("read-table", path.absolute()))


def _sheet(table: Table, name: str | None) -> Sheet:
    """The sheet of that name, or the one somebody would look at first."""
    if name is None:
        return table.first
    found = next((one for one in table.sheets if fold(one.name) == fold(letters(name))), None)
    if found is None:
        names = ", ".join(f"“{one.name}”" for one in table.sheets)
        raise UnusableFile(f"Lembar “{letters(name)}” tidak ada di “{table.source}”.", f"Yang ada: {names}.")
    return found


def _header(table: Table, sheet: Sheet, target: Target, number: int | None) -> Header:
    """The names of the columns. Nobody sees here what is guessed, so a list without any must be called one."""
    header = header_of(sheet, target) if number is None else header_at(sheet, number)
    if number is None and not header.row:
        raise UnusableFile(
            f"Judul kolom tidak dikenali di “{table.source}”, lembar “{sheet.name}”.",
            "Sebut barisnya dengan --header BARIS; --header 0 untuk daftar tanpa judul kolom.",
        )
    if number and not header.row:
        raise UnusableFile(
            f"Baris {number} kosong di “{table.source}”, lembar “{sheet.name}”.", "Periksa nomor barisnya."
        )
    return header
