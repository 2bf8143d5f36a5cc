"""Situasi Harian: how each region was reported to be on a day; the last word of a day stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.situation import noted_on
from desktop.models.seeds import fixed_id
from desktop.models.tables import RegionSituation
from desktop.models.words import SITUATIONS
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.open_topic import require_open_topic

_NOTHING_TOLD = {"reported_at": None, "institution_id": None, "source": None, "note": None}


def note_situation(desk: Desk, topic: UUID, day: date, regions: Sequence[UUID], **values: Any) -> ChangeSet:
    """Note how regions are on a day, in place of what was noted of them before.

    `values` are `state` (one of `words.SITUATIONS`; needed the first time), `reported_at`, `institution_id`,
    `source` and `note`; what is left out stays. The same region and day is the same record on every laptop.
    """
    checked = rules.cleaned(values)
    rules.required(checked, "state", "Keadaan wilayah")
    rules.one_of(checked, "state", SITUATIONS, "Keadaan wilayah")
    if rules.is_ahead(day):
        raise InvalidInput("day", "Situasi tidak dapat dicatat untuk hari yang akan datang.", "Pilih hari ini.")
    with writing(desk.store, "situation.note", by=desk.user) as write:
        require_open_topic(desk.store, topic)
        noted = noted_on(desk.store, topic, day)
        for region in dict.fromkeys(regions):
            _note(write, (topic, region, day), noted.get(region), checked)
        return write.finish()


def forget_situation(desk: Desk, topic: UUID, day: date, regions: Sequence[UUID]) -> ChangeSet:
    """Say of regions that nobody reported on them that day, which is not the same as calm."""
    with writing(desk.store, "situation.forget", by=desk.user) as write:
        require_open_topic(desk.store, topic)
        noted = noted_on(desk.store, topic, day)
        for region in dict.fromkeys(regions):
            if region in noted:
                write.delete(RegionSituation, noted[region])
        return write.finish()


def _note(write: Write, place: tuple[UUID, UUID, date], noted: UUID | None, values: dict[str, Any]) -> None:
    if noted is not None:
        write.update(RegionSituation, noted, **values)
        return
    if not values.get("state"):
        raise InvalidInput("state", "Keadaan wilayah ini belum dipilih.", "Pilih keadaannya lebih dulu.")
    topic, region, day = place
    one = fixed_id("region_situation", topic, region, f"{day:%Y-%m-%d}")
    write.ensure(RegionSituation, one, topic_id=topic, region_id=region, day=day, **{**_NOTHING_TOLD, **values})
