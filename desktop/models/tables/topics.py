"""What is coordinated: topics with their event date, stages, regions, and series of meetings."""

from __future__ import annotations

from desktop.models.fields import ChoiceField, DayField, RefField, TextField, WholeField
from desktop.models.tables.record import Record


class Topic(Record):
    """Topik Koordinasi: an election, a flood season, a holiday traffic; its day is called `event_label`."""

    name = TextField()
    event_label = TextField()
    event_date = DayField(null=True)
    state = ChoiceField()
    closed_on = DayField(null=True)
    closing_note = TextField(null=True)
    description = TextField(null=True)
    sort_key = TextField()


class TopicRegion(Record):
    """A region that takes part in a topic."""

    topic_id = RefField("topic")
    region_id = RefField("region")


class Stage(Record):
    """Tahapan: a step of a topic with its days, where they are fixed."""

    topic_id = RefField("topic")
    code = TextField()
    name = TextField()
    starts_on = DayField(null=True)
    ends_on = DayField(null=True)
    lead = TextField(null=True)
    confidence = TextField(null=True)
    order_no = WholeField()


class ReviewPoint(Record):
    """Titik tinjau: a day on which the position is kept, counted from the topic's day (-30 is H-30)."""

    topic_id = RefField("topic")
    day_offset = WholeField()


class Forum(Record):
    """Forum Rapat: a series of meetings."""

    name = TextField()
    topic_id = RefField("topic", null=True)
    sort_key = TextField()
