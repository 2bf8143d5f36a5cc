"""What one looks for in the register of follow-ups: every field of the filter, alike on both engines."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.base.clock import now_utc
from desktop.models import seeds
from desktop.models.identity import new_id
from desktop.models.journal import writing
from desktop.models.queries.commitment_filter import NO_DUE_DATE, CommitmentFilter
from desktop.models.queries.register import commitment_count, commitment_list
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    Attachment,
    Commitment,
    CommitmentChecklistItem,
    CommitmentInstitution,
    CommitmentRegion,
    Forum,
    Institution,
    Issue,
    IssueCommitment,
    Position,
    ProgressReport,
    Redirect,
)
from tests.models.made_up import insert_meeting

TODAY = date(2024, 10, 20)
TOPIC, REGION, ITEM = (
    seeds.fixed_id("topic", seeds.PILKADA),
    seeds.fixed_id("region", "35.22"),
    seeds.item_id("LOG-01"),
)


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def named(store: Store) -> dict[str, UUID]:
    """An office with seven follow-ups, each of which has something the others have not."""
    ids: dict[str, UUID] = {}
    with writing(store, "commitment.create", by="Uji") as write:
        for name in ("kpu", "bawaslu", "polres"):
            ids[name] = write.insert(
                Institution, name=name.title(), kind="lainnya", level="lainnya", protocol_rank=1
            )
        ids["kapolres"] = write.insert(
            Position, institution_id=ids["polres"], title="Kapolres", leads=True, protocol_rank=1
        )
        ids["forum"] = write.insert(Forum, topic_id=TOPIC, name="Forum Uji")
        series = {"topic_id": TOPIC, "forum_id": ids["forum"]}
        ids["meeting"] = insert_meeting(write, **series, held_on=day(-40))
        for days, cancelled in ((-30, False), (-20, True), (-19, False), (-1, False), (5, False)):
            insert_meeting(write, **series, held_on=day(days), cancelled=cancelled)
        late = insert_meeting(write, held_on=day(-3), topic_id=None)

        def add(text: str, to: dict[str, Any], **values: Any) -> UUID:
            one = write.insert(
                Commitment, **{"order_no": 1, "kind": "arahan", "meeting_id": late} | values, text=text
            )
            ids[text] = one
            ids[f"part of {text}"] = write.insert(
                Addressee, commitment_id=one, order_no=1, **{"state": "belum"} | to
            )
            return one

        kpu = {"institution_id": ids["kpu"]}
        add("old and silent", kpu, meeting_id=ids["meeting"], topic_id=TOPIC)
        add("late", kpu, due_date=day(-1), due_source="disepakati", kind="komitmen")
        add(
            "for us only",
            kpu,
            due_date=day(-1),
            due_source="internal",
            escalated_on=day(-2),
            escalation="Mohon arahan",
        )
        add("near", {"position_id": ids["kapolres"]}, due_date=day(7), due_source="jadwal")
        add("done", kpu | {"state": "selesai_bukti"}, due_date=day(-9), due_source="jadwal")
        add("answered", kpu, escalated_on=day(-2), directed_on=day(-1))
        add("half", kpu | {"state": "selesai_laporan"})
        write.insert(
            Addressee, commitment_id=ids["half"], order_no=2, institution_id=ids["bawaslu"], state="proses"
        )
        report = write.insert(
            ProgressReport,
            commitment_id=ids["late"], addressee_id=ids["part of late"], order_no=1, reported_on=day(-20),
            state="belum", channel="surat",
        )  # fmt: skip
        write.insert(
            Attachment,
            progress_report_id=report, order_no=1, kind="bukti", name="a.pdf", media_type="application/pdf",
            size=1, sha256="0" * 64, added_at=now_utc(),
        )  # fmt: skip
        ids["issue"] = write.insert(
            Issue,
            topic_id=TOPIC, kind="kendala", happened_on=TODAY, text="Tinta", state="terbuka", situation="perhatian",
        )  # fmt: skip
        write.insert(IssueCommitment, issue_id=ids["issue"], commitment_id=ids["late"])
        write.insert(CommitmentRegion, commitment_id=ids["near"], region_id=REGION)
        write.insert(CommitmentChecklistItem, commitment_id=ids["near"], item_id=ITEM)
        write.insert(CommitmentInstitution, commitment_id=ids["done"], institution_id=ids["bawaslu"])
    return ids


OPEN = {"old and silent", "late", "for us only", "near", "answered", "half"}


CASES: list[tuple[dict[str, Any], set[str]]] = [
    ({}, OPEN | {"done"}),
    ({"text": "Silent OLD"}, {"old and silent"}),
    ({"state": "terbuka"}, OPEN),
    ({"state": "terlambat"}, {"late"}),
    ({"state": "due_soon"}, {"near"}),
    ({"state": "selesai"}, {"done"}),
    ({"kind": "komitmen"}, {"late"}),
    ({"institution": "bawaslu"}, {"half"}),
    ({"institution": "polres"}, {"near"}),
    ({"institution": "kpu", "part": "selesai"}, {"done", "half"}),
    ({"institution": "bawaslu", "part": "terbuka"}, {"half"}),
    ({"institution": "kpu", "part": "selesai_bukti"}, {"done"}),
    ({"institution": "kpu", "part": "terlambat"}, {"late"}),
    ({"standing": "proses"}, {"half"}),
    ({"standing": "terlambat"}, {"late"}),
    ({"without": "penanggung_jawab"}, set()),
    ({"without": "instansi"}, set()),
    ({"without": "wilayah"}, (OPEN | {"done"}) - {"near"}),
    ({"related": "bawaslu"}, {"done"}),
    ({"held_until": day(-40)}, {"old and silent"}),
    ({"held_from": day(-39)}, (OPEN | {"done"}) - {"old and silent"}),
    ({"region": REGION}, {"near"}),
    ({"topic": TOPIC}, {"old and silent"}),
    ({"meeting": "meeting"}, {"old and silent"}),
    ({"forum": "forum"}, {"old and silent"}),
    ({"issue": "issue"}, {"late"}),
    ({"item": ITEM}, {"near"}),
    ({"due_from": day(-1)}, {"late", "for us only", "near"}),
    ({"due_until": day(-1), "due_from": day(-1)}, {"late", "for us only"}),
    ({"due_source": "internal"}, {"for us only"}),
    ({"due_source": NO_DUE_DATE}, {"old and silent", "answered", "half"}),
    ({"silent": True}, {"old and silent", "late"}),
    ({"unreported": True}, OPEN - {"late"}),
    ({"escalated": True}, {"for us only"}),
    ({"survived": True}, {"old and silent"}),
    ({"evidence": True}, {"late"}),
    ({"evidence": False}, OPEN - {"late"} | {"done"}),
    ({"silent": True, "kind": "arahan", "topic": TOPIC}, {"old and silent"}),
]

CASES_BY_FIELD = {name for asked, _ in CASES for name in asked}


def test_each_field_finds_what_it_says_and_the_counters_agree(store: Store, named: dict[str, UUID]) -> None:
    for asked, found in CASES:
        chosen = CommitmentFilter(**{
            name: named.get(value, value) if isinstance(value, str) else value for name, value in asked.items()
        })  # fmt: skip
        assert {row[2] for row in commitment_list(store, chosen, today=TODAY).head()} == found, asked
        count = commitment_count(store, chosen, today=TODAY)
        for state, number in (("", count.total), ("terbuka", count.open), ("terlambat", count.late),
                              ("due_soon", count.soon), ("selesai", count.done)):  # fmt: skip
            assert commitment_list(store, replace(chosen, state=state), today=TODAY).count() == number, asked


def test_a_filter_is_kept_as_json_whatever_a_newer_version_put_there() -> None:
    one = new_id()
    chosen = CommitmentFilter(text="tinta", institution=one, due_until=TODAY, silent=True, evidence=False)
    content = json.loads(json.dumps(chosen.to_plain()))
    assert CommitmentFilter.from_plain(content) == chosen
    assert CommitmentFilter().to_plain() == {}
    odd = {"colour": "red", "state": "terbakar", "meeting": "satu", "due_from": 7, "silent": "ya", "text": "a"}
    assert CommitmentFilter.from_plain(odd) == CommitmentFilter(text="a")
    assert set(CASES_BY_FIELD) == {one.name for one in fields(CommitmentFilter)}


def test_a_filter_follows_merged_records_and_tells_what_is_gone(store: Store, named: dict[str, UUID]) -> None:
    old = new_id()
    with writing(store, "institution.join", by="Uji") as write:
        write.insert(Redirect, table_name="institution", old_id=old, new_id=named["kpu"])
    chosen, gone = CommitmentFilter(institution=old, region=new_id(), state="terlambat").present(store)
    assert (chosen.institution, gone) == (named["kpu"], ("region",))
    assert commitment_list(store, chosen, today=TODAY).count() == 0


def test_whatever_is_pasted_into_the_search_is_looked_for(store: Store) -> None:
    with writing(store, "uji", by="Uji") as write:
        write.insert(Commitment, order_no=1, kind="arahan", text="Siapkan kata sambutan")
    numbers = " ".join(map(str, range(5_000)))
    for pasted, found in (
        ("\u200b", 1),
        ("…", 1),
        ("\x00", 1),
        ("kata " * 20_000, 1),
        ("x" * 100_000, 0),
        (numbers, 0),
    ):
        assert commitment_list(store, CommitmentFilter(text=pasted), today=TODAY).count() == found, pasted[:9]
