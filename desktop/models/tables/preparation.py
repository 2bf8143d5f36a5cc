"""What helps to prepare a meeting: groups to invite, templates, the order of the ceremony, ready sentences."""

from __future__ import annotations

from desktop.models.fields import ChoiceField, ClockField, JsonField, RefField, TextField, WholeField
from desktop.models.tables.record import Record


class InvitationGroup(Record):
    """A list of offices that are often invited together."""

    name = TextField()
    order_no = WholeField()
    sort_key = TextField()


class InvitationGroupMember(Record):
    """One office in a group: a post, an institution, or words where the directory has no record."""

    group_id = RefField("invitation_group")
    order_no = WholeField()
    role = ChoiceField()
    institution_id = RefField("institution", null=True)
    position_id = RefField("position", null=True)
    label = TextField(null=True)


class MeetingTemplate(Record):
    """Templat Rapat: the data, agenda and seats a new meeting can begin with."""

    name = TextField()
    content = JsonField()
    sort_key = TextField()


class RundownItem(Record):
    """Susunan acara: one line of what the MC announces; a paper of its own beside the agenda."""

    meeting_id = RefField("meeting")
    order_no = WholeField()
    starts_at = ClockField(null=True)
    planned_minutes = WholeField(null=True)
    title = TextField()
    officer = TextField(null=True)
    note = TextField(null=True)


class TextBlock(Record):
    """A ready sentence for the notes; … marks where the caret goes on."""

    label = TextField()
    text = TextField()
    order_no = WholeField()
