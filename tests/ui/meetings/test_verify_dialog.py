"""Periksa surat: the code of a paper, or the paper itself."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.documents import minutes
from desktop.models.queries.minutes_versions import current_version
from desktop.services.minutes_life import keep_paper, make_ready
from desktop.services.papers.catalogue import printed_profile
from desktop.services.papers.minutes import minutes_content
from desktop.ui.session import Session
from desktop.ui.verify_dialog import VerifyDialog


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> VerifyDialog:
    made = VerifyDialog(session)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def pdf(session: Session, example: UUID) -> bytes:
    version, _ = make_ready(session.desk, example)
    made = minutes.render(
        minutes_content(session.store, example), printed_profile(session.store, "minutes", example)
    )
    keep_paper(session.desk, version, made)
    return made


def test_a_scanned_code_is_answered_and_the_next_one_replaces_it(
    dialog: VerifyDialog, session: Session, example: UUID, pdf: bytes, qtbot: QtBot
) -> None:
    version = current_version(session.store, example)
    assert version is not None
    for typed, told in ((f"RAKOR:{version.code}", "Ini versi yang berlaku"), ("0000-0000-0000", "tidak dikenal")):
        qtbot.keyClicks(dialog.code, typed)
        qtbot.keyClick(dialog.code, Qt.Key.Key_Return)
        assert told in dialog.answer.text()


def test_a_file_is_read_and_answered(dialog: VerifyDialog, pdf: bytes, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "notula.pdf"
    path.write_bytes(pdf)
    dialog.look_at(path)
    qtbot.waitUntil(lambda: "Ini versi yang berlaku" in dialog.answer.text(), timeout=15_000)


def test_a_damaged_file_is_named(dialog: VerifyDialog, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "notula.pdf"
    path.write_bytes(b"bukan PDF")
    dialog.look_at(path)
    qtbot.waitUntil(lambda: "rusak atau bukan PDF" in dialog.answer.text(), timeout=15_000)


def test_a_code_scanned_while_a_file_is_read_is_what_is_answered(
    dialog: VerifyDialog, pdf: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    went_on: list[bytes] = []
    monkeypatch.setattr(dialog.signatures, "look_at", went_on.append)
    with qtbot.waitSignal(dialog._read, timeout=15_000):
        dialog.look_into(pdf)
        qtbot.keyClicks(dialog.code, "0000-0000-0000")
        qtbot.keyClick(dialog.code, Qt.Key.Key_Return)
    assert "Kode 0000-0000-0000 tidak dikenal" in dialog.answer.text()
    assert went_on == []


def test_nobody_is_told_of_a_file_once_the_dialog_is_gone(
    session: Session, pdf: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    dialog = VerifyDialog(session)
    dialog.look_into(pdf)
    dialog.signatures.look_at(pdf)
    delete(dialog)
    session.worker.ask("page-count", pdf)  # answered after both
    assert caplog.messages == []


def test_a_file_that_is_gone_is_named(dialog: VerifyDialog, tmp_path: Path) -> None:
    dialog.look_at(tmp_path / "tidak-ada.pdf")
    assert "tidak-ada.pdf" in dialog.answer.text()
