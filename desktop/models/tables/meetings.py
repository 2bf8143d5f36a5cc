"""A meeting: its data, agenda, participants and everything said."""

from __future__ import annotations

from desktop.models.fields import (
    BoolField,
    ChoiceField,
    ClockField,
    DayField,
    IdField,
    InstantField,
    RefField,
    TextField,
    WholeField,
)
from desktop.models.tables.record import Record


class Meeting(Record):
    """Rapat: when, where, why, and how far its notula is. Numbers come from SRIKANDI and are typed in."""

    forum_id = RefField("forum", null=True)
    topic_id = RefField("topic", null=True)
    title = TextField()
    held_on = DayField()
    starts_at = ClockField(null=True)
    ends_at = ClockField(null=True)
    zone = TextField()
    place = TextField(null=True)
    purpose = TextField(null=True)
    invitation_number = TextField(null=True)
    invitation_date = DayField(null=True)
    minutes_number = TextField(null=True)
    minutes_date = DayField(null=True)
    co_organiser = TextField(null=True)
    secretary_id = RefField("person", null=True)
    minute_taker_id = RefField("person", null=True)
    opening = TextField(null=True)
    closing = TextField(null=True)
    closed_at = ClockField(null=True)
    state = ChoiceField()
    cancelled = BoolField()
    security = ChoiceField()
    archive_code = TextField(null=True)
    archive_level = TextField(null=True)
    archive_place = TextField(null=True)
    archive_retention = TextField(null=True)
    source_note = TextField(null=True)
    copied_from = TextField(null=True)
    copied_on = DayField(null=True)
    briefing_points = TextField(null=True)
    profile_id = RefField("office_profile", null=True)
    revision_reason = TextField(null=True)
    sort_key = TextField()
    search_text = TextField()


class Participant(Record):
    """A seat at the table: the office invited, and apart from it who came.

    `marked_at` is when the attendance was last noted; `unreadable` says that somebody signed whose name nobody
    can read.

    `position_id`/`person_id` are the office and person invited, `present_*` who sat there. `label` stands for
    a guest's or a group's words where the directory has no record.
    """

    meeting_id = RefField("meeting")
    order_no = WholeField()
    role = ChoiceField()
    institution_id = RefField("institution", null=True)
    position_id = RefField("position", null=True)
    person_id = RefField("person", null=True)
    label = TextField(null=True)
    answer = ChoiceField()
    state = ChoiceField()
    present_person_id = RefField("person", null=True)
    present_position_id = RefField("position", null=True)
    present_name = TextField(null=True)
    present_title = TextField(null=True)
    arrived_at = ClockField(null=True)
    left_at = ClockField(null=True)
    reason = TextField(null=True)
    note = TextField(null=True)
    frozen_name = TextField(null=True)
    frozen_title = TextField(null=True)
    frozen_institution = TextField(null=True)
    marked_at = InstantField(null=True)
    unreadable = BoolField()


class DoorMark(Record):
    """What another laptop noted of a seat, kept apart from what this one did; settled once the two agree.

    Settled is also what somebody decided here; a later mark from there asks again.
    """

    meeting_id = RefField("meeting")
    participant_id = RefField("participant")
    laptop = IdField()
    laptop_name = TextField()
    state = ChoiceField()
    present_person_id = RefField("person", null=True)
    present_position_id = RefField("position", null=True)
    present_name = TextField(null=True)
    present_title = TextField(null=True)
    arrived_at = ClockField(null=True)
    left_at = ClockField(null=True)
    unreadable = BoolField()
    marked_at = InstantField(null=True)
    settled = BoolField()


class AgendaItem(Record):
    """Acara: one point of the agenda."""

    meeting_id = RefField("meeting")
    order_no = WholeField()
    title = TextField()
    presenter_id = RefField("participant", null=True)
    planned_minutes = WholeField(null=True)
    started_at = ClockField(null=True)
    ended_at = ClockField(null=True)
    note = TextField(null=True)


class Statement(Record):
    """Something said: by whom, on whose behalf, of which kind."""

    meeting_id = RefField("meeting")
    agenda_item_id = RefField("agenda_item", null=True)
    order_no = WholeField()
    kind = ChoiceField()
    speaker_id = RefField("participant", null=True)
    on_behalf_of_id = RefField("position", null=True)
    text = TextField()
    code = TextField(null=True)
    said_at = InstantField(null=True)
    search_text = TextField()
