"""Isi Laporan: a state for many at once, reports pasted together, evidence that came. Each is one deed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.item_reports import Place, Told, reports_of_day
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.readiness import checked_report, insert_reports, periods_of

_READY, _PROVEN = "siap", "siap_bukti"
_WITH_VALUE = ("sebagian", _READY, _PROVEN)


def mark(desk: Desk, places: Iterable[Place], *, state: str, **values: Any) -> ChangeSet:
    """Note a state on many (item, region) in one deed; `values` are those of `readiness.assess`.

    It corrects what the same institution told of the same day: value and note of that report stay where the state
    allows a value, and evidence that came is not forgotten, unless it is the evidence that is taken back.
    """
    checked = checked_report({**values, "state": state})
    with writing(desk.store, "readiness.assess", by=desk.user) as write:
        wanted = list(dict.fromkeys(places))
        told = reports_of_day(desk.store, wanted, checked["as_of"])
        periods = periods_of(desk.store, {item for item, _ in wanted}, checked["as_of"], checked.get("period"))
        said = {place: told[place].reports if place in told else [] for place in wanted}
        corrected = {one: _corrected(said[one], checked, periods.get(one[0])) for one in wanted}
        insert_reports(write, corrected, told)
        return write.finish()


def keep_pasted(desk: Desk, reports: Mapping[Place, Mapping[str, Any]], **values: Any) -> ChangeSet:
    """Keep reports that came together, each with its own state, value and note; `values` hold for all of them."""
    with writing(desk.store, "readiness.paste", by=desk.user) as write:
        insert_reports(write, {place: checked_report({**values, **own}) for place, own in reports.items()})
        return write.finish()


def receive_evidence(desk: Desk, report: UUID) -> ChangeSet:
    """Note that the evidence of a report came: the same is reported once more, with the evidence received."""
    with writing(desk.store, "readiness.evidence", by=desk.user) as write:
        values = _report(desk.store, report)
        place = values.pop("item_id"), values.pop("region_id")
        state = _PROVEN if values["state"] == _READY else values["state"]
        insert_reports(write, {place: checked_report({**values, "state": state, "evidence_received": True})})
        return write.finish()


def _corrected(told: list[Told], values: dict[str, Any], period: str | None) -> dict[str, Any]:
    """The report to be kept: what was told of the day and period by the same institution, with the new state."""
    teller = values.get("institution_id")
    before = next((one for one in told if (one.institution_id, one.period) == (teller, period)), None)
    if before is None:
        return values
    kept: dict[str, Any] = {"note": before.note}
    if values["state"] in _WITH_VALUE:
        kept |= {"value": before.value, "measure": before.measure, "value_text": before.value_text}
        taken_back = before.state == _PROVEN and values["state"] == _READY
        kept["evidence_received"] = before.evidence_received and not taken_back
    return values | {name: value for name, value in kept.items() if not values.get(name)}


def _report(store: Store, report: UUID) -> dict[str, Any]:
    names = (
        "item_id", "region_id", "state", "value", "measure", "value_text", "note", "institution_id", "meeting_id",
        "as_of", "period", "source", "form_id",
    )  # fmt: skip
    found = fields_of(store, "assessment", report)
    return {name: found[name] for name in names}
