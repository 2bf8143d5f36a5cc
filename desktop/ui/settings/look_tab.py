"""Tampilan: light or dark, how large the letters are, and what is told at the start, on this laptop."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.settings import DAY_NOTICE, FONT_SCALE, THEME
from desktop.ui import theme
from desktop.ui.memory import keep
from desktop.ui.session import Session
from desktop.ui.theme import LARGEST_SCALE, SCALE_STEP, SMALLEST_SCALE, ThemeChoice
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import CheckField, ChoiceField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.text import plain_label


class LookTab(QWidget):
    """What is chosen applies at once and is kept for this user."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        unit = theme.current().unit
        looks = {
            ThemeChoice.SYSTEM: self.tr("Ikuti sistem"),
            ThemeChoice.LIGHT: self.tr("Terang"),
            ThemeChoice.DARK: self.tr("Gelap"),
        }
        sizes = range(SMALLEST_SCALE, LARGEST_SCALE + 1, SCALE_STEP)
        self.form = Form()
        self.theme = self.form.add_row("theme", self.tr("Tema"), ChoiceField(tuple(looks.items())))
        self.scale = self.form.add_row(
            "scale", self.tr("Ukuran huruf"), ChoiceField(tuple((size, f"{size} %") for size in sizes)),
            help=self.tr("Juga dengan Ctrl++ dan Ctrl+−."),
        )  # fmt: skip
        self.notice = self.form.add_row(
            "notice", self.tr("Saat mulai"),
            CheckField(self.tr("Beri tahu yang terlambat, yang jatuh tempo, dan rapat hari ini")),
            help=self.tr("Tampil tenang di Beranda dan di garis bawah, sekali sehari."),
        )  # fmt: skip
        self.theme.edited.connect(self._choose_theme)
        self.scale.edited.connect(self._choose_scale)
        self.notice.edited.connect(self._choose_notice)
        card = Card(self.tr("Tampilan di laptop ini"))
        card.body.addWidget(self.form)
        card.body.addWidget(plain_label(self.tr("Pilihan ini tidak mengubah surat yang dicetak."), role="help"))
        card.setMaximumWidth(unit * 130)
        card.setMaximumHeight(unit * 78)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, unit * 3, 0, 0)
        column = QVBoxLayout()
        column.addWidget(card)
        column.addStretch()
        row.addLayout(column, 1)
        row.addStretch()
        self._load()
        theme.current().changed.connect(self._load)

    @Slot()
    def _load(self) -> None:
        self.form.load(
            {
                "theme": theme.current().choice,
                "scale": theme.current().scale,
                "notice": self._session.settings.get(DAY_NOTICE),
            }
        )

    @Slot()
    def _choose_theme(self) -> None:
        choice = ThemeChoice(str(self.theme.value()))
        keep(self._session.settings, THEME, choice.value)
        theme.current().set_choice(choice)

    @Slot()
    def _choose_scale(self) -> None:
        scale = self.scale.value()
        if isinstance(scale, int):
            keep(self._session.settings, FONT_SCALE, scale)
            theme.current().set_scale(scale)

    @Slot()
    def _choose_notice(self) -> None:
        keep(self._session.settings, DAY_NOTICE, self.notice.value())
