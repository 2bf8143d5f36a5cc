"""One topic: its name, its day, who takes part, its review points, and what a new one begins with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.base.day_offsets import offset_text
from desktop.models.queries.office import TopicSummary, office_profile, topics
from desktop.models.queries.records import fields_of
from desktop.models.queries.regions import area_members, regions, working_areas
from desktop.models.queries.review_points import USUAL_OFFSETS, review_points
from desktop.models.queries.topic_regions import topic_regions
from desktop.models.shipped_topics import SHIPPED
from desktop.models.store import Store
from desktop.models.words import STAGE_DAYS
from desktop.services.topic_beginnings import Origin, Proposal, proposal
from desktop.services.topics import USUAL_LABEL
from desktop.ui import theme
from desktop.ui.topics.offsets_field import OffsetsField
from desktop.ui.topics.regions_field import TopicRegionsField
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.text import plain_label

Keep = Callable[[dict[str, Any], Form], bool]
_FROM_ORIGIN = ("name", "event_label", "event_date", "description", "regions", "review_offsets")


class TopicDialog(QDialog):
    """`keep(values, form)` carries the deed out and says whether it was done; a fault stands beside its field.

    The values are those of `services.topics`; a new topic's hold its `origin` too.
    """

    def __init__(
        self, store: Store, keep: Keep, topic: TopicSummary | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._keep, self._topic = store, keep, topic
        self._offered: dict[str, object] = {}
        title = self.tr("Ubah topik") if topic else self.tr("Topik baru")
        self.setWindowTitle(title)
        self.setModal(True)
        unit = theme.current().unit
        self.form = Form(columns=2)
        if topic is None:
            self._add_origin()
        name = self.form.add_row("name", self.tr("Nama topik"), LineField(max_length=200), wide=True)
        self.form.add_row(
            "event_date", self.tr("Tanggal puncak"), DateField(), help=self.tr("Boleh kosong bila belum pasti.")
        )
        self.form.add_row(
            "event_label", self.tr("Sebutannya"), LineField(max_length=200),
            help=self.tr("Misalnya Hari H, Hari Raya, Puncak Arus Mudik."),
        )  # fmt: skip
        self.form.add_row("review_offsets", self.tr("Titik tinjau"), OffsetsField(max_length=200), wide=True)
        self._days = plain_label(role="help")
        self._days.setWordWrap(True)
        self.form.add_widget(self._days)
        known = regions(store)
        home = _home(store)
        self.form.add_row("regions", self.tr("Wilayah yang ikut"), TopicRegionsField(known, home), wide=True)
        self.form.add_row(
            "description", self.tr("Keterangan"),
            TextField(self.tr("Untuk apa topik ini, dan sampai kapan"), lines=2, most=5), wide=True,
        )  # fmt: skip
        self.form.load(_values(store, topic) if topic else _empty(home))
        save = button(self.tr("Simpan") if topic else self.tr("Buat topik"), kind="primary")
        buttons = dialog_foot(self, save, self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(self.form, 1)
        whole.addLayout(buttons)
        self.form.typing.connect(self._tell_days)
        self._tell_days()
        name.setFocus()
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 200, unit * (168 if self._topic is None else 142))

    @Slot()
    def save(self) -> None:
        """Keep what is written, and close when it was kept."""
        if not self.form.check():
            return
        values = self.form.values()
        if self._topic is None:
            values.pop("origin")
            stage_days = values.pop("stage_days")
            values["origin"] = self._origin(str(stage_days))
        if self._keep(values, self.form):
            self.accept()

    # What a new topic begins with

    def _add_origin(self) -> None:
        self.origin = self.form.add_row(
            "origin", self.tr("Mulai dari"), ChoiceField(_origins(self._store), empty=self.tr("Kosong"))
        )
        self.form.add_row("stage_days", self.tr("Tanggal tahapannya"), ChoiceField(list(STAGE_DAYS.items())))
        self._brings = plain_label(role="help")
        self._brings.setWordWrap(True)
        self.form.add_widget(self._brings)
        self.origin.edited.connect(self._origin_chosen)
        self._tell_origin(None)

    def _origin(self, stage_days: str = "kosong") -> Origin | None:
        chosen = self.origin.value()
        if isinstance(chosen, UUID):
            return Origin(topic=chosen, stage_days=stage_days)
        return Origin(shipped=str(chosen), stage_days=stage_days) if chosen else None

    @Slot()
    def _origin_chosen(self) -> None:
        """Fill in what the origin has, wherever nobody wrote anything else."""
        origin = self._origin()
        offer = proposal(self._store, origin) if origin else None
        fresh: dict[str, object] = {}
        if offer is not None:
            fresh = {key: getattr(offer, key) for key in _FROM_ORIGIN}
            if origin is not None and origin.topic is not None:
                fresh |= {"name": "", "event_date": None, "description": None}  # they are the other topic's own
        base = _empty(_home(self._store)) | fresh
        now, before = self.form.values(), _empty(_home(self._store)) | self._offered
        untouched = {key: base[key] for key in _FROM_ORIGIN if _same(now[key], before[key])}
        self.form.load(untouched)
        self.form.load({"stage_days": "salin" if origin is not None and origin.shipped else "kosong"})
        self._offered = fresh
        self._tell_origin(offer)
        self._tell_days()

    def _tell_origin(self, offer: Proposal | None) -> None:
        self.form.show_row("stage_days", offer is not None and offer.dated_stages > 0)
        self._brings.setVisible(offer is not None)
        if offer is not None:
            words = self.tr(
                "Ikut: {items} butir daftar periksa dan {stages} tahapan, tanpa laporannya. Bila tanggal "
                "puncaknya lain, batas waktu butir menjadi acuan internal."
            )
            self._brings.setText(words.format(items=offer.items, stages=offer.stages))

    @Slot()
    def _tell_days(self) -> None:
        """The days of the review points, as they follow from the topic's day."""
        event, offsets = self.form.field("event_date"), self.form.field("review_offsets")
        assert isinstance(event, DateField)
        assert isinstance(offsets, OffsetsField)
        day, points = event.value(), offsets.value() or USUAL_OFFSETS
        words = self.tr(
            "Posisi kesiapan disimpan pada hari-hari ini; H+n berarti sesudahnya. Kosong: H-30, -14, -7, -1."
        )
        if day is not None:
            words = "; ".join(_point_day(day, one) for one in points)
        self._days.setText(words)


