"""Profil kantor: what a letterhead may be, and what is refused."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from PIL import Image

from desktop.base.errors import InvalidInput
from desktop.models.queries.office import profile_labels
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.logo import MOST_BYTES
from desktop.services.meetings import create_meeting
from desktop.services.office import add_profile, delete_profile, make_first, profile, update_profile
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.sample import sample_minutes
from tests.engines import on_sqlite_alone


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def picture(width: int = 40, height: int = 50, form: str = "PNG", mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height)).save(out, form)
    return out.getvalue()


def test_fields_change_one_by_one(desk: Desk) -> None:
    update_profile(desk, paper="F4", font="Bookman", font_size=12.0, title_word="NOTULEN", sign_columns=1)
    found = profile(desk.store)
    assert (found.paper, found.font, found.font_size, found.title_word, found.sign_columns) == (
        "F4", "Bookman", 12.0, "NOTULEN", 1,
    )  # fmt: skip
    assert found.city == "Bojonegoro"


def test_empty_signature_fields_are_wanted_only_where_they_were_switched_on(desk: Desk) -> None:
    assert not paper_profile(desk.store).sign_fields
    update_profile(desk, sign_fields=True)
    assert paper_profile(desk.store).sign_fields
    assert profile(desk.store).sign_fields is True


def test_one_margin_changes_and_the_others_stay(desk: Desk) -> None:
    update_profile(desk, margins={"left": 25})
    assert profile(desk.store).margins == {"top": 20, "right": 20, "bottom": 25, "left": 25}


def test_the_letterhead_is_kept_line_by_line_without_empty_ones(desk: Desk) -> None:
    update_profile(desk, letterhead=["  PEMERINTAH  PROVINSI ", "", "BAKORWIL"])
    assert profile(desk.store).letterhead == ("PEMERINTAH PROVINSI", "BAKORWIL")


@on_sqlite_alone
@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"margins": {"left": 5}}, "margin_left"),
        ({"margins": {"top": 51}}, "margin_top"),
        ({"margins": {"top": None}}, "margin_top"),
        ({"font_size": 8}, "font_size"),
        ({"font_size": 14.5}, "font_size"),
        ({"font": "Comic Sans"}, "font"),
        ({"paper": "A3"}, "paper"),
        ({"title_word": "RISALAH"}, "title_word"),
        ({"sign_columns": 3}, "sign_columns"),
        ({"city": ""}, "city"),
        ({"zone": "Bojonegoro"}, "zone"),
        ({"letterhead": ["x"] * 7}, "letterhead"),
        ({"letterhead": ["x" * 201]}, "letterhead"),
    ],
)
def test_what_no_paper_can_follow_is_refused_at_its_field(
    desk: Desk, values: dict[str, object], field: str
) -> None:
    before = profile(desk.store)
    with pytest.raises(InvalidInput) as refused:
        update_profile(desk, **values)
    assert refused.value.field == field
    assert profile(desk.store) == before


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_logo_is_kept_as_it_was_given_and_can_be_removed(desk: Desk, form: str) -> None:
    logo = picture(form=form)
    update_profile(desk, logo=logo)
    assert profile(desk.store).logo == logo
    update_profile(desk, logo=None)
    assert profile(desk.store).logo is None


@on_sqlite_alone
@pytest.mark.parametrize("data", [b"GIF89a not a logo", picture()[:60], picture(form="GIF"), b""])
def test_what_is_no_whole_picture_is_refused(desk: Desk, data: bytes) -> None:
    with pytest.raises(InvalidInput, match="bukan gambar PNG atau JPEG") as refused:
        update_profile(desk, logo=data)
    assert refused.value.field == "logo"


def test_a_picture_too_heavy_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="lebih dari 1 MB"):
        update_profile(desk, logo=picture() + b"\0" * MOST_BYTES)


def test_a_small_file_with_too_many_pixels_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="40 megapiksel"):
        update_profile(desk, logo=picture(8_000, 5_001, mode="1"))


def test_the_sample_says_that_it_is_one_and_is_signed_by_the_head(desk: Desk) -> None:
    person, _ = save_person(
        desk, name="Siti Wahyuni, S.H.", identity_kind="nip", identity_number="197203041998032004"
    )
    update_profile(desk, head_person_id=person)
    found = sample_minutes(desk.store)
    assert "contoh" in found.title.lower()
    assert "rekaan" in (found.opening or "")
    assert (found.signatory.name, found.signatory.number) == ("Siti Wahyuni, S.H.", "197203041998032004")
    assert found.signatory.position == "Kepala Bakorwil Bojonegoro"


# Several profiles


def test_another_profile_begins_as_a_copy_and_goes_its_own_way(desk: Desk) -> None:
    made, _ = add_profile(desk, "Bidang Pemerintahan")
    update_profile(desk, made, paper="F4", font="Times")
    assert (profile(desk.store, made).paper, profile(desk.store).paper) == ("F4", "A4")
    assert profile(desk.store, made).letterhead == profile(desk.store).letterhead


def test_the_first_profile_is_the_one_in_use(desk: Desk) -> None:
    made, _ = add_profile(desk, "Bidang Pemerintahan")
    make_first(desk, made)
    assert profile(desk.store).id == made
    assert [label for _, label in profile_labels(desk.store)] == ["Bidang Pemerintahan", ""]


def test_a_meeting_prints_with_the_profile_chosen_for_it_and_goes_back_when_that_is_deleted(desk: Desk) -> None:
    made, _ = add_profile(desk, "Bidang Pemerintahan")
    update_profile(desk, made, paper="F4")
    meeting, _ = create_meeting(desk, title="Rakor Uji", held_on=date(2024, 10, 3), profile_id=made)
    assert paper_profile(desk.store, meeting).paper == "F4"
    delete_profile(desk, made)
    assert paper_profile(desk.store, meeting).paper == "A4"


def test_the_last_profile_stays_and_names_are_told_apart(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="satu-satunya"):
        delete_profile(desk, profile(desk.store).id)
    add_profile(desk, "Bidang Pemerintahan")
    with pytest.raises(InvalidInput, match="sudah ada"):
        add_profile(desk, " bidang  pemerintahan ")


@on_sqlite_alone
@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"page_numbers": "samping"}, "page_numbers"),
        ({"letterhead_rule": "tiga"}, "letterhead_rule"),
        ({"fit_pages": 41}, "fit_pages"),
        ({"names_until": -1}, "names_until"),
        ({"head_acting": "Yth."}, "head_acting"),
        ({"decisions_label": " "}, "decisions_label"),
    ],
)
def test_what_papers_cannot_follow_is_refused(desk: Desk, values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        update_profile(desk, **values)
    assert refused.value.field == field
