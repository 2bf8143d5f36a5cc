"""Where invitations come from: a group, regions and kinds of institutions, an earlier meeting; counted before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from desktop.models.queries.attendance import ParticipantRow
from desktop.models.queries.invitees import institution_places, leaders, offices
from desktop.models.queries.lookup import group_members
from desktop.models.queries.preparation import group_offices
from desktop.models.queries.redirects import present_ids
from desktop.models.store import Store
from desktop.services.meeting_pattern import pattern_of, settled


@dataclass(frozen=True, slots=True)
class Offer:
    """One seat that could be invited: what it is called, who holds the post, and the seat for `invite`.

    `stands_for` is the institution the seat is for as a whole, in whatever post it is invited; None where the post
    itself is meant.
    """

    words: str
    holder: str | None
    seat: dict[str, Any]
    stands_for: UUID | None = None

    @property
    def key(self) -> object:
        """What the seat is known by: its post, else its institution, person or words."""
        names = ("position_id", "person_id", "institution_id", "label")
        return next((self.seat[name] for name in names if self.seat.get(name)), None)


@dataclass(frozen=True, slots=True)
class Preview:
    """The seats that would be added, and those that are on the list already."""

    fresh: tuple[Offer, ...]
    known: tuple[Offer, ...]


def from_institutions(store: Store, institutions: Iterable[UUID], on: date) -> list[Offer]:
    """One seat an institution: its leader's post with the holder of the day; without such a post itself."""
    posts = leaders(offices(store, on).values())
    names = {place.id: place.name for place in institution_places(store)}
    found = []
    for one in dict.fromkeys(institutions):
        if (post := posts.get(one)) is not None:
            seat = {"position_id": post.position_id, "institution_id": one, "person_id": post.person_id}
            found.append(Offer(post.words, post.person, seat, one))
        elif one in names:
            found.append(Offer(names[one], None, {"institution_id": one}, one))
    return found


def from_area_group(store: Store, words: str, on: date) -> list[Offer]:
    """All institutions of a kind in the working area, by the group's words ("KPU kabupaten/kota")."""
    return from_institutions(store, group_members(store, words), on)


def from_regions(store: Store, regions: Sequence[UUID], kinds: Collection[str], on: date) -> list[Offer]:
    """The institutions of some kinds that serve some regions, region by region in the order given.

    No kinds means all kinds; no regions means wherever they are.
    """
    chosen = [place for place in institution_places(store) if not kinds or place.kind in kinds]
    if not regions:
        return from_institutions(store, [place.id for place in chosen], on)
    ordered = [place.id for region in regions for place in chosen if region in place.regions]
    return from_institutions(store, ordered, on)


def from_group(store: Store, group: UUID, on: date) -> list[Offer]:
    """The offices of a saved group, posts with their holders of the day."""
    rows = group_offices(store, group)
    posts = offices(store, on)
    now = {
        table: present_ids(store, table, [one for row in rows if (one := getattr(row, f"{table}_id"))])
        for table in ("position", "institution")
    }
    found = []
    for row in rows:
        post = posts.get(now["position"].get(row.position_id, row.position_id)) if row.position_id else None
        if post is not None:
            ids = (post.position_id, post.institution_id, post.person_id)
            seat = dict(zip(("position_id", "institution_id", "person_id"), ids, strict=True))
            stands_for = post.institution_id if post.leads else None
            found.append(Offer(post.words, post.person, {"role": row.role, **seat}, stands_for))
        elif row.institution_id and (one := now["institution"].get(row.institution_id)):
            # An office whose post is gone is still invited, by its institution's leader.
            found += [
                replace(offer, seat={"role": row.role, **offer.seat})
                for offer in from_institutions(store, [one], on)
            ]
        elif row.label and not row.institution_id:
            found.append(Offer(row.label, None, {"role": row.role, "label": row.label}))
    return found


def from_meeting(store: Store, meeting: UUID, on: date) -> list[Offer]:
    """Those invited to another meeting, posts with their holders of the day."""
    pattern, _gone = settled(store, pattern_of(store, meeting), on)
    holders = {post.position_id: post for post in offices(store, on).values()}
    found = []
    for seat in pattern.seats:
        post = holders.get(seat.position_id) if seat.position_id else None
        named = {"institution_id": seat.institution_id, "person_id": seat.person_id, "label": seat.label}
        values = {"role": seat.role, "position_id": seat.position_id, **named}
        stands_for = seat.institution_id if post is None or post.leads else None
        found.append(Offer(post.words if post else seat.words, post.person if post else None, values, stands_for))
    return found


def preview(offers: Iterable[Offer], invited: Sequence[ParticipantRow]) -> Preview:
    """What adding would do: each post once, and no institution that is invited already in whatever post."""
    posts = {row.position_id for row in invited if row.position_id}
    institutions = {row.institution_id for row in invited if row.institution_id}
    labels = {row.label for row in invited if row.label and not row.institution_id}
    fresh: dict[object, Offer] = {}
    known: dict[object, Offer] = {}
    for offer in offers:
        seat = offer.seat
        there = (
            seat.get("position_id") in posts
            or offer.stands_for in institutions
            or (seat.get("label") in labels and not seat.get("institution_id"))
        )
        (known if there else fresh).setdefault(offer.key, offer)
    return Preview(tuple(fresh.values()), tuple(known.values()))
