"""Gambaran pengamanan: how vulnerable polling stations are, and who guards them (Terbatas)."""

from __future__ import annotations

from desktop.models.fields import ChoiceField, DayField, RefField, TextField, WholeField
from desktop.models.tables.record import Record


class StationRisk(Record):
    """Polling stations of a region by class, as reported on a day; of one kecamatan where `district` names it."""

    topic_id = RefField("topic")
    region_id = RefField("region")
    district = TextField(null=True)
    low = WholeField(null=True)
    medium = WholeField(null=True)
    high = WholeField(null=True)
    as_of = DayField()
    institution_id = RefField("institution", null=True)
    source = TextField()
    note = TextField(null=True)


class PersonnelPattern(Record):
    """Pola pengamanan: so many police and linmas for so many stations of a class."""

    topic_id = RefField("topic")
    risk = ChoiceField()
    police = WholeField()
    stations_from = WholeField()
    stations_to = WholeField()
    linmas_from = WholeField()
    linmas_to = WholeField()
    source = TextField(null=True)


class PersonnelPlan(Record):
    """How many of a force are planned for a region, or for one of its kecamatan."""

    topic_id = RefField("topic")
    region_id = RefField("region")
    district = TextField(null=True)
    force = ChoiceField()
    planned = WholeField()
    as_of = DayField()
    source = TextField()
    note = TextField(null=True)
