"""The lists of Instansi & Pejabat: institutions, and people with the posts they hold."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from peewee import Case, fn

from desktop.base.folding import fold
from desktop.models.listing import Listing, View, Where, containing
from desktop.models.queries.attendance import office_words
from desktop.models.queries.directory import acting_words, held_on, office_text
from desktop.models.queries.typed import live
from desktop.models.statements import Statement
from desktop.models.store import Store
from desktop.models.tables import Institution, InstitutionRegion, Person, Position, Region, Tenure

_PART, _POST = "\x1f", "\x1e"  # between the parts of a post, between posts

INSTITUTION_LIST = View(
    Institution,
    columns={
        "name": Institution.name,
        "kind": Institution.kind,
        "level": Institution.level,
        "leader_title": Institution.leader_title,
        "regions": InstitutionRegion.select(fn.STRING_AGG(Region.name, ", ").order_by(Region.order_no))
        .join(Region, on=(InstitutionRegion.region_id == Region.id))
        .where(InstitutionRegion.institution_id == Institution.id, live(InstitutionRegion)),
        "positions": Position.select(fn.COUNT(Position.seq)).where(
            Position.institution_id == Institution.id, live(Position)
        ),
    },
    orders={"protocol_rank": Institution.protocol_rank, "name": Institution.sort_key},
)


def institution_list(
    store: Store,
    *,
    text: str = "",
    kinds: frozenset[str] = frozenset(),
    region: UUID | None = None,
    order: str = "protocol_rank",
    descending: bool = False,
) -> Listing:
    """Instansi as searched and filtered; by default in the office's own order (protocol rank)."""
    where: Where = containing(Institution.search_text, text)
    if kinds:
        where += (Institution.kind.in_(sorted(kinds)),)
    if region is not None:
        serving = InstitutionRegion.select(InstitutionRegion.institution_id).where(
            InstitutionRegion.region_id == region, live(InstitutionRegion)
        )
        where += (Institution.id.in_(serving),)
    return Listing(store, INSTITUTION_LIST, order=order, descending=descending, where=where)


_KINDS = Statement(
    lambda: (
        Institution.select(Institution.kind, fn.COUNT(Institution.seq))
        .where(live(Institution))
        .group_by(Institution.kind)
    )
)


def institution_kinds(store: Store) -> dict[str, int]:
    """How many institutions there are of each kind."""
    return {kind: int(count) for kind, count in _KINDS.rows(store)}


def _posts(day: Any, *selected: Any) -> Any:
    return (
        Tenure.select(*selected)
        .join(Position, on=(Tenure.position_id == Position.id))
        .join(Institution, on=(Position.institution_id == Institution.id))
        .where(Tenure.person_id == Person.id, held_on(Tenure, day))
    )


@lru_cache(maxsize=4)
def _people_view(on: date) -> View:
    leads = Case(None, ((Position.leads == True, "1"),), "")  # noqa: E712 - an SQL expression
    packed: Any = Tenure.acting
    for part in (Position.title, Institution.name, leads):
        packed = packed.concat(_PART).concat(part)
    in_order = (Position.protocol_rank, Position.seq)
    return View(
        Person,
        columns={
            "name": Person.name,
            "posts": _posts(on, fn.STRING_AGG(packed, _POST).order_by(*in_order)),
            "institution": _posts(on, fn.STRING_AGG(Institution.name, ", ").order_by(*in_order)),
            "has_phone": Person.phone.is_null(False),
        },
        orders={"name": Person.sort_key},
    )


def people_list(store: Store, *, on: date, text: str = "", descending: bool = False) -> Listing:
    """Orang with the posts they hold on a day; searched by name, number, post and institution.

    The column `posts` is read with `post_words`.
    """
    where: Where = ()
    for word in fold(text).split():
        where += (
            Person.search_text.contains(word)
            | fn.EXISTS(_posts(on, Tenure.seq).where(office_text().contains(word))),
        )
    return Listing(store, _people_view(on), order="name", descending=descending, where=where)


def post_parts(packed: str | None) -> list[tuple[str, str]]:
    """The posts of a row of `people_list`, each with its title and its institution apart: "Pjs. Bupati"."""
    posts = [post.split(_PART) for post in (packed or "").split(_POST) if post]
    return [(acting_words(acting, title), at) for acting, title, at, _ in posts]


def post_words(packed: str | None) -> str:
    """The posts of a row of `people_list` as one writes them: "Pjs. Bupati Tuban; Kepala Bakorwil Bojonegoro"."""
    posts = [post.split(_PART) for post in (packed or "").split(_POST) if post]
    return "; ".join(
        acting_words(acting, office_words(title, at, leads == "1")) for acting, title, at, leads in posts
    )
