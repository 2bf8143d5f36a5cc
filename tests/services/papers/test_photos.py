"""The photo pages show the photos of the meeting in their order, with their captions, and no other file."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.documents.photo_content import Photo
from desktop.exchange.attached import Taken, take_picture
from desktop.models.attachment_file import attachment_file
from desktop.models.store import Store
from desktop.services.attachments import add_files, move_file, update_file
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting
from desktop.services.papers.photos import photo_pages_content
from tests.exchange.attached import made


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def test_photos_come_in_their_order_with_their_captions_and_scans_do_not(desk: Desk) -> None:
    meeting, _ = create_meeting(desk, title="Rakor Uji", held_on=date(2024, 9, 26), place="Pendopo")
    pictures = [take_picture(made.photo(100 + n, 80), f"{n}.jpg") for n in range(2)]
    (first, _), _ = add_files(desk, meeting, "foto", pictures)
    add_files(desk, meeting, "daftar_hadir", [Taken("Hadir.jpg", "image/jpeg", made.photo())])
    update_file(desk, first, caption="Pembukaan")
    move_file(desk, first, 1)
    content = photo_pages_content(desk.store, meeting, per_page=4)
    assert content.photos == (Photo(pictures[1].content), Photo(pictures[0].content, "Pembukaan"))
    assert (content.title, content.held_on, content.place) == ("Rakor Uji", date(2024, 9, 26), "Pendopo")


def test_a_photo_whose_bytes_are_lost_keeps_its_place(sqlite_store: Store) -> None:
    desk = Desk(sqlite_store, "Uji")
    meeting, _ = create_meeting(desk, title="Rakor Uji", held_on=date(2024, 9, 26))
    add_files(desk, meeting, "foto", [take_picture(made.photo(), "a.jpg")])
    assert sqlite_store.path is not None
    attachment_file(sqlite_store.path).unlink()
    assert photo_pages_content(sqlite_store, meeting).photos == (Photo(None),)
