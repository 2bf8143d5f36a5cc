"""What must be followed up, and by whom."""

from __future__ import annotations

from desktop.models.fields import (
    BoolField,
    ChoiceField,
    ClockField,
    DayField,
    IdField,
    InstantField,
    JsonField,
    NumberField,
    RefField,
    TextField,
    WholeField,
)
from desktop.models.tables.record import Record, Table


class Commitment(Record):
    """Tindak Lanjut: a direction, request or promise, pointing to the statement it came from.

    `escalated_on` to `direction`: since when the head's word is wanted (Perlu arahan pimpinan), what is asked, and
    the answer. `ended_*` tell how it ended when its topic was closed, `successor_id` what took it over.
    """

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
    escalated_on = DayField(null=True)
    escalation = TextField(null=True)
    directed_on = DayField(null=True)
    direction = TextField(null=True)
    ended_on = DayField(null=True)
    ended_how = ChoiceField(null=True)
    ended_note = TextField(null=True)
    successor_id = RefField("commitment", null=True)
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
    """What was reported on one addressee's part of a follow-up: when, where, by whom, and a change of its date.

    `amount` of `target` in `unit` is what was counted ("320 dari 400 TPS", "95 %"); `form_id` is its form.
    """

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
    amount = NumberField(null=True)
    target = NumberField(null=True)
    unit = TextField(null=True)
    reported_at = ClockField(null=True)
    form_id = RefField("outgoing_form", null=True)


class CommitmentInstitution(Record):
    """Instansi terkait: who is concerned by a follow-up without having to do it."""

    commitment_id = RefField("commitment")
    institution_id = RefField("institution")


class Reminder(Record):
    """Sudah dihubungi: an addressee was asked for news on a day; the program itself never sends anything."""

    commitment_id = RefField("commitment")
    addressee_id = RefField("addressee")
    contacted_on = DayField()
    channel = ChoiceField()
    contacted_by = TextField()
    note = TextField(null=True)


class OutgoingForm(Record):
    """An Excel form given to an institution: its rows as they were sent, and what came back of it.

    `code` stands on the form; `as_of` is the day the returned data are from, `filled_by` who filled it in.
    """

    kind = ChoiceField()
    institution_id = RefField("institution", null=True)
    region_id = RefField("region", null=True)
    topic_id = RefField("topic", null=True)
    code = TextField()
    made_at = InstantField()
    made_by = TextField()
    wanted_by = DayField(null=True)
    content = JsonField()
    returned_at = InstantField(null=True)
    as_of = DayField(null=True)
    filled_by = TextField(null=True)
    filler_post = TextField(null=True)


class CommitmentRegion(Record):
    """A region a follow-up concerns."""

    commitment_id = RefField("commitment")
    region_id = RefField("region")


class CommitmentChecklistItem(Record):
    """A readiness item a follow-up moves forward.

    Once the follow-up is done it is proposed to bring the item up to date; `answer` is what became of that, on
    `answered_on`.
    """

    commitment_id = RefField("commitment")
    item_id = RefField("checklist_item")
    answer = ChoiceField(null=True)
    answered_on = DayField(null=True)


class CommitmentStanding(Table):
    """How a follow-up stands, and by what its register is ordered, filtered and counted; `seq` is the follow-up's.

    It follows from the records (see `desktop.models.commitment_standing`). `due_week` is the Monday of the due
    date, `promised_on` that date where somebody was promised it. `state_no` is the place of the state over all
    addressees among COMMITMENT_STATES, `unfinished` whether somebody still has to do it; so also while nobody was
    named. `addressee` names the first one as said, `said` counts them so. `heard_on` is the day of the latest
    report, else of the meeting it comes from, else that it was noted; `contacted_on` that of the latest reminder.
    `moved` counts the changes of its date. `waiting_since` is set while the head's word is wanted.
    """

    commitment_id = IdField()
    meeting_id = IdField(null=True)
    topic_id = IdField(null=True)
    kind = TextField()
    sort_key = TextField()
    due_date = DayField(null=True)
    due_source = TextField(null=True)
    due_week = DayField(null=True)
    promised_on = DayField(null=True)
    state_no = WholeField()
    unfinished = BoolField()
    total = WholeField()
    open = WholeField()
    in_progress = WholeField()
    done = WholeField()
    proven = WholeField()
    said = WholeField()
    addressee = TextField(null=True)
    addressee_key = TextField(null=True)
    held_on = DayField(null=True)
    heard_on = DayField(null=True)
    contacted_on = DayField(null=True)
    waiting_since = DayField(null=True)
    reports = WholeField()
    moved = WholeField()
    evidence = WholeField()
