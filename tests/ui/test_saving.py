"""A file that cannot be written costs nothing: the old one is whole, the new one goes somewhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.base.settings import SAVE_FOLDERS, Settings
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.ui import ask
from desktop.ui.bus import ChangeBus
from desktop.ui.papers.outgoing import Outgoing, PaperNames, WaysOut
from desktop.ui.saving import FileSaver, ask_place, save_folder
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor
from tests.unwritable import FULL, GONE, HELD, KINDS, unwritable

OTHER_PLACE, AGAIN, GIVE_UP = 0, 1, 2
PDF = b"%PDF-1.4\n" + bytes(40_000)
NAME = "2024-09-26_Notula.pdf"


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path, bus: ChangeBus) -> Session:
    return Session(Desk(sqlite_store, "Uji"), None, Settings(tmp_path / "settings.json"), bus)


@pytest.fixture
def ways(session: Session) -> WaysOut:
    return WaysOut(session)


@pytest.fixture
def paper() -> Outgoing:
    return Outgoing(PaperNames("minutes", "Notula", NAME), PDF, ((595.0, 842.0),))


def issued(session: Session) -> list[tuple[object, ...]]:
    """The register of issued papers: how each went out and as which file."""
    return session.store.rows("SELECT way, file_name FROM issued_paper WHERE NOT deleted ORDER BY seq")


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_that_cannot_be_written_goes_to_another_place(
    qtbot: QtBot, ways: WaysOut, paper: Outgoing, session: Session, door: RecordedDoor, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, kind: str, messages: list[tuple[str, str]],
) -> None:  # fmt: skip
    with unwritable(kind, tmp_path, monkeypatch, "lama.pdf") as place:
        good = tmp_path / "notula.pdf"
        door.will_choose(place.target, good)
        door.will_answer(OTHER_PLACE)
        with qtbot.waitSignal(ways.issued):
            ways.save(paper)
        place.assert_told(f"{door.asked[-1].text} {door.asked[-1].detail}")
        place.assert_untouched()
    assert good.read_bytes() == PDF
    assert messages[-1] == ("Tersimpan: notula.pdf", "ok")
    assert issued(session) == [("simpan", "notula.pdf")]
    assert session.settings.get(SAVE_FOLDERS) == {".pdf": str(tmp_path)}


def test_a_paper_given_up_is_not_in_the_register(
    qtbot: QtBot, ways: WaysOut, paper: Outgoing, session: Session, door: RecordedDoor, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, messages: list[tuple[str, str]],
) -> None:  # fmt: skip
    with unwritable(FULL, tmp_path, monkeypatch, "lama.pdf") as place:
        door.will_choose(place.target)
        door.will_answer(GIVE_UP)
        with qtbot.waitSignal(session.bus.message):
            ways.save(paper)
        place.assert_untouched()
    assert messages == [("“lama.pdf” tidak disimpan.", "attention")]
    assert issued(session) == []
    assert session.settings.get(SAVE_FOLDERS) == {}


def test_a_file_that_was_closed_meanwhile_is_replaced_when_one_tries_again(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    saver = FileSaver(session)
    with pytest.MonkeyPatch.context() as patch, unwritable(HELD, tmp_path, patch, "lama.pdf") as place:

        class Closes(RecordedDoor):
            def choose(self, *asked: object) -> int:  # type: ignore[override]
                patch.undo()  # the user closes the reader, then presses the button
                return AGAIN

        before = ask.use(Closes())
        with qtbot.waitSignal(saver.saved):
            saver.save(place.target, PDF)
        ask.use(before)
    assert place.target.read_bytes() == PDF
    assert [path.name for path in place.target.parent.iterdir()] == ["lama.pdf"]


def test_each_kind_of_file_has_a_folder_and_one_that_is_gone_is_not_offered(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    saver, papers = FileSaver(session), tmp_path / "surat"
    papers.mkdir()
    with qtbot.waitSignal(saver.saved):
        saver.save(papers / "a.pdf", PDF)
    with qtbot.waitSignal(saver.saved):
        saver.save(tmp_path / "a.XLSX", PDF)
    assert (save_folder(session, ".pdf"), save_folder(session, ".xlsx")) == (papers, tmp_path)
    shutil.rmtree(papers)
    door.will_choose(None)
    assert ask_place(session, "Simpan", "b.pdf") is None
    assert door.suggested[-1].parent.is_dir()
    assert door.suggested[-1].parent not in (papers, tmp_path)


def test_the_ending_put_behind_a_name_replaces_nothing_unasked(
    session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    (tmp_path / "rapat.xlsx").write_bytes(b"lama")
    door.will_choose(tmp_path / "rapat", tmp_path / "rapat")
    door.will_answer(False, True)
    assert ask_place(session, "Simpan", "daftar.xlsx") is None
    assert ask_place(session, "Simpan", "daftar.xlsx") == tmp_path / "rapat.xlsx"


def test_a_copy_for_the_reader_that_cannot_be_made_is_said(
    ways: WaysOut, paper: Outgoing, session: Session, messages: list[tuple[str, str]], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with unwritable(GONE, tmp_path, monkeypatch, NAME) as place:
        monkeypatch.setenv("TMPDIR", str(place.target.parent))
        ways.open_elsewhere(paper)
    assert "Kosongkan ruang di disk, atau simpan PDF-nya" in messages[-1][0]
    assert not Path(NAME).exists()
    assert issued(session) == []


def test_a_paper_is_opened_again_while_the_reader_still_holds_the_copy_before(
    ways: WaysOut, paper: Outgoing, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        "desktop.ui.papers.outgoing.QDesktopServices.openUrl",
        lambda url: opened.append(Path(url.toLocalFile())) or True,
    )
    ways.open_elsewhere(paper)
    ways.open_elsewhere(paper)
    assert opened[0] != opened[1]
    assert {path.name for path in opened} == {NAME}
    assert all(path.read_bytes() == PDF for path in opened)
