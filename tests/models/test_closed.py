"""Nothing is forgotten when a topic is closed: each table stands still with it, or is known to go on."""

from __future__ import annotations

from desktop.models.closed import _OWNERS, _TOPIC_OF
from desktop.models.fields import RefField
from desktop.models.tables import RECORDS

GOES_ON = {
    # the directory and the office itself, which belong to no topic
    "region", "region_figure", "working_area", "working_area_region", "institution", "institution_region",
    "position", "person", "tenure", "redirect", "office_profile", "invitation_group", "invitation_group_member",
    "meeting_template", "text_block", "saved_filter",
    # signing, accounting and the register of papers, which come after the work
    "minutes_version", "accounting_item", "issued_paper",
}  # fmt: skip


def test_every_table_stands_still_or_is_known_to_go_on() -> None:
    assert set(RECORDS) == _OWNERS.keys() | GOES_ON
    assert not _OWNERS.keys() & GOES_ON


def test_what_leads_to_the_topic_are_columns_of_the_table_that_point_there() -> None:
    for table, owners in _OWNERS.items():
        fields = RECORDS[table]._meta.fields
        for column, named in owners:
            assert named in _TOPIC_OF, (table, named)
            field = fields[column]
            assert column == "id" or (isinstance(field, RefField) and field.to == named), (table, column)
