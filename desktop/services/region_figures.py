"""Sizes of regions as they were published: TPS, voters, kecamatan. Figures are added; one noted by mistake goes.

Which of them counts is `queries.region_figures`: the newest day, then the newest entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.numbers import parse_integer
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.region_figures import Figure, figures_that_count
from desktop.models.queries.regions import RegionRow
from desktop.models.tables import RegionFigure
from desktop.models.words import FIGURE_KINDS
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.region_names import RegionNames

MOST = 999_999_999
"""More people than any country has: beyond it somebody mistyped."""


def add_figures(desk: Desk, values: Sequence[tuple[UUID, int]], **told: Any) -> ChangeSet:
    """Note a figure of each region in one deed: `kind`, `basis` and `source` are those of all, `as_of` its day.

    A region whose figure that counts says the same already is left alone. Raises InvalidInput naming the field.
    """
    checked = _checked(told)
    if not values:
        raise InvalidInput("value", "Angka belum diisi.", "Tulis angkanya.")
    for _, value in values:
        if not 0 <= value <= MOST:
            raise InvalidInput("value", "Jumlah harus angka nol atau lebih.", "Tulis misalnya 1.250.")
    with writing(desk.store, "region.figure", by=desk.user) as write:
        now = figures_that_count(desk.store)
        figure = (checked["basis"], checked["source"], checked["as_of"])
        new = [
            (region, value)
            for region, value in dict(values).items()
            if now.get((region, checked["kind"])) != Figure(value, *figure)
        ]
        rows = [(*one, *checked.values()) for one in new]
        write.insert_rows(RegionFigure, ("region_id", "value", *checked), rows)
        return write.finish()


def withdraw_figure(desk: Desk, figure: UUID) -> ChangeSet:
    """Take back a figure that was noted by mistake; the one before counts again."""
    with writing(desk.store, "region.withdraw_figure", by=desk.user) as write:
        write.delete(RegionFigure, figure)
        return write.finish()


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A line that was pasted: its region and number, or what is wrong with it."""

    line: str
    region: RegionRow | None = None
    value: int | None = None
    problem: str = ""


def read_figures(text: str, regions: Sequence[RegionRow]) -> list[ReadFigure]:
    """Read lines pasted from a sheet: a region and a number in each, or only numbers in the order of `regions`.

    "Tuban", "Kab. Tuban" and "Kabupaten Tuban" are one, unless both a kabupaten and a kota are called so.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    parted = [[cell.strip() for cell in line.split("\t") if cell.strip()] for line in lines]
    if lines and all(len(cells) == 1 and _number(cells[0]) is not None for cells in parted):
        if len(lines) != len(regions):
            problem = f"Ada {len(lines)} angka untuk {len(regions)} wilayah."
            return [ReadFigure(line, problem=problem) for line in lines]
        return [ReadFigure(line, region, _number(line)) for line, region in zip(lines, regions, strict=True)]
    names = RegionNames(((one, one.name) for one in regions), ((one, one.code) for one in regions))
    return [_read(line, cells, names) for line, cells in zip(lines, parted, strict=True)]


def _read(line: str, cells: Sequence[str], names: RegionNames[RegionRow]) -> ReadFigure:
    if len(cells) == 1:  # typed with a blank between
        name, _, last = cells[0].rpartition(" ")
        cells = [name, last]
    value = next((number for cell in reversed(cells) if (number := _number(cell)) is not None), None)
    named = [one for cell in cells if _number(cell) is None for one in names.meant(cell)]
    if not named:
        return ReadFigure(line, problem="Wilayahnya tidak dikenal.")
    if len(set(named)) > 1:
        return ReadFigure(line, problem="Kabupaten atau kota? Tulis lengkap.")
    if value is None:
        return ReadFigure(line, named[0], problem="Angkanya tidak terbaca.")
    return ReadFigure(line, named[0], value)


def _number(text: str) -> int | None:
    try:
        return parse_integer(text)
    except InvalidInput:
        return None


def _checked(told: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned({"kind": None, "basis": None, "source": None, "as_of": None, **told})
    rules.required(found, "kind", "Jenis angka")
    rules.one_of(found, "kind", FIGURE_KINDS, "Jenis angka")
    rules.required(found, "basis", "Dasar")
    rules.required(found, "source", "Sumber")
    if found["as_of"] is not None and rules.is_ahead(found["as_of"]):
        raise InvalidInput("as_of", "Posisi data tidak boleh di masa depan.", "Tulis tanggal angka itu.")
    return found
