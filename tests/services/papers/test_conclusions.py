"""Himpunan Kesimpulan: the paper has the lines the window lists, meeting by meeting, drafts marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from desktop.base.clock import frozen
from desktop.base.periods import Period
from desktop.documents import conclusions
from desktop.documents.content import OfficeProfile
from desktop.models.journal import writing
from desktop.models.queries.conclusions import conclusion_list
from desktop.models.queries.discussion import statements
from desktop.models.queries.meetings import MEETING_LIST, meeting_list
from desktop.models.queries.records import id_of
from desktop.models.queries.scope import Scope
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.tables import Statement
from desktop.models.words import MEETING_STATES, STATEMENT_KINDS, UNSIGNED_STATES
from desktop.services.papers.conclusions import conclusions_content, conclusions_title
from tests.documents.reading import paper_text, squeezed
from tests.models.made_up import insert_meeting

TOPIC = fixed_id("topic", PILKADA)
PERIOD = Period(date(2024, 9, 10), date(2024, 10, 31))


@pytest.fixture(autouse=True)
def the_day() -> Iterator[None]:
    with frozen(datetime(2024, 12, 2, 3, 0, tzinfo=UTC)):
        yield


@pytest.fixture(params=[1, 4])
def office(request: pytest.FixtureRequest, store: Store) -> Store:
    """Meetings in and around the period, at which all kinds of things were said."""
    draw = Random(request.param)
    with writing(store, "meeting.create", by="Uji") as write:
        for number in range(14):
            meeting = insert_meeting(
                write, title=f"Rapat {draw.choice(['Gudang', 'Banjir'])} {number}", cancelled=number == 5,
                held_on=date(2024, 9, 1) + timedelta(days=draw.randrange(80)), topic_id=draw.choice([None, TOPIC]),
                state=draw.choice(list(MEETING_STATES)),
            )  # fmt: skip
            for place in draw.sample(range(9), 5):
                kind = draw.choice(["kesimpulan", draw.choice(list(STATEMENT_KINDS))])
                text = f"{draw.choice(['Pompa', 'Gudang', 'Jalan'])} {number}.{place}"
                write.insert(Statement, meeting_id=meeting, order_no=place, kind=kind, text=text)
        write.finish()
    return store


@pytest.mark.parametrize(
    ("scope", "text"), [(Scope(), ""), (Scope(PERIOD), "gudang"), (Scope(PERIOD, topic=TOPIC), "")]
)
def test_the_paper_has_what_the_window_lists_and_no_conclusion_is_lost(
    office: Store, scope: Scope, text: str
) -> None:
    listing = conclusion_list(office, scope, text)
    listed = [row[-1] for row in listing.head()]
    assert listing.count() == len(listed)
    told = conclusions_content(office, scope.period, topic=scope.topic, text=text)
    assert [line for one in reversed(told.meetings) for line in one.conclusions] == listed
    assert [one.held_on for one in told.meetings] == sorted(one.held_on for one in told.meetings)
    expected = []
    for row in meeting_list(office, topic=scope.topic).head():
        said = statements(office, id_of(office, "meeting", row[0]))
        within = scope.period is None or PERIOD.first <= date.fromisoformat(row[1]) <= PERIOD.last
        found = [one.text for one in said if text in f"{one.text} {row[2]}".lower() and one.kind == "kesimpulan"]
        expected += found if within and not row[5] else []
    assert sorted(listed) == sorted(expected)


def test_what_may_not_be_signed_yet_says_so_on_paper(office: Store) -> None:
    told = conclusions_content(office, None)
    at = MEETING_LIST.names.index("state")
    states = {row[2]: row[at] for row in meeting_list(office).head()}
    assert {one.title: one.draft for one in told.meetings} == {
        one.title: states[one.title] in UNSIGNED_STATES for one in told.meetings
    }
    text = paper_text(conclusions.render(told, OfficeProfile()))
    assert text.count(squeezed(conclusions.DRAFT)) == sum(one.draft for one in told.meetings)


def test_the_paper_is_called_by_its_period_and_meetings() -> None:
    assert conclusions_title(None, "Semua rapat") == "Himpunan Kesimpulan"
    assert conclusions_title(PERIOD, "Topik: Banjir") == (
        "Himpunan Kesimpulan 10 September 2024 s.d. 31 Oktober 2024 (Topik: Banjir)"
    )
