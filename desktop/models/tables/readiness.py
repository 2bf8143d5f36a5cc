"""Checklists of a topic and what was reported on them."""

from __future__ import annotations

from desktop.models.fields import (
    BoolField,
    ChoiceField,
    DayField,
    IdField,
    JsonField,
    NumberField,
    RefField,
    TextField,
    WholeField,
)
from desktop.models.tables.record import Record, Table


class ChecklistTemplate(Record):
    """A version of a topic's checklist; answers stay with the version they were given to.

    `state` is "konsep" while it is written and asked of nobody, "berlaku" once it was put in force on
    `in_force_on`; `based_on_id` is the version it was made from.
    """

    topic_id = RefField("topic")
    name = TextField()
    version = WholeField()
    state = ChoiceField()
    in_force_on = DayField(null=True)
    based_on_id = RefField("checklist_template", null=True)
    note = TextField(null=True)


class ChecklistCategory(Record):
    """A group of items, a column of the matrix."""

    template_id = RefField("checklist_template")
    name = TextField()
    order_no = WholeField()


class ChecklistItem(Record):
    """Butir: what must be ready, who answers for it, for which kinds of region, and when.

    The same item of two versions shares a `thread_id`: what was reported on one is still true of the other.
    `target_kind` is a word of `words.TARGET_KINDS`: "per_tps" and "per_pemilih" are multiplied by the polling
    stations or voters of the region.
    """

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
    thread_id = IdField(null=True)
    target_kind = ChoiceField()


class ChecklistItemRegion(Record):
    """A region named by an item that concerns only some."""

    item_id = RefField("checklist_item")
    region_id = RefField("region")


class Assessment(Record):
    """What was reported on one item for one region; never changed, a later report stands above it.

    `measure` says what `value` counts: "jumlah" things, "persen" of what is needed; without it, it is in the unit
    of the target as the item has it. `evidence_received` whether what the item asks for as evidence came.
    """

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
    measure = ChoiceField(null=True)
    evidence_received = BoolField()


class ReadinessStanding(Table):
    """How an item stands in a region, what the matrix counts; or the part of an institution responsible there.

    It follows from the records (see `desktop.models.readiness_standing`). `topic` to `item` are local numbers,
    `institution` 0 where it stands for whoever counts, and so is `report`, the report that counts. `state` is its
    place among SCORED_STATES, None without a report and where the item does not apply. `earned` and `possible` are
    weight times value and the weight in millionths; where the first or both are no whole numbers `exact` holds
    them as fractions. `rank` puts what holds back in order, the worst first; None where it does not. The day it is
    promised for is `due_on`, or `due_offset` days from the topic's. Days are numbers of `date.toordinal`.
    """

    topic = WholeField()
    institution = WholeField()
    region = WholeField()
    category = WholeField()
    item = WholeField()
    applies = BoolField()
    report = WholeField(null=True)
    as_of = WholeField(null=True)
    state = WholeField(null=True)
    earned = WholeField(null=True)
    possible = WholeField(null=True)
    exact = TextField(null=True)
    rank = TextField(null=True)
    due_offset = WholeField(null=True)
    due_on = WholeField(null=True)


class DueOverride(Record):
    """The day by which one region is to be ready with an item, where it is another than the item's."""

    item_id = RefField("checklist_item")
    region_id = RefField("region")
    due_on = DayField()
    due_basis = TextField()
    source = TextField()


class ReadinessSnapshot(Record):
    """How ready all were on a day, as it was known then; it is kept at a review point or before a meeting."""

    topic_id = RefField("topic")
    template_id = RefField("checklist_template")
    taken_on = DayField()
    day_offset = WholeField(null=True)
    meeting_id = RefField("meeting", null=True)
    label = TextField()
    taken_by = TextField()
    content = JsonField()
