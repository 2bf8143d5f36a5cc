"""The office itself: how its papers look; its topics with their stages, and its series of meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.fields import JsonField
from desktop.models.journal import Version
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Forum, Meeting, OfficeProfile, Person, Stage, Topic

_JSON = JsonField()
EDGES = ("top", "right", "bottom", "left")


@dataclass(frozen=True, slots=True)
class Profile:
    """How the office prints. `letterhead` from the government down to the address; `margins` in millimetres."""

    id: UUID
    version: Version
    name: str
    short_name: str
    institution_id: UUID | None
    working_area_id: UUID | None
    letterhead: tuple[str, ...]
    logo: bytes | None
    city: str
    zone: str
    paper: str
    margins: dict[str, float]
    font: str
    font_size: float
    title_word: str
    sign_columns: int
    head_title: str
    head_person_id: UUID | None
    head_person: str | None
    label: str
    page_numbers: str
    letterhead_rule: str
    decisions_label: str
    fit_pages: int
    names_until: int
    sign_numbers: bool
    head_acting: str
    on_behalf: str
    delegated_by: str
    proof: bool
    sign_fields: bool


def _profiles(*conditions: Any) -> Any:
    return (
        OfficeProfile.select(
            OfficeProfile.id, OfficeProfile.clock, OfficeProfile.device, OfficeProfile.name,
            OfficeProfile.short_name, OfficeProfile.institution_id, OfficeProfile.working_area_id,
            OfficeProfile.letterhead, OfficeProfile.logo, OfficeProfile.city, OfficeProfile.zone,
            OfficeProfile.paper, OfficeProfile.margins, OfficeProfile.font, OfficeProfile.font_size,
            OfficeProfile.title_word, OfficeProfile.sign_columns, OfficeProfile.head_title,
            OfficeProfile.head_person_id, Person.name, OfficeProfile.label, OfficeProfile.page_numbers,
            OfficeProfile.letterhead_rule, OfficeProfile.decisions_label, OfficeProfile.fit_pages,
            OfficeProfile.names_until, OfficeProfile.sign_numbers, OfficeProfile.head_acting,
            OfficeProfile.on_behalf, OfficeProfile.delegated_by, OfficeProfile.proof, OfficeProfile.sign_fields,
        )
        .join(Person, JOIN.LEFT_OUTER, on=(OfficeProfile.head_person_id == Person.id))
        .where(OfficeProfile.office == param("office"), live(OfficeProfile), *conditions)
        .order_by(OfficeProfile.order_no, OfficeProfile.seq)
        .limit(1)
    )  # fmt: skip


_PROFILE = Statement(_profiles)
_CHOSEN = Statement(lambda: _profiles(OfficeProfile.id == param("profile")))
_LABELS = Statement(
    lambda: (
        OfficeProfile.select(OfficeProfile.id, OfficeProfile.label)
        .where(OfficeProfile.office == param("office"), live(OfficeProfile))
        .order_by(OfficeProfile.order_no, OfficeProfile.seq)
    )
)


def office_profile(store: Store, profile: UUID | None = None) -> Profile | None:
    """A profile this office prints with, the first one where none is named; None where there is none."""
    if profile is None:
        row = _PROFILE.one(store, office=store.office)
    else:
        row = _CHOSEN.one(store, office=store.office, profile=profile)
    if row is None:
        return None
    values: list[Any] = list(row)
    values[0], values[2] = ID.python_value(row[0]), ID.python_value(row[2])
    for place in (5, 6, 18):
        values[place] = ID.python_value(row[place])
    values[7] = tuple(_JSON.python_value(row[7]))
    values[8] = None if row[8] is None else bytes(row[8])
    values[12] = _JSON.python_value(row[12])
    for place in (26, 30, 31):
        values[place] = bool(row[place])
    return Profile(values[0], Version(int(values[1]), values[2]), *values[3:])


def profile_labels(store: Store) -> list[tuple[UUID, str]]:
    """The profiles of this office by what they are called, the one in use first; the first may have no name."""
    return [(ID.python_value(row[0]), str(row[1])) for row in _LABELS.rows(store, office=store.office)]  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class TopicSummary:
    """A topic: what its day is called, when it is, whether and when it was closed, how many meetings it has."""

    id: UUID
    name: str
    event_label: str
    event_date: date | None
    state: str
    meetings: int
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether something new may still be noted of it."""
        return self.state == "open"


_TOPICS = Statement(
    lambda: (
        Topic.select(
            Topic.id, Topic.name, Topic.event_label, Topic.event_date, Topic.state,
            Meeting.select(fn.COUNT(Meeting.seq)).where(Meeting.topic_id == Topic.id, live(Meeting)),
            Topic.closed_on,
        )
        .where(live(Topic))
        .order_by(Topic.state.desc(), Topic.event_date.desc(nulls="LAST"), Topic.sort_key, Topic.seq)
    )
)  # fmt: skip


_TOPIC_TYPES = (ID, None, None, DAY, None, None, DAY)


def topics(store: Store) -> list[TopicSummary]:
    """The topics, open ones first, the nearest to the end of time first."""
    return [TopicSummary(*typed(row, _TOPIC_TYPES)) for row in _TOPICS.rows(store)]


@dataclass(frozen=True, slots=True)
class ForumRow:
    """A series of meetings and the topic it belongs to."""

    id: UUID
    name: str
    topic_id: UUID | None
    topic: str | None


_FORUMS = Statement(
    lambda: (
        Forum.select(Forum.id, Forum.name, Topic.id, Topic.name)
        .join(Topic, JOIN.LEFT_OUTER, on=((Forum.topic_id == Topic.id) & live(Topic)))
        .where(live(Forum))
        .order_by(Forum.sort_key, Forum.seq)
    )
)


def forums(store: Store) -> list[ForumRow]:
    """The series of meetings by name."""
    return [ForumRow(*typed(row, (ID, None, ID, None))) for row in _FORUMS.rows(store)]


@dataclass(frozen=True, slots=True)
class StageOfTopic:
    """A step of a topic; days that are not fixed are None. `confidence` says where they come from."""

    id: UUID
    code: str
    name: str
    starts_on: date | None
    ends_on: date | None
    lead: str | None
    confidence: str | None = None


_STAGES = Statement(
    lambda: (
        Stage.select(
            Stage.id, Stage.code, Stage.name, Stage.starts_on, Stage.ends_on, Stage.lead, Stage.confidence
        )
        .where(Stage.topic_id == param("topic"), live(Stage))
        .order_by(Stage.order_no, Stage.seq)
    )
)


def stages(store: Store, topic: UUID) -> list[StageOfTopic]:
    """The stages of a topic in their order."""
    types = (ID, None, None, DAY, DAY, None, None)
    return [StageOfTopic(*typed(row, types)) for row in _STAGES.rows(store, topic=topic)]
