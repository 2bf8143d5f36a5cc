"""What the readiness matrix counts is kept exactly, whatever is written, taken back, joined or put in force."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.errors import AppError
from desktop.base.reporting import period_of
from desktop.exchange.meeting_file import read_meeting
from desktop.models import identity, integrity, opening, readiness_standing, undo
from desktop.models.freshness import needs_confirmation
from desktop.models.journal import Write, writing
from desktop.models.queries.readiness import Matrix, institution_matrix, matrix
from desktop.models.score import MULTIPLIED, Answer, Tally, applies, need_of, tally, value_of
from desktop.models.seeds import example_meeting_file, fixed_id
from desktop.models.store import Store, connect_postgresql
from desktop.models.tables import (
    Assessment,
    ChecklistCategory,
    ChecklistItem,
    ChecklistItemRegion,
    ChecklistTemplate,
    DueOverride,
    Institution,
    InstitutionRegion,
    Region,
    RegionFigure,
    Topic,
    TopicRegion,
)
from desktop.models.words import MEASURES, READINESS_STATES
from desktop.services.desk import Desk
from desktop.services.joining import join_records
from desktop.services.meeting_import import import_meeting
from tests.models.made_up import live
from tests.postgres import Server

DAY, EVENT = date(2024, 10, 3), date(2024, 11, 6)
REGIONS = [fixed_id("region", code) for code in ("35.23", "35.25", "35.16", "35", "wilker.2")]
TELLERS = [
    fixed_id("institution", code)
    for code in (
        "kpu-35.23",
        "kpu-35.25",
        "polres-mojokerto",
        "polres-mojokerto-kota",
        "polda-jatim",
        "bawaslu-35.23",
    )
]
ITEMS: list[dict[str, Any]] = [
    {"responsible": "KPU Kabupaten/Kota", "target": "ya", "target_kind": "ya", "evidence": "BAST"},
    {"responsible": "Polres", "target": "2", "target_value": 2.0, "target_kind": "per_tps", "weight": 2.0},
    {"responsible": "Polda Jatim", "target": "100", "target_value": 100.0, "target_kind": "persen", "weight": 0.1},
    {"responsible": "KPU", "target": "7", "target_value": 7.0, "target_kind": "jumlah", "repeats": "mingguan"},
    {"responsible": "KPU Kabupaten Gresik", "target": "1,025", "target_value": 1.025, "target_kind": "per_pemilih",
     "for_regency": False},
    {"responsible": "Bawaslu", "target": "3", "target_value": 3.0, "target_kind": "jumlah", "for_province": True},
]  # fmt: skip


class Office:
    """An office that works on one small topic at random; every choice follows from one number."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.done: list[int] = []
        with writing(store, "uji", by="Uji") as write:
            self.topic = write.insert(Topic, name="Uji", event_label="Hari H", event_date=EVENT, state="open")
            write.insert_rows(TopicRegion, ("topic_id", "region_id"), [(self.topic, one) for one in REGIONS])
        self.version = 0
        self._write("publish", 0)

    def _write(self, name: str, chance: int) -> None:
        with writing(self.store, f"uji.{name}", by="Uji") as write:
            ACTIONS[name](self, write, chance)
            if (action := write.finish().action) is not None:
                self.done.append(action)

    def some(self, table: str, chance: int, **values: Any) -> UUID | None:
        """A live record with these values, by the order they were made in."""
        rows = live(self.store, table).items()
        found = sorted(one for (_, one), row in rows if all(row[name] == value for name, value in values.items()))
        return found[chance % len(found)] if found else None

    def item(self, chance: int) -> UUID | None:
        """An item of some version of the topic."""
        templates = {one for (_, one), row in live(self.store, "checklist_template").items()
                     if row["topic_id"] == self.topic}  # fmt: skip
        found = sorted(
            one for (_, one), row in live(self.store, "checklist_item").items() if row["template_id"] in templates
        )
        return found[-1 - chance % min(len(found), 9)] if found else None

    def act(self, name: str, chance: int) -> None:
        """Do one thing; what the program refuses changes nothing."""
        with suppress(AppError):
            if name == "undo":
                last = self.done[-1 - min(chance % 3, len(self.done) - 1)]
                changes = undo.revert(self.store, last, by="Uji")
            elif name == "join":
                changes = join_records(
                    Desk(self.store, "Uji"), "institution", TELLERS[chance % 6], TELLERS[(chance + 1) % 6]
                )
            else:
                self._write(name, chance)
                return
            if changes.action is not None:
                self.done.append(changes.action)


