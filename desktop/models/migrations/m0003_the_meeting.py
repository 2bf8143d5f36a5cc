"""Schema 3: what preparing, checking in and taking notes need besides the meeting itself."""

from __future__ import annotations

from textwrap import dedent

from desktop.models.migrations.ddl import Engine, Execute, add_column, create_index, create_record, create_table

_RECORDS = {
    # Of two records that were one and the same: the one given up, and the one that stands for both.
    "redirect": """
        table_name text
        old_id uuid
        new_id uuid
    """,
    "invitation_group": """
        name text
        order_no int
        sort_key text
    """,
    "invitation_group_member": """
        group_id ref invitation_group
        order_no int
        role one of pimpinan moderator narasumber peserta panitia pers
        institution_id ref institution null
        position_id ref position null
        label text null
    """,
    "meeting_template": """
        name text
        content json
        sort_key text
    """,
    # Susunan acara for the MC, apart from the agenda: anthem, prayer, signing.
    "rundown_item": """
        meeting_id ref meeting
        order_no int
        starts_at time null
        planned_minutes int null
        title text
        officer text null
        note text null
    """,
    "text_block": """
        label text
        text text
        order_no int
    """,
    # What another laptop noted of a seat, kept apart from what this one did.
    "door_mark": """
        meeting_id ref meeting
        participant_id ref participant
        laptop uuid
        laptop_name text
        state one of belum_dicatat hadir diwakili berhalangan tidak_hadir
        present_person_id ref person null
        present_position_id ref position null
        present_name text null
        present_title text null
        arrived_at time null
        left_at time null
        unreadable bool = false
        marked_at instant null
        settled bool = false
    """,
    "progress_report": """
        commitment_id ref commitment
        addressee_id ref addressee
        meeting_id ref meeting null
        order_no int
        reported_on date
        state one of belum proses selesai_laporan selesai_bukti dihentikan
        note text null
        institution_id ref institution null
        reporter text null
        channel one of rapat surat whatsapp telepon formulir lainnya
        due_before date null
        due_after date null
        due_reason text null
    """,
}

_COLUMNS = (
    ("meeting", "copied_from text null"),
    ("meeting", "copied_on date null"),
    ("meeting", "briefing_points text null"),
    ("participant", "marked_at instant null"),
    ("participant", "unreadable bool = false"),
    ("commitment", "priority int = 2"),
)

_INDEXES = (
    ("redirect_old", "redirect", "old_id"),
    ("invitation_group_member_group", "invitation_group_member", "group_id, order_no"),
    ("rundown_item_meeting", "rundown_item", "meeting_id, order_no"),
    ("door_mark_meeting", "door_mark", "meeting_id"),
    ("door_mark_participant", "door_mark", "participant_id"),
    ("progress_report_commitment", "progress_report", "commitment_id, reported_on"),
    ("progress_report_addressee", "progress_report", "addressee_id"),
    ("progress_report_meeting", "progress_report", "meeting_id, order_no"),
    # Looked up whenever something they point to is taken away.
    ("statement_speaker", "statement", "speaker_id"),
    ("statement_agenda_item", "statement", "agenda_item_id"),
    ("commitment_agenda_item", "commitment", "agenda_item_id"),
    ("commitment_speaker", "commitment", "speaker_id"),
    ("assessment_meeting", "assessment", "meeting_id"),
)

# Finding people by the beginnings of words: names, and the posts and institutions they have or had.
_WORDS_OF_PEOPLE = """
    INSERT INTO person_search (seq, search_text)
    SELECT person.seq, replace(person.search_text || coalesce((
        SELECT ' ' || {joined} FROM tenure
        JOIN position ON position.id = tenure.position_id
        JOIN institution ON institution.id = position.institution_id
        WHERE tenure.person_id = person.id AND NOT tenure.deleted
    ), ''), ',', ' ') FROM person WHERE NOT person.deleted
"""
_POST = "position.search_text || ' ' || institution.search_text"
_JOINED = {"sqlite": f"group_concat(DISTINCT {_POST})", "postgresql": f"string_agg(DISTINCT {_POST}, ' ')"}
_WORD_INDEX = {
    "sqlite": (
        """
        CREATE VIRTUAL TABLE person_fts USING fts5(
            search_text, content='person_search', content_rowid='seq', prefix='1 2 3',
            tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
        )
        """,
        """
        CREATE TRIGGER person_words_come AFTER INSERT ON person_search BEGIN
            INSERT INTO person_fts (rowid, search_text) VALUES (new.seq, new.search_text);
        END
        """,
        """
        CREATE TRIGGER person_words_go AFTER DELETE ON person_search BEGIN
            INSERT INTO person_fts (person_fts, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
        END
        """,
    ),
    "postgresql": (
        """
        CREATE INDEX person_words ON person_search USING gin (
            (array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')))
        )
        """,
    ),
}


def up(engine: Engine, execute: Execute) -> None:
    """Take a database of schema 2 to schema 3."""
    for name, columns in _RECORDS.items():
        execute(create_record(engine, name, columns))
    for table, column in _COLUMNS:
        execute(add_column(engine, table, column))
    for name, table, columns in _INDEXES:
        execute(create_index(name, table, columns))
    execute(create_table(engine, "person_search", "seq key\n search_text text"))
    for statement in _WORD_INDEX[engine]:
        execute(dedent(statement).strip())
    execute(dedent(_WORDS_OF_PEOPLE).strip().format(joined=_JOINED[engine]))
