"""A weak item becomes a follow-up; the finished follow-up proposes to bring the item up to date, never silently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput, NotFound
from desktop.models import undo
from desktop.models.journal import ChangeSet
from desktop.models.queries.commitment_relations import regions_concerned
from desktop.models.queries.commitments import CommitmentRow, commitment
from desktop.models.queries.item_links import follow_ups_of_item
from desktop.models.queries.item_proposals import proposals, proposals_of, proposals_on, waiting
from desktop.models.queries.item_reports import history
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.services.checklists.overrides import add_override
from desktop.services.commitments import To, set_state, update_commitment
from desktop.services.desk import Desk
from desktop.services.item_follow_ups import follow_ups_of_items
from desktop.services.item_updates import decline_update, update_items
from desktop.services.readiness import assess

TOPIC = fixed_id("topic", PILKADA)
TUBAN, GRESIK, MOJOKERTO = (fixed_id("region", code) for code in ("35.23", "35.25", "35.16"))
LOG = item_id("LOG-05")


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with frozen(datetime(2024, 10, 3, 2, tzinfo=UTC)):
        yield


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def make(desk: Desk, *regions: UUID, item: UUID = LOG) -> CommitmentRow:
    """The one follow-up of an item that is partly ready in these regions."""
    for region in regions:
        assess(desk, item, region, state="sebagian", value=80, as_of=date(2024, 10, 1))
    (one,), _ = follow_ups_of_items(desk, [(item, region) for region in regions])
    return row(desk, one)


def row(desk: Desk, one: UUID) -> CommitmentRow:
    found = commitment(desk.store, one)
    assert found is not None
    return found


def finish(desk: Desk, one: CommitmentRow, state: str = "selesai_bukti", *, only: int | None = None) -> None:
    parts = [part.id for part in one.addressees]
    set_state(desk, parts if only is None else [parts[only]], state, date(2024, 10, 3))


def proposed(desk: Desk, one: CommitmentRow) -> list[tuple[UUID, str | None, str]]:
    return [
        (at.region_id, at.before, at.state) for found in proposals_of(desk.store, one.id) for at in found.places
    ]


def now(desk: Desk, region: UUID) -> ItemRow:
    return next(one for one in items(desk.store, TOPIC, region) if one.item_id == LOG)


def take_back(desk: Desk, changes: ChangeSet) -> None:
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")


# Making


def test_several_regions_of_one_item_are_one_follow_up_with_an_addressee_each(desk: Desk) -> None:
    one = make(desk, TUBAN, GRESIK)
    assert [part.words for part in one.addressees] == ["KPU Kabupaten Tuban", "KPU Kabupaten Gresik"]
    assert one.addressee_words() == ["KPU Kabupaten/Kota"]
    assert [named.id for named in regions_concerned(desk.store, one.id)] == [TUBAN, GRESIK]


def test_several_items_of_one_region_are_a_follow_up_each(desk: Desk) -> None:
    made, changes = follow_ups_of_items(desk, [(LOG, TUBAN), (item_id("LOG-06"), TUBAN), (LOG, TUBAN)])
    assert len(made) == 2
    take_back(desk, changes)
    assert follow_ups_of_item(desk.store, LOG, TUBAN) == []


def test_a_region_with_two_polres_has_both_to_do_it(desk: Desk) -> None:
    (one,), _ = follow_ups_of_items(desk, [(item_id("SEC-18"), MOJOKERTO)])
    assert row(desk, one).addressee_words() == ["Polres Mojokerto", "Polres Mojokerto Kota"]


@pytest.mark.parametrize(
    ("basis", "source", "note"),
    [
        ("agreed", "disepakati", "Rapat 26 September 2024"),
        ("reported", "jadwal", "Rapat 26 September 2024"),
        ("proposed", "internal", None),
    ],
)
def test_a_region_with_a_day_of_its_own_gets_its_own_follow_up(
    desk: Desk, basis: str, source: str, note: str | None
) -> None:
    day = date(2024, 11, 17)
    add_override(desk, LOG, GRESIK, due_on=day, due_basis=basis, source="Rapat 26 September 2024")
    made, _ = follow_ups_of_items(desk, [(LOG, TUBAN), (LOG, GRESIK)])
    tuban, gresik = (row(desk, one) for one in made)
    assert (tuban.due_date, tuban.due_source) == (date(2024, 10, 23), "internal")
    assert (gresik.due_date, gresik.due_source, gresik.due_note) == (day, source, note)
    assert gresik.indicator == "BAST; hasil uji"


# Proposing


@pytest.mark.parametrize(("finished", "state"), [("selesai_laporan", "siap"), ("selesai_bukti", "siap_bukti")])
def test_a_finished_follow_up_proposes_what_its_addressees_say(desk: Desk, finished: str, state: str) -> None:
    one = make(desk, TUBAN)
    assert proposed(desk, one) == []
    finish(desk, one, finished)
    assert proposed(desk, one) == [(TUBAN, "sebagian", state)]
    assert waiting(proposals(desk.store, TOPIC)) == 1
    assert proposals_on(desk.store, TOPIC, LOG, TUBAN) == proposals_of(desk.store, one.id)
    assert proposals_on(desk.store, TOPIC, LOG, GRESIK) == []


def test_an_item_never_turns_green_by_itself(desk: Desk) -> None:
    one = make(desk, TUBAN)
    finish(desk, one)
    assert now(desk, TUBAN).state == "sebagian"
    assert len(history(desk.store, LOG, TUBAN)) == 1


def test_each_region_waits_for_its_own_addressees(desk: Desk) -> None:
    one = make(desk, TUBAN, GRESIK)
    finish(desk, one, only=0)
    assert proposed(desk, one) == [(TUBAN, "sebagian", "siap_bukti")]
    finish(desk, one, "selesai_laporan", only=1)
    assert proposed(desk, one) == [(TUBAN, "sebagian", "siap_bukti"), (GRESIK, "sebagian", "siap")]


def test_who_serves_none_of_its_regions_must_be_done_everywhere(desk: Desk) -> None:
    one = make(desk, TUBAN)
    both = [To(institution_id=fixed_id("institution", f"kpu-{end}")) for end in ("35.23", "jatim")]
    update_commitment(desk, one.id, to=both)
    finish(desk, row(desk, one.id), only=0)
    assert proposed(desk, one) == []
    finish(desk, row(desk, one.id), only=1)
    assert proposed(desk, one) == [(TUBAN, "sebagian", "siap_bukti")]


@pytest.mark.parametrize("state", ["proses", "dihentikan"])
def test_one_taken_up_again_or_given_up_proposes_nothing(desk: Desk, state: str) -> None:
    one = make(desk, TUBAN)
    finish(desk, one)
    finish(desk, one, state)
    assert proposed(desk, one) == []


def test_a_newer_report_makes_the_proposal_needless(desk: Desk) -> None:
    one = make(desk, TUBAN)
    finish(desk, one)
    assess(desk, LOG, TUBAN, state="belum_siap", as_of=date(2024, 10, 2))
    assert proposed(desk, one) == [(TUBAN, "belum_siap", "siap_bukti")]
    assess(desk, LOG, TUBAN, state="sebagian", as_of=date(2024, 10, 3))
    assert proposed(desk, one) == []


def test_an_item_that_is_as_ready_already_is_left_alone(desk: Desk) -> None:
    one = make(desk, TUBAN)
    assess(desk, LOG, TUBAN, state="siap", as_of=date(2024, 10, 2))
    finish(desk, one, "selesai_laporan")
    assert proposed(desk, one) == []
    finish(desk, one, "selesai_bukti")
    assert proposed(desk, one) == [(TUBAN, "siap", "siap_bukti")]


def test_one_that_names_no_region_proposes_nothing_for_regencies(desk: Desk) -> None:
    one = make(desk, TUBAN)
    update_commitment(desk, one.id, regions=[])
    finish(desk, one)
    assert proposed(desk, one) == []


# Answering


def test_agreeing_reports_it_with_the_follow_up_as_source_and_undo_proposes_it_again(desk: Desk) -> None:
    one = make(desk, TUBAN)
    finish(desk, one)
    changes = update_items(desk, one.id, LOG, {TUBAN: "siap_bukti"})
    report = history(desk.store, LOG, TUBAN)[0]
    assert (report.state, report.as_of, report.institution) == (
        "siap_bukti", date(2024, 10, 3), "KPU Kabupaten Tuban",
    )  # fmt: skip
    assert report.source is not None
    assert report.source.startswith("Tindak lanjut “")
    assert report.source.endswith("selesai (bukti diterima), 3 Oktober 2024")
    assert proposed(desk, one) == []
    take_back(desk, changes)
    assert now(desk, TUBAN).state == "sebagian"
    assert proposed(desk, one) == [(TUBAN, "sebagian", "siap_bukti")]


def test_the_state_may_be_another_and_partly_ready_keeps_its_number(desk: Desk) -> None:
    one = make(desk, TUBAN, GRESIK)
    finish(desk, one)
    update_items(desk, one.id, LOG, {TUBAN: "sebagian"})
    assert (now(desk, TUBAN).state, now(desk, TUBAN).value) == ("sebagian", 80)
    assert proposed(desk, one) == [(GRESIK, "sebagian", "siap_bukti")]  # what was not chosen still waits


def test_turned_down_it_rests_until_it_is_finished_anew(desk: Desk) -> None:
    one = make(desk, TUBAN)
    finish(desk, one, "selesai_laporan")
    changes = decline_update(desk, one.id, LOG)
    assert proposed(desk, one) == []
    take_back(desk, changes)
    assert len(proposed(desk, one)) == 1
    decline_update(desk, one.id, LOG)
    finish(desk, one, "selesai_bukti")
    assert proposed(desk, one) == [(TUBAN, "sebagian", "siap_bukti")]


def test_what_is_not_proposed_any_more_is_not_written(desk: Desk) -> None:
    one = make(desk, TUBAN)
    with pytest.raises(NotFound, match="tidak diusulkan lagi"):
        update_items(desk, one.id, LOG, {TUBAN: "siap"})
    finish(desk, one)
    with pytest.raises(NotFound):
        update_items(desk, one.id, LOG, {GRESIK: "siap"})
    with pytest.raises(InvalidInput, match="Belum ada wilayah"):
        update_items(desk, one.id, LOG, {})
    with pytest.raises(InvalidInput):
        update_items(desk, one.id, LOG, {TUBAN: "beres"})


def test_of_two_institutions_that_answer_each_is_named(desk: Desk) -> None:
    one = make(desk, MOJOKERTO, item=item_id("SEC-05"))
    finish(desk, one)
    update_items(desk, one.id, item_id("SEC-05"), {MOJOKERTO: "siap_bukti"})
    told = [report.institution for report in history(desk.store, item_id("SEC-05"), MOJOKERTO)[:2]]
    assert told == ["Polres Mojokerto Kota", "Polres Mojokerto"]
