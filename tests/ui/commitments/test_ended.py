"""A follow-up that was handed to another topic tells so, leads there and back, and of a closed topic is only read."""

from __future__ import annotations

from uuid import UUID

from pytestqt.qtbot import QtBot

from desktop.models.queries.closing import open_items
from desktop.models.queries.records import fields_of
from desktop.models.seeds import PILKADA, fixed_id
from desktop.services.topic_closing import End, close_topic, end_items
from desktop.services.topics import add_topic
from desktop.ui.commitments.page import CommitmentsPage
from desktop.ui.session import Session

TOPIC = fixed_id("topic", PILKADA)


def test_an_ended_follow_up_leads_to_where_it_goes_on_and_back(
    session: Session, example: UUID, qtbot: QtBot
) -> None:
    desk = session.desk
    other, _ = add_topic(desk, "Pelantikan 2025")
    first, *rest = [one for one in open_items(session.store, TOPIC) if one.kind == "tindak_lanjut"]
    end_items(desk, TOPIC, [first], End("dialihkan", "Menunggu pelantikan", topic=other))
    end_items(desk, TOPIC, rest, End("selesai"))
    page = CommitmentsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.open(commitment=first.id)
    ended = page.editor.ended
    assert ended.words.text() == "Dialihkan 2 Desember 2024: Menunggu pelantikan"
    assert not page.editor.form.text.isReadOnly()
    session.run(lambda: close_topic(desk, TOPIC, left={example: "Sudah lewat"}))
    page.open(commitment=rest[0].id)
    page.open(commitment=first.id)
    assert page.editor.form.text.isReadOnly()
    ended.onward.click()
    assert page.editor.current() == fields_of(session.store, "commitment", first.id)["successor_id"]
    assert not page.editor.form.text.isReadOnly()
    assert ended.back.words == "Lanjutan dari topik Pilkada Serentak 2024"
    ended.back.click()
    assert page.editor.current() == first.id
