"""Versions of a checklist: a draft is free to write, putting it in force is one deed, old reports stand still."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.base.errors import ChangedMeanwhile, ClosedTopic, InvalidInput
from desktop.models import search_lines
from desktop.models.fixed_ids import fixed_id
from desktop.models.journal import writing
from desktop.models.queries.checklist_versions import (
    DRAFT,
    FORMER,
    IN_FORCE,
    VersionItem,
    categories,
    draft_of,
    reports_under,
    version_in_force,
    version_items,
    versions,
)
from desktop.models.queries.due_overrides import due_overrides
from desktop.models.queries.search import Search
from desktop.models.queries.search_hits import search_hits
from desktop.models.seeds import PILKADA, item_id
from desktop.models.store import Store
from desktop.models.tables import Topic
from desktop.models.undo import revert
from desktop.services.checklists.copying import copied_id
from desktop.services.checklists.differences import differences
from desktop.services.checklists.items import (
    add_category,
    add_item,
    move_category,
    move_item,
    remove_category,
    remove_items,
    rename_category,
    update_item,
)
from desktop.services.checklists.overrides import add_override, remove_override, update_override
from desktop.services.checklists.versions import discard_draft, draft_version, put_in_force
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.readiness import assess
from desktop.services.topics import add_topic

TOPIC = fixed_id("topic", PILKADA)
FIRST = fixed_id("checklist_template", PILKADA, 1)
TUBAN, GRESIK = fixed_id("region", "35.23"), fixed_id("region", "35.25")
_OLD = ("checklist_template", "checklist_category", "checklist_item", "checklist_item_region", "assessment")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def _row_for_row(store: Store, upto: int) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the checklist's tables that was there at a time, as the database holds it."""
    return {
        table: store.rows(f'SELECT * FROM "{table}" WHERE clock <= {store.mark} ORDER BY seq', (upto,))
        for table in _OLD
    }


def _now(store: Store) -> int:
    (clock,) = store.one("SELECT clock FROM replica") or (0,)
    return int(clock)


def _by_code(store: Store, template: UUID) -> dict[str, VersionItem]:
    return {one.code: one for one in version_items(store, template)}


def _contents(items: list[VersionItem]) -> list[tuple[Any, ...]]:
    return [
        (one.category, one.code, one.text, one.responsible, one.related, one.for_regency, one.target, one.unit,
         one.due_offset, one.weight, one.regions)
        for one in items
    ]  # fmt: skip


def test_a_draft_is_a_copy_whose_items_share_the_threads_of_those_in_force(desk: Desk) -> None:
    draft, _ = draft_version(desk, TOPIC)
    old, new = version_items(desk.store, FIRST), version_items(desk.store, draft)
    assert _contents(new) == _contents(old)
    assert len(new) == 101
    assert [one.thread_id for one in new] == [one.thread_id for one in old]
    assert [(one.version, one.standing) for one in versions(desk.store, TOPIC)] == [(2, DRAFT), (1, IN_FORCE)]
    with pytest.raises(InvalidInput, match="Konsep versi 2 sudah ada"):
        draft_version(desk, TOPIC)


def test_reports_and_the_version_they_were_given_under_stay_byte_for_byte(desk: Desk) -> None:
    for code in ("LOG-01", "LOG-03"):
        assess(desk, item_id(code), TUBAN, state="sebagian", value=1, as_of=date(2024, 9, 26))
    clock = _now(desk.store)
    before = _row_for_row(desk.store, clock)
    draft, _ = draft_version(desk, TOPIC)
    item = _by_code(desk.store, draft)["LOG-03"].id
    update_item(desk, item, target_value=3, text="Kotak suara diterima lengkap", regions=(TUBAN,))
    remove_items(desk, [_by_code(desk.store, draft)["LOG-01"].id])
    put_in_force(desk, draft, ask_anew=[item])
    other, _ = draft_version(desk, TOPIC)
    remove_category(desk, categories(desk.store, other)[0].id)
    discard_draft(desk, other)
    assert _row_for_row(desk.store, clock) == before
    found = versions(desk.store, TOPIC)
    assert [(one.standing, one.items, reports_under(desk.store, one.id)) for one in found] == [
        (IN_FORCE, 100, 0),
        (FORMER, 101, 2),
    ]


def test_what_is_in_force_is_not_edited(desk: Desk) -> None:
    for deed in (
        lambda: update_item(desk, item_id("LOG-01"), text="Lain"),
        lambda: remove_items(desk, [item_id("LOG-01")]),
        lambda: add_category(desk, FIRST, "Lain"),
        lambda: discard_draft(desk, FIRST),
    ):
        with pytest.raises(InvalidInput, match="sudah berlaku"):
            deed()


