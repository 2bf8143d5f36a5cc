"""The readiness matrix: who is asked what, which report counts, and what stands on the first day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.exchange.meeting_file import read_meeting
from desktop.models.journal import writing
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.item_reports import history
from desktop.models.queries.readiness import Cell, Matrix, matrix
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.score import Answer, Tally, tally
from desktop.models.seeds import PILKADA, example_meeting_file, fixed_id, item_id
from desktop.models.store import Store
from desktop.models.tables import Assessment, ChecklistItem, ChecklistTemplate, Topic
from desktop.models.words import READINESS_STATES
from desktop.services.desk import Desk
from desktop.services.meeting_import import import_meeting

TOPIC = fixed_id("topic", PILKADA)
TUBAN, GRESIK, PROVINCE, AREA = (fixed_id("region", code) for code in ("35.23", "35.25", "35", "wilker.2"))
FIRST_DAY = date(2024, 9, 26)


def report(store: Store, code: str, state: str, region: UUID = TUBAN, **values: object) -> UUID:
    with writing(store, "readiness.assess", by="Uji") as write:
        return write.insert(
            Assessment,
            item_id=item_id(code),
            region_id=region,
            state=state,
            **{"as_of": date(2024, 10, 4), **values},
        )


def item_change(store: Store, code: str, **values: object) -> None:
    with writing(store, "item.update", by="Uji") as write:
        write.update(ChecklistItem, item_id(code), **values)


def cell(found: Matrix, region: UUID, category: str) -> Cell:
    row = [head.id for head in found.regions].index(region)
    return found.cells[row][[head.name for head in found.categories].index(category)]


def item(store: Store, code: str, region: UUID = TUBAN) -> ItemRow:
    (found,) = [row for row in items(store, TOPIC, region) if row.code == code]
    return found


def test_the_open_topic_is_offered_with_its_day(store: Store) -> None:
    (topic,) = open_topics(store)
    assert (topic.id, topic.event_label, topic.event_date) == (TOPIC, "Hari H", date(2024, 11, 27))


def test_closed_topics_are_not_offered(store: Store) -> None:
    with writing(store, "topic.update", by="Uji") as write:
        write.update(Topic, TOPIC, state="closed")
    assert open_topics(store) == []


def test_rows_stand_in_the_offices_order_and_the_wider_areas_last(store: Store) -> None:
    names = [head.name for head in matrix(store, TOPIC).regions]
    assert names == [
        "Kabupaten Bojonegoro", "Kabupaten Tuban", "Kabupaten Lamongan", "Kabupaten Gresik", "Kabupaten Jombang",
        "Kabupaten Nganjuk", "Kabupaten Mojokerto", "Kota Mojokerto", "Provinsi Jawa Timur",
        "Wilayah Kerja Bakorwil Bojonegoro",
    ]  # fmt: skip


def test_an_item_is_asked_of_the_regions_of_its_kind(store: Store) -> None:
    found = matrix(store, TOPIC)
    assert cell(found, TUBAN, "Logistik").tally.applicable == 25
    assert cell(found, PROVINCE, "Logistik").tally.applicable == 2
    assert cell(found, AREA, "Dukungan Pemerintah").tally.applicable == 2
    assert cell(found, AREA, "Logistik").is_empty


def test_an_item_that_names_a_region_is_asked_of_that_region_too(store: Store) -> None:
    assert cell(matrix(store, TOPIC), GRESIK, "Logistik").tally.applicable == 26
    assert "LOG-22" in {row.code for row in items(store, TOPIC, GRESIK)}
    assert "LOG-22" not in {row.code for row in items(store, TOPIC, TUBAN)}


def test_a_report_changes_its_cell_and_the_totals_over_it(store: Store) -> None:
    report(store, "LOG-01", "siap_bukti")
    found = matrix(store, TOPIC)
    changed = cell(found, TUBAN, "Logistik")
    assert (changed.tally.percent, changed.tally.reported, changed.updated_on) == (99, 1, date(2024, 10, 4))
    assert found.by_region[1].tally.reported == found.by_category[0].tally.reported == 1
    assert found.total.tally.reported == 1
    assert sum(one.tally.reported for row in found.cells for one in row) == 1


def test_the_report_of_the_latest_day_counts_though_entered_before(store: Store) -> None:
    report(store, "LOG-01", "siap", as_of=date(2024, 10, 10))
    report(store, "LOG-01", "belum_siap", as_of=date(2024, 10, 4))
    assert item(store, "LOG-01").state == "siap"
    assert cell(matrix(store, TOPIC), TUBAN, "Logistik").tally.percent == 50


def test_of_two_reports_on_one_day_the_one_entered_last_counts(store: Store) -> None:
    report(store, "LOG-01", "siap")
    report(store, "LOG-01", "belum_siap")
    assert item(store, "LOG-01").state == "belum_siap"


@pytest.mark.parametrize(
    ("code", "responsible", "another", "region"),
    [
        ("LOG-01", "kpu-35.23", "bawaslu-35.23", TUBAN),
        ("LOG-01", "kpu-35.23", "kpu-35.25", TUBAN),
        ("LOG-22", "kpu-35.25", "kpu-jatim", GRESIK),
        ("SEC-02", "polda-jatim", "korem-082", PROVINCE),
        ("SUP-01", "bawaslu-35.23", "polres-tuban", TUBAN),
    ],
)
def test_a_later_report_of_another_institution_stands_beside(
    store: Store, code: str, responsible: str, another: str, region: UUID
) -> None:
    before = item(store, code, region).state
    report(store, code, "belum_siap", region, institution_id=fixed_id("institution", another))
    alone = item(store, code, region).state
    report(
        store, code, "siap", region, institution_id=fixed_id("institution", responsible), as_of=date(2024, 10, 1)
    )
    assert (before, alone, item(store, code, region).state) == (None, "belum_siap", "siap")
    assert [(one.state, one.counts) for one in history(store, item_id(code), region)] == [
        ("belum_siap", False), ("siap", True),
    ]  # fmt: skip
    assert matrix(store, TOPIC).total.updated_on == date(2024, 10, 1)


def test_a_later_report_without_an_institution_counts_before_the_responsible_ones(store: Store) -> None:
    report(
        store, "LOG-01", "belum_siap", institution_id=fixed_id("institution", "kpu-35.23"), as_of=date(2024, 10, 1)
    )
    report(store, "LOG-01", "siap")
    assert item(store, "LOG-01").state == "siap"


def test_a_report_taken_back_no_longer_counts(store: Store) -> None:
    report(store, "LOG-01", "belum_siap")
    mistaken = report(store, "LOG-01", "siap", as_of=date(2024, 10, 10))
    with writing(store, "readiness.undo", by="Uji") as write:
        write.delete(Assessment, mistaken)
    assert item(store, "LOG-01").state == "belum_siap"
    assert [one.state for one in history(store, item_id("LOG-01"), TUBAN)] == ["belum_siap"]


def test_a_report_for_one_region_says_nothing_of_another(store: Store) -> None:
    report(store, "LOG-01", "siap", GRESIK)
    assert item(store, "LOG-01", TUBAN).state is None


def test_what_does_not_apply_leaves_the_cell(store: Store) -> None:
    before = cell(matrix(store, TOPIC), TUBAN, "Logistik").tally.applicable
    report(store, "LOG-01", "tidak_berlaku")
    after = cell(matrix(store, TOPIC), TUBAN, "Logistik")
    assert (after.tally.applicable, after.tally.left_out, after.tally.percent) == (before - 1, 1, None)


def test_the_worst_item_of_a_cell_is_named(store: Store) -> None:
    report(store, "LOG-01", "siap_bukti")
    report(store, "LOG-05", "sebagian", value=0.5)
    report(store, "LOG-06", "belum_siap")
    report(store, "LOG-11", "belum_siap")
    found = matrix(store, TOPIC)
    worst = cell(found, TUBAN, "Logistik").worst
    assert worst is not None
    assert (worst.code, worst.state) == ("LOG-06", "belum_siap")
    assert found.total.worst == worst


def test_where_everything_reported_is_ready_no_item_is_worst(store: Store) -> None:
    report(store, "LOG-01", "siap_bukti")
    assert cell(matrix(store, TOPIC), TUBAN, "Logistik").worst is None


def test_a_new_version_of_the_checklist_starts_empty_and_keeps_old_answers(store: Store) -> None:
    report(store, "LOG-01", "siap")
    with writing(store, "checklist.publish", by="Uji") as write:
        write.insert(ChecklistTemplate, topic_id=TOPIC, name="Daftar periksa", version=2)
    assert matrix(store, TOPIC).categories == ()
    assert items(store, TOPIC) == []
    assert [one.state for one in history(store, item_id("LOG-01"), TUBAN)] == ["siap"]


def test_a_topic_without_checklist_or_regions_is_an_empty_matrix(store: Store) -> None:
    with writing(store, "topic.add", by="Uji") as write:
        topic = write.insert(Topic, name="Banjir", event_label="Puncak", state="open")
    found = matrix(store, topic)
    assert (found.regions, found.categories, found.cells, found.total.is_empty) == ((), (), (), True)


def test_items_tell_what_is_asked_and_until_when(store: Store) -> None:
    found = item(store, "LOG-10")
    assert (found.category, found.responsible, found.target, found.unit) == (
        "Logistik", "KPU Kabupaten/Kota", "100", "% surat suara",
    )  # fmt: skip
    assert (found.due_on, found.due_basis) == (date(2024, 11, 11), "reported")
    assert (found.state, found.state_words) == (None, "Belum ada laporan")


def test_items_can_be_read_by_region_by_category_and_in_all(store: Store) -> None:
    found = matrix(store, TOPIC)
    category = found.categories[0].id
    assert len(items(store, TOPIC, TUBAN, category)) == 25
    assert len(items(store, TOPIC, TUBAN)) == found.by_region[1].tally.applicable
    assert len(items(store, TOPIC, category=category)) == found.by_category[0].tally.applicable
    assert len(items(store, TOPIC)) == found.total.tally.applicable


def test_a_topic_without_a_day_has_no_due_dates(store: Store) -> None:
    with writing(store, "topic.update", by="Uji") as write:
        write.update(Topic, TOPIC, event_date=None)
    assert {row.due_on for row in items(store, TOPIC, TUBAN)} == {None}


def test_history_tells_newest_first_and_who_reported(store: Store) -> None:
    polda = fixed_id("institution", "polda-jatim")
    report(store, "SEC-02", "sebagian", PROVINCE, as_of=date(2024, 9, 1))
    report(store, "SEC-02", "siap", PROVINCE, institution_id=polda, note="Selesai", as_of=date(2024, 9, 20))
    first, second = history(store, item_id("SEC-02"), PROVINCE)
    assert (first.state, first.institution, first.note, first.as_of) == (
        "siap", "Polda Jawa Timur", "Selesai", date(2024, 9, 20),
    )  # fmt: skip
    assert (second.state, second.institution) == ("sebagian", None)


@pytest.mark.parametrize("state", ["belum_siap", "sebagian"])
def test_an_internal_date_makes_nothing_late(store: Store, state: str) -> None:
    report(store, "LOG-02", state)
    found = item(store, "LOG-02")
    assert found.due_basis == "proposed"
    assert not found.is_late(date(2030, 1, 1))


def test_an_outside_date_makes_late_only_what_was_reported_as_not_ready(store: Store) -> None:
    due, after = date(2024, 11, 11), date(2024, 11, 12)
    assert not item(store, "LOG-10").is_late(after)
    report(store, "LOG-10", "sebagian")
    assert not item(store, "LOG-10").is_late(due)
    assert item(store, "LOG-10").is_late(after)
    report(store, "LOG-10", "siap")
    assert not item(store, "LOG-10").is_late(after)


def test_on_the_first_day_poldas_reports_stand_and_nothing_is_late(store: Store) -> None:
    import_meeting(Desk(store, "Uji"), read_meeting(example_meeting_file().read_bytes()))
    found = matrix(store, TOPIC)
    assert cell(found, PROVINCE, "Keamanan").tally.reported == found.total.tally.reported == 3
    assert cell(found, PROVINCE, "Keamanan").tally.percent == 50
    everything = items(store, TOPIC)
    assert {(row.code, row.region_id) for row in everything if row.state} == {
        (code, PROVINCE) for code in ("SEC-02", "SEC-03", "SEC-06")
    }
    assert not [row.code for row in everything if row.is_late(FIRST_DAY)]


codes = st.sampled_from(["LOG-01", "LOG-03", "LOG-10", "LOG-22", "SEC-02", "SEC-06", "SUP-01", "GOV-23"])
reports = st.tuples(
    codes,
    st.sampled_from([TUBAN, GRESIK, PROVINCE, AREA]),
    st.sampled_from(list(READINESS_STATES)),
    st.none() | st.integers(0, 150),
    st.dates(date(2024, 10, 1), date(2024, 10, 4)),
)


ONE_OFFICE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Reports = list[tuple[str, UUID, str, int | None, date]]
given_office = given(
    given_reports=st.lists(reports, max_size=30), heavy=st.dictionaries(codes, st.sampled_from([0.0, 2.0, 2.5]))
)


@settings(ONE_OFFICE, max_examples=12)
@given_office
def test_the_matrix_is_what_counting_by_hand_gives(
    sqlite_store: Store, given_reports: Reports, heavy: dict[str, float]
) -> None:
    report_and_count(sqlite_store, given_reports, heavy)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(ONE_OFFICE, max_examples=300)
@given_office
def test_the_matrix_is_what_counting_by_hand_gives_many_times(
    sqlite_store: Store, given_reports: Reports, heavy: dict[str, float]
) -> None:
    report_and_count(sqlite_store, given_reports, heavy)


def report_and_count(store: Store, given_reports: Reports, heavy: dict[str, float]) -> None:
    """These reports in one action, with these weights: every cell and the total are what they come to."""
    with taken_back(store):
        for code, weight in heavy.items():
            item_change(store, code, weight=weight)
        with writing(store, "readiness.assess", by="Uji") as write:
            columns = ("item_id", "region_id", "state", "value", "as_of")
            rows = [
                (item_id(code), region, state, value, as_of) for code, region, state, value, as_of in given_reports
            ]
            write.insert_rows(Assessment, columns, rows)
        found, expected = matrix(store, TOPIC), recount(store, given_reports)
    for region, row in zip(found.regions, found.cells, strict=True):
        for category, one in zip(found.categories, row, strict=True):
            assert one.tally == expected.get((region.name, category.name), Tally())
    assert found.total.tally == sum(expected.values(), Tally())


@contextmanager
def taken_back(store: Store) -> Iterator[None]:
    """What is written within is gone afterwards: each example starts from the same office."""

    class Done(Exception):
        pass

    with suppress(Done), store.transaction():
        yield
        raise Done


def recount(store: Store, given_reports: Reports) -> dict[tuple[str, str], Tally]:
    """The cells counted item by item from what was reported, without asking for the latest report."""
    latest: dict[tuple[str, UUID], tuple[str, int | None]] = {}
    for code, region, state, value, _as_of in sorted(given_reports, key=lambda one: one[4]):
        latest[code, region] = (state, value)
    found: dict[tuple[str, str], Tally] = {}
    for row in items(store, TOPIC):
        state, value = latest.get((row.code, row.region_id), (None, None))
        answer = Answer(state, value, row.target_value, row.evidence is not None, row.weight)
        key = (row.region, row.category)
        found[key] = found.get(key, Tally()) + tally(answer)
    return found
