"""How follow-ups stand is kept exactly, whatever is written, taken back, joined or moved, on both engines."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.clock import now_utc
from desktop.base.errors import AppError
from desktop.base.folding import sort_key
from desktop.models import commitment_standing, identity, integrity, opening, undo
from desktop.models.journal import Write, writing
from desktop.models.queries.commitments import addressee_words
from desktop.models.store import Store, connect_postgresql
from desktop.models.tables import (
    RECORDS,
    Addressee,
    Attachment,
    Commitment,
    CommitmentStanding,
    Forum,
    Institution,
    Meeting,
    Position,
    ProgressReport,
    Reminder,
    Topic,
)
from desktop.models.words import COMMITMENT_STATES, DONE_STATES, DUE_SOURCES, OPEN_STATES
from desktop.services.desk import Desk
from desktop.services.joining import join_records
from tests.models.made_up import insert_meeting, live
from tests.postgres import Server

DAY = date(2024, 10, 3)
FREELY = (
    "commitment",
    "addressee",
    "progress_report",
    "reminder",
    "attachment",
    "meeting",
    "institution",
    "position",
)


class Office:
    """An office somebody works in at random; every choice follows from one number."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.done: list[int] = []

    def pick(self, table: str, chance: int) -> UUID | None:
        """Some live record that was made here, else None."""
        found = self.store.rows(f"SELECT id FROM {table} WHERE deleted = {self.store.mark}", (False,))
        known = (one if isinstance(one, UUID) else UUID(bytes=one) for (one,) in found)
        mine = sorted(one for one in known if one.version == 7)[-8:]
        return mine[chance % len(mine)] if mine else None

    def act(self, name: str, chance: int) -> None:
        """Do one thing; what the program refuses changes nothing."""
        with suppress(AppError):
            if name == "undo":
                changes = undo.revert(self.store, self.done[-1 - min(chance % 3, len(self.done) - 1)], by="Uji")
            elif name == "join":
                stays, goes = (self.pick("institution", number) for number in (chance, chance + 1))
                assert stays is not None
                assert goes is not None
                changes = join_records(Desk(self.store, "Uji"), "institution", stays, goes)
            else:
                with writing(self.store, f"uji.{name}", by="Uji") as write:
                    ACTIONS[name](self, write, chance)
                    changes = write.finish()
            if changes.action is not None:
                self.done.append(changes.action)


def _add(office: Office, write: Write, chance: int) -> None:
    source = (None, *DUE_SOURCES)[chance % 4]
    one = write.insert(
        Commitment,
        order_no=1, kind="arahan", text=f"Butir {chance}", meeting_id=office.pick("meeting", chance) if chance % 3 else None,
        due_date=DAY + timedelta(days=chance % 30) if source else None, due_source=source,
    )  # fmt: skip
    for order in range(chance % 4):
        _part(office, write, one, chance + order)


def _part(office: Office, write: Write, commitment: UUID, chance: int) -> None:
    institution, position = office.pick("institution", chance), office.pick("position", chance)
    write.insert(
        Addressee,
        commitment_id=commitment, order_no=chance % 3, state=tuple(COMMITMENT_STATES)[chance % 5],
        institution_id=institution if chance % 2 else None, position_id=position if chance % 5 == 0 else None,
        label=None if chance % 2 else f"Warga {chance % 7}", via="KPU kabupaten" if chance % 7 == 0 else None,
    )  # fmt: skip


def _new_part(office: Office, write: Write, chance: int) -> None:
    if one := office.pick("commitment", chance):
        _part(office, write, one, chance)


def _note(office: Office, write: Write, chance: int) -> None:
    part = office.pick("addressee", chance)
    if part is None:
        return
    owner = live(office.store, "addressee")["addressee", part]["commitment_id"]
    day = DAY + timedelta(days=chance % 50)
    if chance % 3 == 0:
        write.insert(
            Reminder, commitment_id=owner, addressee_id=part, contacted_on=day, channel="surat", contacted_by="Uji"
        )
        return
    report = write.insert(
        ProgressReport,
        commitment_id=owner, addressee_id=part, order_no=1, reported_on=day, state="proses", channel="surat",
        due_after=day if chance % 2 else None,
    )  # fmt: skip
    write.insert(
        Attachment,
        **({"progress_report_id": report} if chance % 5 else {"commitment_id": owner}), order_no=1, kind="bukti",
        name="a.pdf", media_type="application/pdf", size=1, sha256="0" * 64, added_at=now_utc(),
    )  # fmt: skip


