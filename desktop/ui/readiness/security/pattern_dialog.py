"""Pola pengamanan of a topic: how many police and linmas guard how many stations of each class."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.models.personnel_need import Pattern
from desktop.models.words import STATION_RISKS
from desktop.services.security_patterns import USUAL, USUAL_SOURCE, set_patterns
from desktop.services.security_words import RULE
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.text import plain_label

_NUMBERS = ("police", "stations_from", "stations_to", "linmas_from", "linmas_to")


class PatternDialog(QDialog):
    """Begins with the patterns in use; what is usual elsewhere is offered, never filled in unasked.

    A class whose numbers are all empty has no pattern.
    """

    def __init__(
        self, session: Session, topic: UUID, patterns: Mapping[str, Pattern], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._topic = session, topic
        self.setWindowTitle(self.tr("Pola pengamanan"))
        self.setModal(True)
        unit = theme.current().unit
        heads = (
            self.tr("Polri"), self.tr("TPS, dari"), self.tr("TPS, sampai"), self.tr("Linmas, dari"),
            self.tr("Linmas, sampai"),
        )  # fmt: skip
        self.form = Form(self, columns=len(_NUMBERS))
        for risk, words in STATION_RISKS.items():
            self.form.add_heading(words)
            for name, head in zip(_NUMBERS, heads, strict=True):
                field = self.form.add_row(f"{risk}.{name}", head, NumberField(whole=True))
                field.setAccessibleName(f"{words}: {head}")
        self.source = self.form.add_row("source", self.tr("Sumber"), LineField(), wide=True)
        self._show(patterns)
        rule = plain_label(RULE, "help", self)
        rule.setWordWrap(True)
        self.usual_button = button(
            self.tr("Isi pola yang {source}").format(source=USUAL_SOURCE), kind="quiet", parent=self
        )
        self.usual_button.clicked.connect(self._offer_usual)
        foot = dialog_foot(self, button(self.tr("Simpan"), kind="primary", parent=self), self.save)
        foot.insertWidget(0, self.usual_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Pola pengamanan"), "title", self))
        whole.addWidget(rule)
        whole.addWidget(self.form, 1)
        whole.addLayout(foot)
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 200, unit * 132)

    @Slot()
    def save(self) -> None:
        """Keep the patterns of the topic."""
        if not self.form.check():
            return
        values = self.form.values()
        source = str(values["source"] or "") or None
        patterns: dict[str, Pattern] = {}
        for risk in STATION_RISKS:
            numbers = {name: values[f"{risk}.{name}"] for name in _NUMBERS}
            missing = [name for name, number in numbers.items() if number is None]
            if len(missing) == len(_NUMBERS):
                continue
            if missing:
                self.form.show_error(f"{risk}.{missing[0]}", self.tr("Belum diisi."))
                return
            patterns[risk] = Pattern(**numbers, source=source)  # type: ignore[arg-type]
        told = self.tr("Pola pengamanan disimpan")
        desk = self._session.desk
        if self._session.run(lambda: set_patterns(desk, self._topic, patterns), form=self.form, told=told):
            self.accept()

    @Slot()
    def _offer_usual(self) -> None:
        self._show(USUAL)

    def _show(self, patterns: Mapping[str, Pattern]) -> None:
        values: dict[str, object] = {
            f"{risk}.{name}": getattr(patterns[risk], name) if risk in patterns else None
            for risk in STATION_RISKS
            for name in _NUMBERS
        }
        sources = dict.fromkeys(one.source for one in patterns.values() if one.source)
        self.form.load({**values, "source": "; ".join(sources) or None})
