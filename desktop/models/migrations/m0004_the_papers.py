"""Schema 4: what the papers need: letters, versions of the minutes, files of a meeting, what was issued."""

from __future__ import annotations

from desktop.models.migrations.ddl import Engine, Execute, add_column, create_index, create_record, create_table

_RECORDS = {
    # What is typed for one letter of a meeting; its number and date are typed from SRIKANDI.
    "letter": """
        meeting_id ref meeting
        kind one of undangan nota_dinas laporan
        number text null
        dated_on date null
        urgency text null
        enclosure text null
        subject text null
        addressee text null
        sender text null
        opening text null
        body text null
        basis text null
        purpose text null
        suggestion text null
        closing text null
        note text null
        copies text null
    """,
    # A file that belongs to something; its bytes are kept once, by their SHA-256.
    "attachment": """
        meeting_id ref meeting null
        commitment_id ref commitment null
        assessment_id ref assessment null
        order_no int
        kind one of foto daftar_hadir notula undangan bahan bukti lainnya
        name text
        caption text null
        media_type text
        size int
        sha256 text
        added_at instant
    """,
    # The minutes as they were frozen: 0 first, then Perbaikan ke-n.
    "minutes_version": """
        meeting_id ref meeting
        order_no int
        made_at instant
        made_by text
        reason text null
        content json
        profile json
        content_hash text
        code text
        pdf_hash text null
        paper_id ref attachment null
        signed_on date null
        signed_how one of basah elektronik null
        signed_id ref attachment null
        withdrawn bool = false
    """,
    # Register of issued papers: what was printed, saved or handed over, in which version.
    "issued_paper": """
        meeting_id ref meeting null
        topic_id ref topic null
        institution_id ref institution null
        kind text
        title text
        number text null
        order_no int null
        way one of cetak simpan buka salin arsip
        issued_at instant
        issued_by text
        file_name text null
        pages int null
        sha256 text
        content_hash text null
        code text null
        is_draft bool = false
    """,
    # Kelengkapan SPJ: what the accountant wants of a meeting.
    "accounting_item": """
        meeting_id ref meeting
        order_no int
        text text
        done bool = false
        note text null
    """,
}

_COLUMNS = (
    ("office_profile", "label text = ''"),
    ("office_profile", "order_no int = 0"),
    ("office_profile", "page_numbers text = 'bawah_tengah'"),
    ("office_profile", "letterhead_rule text = 'ganda'"),
    ("office_profile", "decisions_label text = 'Kesimpulan/Keputusan'"),
    ("office_profile", "fit_pages int = 0"),
    ("office_profile", "names_until int = 12"),
    ("office_profile", "sign_numbers bool = true"),
    ("office_profile", "head_acting text = ''"),
    ("office_profile", "on_behalf text = ''"),
    ("office_profile", "delegated_by text = ''"),
    ("office_profile", "proof bool = false"),
    ("meeting", "profile_id ref office_profile null"),
    # Why signed minutes are being changed, until the next version has it.
    ("meeting", "revision_reason text null"),
)

_INDEXES = (
    ("letter_meeting", "letter", "meeting_id, kind"),
    ("attachment_meeting", "attachment", "meeting_id, order_no"),
    ("attachment_commitment", "attachment", "commitment_id, order_no"),
    ("attachment_assessment", "attachment", "assessment_id, order_no"),
    ("attachment_sha256", "attachment", "sha256"),
    ("minutes_version_meeting", "minutes_version", "meeting_id, order_no"),
    ("minutes_version_code", "minutes_version", "code"),
    ("minutes_version_paper", "minutes_version", "paper_id"),
    ("minutes_version_signed", "minutes_version", "signed_id"),
    ("issued_paper_meeting", "issued_paper", "meeting_id, issued_at"),
    ("issued_paper_issued", "issued_paper", "issued_at, seq"),
    ("issued_paper_sha256", "issued_paper", "sha256"),
    ("issued_paper_code", "issued_paper", "code"),
    ("accounting_item_meeting", "accounting_item", "meeting_id, order_no"),
    ("meeting_profile", "meeting", "profile_id"),
    ("meeting_minutes_number", "meeting", "minutes_number"),
)

# On a server the files lie in the database too; on a laptop in a second file beside it (`attachment_store`).
_FILES = """
    seq key
    sha256 text
    content bytes
"""


def up(engine: Engine, execute: Execute) -> None:
    """Take a database of schema 3 to schema 4."""
    for name, columns in _RECORDS.items():
        execute(create_record(engine, name, columns))
    for table, column in _COLUMNS:
        execute(add_column(engine, table, column))
    for name, table, columns in _INDEXES:
        execute(create_index(name, table, columns))
    if engine == "postgresql":
        execute(create_table(engine, "attachment_data", _FILES, "sha256"))
