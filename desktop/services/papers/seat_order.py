"""In which order and under which headings people stand on the attendance papers, and on which sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from desktop.models.queries.invitees import institution_places, region_places
from desktop.models.queries.sheet_order import SheetLine
from desktop.models.store import Store
from desktop.models.words import INSTITUTION_KINDS

ORDERS = (
    ("protokol", "Urut protokol"),
    ("wilayah", "Per wilayah"),
    ("instansi", "Per jenis instansi"),
)
SHEETS = (
    ("satu", "Satu daftar untuk semua"),
    ("peran", "Lembar tersendiri per peran"),
    ("peserta", "Peserta saja"),
    ("narasumber", "Narasumber saja"),
    ("panitia", "Panitia saja"),
    ("pers", "Pers saja"),
)
"""One list, a sheet for each role that is invited, or one role alone; the accountant asks for them apart."""

_ROLES = {
    "peserta": ("pimpinan", "peserta"),
    "narasumber": ("narasumber", "moderator"),
    "panitia": ("panitia",),
    "pers": ("pers",),
}
_NAMES = {"peserta": "PESERTA", "narasumber": "NARASUMBER", "panitia": "PANITIA", "pers": "PERS"}
_GUESTS = "Tamu"
_REST = "Lainnya"
_WIDER = "Provinsi dan wilayah"
_OF_ONE_REGION = ("kabupaten", "kota")  # kinds of regions
_LOCAL = ("kabupaten", "kecamatan")  # levels of institutions


class Block(NamedTuple):
    """Neighbouring rows of one heading, on one sheet; the usual sheet has no name."""

    sheet: str
    heading: str
    lines: tuple[SheetLine, ...]


def arranged(
    store: Store, lines: Sequence[SheetLine], order: str = "protokol", sheets: str = "satu"
) -> list[Block]:
    """The rows of a sheet, in the order they print.

    `order` is a word of `ORDERS`, `sheets` of `SHEETS`. The order of protocol is that in which the signed sheet is
    read back; guests stand at the end in any order. A role asked for alone gives a block even where nobody has it.
    """
    name_of: Callable[[SheetLine], tuple[int, str]] = (
        _by_protocol if order == "protokol" else _Headings(store, order)
    )
    blocks = []
    for sheet, roles in _sheets(lines, sheets):
        on_it = [line for line in lines if roles is None or _role(line) in roles]
        if order != "protokol":
            on_it.sort(key=name_of)  # a stable sort: within a heading it stays the order of protocol
        blocks += [Block(sheet, heading, tuple(found)) for (_, heading), found in groupby(on_it, key=name_of)]
        if not on_it and sheet:
            blocks.append(Block(sheet, "", ()))
    return blocks


def _sheets(lines: Sequence[SheetLine], sheets: str) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    if sheets == "satu":
        yield "", None
        return
    there = {_role(line) for line in lines}
    for name, roles in _ROLES.items():
        if sheets == name or (sheets == "peran" and there & set(roles)):
            also = " DAN MODERATOR" if name == "narasumber" and "moderator" in there else ""
            yield f"DAFTAR HADIR {_NAMES[name]}{also}", roles


def _role(line: SheetLine) -> str:
    seat = line.seat or line.group
    return seat.role if seat else "peserta"


def _by_protocol(line: SheetLine) -> tuple[int, str]:
    if line.group is not None:
        return 0, line.group.label or ""
    return 0, _GUESTS if line.is_guest else ""


class _Headings:
    """What a row stands under, with the place of that heading among the others; the directory is read once."""

    def __init__(self, store: Store, order: str) -> None:
        known = institution_places(store)
        self._of: dict[UUID, tuple[int, str]]
        if order == "instansi":
            places = {kind: place for place, kind in enumerate(INSTITUTION_KINDS)}
            self._of = {
                one.id: (places.get(one.kind, len(places)), INSTITUTION_KINDS.get(one.kind, one.kind))
                for one in known
            }
            return
        regions = [one for one in region_places(store) if one.kind in _OF_ONE_REGION]
        headings = {one.id: (place, one.name) for place, one in enumerate(regions, 1)}
        self._of = {
            one.id: _first([headings.get(region) for region in one.regions if one.level in _LOCAL])
            for one in known
        }

    def __call__(self, line: SheetLine) -> tuple[int, str]:
        if line.is_guest:
            return 9_999, _GUESTS
        institution = line.institution_id or (line.seat.institution_id if line.seat else None)
        if institution is None:
            return 9_998, (line.group.label if line.group else None) or _REST
        return self._of.get(institution, (9_998, _REST))


def _first(found: Sequence[tuple[int, str] | None]) -> tuple[int, str]:
    """The heading of a local institution is the first of its regions, that of any other the wider one."""
    return min((one for one in found if one is not None), default=(0, _WIDER))