def _publish(office: Office, write: Write, chance: int) -> None:
    """Another version, a draft or in force; its items go on with the threads of the last one, or not."""
    office.version += 1
    before = {row["code"]: row["thread_id"] for _, row in live(office.store, "checklist_item").items()
              if row["code"].startswith("U-")}  # fmt: skip
    template = write.insert(
        ChecklistTemplate, topic_id=office.topic, name="Uji", version=office.version,
        state="konsep" if chance % 4 == 3 else "berlaku",
    )  # fmt: skip
    categories = write.insert_rows(
        ChecklistCategory, ("template_id", "name", "order_no"), [(template, f"K{n}", n) for n in range(2)]
    )
    for number, values in enumerate(ITEMS[: 6 - chance % 2]):
        one = write.insert(
            ChecklistItem, template_id=template, category_id=categories[(number + chance) % 2], code=f"U-{number}",
            text=f"Butir {number}", order_no=number, thread_id=before.get(f"U-{number}") if chance % 3 else None,
            due_offset=-20 + number, due_basis=("proposed", "reported")[number % 2],
            **{"for_regency": True, "for_province": False, "for_working_area": number == 0, "weight": 1.0, **values},
        )  # fmt: skip
        if not (chance % 3 and f"U-{number}" in before):
            write.update(ChecklistItem, one, thread_id=one)
        if values.get("for_regency") is False:
            write.insert(ChecklistItemRegion, item_id=one, region_id=REGIONS[1])


def _tell(office: Office, write: Write, chance: int) -> None:
    """Reports of one deed: on one place or on several, of an institution or the office's own."""
    for number in range(1 + chance % 3):
        mixed = chance * 7 + number * 31
        item = office.item(mixed)
        day = DAY - timedelta(days=mixed % 40)
        if item is not None:
            write.insert(
                Assessment, item_id=item, region_id=REGIONS[mixed % 5 if chance % 2 else 0],
                institution_id=(None, None, *TELLERS)[mixed % 8], state=list(READINESS_STATES)[mixed % 5],
                value=(None, float(mixed % 9), 1868.0, 33.3)[mixed % 4], measure=(None, *MEASURES)[mixed % 3],
                evidence_received=mixed % 4 == 0, as_of=day, period=period_of(day, "mingguan") if mixed % 3 else None,
            )  # fmt: skip


