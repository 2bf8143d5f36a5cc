"""What goes on paper and what comes back: letters, frozen minutes, files of a meeting, the register of papers."""

from __future__ import annotations

from desktop.models.fields import (
    BoolField,
    ChoiceField,
    DayField,
    InstantField,
    JsonField,
    RefField,
    TextField,
    WholeField,
)
from desktop.models.tables.record import Record


class Letter(Record):
    """What is typed for one letter of a meeting: invitation, nota dinas or report; one of each kind.

    Number and date of an invitation are the meeting's own (`invitation_number`, `invitation_date`).
    """

    meeting_id = RefField("meeting")
    kind = ChoiceField()
    number = TextField(null=True)
    dated_on = DayField(null=True)
    urgency = TextField(null=True)
    enclosure = TextField(null=True)
    subject = TextField(null=True)
    addressee = TextField(null=True)
    sender = TextField(null=True)
    opening = TextField(null=True)
    body = TextField(null=True)
    basis = TextField(null=True)
    purpose = TextField(null=True)
    suggestion = TextField(null=True)
    closing = TextField(null=True)
    note = TextField(null=True)
    copies = TextField(null=True)


class Attachment(Record):
    """A file that belongs to a meeting, a follow-up, a report on one or on readiness, or a problem.

    Its bytes are kept by their hash.
    """

    meeting_id = RefField("meeting", null=True)
    commitment_id = RefField("commitment", null=True)
    assessment_id = RefField("assessment", null=True)
    progress_report_id = RefField("progress_report", null=True)
    issue_id = RefField("issue", null=True)
    order_no = WholeField()
    kind = ChoiceField()
    name = TextField()
    caption = TextField(null=True)
    media_type = TextField()
    size = WholeField()
    sha256 = TextField()
    added_at = InstantField()


class MinutesVersion(Record):
    """The minutes as they were frozen, by whom and when; `order_no` 0 is the first, n is Perbaikan ke-n.

    `withdrawn` is a version nobody signed, taken back for more corrections.
    """

    meeting_id = RefField("meeting")
    order_no = WholeField()
    made_at = InstantField()
    made_by = TextField()
    reason = TextField(null=True)
    content = JsonField()
    profile = JsonField()
    content_hash = TextField()
    code = TextField()
    pdf_hash = TextField(null=True)
    paper_id = RefField("attachment", null=True)
    signed_on = DayField(null=True)
    signed_how = ChoiceField(null=True)
    signed_id = RefField("attachment", null=True)
    withdrawn = BoolField()


class IssuedPaper(Record):
    """A paper that left the program: which one, in which version, by whom, with its hash."""

    meeting_id = RefField("meeting", null=True)
    topic_id = RefField("topic", null=True)
    institution_id = RefField("institution", null=True)
    kind = TextField()
    title = TextField()
    number = TextField(null=True)
    order_no = WholeField(null=True)
    way = ChoiceField()
    issued_at = InstantField()
    issued_by = TextField()
    file_name = TextField(null=True)
    pages = WholeField(null=True)
    sha256 = TextField()
    content_hash = TextField(null=True)
    code = TextField(null=True)
    is_draft = BoolField()


class AccountingItem(Record):
    """Kelengkapan SPJ: one thing the accountant wants of a meeting, and whether it is there."""

    meeting_id = RefField("meeting")
    order_no = WholeField()
    text = TextField()
    done = BoolField()
    note = TextField(null=True)
