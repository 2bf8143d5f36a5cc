"""The rows that could not be taken in, as a form to be corrected: what was written, and what is wrong."""

from __future__ import annotations

from desktop.base.dates import medium_date
from desktop.base.places import safe_file_name
from desktop.exchange.forms import FormSheet
from desktop.exchange.forms.shapes import AS_OF, FILLER, POST
from desktop.services.forms.content import corrected_sheet
from desktop.services.forms.plan import JudgedForm


def rejected_form(form: JudgedForm) -> FormSheet:
    """The form with its bad rows only; taken back, it is the form they came from."""
    assert form.content is not None
    wrong = {row.number: (row.row.answer, row.reason) for row in form.wrong() if row.row is not None}
    filled = {AS_OF: medium_date(form.as_of) if form.as_of else "", FILLER: form.filled_by, POST: form.post}
    return corrected_sheet(form.content, form.code, wrong, filled)


def rejected_file_name(form: JudgedForm) -> str:
    """What such a file is called."""
    assert form.content is not None
    first = form.code.split("-")[0]
    return safe_file_name(form.content.title, form.content.to, first, "perlu-diperbaiki", suffix=".xlsx")
