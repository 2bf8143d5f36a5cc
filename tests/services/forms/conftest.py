"""An office with follow-ups and readiness items of KPU Kabupaten Tuban, and a form of each on its way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.base.clock import HeldClock, frozen
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.forms import FormRecord, form_of
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.commitments import add_commitment
from desktop.services.desk import Desk
from desktop.services.forms.asking import follow_up_recipients, readiness_recipients
from desktop.services.forms.making import MadeForm, make_forms
from desktop.services.meetings import create_meeting

KPU, TUBAN = "KPU Kabupaten Tuban", fixed_id("region", "35.23")
SENT = datetime(2024, 9, 30, 3, tzinfo=UTC)
TASKS = (
    "Distribusi surat suara sesuai rencana",
    "Perkuat pengawasan gudang",
    "Libatkan masyarakat",
    "Siapkan TPS",
)


@pytest.fixture
def clock() -> Iterator[HeldClock]:
    """The morning on which the forms go out; they come back eight days later."""
    with frozen(SENT) as held:
        yield held


@pytest.fixture
def desk(store: Store, clock: HeldClock) -> Desk:
    return _with_tasks(Desk(store, "Uji"))


@pytest.fixture
def sqlite_desk(sqlite_store: Store, clock: HeldClock) -> Desk:
    return _with_tasks(Desk(sqlite_store, "Uji"))


def _with_tasks(desk: Desk) -> Desk:
    topic = open_topics(desk.store)[0].id
    meeting = create_meeting(desk, title="Rakor", held_on=date(2024, 9, 26), topic_id=topic)[0]
    for text in TASKS:
        to = addressees_named(desk.store, KPU)
        add_commitment(desk, kind="arahan", text=text, to=to, meeting_id=meeting)
    return desk


def follow_up_form(desk: Desk) -> MadeForm:
    """The form of the institution's follow-ups."""
    (one,) = [one for one in follow_up_recipients(desk.store, date(2024, 9, 30)) if one.to == KPU]
    return make_forms(desk, [one])[0][0]


def readiness_form(desk: Desk) -> MadeForm:
    """The first form of the institution's readiness items."""
    found = readiness_recipients(desk.store, open_topics(desk.store)[0], TUBAN)
    (one,) = [one for one in found if one.to == KPU]
    return make_forms(desk, [one], first_only=True)[0][0]


def record(desk: Desk, form: UUID) -> FormRecord:
    found = form_of(desk.store, form)
    assert found is not None
    return found


def returned(clock: HeldClock) -> None:
    clock.move(timedelta(days=8))
