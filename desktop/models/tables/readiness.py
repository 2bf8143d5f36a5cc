"""Checklists of a topic and what was reported on them."""

from __future__ import annotations

from desktop.models.fields import (
    BoolField,
    ChoiceField,
    DayField,
    NumberField,
    RefField,
    TextField,
    WholeField,
)
from desktop.models.tables.record import Record


class ChecklistTemplate(Record):
    """A version of a topic's checklist; answers stay with the version they were given to."""

    topic_id = RefField("topic")
    name = TextField()
    version = WholeField()


class ChecklistCategory(Record):
    """A group of items, a column of the matrix."""

    template_id = RefField("checklist_template")
    name = TextField()
    order_no = WholeField()


class ChecklistItem(Record):
    """Butir: what must be ready, who answers for it, for which kinds of region, and when."""

    template_id = RefField("checklist_template")
    category_id = RefField("checklist_category")
    code = TextField()
    text = TextField()
    responsible = TextField()
    related = TextField(null=True)
    for_regency = BoolField()
    for_province = BoolField()
    for_working_area = BoolField()
    target = TextField()
    target_value = NumberField(null=True)
    unit = TextField(null=True)
    repeats = TextField(null=True)
    due_offset = WholeField(null=True)
    due_basis = TextField()
    evidence = TextField(null=True)
    confidence = TextField(null=True)
    weight = NumberField()
    order_no = WholeField()
    search_text = TextField()


class ChecklistItemRegion(Record):
    """A region named by an item that concerns only some."""

    item_id = RefField("checklist_item")
    region_id = RefField("region")


class Assessment(Record):
    """What was reported on one item for one region; never changed, a later report stands above it."""

    item_id = RefField("checklist_item")
    region_id = RefField("region")
    institution_id = RefField("institution", null=True)
    meeting_id = RefField("meeting", null=True)
    state = ChoiceField()
    value = NumberField(null=True)
    value_text = TextField(null=True)
    note = TextField(null=True)
    as_of = DayField()
    period = TextField(null=True)
    source = TextField(null=True)
    form_id = RefField("outgoing_form", null=True)
