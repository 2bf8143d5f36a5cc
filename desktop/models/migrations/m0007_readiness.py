"""Schema 7: versions of checklists, dates of one region, positions kept, review points, security."""

from __future__ import annotations

from desktop.models.migrations.ddl import Engine, Execute, add_column, create_index, create_record, create_table

_RECORDS = {
    # A day of its own for one region, and where that comes from ("agreed on 26 September 2024").
    "due_override": """
        item_id ref checklist_item
        region_id ref region
        due_on date
        due_basis text
        source text
    """,
    # Titik tinjau: days before (or after) the topic's day on which the position is kept.
    "review_point": """
        topic_id ref topic
        day_offset int
    """,
    # How ready all were on a day, as it was known then; `content` never changes.
    "readiness_snapshot": """
        topic_id ref topic
        template_id ref checklist_template
        taken_on date
        day_offset int null
        meeting_id ref meeting null
        label text
        taken_by text
        content json
    """,
    # Polling stations by how vulnerable they are, of a region or one of its kecamatan.
    "station_risk": """
        topic_id ref topic
        region_id ref region
        district text null
        low int null
        medium int null
        high int null
        as_of date
        institution_id ref institution null
        source text
        note text null
    """,
    # Pola pengamanan: how many guard how many stations of a class ("2 Polri, 8 to 10 TPS, 16 to 20 linmas").
    "personnel_pattern": """
        topic_id ref topic
        risk one of kurang_rawan rawan sangat_rawan
        police int
        stations_from int
        stations_to int
        linmas_from int
        linmas_to int
        source text null
    """,
    "personnel_plan": """
        topic_id ref topic
        region_id ref region
        district text null
        force one of polri tni linmas lainnya
        planned int
        as_of date
        source text
        note text null
    """,
}

_COLUMNS = (
    ("topic", "description text null"),
    # A version is written as a draft (konsep) and asked of nobody until it is put in force.
    ("checklist_template", "state one of konsep berlaku = 'berlaku'"),
    ("checklist_template", "in_force_on date null"),
    ("checklist_template", "based_on_id ref checklist_template null"),
    ("checklist_template", "note text null"),
    # What was reported on an item is still true of the same item in a later version: they share a thread.
    ("checklist_item", "thread_id uuid null"),
    ("checklist_item", "target_kind one of ya persen jumlah per_tps per_pemilih teks = 'teks'"),
    # What `value` counts: a number of things, or percent of what is needed; without it, in the target's own unit.
    ("assessment", "measure one of jumlah persen null"),
    ("assessment", "evidence_received bool = false"),
    # What became of the proposal to bring the item up to date once the follow-up was done.
    ("commitment_checklist_item", "answer one of diperbarui ditolak null"),
    ("commitment_checklist_item", "answered_on date null"),
)

_FROM_WHAT_IS_THERE = (  # each row once: a second change would hold up PostgreSQL's checks, and so later steps
    """UPDATE "checklist_item" SET thread_id = id, target_kind = CASE
    WHEN target = 'ya' THEN 'ya'
    WHEN target_value IS NULL THEN 'teks'
    WHEN substr(unit, 1, 1) = {percent} THEN 'persen'
    WHEN replace(unit, '/TPS', '') <> unit THEN 'per_tps'
    ELSE 'jumlah' END""",
    """UPDATE "assessment" SET evidence_received = {yes} WHERE state = 'siap_bukti'""",
)
_SPELT = {  # psycopg takes a percent sign for a place
    "sqlite": {"yes": "1", "percent": "'%'"},
    "postgresql": {"yes": "true", "percent": "chr(37)"},
}

# How each place of a checklist stands, kept by the write door: an item in a region, and each institution's own
# part there. All by their local numbers, institution 0 for whoever counts; days by their number in the calendar.
_STANDING = """
    seq key
    topic int
    institution int
    region int
    category int
    item int
    applies bool
    report int null
    as_of int null
    state int null
    earned int null
    possible int null
    exact text null
    rank text null
    due_offset int null
    due_on int null
"""
_COUNTED = "applies, state, rank, earned, possible, as_of, due_offset, due_on, exact"  # read from the index alone
_STANDING_INDEXES = (
    ("readiness_standing_topic", f"topic, institution, region, category, {_COUNTED}"),
    ("readiness_standing_institution", "institution, item, region"),
)

_INDEXES = (
    ("due_override_item", "due_override", "item_id, region_id"),
    ("due_override_region", "due_override", "region_id"),
    ("review_point_topic", "review_point", "topic_id, day_offset"),
    ("readiness_snapshot_topic", "readiness_snapshot", "topic_id, taken_on, seq"),
    ("readiness_snapshot_template", "readiness_snapshot", "template_id"),
    ("readiness_snapshot_meeting", "readiness_snapshot", "meeting_id"),
    ("station_risk_topic", "station_risk", "topic_id, region_id, district, as_of, seq"),
    ("station_risk_region", "station_risk", "region_id"),
    ("station_risk_institution", "station_risk", "institution_id"),
    ("personnel_pattern_topic", "personnel_pattern", "topic_id"),
    ("personnel_plan_topic", "personnel_plan", "topic_id, region_id, district, force, as_of, seq"),
    ("personnel_plan_region", "personnel_plan", "region_id"),
    ("checklist_template_topic", "checklist_template", "topic_id, state, version"),
    ("checklist_template_base", "checklist_template", "based_on_id"),
    ("checklist_item_thread", "checklist_item", "thread_id"),
    ("checklist_item_category", "checklist_item", "category_id"),
    ("checklist_item_region_region", "checklist_item_region", "region_id"),
    ("topic_region_region", "topic_region", "region_id"),
    ("assessment_region", "assessment", "region_id"),
    ("assessment_institution", "assessment", "institution_id"),
    ("commitment_checklist_item_item", "commitment_checklist_item", "item_id"),
)


def up(engine: Engine, execute: Execute) -> None:
    """Take a database of schema 6 to schema 7."""
    for name, columns in _RECORDS.items():
        execute(create_record(engine, name, columns))
    for table, column in _COLUMNS:
        execute(add_column(engine, table, column))
    for statement in _FROM_WHAT_IS_THERE:
        execute(statement.format(**_SPELT[engine]))
    for name, table, columns in _INDEXES:
        execute(create_index(name, table, columns))
    execute(create_table(engine, "readiness_standing", _STANDING, "item, region, institution"))
    for name, columns in _STANDING_INDEXES:
        execute(create_index(name, "readiness_standing", columns))
