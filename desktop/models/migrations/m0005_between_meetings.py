"""Schema 5: problems and news between meetings, how each region is, and fields for signing."""

from __future__ import annotations

from desktop.models.migrations.ddl import Engine, Execute, add_column, create_index, create_record

_RECORDS = {
    # Kendala & Perkembangan: what happened where, who told it, and what is done about it.
    "issue": """
        topic_id ref topic
        kind one of kendala perkembangan
        happened_on date
        happened_at time null
        region_id ref region null
        field text null
        text text
        institution_id ref institution null
        source text null
        handling text null
        state one of terbuka ditangani selesai
        situation one of kondusif perhatian gangguan
        search_text text
    """,
    # How a region was reported to be on a day; the last word of a day stands.
    "region_situation": """
        topic_id ref topic
        region_id ref region
        day date
        reported_at time null
        state one of kondusif perhatian gangguan
        institution_id ref institution null
        source text null
        note text null
    """,
}

_INDEXES = (
    ("issue_time", "issue", "deleted, happened_on, (happened_at IS NULL), happened_at, seq"),
    ("issue_topic", "issue", "topic_id, happened_on, seq"),
    ("issue_region", "issue", "region_id"),
    ("issue_institution", "issue", "institution_id"),
    ("region_situation_day", "region_situation", "topic_id, day"),
    ("region_situation_region", "region_situation", "region_id"),
    ("region_situation_institution", "region_situation", "institution_id"),
)


def up(engine: Engine, execute: Execute) -> None:
    """Take a database of schema 4 to schema 5."""
    for name, columns in _RECORDS.items():
        execute(create_record(engine, name, columns))
    execute(add_column(engine, "office_profile", "sign_fields bool = false"))
    for name, table, columns in _INDEXES:
        execute(create_index(name, table, columns))