def _change_item(office: Office, write: Write, chance: int) -> None:
    item = office.item(chance)
    changes: list[dict[str, Any]] = [
        {"weight": 1 / 3}, {"weight": 0.0}, {"evidence": None}, {"evidence": "Foto"}, {"target_value": 0.0},
        {"target_kind": "per_tps", "target_value": 1.5}, {"responsible": "Polres"}, {"responsible": "KPU Kabupaten/Kota"},
        {"repeats": None}, {"repeats": "mingguan"}, {"for_province": True}, {"for_regency": False},
        {"due_basis": "reported", "due_offset": -40}, {"due_basis": "proposed"},
    ]  # fmt: skip
    if item is not None:
        write.update(ChecklistItem, item, **changes[chance // 7 % len(changes)])


def _change_size(office: Office, write: Write, chance: int) -> None:
    region = REGIONS[chance % 3]
    known = office.some("region_figure", chance, region_id=region)
    if chance % 3 == 0 and known is not None:
        write.delete(RegionFigure, known)
        return
    write.insert(
        RegionFigure, region_id=region, kind=list(MULTIPLIED.values())[chance % 2], value=chance % 5 * 467,
        basis=("DPT", "DPS")[chance % 2], source="Uji", as_of=(None, DAY - timedelta(days=chance % 9))[chance % 2],
    )  # fmt: skip


def _change_day(office: Office, write: Write, chance: int) -> None:
    item, known = office.item(chance), office.some("due_override", chance)
    if chance % 4 == 0 and known is not None:
        write.delete(DueOverride, known)
    elif item is not None:
        write.insert(
            DueOverride, item_id=item, region_id=REGIONS[chance % 5], due_on=DAY + timedelta(days=chance % 30 - 15),
            due_basis=("reported", "proposed")[chance % 2], source="Rapat",
        )  # fmt: skip


def _change_structure(office: Office, write: Write, chance: int) -> None:
    """Who takes part, who serves where, what institutions are called; the kind of a region; the topic's day."""
    match chance % 6:
        case 0:
            if part := office.some("topic_region", chance, topic_id=office.topic, region_id=REGIONS[chance % 5]):
                write.delete(TopicRegion, part)
            else:
                write.insert(TopicRegion, topic_id=office.topic, region_id=REGIONS[chance % 5])
        case 1:
            teller, region = TELLERS[chance % 6], REGIONS[chance % 3]
            if served := office.some("institution_region", chance, institution_id=teller, region_id=region):
                write.delete(InstitutionRegion, served)
            else:
                write.insert(InstitutionRegion, institution_id=teller, region_id=region)
        case 2:
            name = ("KPU Baru", "Polres Baru", "Dinas", "Bawaslu Tuban")[chance // 6 % 4]
            write.update(Institution, TELLERS[chance % 6], name=name)
        case 3:
            write.insert(Institution, name=f"Polres {chance}", short_name="Polda Jatim", kind="polri", level="lainnya",
                         protocol_rank=1)  # fmt: skip
        case 4:
            write.update(Region, REGIONS[0], kind=("kota", "kabupaten")[chance // 6 % 2])
        case 5:
            write.update(Topic, office.topic, event_date=(None, EVENT, DAY)[chance // 6 % 3])


def _delete(office: Office, write: Write, chance: int) -> None:
    if chance % 4:
        told = live(office.store, "assessment")
        if told:
            write.delete(Assessment, sorted(one for _, one in told)[-1 - chance % min(5, len(told))])
    elif template := office.some("checklist_template", chance, topic_id=office.topic):
        state = live(office.store, "checklist_template")["checklist_template", template]["state"]
        write.update(ChecklistTemplate, template, state="konsep" if state == "berlaku" else "berlaku")


ACTIONS: dict[str, Callable[[Office, Write, int], None]] = {
    "publish": _publish, "tell": _tell, "item": _change_item, "size": _change_size, "day": _change_day,
    "structure": _change_structure, "delete": _delete,
}  # fmt: skip
DEEDS = st.lists(
    st.tuples(st.sampled_from(["tell", "tell", "tell", *ACTIONS, "undo", "undo", "join"]), st.integers(0, 9_999)),
    min_size=4,
    max_size=14,
)


@pytest.fixture(scope="module")
def offices(
    founded_folder: Path, postgres_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Office]]:
    """Two offices with a small topic, one on each engine."""
    folder = tmp_path_factory.mktemp("kesiapan")
    with pytest.MonkeyPatch.context() as patch, postgres_server.copy() as url:
        patch.setenv("RAKOR_CONFIG", str(folder / "config"))
        shutil.copytree(founded_folder, folder / "data")
        stores = [opening.open_folder(folder / "data"), connect_postgresql(url)]
        stores[1].office = identity.office_of(stores[1])
        yield [Office(store) for store in stores]
        stores[1].close()
        opening.close(stores[0])


@settings(max_examples=12, deadline=None)
@given(deeds=DEEDS)
def test_every_cell_is_what_a_plain_recount_gives(offices: list[Office], deeds: list[tuple[str, int]]) -> None:
    for office in offices:
        work_and_check(office, deeds)


@pytest.mark.fault
@pytest.mark.timeout(1800)
@settings(max_examples=250, deadline=None)
@given(deeds=DEEDS)
def test_every_cell_is_what_a_plain_recount_gives_many_times(
    offices: list[Office], deeds: list[tuple[str, int]]
) -> None:
    for office in offices:
        work_and_check(office, deeds)


def work_and_check(office: Office, deeds: list[tuple[str, int]]) -> None:
    """After each deed both matrices are what is told plainly from all records; each example starts alike."""
    before = office.version, list(office.done)
    with taken_back(office.store):
        for name, chance in deeds:
            office.act(name, chance)
            now = (office.store.engine, name, chance)
            regions, institutions = recounted(office.store, office.topic)
            assert cells(matrix(office.store, office.topic, DAY)) == regions, now
            assert cells(institution_matrix(office.store, office.topic, DAY)) == institutions, now
        assert readiness_standing.stale(office.store) == 0
    office.version, office.done = before


@contextmanager
def taken_back(store: Store) -> Iterator[None]:
    """What is written within is gone afterwards."""

    class Done(Exception):
        pass

    with suppress(Done), store.transaction():
        yield
        raise Done


Told = tuple[Tally, date | None, tuple[str, str] | None, int, int]


def cells(found: Matrix) -> dict[tuple[UUID, UUID], Told]:
    """What the cells say, without those nothing is asked in; the totals are what they come to together."""
    listed = [cell for row in found.cells for cell in row]
    assert found.total.tally == sum((cell.tally for cell in listed), Tally())
    assert [one.tally for one in found.by_region] == [
        sum((cell.tally for cell in row), Tally()) for row in found.cells
    ]
    assert sum((one.tally for one in found.by_category), Tally()) == found.total.tally
    return {
        (row.id, column.id): (
            cell.tally, cell.updated_on, cell.worst and (cell.worst.code, cell.worst.state), cell.to_confirm, cell.late
        )
        for row, line in zip(found.regions, found.cells, strict=True)
        for column, cell in zip(found.categories, line, strict=True)
        if not cell.is_empty
    }  # fmt: skip


class Records:
    """All live records of the tables that matter, with the order in which they were made."""

    def __init__(self, store: Store) -> None:
        self.of: dict[str, dict[UUID, dict[str, Any]]] = {}
        for table in (
            "topic", "topic_region", "region", "checklist_template", "checklist_item", "checklist_item_region",
            "institution", "institution_region", "region_figure", "due_override", "assessment",
        ):  # fmt: skip
            self.of[table] = {one: row for (_, one), row in live(store, table).items()}
            for one, seq in store.rows(f"SELECT id, seq FROM {table}"):
                key = one if isinstance(one, UUID) else UUID(bytes=one)
                if key in self.of[table]:
                    self.of[table][key] |= {"id": key, "seq": seq}

    def where(self, table: str, **values: Any) -> list[dict[str, Any]]:
        """The records with these values."""
        return [
            row for row in self.of[table].values() if all(row[name] == value for name, value in values.items())
        ]


Counted = dict[tuple[UUID, UUID], Told]


def recounted(store: Store, topic: UUID) -> tuple[Counted, Counted]:
    """The cells by region and by institution, told plainly from all records."""
    known = Records(store)
    versions = known.where("checklist_template", topic_id=topic, state="berlaku")
    regions: dict[tuple[UUID, UUID], list[tuple[Any, ...]]] = {}
    institutions: dict[tuple[UUID, UUID], list[tuple[Any, ...]]] = {}
    if not versions:
        return {}, {}
    newest = max(versions, key=lambda one: (one["version"], one["seq"]))
    event = known.of["topic"][topic]["event_date"]
    for part in known.where("topic_region", topic_id=topic):
        region = known.of["region"][part["region_id"]]
        for item in known.where("checklist_item", template_id=newest["id"]):
            if not _asked(known, item, region):
                continue
            told = [
                one for one in known.where("assessment", region_id=region["id"])
                if known.of["checklist_item"][one["item_id"]]["thread_id"] == item["thread_id"]
            ]  # fmt: skip
            responsible = _responsible(known, item, region)
            own = [one for one in told if one["institution_id"] in (None, *responsible)]
            place = (region["id"], item["category_id"])
            regions.setdefault(place, []).append(_one(known, item, region, event, own or told))
            for each in responsible:
                theirs = [one for one in told if one["institution_id"] == each]
                institutions.setdefault((each, item["category_id"]), []).append(
                    _one(known, item, region, event, theirs)
                )
    return _pooled(regions), _pooled(institutions)


def _asked(known: Records, item: dict[str, Any], region: dict[str, Any]) -> bool:
    by_kind = {"provinsi": "for_province", "wilayah_kerja": "for_working_area"}
    named = known.where("checklist_item_region", item_id=item["id"], region_id=region["id"])
    return bool(item[by_kind.get(region["kind"], "for_regency")] or named)


def _responsible(known: Records, item: dict[str, Any], region: dict[str, Any]) -> list[UUID]:
    words = item["responsible"].lower()
    beginning = words.replace(" kabupaten/kota", "") + " "
    served = {row["institution_id"] for row in known.where("institution_region", region_id=region["id"])}
    return [
        one
        for one, row in known.of["institution"].items()
        if words in (row["name"].lower(), (row["short_name"] or "").lower())
        or (one in served and f"{row['name'].lower()} ".startswith(beginning))
    ]


def _one(
    known: Records, item: dict[str, Any], region: dict[str, Any], event: date | None, told: list[dict[str, Any]]
) -> tuple[Any, ...]:
    """What one item in one region adds to its cell."""

    def newness(one: dict[str, Any]) -> tuple[str, date, int]:
        weekly = item["repeats"] == "mingguan" and len(one["period"] or "") == 8
        return one["period"] if weekly else "", one["as_of"], one["seq"]

    latest = max(told, key=newness, default=None)
    figures = known.where("region_figure", region_id=region["id"], kind=MULTIPLIED.get(item["target_kind"]))
    figure = max(figures, key=lambda one: (one["as_of"] or date.min, one["seq"]), default=None)
    need = need_of(item["target_kind"], item["target_value"], figure and figure["value"])
    said = latest or {"state": None, "value": None, "measure": None, "evidence_received": False, "as_of": None}
    answer = Answer(
        said["state"], said["value"], item["target_value"], item["evidence"] is not None, item["weight"],
        said["measure"], need, said["evidence_received"],
    )  # fmt: skip
    own = max(known.where("due_override", item_id=item["id"], region_id=region["id"]),
              key=lambda one: one["seq"], default=None)  # fmt: skip
    day = own["due_on"] if own else event and event + timedelta(days=item["due_offset"])
    late = (
        said["state"] in ("belum_siap", "sebagian") and applies(answer) and day is not None and day < DAY
        and (own or item)["due_basis"] != "proposed"
    )  # fmt: skip
    old = said["as_of"] is not None and applies(answer) and needs_confirmation(said["as_of"], event, DAY)
    worth = value_of(answer)
    worst = (
        None if worth in (None, 1) else ((worth, -item["weight"], item["order_no"]), item["code"], said["state"])
    )
    return tally(answer), said["as_of"], worst, int(old), int(late)


def _pooled(found: dict[tuple[UUID, UUID], list[tuple[Any, ...]]]) -> Counted:
    return {
        place: (
            sum((one[0] for one in rows), Tally()),
            max((one[1] for one in rows if one[1]), default=None),
            min(worst)[1:] if (worst := [one[2] for one in rows if one[2]]) else None,
            sum(one[3] for one in rows),
            sum(one[4] for one in rows),
        )
        for place, rows in found.items()
    }


def test_a_check_finds_what_stands_wrongly(store: Store) -> None:
    assert integrity.check(store) == []
    store.execute("UPDATE readiness_standing SET state = 1 WHERE seq IN (SELECT min(seq) FROM readiness_standing)")
    assert [(one.table, one.count) for one in integrity.check(store)] == [("assessment", 1)]


def test_an_imported_meeting_and_its_undoing_leave_all_as_it_stands(store: Store) -> None:
    result = import_meeting(Desk(store, "Uji"), read_meeting(example_meeting_file().read_bytes()))
    assert readiness_standing.stale(store) == 0
    assert result.changes is not None
    assert result.changes.action is not None
    undo.revert(store, result.changes.action, by="Uji")
    assert readiness_standing.stale(store) == 0


def test_a_database_brought_up_to_date_is_filled(store: Store) -> None:
    rows = "SELECT item, region, institution, state FROM readiness_standing ORDER BY item, region, institution"
    before = store.rows(rows)
    store.execute("DELETE FROM readiness_standing")
    readiness_standing.fill(store)
    assert before
    assert store.rows(rows) == before


def test_writing_a_draft_or_the_topics_words_reckons_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = fixed_id("topic", "pilkada-2024")
    with writing(store, "uji", by="Uji") as write:
        draft = write.insert(ChecklistTemplate, topic_id=topic, name="Konsep", version=2, state="konsep")
    monkeypatch.setattr(readiness_standing, "_settle", lambda *_: pytest.fail("reckoned for nothing"))
    with writing(store, "uji", by="Uji") as write:
        write.update(ChecklistTemplate, draft, note="Ditulis")
        write.update(Topic, topic, description="Ditulis")
        write.update(Institution, TELLERS[0], leader_title="Ketua")
