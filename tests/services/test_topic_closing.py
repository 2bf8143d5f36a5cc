"""Tutup Topik: nothing is closed without an end, every end is kept in words, and closed work stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import ChangedMeanwhile, ClosedTopic, InvalidInput
from desktop.models import undo
from desktop.models.journal import writing
from desktop.models.queries.attendance import participants
from desktop.models.queries.closing import OpenItem, end_of_follow_up, open_items
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitments import commitment, commitments_of
from desktop.models.queries.discussion import statements
from desktop.models.queries.issues import issue
from desktop.models.queries.office import stages, topics
from desktop.models.queries.readiness_items import items
from desktop.models.queries.records import fields_of
from desktop.models.queries.register import commitment_count, commitment_list
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.tables import Commitment, OutgoingForm, Stage
from desktop.services.accounting import add_accounting_item
from desktop.services.attendance import mark
from desktop.services.capture import add_statement
from desktop.services.commitments import add_commitment, delete_commitment, set_state, update_commitment
from desktop.services.desk import Desk
from desktop.services.directory import save_institution
from desktop.services.issued import note_issued
from desktop.services.issues import add_issue
from desktop.services.joining import join_records
from desktop.services.meetings import create_meeting, delete_meeting, update_meeting
from desktop.services.minutes_life import make_ready, sign, take_back
from desktop.services.progress import answer_in_meeting
from desktop.services.readiness import assess
from desktop.services.situations import note_situation
from desktop.services.topic_closing import End, close_topic, end_items, reopen_topic, without_end
from desktop.services.topics import add_topic, update_topic
from tests.engines import on_sqlite_alone
from tests.models.made_up import live

TODAY = date(2024, 12, 20)
TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")
DONE, STOPPED = End("selesai"), End("dihentikan", "Tidak diperlukan lagi")


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with frozen(datetime(2024, 12, 20, 2, tzinfo=UTC)):
        yield


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(example: UUID) -> UUID:
    return example


def of_kind(desk: Desk, kind: str) -> list[OpenItem]:
    return [one for one in open_items(desk.store, TOPIC) if one.kind == kind]


def topics_by_id(desk: Desk) -> dict[UUID, str]:
    return {one.id: one.name for one in topics(desk.store)}


def close(desk: Desk) -> None:
    """End everything in the plainest way, and close."""
    ended = [one for one in open_items(desk.store, TOPIC) if one.kind not in ("notula", "formulir")]
    end_items(desk, TOPIC, ended, STOPPED)
    left = {one.id: "Sudah lewat" for one in without_end(desk, TOPIC)}
    close_topic(desk, TOPIC, note="Pilkada selesai.", left=left)


def test_everything_open_is_listed_and_hinders(desk: Desk, meeting: UUID) -> None:
    add_issue(desk, topic_id=TOPIC, text="Truk tertahan", region_id=TUBAN)
    with writing(desk.store, "form", by="Uji") as write:
        write.insert(
            OutgoingForm, kind="tindak_lanjut", topic_id=TOPIC, code="F-1", made_at=write.done_at, made_by="Uji",
            content={},
        )  # fmt: skip
    found = open_items(desk.store, TOPIC)
    kinds = list(dict.fromkeys(one.kind for one in found))
    assert kinds == ["tindak_lanjut", "kendala", "notula", "formulir"]
    assert len(of_kind(desk, "tindak_lanjut")) == len(commitments_of(desk.store, meeting)) == 6
    with pytest.raises(InvalidInput, match="9 butir belum punya akhir") as refused:
        close_topic(desk, TOPIC)
    assert refused.value.field == "items"


def test_what_is_done_leaves_the_list_and_its_addressees_are_done(desk: Desk, meeting: UUID) -> None:
    end_items(desk, TOPIC, of_kind(desk, "tindak_lanjut"), DONE)
    assert of_kind(desk, "tindak_lanjut") == []
    assert all(one.state == "selesai_laporan" for one in commitments_of(desk.store, meeting))
    ended = fields_of(desk.store, "commitment", commitments_of(desk.store, meeting)[0].id)
    assert (ended["ended_on"], ended["ended_how"], ended["ended_note"]) == (TODAY, "selesai", None)


def test_who_had_finished_keeps_his_state_when_the_rest_is_given_up(desk: Desk, meeting: UUID) -> None:
    many = next(one for one in commitments_of(desk.store, meeting) if len(one.addressees) > 1)
    set_state(desk, [many.addressees[0].id], "selesai_bukti", date(2024, 10, 1))
    end_items(desk, TOPIC, [one for one in of_kind(desk, "tindak_lanjut") if one.id == many.id], STOPPED)
    found = commitment(desk.store, many.id)
    assert found is not None
    assert [one.state for one in found.addressees[:2]] == ["selesai_bukti", "dihentikan"]
    assert found.addressees[0].state_on == date(2024, 10, 1)


def test_what_nobody_was_named_for_is_finished_with_its_end(desk: Desk) -> None:
    add_commitment(desk, kind="arahan", text="Rapikan berkas", topic_id=TOPIC)
    end_items(desk, TOPIC, of_kind(desk, "tindak_lanjut"), STOPPED)
    assert of_kind(desk, "tindak_lanjut") == []
    assert commitment_count(desk.store, today=TODAY).open == 0
    assert commitment_list(desk.store, CommitmentFilter(state="terbuka"), today=TODAY).count() == 0


def test_handed_over_to_another_topic_it_goes_on_there_for_those_who_have_not_finished(
    desk: Desk, meeting: UUID
) -> None:
    other, _ = add_topic(desk, "Pelantikan Kepala Daerah 2025", event_date=date(2025, 2, 20))
    many = next(one for one in commitments_of(desk.store, meeting) if len(one.addressees) > 1)
    set_state(desk, [many.addressees[0].id], "selesai_bukti")
    items = [one for one in of_kind(desk, "tindak_lanjut") if one.id == many.id]
    changes = end_items(desk, TOPIC, items, End("dialihkan", "Menunggu pelantikan", topic=other))
    ended = fields_of(desk.store, "commitment", many.id)
    assert ended["ended_how"] == "dialihkan"
    successor = commitment(desk.store, ended["successor_id"])
    assert successor is not None
    assert (successor.text, successor.kind, successor.meeting_id) == (many.text, many.kind, None)
    assert [one.institution for one in successor.addressees] == [one.institution for one in many.addressees[1:]]
    assert {one.state for one in successor.addressees} == {"belum"}
    assert fields_of(desk.store, "commitment", successor.id)["topic_id"] == other
    here, there = (end_of_follow_up(desk.store, one) for one in (many.id, successor.id))
    assert (here.how, here.successor_id, here.successor_topic) == (
        "dialihkan",
        successor.id,
        topics_by_id(desk)[other],
    )
    assert (there.predecessor_id, there.predecessor_topic) == (many.id, topics_by_id(desk)[TOPIC])
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")
    assert commitment(desk.store, successor.id) is None
    assert many.id in {one.id for one in of_kind(desk, "tindak_lanjut")}


def test_a_problem_ends_in_words_and_goes_on_where_it_is_handed_to(desk: Desk) -> None:
    other, _ = add_topic(desk, "Banjir 2025")
    first, second, third, fourth = (
        add_issue(desk, topic_id=TOPIC, text=text, handling="Dikawal" if text == "A" else None)[0]
        for text in "ABCD"
    )
    by_id = {one.id: one for one in of_kind(desk, "kendala")}
    end_items(desk, TOPIC, [by_id[first]], End("selesai", "Sudah lancar"))
    end_items(desk, TOPIC, [by_id[second]], STOPPED)
    end_items(desk, TOPIC, [by_id[third]], End("dialihkan", "Wewenang provinsi", outside="BPBD Jatim"))
    end_items(desk, TOPIC, [by_id[fourth]], End("dialihkan", "Masih berlanjut", topic=other))
    told = [issue(desk.store, one) for one in (first, second, third, fourth)]
    assert [one.handling for one in told if one] == [
        "Dikawal\nSudah lancar",
        "Tidak dilanjutkan: Tidak diperlukan lagi",
        "Dialihkan ke BPBD Jatim: Wewenang provinsi",
        "Dialihkan ke topik Banjir 2025: Masih berlanjut",
    ]
    assert of_kind(desk, "kendala") == []
    (there,) = [one for one in open_items(desk.store, other) if one.kind == "kendala"]
    assert there.text == "D"


def test_a_question_to_the_head_goes_with_what_ended_or_is_answered_by_itself(desk: Desk, meeting: UUID) -> None:
    one, other = (row.id for row in commitments_of(desk.store, meeting)[:2])
    with writing(desk.store, "ask", by="Uji") as write:
        for asked in (one, other):
            write.update(Commitment, asked, escalated_on=TODAY, escalation="Perlu ditegur?")
    set_state(desk, [row.id for row in commitments_of(desk.store, meeting)[0].addressees], "selesai_laporan")
    assert {item.id: item.asks for item in of_kind(desk, "tindak_lanjut")}[other]
    (question,) = of_kind(desk, "arahan")
    assert (question.id, question.text) == (one, "Perlu ditegur?")
    with pytest.raises(InvalidInput, match="Arahan pimpinan belum ditulis"):
        end_items(desk, TOPIC, [question], DONE)
    end_items(desk, TOPIC, [question], End("selesai", "Cukup diingatkan"))
    assert fields_of(desk.store, "commitment", one)["direction"] == "Cukup diingatkan"
    end_items(desk, TOPIC, of_kind(desk, "tindak_lanjut"), STOPPED)
    assert fields_of(desk.store, "commitment", other)["escalated_on"] is None


@on_sqlite_alone
@pytest.mark.parametrize(
    ("end", "field"),
    [
        (End("dihentikan"), "reason"),
        (End("dialihkan", "Sebab"), "outside"),
        (End("dialihkan", "Sebab", topic=TOPIC), "topic_id"),
        (End("hilang"), "how"),
    ],
)
def test_an_end_without_its_reason_or_place_is_refused_at_its_field(desk: Desk, end: End, field: str) -> None:
    add_commitment(desk, kind="arahan", text="Rapikan berkas", topic_id=TOPIC)
    with pytest.raises(InvalidInput) as refused:
        end_items(desk, TOPIC, of_kind(desk, "tindak_lanjut"), end)
    assert refused.value.field == field


def test_unsigned_minutes_are_left_with_a_reason_that_the_closing_keeps(desk: Desk, meeting: UUID) -> None:
    end_items(desk, TOPIC, of_kind(desk, "tindak_lanjut"), DONE)
    (minutes,) = without_end(desk, TOPIC)
    with pytest.raises(InvalidInput, match="Tandatangani notulanya"):
        end_items(desk, TOPIC, [minutes], STOPPED)
    close_topic(desk, TOPIC, note="Selesai.", left={meeting: "Kepala sudah pensiun"})
    note = fields_of(desk.store, "topic", TOPIC)["closing_note"]
    assert note.startswith("Selesai.\nNotula “")
    assert note.endswith("26 September 2024 tidak ditandatangani: Kepala sudah pensiun")
    assert fields_of(desk.store, "meeting", meeting)["state"] == "konsep"


def test_closing_is_dated_undone_and_reopened_with_a_reason(desk: Desk) -> None:
    changes = close_topic(desk, TOPIC)
    assert (topics(desk.store)[0].state, fields_of(desk.store, "topic", TOPIC)["closed_on"]) == ("closed", TODAY)
    assert changes.action is not None
    undone = undo.revert(desk.store, changes.action, by="Uji")
    assert topics(desk.store)[0].state == "open"
    assert undone.action is not None
    undo.revert(desk.store, undone.action, by="Uji")
    with pytest.raises(InvalidInput, match="Alasannya belum ditulis"):
        reopen_topic(desk, TOPIC, " ")
    reopen_topic(desk, TOPIC, "Ada PSU")
    assert topics(desk.store)[0].state == "open"
    assert desk.store.one("SELECT reason FROM action ORDER BY seq DESC LIMIT 1") == ("Ada PSU",)
    add_issue(desk, topic_id=TOPIC, text="PSU di dua TPS")


def test_what_belongs_to_a_closed_topic_stands_still(desk: Desk, meeting: UUID) -> None:
    first = commitments_of(desk.store, meeting)[0]
    part = first.addressees[0].id
    said = statements(desk.store, meeting)[0].id
    item = items(desk.store, TOPIC, TUBAN)[0].item_id
    stage = stages(desk.store, TOPIC)[0].id
    own, _ = add_commitment(desk, kind="arahan", text="Tanpa rapat", topic_id=TOPIC)
    close(desk)
    before = live(desk.store)

    def rename_stage() -> None:
        with writing(desk.store, "stage", by="Uji") as write:
            write.update(Stage, stage, name="Lain")

    deeds: dict[str, Callable[[], object]] = {
        "the topic": lambda: update_topic(desk, TOPIC, name="Lain"),
        "a stage": rename_stage,
        "a new meeting": lambda: create_meeting(desk, title="Rapat", held_on=TODAY, topic_id=TOPIC),
        "the meeting": lambda: update_meeting(desk, meeting, place="Pendopo"),
        "its topic": lambda: update_meeting(desk, meeting, topic_id=None),
        "its deletion": lambda: delete_meeting(desk, meeting),
        "attendance": lambda: mark(desk, [participants(desk.store, meeting)[0].id], "tidak_hadir"),
        "a line": lambda: add_statement(desk, meeting, kind="arahan", text="Tambahan"),
        "a new follow-up": lambda: add_commitment(desk, kind="arahan", text="x", meeting_id=meeting),
        "a follow-up": lambda: update_commitment(desk, first.id, text="Lain"),
        "one without a meeting": lambda: delete_commitment(desk, own),
        "an addressee": lambda: set_state(desk, [part], "proses"),
        "a report": lambda: answer_in_meeting(desk, meeting, part, note="Sudah"),
        "readiness": lambda: assess(desk, item, TUBAN, state="siap"),
        "from a statement": lambda: add_commitment(
            desk, kind="arahan", text="x", meeting_id=meeting, statement_id=said
        ),
    }
    for name, deed in deeds.items():
        with pytest.raises(ClosedTopic, match="sudah ditutup pada 20 Desember 2024"):
            deed()
        assert live(desk.store) == before, name
    for refused in (
        lambda: add_issue(desk, topic_id=TOPIC, text="x"),
        lambda: note_situation(desk, TOPIC, TODAY, [TUBAN], state="kondusif"),
    ):
        with pytest.raises(InvalidInput, match="sudah ditutup"):
            refused()


def test_signing_filing_accounting_and_the_register_go_on_after_closing(desk: Desk, meeting: UUID) -> None:
    close(desk)
    make_ready(desk, meeting)
    sign(desk, meeting, how="basah", signed_on=TODAY)
    update_meeting(desk, meeting, minutes_number="005/12/2024", minutes_date=TODAY, archive_code="200.2")
    add_accounting_item(desk, meeting, "Kuitansi")
    note_issued(desk, "minutes", "Notula", "cetak", b"%PDF", meeting=meeting)
    assert fields_of(desk.store, "meeting", meeting)["state"] == "ditandatangani"


def test_minutes_are_not_taken_back_for_changes_after_closing(desk: Desk, meeting: UUID) -> None:
    make_ready(desk, meeting)
    close(desk)
    with pytest.raises(ClosedTopic):
        take_back(desk, meeting)


def test_two_records_of_an_institution_can_still_become_one(desk: Desk, meeting: UUID) -> None:
    used = next(one.addressees[0].institution_id for one in commitments_of(desk.store, meeting) if one.addressees)
    assert used is not None
    stays, _ = save_institution(desk, None, name="Instansi Kembar", kind="lainnya", level="lainnya")
    close(desk)
    join_records(desk, "institution", stays, used)
    assert any(
        part.institution_id == stays for one in commitments_of(desk.store, meeting) for part in one.addressees
    )


def test_other_topics_and_meetings_of_none_go_on(desk: Desk, meeting: UUID) -> None:
    close(desk)
    other, _ = add_topic(desk, "Banjir 2025")
    held, _ = create_meeting(desk, title="Rapat", held_on=TODAY, topic_id=other)
    free, _ = create_meeting(desk, title="Rapat lain", held_on=TODAY)
    for one in (held, free):
        add_statement(desk, one, kind="arahan", text="Siaga")
        add_commitment(desk, kind="arahan", text="Siaga", meeting_id=one)


def test_what_somebody_else_gave_an_end_meanwhile_is_not_ended_twice(desk: Desk) -> None:
    other, _ = add_topic(desk, "Topik lain")
    add_commitment(desk, kind="arahan", text="Rapikan berkas", topic_id=TOPIC)
    shown = of_kind(desk, "tindak_lanjut")
    handed = End("dialihkan", "Berlanjut", topic=other)
    end_items(desk, TOPIC, shown + shown, handed)
    before = live(desk.store)
    with pytest.raises(ChangedMeanwhile, match="sementara itu"):
        end_items(desk, TOPIC, shown, handed)
    assert live(desk.store) == before
    assert len(open_items(desk.store, other)) == 1


def test_undoing_a_reopening_does_not_close_over_what_was_added_since(desk: Desk) -> None:
    topic, _ = add_topic(desk, "Topik lain")
    close_topic(desk, topic)
    reopened = reopen_topic(desk, topic, "Masih ada yang tertinggal")
    added = add_commitment(desk, kind="arahan", text="Rapikan berkas", topic_id=topic)[1]
    with pytest.raises(ChangedMeanwhile, match="masih terbuka"):
        undo.revert(desk.store, reopened.action, by="Uji")
    assert fields_of(desk.store, "topic", topic)["state"] == "open"
    undo.revert(desk.store, added.action, by="Uji")
    undo.revert(desk.store, reopened.action, by="Uji")
    assert fields_of(desk.store, "topic", topic)["state"] == "closed"
