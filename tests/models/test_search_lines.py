"""What is searched for follows from the records after any history: writing, moving, deleting, undoing, joining."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.errors import AppError
from desktop.models import integrity, search_lines, seeds, undo
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.search_sources import SOURCES, all_lines
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    Assessment,
    Attachment,
    Commitment,
    Forum,
    Institution,
    Issue,
    IssuedPaper,
    Letter,
    Meeting,
    Person,
    Position,
    ProgressReport,
    Statement,
    Tenure,
)
from tests.models.made_up import MEETING

WORDS = ("pompa", "tanggul", "Mu’awanah", "12.000", "…", "KPU Tuban", "Łódź", "x" * 70)
DAY = date(2024, 10, 3)


class History:
    """An office in which things happen at random, the same on each engine for the same numbers."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.known: dict[str, list[UUID]] = defaultdict(list)
        self.actions: list[int] = []
        self.topics = [seeds.fixed_id("topic", seeds.PILKADA), None]
        self.forums: list[UUID | None] = [None]
        with writing(store, "uji.forum", by="Uji") as write:
            self.forums.append(write.insert(Forum, name="Forum", topic_id=self.topics[0]))
            write.finish()

    def happen(self, numbers: list[int]) -> None:
        """Each number is one action; those the office forbids are left out."""
        for number in numbers:
            chance = Random(number)
            with suppress(AppError, IndexError):
                self.note(self.choose(chance))

    def note(self, changes: ChangeSet | None) -> None:
        if changes is not None and changes.action is not None:
            self.actions.append(changes.action)

    def choose(self, chance: Random) -> ChangeSet | None:
        deeds: tuple[Callable[[Random], ChangeSet | None], ...] = (
            self.write, self.write, self.write, self.move, self.reword, self.delete, self.undo, self.rename,
            self.lead,
        )  # fmt: skip
        return chance.choice(deeds)(chance)

    def series(self, chance: Random) -> dict[str, UUID | None]:
        return {"topic_id": chance.choice(self.topics), "forum_id": chance.choice(self.forums)}

    def text(self, chance: Random) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(chance.randrange(1, 4)))

    def write(self, chance: Random) -> ChangeSet:
        with writing(self.store, "uji.catat", by="Uji") as write:
            table = chance.choice(
                (
                    "meeting", "statement", "commitment", "progress_report", "paper", "issue", "person",
                    "assessments",
                )
            )  # fmt: skip
            getattr(self, f"_{table}")(write, chance)
            return write.finish()

    def _meeting(self, write: Write, chance: Random) -> None:
        values = MEETING | {"title": self.text(chance), "held_on": DAY, **self.series(chance)}
        self.known["meeting"].append(write.insert(Meeting, **values))

    def _statement(self, write: Write, chance: Random) -> None:
        meeting = chance.choice(self.known["meeting"])
        values: dict[str, Any] = {
            "meeting_id": meeting,
            "order_no": 1,
            "kind": "laporan",
            "text": self.text(chance),
        }
        self.known["statement"].append(write.insert(Statement, **values))

    def _commitment(self, write: Write, chance: Random) -> None:
        made = write.insert(
            Commitment, meeting_id=chance.choice((None, *self.known["meeting"])), order_no=1, kind="arahan",
            text=self.text(chance), topic_id=chance.choice(self.topics), due_date=chance.choice((None, DAY)),
        )  # fmt: skip
        addressee = write.insert(Addressee, commitment_id=made, order_no=0, label="BPBD", state="belum")
        self.known["commitment"].append(made)
        self.known["addressee"].append(addressee)

    def _progress_report(self, write: Write, chance: Random) -> None:
        at = chance.choice(range(len(self.known["commitment"])))
        made = write.insert(
            ProgressReport, commitment_id=self.known["commitment"][at], addressee_id=self.known["addressee"][at],
            order_no=1, reported_on=DAY, state="proses", note=chance.choice((None, self.text(chance))),
            channel="surat",
        )  # fmt: skip
        self.known["progress_report"].append(made)

    def _issue(self, write: Write, chance: Random) -> None:
        made = write.insert(
            Issue, topic_id=self.topics[0], kind="kendala", happened_on=DAY, text=self.text(chance),
            state="terbuka", situation="perhatian",
        )  # fmt: skip
        self.known["issue"].append(made)

    def _assessments(self, write: Write, chance: Random) -> None:
        """Several at once, some without a word; one gets its note later in the same action."""
        made = report(write, self.store, [chance.choice((None, "", self.text(chance))) for _ in range(3)])
        if chance.random() < 0.5:
            write.update(Assessment, chance.choice(made), source=self.text(chance))

    def _paper(self, write: Write, chance: Random) -> None:
        owner = chance.choice(("meeting", "commitment", "progress_report", "issue"))
        self.known["attachment"].append(
            write.insert(
                Attachment, **{f"{owner}_id": chance.choice(self.known[owner])}, order_no=0, kind="bukti",
                name=f"{self.text(chance)}.pdf", media_type="application/pdf", size=1, sha256="a" * 64,
                added_at=datetime(2024, 10, 3, 20, tzinfo=UTC),
            )
        )  # fmt: skip
        meeting = chance.choice(self.known["meeting"])
        write.insert(Letter, meeting_id=meeting, kind="undangan", subject=self.text(chance))
        write.insert(
            IssuedPaper, meeting_id=meeting, kind="minutes", title=self.text(chance), way="cetak",
            issued_at=datetime(2024, 10, 3, 20, tzinfo=UTC), issued_by="Uji", sha256="b" * 64,
        )  # fmt: skip

    def _person(self, write: Write, chance: Random) -> None:
        one = write.insert(Person, name=self.text(chance), identity_kind="none")
        at = write.insert(Institution, name=self.text(chance), kind="kpu", level="lainnya", protocol_rank=1)
        post = write.insert(Position, institution_id=at, title="Ketua", leads=True, protocol_rank=1)
        write.insert(Tenure, person_id=one, position_id=post, acting="definitive")
        self.known["institution"].append(at)

    def move(self, chance: Random) -> ChangeSet:
        with writing(self.store, "uji.pindah", by="Uji") as write:
            values = {"held_on": DAY + timedelta(days=chance.randrange(3)), **self.series(chance)}
            write.update(Meeting, chance.choice(self.known["meeting"]), **values)
            return write.finish()

    def reword(self, chance: Random) -> ChangeSet:
        with writing(self.store, "uji.ubah", by="Uji") as write:
            one = chance.choice(self.known["commitment"])
            write.update(Commitment, one, text=self.text(chance), topic_id=chance.choice(self.topics))
            write.update(Statement, chance.choice(self.known["statement"]), text=self.text(chance))
            return write.finish()

    def rename(self, chance: Random) -> ChangeSet:
        with writing(self.store, "uji.nama", by="Uji") as write:
            write.update(Institution, chance.choice(self.known["institution"]), name=self.text(chance))
            return write.finish()

    def lead(self, chance: Random) -> ChangeSet:
        """A forum is of another topic now, and so are its meetings that have none of their own."""
        with writing(self.store, "uji.forum", by="Uji") as write:
            forum = self.forums[-1]
            assert forum is not None
            write.update(Forum, forum, topic_id=chance.choice(self.topics))
            return write.finish()

    def delete(self, chance: Random) -> ChangeSet:
        table = chance.choice((Statement, Attachment, Meeting, Issue))
        with writing(self.store, "uji.hapus", by="Uji") as write:
            write.delete(table, chance.choice(self.known[table._meta.table_name]))
            return write.finish()

    def undo(self, _chance: Random) -> ChangeSet:
        return undo.revert(self.store, self.actions.pop(), by="Uji")


