"""The position of a review point is kept by itself, said quietly on the first page, and taken back with one press."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.base.clock import frozen
from desktop.base.settings import Settings
from desktop.models.queries.snapshots import kept_positions
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.readiness import assess
from desktop.ui.home.page import HomePage
from desktop.ui.home.position_notice import keep_review_points
from desktop.ui.session import Session

TOPIC = fixed_id("topic", PILKADA)


@pytest.fixture
def session(sqlite_store: Store, tmp_path: object) -> Iterator[Session]:
    """A sitting two days after H-30, with something reported before."""
    with frozen(datetime(2024, 10, 30, 2, tzinfo=UTC)):
        desk = Desk(sqlite_store, "Uji")
        assess(desk, item_id("LOG-01"), fixed_id("region", "35.23"), state="siap", as_of=date(2024, 10, 1))
        yield Session(desk, None, Settings(tmp_path / "settings.json"))  # type: ignore[operator]


def test_it_is_said_quietly_and_taken_back_with_one_press(session: Session, qtbot: QtBot) -> None:
    page = HomePage(session)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    with qtbot.waitSignal(page.filled):
        page.show()
    assert page.positions is None
    keep_review_points(session)
    notice = page.positions
    assert notice is not None
    assert notice.isVisible()
    assert notice.text() == (
        "Titik tinjau tercapai, posisi kesiapan direkam: Pilkada Serentak 2024 H-30, posisi per 28 Oktober 2024."
    )
    assert len(kept_positions(session.store, TOPIC)) == 1

    notice.wanted.emit()
    assert not notice.isVisible()
    assert kept_positions(session.store, TOPIC) == []
    keep_review_points(session)
    assert kept_positions(session.store, TOPIC) == []
    session.undo()  # of having taken it back
    assert notice.isVisible()
    session.undo()
    assert not notice.isVisible()
