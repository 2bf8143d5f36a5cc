"""Schema 1: directory, topics, meetings, follow-ups, readiness, the office, and the journal."""

from __future__ import annotations

from collections.abc import Callable

from desktop.models.migrations.ddl import Engine, create_index, create_record, create_table

_DIRECTORY = {
    "region": (
        """
        code text
        name text
        kind one of provinsi kabupaten kota wilayah_kerja
        order_no int
        sort_key text
        search_text text
        """,
        "code",
    ),
    "region_figure": (
        """
        region_id ref region
        kind one of voters polling_stations
        value int
        basis text
        source text
        as_of date null
        """,
        "",
    ),
    "working_area": (
        """
        region_id ref region
        name text
        order_no int
        sort_key text
        """,
        "",
    ),
    "working_area_region": (
        """
        working_area_id ref working_area
        region_id ref region
        order_no int
        """,
        "",
    ),
    "institution": (
        """
        name text
        short_name text null
        kind text
        level one of provinsi wilayah kabupaten kecamatan lainnya
        leader_title text null
        protocol_rank int
        sort_key text
        search_text text
        """,
        "",
    ),
    "institution_region": (
        """
        institution_id ref institution
        region_id ref region
        """,
        "",
    ),
    "position": (
        """
        institution_id ref institution
        title text
        leads bool = false
        protocol_rank int
        sort_key text
        search_text text
        """,
        "",
    ),
    "person": (
        """
        name text
        rank text null
        identity_kind one of none nip nrp
        identity_number text null
        phone text null
        email text null
        note text null
        sort_key text
        search_text text
        """,
        "",
    ),
    "tenure": (
        """
        person_id ref person
        position_id ref position
        acting one of definitive pj pjs plt plh
        starts_on date null
        ends_on date null
        """,
        "",
    ),
}

_TOPICS = {
    "topic": (
        """
        name text
        event_label text
        event_date date null
        state one of open closed
        sort_key text
        """,
        "",
    ),
    "topic_region": (
        """
        topic_id ref topic
        region_id ref region
        """,
        "",
    ),
    "stage": (
        """
        topic_id ref topic
        code text
        name text
        starts_on date null
        ends_on date null
        lead text null
        confidence text null
        order_no int
        """,
        "",
    ),
    "forum": (
        """
        name text
        topic_id ref topic null
        sort_key text
        """,
        "",
    ),
}

_MEETINGS = {
    "meeting": (
        """
        forum_id ref forum null
        topic_id ref topic null
        title text
        held_on date
        starts_at time null
        ends_at time null
        zone text
        place text null
        purpose text null
        invitation_number text null
        invitation_date date null
        minutes_number text null
        minutes_date date null
        co_organiser text null
        secretary_id ref person null
        minute_taker_id ref person null
        opening text null
        closing text null
        closed_at time null
        state one of konsep dikoreksi siap ditandatangani
        cancelled bool = false
        security one of biasa terbatas rahasia sangat_rahasia
        archive_code text null
        archive_level text null
        archive_place text null
        archive_retention text null
        source_note text null
        sort_key text
        search_text text
        """,
        "",
    ),
    "participant": (
        """
        meeting_id ref meeting
        order_no int
        role one of pimpinan moderator narasumber peserta panitia pers
        institution_id ref institution null
        position_id ref position null
        person_id ref person null
        label text null
        answer one of belum akan_hadir diwakili berhalangan
        state one of belum_dicatat hadir diwakili berhalangan tidak_hadir
        present_person_id ref person null
        present_position_id ref position null
        present_name text null
        present_title text null
        arrived_at time null
        left_at time null
        reason text null
        note text null
        frozen_name text null
        frozen_title text null
        frozen_institution text null
        """,
        "",
    ),
    "agenda_item": (
        """
        meeting_id ref meeting
        order_no int
        title text
        presenter_id ref participant null
        planned_minutes int null
        started_at time null
        ended_at time null
        note text null
        """,
        "",
    ),
    "statement": (
        """
        meeting_id ref meeting
        agenda_item_id ref agenda_item null
        order_no int
        kind one of paparan laporan arahan permintaan komitmen informasi tanya jawab tanggapan kesimpulan
        speaker_id ref participant null
        on_behalf_of_id ref position null
        text text
        code text null
        said_at instant null
        search_text text
        """,
        "",
    ),
}

_COMMITMENTS = {
    "commitment": (
        """
        meeting_id ref meeting null
        agenda_item_id ref agenda_item null
        statement_id ref statement null
        speaker_id ref participant null
        topic_id ref topic null
        order_no int
        code text null
        kind one of arahan permintaan komitmen
        text text
        due_date date null
        due_source one of disepakati jadwal internal null
        due_note text null
        indicator text null
        show_again_on date null
        sort_key text
        search_text text
        """,
        "",
    ),
    "addressee": (
        """
        commitment_id ref commitment
        order_no int
        institution_id ref institution null
        position_id ref position null
        label text null
        via text null
        state one of belum proses selesai_laporan selesai_bukti dihentikan
        state_on date null
        """,
        "",
    ),
    "commitment_region": (
        """
        commitment_id ref commitment
        region_id ref region
        """,
        "",
    ),
}

