"""What is open is asked in each next meeting exactly once, whatever becomes of the meetings in between."""

from __future__ import annotations

import os
import random
from collections import Counter
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.base.errors import AppError
from desktop.models.journal import writing
from desktop.models.queries.carried import round_of, spot_on
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.records import id_of
from desktop.models.queries.register import commitment_list
from desktop.models.queries.review import review, to_be_asked
from desktop.models.store import Store
from desktop.models.tables import Commitment, Forum, Topic
from desktop.services.commitments import To, add_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import create_meeting, delete_meeting, update_meeting
from desktop.services.progress import answer_in_meeting, keep_report, report_progress
from tests.services.slow_carry_over import SlowOffice, newest

START, DAYS = date(2024, 9, 1), 30
STATES = ("belum", "proses", "proses", "selesai_laporan", "selesai_bukti", "dihentikan")
EVERYDAY = {"sqlite": 12, "postgresql": 4}


class Life:
    """A topic with a forum, and what may happen to its meetings and follow-ups in some months."""

    def __init__(self, store: Store, seed: int) -> None:
        self.desk, self.chance = Desk(store, "Uji"), random.Random(seed)
        self.store, self.history, self.told = store, History(), [f"seed {seed}"]
        with writing(store, "test", by="Uji") as write:
            self.topic = write.insert(Topic, name=f"Topik {seed}", event_label="Hari H", state="open")
            self.forum = write.insert(Forum, name=f"Forum {seed}", topic_id=self.topic)
            write.finish()

    def live(self, steps: int) -> None:
        """Some meetings and follow-ups, then anything."""
        for _ in range(3):
            self.done(create_meeting(self.desk, title="Rakor", held_on=self.day(), forum_id=self.forum))
            self.new_follow_up()
        deeds = [
            *[self.new_meeting, self.new_follow_up, self.answer, self.answer, self.report, self.report] * 3,
            *[self.new_meeting] * 4, self.move, self.move, self.call_off, self.change_series, self.remove, self.undo, self.undo,
            self.sleep, self.end, self.by_hand, self.between,
        ]  # fmt: skip
        for _ in range(steps):
            deed = self.chance.choice(deeds)
            with suppress(AppError):  # what the program refuses has not happened
                self.told.append(f"{deed.__name__} {deed() or ''}")

    def day(self) -> date:
        return START + timedelta(days=self.chance.randrange(DAYS))

    def begins(self) -> time | None:
        return self.chance.choice([None, None, time(9), time(13, 30)])

    def series(self) -> dict[str, UUID | None]:
        kinds: list[tuple[UUID | None, UUID | None]] = [(self.forum, self.topic)] * 5
        kinds += [(self.forum, None), (None, self.topic), (None, None)]
        forum, topic = self.chance.choice(kinds)
        return {"forum_id": forum, "topic_id": topic}

    def meeting(self) -> UUID:
        return self.any_of("meeting", "forum_id = {m} OR topic_id = {m}", self.forum, self.topic)

    def part(self) -> UUID:
        of_topic = "commitment_id IN (SELECT id FROM commitment WHERE NOT deleted AND topic_id = {m})"
        return self.any_of("addressee", of_topic, self.topic)

    def any_of(self, table: str, where: str, *values: Any) -> UUID:
        condition = where.replace("{m}", self.store.mark)
        rows = self.store.rows(f"SELECT id FROM {table} WHERE NOT deleted AND ({condition}) ORDER BY seq", values)
        if not rows:
            raise AppError("Belum ada.")
        (found,) = self.chance.choice(rows)
        return UUID(bytes=found) if isinstance(found, bytes) else UUID(str(found))

    def done(self, made: Any) -> None:
        self.history.note(made[1] if isinstance(made, tuple) else made)

    # Deeds

    def new_meeting(self) -> None:
        self.done(
            create_meeting(
                self.desk, title="Rakor", held_on=self.day(), starts_at=self.begins(),
                cancelled=self.chance.random() < 0.1, **self.series(),
            )
        )  # fmt: skip

    def new_follow_up(self) -> None:
        to = [To(label=f"Panitia {number}") for number in range(self.chance.choice([0, 1, 1, 1, 3]))]
        values = {"meeting_id": self.meeting(), "topic_id": self.topic}
        self.done(add_commitment(self.desk, kind="arahan", text="Kirim data", to=to, **values))

    def between(self) -> None:
        """One that was noted without a meeting, on a day its id tells."""
        noted = datetime.combine(self.day(), time(3), UTC)
        own = UUID(int=int(noted.timestamp() * 1000) << 80 | 7 << 76 | 2 << 62 | self.chance.getrandbits(60))
        with writing(self.store, "test", by="Uji") as write:
            write.insert(
                Commitment, own, topic_id=self.topic, order_no=1, kind="arahan", text="Antara rapat", priority=2
            )
            write.finish()

    def answer(self) -> None:
        state = self.chance.choice([None, *STATES])
        values = {"note": "Menunggu"} | ({"state": state} if state else {})
        self.done(answer_in_meeting(self.desk, self.meeting(), self.part(), **values))

    def report(self) -> None:
        with writing(self.store, "commitment.progress", by="Uji") as write:
            keep_report(write, self.part(), on=self.day(), channel="surat", state=self.chance.choice(STATES))
            self.done(write.finish())

    def by_hand(self) -> None:
        self.done(set_state(self.desk, [self.part()], self.chance.choice(STATES), on=self.day()))

    def move(self) -> None:
        self.done(update_meeting(self.desk, self.meeting(), held_on=self.day(), starts_at=self.begins()))

    def call_off(self) -> None:
        self.done(update_meeting(self.desk, self.meeting(), cancelled=self.chance.random() < 0.6))

    def change_series(self) -> None:
        self.done(update_meeting(self.desk, self.meeting(), **self.series()))

    def remove(self) -> None:
        self.done(delete_meeting(self.desk, self.meeting()))

    def undo(self) -> None:
        self.history.undo(self.desk)

    def sleep(self) -> None:
        one = self.any_of("commitment", "topic_id = {m}", self.topic)
        with writing(self.store, "commitment.update", by="Uji") as write:
            write.update(Commitment, one, show_again_on=self.chance.choice([None, self.day(), self.day()]))
            self.done(write.finish())

    def end(self) -> None:
        """As closing its topic, or handing it over, leaves one that nobody was named for."""
        one = self.any_of("commitment", "topic_id = {m}", self.topic)
        how = self.chance.choice(["selesai", "dihentikan", "dialihkan", None])
        with writing(self.store, "commitment.update", by="Uji") as write:
            write.update(Commitment, one, ended_how=how, ended_on=self.day() if how else None)
            self.done(write.finish())


