"""An office in which somebody follows up at random: topics, meetings, follow-ups, problems, and what becomes of them.

Every choice follows from one seed. A deed is one of `DEEDS`, chosen as often as it stands there; what it needs is
among the newest records of the history itself, so that deeds meet each other.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from desktop.base.errors import AppError
from desktop.exchange.attached import Taken
from desktop.models import undo
from desktop.models.journal import ChangeSet
from desktop.models.queries.attachments import evidence_of
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.closing import LEFT_OPEN, OpenItem, open_items
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, DUE_SOURCES, ENDS, REPORT_CHANNELS
from desktop.services.attachments import add_files
from desktop.services.commitment_bulk import change_many
from desktop.services.commitment_changes import AddInstitution, BulkChange, Escalate, SetDue, SetState
from desktop.services.commitments import To, add_commitment, delete_commitment, set_state, update_commitment
from desktop.services.desk import Desk
from desktop.services.directory import save_institution
from desktop.services.escalations import answer_direction, ask_direction, direction_to_follow_up, withdraw_question
from desktop.services.issue_links import follow_up_of_issue, link_follow_up, unlink_follow_up
from desktop.services.issues import add_issue, delete_issues, set_issue_state, update_issue
from desktop.services.joining import join_records
from desktop.services.meetings import create_meeting, delete_meeting, update_meeting
from desktop.services.progress import answer_in_meeting, delete_report, report_progress, update_report
from desktop.services.reminders import delete_contact, note_contact
from desktop.services.topic_closing import End, close_topic, end_items, reopen_topic
from desktop.services.topics import add_topic

START, DAYS = date(2024, 10, 3), 70
NEWEST = 6  # records of a table among which a deed chooses
NOTE = Taken("Catatan.txt", "text/plain", b"Sudah diterima gudang.\n")


class RandomOffice:
    """Two topics and four institutions of its own, some things to follow up, and what may be done with them."""

    CHOSEN_FROM: ClassVar[tuple[str, ...]] = (
        "topic", "meeting", "commitment", "addressee", "progress_report", "reminder", "institution", "issue",
    )  # fmt: skip

    def __init__(self, store: Store, seed: int) -> None:
        self.desk, self.store, self.chance = Desk(store, "Uji"), store, random.Random(seed)
        self.seed = seed
        self.done: list[int] = []
        self._before = {table: _newest(store, table) for table in self.CHOSEN_FROM}
        for name in ("Banjir", "Pangan"):
            add_topic(self.desk, f"{name} {seed}")
        for number in range(4):
            save_institution(self.desk, name=f"Dinas {number} {seed}", kind="lainnya", level="lainnya")
        for deed in (self.meet, self.follow_up, self.follow_up_between, self.tell_problem):
            deed()

    # Choices

    def day(self) -> date:
        return START + timedelta(days=self.chance.randrange(DAYS))

    def maybe(self, **values: Any) -> dict[str, Any]:
        """These values, or none of them."""
        return values if self.chance.random() < 0.5 else {}

    def word(self, words: Collection[str]) -> str:
        return self.chance.choice(list(words))

    def some(self, table: str) -> UUID:
        """One of the newest records of this history."""
        return self.chance.choice(self.newest(table))

    def several(self, table: str) -> list[UUID]:
        found = self.newest(table)
        return self.chance.sample(found, min(len(found), self.chance.randint(1, 2)))

    def newest(self, table: str) -> list[UUID]:
        found = self.store.rows(
            f"SELECT id FROM {table} WHERE NOT deleted AND seq > {self._before[table]} ORDER BY seq DESC LIMIT {NEWEST}"
        )
        if not found:
            raise AppError("Belum ada.")
        return [one if isinstance(one, UUID) else UUID(bytes=one) for (one,) in found]

    def addressees(self) -> list[To]:
        """None, or up to three: institutions, and others by their names."""
        return [
            To(institution_id=self.some("institution"))
            if self.chance.random() < 0.6
            else To(label=f"Warga {self.chance.randrange(5)}")
            for _ in range(self.chance.randrange(4))
        ]

    def questionable(self) -> tuple[str, UUID]:
        """A follow-up or a problem, for which the head can be asked."""
        table = self.chance.choice(["commitment", "issue"])
        return table, self.some(table)

    def numbers(self) -> list[int]:
        """Some follow-ups, as they are marked in the register."""
        rows = self.store.rows(
            f"SELECT seq FROM commitment_standing WHERE seq > {self._before['commitment']} ORDER BY seq DESC LIMIT 8"
        )
        return [seq for (seq,) in rows][: self.chance.randint(1, 5)]

    # Meetings

    def meet(self) -> ChangeSet:
        topic = self.maybe(topic_id=self.some("topic"))
        return create_meeting(self.desk, title="Rakor", held_on=self.day(), **topic)[1]

    def move_meeting(self) -> ChangeSet:
        return update_meeting(self.desk, self.some("meeting"), held_on=self.day())

    def call_off(self) -> ChangeSet:
        return update_meeting(self.desk, self.some("meeting"), cancelled=self.chance.random() < 0.6)

    def change_topic_of_meeting(self) -> ChangeSet:
        return update_meeting(self.desk, self.some("meeting"), topic_id=self.some("topic"))

    def remove_meeting(self) -> ChangeSet:
        return delete_meeting(self.desk, self.some("meeting"))

    # Follow-ups

    def follow_up(self) -> ChangeSet:
        return self._follow_up(meeting_id=self.some("meeting"))

    def follow_up_between(self) -> ChangeSet:
        return self._follow_up(topic_id=self.some("topic"))

    def _follow_up(self, **place: UUID) -> ChangeSet:
        due = self.maybe(due_date=self.day(), due_source=self.word(DUE_SOURCES))
        related = self.maybe(related=[self.some("institution")])
        return add_commitment(
            self.desk, kind="arahan", text="Kirim data", to=self.addressees(), **place, **due, **related
        )[1]

    def address_anew(self) -> ChangeSet:
        return update_commitment(self.desk, self.some("commitment"), to=self.addressees())

    def relate(self) -> ChangeSet:
        related = [] if self.chance.random() < 0.3 else self.several("institution")
        return update_commitment(self.desk, self.some("commitment"), related=related)

    def remove_follow_up(self) -> ChangeSet:
        return delete_commitment(self.desk, self.some("commitment"))

    def set_by_hand(self) -> ChangeSet:
        return set_state(self.desk, self.several("addressee"), self.word(COMMITMENT_STATES), self.day())

    def set_many(self) -> ChangeSet:
        return self._many(SetState(self.word(COMMITMENT_STATES)))

    def set_due_of_many(self) -> ChangeSet:
        reason = self.chance.choice(["Mundur", "Mundur", None])
        return self._many(SetDue(self.day(), self.word(DUE_SOURCES), reason))

    def address_many(self) -> ChangeSet:
        return self._many(AddInstitution(self.some("institution"), "Dinas"))

    def ask_about_many(self) -> ChangeSet:
        return self._many(Escalate("Bagaimana?"))

    def _many(self, change: BulkChange) -> ChangeSet:
        return change_many(self.desk, self.numbers(), change)[1]

    # Reports and reminders

    def report(self) -> ChangeSet:
        values = self.maybe(state=self.word(COMMITMENT_STATES)) | self.maybe(
            due_date=self.day(), due_reason="Mundur"
        )
        channel = self.word(REPORT_CHANNELS)
        return report_progress(
            self.desk, self.several("addressee"), on=self.day(), channel=channel, note="Berjalan", **values
        )[1]

    def answer(self) -> ChangeSet:
        values = self.maybe(due_date=self.day(), due_reason="Mundur") | self.maybe(show_again_on=date(2025, 1, 1))
        state = self.word(COMMITMENT_STATES)
        return answer_in_meeting(
            self.desk, self.some("meeting"), self.some("addressee"), note="Menunggu", state=state, **values
        )

    def correct_report(self) -> ChangeSet:
        values = self.chance.choice([{"due_date": None}, {"state": self.word(COMMITMENT_STATES)}])
        return update_report(self.desk, self.some("progress_report"), note="Ralat", **values)

    def remove_report(self) -> ChangeSet:
        return delete_report(self.desk, self.some("progress_report"))

    def prove(self) -> ChangeSet:
        return add_files(self.desk, evidence_of(self.some("progress_report")), "bukti", [NOTE])[1]

    def contact(self) -> ChangeSet:
        return note_contact(self.desk, self.several("addressee"), on=self.day(), note="Lewat telepon")

    def remove_contact(self) -> ChangeSet:
        return delete_contact(self.desk, [self.some("reminder")])

    # The word of the head

    def ask(self) -> ChangeSet:
        return ask_direction(self.desk, *self.questionable(), "Bagaimana?")

    def direct(self) -> ChangeSet:
        return answer_direction(self.desk, *self.questionable(), "Lanjutkan")

    def withdraw(self) -> ChangeSet:
        return withdraw_question(self.desk, *self.questionable())

    def follow_direction(self) -> ChangeSet:
        return direction_to_follow_up(self.desk, *self.questionable())[1]

    # Problems

    def tell_problem(self) -> ChangeSet:
        place = {"topic_id": self.some("topic"), "happened_on": self.day()}
        return add_issue(self.desk, text="Jalan putus", **place, **self.maybe(repeats="harian"))[1]

    def move_problem(self) -> ChangeSet:
        place = {"topic_id": self.some("topic"), "happened_on": self.day()}
        return update_issue(self.desk, self.some("issue"), **place)

    def settle_problem(self) -> ChangeSet:
        return set_issue_state(self.desk, [self.some("issue")], self.chance.choice(["selesai", "terbuka"]))

    def remove_problem(self) -> ChangeSet:
        return delete_issues(self.desk, [self.some("issue")])

    def follow_problem(self) -> ChangeSet:
        return follow_up_of_issue(self.desk, self.some("issue"))[1]

    def link(self) -> ChangeSet:
        return link_follow_up(self.desk, self.some("issue"), self.some("commitment"))

    def unlink(self) -> ChangeSet:
        return unlink_follow_up(self.desk, self.some("issue"), self.some("commitment"))

    # Institutions

    def new_institution(self) -> ChangeSet:
        name = f"Dinas baru {self.chance.getrandbits(40)}"
        return save_institution(self.desk, name=name, kind="lainnya", level="lainnya")[1]

    def join(self) -> ChangeSet:
        return join_records(self.desk, "institution", self.some("institution"), self.some("institution"))

    # Topics

    def end_one(self) -> ChangeSet:
        """One thing open in a topic ends somehow, or is handed over: to another topic, or to somebody outside."""
        topic = self.some("topic")
        found = open_items(self.store, topic)
        other = self.chance.choice([one.id for one in open_topics(self.store)] or [topic])
        end = End(self.word(ENDS), "Sebab", topic=other)
        if other == topic:
            end = End("dialihkan", "Sebab", outside="Polres")
        return end_items(self.desk, topic, self.chance.sample(found, min(len(found), 1)), end)

    def end_all(self) -> ChangeSet:
        topic = self.some("topic")
        return end_items(self.desk, topic, self._ending(topic), End("selesai", "Sebab"))

    def close(self) -> ChangeSet:
        """Close a topic, one in which everything has its end if there is any."""
        found = self.newest("topic")
        topic = self.chance.choice([one for one in found if not self._ending(one)] or found)
        left = {one.id: "Tidak kembali" for one in open_items(self.store, topic) if one.kind in LEFT_OPEN}
        return close_topic(self.desk, topic, left=left, note="Selesai")

    def reopen(self) -> ChangeSet:
        open_now = {one.id for one in open_topics(self.store)}
        found = self.newest("topic")
        return reopen_topic(
            self.desk, self.chance.choice([one for one in found if one not in open_now] or found), "Perlu"
        )

    def _ending(self, topic: UUID) -> list[OpenItem]:
        """What has to end in its own record before the topic can be closed."""
        return [one for one in open_items(self.store, topic) if one.kind not in LEFT_OPEN]

    # Taking back

    def take_back(self) -> ChangeSet:
        """Something done lately, not always the last."""
        if not self.done:
            raise AppError("Belum ada.")
        return undo.revert(self.store, self.chance.choice(self.done[-4:]), by="Uji")


Deed = Callable[[Any], ChangeSet]
_OFTEN = (
    RandomOffice.meet, RandomOffice.follow_up, RandomOffice.follow_up_between, RandomOffice.tell_problem,
    RandomOffice.take_back, RandomOffice.join, RandomOffice.ask, RandomOffice.end_one, RandomOffice.end_all,
    RandomOffice.close, RandomOffice.reopen,
)  # fmt: skip
_ONCE = (
    RandomOffice.move_meeting, RandomOffice.call_off, RandomOffice.change_topic_of_meeting, RandomOffice.remove_meeting,
    RandomOffice.address_anew, RandomOffice.relate, RandomOffice.remove_follow_up, RandomOffice.set_by_hand,
    RandomOffice.set_many, RandomOffice.set_due_of_many, RandomOffice.address_many, RandomOffice.ask_about_many,
    RandomOffice.report, RandomOffice.answer, RandomOffice.correct_report, RandomOffice.remove_report,
    RandomOffice.prove, RandomOffice.contact, RandomOffice.remove_contact, RandomOffice.direct, RandomOffice.withdraw,
    RandomOffice.follow_direction, RandomOffice.move_problem, RandomOffice.settle_problem, RandomOffice.remove_problem,
    RandomOffice.follow_problem, RandomOffice.link, RandomOffice.unlink, RandomOffice.new_institution,
)  # fmt: skip
DEEDS: tuple[Deed, ...] = (*_OFTEN * 3, *_ONCE)
"""What may be done, each as often as it stands here."""


def _newest(store: Store, table: str) -> int:
    """The number of the newest record of a table."""
    row = store.one(f"SELECT max(seq) FROM {table}")
    return int(row[0] or 0) if row else 0
