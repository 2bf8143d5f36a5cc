"""Gambaran Pengamanan of a topic on paper, classified Terbatas: only its own part of Kesiapan prints it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.places import safe_file_name
from desktop.documents import security_picture_content as paper
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.records import fields_of
from desktop.models.queries.security_picture import security_picture
from desktop.models.security import SecurityPicture
from desktop.models.store import Store
from desktop.services import security_words as words
from desktop.services.readiness_words import event_words
from desktop.services.security_picture import SECURITY_CLASS
from desktop.services.security_tables import STATION_COLUMNS, Line, personnel_lines, station_lines

NAME = "Gambaran Pengamanan"
_TOTAL = STATION_COLUMNS.index("Jumlah")


def security_picture_content(store: Store, topic: UUID, *, districts: bool = True) -> paper.SecurityPictureContent:
    """The picture as it stands, of a closed topic as it was closed; kecamatan only where `districts` are wanted.

    Raises NotFound where the topic is gone.
    """
    values = fields_of(store, "topic", topic).values
    head = TopicRow(topic, values["name"], values["event_label"], values["event_date"])
    day: date = values["closed_on"] or today()
    found = security_picture(store, topic)
    stations = [one for one in station_lines(found) if districts or one.level != "district"]
    personnel = [one for one in personnel_lines(found) if districts or one.level != "district"]
    return paper.SecurityPictureContent(
        title=head.name,
        as_of=day,
        event=event_words(head, day),
        stations=_lines(paper.StationLine, _without_untold_wholes(stations)) if _is_told(stations) else (),
        personnel=_lines(paper.PersonnelLine, _without_empty_wholes(personnel)) if _is_planned(found) else (),
        patterns=tuple(words.patterns(found.patterns)),
        pattern_sources=words.pattern_sources(found.patterns),
        rule=words.RULE,
        security_class=SECURITY_CLASS,
        handling=words.HANDLING,
    )


def security_picture_title(store: Store, topic: UUID) -> str:
    """What the register of papers calls it, its class included."""
    return f"{NAME} {fields_of(store, 'topic', topic)['name']} ({SECURITY_CLASS.capitalize()})"


def security_picture_file_name(store: Store, topic: UUID, *, suffix: str = ".pdf") -> str:
    """A proper name to save it under: the day, its class, what it is, the topic."""
    name = fields_of(store, "topic", topic)["name"]
    return safe_file_name(f"{today():%Y-%m-%d}", SECURITY_CLASS, NAME, name, suffix=suffix)


def _without_untold_wholes(lines: list[Line]) -> list[Line]:
    return [one for one in lines if one.level != "whole" or one.cells[_TOTAL] is not None]


def _is_told(lines: list[Line]) -> bool:
    return any(one.cells[_TOTAL] is not None for one in lines)


def _is_planned(found: SecurityPicture) -> bool:
    """Whether anything can be said of personnel: a plan, or a need."""
    everywhere = (*found.regions, *found.wholes)
    return any(
        one.plans or one.need(found.patterns) or any(each.plans for each in one.districts) for one in everywhere
    )


def _without_empty_wholes(lines: list[Line]) -> list[Line]:
    told = {one.region_id for one in lines if one.level == "part"}
    return [one for one in lines if one.level != "whole" or one.region_id in told]


def _lines(kind: Any, lines: list[Line]) -> tuple[Any, ...]:
    return tuple(kind(one.level, *one.cells) for one in lines)
