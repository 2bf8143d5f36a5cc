"""Files of one kind in a panel: whatever is dropped on it, only what is safe and whole is kept, and the rest is told."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from desktop.models.queries.attachments import FileRow, files_of, meeting_files
from desktop.services.attachments import content_of
from desktop.ui.files.panel import FilesPanel
from desktop.ui.session import Session
from tests.exchange.attached import made, strange
from tests.unwritable import little_room


@pytest.fixture
def panel(session: Session, meeting: UUID, qtbot: QtBot) -> FilesPanel:
    panel = FilesPanel(session, {"bukti": "Bukti"}, "Bukti", wide=True)
    qtbot.addWidget(panel)
    panel.show_owner(meeting_files(meeting), fresh=True)
    return panel


def kept(session: Session, meeting: UUID) -> list[FileRow]:
    return files_of(session.store, meeting, "bukti")


def take(qtbot: QtBot, panel: FilesPanel, *paths: Path) -> str:
    """Drop files and wait for them; what is told in the end."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    with qtbot.waitSignal(panel.taking.finished, timeout=30_000):
        panel.take(data)
    return "" if panel.banner.isHidden() else panel.banner.text()


def test_among_strange_files_only_the_safe_ones_are_kept(
    panel: FilesPanel, session: Session, meeting: UUID, qtbot: QtBot, tmp_path: Path
) -> None:
    refused, safe = [], []
    for number, make in enumerate(strange.REFUSED.values()):
        (folder := tmp_path / f"r{number}").mkdir()
        refused.append(make(folder))
    for number, (make, _) in enumerate(strange.TAKEN.values()):
        (folder := tmp_path / f"t{number}").mkdir()
        safe.append(make(folder))
    told = take(qtbot, panel, *refused, *safe)
    assert [one.name for one in kept(session, meeting)] == [name for _, name in strange.TAKEN.values()]
    assert refused[0].name in told
    assert f"dan {len(refused) - 3} lainnya" in told
    assert kept(session, meeting)[1].media_type == "text/plain"
    assert content_of(session.store, kept(session, meeting)[0]) == safe[0].read_bytes()


def test_on_a_full_disk_it_is_said_and_the_next_attempt_works(
    panel: FilesPanel, session: Session, meeting: UUID, qtbot: QtBot, tmp_path: Path,
    messages: list[tuple[str, str]],
) -> None:  # fmt: skip
    large = tmp_path / "berita acara.pdf"
    large.write_bytes(made.PDF + os.urandom(400_000))
    with little_room(100_000):
        take(qtbot, panel, large)
    assert any("Periksa diska" in text or "Kosongkan ruang" in text for text, _ in messages)
    assert kept(session, meeting) == []
    take(qtbot, panel, large)
    assert [one.name for one in kept(session, meeting)] == ["berita acara.pdf"]
