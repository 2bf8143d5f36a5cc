"""Schema 2: drafts have owners, a topic may bring its own words, a deleted region frees its code.

On a server each writer keeps a draft of his own at a place. What kind of figure a region has and what the due
date of an item rests on are plain text; the known words stand in `desktop.models.words`, and whoever writes
them checks. A region's code is unique among live regions only.
"""

from __future__ import annotations

from desktop.models.migrations.ddl import (
    Engine,
    Execute,
    column_names,
    create_index,
    create_record,
    create_table,
    rebuild_table,
    record_column_names,
)

_DRAFT = """
    seq key
    place text
    content json
    written_at instant
"""
_DRAFT_OWNER = """
    owner text = ''
"""  # '': nobody's, of a folder, in which one person writes at a time

_RECORDS = {
    "region": (
        """
        code text
        name text
        kind one of provinsi kabupaten kota wilayah_kerja
        order_no int
        sort_key text
        search_text text
        """,
        (("region_order", "order_no, seq"),),
    ),
    "region_figure": (
        """
        region_id ref region
        kind text
        value int
        basis text
        source text
        as_of date null
        """,
        (("region_figure_region", "region_id"),),
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
        due_basis text
        evidence text null
        confidence text null
        weight number = 1
        order_no int
        search_text text
        """,
        (("checklist_item_template", "template_id, order_no"),),
    ),
}
_LIVE_CODES = 'CREATE UNIQUE INDEX "region_code" ON "region" ("code") WHERE NOT "deleted"'


def up(engine: Engine, execute: Execute) -> None:
    """Take a database of schema 1 to schema 2."""
    if engine == "sqlite":
        _rebuild(execute)
    else:
        _alter(execute)
    execute(_LIVE_CODES)


def _rebuild(execute: Execute) -> None:
    """SQLite cannot drop a constraint, so these tables are made anew."""
    draft = create_table("sqlite", "draft_new", _DRAFT.rstrip() + _DRAFT_OWNER, "owner, place")
    rebuild_table(execute, "draft", draft, column_names(_DRAFT), ())
    for name, (columns, indexes) in _RECORDS.items():
        rebuild_table(
            execute,
            name,
            create_record("sqlite", f"{name}_new", columns),
            record_column_names(columns),
            [create_index(index, name, listed) for index, listed in indexes],
        )


def _alter(execute: Execute) -> None:
    execute('ALTER TABLE "draft" ADD COLUMN "owner" text COLLATE "C" NOT NULL DEFAULT \'\'')
    execute('ALTER TABLE "draft" DROP CONSTRAINT "draft_place_key", ADD UNIQUE ("owner", "place")')
    execute('ALTER TABLE "region" DROP CONSTRAINT "region_code_key"')
    execute('ALTER TABLE "region_figure" DROP CONSTRAINT "region_figure_kind_check"')
    execute('ALTER TABLE "checklist_item" DROP CONSTRAINT "checklist_item_due_basis_check"')
