"""Outgoing forms: those that went out, to whom, and which of them came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.base.folding import fold
from desktop.models.fields import InstantField, JsonField
from desktop.models.listing import Listing, View, Where
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param, unknown_last
from desktop.models.store import Store
from desktop.models.tables import Institution, OutgoingForm, Region, Topic

_INSTANT, _JSON = InstantField(), JsonField()


@dataclass(frozen=True, slots=True)
class FormRecord:
    """A form that went out, as it was sent, and what came back; `content` is for `services.forms.content`."""

    id: UUID
    code: str
    kind: str
    institution_id: UUID | None
    institution: str | None
    region_id: UUID | None
    region: str | None
    topic_id: UUID | None
    topic_state: str | None
    made_at: datetime
    made_by: str
    wanted_by: date | None
    content: dict[str, Any]
    returned_at: datetime | None
    as_of: date | None
    filled_by: str | None
    filler_post: str | None


_FORM_TYPES = (
    ID, None, None, ID, None, ID, None, ID, None, _INSTANT, None, DAY, _JSON, _INSTANT, DAY, None, None,
)  # fmt: skip


def _forms(*conditions: Any) -> Any:
    return (
        OutgoingForm.select(
            OutgoingForm.id, OutgoingForm.code, OutgoingForm.kind, OutgoingForm.institution_id, Institution.name,
            OutgoingForm.region_id, Region.name, OutgoingForm.topic_id, Topic.state, OutgoingForm.made_at,
            OutgoingForm.made_by, OutgoingForm.wanted_by, OutgoingForm.content, OutgoingForm.returned_at,
            OutgoingForm.as_of, OutgoingForm.filled_by, OutgoingForm.filler_post,
        )
        .join(Institution, JOIN.LEFT_OUTER, on=(OutgoingForm.institution_id == Institution.id))
        .join_from(OutgoingForm, Region, JOIN.LEFT_OUTER, on=(OutgoingForm.region_id == Region.id))
        .join_from(OutgoingForm, Topic, JOIN.LEFT_OUTER, on=(OutgoingForm.topic_id == Topic.id))
        .where(live(OutgoingForm), *conditions)
        .order_by(OutgoingForm.made_at, OutgoingForm.seq)
    )  # fmt: skip


_BY_CODE = Statement(lambda: _forms(OutgoingForm.code == param("code")))
_BY_ID = Statement(lambda: _forms(OutgoingForm.id == param("key")))
_LATER = Statement(lambda: _forms(OutgoingForm.kind == param("kind"), OutgoingForm.made_at > param("made_at")))
_DELETED = Statement(lambda: OutgoingForm.select(OutgoingForm.seq).where(OutgoingForm.code == param("code")))


def form_with_code(store: Store, code: str) -> FormRecord | None:
    """The form that bears a code; None where no such form went out, or was taken back."""
    row = _BY_CODE.one(store, code=code)
    return FormRecord(*typed(row, _FORM_TYPES)) if row else None


def form_of(store: Store, form: UUID) -> FormRecord | None:
    """A form by its id."""
    row = _BY_ID.one(store, key=form)
    return FormRecord(*typed(row, _FORM_TYPES)) if row else None


def was_ever_made(store: Store, code: str) -> bool:
    """Whether a form of this code was made here at some time, deleted ones included."""
    return _DELETED.one(store, code=code) is not None


def later_forms(store: Store, form: FormRecord) -> list[FormRecord]:
    """The forms of the same kind that went to the same addressee and region after this one, the oldest first."""
    moment = _INSTANT.db_value(form.made_at)
    found = [FormRecord(*typed(row, _FORM_TYPES)) for row in _LATER.rows(store, kind=form.kind, made_at=moment)]
    whom = (form.institution_id, form.region_id, form.content.get("to"))
    return [one for one in found if (one.institution_id, one.region_id, one.content.get("to")) == whom]


FORM_LIST = View(
    OutgoingForm,
    columns={
        "kind": OutgoingForm.kind,
        "institution": Institution.name,
        "region": Region.name,
        "code": OutgoingForm.code,
        "made_at": OutgoingForm.made_at,
        "made_by": OutgoingForm.made_by,
        "wanted_by": OutgoingForm.wanted_by,
        "content": OutgoingForm.content,
        "returned_at": OutgoingForm.returned_at,
        "as_of": OutgoingForm.as_of,
        "filled_by": OutgoingForm.filled_by,
        "filler_post": OutgoingForm.filler_post,
    },
    orders={
        "made_at": OutgoingForm.made_at,
        "wanted_by": unknown_last(OutgoingForm.wanted_by),
        "returned_at": unknown_last(OutgoingForm.returned_at),
    },
    joins=lambda query: query.join(
        Institution, JOIN.LEFT_OUTER, on=(OutgoingForm.institution_id == Institution.id)
    ).join_from(OutgoingForm, Region, JOIN.LEFT_OUTER, on=(OutgoingForm.region_id == Region.id)),
)
"""The forms that went out."""


def kept_content(kept: Any) -> dict[str, Any]:
    """The rows of a form as a row of the list holds them, for `services.forms.content`."""
    found: dict[str, Any] = _JSON.python_value(kept)
    return found


OUT, BACK = "keluar", "kembali"


def form_list(
    store: Store, *, text: str = "", state: str = "", order: str = "made_at", descending: bool = True
) -> Listing:
    """The forms as searched, filtered ("", `OUT` for those not back yet, `BACK`) and ordered.

    Searched are the institution, the region, the code, and who made it or filled it in.
    """
    where: Where = tuple(_says(word) for word in text.split())
    if state:
        where += (OutgoingForm.returned_at.is_null(state == OUT),)
    return Listing(store, FORM_LIST, order=order, descending=descending, where=where)


def _says(word: str) -> Any:
    own = (
        OutgoingForm.code.contains(word) | OutgoingForm.made_by.contains(word)
        | OutgoingForm.filled_by.contains(word)
    )  # fmt: skip
    owners = Institution.select(Institution.id).where(Institution.search_text.contains(fold(word)))
    regions = Region.select(Region.id).where(Region.search_text.contains(fold(word)))
    return own | OutgoingForm.institution_id.in_(owners) | OutgoingForm.region_id.in_(regions)


def forms_out(store: Store) -> int:
    """How many forms have not come back yet."""
    return form_list(store, state=OUT).count()
