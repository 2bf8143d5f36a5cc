"""Whatever a topic holds and however it ends: all of it ends once, the paper counts what there is, nothing is lost."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from itertools import count
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.clock import frozen
from desktop.models import integrity
from desktop.models.queries.closing import ends_in_topic, open_items
from desktop.models.queries.commitments import commitments_of_topic
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_KINDS, COMMITMENT_STATES, ENDS, OPEN_STATES
from desktop.services.commitments import To, add_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.issues import add_issue
from desktop.services.meetings import create_meeting
from desktop.services.papers.final_report import final_report_content
from desktop.services.topic_closing import End, close_topic, end_items, without_end
from desktop.services.topics import add_topic

DAY = datetime(2024, 12, 20, 2, tzinfo=UTC)
NUMBER = count(1)
_FOLLOW_UPS = st.lists(
    st.tuples(
        st.sampled_from(sorted(COMMITMENT_KINDS)), st.lists(st.sampled_from(sorted(COMMITMENT_STATES)), max_size=3),
        st.booleans(), st.sampled_from(sorted(ENDS)),
    ),
    max_size=6,
)  # fmt: skip
_PROBLEMS = st.lists(st.sampled_from(sorted(ENDS)), max_size=3)


def end_of(how: str, other: UUID) -> End:
    return End(how, "Sebab", topic=other if how == "dialihkan" else None)


_USUAL = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FollowUps = list[tuple[str, list[str], bool, str]]


@settings(_USUAL, max_examples=6)
@given(follow_ups=_FOLLOW_UPS, problems=_PROBLEMS)
def test_all_of_a_topic_ends_once_and_the_paper_counts_it(
    sqlite_store: Store, follow_ups: FollowUps, problems: list[str]
) -> None:
    all_ends_once(sqlite_store, follow_ups, problems)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(_USUAL, max_examples=150)
@given(follow_ups=_FOLLOW_UPS, problems=_PROBLEMS)
def test_all_of_many_topics_ends_once(sqlite_store: Store, follow_ups: FollowUps, problems: list[str]) -> None:
    all_ends_once(sqlite_store, follow_ups, problems)


def all_ends_once(store: Store, follow_ups: FollowUps, problems: list[str]) -> None:
    desk = Desk(store, "Uji")
    with frozen(DAY):
        topic, other = (add_topic(desk, f"Topik {next(NUMBER)}")[0] for _ in range(2))
        meeting, _ = create_meeting(desk, title="Rapat", held_on=DAY.date(), topic_id=topic)
        wanted: dict[UUID, str] = {}
        for kind, states, in_meeting, how in follow_ups:
            place = {"meeting_id": meeting} if in_meeting else {"topic_id": topic}
            to = [To(label=f"Pihak {number}") for number in range(len(states))]
            one, _ = add_commitment(desk, kind=kind, text="Uraian", to=to, **place)
            row = next(row for row in commitments_of_topic(store, topic) if row.id == one)
            for part, state in zip(row.addressees, states, strict=True):
                set_state(desk, [part.id], state)
            if not states or set(states) & set(OPEN_STATES):
                wanted[one] = how
        for how in problems:
            wanted[add_issue(desk, topic_id=topic, text="Kendala")[0]] = how
        assert {one.id for one in open_items(store, topic)} == wanted.keys() | {meeting}
        for one in open_items(store, topic):
            if one.id in wanted:
                end_items(desk, topic, [one], end_of(wanted[one.id], other))
        assert [one.id for one in without_end(desk, topic)] == [meeting]
        close_topic(desk, topic, left={meeting: "Sudah lewat"})

    content = final_report_content(store, topic)
    assert sum(one.total for one in content.ends) == len(content.follow_ups) == len(follow_ups)
    assert sum(one.open for one in content.ends) == 0
    handed = sum(wanted.get(row.id) == "dialihkan" for row in commitments_of_topic(store, topic))
    assert sum(one.handed_over for one in content.ends) == len(content.handed_over) == handed
    assert len(content.problems) == len(problems)
    gone_on = Counter(one.kind for one in open_items(store, other))
    assert +gone_on == +Counter({"tindak_lanjut": handed, "kendala": problems.count("dialihkan")})
    to = {end.topic for end in ends_in_topic(store, topic).values() if end.how == "dialihkan"}
    assert to <= {final_report_content(store, other).title}
    assert integrity.check(store) == []
