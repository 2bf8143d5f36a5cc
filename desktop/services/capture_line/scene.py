"""What can be named in a line of one meeting, read once: nothing is asked of the database while somebody types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.base.clock import today
from desktop.base.folding import fold
from desktop.models.queries.attendance import ParticipantRow, office_words, participants
from desktop.models.queries.lookup import group_members
from desktop.models.queries.meetings import meeting_head
from desktop.models.queries.scene import (
    OfficeRow,
    event_date,
    institutions_with_regions,
    offices_on,
    regions_in_order,
)
from desktop.models.store import Store
from desktop.services.addressees import GROUPS
from desktop.services.capture_line.names import Index, Named, Words, title_keys, words_of

_WHOLE_AREA = (("se", "wilker"), ("se", "wilayah", "kerja"))


@dataclass(frozen=True, slots=True)
class Scene:
    """The meeting's day, the topic's Hari H, and everybody and everything a line may name."""

    on: date
    event: date | None
    seats: Index
    people: Index
    institutions: Index
    regions: Index
    offices_sent_by: dict[UUID, UUID]
    """The office each seat came for, by seat: whom "a.n." means first."""
    institution_of: dict[UUID, UUID]
    """The institution of each seat."""
    region_names: dict[UUID, str]


def scene_of(store: Store, meeting: UUID) -> Scene:
    """Read the scene of a meeting."""
    head = meeting_head(store, meeting)
    on = head.held_on if head else today()
    seats = sorted(participants(store, meeting), key=lambda seat: not seat.is_present)
    served = institutions_with_regions(store)
    regions_of = {one.id: one.regions for one in served}
    institutions = [
        Named(
            "institution", one.id, one.name, one.short_name or "", institution_id=one.id, regions=one.regions,
            keys=tuple(dict.fromkeys((words_of(one.name), words_of(one.short_name)))),
            fixes_region=one.level == "kabupaten" and len(one.regions) == 1,
        )
        for one in served
    ]  # fmt: skip
    local = {one.id for one in institutions if one.fixes_region}
    offices = [_office(row, regions_of.get(row.institution_id, ()), local) for row in offices_on(store, on)]
    regions = regions_in_order(store)
    return Scene(
        on=on,
        event=event_date(store, meeting),
        seats=Index.of(_seat(seat, regions_of) for seat in seats),
        people=Index.of(_people(seats, offices, regions_of)),
        institutions=Index.of([*_groups(store, regions_of), *institutions]),
        regions=Index.of(
            Named("region", one, name, regions=(one,), keys=tuple(_region_keys(name))) for one, name in regions
        ),
        offices_sent_by={
            seat.id: seat.position_id for seat in seats if seat.state == "diwakili" and seat.position_id
        },
        institution_of={seat.id: seat.institution_id for seat in seats if seat.institution_id},
        region_names=dict(regions),
    )


def _office(row: OfficeRow, regions: tuple[UUID, ...], local: set[UUID]) -> Named:
    """A post, found by its title with its institution, and by who holds it."""
    titles = (*title_keys(row.title, row.institution), *title_keys(row.title, row.short_name))
    label = office_words(row.title, row.institution, row.leads)
    return Named(
        "office", row.id, label, row.holder or "",
        position_id=row.id, institution_id=row.institution_id, regions=regions,
        keys=tuple(dict.fromkeys((*titles, *_name_keys(label), *_name_keys(row.holder)))),
        fixes_region=row.institution_id in local,
    )  # fmt: skip


def _seat(seat: ParticipantRow, regions_of: dict[UUID, tuple[UUID, ...]]) -> Named:
    """A seat, found by who sits there, by their post and by their institution."""
    name = seat.name or seat.invited_office or ""
    places = [one for one in (seat.present_institution, seat.institution, seat.region, seat.label) if one]
    posts = [key for title in (seat.title, seat.invited_title) if title for key in title_keys(title, None)]
    keys = [*_name_keys(seat.name), *(words_of(place) for place in places), words_of(seat.invited_office)]
    keys += [(*post, *words_of(place)) for post in posts for place in places] or posts
    return Named(
        "seat", seat.id, name, ", ".join(filter(None, (seat.title, places[0] if places else ""))),
        position_id=seat.position_id, institution_id=seat.institution_id,
        regions=regions_of.get(seat.institution_id, ()) if seat.institution_id else (), present=seat.is_present,
        keys=tuple(dict.fromkeys(key for key in keys if key)),
    )  # fmt: skip


def _people(
    seats: Iterable[ParticipantRow], offices: list[Named], regions_of: dict[UUID, tuple[UUID, ...]]
) -> Iterator[Named]:
    """Those at the table first, then every office; who is both is named once."""
    taken: set[UUID] = set()
    by_position = {one.position_id: one for one in offices}
    for seat in seats:
        office = by_position.get(seat.position_id) if seat.position_id else None
        if office is not None:
            if office.id not in taken:
                taken.add(office.id)
                keys = tuple(dict.fromkeys((*office.keys, *_name_keys(seat.name))))
                yield _with(office, keys=keys, detail=seat.name or office.detail, present=seat.is_present)
        elif seat.name:
            yield _seat(seat, regions_of)
    yield from (one for one in offices if one.id not in taken)


def _with(one: Named, *, keys: tuple[Words, ...], detail: str, present: bool) -> Named:
    return Named(
        one.kind, one.id, one.label, detail, one.position_id, one.institution_id, one.regions, present, keys,
        fixes_region=one.fixes_region,
    )  # fmt: skip


def _groups(store: Store, regions_of: dict[UUID, tuple[UUID, ...]]) -> Iterator[Named]:
    """The groups of the working area: "KPU kabupaten/kota", also said "KPU se-wilker"."""
    for words in GROUPS:
        members = group_members(store, words)
        if not members:
            continue
        plain = words_of(words)
        short = plain[:-2] if plain[-2:] == ("kabupaten", "kota") else plain
        said = [(*name, *area) for name in (plain, short) for area in _WHOLE_AREA]
        keys = [plain, (*short, "kab", "kota"), *said]
        yield Named(
            "group", next(iter(members)), words, f"{len(members)} instansi",
            keys=tuple(dict.fromkeys(keys)),
            members=tuple((one, name, regions_of.get(one, ())) for one, name in members.items()),
        )  # fmt: skip


def _name_keys(name: str | None) -> Iterator[Words]:
    if name:
        yield words_of(name)


def _region_keys(name: str) -> Iterator[Words]:
    words = tuple(fold(name).split())
    yield words
    if len(words) > 1 and words[0] in ("kabupaten", "kota", "provinsi"):
        yield words[1:]
