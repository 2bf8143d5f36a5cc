"""A template is looked into before it is used, kept with the data, and can be let go."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from desktop.services.word_templates import template_of
from desktop.ui.session import Session
from desktop.ui.settings.word_tab import WordTab
from tests.ui.conftest import RecordedDoor


@pytest.fixture
def tab(qtbot: QtBot, session: Session) -> WordTab:
    made = WordTab(session)
    qtbot.addWidget(made)
    return made


def test_the_sample_is_saved_taken_in_and_let_go(
    qtbot: QtBot, tab: WordTab, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    sample = tmp_path / "Templat.docx"
    door.will_choose(sample, sample)
    with qtbot.waitSignal(tab.maker.written, timeout=20_000):
        tab.save_sample("minutes")
    with qtbot.waitSignal(tab.kept, timeout=20_000):
        tab.choose("minutes")
    kept = template_of(session.store, "minutes")
    assert kept is not None
    assert (kept.name, kept.data) == ("Templat.docx", sample.read_bytes())

    door.will_answer(True)
    tab.remove("minutes")
    assert template_of(session.store, "minutes") is None


@pytest.mark.parametrize(("content", "told"), [("tanpa tanda", "belum memuat"), (None, "utuh")])
def test_what_is_no_template_is_told_and_not_kept(
    qtbot: QtBot,
    tab: WordTab,
    session: Session,
    door: RecordedDoor,
    tmp_path: Path,
    content: str | None,
    told: str,
) -> None:
    path = tmp_path / "surat.docx"
    if content is None:
        path.write_bytes(b"PK bukan")
    else:
        document = Document()
        document.add_paragraph(content)
        document.save(str(path))
    door.will_choose(path)
    with qtbot.waitSignal(session.bus.message, timeout=20_000) as said:
        tab.choose("minutes")
    assert told in said.args[0]
    assert template_of(session.store, "minutes") is None