ONE_OFFICE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NUMBERS = st.lists(st.integers(0, 10_000), min_size=10, max_size=30)


@settings(ONE_OFFICE, max_examples=10)
@given(numbers=NUMBERS)
def test_lines_follow_from_the_records_after_any_history(store: Store, numbers: list[int]) -> None:
    """One office lives through all the histories, one after the other."""
    live_and_check(store, numbers)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(ONE_OFFICE, max_examples=150)
@given(numbers=NUMBERS)
def test_lines_follow_from_the_records_after_very_many_histories(store: Store, numbers: list[int]) -> None:
    live_and_check(store, numbers)


def live_and_check(store: Store, numbers: list[int]) -> None:
    """One more history in this office; then each line has the words of its record."""
    history = History(store)
    history.happen(numbers)
    assert search_lines.stale(store) == 0
    assert kept_words(store) == wanted_words(store)


def test_lines_made_all_at_once_are_those_that_grew(store: Store) -> None:
    History(store).happen(list(range(60)))
    grown = sorted(store.rows("SELECT place, day, topic, sum FROM search_line"))
    store.execute("DELETE FROM search_line")
    store.execute("DELETE FROM search_fts")
    with store.transaction():
        search_lines.fill(store)
    assert sorted(store.rows("SELECT place, day, topic, sum FROM search_line")) == grown
    assert kept_words(store) == wanted_words(store)
    days = [day for (day,) in store.rows("SELECT day FROM search_line ORDER BY seq")]
    assert days == sorted(days)


