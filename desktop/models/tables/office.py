"""The office itself, and the local books: replica, actions, changes, drafts, settings."""

from __future__ import annotations

from desktop.models.fields import (
    BoolField,
    BytesField,
    ChoiceField,
    IdField,
    InstantField,
    JsonField,
    NumberField,
    RefField,
    TextField,
    WholeField,
)
from desktop.models.tables.record import Record, Table


class OfficeProfile(Record):
    """How the office prints: letterhead, logo, paper, margins, font, title word and signers."""

    name = TextField()
    short_name = TextField()
    institution_id = RefField("institution", null=True)
    working_area_id = RefField("working_area", null=True)
    letterhead = JsonField()
    logo = BytesField(null=True)
    city = TextField()
    zone = TextField()
    paper = ChoiceField()
    margins = JsonField()
    font = ChoiceField()
    font_size = NumberField()
    title_word = ChoiceField()
    sign_columns = WholeField()
    head_title = TextField()
    head_person_id = RefField("person", null=True)
    label = TextField()
    order_no = WholeField()
    page_numbers = TextField()
    letterhead_rule = TextField()
    decisions_label = TextField()
    fit_pages = WholeField()
    names_until = WholeField()
    sign_numbers = BoolField()
    head_acting = TextField()
    on_behalf = TextField()
    delegated_by = TextField()
    proof = BoolField()
    sign_fields = BoolField()


class SavedFilter(Record):
    """What a list was narrowed down to, under a name; `place` is the list."""

    place = TextField()
    name = TextField()
    content = JsonField()
    order_no = WholeField()
    sort_key = TextField()


class Replica(Table):
    """This copy of the data: its device id, logical clock and whether it was closed properly. One row."""

    device = IdField()
    incarnation = IdField()
    office = IdField()
    clock = WholeField()
    clean = BoolField()


class Action(Table):
    """One thing somebody did: one transaction, named, timed and signed."""

    id = IdField()
    name = TextField()
    done_at = InstantField()
    done_by = TextField()
    reason = TextField(null=True)
    clock = WholeField()
    device = IdField()
    reverts = WholeField(null=True)


class Change(Table):
    """What an action did to one record, or which records of one table it inserted (ids, 16 bytes each)."""

    action_seq = WholeField()
    table_name = TextField()
    operation = ChoiceField()
    record_id = IdField(null=True)
    inserted = BytesField(null=True)
    before = JsonField(null=True)
    after = JsonField(null=True)


class Draft(Table):
    """Typing that has not become a version yet, by whose it is and the place it was typed in."""

    place = TextField()
    content = JsonField()
    written_at = InstantField()
    owner = TextField()


class Setting(Table):
    """A choice of this office kept with its data."""

    name = TextField()
    value = JsonField()


class PersonSearch(Table):
    """The words a person is found by; `seq` is the person's (see `desktop.models.person_words`)."""

    search_text = TextField()


class SearchLine(Table):
    """A record that is searched for: where it is, its day and its topic (see `desktop.models.search_lines`)."""

    place = WholeField()
    day = WholeField()
    topic = WholeField()
    sum = WholeField()
