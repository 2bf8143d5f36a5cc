"""What must be followed up, and by whom."""

from __future__ import annotations

from desktop.models.fields import ChoiceField, DayField, RefField, TextField, WholeField
from desktop.models.tables.record import Record


class Commitment(Record):
    """Tindak Lanjut: a direction, request or promise, pointing to the statement it came from."""

    meeting_id = RefField("meeting", null=True)
    agenda_item_id = RefField("agenda_item", null=True)
    statement_id = RefField("statement", null=True)
    speaker_id = RefField("participant", null=True)
    topic_id = RefField("topic", null=True)
    order_no = WholeField()
    code = TextField(null=True)
    kind = ChoiceField()
    text = TextField()
    due_date = DayField(null=True)
    due_source = ChoiceField(null=True)
    due_note = TextField(null=True)
    indicator = TextField(null=True)
    show_again_on = DayField(null=True)
    priority = WholeField()
    sort_key = TextField()
    search_text = TextField()


class Addressee(Record):
    """One institution or post a follow-up is addressed to, with its own state.

    `via` keeps the words of a group ("KPU kabupaten/kota") it was addressed through; paper prints those.
    """

    commitment_id = RefField("commitment")
    order_no = WholeField()
    institution_id = RefField("institution", null=True)
    position_id = RefField("position", null=True)
    label = TextField(null=True)
    via = TextField(null=True)
    state = ChoiceField()
    state_on = DayField(null=True)


class ProgressReport(Record):
    """What was reported on one addressee's part of a follow-up: when, where, by whom, and a change of its date."""

    commitment_id = RefField("commitment")
    addressee_id = RefField("addressee")
    meeting_id = RefField("meeting", null=True)
    order_no = WholeField()
    reported_on = DayField()
    state = ChoiceField()
    note = TextField(null=True)
    institution_id = RefField("institution", null=True)
    reporter = TextField(null=True)
    channel = ChoiceField()
    due_before = DayField(null=True)
    due_after = DayField(null=True)
    due_reason = TextField(null=True)


class CommitmentRegion(Record):
    """A region a follow-up concerns."""

    commitment_id = RefField("commitment")
    region_id = RefField("region")


class CommitmentChecklistItem(Record):
    """A readiness item a follow-up moves forward."""

    commitment_id = RefField("commitment")
    item_id = RefField("checklist_item")