@pytest.mark.parametrize("table", ["search_line", "search_fts"])
def test_a_line_that_was_lost_is_reported(store: Store, table: str) -> None:
    history = History(store)
    with writing(store, "uji.catat", by="Uji") as write:
        history._meeting(write, Random(1))
    newest = "SELECT max(seq) FROM search_line"
    store.execute(f"DELETE FROM {table} WHERE {'seq' if table == 'search_line' else 'rowid'} = ({newest})")
    (problem,) = integrity.check(store)
    assert (problem.table, problem.message) == (
        "search_line", f"{problem.count} isian tidak dapat ditemukan dengan benar lewat Cari.",
    )  # fmt: skip


def test_what_was_said_in_a_forums_meeting_is_found_under_the_topic_of_the_forum(sqlite_store: Store) -> None:
    pilkada = seeds.fixed_id("topic", seeds.PILKADA)
    with writing(sqlite_store, "uji.catat", by="Uji") as write:
        forum = write.insert(Forum, name="Forkopimda")
        meeting = write.insert(Meeting, **MEETING, forum_id=forum)
        one = write.insert(Commitment, meeting_id=meeting, order_no=1, kind="arahan", text="Kirim data")
        write.insert(
            Attachment, commitment_id=one, order_no=0, kind="bukti", name="Surat.pdf", size=1, sha256="a" * 64,
            media_type="application/pdf", added_at=datetime(2024, 10, 3, 20, tzinfo=UTC),
        )  # fmt: skip
        write.finish()
    newest = "SELECT topic FROM search_line ORDER BY seq DESC LIMIT 3"
    assert sqlite_store.rows(newest) == [(0,)] * 3
    with writing(sqlite_store, "uji.forum", by="Uji") as write:
        write.update(Forum, forum, topic_id=pilkada)
        write.finish()
    (number,) = sqlite_store.one("SELECT seq FROM topic WHERE id = ?", (pilkada.bytes,)) or (0,)
    assert sqlite_store.rows(newest) == [(number,)] * 3


def test_reports_without_a_word_get_no_line(sqlite_store: Store) -> None:
    before = sqlite_store.rows("SELECT * FROM search_line")
    with writing(sqlite_store, "uji.catat", by="Uji") as write:
        report(write, sqlite_store, (None, ""))
    assert sqlite_store.rows("SELECT * FROM search_line") == before


def test_a_change_that_concerns_no_words_leaves_the_index_alone(sqlite_store: Store) -> None:
    history = History(sqlite_store)
    with writing(sqlite_store, "uji.catat", by="Uji") as write:
        history._commitment(write, Random(1))
    before = sqlite_store.rows("SELECT * FROM search_fts_data")
    with writing(sqlite_store, "uji.ubah", by="Uji") as write:
        write.update(Commitment, history.known["commitment"][0], priority=1)
    assert sqlite_store.rows("SELECT * FROM search_fts_data") == before


def report(write: Write, store: Store, notes: Sequence[str | None]) -> list[UUID]:
    """Reports on the first item for the first region, one for each note."""
    item, region = (
        one if isinstance(one, UUID) else UUID(bytes=one)
        for table in ("checklist_item", "region")
        for (one,) in store.rows(f"SELECT id FROM {table} ORDER BY seq LIMIT 1")
    )
    columns = ("item_id", "region_id", "state", "as_of", "note")
    return write.insert_rows(Assessment, columns, [(item, region, "siap", DAY, note) for note in notes])


def wanted_words(store: Store) -> dict[int, set[str]]:
    """The words each line should be found by, its marks aside, by its place."""
    return {
        search_lines.place_of(source, line.record): set(line.words.split())
        for source in SOURCES
        for line in all_lines(store, source)
    }


def kept_words(store: Store) -> dict[int, set[str]]:
    """The words each line is found by."""
    found: dict[int, set[str]] = {place: set() for (place,) in store.rows("SELECT place FROM search_line")}
    for place, word in _entries(store):
        if not 0xE000 <= ord(word[0]) <= 0xF8FF:
            found[place].add(word)
    return found


def _entries(store: Store) -> Iterator[tuple[int, str]]:
    if store.engine == "postgresql":
        yield from store.rows(
            "SELECT place, unnest(tsvector_to_array(words)) FROM search_fts JOIN search_line ON seq = rowid"
        )  # type: ignore[misc]
        return
    store.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.entries USING fts5vocab(main, search_fts, instance)")
    yield from store.rows("SELECT place, term FROM temp.entries JOIN search_line ON seq = doc")  # type: ignore[misc]
