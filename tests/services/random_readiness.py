"""An office that asks how ready its regions are, at random: checklists, reports, figures, positions, follow-ups.

It is a `RandomOffice`, so that all that is done between meetings meets what is asked and reported.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import AppError
from desktop.exchange.meeting_file import read_meeting
from desktop.exchange.sheets import Row, Sheet, Table
from desktop.models.journal import ChangeSet
from desktop.models.personnel_need import Classes
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.checklist_versions import (
    categories,
    draft_of,
    version_in_force,
    version_items,
)
from desktop.models.queries.item_proposals import proposals
from desktop.models.queries.readiness_items import items
from desktop.models.queries.regions import regions
from desktop.models.seeds import example_meeting_file
from desktop.models.store import Store
from desktop.models.words import (
    DUE_BASES,
    FIGURE_KINDS,
    FORCES,
    MEASURES,
    READINESS_STATES,
    REPEATS,
    TARGET_KINDS,
)
from desktop.services.checklists import items as checklist
from desktop.services.checklists.checking import Fault, faults
from desktop.services.checklists.columns import HEADINGS, cells_of
from desktop.services.checklists.overrides import add_override, remove_override, update_override
from desktop.services.checklists.taking import take_checklist, version_to_change
from desktop.services.checklists.versions import discard_draft, draft_version, put_in_force
from desktop.services.commitments import set_state
from desktop.services.desk import Desk
from desktop.services.directory import delete_institution, save_institution
from desktop.services.item_follow_ups import follow_ups_of_items
from desktop.services.item_updates import decline_update, update_items
from desktop.services.meeting_import import import_meeting
from desktop.services.readiness import assess, assess_many
from desktop.services.readiness_entry import keep_pasted, mark, receive_evidence
from desktop.services.region_figures import add_figures, withdraw_figure
from desktop.services.security_picture import Told, plan_personnel, report_stations, withdraw_report
from desktop.services.snapshots import forget_positions, keep_due_points, keep_position, rename_position
from desktop.services.topics import update_topic
from tests.services.random_office import DEEDS, Deed, RandomOffice

_CODES = ("35.16", "35.76", "35.23", "35", "wilker.2")
"""Kabupaten and Kota Mojokerto, Tuban, the province, the working area."""


class RandomReadiness(RandomOffice):
    """Its topics each have a checklist in force and some regions; its institutions are called Polres and KPU."""

    CHOSEN_FROM = (
        *RandomOffice.CHOSEN_FROM, "assessment", "due_override", "region_figure", "readiness_snapshot",
        "station_risk", "personnel_plan", "commitment_checklist_item",
    )  # fmt: skip

    def __init__(self, store: Store, seed: int) -> None:
        super().__init__(store, seed)
        found = {one.code: one.id for one in regions(store)}
        self.regions = [found[code] for code in _CODES]
        self.own = self.newest("topic")
        for number, name in enumerate(("Polres", "Polres", "KPU", "Polda Uji")):
            save_institution(
                self.desk, name=f"{name} {number} {seed}", kind="lainnya", level="lainnya",
                regions=self.regions[: 1 + number % 3],
            )  # fmt: skip
        for topic in self.own:
            update_topic(self.desk, topic, event_date=date(2024, 11, 27), regions=self.regions[:4])
            draft, _ = draft_version(self.desk, topic)
            for name in ("Logistik", "Keamanan"):
                category, _ = checklist.add_category(self.desk, draft, name)
                for _ in range(3):
                    checklist.add_item(self.desk, category, "Butir", **self.asked())
            put_in_force(self.desk, draft)

    # Choices

    def topic(self) -> UUID:
        """One of the own topics, mostly one that is open."""
        open_now = {one.id for one in open_topics(self.store)}.intersection(self.own)
        return self.chance.choice(sorted(open_now) if open_now and self.chance.random() < 0.9 else self.own)

    def region(self) -> UUID:
        return self.chance.choice(self.regions)

    def item(self) -> UUID:
        """An item of a version in force."""
        version = version_in_force(self.store, self.topic())
        return self.among([one.id for one in version_items(self.store, version.id)] if version else [])

    def draft(self) -> UUID:
        found = [draft_of(self.store, one) for one in self.own]
        return self.among([one.id for one in found if one is not None])

    def written(self) -> UUID:
        """An item of a draft."""
        return self.among([one.id for one in version_items(self.store, self.draft())])

    def grouped(self) -> UUID:
        """A category of a draft."""
        return self.among([one.id for one in categories(self.store, self.draft())])

    def places(self) -> list[tuple[UUID, UUID]]:
        """Some items in regions, mostly where they are asked."""
        if self.chance.random() < 0.2:
            return [(self.item(), self.region())]
        asked = [(one.item_id, one.region_id) for one in items(self.store, self.topic())]
        return self.chance.sample(asked, min(len(asked), self.chance.randint(1, 4)))

    def told(self) -> dict[str, Any]:
        """What a report says, some of it nonsense."""
        chance = self.chance
        found: dict[str, Any] = {"state": self.word(READINESS_STATES)}
        found |= self.maybe(value=chance.choice([0, 1, 2.5, 7, 50, 99.9, 100, 1e6, float("inf")]))
        found |= self.maybe(measure=self.word(MEASURES)) | self.maybe(source="Uji")
        found |= self.maybe(as_of=self.day()) | self.maybe(note="Catatan")
        found |= self.maybe(institution_id=self.some("institution"))
        if chance.random() < 0.1:
            found["period"] = chance.choice(["2024-10-03", "2024-W40", "2024-W39-40", "2024-10"])
        return found | self.maybe(evidence_received=True)

    def asked(self) -> dict[str, Any]:
        """What an item asks."""
        chance = self.chance
        kind = self.word(TARGET_KINDS)
        number = {"persen": 95.0, "jumlah": 12.5, "per_tps": 0.5, "per_pemilih": 1.025}.get(kind)
        target: dict[str, Any] = {"target_kind": kind, "unit": "buah"}
        if number is not None:
            target["target_value"] = number * chance.choice([1, 0.1]) if kind != "persen" else number
        if kind == "teks":
            target["target_text"] = "Sesuai rencana"
        return target | {
            "responsible": chance.choice(
                ["Polres", "KPU Kabupaten/Kota", f"Polda Uji 3 {self.seed}", "Dinas", "Lainnya"]
            ),
            "for_regency": chance.random() < 0.8,
            "for_province": chance.random() < 0.3,
            "for_working_area": chance.random() < 0.3,
            "regions": chance.sample(self.regions, chance.choice([0, 1, 2])) or self.regions[:1],
            "repeats": chance.choice([None, None, *REPEATS]),
            "due_offset": chance.choice([None, -30, -1, 0, 12]),
            "due_basis": self.word(DUE_BASES),
            "evidence": chance.choice([None, "BAST"]),
            "weight": chance.choice([1, 1, 2, 0.5, 1 / 3, 1e-7, 100]),
        }

    def among(self, found: list[UUID]) -> UUID:
        if not found:
            raise AppError("Belum ada.")
        return self.chance.choice(found)

    # Reports

    def assess(self) -> ChangeSet:
        return assess(self.desk, self.item(), self.region(), **self.told())

    def assess_many(self) -> ChangeSet:
        return assess_many(self.desk, self.places(), **self.told())

    def mark(self) -> ChangeSet:
        return mark(self.desk, self.places(), **self.told())

    def paste(self) -> ChangeSet:
        day = self.day()
        own = {place: {"state": self.word(READINESS_STATES)} for place in self.places()}
        return keep_pasted(self.desk, own, as_of=day, **self.maybe(source="Uji"))

    def evidence_came(self) -> ChangeSet:
        return receive_evidence(self.desk, self.some("assessment"))

    # Versions

    def begin_draft(self) -> ChangeSet:
        return draft_version(self.desk, self.topic())[1]

    def add_group(self) -> ChangeSet:
        return checklist.add_category(self.desk, self.draft(), f"Kelompok {self.chance.randrange(3)}")[1]

    def move_group(self) -> ChangeSet:
        return checklist.move_category(self.desk, self.grouped(), self.chance.choice([-1, 1]))

    def remove_group(self) -> ChangeSet:
        return checklist.remove_category(self.desk, self.grouped())

    def add_item(self) -> ChangeSet:
        return checklist.add_item(self.desk, self.grouped(), "Butir baru", **self.asked())[1]

    def change_item(self) -> ChangeSet:
        asked = self.asked()
        some = self.chance.sample(sorted(asked), self.chance.randint(1, len(asked)))
        return checklist.update_item(self.desk, self.written(), **{name: asked[name] for name in some})

    def rename_code(self) -> ChangeSet:
        return checklist.update_item(self.desk, self.written(), code=f"UJI-{self.chance.randrange(6)}")

    def move_item(self) -> ChangeSet:
        return checklist.move_item(self.desk, self.written(), self.chance.choice([-1, 1]))

    def remove_item(self) -> ChangeSet:
        return checklist.remove_items(self.desk, [self.written()])

    def put_in_force(self) -> ChangeSet:
        draft = self.draft()
        found = [one.id for one in version_items(self.store, draft)]
        anew = self.chance.sample(found, min(len(found), self.chance.choice([0, 0, 1, 3])))
        return put_in_force(self.desk, draft, anew)

    def tidy(self) -> ChangeSet:
        """Take away what keeps a draft from being put in force."""
        found = [one for one in faults(self.store, self.draft()) if one.place is not None]
        one = self.chance.choice(found or [Fault(self.grouped(), "name", "")])
        assert one.place is not None
        remove = checklist.remove_category if one.field == "name" else _remove_item
        return remove(self.desk, one.place)

    def discard(self) -> ChangeSet:
        return discard_draft(self.desk, self.draft())

    def take_from_excel(self) -> ChangeSet:
        """The checklist as a sheet that somebody edited."""
        topic = self.topic()
        version = version_to_change(self.store, topic)
        rows = []
        for one in version_items(self.store, version.id) if version else []:
            said = {key: "" if value is None else str(value) for key, value in cells_of(one).items()}
            fate = self.chance.random()
            if fate < 0.15:
                continue
            if fate < 0.3:
                said |= {"former_code": said["code"], "code": f"XL-{self.chance.randrange(6)}"}
            elif fate < 0.4:
                said["text"] = "Butir lain"
            elif fate < 0.5:
                said["weight"] = self.chance.choice(["2", "-1", "inf", "1e309", ""])
            rows.append(tuple(said[one.key] for one in HEADINGS))
        listed = [Row(number, row) for number, row in enumerate([tuple(one.title for one in HEADINGS), *rows], 1)]
        table = Table("daftar.xlsx", (Sheet("Daftar Periksa", tuple(listed)),))
        return take_checklist(self.desk, topic, table, remove_missing=self.chance.random() < 0.5)

    def agree_on_day(self) -> ChangeSet:
        return add_override(
            self.desk,
            self.item(),
            self.region(),
            due_on=self.day(),
            due_basis=self.word(DUE_BASES),
            source="Rapat",
        )[1]

    def change_day(self) -> ChangeSet:
        values = self.chance.choice([{"due_on": self.day()}, {"region_id": self.region()}])
        return update_override(self.desk, self.some("due_override"), **values)

    def remove_day(self) -> ChangeSet:
        return remove_override(self.desk, self.some("due_override"))

    # Topics, regions and who serves them

    def choose_regions(self) -> ChangeSet:
        return update_topic(
            self.desk, self.topic(), regions=self.chance.sample(self.regions, self.chance.randint(0, 5))
        )

    def move_event(self) -> ChangeSet:
        day = self.chance.choice([None, date(2024, 11, 27), date(2024, 12, 25), date(2024, 12, 22), self.day()])
        offsets = self.maybe(review_offsets=[-30, -7, 0])
        return update_topic(self.desk, self.topic(), event_date=day, **offsets)

    def count_stations(self) -> ChangeSet:
        values = [(self.region(), self.chance.choice([0, 1, 2120, 10**9])) for _ in range(2)]
        return add_figures(
            self.desk, values, kind=self.word(FIGURE_KINDS), basis=self.chance.choice(["DPS", "DPT"]),
            source="KPU", as_of=self.chance.choice([None, self.day()]),
        )  # fmt: skip

    def withdraw_count(self) -> ChangeSet:
        return withdraw_figure(self.desk, self.some("region_figure"))

    def rename_institution(self) -> ChangeSet:
        name = self.chance.choice(["Polres", "KPU", f"Polda Uji 3 {self.seed}", "Dinas", f"Bawaslu {self.seed}"])
        return save_institution(self.desk, self.some("institution"), name=name)[1]

    def serve_regions(self) -> ChangeSet:
        some = self.chance.sample(self.regions, self.chance.randint(0, 3))
        return save_institution(self.desk, self.some("institution"), regions=some)[1]

    def remove_institution(self) -> ChangeSet:
        return delete_institution(self.desk, self.some("institution"))

    # Positions, security, follow-ups of items

    def keep(self) -> ChangeSet:
        return keep_position(self.desk, self.topic(), "Posisi", **self.maybe(meeting=self.some("meeting")))[1]

    def keep_due(self) -> ChangeSet:
        return keep_due_points(self.desk)[1]

    def rename_kept(self) -> ChangeSet:
        return rename_position(self.desk, self.some("readiness_snapshot"), "Posisi lain")

    def forget(self) -> ChangeSet:
        return forget_positions(self.desk, [self.some("readiness_snapshot")])

    def classify_stations(self) -> ChangeSet:
        numbers = [self.chance.choice([None, 0, 7, -1]) for _ in range(3)]
        told = [Told(self.region(), Classes(*numbers), self.chance.choice([None, "Kec. Bancar"]))]
        return report_stations(self.desk, self.topic(), told, source="Polres", as_of=self.day())

    def plan(self) -> ChangeSet:
        planned = self.chance.choice([0, 5, None])
        return plan_personnel(
            self.desk, self.topic(), self.region(), self.word(FORCES), planned, source="Polres", as_of=self.day()
        )

    def withdraw_security(self) -> ChangeSet:
        table = self.chance.choice(["station_risk", "personnel_plan"])
        return withdraw_report(self.desk, table, self.some(table))

    def follow_items(self) -> ChangeSet:
        return follow_ups_of_items(self.desk, self.places())[1]

    def finish(self) -> ChangeSet:
        """Those asked about an item are done, or not."""
        one = self.some("commitment_checklist_item")
        rows = self.store.rows(
            "SELECT part.id FROM addressee part JOIN commitment_checklist_item link "
            f"ON link.commitment_id = part.commitment_id WHERE link.id = {self.store.mark} AND NOT part.deleted",
            (one if self.store.engine == "postgresql" else one.bytes,),
        )
        parts = [part if isinstance(part, UUID) else UUID(bytes=part) for (part,) in rows]
        state = self.chance.choice(["selesai_laporan", "selesai_bukti", "selesai_bukti", "proses"])
        return set_state(self.desk, parts, state, today() - timedelta(days=self.chance.randrange(3)))

    def answer_proposal(self) -> ChangeSet:
        found = proposals(self.store, self.topic())
        if not found:
            raise AppError("Belum ada.")
        one = self.chance.choice(found)
        if self.chance.random() < 0.3:
            return decline_update(self.desk, one.commitment_id, one.item_id)
        states = {place.region_id: place.state for place in one.places if self.chance.random() < 0.8}
        return update_items(self.desk, one.commitment_id, one.item_id, states)

    def take_meeting(self) -> ChangeSet:
        """The meeting of 26 September 2024 with its reports, once."""
        changes = import_meeting(self.desk, read_meeting(example_meeting_file().read_bytes())).changes
        if changes is None:
            raise AppError("Sudah ada.")
        return changes


def _remove_item(desk: Desk, item: UUID) -> ChangeSet:
    return checklist.remove_items(desk, [item])


_OFTEN = (
    RandomReadiness.assess, RandomReadiness.assess_many, RandomReadiness.mark, RandomReadiness.begin_draft,
    RandomReadiness.put_in_force, RandomReadiness.change_item, RandomReadiness.tidy, RandomReadiness.follow_items, RandomReadiness.finish,
    RandomReadiness.answer_proposal, RandomReadiness.choose_regions, RandomReadiness.take_back,
)  # fmt: skip
_ONCE = (
    RandomReadiness.paste, RandomReadiness.evidence_came, RandomReadiness.add_group, RandomReadiness.move_group,
    RandomReadiness.remove_group, RandomReadiness.add_item, RandomReadiness.rename_code, RandomReadiness.move_item,
    RandomReadiness.remove_item, RandomReadiness.discard, RandomReadiness.take_from_excel,
    RandomReadiness.agree_on_day, RandomReadiness.change_day, RandomReadiness.remove_day, RandomReadiness.move_event,
    RandomReadiness.count_stations, RandomReadiness.withdraw_count, RandomReadiness.rename_institution,
    RandomReadiness.serve_regions, RandomReadiness.remove_institution, RandomReadiness.join,
    RandomReadiness.keep, RandomReadiness.keep_due, RandomReadiness.rename_kept, RandomReadiness.forget,
    RandomReadiness.classify_stations, RandomReadiness.plan, RandomReadiness.withdraw_security,
    RandomReadiness.take_meeting, RandomReadiness.reopen, RandomReadiness.reopen,
)  # fmt: skip
READINESS_DEEDS: tuple[Deed, ...] = (*_OFTEN * 4, *_ONCE * 2, *dict.fromkeys(DEEDS))
"""What may be done, each as often as it stands here; some of what is done between meetings besides."""