def one_part(life: Life, meeting: UUID) -> UUID:
    made, _ = add_commitment(
        life.desk,
        kind="arahan",
        text="Kirim data",
        to=[To(label="Panitia")],
        meeting_id=meeting,
        topic_id=life.topic,
    )
    (part,) = commitments_of(life.store, meeting)[-1].addressees
    assert part.commitment_id == made
    return part.id


def held(life: Life, day: int, **values: Any) -> UUID:
    return create_meeting(
        life.desk, title=f"Rakor {day}", held_on=date(2024, 9, day), forum_id=life.forum, **values
    )[0]  # fmt: skip


def told(life: Life, *meetings: UUID) -> str:
    """For each meeting whether it asks (a), hears that it was closed (c), or nothing (-)."""
    found = [review(life.store, one) for one in meetings]
    return "".join("a" * len(one.asked) + "c" * len(one.closed) or "-" for one in found)


def test_it_is_asked_and_told_once_when_meetings_are_moved_inserted_and_called_off(sqlite_store: Store) -> None:
    life = Life(sqlite_store, 0)
    first, third = held(life, 1), held(life, 20)
    part = one_part(life, first)
    assert told(life, first, third) == "-a"
    second = held(life, 10)
    assert told(life, second, third) == "aa"
    report_progress(life.desk, [part], on=date(2024, 9, 12), channel="surat", state="selesai_laporan")
    assert told(life, second, third) == "ac"
    update_meeting(life.desk, second, held_on=date(2024, 9, 25))
    assert told(life, third, second) == "c-"
    update_meeting(life.desk, third, cancelled=True)
    assert told(life, third, second) == "-c"
    update_meeting(life.desk, third, cancelled=False)
    report_progress(
        life.desk, [part], on=date(2024, 9, 22), channel="telepon", state="proses", note="Belum lengkap"
    )
    assert told(life, third, second) == "ca"


