"""Files of a meeting: kept once, in their order, safe to open; nothing is lost when one is taken away."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput, NotFound
from desktop.exchange.attached import Taken, take_picture
from desktop.models import attachment_store, integrity
from desktop.models.queries.attachments import FileRow, file_row, files_of
from desktop.models.store import Store
from desktop.services.attachments import add_files, copy_to_open, move_file, remove_file, update_file
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import create_meeting, delete_meeting
from tests.exchange.attached import made

SCAN = Taken("Daftar hadir.pdf", "application/pdf", made.PDF)


def photo(number: int) -> Taken:
    return take_picture(made.photo(100 + number, 60), f"foto {number}.jpg")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return create_meeting(desk, title="Rakor Uji", held_on=date(2024, 10, 10))[0]


def files(desk: Desk, meeting: UUID, kind: str | None = None) -> list[FileRow]:
    return files_of(desk.store, meeting, kind)


def names(desk: Desk, meeting: UUID, kind: str = "foto") -> list[str]:
    return [one.name for one in files(desk, meeting, kind)]


def test_a_file_is_kept_although_its_original_goes(desk: Desk, meeting: UUID) -> None:
    (one,), _ = add_files(desk, meeting, "daftar_hadir", [SCAN])
    found = file_row(desk.store, one)
    assert found is not None
    assert (found.name, found.media_type, found.size) == ("Daftar hadir.pdf", "application/pdf", len(made.PDF))
    assert attachment_store.get(desk.store, found.sha256) == made.PDF
    assert integrity.check(desk.store) == []


def test_the_same_file_twice_is_listed_and_stored_once(desk: Desk, meeting: UUID) -> None:
    add_files(desk, meeting, "daftar_hadir", [SCAN, SCAN])
    added, changes = add_files(desk, meeting, "daftar_hadir", [SCAN])
    assert (added, bool(changes), len(files(desk, meeting))) == ([], False, 1)


def test_the_same_file_for_two_meetings_is_stored_once(desk: Desk, meeting: UUID) -> None:
    other, _ = create_meeting(desk, title="Rakor Lain", held_on=date(2024, 10, 11))
    add_files(desk, meeting, "bahan", [SCAN])
    add_files(desk, other, "bahan", [SCAN])
    with attachment_store.reading(desk.store) as kept:
        assert kept is not None
        assert kept.one("SELECT count(*) FROM attachment_data") == (1,)


def test_one_undo_takes_all_added_photos_back(desk: Desk, meeting: UUID) -> None:
    history = History()
    history.note(add_files(desk, meeting, "foto", [photo(1), photo(2)])[1])
    history.undo(desk)
    assert files(desk, meeting) == []


def test_only_photos_are_photos(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(InvalidInput, match="bukan foto"):
        add_files(desk, meeting, "foto", [SCAN])
    (one,), _ = add_files(desk, meeting, "bahan", [SCAN])
    with pytest.raises(InvalidInput):
        update_file(desk, one, kind="foto")


def test_a_photo_moves_among_the_photos(desk: Desk, meeting: UUID) -> None:
    first, _ = add_files(desk, meeting, "foto", [photo(1)])
    add_files(desk, meeting, "daftar_hadir", [SCAN])
    add_files(desk, meeting, "foto", [photo(2), photo(3)])
    move_file(desk, first[0], 2)
    assert names(desk, meeting) == ["foto 2.jpg", "foto 3.jpg", "foto 1.jpg"]
    move_file(desk, first[0], 0)
    assert names(desk, meeting) == ["foto 1.jpg", "foto 2.jpg", "foto 3.jpg"]


def test_caption_and_name_are_changed_and_the_name_keeps_its_end(desk: Desk, meeting: UUID) -> None:
    (one,), _ = add_files(desk, meeting, "bahan", [SCAN])
    update_file(desk, one, caption="Paparan KPU", name="Paparan KPU.exe", kind="bukti")
    found = file_row(desk.store, one)
    assert found is not None
    assert (found.caption, found.name, found.kind) == ("Paparan KPU", "Paparan KPU.pdf", "bukti")


def test_a_caption_of_a_whole_page_is_refused(desk: Desk, meeting: UUID) -> None:
    (one,), _ = add_files(desk, meeting, "foto", [photo(1)])
    with pytest.raises(InvalidInput, match="terlalu panjang"):
        update_file(desk, one, caption="x" * 501)


def test_a_file_taken_away_comes_back_whole(desk: Desk, meeting: UUID) -> None:
    (one,), _ = add_files(desk, meeting, "foto", [photo(1)])
    history = History()
    history.note(remove_file(desk, one))
    assert files(desk, meeting) == []
    with pytest.raises(NotFound):
        copy_to_open(desk.store, one, Path())
    history.undo(desk)
    assert attachment_store.has(desk.store, files(desk, meeting)[0].sha256)


def test_a_deleted_meeting_takes_its_files_along_and_undo_brings_them_back(desk: Desk, meeting: UUID) -> None:
    add_files(desk, meeting, "foto", [photo(1)])
    history = History()
    history.note(delete_meeting(desk, meeting))
    assert integrity.check(desk.store) == []
    history.undo(desk)
    assert len(files(desk, meeting)) == 1


def test_what_is_opened_is_a_copy_nobody_can_change_under_a_safe_name(
    desk: Desk, meeting: UUID, tmp_path: Path
) -> None:
    (one,), _ = add_files(desk, meeting, "bahan", [Taken("CON.pdf", "application/pdf", made.PDF)])
    path = copy_to_open(desk.store, one, tmp_path)
    assert path.read_bytes() == made.PDF
    assert path.name == "berkas-CON.pdf"
    assert not path.stat().st_mode & 0o222
    assert copy_to_open(desk.store, one, tmp_path) == path  # opened twice