def _point_day(event: date, offset: int) -> str:
    return f"{offset_text(offset)}: {medium_date(event + timedelta(days=offset))}"


def _same(one: object, other: object) -> bool:
    return (one or None) == (other or None) if not isinstance(one, tuple) else set(one) == set(other or ())  # type: ignore[call-overload]


def _home(store: Store) -> tuple[UUID, ...]:
    """The regions of the office's working area, and the one that stands for the whole of it."""
    profile = office_profile(store)
    if profile is None or profile.working_area_id is None:
        return ()
    area = next((one for one in working_areas(store) if one.id == profile.working_area_id), None)
    members = [one.id for one in area_members(store, profile.working_area_id)]
    return (*members, area.region_id) if area else tuple(members)


def _empty(home: Sequence[UUID]) -> dict[str, object]:
    return {
        "name": "", "event_date": None, "event_label": USUAL_LABEL, "review_offsets": USUAL_OFFSETS,
        "regions": tuple(home), "description": None,
    }  # fmt: skip


def _values(store: Store, topic: TopicSummary) -> dict[str, object]:
    return {
        "name": topic.name,
        "event_date": topic.event_date,
        "event_label": topic.event_label,
        "review_offsets": tuple(one.day_offset for one in review_points(store, topic.id)),
        "regions": tuple(one.id for one in topic_regions(store, topic.id)),
        "description": fields_of(store, "topic", topic.id)["description"],
    }


def _origins(store: Store) -> list[tuple[object, str]]:
    own, shipped = _tr("Topik: {name}"), _tr("Bawaan: {name}")
    found: list[tuple[object, str]] = [(one.id, own.format(name=one.name)) for one in topics(store)]
    return found + [(one.key, shipped.format(name=one.name)) for one in SHIPPED.values()]


def _tr(text: str) -> str:
    return QCoreApplication.translate("TopicDialog", text)