def test_two_meetings_of_a_day_go_by_when_they_begin(sqlite_store: Store) -> None:
    life = Life(sqlite_store, 0)
    afternoon, morning = held(life, 5, starts_at=time(13)), held(life, 5, starts_at=time(9))
    one_part(life, morning)
    assert told(life, morning, afternoon) == "-a"
    update_meeting(life.desk, morning, starts_at=time(15))
    assert told(life, afternoon, morning) == "--"


def test_what_was_answered_stays_with_its_meeting_when_that_leaves_the_forum(sqlite_store: Store) -> None:
    life = Life(sqlite_store, 0)
    first, second, third = held(life, 1), held(life, 10), held(life, 20)
    part = one_part(life, first)
    answer_in_meeting(life.desk, second, part, state="selesai_laporan")
    assert told(life, second, third) == "a-"
    update_meeting(life.desk, second, forum_id=None)
    assert told(life, second, third) == "ac"


def check(life: Life, office: SlowOffice) -> Counter[str]:
    """Every meeting goes through just what the slow telling says; the next one misses nothing that is open."""
    seen = Counter(meetings=len(office.meetings))
    for one in office.meetings:
        told = office.goes_through(one["id"])
        found = review(life.store, one["id"])
        where = f"rapat {one['seq']} {one['held_on']}: {life.told}"
        assert {part.id: part.appearance for part in found.asked} == told.asked, where
        assert {part.id for part in found.closed} == told.closed, where
        shown = Counter(part.id for part in (*found.asked, *found.closed))
        assert max(shown.values(), default=1) == 1, where
        seen += Counter(asked=len(found.asked), closed=len(found.closed))
    for forum in (life.forum, None):
        after = START + timedelta(days=DAYS + 400)
        expected = office.still_open(forum, life.topic)
        assert to_be_asked(life.store, forum, life.topic, after) == len(expected), life.told
    return seen


def lived(store: Store, seeds: range) -> Counter[str]:
    """What was looked at in these lives."""
    seen: Counter[str] = Counter()
    for seed in seeds:
        before = newest(store)
        life = Life(store, seed)
        life.live(life.chance.randrange(10, 45))
        seen += check(life, SlowOffice(store, before))
    return seen


def test_each_open_part_is_asked_once_in_each_next_meeting_and_a_closed_one_told_once(store: Store) -> None:
    seen = lived(store, range(EVERYDAY[store.engine]))
    assert all(seen[kind] for kind in ("meetings", "asked", "closed"))


@pytest.mark.fault
@pytest.mark.timeout(1800)
def test_the_same_over_a_thousand_histories(sqlite_store: Store) -> None:
    histories = int(os.environ.get("RAKOR_HISTORIES", "1000"))
    seen = lived(sqlite_store, range(1_000_000, 1_000_000 + histories))
    print(f"{histories} histories: {dict(seen)}")


def test_a_long_series_is_read_with_as_many_questions_as_a_short_one(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    rows = Store.rows
    monkeypatch.setattr(Store, "rows", lambda self, sql, *given: asked.append(sql) or rows(self, sql, *given))
    counts = []
    for meetings in (2, 12):
        life = Life(sqlite_store, meetings)
        for day in range(meetings):
            made = create_meeting(
                life.desk,
                title="Rakor",
                held_on=START + timedelta(days=day),
                forum_id=life.forum,
                topic_id=life.topic,
            )
            for _ in range(3):
                life.new_follow_up()
        review(sqlite_store, made[0])
        asked.clear()
        assert len(review(sqlite_store, made[0]).asked) >= meetings
        counts.append(len(asked))
    assert counts[0] == counts[1] < 10


def test_three_meetings_without_an_end_are_the_same_in_the_register_and_in_the_round(store: Store) -> None:
    today = START + timedelta(days=DAYS)
    seen = 0
    for seed in range(EVERYDAY[store.engine] // 2):
        before = newest(store)["commitment"]
        life = Life(store, seed)
        life.live(30)
        listing = commitment_list(store, CommitmentFilter(survived=True), today=today)
        found = {id_of(store, "commitment", row[0]) for row in listing.head(1000) if row[0] > before}
        wanted = {
            one.story.part.commitment
            for series in ((life.forum, life.topic), (None, life.topic))
            for one in round_of(store, spot_on(*series, today)).asked
            if one.story.part.origin is not None and one.story.appearance(one.held) > 3
        }
        assert found == wanted, life.told
        seen += len(found)
    assert seen
