"""Pola pengamanan of a topic: how many police and linmas guard how many stations of a class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.personnel_need import Pattern
from desktop.models.queries.children import live_children
from desktop.models.seeds import fixed_id
from desktop.models.tables import PersonnelPattern
from desktop.models.words import STATION_RISKS
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.open_topic import require_open_topic
from desktop.services.security_picture import MOST

USUAL_SOURCE = "lazim dipakai, sesuaikan dengan Renops"
USUAL = {
    "kurang_rawan": Pattern(2, 8, 10, 16, 20, USUAL_SOURCE),
    "rawan": Pattern(2, 4, 4, 8, 8, USUAL_SOURCE),
    "sangat_rawan": Pattern(2, 1, 2, 2, 4, USUAL_SOURCE),
}
"""What is often heard (`domain.md` 4b, of medium confidence): offered with these words, never silently."""
_NAMES = {
    "police": "Polri",
    "stations_from": "TPS paling sedikit",
    "stations_to": "TPS paling banyak",
    "linmas_from": "Linmas paling sedikit",
    "linmas_to": "Linmas paling banyak",
}


def set_patterns(desk: Desk, topic: UUID, patterns: Mapping[str, Pattern]) -> ChangeSet:
    """Keep the patterns of a topic by class (`words.STATION_RISKS`); a class left out has none any more.

    The same class is the same record on every laptop. Raises InvalidInput for a pattern that cannot be counted
    with; its field is the class and the number, such as "rawan.police".
    """
    for risk, pattern in patterns.items():
        _check(risk, pattern)
    with writing(desk.store, "security.pattern", by=desk.user) as write:
        require_open_topic(desk.store, topic)
        ids = {risk: fixed_id("personnel_pattern", topic, risk) for risk in STATION_RISKS}
        for risk, pattern in patterns.items():
            values = asdict(pattern) | rules.cleaned({"source": pattern.source or ""})
            write.ensure(PersonnelPattern, ids[risk], topic_id=topic, risk=risk, **values)
        _leave_out(write, topic, {ids[risk] for risk in patterns})
        return write.finish()


def _leave_out(write: Write, topic: UUID, kept: set[UUID]) -> None:
    for one in live_children(write.store, PersonnelPattern, "topic_id", topic):
        if one not in kept:
            write.delete(PersonnelPattern, one)


def _check(risk: str, pattern: Pattern) -> None:
    rules.one_of({"risk": risk}, "risk", STATION_RISKS, "Kelas")
    for name, what in _NAMES.items():
        least = 1 if name.startswith("stations") else 0
        if not least <= getattr(pattern, name) <= MOST:
            raise InvalidInput(f"{risk}.{name}", f"{what} harus angka {least} atau lebih.", "Periksa polanya.")
    for first, last in (("stations_from", "stations_to"), ("linmas_from", "linmas_to")):
        if getattr(pattern, first) > getattr(pattern, last):
            raise InvalidInput(
                f"{risk}.{last}", f"{_NAMES[last]} tidak boleh kurang dari yang paling sedikit.",
                "Periksa kedua angkanya.",
            )  # fmt: skip
