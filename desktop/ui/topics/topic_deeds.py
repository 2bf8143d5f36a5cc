"""Beginning and changing a topic in its dialog; what a change brings with it is asked, never done silently."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.base.dates import medium_date
from desktop.base.numbers import grouped
from desktop.models.queries.office import TopicSummary, stages
from desktop.models.queries.topic_regions import count_reports, topic_regions
from desktop.services.topics import add_topic, update_topic
from desktop.ui import ask
from desktop.ui.session import Session
from desktop.ui.topics.topic_dialog import TopicDialog
from desktop.ui.widgets.form import Form


def topic_maker(session: Session, over: QWidget, made: Callable[[UUID], object]) -> TopicDialog:
    """The dialog that begins a topic; `made` is told its id."""

    def keep(values: dict[str, Any], form: Form) -> bool:
        told = _tr("Topik baru: {name}").format(name=values["name"])
        found = session.make(lambda: add_topic(session.desk, **values), form=form, told=told)
        if found is not None:
            made(found[0])
        return found is not None

    return TopicDialog(session.store, keep, parent=over)


def topic_editor(session: Session, topic: TopicSummary, over: QWidget) -> TopicDialog:
    """The dialog that changes an open topic."""

    def keep(values: dict[str, Any], form: Form) -> bool:
        if not _may_leave(session, topic, values["regions"]):
            return False
        move = _moves_stages(session, topic, values["event_date"])
        if move is None:
            return False
        return session.run(lambda: update_topic(session.desk, topic.id, move_stages=move, **values), form=form)

    return TopicDialog(session.store, keep, topic, parent=over)


def _may_leave(session: Session, topic: TopicSummary, staying: Sequence[UUID]) -> bool:
    """Whether regions with reports may go out of the topic."""
    leaving = [one for one in topic_regions(session.store, topic.id) if one.id not in staying]
    counts = [(one.name, count_reports(session.store, topic.id, one.id)) for one in leaving]
    told = [
        _tr("{region} ({count} laporan)").format(region=name, count=grouped(count))
        for name, count in counts
        if count
    ]
    if not told:
        return True
    return ask.question(
        _tr("Lepas wilayah yang sudah melapor?"),
        _tr(
            "{regions} tidak lagi tampak dalam kesiapan topik ini. Laporannya tetap disimpan, dan tampak lagi "
            "bila wilayahnya diikutkan kembali."
        ).format(regions=", ".join(told)),
        yes=_tr("Lepas"),
    )


def _moves_stages(session: Session, topic: TopicSummary, day: date | None) -> bool | None:
    """Whether the days of the stages go along with the topic's day; None to stay in the dialog."""
    before = topic.event_date
    dated = [one for one in stages(session.store, topic.id) if one.starts_on or one.ends_on]
    if before is None or day is None or day == before or not dated:
        return False
    away = abs((day - before).days)
    direction = _tr("lebih lambat") if day > before else _tr("lebih awal")
    text = _tr("{label} pindah ke {day}, {count} hari {direction}").format(
        label=topic.event_label, day=medium_date(day), count=grouped(away), direction=direction
    )
    detail = _tr(
        "Titik tinjau dan batas waktu butir ikut pindah, karena dihitung dari hari itu. {count} tahapan "
        "bertanggal kalender, biasanya menurut peraturan. Bagaimana dengan tanggalnya?"
    ).format(count=len(dated))
    options = (_tr("Biarkan tanggal tahapan"), _tr("Geser semua {count} hari").format(count=grouped(away)))
    chosen = ask.choose(text, detail, options=(*options, _tr("Batal")))
    return None if chosen in (None, 2) else chosen == 1


def _tr(text: str) -> str:
    return QCoreApplication.translate("TopicDeeds", text)
