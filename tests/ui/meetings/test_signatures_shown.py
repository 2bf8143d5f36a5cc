"""Signatures of a returned file, where it is taken back, beside the minutes, and where papers are verified."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

pytest.importorskip("pyhanko")

from desktop.base.settings import Settings
from desktop.documents import minutes
from desktop.exchange.attached import Taken
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.minutes_life import keep_paper, make_ready, sign
from desktop.services.office import update_profile
from desktop.services.papers.catalogue import printed_profile
from desktop.services.papers.minutes import minutes_content
from desktop.ui.bus import ChangeBus
from desktop.ui.meetings.life_panel import LifePanel
from desktop.ui.meetings.sign_dialog import SignDialog
from desktop.ui.session import Session
from desktop.ui.signature_notes import SignatureNotes
from desktop.ui.verify_dialog import VerifyDialog
from desktop.ui.widgets.banner import Banner
from desktop.worker.client import WorkerClient
from tests.exchange.signatures.signing import key, signed

ISSUED = key("Sekar Arum, S.Sos.", issuer="Penerbit Contoh CA")


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerClient]:
    """One child for all: it is slow to load what reads signatures."""
    with WorkerClient() as client:
        yield client


@pytest.fixture
def session(sqlite_store: Store, worker: WorkerClient, tmp_path: Path, bus: ChangeBus) -> Session:
    return Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"), bus)


@pytest.fixture
def returned(session: Session, example: UUID) -> bytes:
    """The frozen minutes of the example with a field for each signer, signed in that of the chair."""
    update_profile(session.desk, sign_fields=True)
    version, _ = make_ready(session.desk, example)
    pdf = minutes.render(
        minutes_content(session.store, example), printed_profile(session.store, "minutes", example)
    )
    keep_paper(session.desk, version, pdf)
    return signed(pdf, by=ISSUED)


def settled(qtbot: QtBot, notes: SignatureNotes, deed: Callable[[], object]) -> str:
    """What is said of the signatures once they are read."""
    with qtbot.waitSignal(notes.settled, timeout=30_000):
        deed()
    return " ".join(notes.words())


def test_the_dialog_tells_what_the_paper_is_and_who_signed_it(
    session: Session, qtbot: QtBot, returned: bytes
) -> None:
    dialog = VerifyDialog(session)
    qtbot.addWidget(dialog)
    told = settled(qtbot, dialog.signatures, lambda: dialog.look_into(returned))
    assert "Ditandatangani secara elektronik oleh Sekar Arum, S.Sos." in told
    assert "hanya ditandatangani elektronik: notula" in dialog.answer.text()
    assert "Ini versi yang berlaku" in dialog.answer.text()
    told = settled(qtbot, dialog.signatures, lambda: dialog.look_into(returned + b"% sisipan"))
    assert "SESUDAH itu berkasnya diubah" in told
    dialog.code.setText("0000-0000-0000")
    dialog.code.returnPressed.emit()
    assert dialog.signatures.words() == []


def test_taking_a_signed_file_back_shows_who_signed_and_proposes_way_and_day(
    session: Session, qtbot: QtBot, example: UUID, returned: bytes, tmp_path: Path
) -> None:
    dialog = SignDialog(session, example, lambda *_: True)
    qtbot.addWidget(dialog)
    path = tmp_path / "Notula.pdf"
    path.write_bytes(returned)
    told = settled(qtbot, dialog.signatures, lambda: dialog.file.taking.take_files([path], photos=False))
    assert "penerbit Penerbit Contoh CA" in told
    assert told.startswith("Naskahnya sama dengan yang dibekukan.")
    assert dialog.form.values()["signed_how"] == "elektronik"
    dialog.file.set_value(None)
    dialog.file.edited.emit()
    assert dialog.signatures.words() == []
    assert dialog.form.values()["signed_how"] == "basah"  # what that file said goes with it


def test_beside_the_minutes_stands_who_signed_and_the_details_one_step_away(
    session: Session, qtbot: QtBot, example: UUID, returned: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Taken("Notula.pdf", "application/pdf", returned)
    sign(session.desk, example, how="elektronik", signed_on=date(2026, 1, 5), file=file)
    panel = LifePanel(session)
    qtbot.addWidget(panel)
    told = settled(qtbot, panel.signatures, lambda: panel.show_meeting(example))
    assert told.startswith("Tanda tangan elektronik di berkasnya: Sekar Arum, S.Sos.")
    opened: list[QDialog] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: opened.append(dialog))
    (banner,) = panel.signatures.findChildren(Banner)
    banner.wanted.emit()
    assert isinstance(opened[0], VerifyDialog)


def test_without_the_extra_it_is_said_how_to_install_it_and_the_paper_is_verified_as_ever(
    session: Session, qtbot: QtBot, returned: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.signature_notes.can_sign", lambda: False)
    dialog = VerifyDialog(session)
    qtbot.addWidget(dialog)
    told = settled(qtbot, dialog.signatures, lambda: dialog.look_into(returned))
    assert "uv sync --extra sign" in told
    assert dialog.answer.text()


def test_a_signers_name_is_never_taken_for_markup(session: Session, qtbot: QtBot, returned: bytes) -> None:
    notes = SignatureNotes(session.worker, "trial")
    qtbot.addWidget(notes)
    told = settled(
        qtbot, notes, lambda: notes.look_at(signed(returned, "Notulis", key("<b>Sekar</b>", issuer="CA")))
    )
    assert "<b>Sekar</b>" in told
    assert any("<b>Sekar</b>" in label.text() for label in notes.findChildren(QLabel))
