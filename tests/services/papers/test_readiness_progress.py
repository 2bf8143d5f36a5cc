"""Perkembangan Kesiapan: the paper says what the page says, with two columns and an arrow in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from desktop.base.clock import frozen
from desktop.documents import readiness_progress
from desktop.models.queries.moments import moments, position_of
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.models.then_and_now import compared
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.readiness_progress import progress_between, progress_of_meeting, then_choices
from desktop.services.readiness import assess
from desktop.services.snapshots import keep_due_points
from tests.documents.reading import paper_text, squeezed

TOPIC = fixed_id("topic", PILKADA)
TUBAN = fixed_id("region", "35.23")


@pytest.fixture
def desk(sqlite_store: Store) -> Iterator[Desk]:
    """On H-14 the position of H-30 is kept, and one item got better since."""
    with frozen(datetime(2024, 11, 13, 2, tzinfo=UTC)):
        made = Desk(sqlite_store, "Uji")
        assess(made, item_id("LOG-02"), TUBAN, state="belum_siap", as_of=date(2024, 10, 10))
        keep_due_points(made)
        assess(made, item_id("LOG-02"), TUBAN, state="sebagian", value=40, measure="persen")
        yield made


def test_the_print_of_h_14_shows_then_and_now_and_says_the_arrow(desk: Desk) -> None:
    found = {one.short: one for one in moments(desk.store, TOPIC)}
    assert list(found) == ["Kini", "H-14", "H-30", "Awal"]
    content = progress_between(desk.store, TOPIC, found["H-30"], found["Kini"])
    steps = compared(position_of(desk.store, TOPIC, found["H-30"]), position_of(desk.store, TOPIC, found["Kini"]))
    assert [[cell.words for cell in row.cells[:-1]] for row in content.rows[:-1]] == [
        [step.words for step in row] for row in steps.steps
    ]
    assert content.summary == "Skor semua wilayah 0% menjadi 40% (naik 40 poin ▲). 1 membaik."
    assert [one.words for one in content.marks] == ["H-30", "H-14", "H-7", "H-1"]
    together = content.trends[0]
    assert [(point.day.day, point.percent) for point in together.points] == [(10, 0), (13, 40)]
    printed = paper_text(readiness_progress.render(content, paper_profile(desk.store)))
    for words in ("H-30", "Kini", "naik 40 poin", "Sebagian siap (40%)", "direkam 13 November 2024"):
        assert squeezed(words) in printed


def test_a_meetings_paper_offers_what_its_topic_can_be_compared_with(desk: Desk) -> None:
    meeting, _ = create_meeting(desk, title="Rapat", held_on=date(2024, 11, 13), topic_id=TOPIC)
    choices = then_choices(desk.store, meeting)
    assert [words.partition(",")[0] for _, words in choices] == ["H-30", "H-14", "sebelum laporan pertama"]
    assert progress_of_meeting(desk.store, meeting).then == "H-30"
    assert progress_of_meeting(desk.store, meeting, choices[-1][0]).then == "Awal"
