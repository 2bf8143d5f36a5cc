"""The dialogs of forms as a user meets them, for pictures of the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QDialog

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.exchange.forms import Answer, FormSheet
from desktop.exchange.forms.shapes import AS_OF, FIELDS, FILLER, POST, TITLES, TO
from desktop.exchange.sheets import Row, Sheet, Table
from desktop.services.forms.asking import follow_up_recipients
from desktop.services.forms.content import FOLLOW_UPS
from desktop.services.forms.making import make_forms
from desktop.ui.forms.make_dialog import MakeFormsDialog
from desktop.ui.forms.take_dialog import TakeFormsDialog
from desktop.ui.forms.writer import FormWriter
from desktop.ui.session import Session

_ANSWERS = (
    Answer("selesai", "", "Dibahas dalam rapat tiap pekan", "Notula"),
    Answer("", "95 persen"),
    Answer("hampir", "", "Menunggu anggaran"),
    Answer("sudah", "40%"),
)
_TO = "Bawaslu Provinsi Jawa Timur"


def form_dialogs(session: Session) -> Iterator[tuple[str, QDialog]]:
    """Making forms, and taking back one that was made and filled in."""
    found = follow_up_recipients(session.store, today())
    making = MakeFormsDialog(session, FOLLOW_UPS, lambda _region: found, FormWriter(session, session))
    making.list.tick([0, 1, 2])
    yield "37-buat-formulir", making
    asked = [one for one in found if one.to == _TO]
    (made,), _ = make_forms(session.desk, asked, wanted_by=today() + timedelta(days=7))
    yield "38-terima-formulir", TakeFormsDialog(session, [_filled(made.sheet)])


def _filled(form: FormSheet) -> Table:
    """The form as it is read when it comes back."""
    rows: list[tuple[str, ...]] = [(f"{form.title} {form.code}",), (f"{TO} {form.to}",), tuple(TITLES.values())]
    for number, row in enumerate(form.rows):
        one = replace(row, answer=_ANSWERS[number % len(_ANSWERS)])
        rows.append((str(number + 1), one.text, one.due, one.last, *one.answer, "", one.mark))
    said = {AS_OF: medium_date(today()), FILLER: "Siti Aminah", POST: "Kepala Bagian Pengawasan"}
    rows += [("", FIELDS[name], words) for name, words in said.items()]
    numbered = tuple(Row(number, cells) for number, cells in enumerate(rows, 1))
    return Table("Formulir dari WhatsApp.xlsx", (Sheet("Formulir", numbered),))
