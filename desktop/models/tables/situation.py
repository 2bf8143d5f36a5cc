"""What happens between meetings: problems and news, and how each region was reported to be."""

from __future__ import annotations

from desktop.models.fields import ChoiceField, ClockField, DayField, RefField, TextField
from desktop.models.tables.record import Record


class Issue(Record):
    """Kendala & Perkembangan: a problem or a piece of news, who told it, and what is done about it.

    `situation` says what it makes of its region on that day; `field` is a word of `words.ISSUE_FIELDS` or the
    office's own. `item_id` is the readiness item it tells of; of one that repeats there is one entry a `period`.
    `escalated_on` to `direction` as of a follow-up.
    """

    topic_id = RefField("topic")
    kind = ChoiceField()
    happened_on = DayField()
    happened_at = ClockField(null=True)
    region_id = RefField("region", null=True)
    field = TextField(null=True)
    text = TextField()
    institution_id = RefField("institution", null=True)
    source = TextField(null=True)
    handling = TextField(null=True)
    state = ChoiceField()
    situation = ChoiceField()
    item_id = RefField("checklist_item", null=True)
    period = TextField(null=True)
    escalated_on = DayField(null=True)
    escalation = TextField(null=True)
    directed_on = DayField(null=True)
    direction = TextField(null=True)
    search_text = TextField()


class IssueCommitment(Record):
    """A follow-up that came from a problem or news, or deals with it."""

    issue_id = RefField("issue")
    commitment_id = RefField("commitment")


class RegionSituation(Record):
    """How a region was reported to be on a day; one a topic, region and day."""

    topic_id = RefField("topic")
    region_id = RefField("region")
    day = DayField()
    reported_at = ClockField(null=True)
    state = ChoiceField()
    institution_id = RefField("institution", null=True)
    source = TextField(null=True)
    note = TextField(null=True)
