"""What every table shares: a local number; and for records a public id and a version."""

from __future__ import annotations

import peewee

from desktop.models.fields import BoolField, IdField, JsonField, WholeField


class Table(peewee.Model):
    """A table, described for the query builder; it is made by the migrations, never from this class."""

    seq = WholeField(primary_key=True)

    class Meta:
        legacy_table_names = False


class Record(Table):
    """A row with a public id and a version: (clock, device) and the clocks it has seen (hist)."""

    id = IdField()
    clock = WholeField()
    device = IdField()
    hist = JsonField()
    office = IdField()
    deleted = BoolField()


BOOKKEEPING = frozenset({"seq", "id", "clock", "device", "hist", "office", "deleted"})
"""Columns only the write door sets."""
