"""The dialog of a topic: what it begins with, who takes part, and what a change brings with it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.queries.office import TopicSummary, stages, topics
from desktop.models.queries.review_points import review_points
from desktop.models.queries.topic_plans import plan_of_topic
from desktop.models.queries.topic_regions import topic_regions
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.shipped_topics import FLOOD
from desktop.services.readiness import assess
from desktop.ui.session import Session
from desktop.ui.topics.regions_field import TopicRegionsField
from desktop.ui.topics.topic_deeds import topic_editor, topic_maker
from desktop.ui.topics.topic_dialog import TopicDialog
from desktop.ui.widgets.date_field import DateField
from tests.ui.conftest import RecordedDoor

TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """What the dialogs stand over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def pilkada(session: Session) -> TopicSummary:
    return next(one for one in topics(session.store) if one.id == TOPIC)


def retype(dialog: TopicDialog, field: str, text: str) -> None:
    line: Any = dialog.form.field(field)
    line.clear()
    QTest.keyClicks(line, text)


def begin_from(dialog: TopicDialog, origin: object) -> None:
    dialog.origin.set_value(origin)
    dialog.origin.edited.emit()


def test_a_shipped_topic_fills_the_dialog_and_is_begun(session: Session, over: QWidget) -> None:
    made: list[Any] = []
    dialog = topic_maker(session, over, made.append)
    begin_from(dialog, FLOOD.key)
    values = dialog.form.values()
    assert (values["name"], values["event_label"], values["event_date"]) == (FLOOD.name, "Awal Musim Hujan", None)
    dialog.save()
    assert "Kabupaten Ngawi" in [one.name for one in topic_regions(session.store, made[0])]
    assert len(plan_of_topic(session.store, made[0]).items) == 25


def test_another_origin_leaves_what_was_typed(session: Session, over: QWidget) -> None:
    dialog = topic_maker(session, over, lambda _made: None)
    retype(dialog, "name", "Pilkada 2029")
    begin_from(dialog, FLOOD.key)
    begin_from(dialog, TOPIC)
    values = dialog.form.values()
    assert (values["name"], values["event_label"], len(values["regions"])) == ("Pilkada 2029", "Hari H", 10)  # type: ignore[arg-type]
    assert dialog.form.field("stage_days").isVisibleTo(dialog)
    begin_from(dialog, None)
    assert not dialog.form.field("stage_days").isVisibleTo(dialog)
    assert len(dialog.form.values()["regions"]) == 9  # type: ignore[arg-type]


def test_review_points_are_typed_and_their_days_told(session: Session, over: QWidget) -> None:
    dialog = topic_editor(session, pilkada(session), over)
    retype(dialog, "review_offsets", "h+7, H-60, besok")
    dialog.save()
    assert "“besok” bukan titik tinjau" in dialog.form.field("review_offsets").accessibleDescription()
    retype(dialog, "review_offsets", "h+7, H-60")
    assert "H-60: 28 September 2024; H+7: 4 Desember 2024" in dialog._days.text()
    dialog.save()
    assert [one.day_offset for one in review_points(session.store, TOPIC)] == [-60, 7]


def test_a_region_with_reports_leaves_only_when_that_is_wanted(
    session: Session, over: QWidget, door: RecordedDoor
) -> None:
    assess(session.desk, item_id("LOG-01"), TUBAN, state="siap")
    dialog = topic_editor(session, pilkada(session), over)
    field = dialog.form.field("regions")
    assert isinstance(field, TopicRegionsField)
    field.chips.removed.emit(TUBAN)
    door.will_answer(False, True)
    dialog.save()
    assert "Kabupaten Tuban (1 laporan)" in door.asked[0].detail
    assert "Kabupaten Tuban" in [one.name for one in topic_regions(session.store, TOPIC)]
    dialog.save()
    assert "Kabupaten Tuban" not in [one.name for one in topic_regions(session.store, TOPIC)]


@pytest.mark.parametrize(("answer", "moved"), [(0, False), (1, True), (2, None)])
def test_stages_move_with_the_day_only_when_that_is_wanted(
    session: Session, over: QWidget, door: RecordedDoor, answer: int, moved: bool | None
) -> None:
    before = stages(session.store, TOPIC)
    dialog = topic_editor(session, pilkada(session), over)
    day = dialog.form.field("event_date")
    assert isinstance(day, DateField)
    retype(dialog, "event_date", "4/12/2024")
    door.will_answer(answer)
    dialog.save()
    assert "30 tahapan bertanggal" in door.asked[0].detail
    assert (pilkada(session).event_date == date(2024, 12, 4)) is (moved is not None)
    assert (stages(session.store, TOPIC) != before) is bool(moved)


def test_regions_stand_in_the_offices_order_and_are_found_by_their_beginnings(
    session: Session, over: QWidget
) -> None:
    field = topic_editor(session, pilkada(session), over).form.field("regions")
    assert isinstance(field, TopicRegionsField)
    assert [one.label for one in field._search("blor")] == ["Kabupaten Blora"]
    field._picked(fixed_id("region", "33.16"))
    assert field.chips.words()[-2:] == ["Kab. Blora", "Wilker Bojonegoro"]
