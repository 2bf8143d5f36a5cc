"""What is kept of a line, in one step, and taken back in one."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.models import drafts, undo
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.discussion import statements
from desktop.models.store import Store
from desktop.services.capture_line import Kept, Line, follow_up_to_note, keep_lines, read_line, scene_of
from desktop.services.commitments import set_state
from desktop.services.desk import Desk
from tests.models.made_up import live


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(example: UUID) -> UUID:
    return example


def keep(desk: Desk, meeting: UUID, *texts: str, kind: str = "paparan", draft: str | None = None) -> list[Kept]:
    scene = scene_of(desk.store, meeting)
    lines = []
    for text in texts:
        reading = read_line(text, scene, kind=kind)
        lines.append(Line(reading, kind, speaker_id=reading.speaker, on_behalf_of_id=reading.on_behalf_of))
    return keep_lines(desk, meeting, lines, scene, draft=draft)[0]


def test_a_line_with_a_date_is_kept_as_follow_up_with_all_it_names(desk: Desk, meeting: UUID) -> None:
    (kept,) = keep(desk, meeting, "Kirim data #kpu kab tuban !jumat *1")
    found = next(one for one in commitments_of(desk.store, meeting) if one.id == kept.id)
    assert (found.text, found.due_date, found.due_source) == ("Kirim data", date(2024, 9, 27), "disepakati")
    assert found.addressee_words() == ["KPU Kabupaten Tuban"]
    assert field(desk, "commitment", kept.id, "priority") == 1


def field(desk: Desk, table: str, one: UUID, name: str) -> Any:
    return live(desk.store, table)[table, one][name]


def test_a_note_is_kept_with_its_speaker(desk: Desk, meeting: UUID) -> None:
    (kept,) = keep(desk, meeting, "yudi: a.n. kepala Jaga kondusivitas")
    found = next(one for one in statements(desk.store, meeting) if one.id == kept.id)
    assert (found.text, found.on_behalf_of) == ("Jaga kondusivitas", "Kepala Bakorwil Bojonegoro")
    assert found.speaker_id is not None


@pytest.mark.parametrize(
    ("line", "kind", "wanted"),
    [
        ("rozaq: Kirim surat suara #kpu jatim !H", "paparan", "komitmen"),
        ("rozaq: Jaga gudang #polres tuban !H", "paparan", "permintaan"),
        ("rozaq: Jaga gudang #polres tuban !H", "arahan", "arahan"),
    ],
)
def test_a_promise_is_ones_own_a_request_goes_to_others(
    desk: Desk, meeting: UUID, line: str, kind: str, wanted: str
) -> None:
    (kept,) = keep(desk, meeting, line, kind=kind)
    assert field(desk, "commitment", kept.id, "kind") == wanted


def test_several_lines_are_one_step(desk: Desk, meeting: UUID) -> None:
    before = live(desk.store)
    scene = scene_of(desk.store, meeting)
    lines = [Line(read_line(text, scene), "paparan") for text in ("Tanggul aman", "Siapkan pompa !25", "Selesai")]
    _, changes = keep_lines(desk, meeting, lines, scene)
    assert len(live(desk.store, "statement")) == 7 + 2
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")
    assert live(desk.store) == before


def test_a_line_that_names_several_is_not_kept(desk: Desk, meeting: UUID) -> None:
    before = live(desk.store)
    with pytest.raises(InvalidInput, match="dapat berarti"):
        keep(desk, meeting, "Tanggul aman", "Siapkan #kpu !25")
    assert live(desk.store) == before


def test_tokens_without_a_sentence_are_not_kept(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(InvalidInput, match="Kalimatnya belum ada"):
        keep(desk, meeting, "#kpu kab tuban !25")


def test_a_kept_line_leaves_no_draft(desk: Desk, meeting: UUID) -> None:
    drafts.keep(desk.store, "capture:x", {"text": "Tanggul"})
    keep(desk, meeting, "Tanggul aman", draft="capture:x")
    assert drafts.recall(desk.store, "capture:x") is None


def test_a_follow_up_becomes_a_note_again(desk: Desk, meeting: UUID) -> None:
    (kept,) = keep(desk, meeting, "Siapkan pompa #kpu kab tuban !25")
    note, _ = follow_up_to_note(desk, kept.id, "kesimpulan")
    found = next(one for one in statements(desk.store, meeting) if one.id == note)
    assert (found.kind, found.text) == ("kesimpulan", "Siapkan pompa")
    assert kept.id not in {one.id for one in commitments_of(desk.store, meeting)}


def test_a_follow_up_from_a_note_leaves_that_note(desk: Desk, meeting: UUID) -> None:
    one = next(row for row in commitments_of(desk.store, meeting) if row.statement_id)
    note, _ = follow_up_to_note(desk, one.id, "kesimpulan")
    assert note == one.statement_id
    assert len(statements(desk.store, meeting)) == 7


def test_a_follow_up_somebody_works_on_stays_one(desk: Desk, meeting: UUID) -> None:
    one = commitments_of(desk.store, meeting)[0]
    set_state(desk, [one.addressees[0].id], "proses")
    with pytest.raises(InvalidInput, match="sudah berjalan"):
        follow_up_to_note(desk, one.id, "kesimpulan")
