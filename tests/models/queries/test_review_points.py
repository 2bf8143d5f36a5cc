"""Review points: counted from the topic's day, so they move with it."""

from __future__ import annotations

from datetime import date

from desktop.models.journal import writing
from desktop.models.queries.review_points import ReviewPoint, review_points
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.tables import ReviewPoint as Kept
from desktop.models.tables import Topic

TOPIC = fixed_id("topic", PILKADA)


def test_where_none_were_chosen_the_usual_four_are_offered(store: Store) -> None:
    assert review_points(store, TOPIC) == [
        ReviewPoint(-30, date(2024, 10, 28)),
        ReviewPoint(-14, date(2024, 11, 13)),
        ReviewPoint(-7, date(2024, 11, 20)),
        ReviewPoint(-1, date(2024, 11, 26)),
    ]


def test_chosen_ones_move_with_the_day_and_have_none_without_it(store: Store) -> None:
    with writing(store, "topic.update", by="Uji") as write:
        for offset in (12, -60):
            write.insert(Kept, topic_id=TOPIC, day_offset=offset)
        write.update(Topic, TOPIC, event_date=date(2024, 12, 1))
        write.finish()
    assert review_points(store, TOPIC) == [
        ReviewPoint(-60, date(2024, 10, 2)),
        ReviewPoint(12, date(2024, 12, 13)),
    ]
    with writing(store, "topic.update", by="Uji") as write:
        write.update(Topic, TOPIC, event_date=None)
        write.finish()
    assert [(one.day_offset, one.day) for one in review_points(store, TOPIC)] == [(-60, None), (12, None)]
