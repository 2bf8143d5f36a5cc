"""Schema 6: what following up needs between meetings: evidence, reminders, forms, ends, and finding again."""

from __future__ import annotations

from textwrap import dedent

from desktop.models.migrations.ddl import Engine, Execute, add_column, create_index, create_record, create_table

_RECORDS = {
    # Instansi terkait: who is concerned by a follow-up without having to do it.
    "commitment_institution": """
        commitment_id ref commitment
        institution_id ref institution
    """,
    # A problem or news that a follow-up came from or deals with.
    "issue_commitment": """
        issue_id ref issue
        commitment_id ref commitment
    """,
    # Sudah dihubungi: that somebody was asked for news; the program itself never sends anything.
    "reminder": """
        commitment_id ref commitment
        addressee_id ref addressee
        contacted_on date
        channel one of rapat surat whatsapp telepon formulir lainnya
        contacted_by text
        note text null
    """,
    # An Excel form given to an institution, its rows as they were sent, and what came back of it.
    "outgoing_form": """
        kind one of tindak_lanjut kesiapan
        institution_id ref institution null
        region_id ref region null
        topic_id ref topic null
        code text
        made_at instant
        made_by text
        wanted_by date null
        content json
        returned_at instant null
        as_of date null
        filled_by text null
        filler_post text null
    """,
    "saved_filter": """
        place text
        name text
        content json
        order_no int
        sort_key text
    """,
}

_ESCALATION = (
    # Perlu arahan pimpinan: since when and what is asked, what the head answered and when.
    "escalated_on date null",
    "escalation text null",
    "directed_on date null",
    "direction text null",
)
_COLUMNS = (
    *(("commitment", line) for line in _ESCALATION),
    # How it ended when its topic was closed; `successor_id` is the follow-up that took it over.
    ("commitment", "ended_on date null"),
    ("commitment", "ended_how one of selesai dihentikan dialihkan null"),
    ("commitment", "ended_note text null"),
    ("commitment", "successor_id ref commitment null"),
    # How much of how much was done ("320 dari 400 TPS", "95 %"), and when a message came.
    ("progress_report", "amount number null"),
    ("progress_report", "target number null"),
    ("progress_report", "unit text null"),
    ("progress_report", "reported_at time null"),
    ("progress_report", "form_id ref outgoing_form null"),
    ("attachment", "progress_report_id ref progress_report null"),
    ("attachment", "issue_id ref issue null"),
    *(("issue", line) for line in _ESCALATION),
    # The readiness item it tells of; of one that repeats there is one entry a period ("2024-10-03", "2024-W40").
    ("issue", "item_id ref checklist_item null"),
    ("issue", "period text null"),
    ("assessment", "form_id ref outgoing_form null"),
    ("topic", "closed_on date null"),
    ("topic", "closing_note text null"),
)

_INDEXES = (
    ("commitment_institution_commitment", "commitment_institution", "commitment_id"),
    ("commitment_institution_institution", "commitment_institution", "institution_id"),
    ("issue_commitment_issue", "issue_commitment", "issue_id"),
    ("issue_commitment_commitment", "issue_commitment", "commitment_id"),
    ("reminder_commitment", "reminder", "commitment_id, contacted_on"),
    ("reminder_addressee", "reminder", "addressee_id, contacted_on"),
    ("outgoing_form_made", "outgoing_form", "deleted, made_at, seq"),
    ("outgoing_form_code", "outgoing_form", "code"),
    ("outgoing_form_institution", "outgoing_form", "institution_id, made_at"),
    ("outgoing_form_region", "outgoing_form", "region_id"),
    ("outgoing_form_topic", "outgoing_form", "topic_id"),
    ("saved_filter_place", "saved_filter", "place, order_no"),
    ("meeting_forum", "meeting", "forum_id, held_on, seq"),
    ("meeting_topic", "meeting", "topic_id, held_on, seq"),
    ("addressee_state", "addressee", "state, commitment_id"),
    ("commitment_topic", "commitment", "topic_id"),
    ("commitment_successor", "commitment", "successor_id"),
    ("commitment_show_again", "commitment", "show_again_on"),
    ("commitment_region_region", "commitment_region", "region_id"),
    ("addressee_position", "addressee", "position_id"),
    ("progress_report_form", "progress_report", "form_id"),
    ("attachment_progress_report", "attachment", "progress_report_id, order_no"),
    ("attachment_issue", "attachment", "issue_id, order_no"),
    ("issue_state", "issue", "state, topic_id"),
    ("issue_item", "issue", "item_id, region_id, period"),
    ("assessment_form", "assessment", "form_id"),
)

# A line for each record that is searched for: its table and number, its day since year 1, its topic's number, and
# a sum of its words, which stand in the index alone. They are folded: `ascii` splits them at blanks, nowhere else.
_SEARCH_LINE = """
    seq key
    place int
    day int
    topic int
    sum int
"""
_SEARCH_WORDS = {
    "sqlite": (
        """
        CREATE VIRTUAL TABLE search_fts USING fts5(
            words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7 8 9 10', tokenize=ascii
        )
        """,
    ),
    "postgresql": (
        "CREATE TABLE search_fts (rowid bigint PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX search_words ON search_fts USING gin (words)",
    ),
}

# How each follow-up stands: one row a follow-up. What it says is more than SQL can tell, so the program fills it
# once the steps are done.
_STANDING = """
    seq key
    commitment_id uuid
    meeting_id uuid null
    topic_id uuid null
    kind text
    sort_key text
    due_date date null
    due_source text null
    due_week date null
    promised_on date null
    state_no int
    unfinished bool
    total int
    open int
    in_progress int
    done int
    proven int
    said int
    addressee text null
    addressee_key text null
    held_on date null
    heard_on date null
    contacted_on date null
    waiting_since date null
    reports int
    moved int
    evidence int
"""
_STANDING_INDEXES = (
    ("standing_text", "sort_key, seq"),
    ("standing_due", "(due_date IS NULL), due_date, seq"),
    ("standing_week", "due_week, seq"),
    ("standing_addressee", "(addressee_key IS NULL), addressee_key, seq"),
    ("standing_state", "state_no, seq"),
    ("standing_held", "(held_on IS NULL), held_on, seq"),
    ("standing_heard", "(heard_on IS NULL), heard_on, seq"),
    ("standing_promised", "unfinished, promised_on, seq"),
    ("standing_waiting", "waiting_since"),
    ("standing_meeting", "meeting_id"),
    ("standing_topic", "topic_id"),
)
_REPLACED_INDEXES = ("commitment_due", "commitment_text")


def up(engine: Engine, execute: Execute) -> None:
    """Take a database of schema 5 to schema 6."""
    for name, columns in _RECORDS.items():
        execute(create_record(engine, name, columns))
    for table, column in _COLUMNS:
        execute(add_column(engine, table, column))
    for name, table, columns in _INDEXES:
        execute(create_index(name, table, columns))
    execute(create_table(engine, "search_line", _SEARCH_LINE, "place"))
    for statement in _SEARCH_WORDS[engine]:
        execute(dedent(statement).strip())
    execute(create_table(engine, "commitment_standing", _STANDING, "commitment_id"))
    for name, columns in _STANDING_INDEXES:
        execute(create_index(name, "commitment_standing", columns))
    for name in _REPLACED_INDEXES:
        execute(f'DROP INDEX "{name}"')
