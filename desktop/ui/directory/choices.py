"""What the pickers of this place offer while a name is typed."""

from __future__ import annotations

from uuid import UUID

from desktop.base.clock import today
from desktop.models.queries.directory import PositionHit, search_people, search_positions
from desktop.models.queries.regions import search_regions
from desktop.models.store import Store
from desktop.models.words import ACTING
from desktop.ui.widgets.picker_field import Choice, Search

_MOST = 30

ACTING_NAMES = {
    "definitive": "Definitif",
    "pj": "Pj. (penjabat)",
    "pjs": "Pjs. (penjabat sementara)",
    "plt": "Plt. (pelaksana tugas)",
    "plh": "Plh. (pelaksana harian)",
}


def people(store: Store) -> Search:
    """People by name, post or institution; each once, with all their posts."""

    def search(text: str) -> list[Choice]:
        names: dict[UUID, str] = {}
        posts: dict[UUID, list[str]] = {}
        for hit in search_people(store, text, today(), _MOST):
            names[hit.id] = hit.name
            posts.setdefault(hit.id, []).append(hit.words)
        return [Choice(one, name, "; ".join(filter(None, posts[one]))) for one, name in names.items()]

    return search


def positions(store: Store) -> Search:
    """Posts by title, institution or holder, with who holds them today."""
    return lambda text: [
        Choice(hit.id, hit.words, _holder(hit)) for hit in search_positions(store, text, today(), _MOST)
    ]


def regions(store: Store) -> Search:
    """Regions by name or code, with the working area they are in."""
    return lambda text: [Choice(one.id, one.name, one.areas or "") for one in search_regions(store, text, _MOST)]


def _holder(hit: PositionHit) -> str:
    if hit.holder is None:
        return ""
    return f"{hit.holder} ({ACTING[hit.acting]})" if hit.acting and ACTING[hit.acting] else hit.holder