def _change(office: Office, write: Write, chance: int) -> None:
    table = FREELY[chance % len(FREELY)]
    one, day = office.pick(table, chance // 8), DAY + timedelta(days=chance % 40 - 20)
    if one is None:
        return
    values: dict[str, list[dict[str, Any]]] = {
        "commitment": [
            {"due_date": day, "due_source": "internal"}, {"text": f"Ubah {chance}"}, {"ended_how": "dialihkan", "ended_on": day},
            {"escalated_on": day}, {"escalated_on": day, "directed_on": day}, {"meeting_id": office.pick("meeting", chance)},
        ],
        "addressee": [
            {"state": "selesai_bukti"}, {"commitment_id": office.pick("commitment", chance)}, {"order_no": chance % 9},
            {"via": f"Kelompok {chance % 3}"},
        ],
        "progress_report": [{"reported_on": day}, {"commitment_id": office.pick("commitment", chance)}],
        "reminder": [{"contacted_on": day}],
        "attachment": [{"progress_report_id": office.pick("progress_report", chance), "commitment_id": None}],
        "meeting": [{"held_on": day}, {"title": f"Rapat {chance}"}],
        "institution": [{"name": f"Dinas {chance % 11}"}],
        "position": [{"title": f"Kepala {chance % 5}"}, {"institution_id": office.pick("institution", chance)}],
    }  # fmt: skip
    write.update(RECORDS[table], one, **values[table][chance % len(values[table])])


def _delete(office: Office, write: Write, chance: int) -> None:
    table = FREELY[chance % 5]
    if one := office.pick(table, chance // 5):
        write.delete(RECORDS[table], one)


ACTIONS: dict[str, Callable[[Office, Write, int], None]] = {
    "add": _add,
    "part": _new_part,
    "note": _note,
    "change": _change,
    "delete": _delete,
}


@pytest.fixture(scope="module")
def offices(
    founded_folder: Path, postgres_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Office]]:
    """Two offices, one on each engine, with a few institutions, posts and meetings of their own."""
    folder = tmp_path_factory.mktemp("kedudukan")
    with pytest.MonkeyPatch.context() as patch, postgres_server.copy() as url:
        patch.setenv("RAKOR_CONFIG", str(folder / "config"))
        shutil.copytree(founded_folder, folder / "data")
        stores = [opening.open_folder(folder / "data"), connect_postgresql(url)]
        stores[1].office = identity.office_of(stores[1])
        for store in stores:
            with writing(store, "uji", by="Uji") as write:
                for number in range(12):
                    insert_meeting(write, held_on=DAY + timedelta(days=number))
                    one = write.insert(
                        Institution, name=f"Dinas {number}", kind="lainnya", level="lainnya", protocol_rank=1
                    )
                    write.insert(Position, institution_id=one, title="Kepala", leads=False, protocol_rank=1)
        yield [Office(store) for store in stores]
        stores[1].close()
        opening.close(stores[0])


DEEDS = st.lists(
    st.tuples(st.sampled_from(["add", "note", "change", "change", "delete", "part", "undo", "join"]), st.integers(0, 999)),
    min_size=4,
    max_size=14,
)  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(deeds=DEEDS)
def test_every_follow_up_is_kept_as_it_stands(offices: list[Office], deeds: list[tuple[str, int]]) -> None:
    work_and_check(offices, deeds)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(max_examples=200, deadline=None)
@given(deeds=DEEDS)
def test_every_follow_up_is_kept_as_it_stands_many_times(
    offices: list[Office], deeds: list[tuple[str, int]]
) -> None:
    work_and_check(offices, deeds)


def work_and_check(offices: list[Office], deeds: list[tuple[str, int]]) -> None:
    """The same deeds on both engines; after each of them everything is kept as it stands."""
    for office in offices:
        office.act("add", 7)
        for name, chance in deeds:
            office.act(name, chance)
            assert commitment_standing.stale(office.store) == 0, (office.store.engine, name, chance)
        assert kept(office.store) == recounted(office.store)


def kept(store: Store) -> dict[UUID, dict[str, Any]]:
    fields = CommitmentStanding._meta.sorted_fields
    rows = store.rows(f"SELECT {', '.join(one.name for one in fields)} FROM commitment_standing")
    found = [{f.name: f.python_value(value) for f, value in zip(fields, row, strict=True)} for row in rows]
    return {one.pop("commitment_id"): {name: one[name] for name in TOLD} for one in found}


TOLD = (
    "state_no", "unfinished", "total", "open", "in_progress", "done", "proven", "said", "addressee", "addressee_key",
    "due_week", "promised_on", "held_on", "contacted_on", "waiting_since", "reports", "moved", "evidence", "sort_key",
)  # fmt: skip


def recounted(store: Store) -> dict[UUID, dict[str, Any]]:
    """The same, told plainly from all records."""
    now = live(store, *FREELY)

    def under(table: str, one: UUID) -> list[dict[str, Any]]:
        return [row for (name, _), row in now.items() if name == table and row["commitment_id"] == one]

    found = {}
    numbers = dict(store.rows("SELECT id, seq FROM addressee"))
    for (table, one), row in now.items():
        if table != "commitment":
            continue
        parts = [
            (part["order_no"], numbers[key if store.engine == "postgresql" else key.bytes], part)
            for (name, key), part in now.items()
            if name == "addressee" and part["commitment_id"] == one
        ]
        addressees = [part for *_, part in sorted(parts, key=lambda each: each[:2])]
        states = [part["state"] for part in addressees]
        said = [part["via"] or _words(now, part) for part in addressees]
        groups = {part["via"] for part in addressees if part["via"]}
        reports, meeting = under("progress_report", one), now.get(("meeting", row["meeting_id"]))
        of_reports = {
            key for (name, key), each in now.items() if name == "progress_report" and each["commitment_id"] == one
        }
        files = [each for (name, _), each in now.items() if name == "attachment"]
        unfinished = any(state in OPEN_STATES for state in states) or not (states or row["ended_how"])
        found[one] = {
            "state_no": tuple(COMMITMENT_STATES).index(_state(states, row["ended_how"], unfinished=unfinished)),
            "unfinished": unfinished,
            "total": len(states),
            "open": sum(state in OPEN_STATES for state in states),
            "in_progress": states.count("proses"),
            "done": sum(state in DONE_STATES for state in states),
            "proven": states.count("selesai_bukti"),
            "said": len(groups) + sum(not part["via"] for part in addressees),
            "addressee": said[0] if said else None,
            "addressee_key": sort_key(said[0]) if said else None,
            "due_week": row["due_date"] and row["due_date"] - timedelta(days=row["due_date"].weekday()),
            "promised_on": row["due_date"] if row["due_source"] in ("disepakati", "jadwal") else None,
            "held_on": meeting["held_on"] if meeting else None,
            "contacted_on": max((each["contacted_on"] for each in under("reminder", one)), default=None),
            "waiting_since": row["escalated_on"] if row["directed_on"] is None else None,
            "reports": len(reports),
            "moved": sum(each["due_after"] is not None for each in reports),
            "evidence": sum(
                each["commitment_id"] == one or each["progress_report_id"] in of_reports for each in files
            ),
            "sort_key": sort_key(row["text"]),
        }
    return found


def _words(now: Any, part: dict[str, Any]) -> str:
    post = now.get(("position", part["position_id"]))
    at = now.get(("institution", part["institution_id"] or (post and post["institution_id"])))
    return addressee_words(post and post["title"], at and at["name"], part["label"])


def _state(states: list[str], ended: str | None, *, unfinished: bool) -> str:
    finished = [state for state in states if state in DONE_STATES]
    if unfinished:
        return "proses" if finished or "proses" in states else "belum"
    if finished:
        return "selesai_bukti" if set(finished) == {"selesai_bukti"} else "selesai_laporan"
    return "selesai_laporan" if not states and ended == "selesai" else "dihentikan"


def test_heard_of_is_the_latest_report_else_the_meeting_else_the_day_it_was_noted(store: Store) -> None:
    def heard() -> list[Any]:
        rows = store.rows("SELECT heard_on FROM commitment_standing ORDER BY seq")
        return [CommitmentStanding.heard_on.python_value(one) for (one,) in rows]

    with writing(store, "uji", by="Uji") as write:
        meeting = insert_meeting(write, held_on=DAY)
        one = write.insert(Commitment, order_no=1, kind="arahan", text="A", meeting_id=meeting)
        part = write.insert(Addressee, commitment_id=one, order_no=1, label="BPBD", state="belum")
        write.insert(Commitment, order_no=1, kind="arahan", text="B")
    first, noted = heard()
    assert first == DAY
    assert abs(noted - now_utc().date()) <= timedelta(days=1)
    with writing(store, "uji", by="Uji") as write:
        report = write.insert(
            ProgressReport,
            commitment_id=one, addressee_id=part, order_no=1, reported_on=DAY + timedelta(9), state="belum",
            channel="surat",
        )  # fmt: skip
        write.update(Meeting, meeting, held_on=DAY + timedelta(1))
    assert heard()[0] == DAY + timedelta(9)
    with writing(store, "uji", by="Uji") as write:
        write.delete(ProgressReport, report)
    assert heard()[0] == DAY + timedelta(1)


def test_what_was_said_in_a_forum_belongs_to_the_topic_of_the_forum(store: Store) -> None:
    def topics() -> list[Any]:
        rows = store.rows("SELECT topic_id FROM commitment_standing")
        return [CommitmentStanding.topic_id.python_value(one) for (one,) in rows]

    with writing(store, "uji", by="Uji") as write:
        first, second = (write.insert(Topic, name=name, event_label="Hari H", state="open") for name in "AB")
        forum = write.insert(Forum, name="Forkopimda", topic_id=first)
        meeting = insert_meeting(write, forum_id=forum)
        write.insert(Commitment, order_no=1, kind="arahan", text="A", meeting_id=meeting)
    assert topics() == [first]
    with writing(store, "uji", by="Uji") as write:
        write.update(Forum, forum, topic_id=second)
    assert topics() == [second]
    with writing(store, "uji", by="Uji") as write:
        write.update(Meeting, meeting, forum_id=None)
    assert topics() == [None]


def test_a_follow_up_kept_otherwise_than_it_stands_is_reported(sqlite_store: Store) -> None:
    with writing(sqlite_store, "uji", by="Uji") as write:
        write.insert(Commitment, order_no=1, kind="arahan", text="A")
    sqlite_store.execute("UPDATE commitment_standing SET done = 3")
    assert [(one.table, one.count) for one in integrity.check(sqlite_store)] == [("commitment", 1)]


def test_saving_one_state_reads_only_what_belongs_to_that_follow_up(sqlite_store: Store) -> None:
    with writing(sqlite_store, "uji", by="Uji") as write:
        for number in range(30):
            one = write.insert(Commitment, order_no=1, kind="arahan", text=f"A {number}")
            part = write.insert(Addressee, commitment_id=one, order_no=1, label="BPBD", state="belum")
    plans: list[str] = []
    ask = sqlite_store.rows

    def note(sql: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
        if sql.startswith("SELECT"):
            plans.extend(step for *_, step in ask(f"EXPLAIN QUERY PLAN {sql}", parameters))
        return ask(sql, parameters)

    with writing(sqlite_store, "uji", by="Uji") as write:
        write.update(Addressee, part, state="proses")
        sqlite_store.rows = note  # type: ignore[method-assign]
        write.finish()
        sqlite_store.rows = ask  # type: ignore[method-assign]
    assert plans
    assert {step.split()[1] for step in plans if step.startswith("SCAN")} <= {"topic"}
