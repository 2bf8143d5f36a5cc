"""Who and where: regions, working areas, institutions, positions, people and who held which post when."""

from __future__ import annotations

from desktop.models.fields import BoolField, ChoiceField, DayField, IdField, RefField, TextField, WholeField
from desktop.models.tables.record import Record


class Region(Record):
    """Wilayah: a province, kabupaten or kota, in the office's own order."""

    code = TextField()
    name = TextField()
    kind = ChoiceField()
    order_no = WholeField()
    sort_key = TextField()
    search_text = TextField()


class RegionFigure(Record):
    """A counted size of a region (voters, polling stations) with what kind of figure it is and its source."""

    region_id = RefField("region")
    kind = TextField()
    value = WholeField()
    basis = TextField()
    source = TextField()
    as_of = DayField(null=True)


class WorkingArea(Record):
    """Wilayah kerja: the regions one coordination office looks after; membership is data.

    `region_id` is the region that stands for the whole area, so that something can be reported for it.
    """

    region_id = RefField("region")
    name = TextField()
    order_no = WholeField()
    sort_key = TextField()


class WorkingAreaRegion(Record):
    """One region's place in a working area."""

    working_area_id = RefField("working_area")
    region_id = RefField("region")
    order_no = WholeField()


class Institution(Record):
    """Instansi: KPU, Bawaslu, police, army, a regency; `leader_title` is what its head is called."""

    name = TextField()
    short_name = TextField(null=True)
    kind = TextField()
    level = ChoiceField()
    leader_title = TextField(null=True)
    protocol_rank = WholeField()
    sort_key = TextField()
    search_text = TextField()


class InstitutionRegion(Record):
    """A region an institution serves; a Kodim or Polres may serve several, a region may have two."""

    institution_id = RefField("institution")
    region_id = RefField("region")


class Position(Record):
    """Jabatan: a post in an institution, whoever holds it."""

    institution_id = RefField("institution")
    title = TextField()
    leads = BoolField()
    protocol_rank = WholeField()
    sort_key = TextField()
    search_text = TextField()


class Person(Record):
    """Orang: a name as its bearer writes it, degrees included; NIP or NRP only for those who sign."""

    name = TextField()
    rank = TextField(null=True)
    identity_kind = ChoiceField()
    identity_number = TextField(null=True)
    phone = TextField(null=True)
    email = TextField(null=True)
    note = TextField(null=True)
    sort_key = TextField()
    search_text = TextField()


class Tenure(Record):
    """A person in a post from one day to another, in full or as Pj, Pjs, Plt, Plh."""

    person_id = RefField("person")
    position_id = RefField("position")
    acting = ChoiceField()
    starts_on = DayField(null=True)
    ends_on = DayField(null=True)


class Redirect(Record):
    """Two records were one and the same: whoever looks for the old one finds the new one."""

    table_name = TextField()
    old_id = IdField()
    new_id = IdField()
