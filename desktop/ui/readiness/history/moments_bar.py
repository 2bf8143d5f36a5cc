"""Which two positions are laid side by side; the one of now can be recorded, a recorded one renamed or deleted."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.base.clock import today
from desktop.models.queries.closing import meetings_in_topic
from desktop.models.queries.moments import Moment, usual_then
from desktop.models.queries.office import TopicSummary
from desktop.services.snapshots import forget_positions, keep_position, rename_position
from desktop.ui import theme
from desktop.ui.readiness.history.keep_dialog import KeepDialog
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.text import plain_label

_MEETINGS_OFFERED = 8


class MomentsBar(QWidget):
    """chosen(): two others are to be compared."""

    chosen = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._topic: TopicSummary | None = None
        self._asked: tuple[Moment, Moment] | None = None
        unit = theme.current().unit
        self.then = ChoiceField(parent=self)
        self.then.setAccessibleName(self.tr("Dulu"))
        self.now = ChoiceField(parent=self)
        self.now.setAccessibleName(self.tr("Kini"))
        self.keep = button(self.tr("Rekam posisi"), "plus", parent=self)
        self.more = button(self.tr("Posisi…"), parent=self)
        menu = QMenu(self.more)
        self.rename = menu.addAction(self.tr("Ganti nama posisi “Dulu”…"))
        self.forget = menu.addAction(self.tr("Hapus posisi “Dulu”"))
        self.more.setMenu(menu)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(unit * 2)
        line.addWidget(plain_label(self.tr("Dulu"), role="field"))
        line.addWidget(self.then, 3)
        line.addWidget(plain_label(self.tr("Kini"), role="field"))
        line.addWidget(self.now, 2)
        line.addWidget(self.keep)
        line.addWidget(self.more)
        self.then.edited.connect(self._choose)
        self.now.edited.connect(self._choose)
        self.keep.clicked.connect(self.keep_now)
        self.rename.triggered.connect(self._rename_then)
        self.forget.triggered.connect(self._forget_then)

    def offer(self, topic: TopicSummary, moments: Sequence[Moment]) -> None:
        """Offer the positions of a topic, now first; those in hand stay, else the usual ones are taken."""
        self._topic = topic
        kept = [] if self._asked is None else [one for one in self._asked if one in moments]
        then, now = kept if len(kept) == 2 else (usual_then(moments), moments[0])
        options = [(one, one.words[:1].upper() + one.words[1:]) for one in moments]
        for field, chosen in ((self.then, then), (self.now, now)):
            field.set_options(options)
            field.set_value(chosen)
        self.keep.setEnabled(topic.is_open)
        self._show_deeds()

    def pair(self) -> tuple[Moment, Moment] | None:
        """The two in hand; None while there are none."""
        then, now = self.then.value(), self.now.value()
        return (then, now) if isinstance(then, Moment) and isinstance(now, Moment) else None

    def words(self) -> list[str]:
        """Both in words, for the head of a file."""
        sides = zip((self.tr("Dulu"), self.tr("Kini")), self.pair() or (), strict=False)
        return [f"{name}: {one.words}" for name, one in sides]

    def take_usual(self) -> None:
        """What was chosen counts no more: the next topic has positions of its own."""
        self._asked = None

    @Slot()
    def keep_now(self) -> None:
        """Ask for a name and keep the position."""
        topic, desk = self._topic, self._session.desk
        if topic is None:
            return
        coming = [
            one for one in meetings_in_topic(desk.store, topic.id) if not one.cancelled and one.held_on >= today()
        ]

        def deed(label: str, meeting: UUID | None, form: Form) -> bool:
            told = self.tr("Posisi direkam: {label}").format(label=label)
            return self._session.run(
                lambda: keep_position(desk, topic.id, label, meeting=meeting)[1], form=form, told=told
            )

        dialog = KeepDialog(coming[:_MEETINGS_OFFERED], deed, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    # Within

    @Slot()
    def _choose(self) -> None:
        pair = self.pair()
        if pair is None:
            return
        then, now = pair
        if then.day > now.day:  # chosen the other way round: an arrow points from the earlier to the later
            then, now = now, then
            self.then.set_value(then)
            self.now.set_value(now)
        self._asked = (then, now)
        self._show_deeds()
        self.chosen.emit()

    def _show_deeds(self) -> None:
        changeable = self._topic is not None and self._topic.is_open and self._kept() is not None
        self.rename.setEnabled(changeable)
        self.forget.setEnabled(changeable)

    def _kept(self) -> UUID | None:
        """The record of the earlier one, where it was kept."""
        pair = self.pair()
        return None if pair is None else pair[0].snapshot

    @Slot()
    def _rename_then(self) -> None:
        pair, snapshot = self.pair(), self._kept()
        if pair is None or snapshot is None:
            return

        def deed(name: str, form: Form) -> bool:
            return self._session.run(lambda: rename_position(self._session.desk, snapshot, name), form=form)

        name = pair[0].words.partition(", posisi per")[0]
        dialog = NameDialog(self.tr("Ganti nama posisi"), self.tr("Nama posisi"), deed, name=name, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    @Slot()
    def _forget_then(self) -> None:
        pair, snapshot = self.pair(), self._kept()
        if pair is not None and snapshot is not None:
            told = self.tr("Posisi dihapus: {label}").format(label=pair[0].words)
            self._session.run(lambda: forget_positions(self._session.desk, [snapshot]), told=told)
