"""What is said of a figure beside its number: what it counts, which kind of count, of which day, by whom."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCompleter

from desktop.models.words import FIGURE_BASES, FIGURE_KINDS
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField, LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.number_field import NumberField


def add_figure_fields(form: Form, number: NumberField | None = None) -> None:
    """Add `kind`, `basis`, `as_of` and `source`, with `value` for one number; any basis may be written."""
    form.add_row("kind", _tr("Jenis angka"), ChoiceField(list(FIGURE_KINDS.items())))
    if number is not None:
        form.add_row("value", _tr("Jumlah"), number)
    basis = form.add_row("basis", _tr("Dasar"), LineField(", ".join(FIGURE_BASES)))
    form.add_row("as_of", _tr("Posisi data per tanggal"), DateField())
    form.add_row("source", _tr("Sumber"), LineField())
    completer = QCompleter(list(FIGURE_BASES), basis)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.activated.connect(basis.edited)
    basis.setCompleter(completer)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FigureFields", text)
