"""One proposal: a finished follow-up, an item, and for each region what it is and what it would be."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.models.queries.item_proposals import Place, Proposal
from desktop.models.words import COMMITMENT_STATES, NO_REPORT, READINESS_STATES
from desktop.services.item_updates import decline_update, update_items
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.wording import short_region
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.fields import CheckField, ChoiceField
from desktop.ui.widgets.line_button import LineButton
from desktop.ui.widgets.text import ElidedLabel, plain_label, set_tip

_STATE_LETTERS = 17


class ProposalCard(QWidget):
    """Perbarui keeps what is chosen as reports, Tidak leaves the item as it is.

    navigate(page, where): the follow-up or the item is wanted.
    """

    navigate = Signal(str, dict)

    def __init__(
        self, session: Session, proposal: Proposal, *, leads: bool = False, parent: QWidget | None = None
    ) -> None:
        """`leads`: it stands beside neither the follow-up nor the item, so there are ways to both."""
        super().__init__(parent)
        self._session = session
        self.proposal = proposal
        self._rows: list[tuple[Place, CheckField | None, ChoiceField]] = []
        unit = theme.current().unit
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2)
        self._whole.setSpacing(unit)
        if leads:
            self._whole.addWidget(self._to_item())
        self._sentence = plain_label()
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._whole.addWidget(self._sentence)
        self.update_button = button(self.tr("Perbarui"), kind="primary")
        self.decline_button = button(self.tr("Tidak"))
        deeds = QHBoxLayout()
        deeds.setSpacing(unit * 2)
        if leads:
            deeds.addWidget(self._to_follow_up())
        if len(proposal.places) == 1:
            self._add_choice(proposal.places[0], None, deeds)
            deeds.addStretch()
        else:
            deeds.addStretch()
            for place in proposal.places:
                self._add_region(place)
        deeds.addWidget(self.update_button)
        deeds.addWidget(self.decline_button)
        self._whole.addLayout(deeds)
        self._tell()
        self.update_button.clicked.connect(self._update)
        self.decline_button.clicked.connect(self._decline)

    def words(self) -> str:
        """The sentence it asks."""
        return self._sentence.text()

    def choices(self) -> list[ChoiceField]:
        """What each region would be, in their order."""
        return [choice for _, _, choice in self._rows]

    def checks(self) -> list[CheckField]:
        """Which regions are meant; none where there is only one."""
        return [check for _, check, _ in self._rows if check is not None]

    def paintEvent(self, _event: QPaintEvent) -> None:
        unit = theme.current().unit
        ink, ground = theme.current().tone(Tone.INFO)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), unit + 2, unit + 2)

    # Within

    def _to_item(self) -> LineButton:
        one = self.proposal
        where = {"topic": one.topic_id, "region": one.places[0].region_id, "item": one.item_id}
        item = LineButton(f"{one.item_code} {_one_line(one.item_text)}")
        item.clicked.connect(lambda: self.navigate.emit("readiness", where))
        return item

    def _to_follow_up(self) -> QWidget:
        follow_up = icon_button("list-checks", self.tr("Buka tindak lanjut"))
        where = {"commitment": self.proposal.commitment_id}
        follow_up.clicked.connect(lambda: self.navigate.emit("commitments", where))
        return follow_up

    def _add_choice(self, place: Place, check: CheckField | None, line: QHBoxLayout) -> None:
        choice = ChoiceField(list(READINESS_STATES.items()))
        choice.setMinimumContentsLength(_STATE_LETTERS)
        choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        choice.set_value(place.state)
        choice.setAccessibleName(
            self.tr("Status {code} {region}").format(code=self.proposal.item_code, region=place.region)
        )
        choice.edited.connect(self._tell)
        line.addWidget(choice)
        self._rows.append((place, check, choice))

    def _add_region(self, place: Place) -> None:
        check = CheckField(short_region(place.region))
        check.set_value(True)
        before = self.tr("dari {before} menjadi").format(before=_before(place).lower())
        words = f"{COMMITMENT_STATES[place.finished].lower()} {medium_date(place.finished_on)}; {before}"
        check.setAccessibleDescription(words)
        set_tip(check, words)
        line = QHBoxLayout()
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(check)
        line.addWidget(ElidedLabel(before, role="muted"), 1)
        self._add_choice(place, check, line)
        self._whole.addLayout(line)

    @Slot()
    def _tell(self) -> None:
        one = self.proposal
        name = one.commitment_code or f"“{_one_line(one.commitment_text)}”"
        if len(one.places) > 1:
            words = self.tr("Tindak lanjut {name} selesai di {count} wilayah; perbarui {code}?")
            self._sentence.setText(words.format(name=name, count=len(one.places), code=one.item_code))
            return
        place, _, choice = self._rows[0]
        state = READINESS_STATES[str(choice.value())]
        words = self.tr(
            "Tindak lanjut {name} {how} pada {day}; perbarui {code} {region} dari {before} menjadi {state}?"
        )
        self._sentence.setText(
            words.format(
                name=name, how=COMMITMENT_STATES[place.finished].lower(), day=medium_date(place.finished_on),
                code=one.item_code, region=short_region(place.region), before=_before(place), state=state,
            )
        )  # fmt: skip

    @Slot()
    def _update(self) -> None:
        one, chosen = self.proposal, self._chosen()
        told = self.tr("{code} diperbarui.").format(code=one.item_code)
        desk = self._session.desk
        self._session.run(lambda: update_items(desk, one.commitment_id, one.item_id, chosen), told=told)

    @Slot()
    def _decline(self) -> None:
        one, desk = self.proposal, self._session.desk
        told = self.tr("{code} tidak diperbarui.").format(code=one.item_code)
        self._session.run(lambda: decline_update(desk, one.commitment_id, one.item_id), told=told)

    def _chosen(self) -> dict[UUID, str]:
        return {
            place.region_id: str(choice.value())
            for place, check, choice in self._rows
            if check is None or check.value()
        }


def _before(place: Place) -> str:
    return NO_REPORT if place.before is None else READINESS_STATES[place.before]


def _one_line(text: str) -> str:
    return " ".join(text.split())
