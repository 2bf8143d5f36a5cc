"""Whose form it is that came back: what it says of itself, and where the one who filled it in works."""

from __future__ import annotations

from desktop.base.folding import fold
from desktop.exchange.forms import Returned
from desktop.models.queries.invitees import region_places
from desktop.models.store import Store
from desktop.services.forms.answers import Fault
from desktop.services.forms.content import FormContent

_KINDS = {"kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota"}


def recipient_doubt(returned: Returned, content: FormContent) -> Fault | None:
    """That somebody wrote another name over the one the form was made for."""
    if not returned.to or fold(returned.to) == fold(content.to):
        return None
    words = f"Formulir ini dibuat untuk {content.to}, tetapi di berkas tertulis untuk {returned.to}."
    return Fault("", words, "Tanyakan siapa yang mengisi.", doubt=True)


def filler_doubt(store: Store, content: FormContent, post: str) -> Fault | None:
    """That who filled it in names other regions than the form's: `Ketua KPU Lamongan` on a form of Tuban."""
    own = fold(f"{content.to} {content.region}")
    named = [place for place in _places(store) if _kind(place, post) is not None]
    if not named or any(_agrees(_kind(place, own), _kind(place, post)) for place in named):
        return None
    words = f"Yang mengisi “{post}”, padahal formulir ini untuk {_whom(content)}."
    return Fault("", words, "Tanyakan siapa yang mengisi.", doubt=True)


def _places(store: Store) -> list[str]:
    """The names of regencies and cities, folded and without their kind."""
    names = [fold(region.name).partition(" ") for region in region_places(store)]
    return list(dict.fromkeys(place for kind, _, place in names if kind in _KINDS and place))


def _kind(place: str, text: str) -> str | None:
    """As what a text names a place: "kabupaten", "kota", "" for neither; None where it does not."""
    words = f" {fold(text)} "
    if f" {place} " not in words:
        return None
    return next((kind for said, kind in _KINDS.items() if f" {said} {place} " in words), "")


def _agrees(one: str | None, other: str | None) -> bool:
    """Kota Mojokerto is not Kabupaten Mojokerto; Mojokerto alone may be either."""
    return one is not None and ("" in (one, other) or one == other)


def _whom(content: FormContent) -> str:
    return f"{content.to}, {content.region}" if content.region and content.region not in content.to else content.to