_READINESS = {
    "checklist_template": (
        """
        topic_id ref topic
        name text
        version int
        """,
        "",
    ),
    "checklist_category": (
        """
        template_id ref checklist_template
        name text
        order_no int
        """,
        "",
    ),
    "checklist_item": (
        """
        template_id ref checklist_template
        category_id ref checklist_category
        code text
        text text
        responsible text
        related text null
        for_regency bool = false
        for_province bool = false
        for_working_area bool = false
        target text
        target_value number null
        unit text null
        repeats text null
        due_offset int null
        due_basis one of proposed reported pkpu_calendar regulation_recalled
        evidence text null
        confidence text null
        weight number = 1
        order_no int
        search_text text
        """,
        "",
    ),
    "checklist_item_region": (
        """
        item_id ref checklist_item
        region_id ref region
        """,
        "",
    ),
    "assessment": (
        """
        item_id ref checklist_item
        region_id ref region
        institution_id ref institution null
        meeting_id ref meeting null
        state one of belum_siap sebagian siap siap_bukti tidak_berlaku
        value number null
        value_text text null
        note text null
        as_of date
        period text null
        source text null
        """,
        "",
    ),
    "commitment_checklist_item": (
        """
        commitment_id ref commitment
        item_id ref checklist_item
        """,
        "",
    ),
}

_OFFICE = {
    "office_profile": (
        """
        name text
        short_name text
        institution_id ref institution null
        working_area_id ref working_area null
        letterhead json
        logo bytes null
        city text
        zone text
        paper one of A4 F4
        margins json
        font one of Arial Bookman Times
        font_size number
        title_word one of NOTULA NOTULEN
        sign_columns int
        head_title text
        head_person_id ref person null
        """,
        "",
    ),
}

_LOCAL = {
    "replica": (
        """
        seq key
        device uuid
        incarnation uuid
        office uuid
        clock int
        clean bool
        """,
        "",
    ),
    "action": (
        """
        seq key
        id uuid
        name text
        done_at instant
        done_by text
        reason text null
        clock int
        device uuid
        reverts int null
        """,
        "id",
    ),
    "change": (
        """
        seq key
        action_seq int
        table_name text
        operation one of insert update delete
        record_id uuid null
        inserted bytes null
        before json null
        after json null
        """,
        "",
    ),
    "draft": (
        """
        seq key
        place text
        content json
        written_at instant
        """,
        "place",
    ),
    "setting": (
        """
        seq key
        name text
        value json
        """,
        "name",
    ),
}

_INDEXES = (
    ("region_order", "region", "order_no, seq"),
    ("region_figure_region", "region_figure", "region_id"),
    ("working_area_region_area", "working_area_region", "working_area_id, order_no"),
    ("working_area_region_region", "working_area_region", "region_id"),
    ("institution_rank", "institution", "deleted, protocol_rank, sort_key, seq"),
    ("institution_name", "institution", "deleted, sort_key, seq"),
    ("institution_region_institution", "institution_region", "institution_id"),
    ("institution_region_region", "institution_region", "region_id"),
    ("position_institution", "position", "institution_id, protocol_rank"),
    ("person_name", "person", "deleted, sort_key, seq"),
    ("tenure_person", "tenure", "person_id, starts_on"),
    ("tenure_position", "tenure", "position_id, starts_on"),
    ("topic_region_topic", "topic_region", "topic_id"),
    ("stage_topic", "stage", "topic_id, order_no"),
    ("meeting_held_on", "meeting", "deleted, held_on, seq"),
    ("meeting_title", "meeting", "deleted, sort_key, seq"),
    ("meeting_place", "meeting", "deleted, (place IS NULL), place, seq"),
    ("meeting_state", "meeting", "deleted, state, seq"),
    ("participant_meeting", "participant", "meeting_id, order_no"),
    ("participant_present", "participant", "present_person_id"),
    ("agenda_item_meeting", "agenda_item", "meeting_id, order_no"),
    ("statement_meeting", "statement", "meeting_id, order_no"),
    ("commitment_meeting", "commitment", "meeting_id, order_no"),
    ("commitment_due", "commitment", "deleted, (due_date IS NULL), due_date, seq"),
    ("commitment_text", "commitment", "deleted, sort_key, seq"),
    ("commitment_statement", "commitment", "statement_id"),
    ("addressee_commitment", "addressee", "commitment_id, order_no"),
    ("addressee_institution", "addressee", "institution_id, state"),
    ("commitment_region_commitment", "commitment_region", "commitment_id"),
    ("checklist_category_template", "checklist_category", "template_id, order_no"),
    ("checklist_item_template", "checklist_item", "template_id, order_no"),
    ("checklist_item_region_item", "checklist_item_region", "item_id"),
    ("assessment_latest", "assessment", "item_id, region_id, as_of, seq"),
    ("commitment_checklist_item_commitment", "commitment_checklist_item", "commitment_id"),
    ("change_action", "change", "action_seq, seq"),
    ("change_record", "change", "record_id"),
)

RECORDS = _DIRECTORY | _TOPICS | _MEETINGS | _COMMITMENTS | _READINESS | _OFFICE


def up(engine: Engine, execute: Callable[[str], object]) -> None:
    """Create every table of the first schema."""
    for name, (columns, unique) in RECORDS.items():
        execute(create_record(engine, name, columns, unique))
    for name, (columns, unique) in _LOCAL.items():
        execute(create_table(engine, name, columns, unique))
    for name, table, columns in _INDEXES:
        execute(create_index(name, table, columns))