def test_a_closed_topics_checklist_stands_still(desk: Desk) -> None:
    with writing(desk.store, "topic.close", by="Uji") as write:
        write.update(Topic, TOPIC, state="closed", closed_on=date(2024, 12, 20))
    with pytest.raises(ClosedTopic):
        draft_version(desk, TOPIC)


def test_a_draft_says_what_it_changes_and_which_questions_are_others(desk: Desk) -> None:
    draft, _ = draft_version(desk, TOPIC)
    codes = _by_code(desk.store, draft)
    update_item(desk, codes["LOG-03"].id, target_kind="per_tps", target_value=2.5)
    update_item(desk, codes["LOG-04"].id, weight=2, responsible="KPU Provinsi")
    remove_items(desk, [codes["LOG-05"].id])
    add_item(desk, codes["LOG-06"].category_id, "Alat bantu tunanetra diterima")
    found = differences(desk.store, draft)
    assert found.sentence == "1 butir baru, 2 butir diubah, 1 butir dihapus."
    assert [(one.item.code, list(one.changes.values()), one.asks_other) for one in found.changed] == [
        ("LOG-03", ["Target: 2 → 2,5"], True),
        ("LOG-04", ["Penanggung jawab: KPU Kabupaten/Kota → KPU Provinsi", "Bobot: 1 → 2"], False),
    ]
    rename_category(desk, codes["LOG-06"].category_id, "Logistik dan distribusi")
    assert differences(desk.store, draft).sentence.endswith("1 butir dihapus, 1 kategori berganti nama.")
    (new,) = found.new
    assert (new.code, new.responsible, new.thread_id) == ("LOG-33", "KPU Kabupaten/Kota", new.id)


def test_what_was_reported_counts_for_a_changed_item_unless_a_new_report_is_asked_for(desk: Desk) -> None:
    draft, _ = draft_version(desk, TOPIC)
    kept, anew = (_by_code(desk.store, draft)[code].id for code in ("LOG-03", "LOG-07"))
    for one in (kept, anew):
        update_item(desk, one, evidence="Foto")
    put_in_force(desk, draft, ask_anew=[anew])
    threads = {one.id: one.thread_id for one in version_items(desk.store, draft)}
    assert threads[kept] == item_id("LOG-03")
    assert threads[anew] == anew


def test_an_unsound_draft_is_not_put_in_force(desk: Desk) -> None:
    draft, _ = draft_version(desk, TOPIC)
    item = _by_code(desk.store, draft)["LOG-03"].id
    update_item(desk, item, target_kind="jumlah", target_value=None, for_regency=False)
    add_category(desk, draft, "Kosong")
    with pytest.raises(InvalidInput) as fault:
        put_in_force(desk, draft)
    assert "Kategori “Kosong” belum berisi butir." in fault.value.message
    assert "LOG-03: belum ditentukan untuk wilayah mana. LOG-03: angka targetnya" in fault.value.message
    with pytest.raises(InvalidInput, match="Kode log-04 sudah dipakai"):
        update_item(desk, item, code="log-04")


def test_putting_in_force_is_one_deed_with_one_undo(desk: Desk) -> None:
    history = History()
    draft, changes = draft_version(desk, TOPIC)
    history.note(changes)
    history.note(put_in_force(desk, draft))
    found = version_in_force(desk.store, TOPIC)
    assert found is not None
    assert (found.id, found.version) == (draft, 2)
    history.undo(desk)
    found = version_in_force(desk.store, TOPIC)
    assert found is not None
    assert found.id == FIRST
    history.undo(desk)
    assert draft_of(desk.store, TOPIC) is None
    history.redo(desk)
    history.note(discard_draft(desk, draft))
    assert draft_of(desk.store, TOPIC) is None
    history.undo(desk)
    assert len(version_items(desk.store, draft)) == 101


def test_taking_back_leaves_what_is_asked_and_what_was_answered_in_its_place(desk: Desk) -> None:
    draft, _ = draft_version(desk, TOPIC)
    item = version_items(desk.store, draft)[0]
    edited, forced = update_item(desk, item.id, text="Lain"), put_in_force(desk, draft)
    assert edited.action is not None
    assert forced.action is not None
    with pytest.raises(ChangedMeanwhile, match="sudah berlaku"):
        revert(desk.store, edited.action, by="Uji")
    told = assess(desk, item.id, TUBAN, state="siap", as_of=date(2024, 9, 20))
    with pytest.raises(ChangedMeanwhile, match="sudah ada laporan"):
        revert(desk.store, forced.action, by="Uji")
    assert version_items(desk.store, draft)[0].text == "Lain"
    for one in (told, forced, edited):
        assert one.action is not None
        revert(desk.store, one.action, by="Uji")
    assert version_items(desk.store, draft)[0].text == item.text


