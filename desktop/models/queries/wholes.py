"""What figures and readiness are rolled up for: each working area, and each province with all its regions."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.models.queries.regions import area_members, regions, working_areas
from desktop.models.store import Store

PROVINCE, AREA = "provinsi", "wilayah_kerja"


@dataclass(frozen=True, slots=True)
class Member:
    """A region that belongs to a whole."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A working area or province: the region that stands for it, and those it is made of in their order.

    `area_id` is the working area, None for a province.
    """

    region_id: UUID
    name: str
    kind: str
    area_id: UUID | None
    members: tuple[Member, ...]


def wholes(store: Store) -> list[Whole]:
    """The working areas in their order, then the provinces they lie in, with all their regions (by code)."""
    found = [
        Whole(
            area.region_id, area.name, AREA, area.id,
            tuple(Member(one.id, one.name) for one in area_members(store, area.id)),
        )
        for area in working_areas(store)
    ]  # fmt: skip
    every, in_areas = regions(store), {one.id for area in found for one in area.members}
    for province in every:
        if province.kind != PROVINCE:
            continue
        within = tuple(
            Member(one.id, one.name)
            for one in every
            if one.kind in ("kabupaten", "kota") and one.code.startswith(f"{province.code}.")
        )
        if in_areas & {one.id for one in within}:  # of a neighbour only some regions are known
            found.append(Whole(province.id, province.name, PROVINCE, None, within))
    return found
