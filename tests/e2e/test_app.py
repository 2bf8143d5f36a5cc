"""The start of the window: what is shown when, and what is offered when the data cannot be opened."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.app import Program
from desktop.base.clock import frozen, today
from desktop.base.lock import FolderLock
from desktop.base.paths import config_folder
from desktop.models import backup, opening
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services.office_data import OfficeData
from desktop.services.topics import update_topic
from desktop.ui.first_start_page import FirstStartPage
from desktop.ui.home.position_notice import PositionNotice
from desktop.ui.papers.preview import PaperPreview
from desktop.ui.single import FirstWindow
from desktop.ui.trouble_page import TroublePage
from desktop.worker.client import WorkerClient
from tests.e2e.conftest import Start
from tests.models.made_up import add_meeting


def shown_instead(qtbot: QtBot, program: Program, kind: type[QWidget]) -> QWidget:
    """The page shown in place of the data."""
    qtbot.waitUntil(lambda: bool(program.window.findChildren(kind)), timeout=5000)
    return program.window.findChildren(kind)[0]


def press(page: QWidget, words: str) -> None:
    next(one for one in page.findChildren(QPushButton) if words in one.text()).click()


def test_the_window_is_painted_before_the_data_are_opened(
    qtbot: QtBot, start: Start, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    opened = OfficeData.open

    def note(data: OfficeData, *, read_only: bool = False) -> Store:
        order.append("data")
        return opened(data, read_only=read_only)

    monkeypatch.setattr(OfficeData, "open", note)
    program = start(data_folder)
    program.painted.connect(lambda: order.append("painted"))
    with qtbot.waitSignal(program.ready, timeout=10_000):
        pass
    assert order == ["painted", "data"]


def test_the_first_page_is_shown_and_the_office_named(qtbot: QtBot, start: Start, data_folder: Path) -> None:
    program = start(data_folder)
    with qtbot.waitSignal(program.ready, timeout=10_000):
        pass
    assert program.window.current_page == "home"
    assert not program.window.findChildren(TroublePage)


def test_an_empty_folder_asks_before_founding_an_office(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "baru"
    program = start(folder)
    page = shown_instead(qtbot, program, FirstStartPage)
    assert not opening.exists(folder)
    with qtbot.waitSignal(program.ready, timeout=10_000):
        press(page, "Mulai kantor baru")
    assert opening.exists(folder)


@pytest.mark.parametrize(
    "content", [b"", b"halo, ini bukan basis data" * 9, b"SQLite format 3\x00" + b"\x00" * 84]
)
def test_a_file_that_cannot_be_read_is_left_untouched(
    qtbot: QtBot, start: Start, data_folder: Path, content: bytes
) -> None:
    path = opening.database_file(data_folder)
    path.write_bytes(content)
    program = start(data_folder)
    shown_instead(qtbot, program, TroublePage)
    assert path.read_bytes() == content


def test_a_mark_that_cannot_be_left_keeps_nobody_from_their_data(
    qtbot: QtBot, start: Start, data_folder: Path
) -> None:
    marks = config_folder() / "replicas"
    marks.parent.mkdir(exist_ok=True)
    marks.write_text("bukan folder")
    program = start(data_folder)
    with qtbot.waitSignal(program.ready, timeout=10_000):
        pass
    assert program.window.current_page == "home"


def test_a_damaged_file_can_be_replaced_by_a_backup_from_the_page(
    qtbot: QtBot, start: Start, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = opening.database_file(data_folder)
    copy = backup.make(path)
    assert copy is not None
    path.write_bytes(b"rusak" * 100)
    program = start(data_folder)
    page = shown_instead(qtbot, program, TroublePage)
    monkeypatch.setattr("desktop.ui.ask.choose_file", lambda *_: copy.path)
    with qtbot.waitSignal(program.ready, timeout=10_000):
        press(page, "Pulihkan")
    kept = [one for one in data_folder.iterdir() if "diganti" in one.name]
    assert b"rusak" * 100 in [one.read_bytes() for one in kept]


def test_a_folder_in_use_names_the_holder_and_opens_for_reading(
    qtbot: QtBot, start: Start, data_folder: Path
) -> None:
    before = hashlib.sha256(opening.database_file(data_folder).read_bytes()).hexdigest()
    with FolderLock(data_folder, "import"):
        program = start(data_folder)
        page = shown_instead(qtbot, program, TroublePage)
        assert isinstance(page, TroublePage)
        assert "import" in page.message.text()
        with qtbot.waitSignal(program.ready, timeout=10_000):
            press(page, "hanya-baca")
        program.window.close()
        program.finish()
    assert hashlib.sha256(opening.database_file(data_folder).read_bytes()).hexdigest() == before


def test_a_second_start_calls_the_first_window_and_ends(qtbot: QtBot, start: Start, data_folder: Path) -> None:
    with FolderLock(data_folder):
        first = FirstWindow(data_folder)
        with qtbot.waitSignal(first.asked_for, timeout=10_000):
            second = start(data_folder)
        qtbot.waitUntil(lambda: not second.window.isVisible(), timeout=5000)
        first.close()


def test_a_paper_still_waited_for_is_forgotten_on_leaving(qtbot: QtBot, start: Start, data_folder: Path) -> None:
    store = opening.open_folder(data_folder)
    meeting, _ = add_meeting(store)
    opening.close(store)
    program = start(data_folder)
    with qtbot.waitSignal(program.ready, timeout=10_000):
        pass
    program.window.open_page("meetings", meeting=meeting)
    for bar in program.window.findChildren(QTabBar):
        for number in range(bar.count()):
            bar.setCurrentIndex(number)
    previews = program.window.findChildren(PaperPreview)
    assert previews
    with qtbot.waitSignals([one.destroyed for one in previews], timeout=5000):
        program.window.close()


def test_leaving_makes_a_backup_and_frees_the_folder(qtbot: QtBot, start: Start, data_folder: Path) -> None:
    program = start(data_folder)
    with qtbot.waitSignal(program.ready, timeout=10_000):
        pass
    program.window.close()
    assert len(backup.list_backups(opening.database_file(data_folder))) == 1
    with FolderLock(data_folder):
        pass


def test_review_points_that_have_come_are_kept_once_all_is_quiet(
    qtbot: QtBot, start: Start, data_folder: Path, example: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "_QUIET", 0)
    monkeypatch.setattr(WorkerClient, "warm_up", lambda *_, **__: None)
    program = start(data_folder)
    notice = shown_instead(qtbot, program, PositionNotice)
    assert isinstance(notice, PositionNotice)
    assert all(point in notice.text() for point in ("H-30", "H-14", "H-7", "H-1"))
    notice.hide()
    session = program._open_session()
    update_topic(session.desk, fixed_id("topic", PILKADA), event_date=today() + timedelta(days=8))
    with frozen(datetime.now(UTC) + timedelta(days=1)):  # a laptop that slept over midnight
        program._woken(Qt.ApplicationState.ApplicationActive)
        assert "H-7" in notice.text()
    assert program.window.current_page == "home"
