"""The office's profile, its topics and stages."""

from __future__ import annotations

from datetime import date

from desktop.models.queries.office import forums, office_profile, stages, topics
from desktop.models.seeds import fixed_id
from desktop.models.store import Store


def test_a_new_office_has_a_profile_to_print_with(store: Store) -> None:
    found = office_profile(store)
    assert found is not None
    assert (found.name, found.paper, found.title_word) == ("Bakorwil Bojonegoro", "A4", "NOTULA")
    assert found.letterhead[0] == "PEMERINTAH PROVINSI JAWA TIMUR"
    assert found.margins == {"top": 20, "right": 20, "bottom": 25, "left": 30}


def test_a_topic_names_its_day(store: Store) -> None:
    (topic,) = topics(store)
    assert (topic.name, topic.event_label, topic.event_date) == (
        "Pilkada Serentak 2024",
        "Hari H",
        date(2024, 11, 27),
    )


def test_stages_come_in_their_order_with_open_days_unknown(store: Store) -> None:
    found = stages(store, fixed_id("topic", "pilkada-2024"))
    assert len(found) == 34
    assert (found[0].code, found[0].starts_on) == ("P01", None)


def test_a_new_office_has_no_series_of_meetings(store: Store) -> None:
    assert forums(store) == []
