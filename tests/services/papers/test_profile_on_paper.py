"""Every setting of the office's profile is to be seen: on the sample at once, and on the papers it is for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from PIL import Image

from desktop.base.extras import can_sign
from desktop.documents import minutes
from desktop.models.queries.attendance import participants
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.letters import update_letter
from desktop.services.office import profile, update_profile
from desktop.services.papers.catalogue import PAPERS, printed_profile
from desktop.services.papers.minutes import minutes_content
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.sample import sample_minutes
from desktop.services.papers.seats import chair_of


def logo() -> bytes:
    kept = BytesIO()
    Image.new("RGB", (30, 40), (20, 90, 40)).save(kept, "PNG")
    return kept.getvalue()


NOT_ON_PAPER = {"name", "short_name", "institution_id", "working_area_id", "label", "order_no"}
SETTINGS: dict[str, Any] = {
    "letterhead": ["KANTOR CONTOH"], "logo": logo(), "letterhead_rule": "tunggal", "city": "Tuban",
    "zone": "Asia/Makassar", "paper": "F4", "margins": {"left": 25}, "font": "Bookman", "font_size": 12.0,
    "title_word": "NOTULEN", "decisions_label": "Simpulan", "sign_columns": 1, "page_numbers": "bawah_kanan",
    "fit_pages": 1, "names_until": 1, "sign_numbers": False, "head_title": "Kepala Kantor Contoh",
    "head_person_id": "Siti Wahyuni", "head_acting": "Plt.", "on_behalf": "Gubernur Contoh",
    "delegated_by": "Sekretaris Daerah Contoh", "proof": True, "sign_fields": True,
}  # fmt: skip
"""Another value for each setting of the profile."""
ALL = {"minutes", "invitation", "nota-dinas", "report"}
SEEN_ON = {
    "letterhead_rule": ALL, "page_numbers": ALL, "sign_numbers": ALL, "head_title": ALL, "head_acting": ALL,
    "on_behalf": ALL, "delegated_by": ALL, "city": ALL - {"nota-dinas"}, "sign_columns": {"minutes"},
    "fit_pages": {"minutes"}, "sign_fields": {"invitation"} if can_sign() else set(),  # the others are drafts
}  # fmt: skip
"""The papers of a meeting led by the head of the office on which a setting is to be seen."""


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return Desk(sqlite_store, "Uji")


@contextmanager
def changed(desk: Desk, setting: str, value: Any) -> Iterator[None]:
    was = fields_of(desk.store, "office_profile", profile(desk.store).id).values[setting]
    if setting == "head_person_id":
        value, _ = save_person(desk, name=value)
    update_profile(desk, **{setting: value})
    yield
    update_profile(desk, **{setting: was})


def sample(desk: Desk) -> bytes:
    return minutes.render(sample_minutes(desk.store), paper_profile(desk.store))


def test_every_setting_is_tried(desk: Desk) -> None:
    kept = fields_of(desk.store, "office_profile", profile(desk.store).id).values
    assert set(kept) == NOT_ON_PAPER | set(SETTINGS)


def test_every_setting_is_to_be_seen_on_the_sample(desk: Desk) -> None:
    before, unseen = sample(desk), set()
    for setting, value in SETTINGS.items():
        with changed(desk, setting, value):
            unseen |= {setting} if sample(desk) == before else set()
    assert sample(desk) == before
    assert unseen == (set() if can_sign() else {"sign_fields"})


def test_settings_reach_the_papers_they_are_for(desk: Desk, example: UUID) -> None:
    chair = chair_of(participants(desk.store, example))
    assert chair is not None
    save_person(
        desk, chair.present_person_id, name=chair.name, identity_kind="nip", identity_number="197203041998032004"
    )
    update_profile(desk, head_person_id=chair.present_person_id, font_size=13.5)
    update_letter(desk, example, "nota_dinas", sender=profile(desk.store).head_title)
    before = papers(desk, example)  # the text of the minutes on three pages
    seen = {}
    for setting in SEEN_ON:
        with changed(desk, setting, 2 if setting == "fit_pages" else SETTINGS[setting]):
            now = papers(desk, example)
        seen[setting] = {kind for kind in ALL if now[kind] != before[kind]}
    assert seen == SEEN_ON


def papers(desk: Desk, meeting: UUID) -> dict[str, bytes]:
    return {kind: made(desk, kind, meeting) for kind in ALL}


def made(desk: Desk, kind: str, meeting: UUID) -> bytes:
    paper = PAPERS[kind]
    render = import_module(f"desktop.documents.{paper.job.replace('-', '_')}").render
    pdf: bytes = render(paper.gather(desk.store, meeting), printed_profile(desk.store, kind, meeting))
    return pdf


def test_the_head_signs_what_he_led_as_the_profile_has_it(desk: Desk, example: UUID) -> None:
    update_profile(desk, head_title="Kepala Bidang Pemerintahan", head_acting="Plt.", on_behalf="Kepala Kantor")
    signs = minutes_content(desk.store, example).signatory
    assert (signs.role, signs.acting, signs.position, signs.on_behalf, signs.name) == (
        "Pimpinan Rapat", "Plt.", "Kepala Bidang Pemerintahan", "Kepala Kantor", "Yudi Widodo",
    )  # fmt: skip


def test_somebody_else_who_led_it_does_not(desk: Desk, example: UUID) -> None:
    successor, _ = save_person(desk, name="Siti Wahyuni")
    update_profile(
        desk, head_title="Kepala Bidang Pemerintahan", head_person_id=successor, head_acting="Plt.", on_behalf="Kepala"
    )  # fmt: skip
    signs = minutes_content(desk.store, example).signatory
    assert (signs.acting, signs.position, signs.on_behalf) == ("", "Kepala Bidang Pemerintahan", "")