def test_a_checklist_begins_from_nothing(desk: Desk) -> None:
    topic, _ = add_topic(desk, "Mudik Lebaran 2025")
    draft, _ = draft_version(desk, topic)
    category, _ = add_category(desk, draft, "Posko")
    add_item(desk, category, "Posko terpadu beroperasi", code="POS-01", responsible="Dinas Perhubungan")
    add_item(desk, category, "Petugas siap")
    put_in_force(desk, draft)
    found = version_in_force(desk.store, topic)
    assert found is not None
    assert (found.version, found.items) == (1, 2)
    assert [one.code for one in version_items(desk.store, draft)] == ["POS-01", "POS-02"]


def test_items_move_within_and_beyond_their_category_and_categories_with_them(desk: Desk) -> None:
    draft, _ = draft_version(desk, TOPIC)
    first, second = categories(desk.store, draft)[:2]

    def codes(category: UUID) -> list[str]:
        return [one.code for one in version_items(desk.store, draft) if one.category_id == category]

    last = _by_code(desk.store, draft)[codes(first.id)[-1]]
    move_item(desk, last.id, -1)
    assert codes(first.id)[-2] == last.code
    move_item(desk, last.id, 1)
    move_item(desk, last.id, 1)
    assert codes(second.id)[0] == last.code
    move_item(desk, last.id, -1)
    assert codes(first.id)[-1] == last.code
    move_category(desk, second.id, -1)
    assert categories(desk.store, draft)[0] == second
    put_in_force(desk, draft)
    numbers = desk.store.rows(
        f"SELECT order_no, code FROM checklist_item WHERE template_id = {desk.store.mark} ORDER BY order_no",
        (draft,),
    )
    assert [code for _, code in numbers] == [one.code for one in version_items(desk.store, draft)]


def test_nothing_is_reported_on_a_draft_but_on_what_was_asked_before_it_is(desk: Desk) -> None:
    draft, _ = draft_version(desk, TOPIC)
    with pytest.raises(InvalidInput, match="konsep daftar periksa"):
        assess(desk, copied_id(draft, item_id("LOG-01")), TUBAN, state="siap")
    put_in_force(desk, draft)
    assess(desk, item_id("LOG-01"), TUBAN, state="siap")
    assert reports_under(desk.store, draft) == 0


def test_dates_of_single_regions_go_over_to_the_next_version(desk: Desk) -> None:
    draft, _ = draft_version(desk, TOPIC)
    values: dict[str, Any] = {"due_on": date(2024, 10, 1), "due_basis": "agreed"}
    agreed = "disepakati dalam rapat 26 September 2024"
    one, _ = add_override(desk, item_id("LOG-01"), TUBAN, source=agreed, **values)
    other, _ = add_override(desk, item_id("LOG-01"), GRESIK, source="Surat KPU", **values)
    with pytest.raises(InvalidInput, match="sudah mempunyai batas waktu"):
        add_override(desk, item_id("LOG-01"), TUBAN, source="Lain", **values)
    with pytest.raises(InvalidInput, match="tidak ditanyakan di wilayah ini"):
        add_override(desk, item_id("LOG-01"), fixed_id("region", "35"), source="Rapat", **values)
    with pytest.raises(InvalidInput, match="Sumber belum diisi"):
        add_override(desk, item_id("LOG-02"), TUBAN, source=" ", **values)
    update_override(desk, one, due_on=date(2024, 10, 3))
    remove_override(desk, other)
    put_in_force(desk, draft)
    (found,) = due_overrides(desk.store, copied_id(draft, item_id("LOG-01")))
    assert (found.region_id, found.due_on, found.source) == (TUBAN, date(2024, 10, 3), agreed)


def test_an_item_is_found_once_as_the_version_in_force_has_it(desk: Desk) -> None:
    assess(desk, item_id("LOG-05"), TUBAN, state="sebagian", note="Setengahnya rusak", as_of=date(2024, 9, 26))

    def found(text: str) -> list[object]:
        return [hit.leads["item"] for hit in search_hits(Search(desk.store, text)) if "item" in hit.leads]

    draft, _ = draft_version(desk, TOPIC)
    new = copied_id(draft, item_id("LOG-05"))
    update_item(desk, new, text="Tinta ungu diterima dan diuji")
    assert (found("tinta diterima"), found("ungu")) == ([item_id("LOG-05")], [])
    changes = put_in_force(desk, draft)
    assert (found("tinta diterima"), found("setengahnya")) == ([new], [new])
    assert search_lines.stale(desk.store) == 0
    assert changes.action is not None
    revert(desk.store, changes.action, by="Uji")
    assert found("tinta diterima") == [item_id("LOG-05")]
    assert search_lines.stale(desk.store) == 0
