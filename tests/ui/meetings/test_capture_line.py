"""The capture line as it is typed: tokens become chips before anything is kept, one line and one Enter a record."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.queries.attendance import participants
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.discussion import StatementRow, agenda, statements
from desktop.services.capture import delete_statement
from desktop.services.commitments import delete_commitment
from desktop.ui.meetings.capture_tab import CaptureTab
from desktop.ui.meetings.voices import Voices
from desktop.ui.session import Session
from desktop.ui.theme import Theme
from tests.ui.meetings.test_capture_tab import entered, focused, follow_ups, opened, said, typed

Key, Held = Qt.Key, Qt.KeyboardModifier
_KINDS = {
    "laporan": (Key.Key_1, 2),
    "informasi": (Key.Key_1, 3),
    "arahan": (Key.Key_2, 1),
    "permintaan": (Key.Key_2, 2),
    "komitmen": (Key.Key_2, 3),
}
_GROUPS = {
    "KPU kabupaten/kota": "#kpu se-wilker",
    "Bawaslu kabupaten/kota": "#bawaslu se-wilker",
    "pemerintah kabupaten/kota se-wilayah kerja": "#pemerintah kabupaten/kota",
    "Polres": "#polres",
}


@pytest.fixture
def tab(qtbot: QtBot, session: Session, example: UUID) -> CaptureTab:
    return opened(qtbot, session, example)


def press(qtbot: QtBot, tab: CaptureTab, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    qtbot.keyClick(focused() or tab, key, held)


def chips(tab: CaptureTab) -> list[str]:
    return tab.bar.reader.chips.words()


def offered(tab: CaptureTab) -> list[str]:
    return tab.bar.reader.hits.words()


# What is kept


@pytest.mark.timeout(120)
def test_the_example_is_typed_in_one_line_and_one_enter_each(
    qtbot: QtBot, session: Session, example: UUID
) -> None:
    wanted, promises = statements(session.store, example), commitments_of(session.store, example)
    for each in promises:
        delete_commitment(session.desk, each.id)
    for one in wanted:
        delete_statement(session.desk, one.id)
    tab = opened(qtbot, session, example)
    for line in wanted:
        go_to_point(qtbot, tab, session, example, line.agenda_item_id)
        press_kind(qtbot, tab, line.kind)
        behalf = " a.n. kepala" if line.on_behalf_of else ""
        entered(qtbot, tab, f"{speaker(session, example, line.speaker_id)}{behalf}: {line.text}")
    made = said(session, example)
    assert [core(one) for one in made] == [core(one) for one in wanted]
    for each in promises:
        go_to_point(qtbot, tab, session, example, each.agenda_item_id)
        press_kind(qtbot, tab, each.kind)
        qtbot.keyClick(tab.bar.line, Key.Key_5, Held.ControlModifier)
        to = " ".join(_GROUPS.get(words, f"#{words}") for words in each.addressee_words())
        who = f"{speaker(session, example, each.speaker_id)}: " if each.speaker_id else ""
        entered(qtbot, tab, f"{who}{each.text} {to}{' !H' if each.due_date else ''}")
    assert [promise(one) for one in follow_ups(session, example)] == [promise(one) for one in promises]


def speaker(session: Session, meeting: UUID, seat: UUID | None) -> str:
    return Voices(session.store, meeting).name(seat).split()[-1].lower()


def go_to_point(qtbot: QtBot, tab: CaptureTab, session: Session, meeting: UUID, item: UUID | None) -> None:
    if item is None:
        return
    steps = [one.id for one in agenda(session.store, meeting)].index(item) - tab.agenda.currentRow()
    for _ in range(abs(steps)):
        qtbot.keyClick(tab.bar.line, Key.Key_Down if steps > 0 else Key.Key_Up, Held.ControlModifier)


def press_kind(qtbot: QtBot, tab: CaptureTab, kind: str) -> None:
    qtbot.keyClick(
        tab.bar.line, Key.Key_4, Held.ControlModifier
    )  # so that a key begins with the first of its group
    key, times = _KINDS[kind]
    for _ in range(times):
        qtbot.keyClick(tab.bar.line, key, Held.ControlModifier)


def core(one: StatementRow) -> tuple[object, ...]:
    return (one.agenda_item_id, one.kind, one.speaker_id, one.on_behalf_of, one.text)


def promise(one: CommitmentRow) -> tuple[object, ...]:
    to = sorted(str((each.institution_id, each.position_id)) for each in one.addressees)
    return (one.kind, one.text, to, one.due_date, one.due_source)


def test_a_follow_up_with_addressee_region_and_date_takes_one_line(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    entered(qtbot, tab, "Kirim data gudang #kpu kab tuban +tuban !jumat")
    made = follow_ups(session, example)[-1]
    assert (made.text, made.addressee_words()) == ("Kirim data gudang", ["KPU Kabupaten Tuban"])
    assert made.due_date is not None
    assert tab.bar.line.value() == ""
    assert chips(tab) == []
    assert focused() is tab.bar.line


def paste(qtbot: QtBot, tab: CaptureTab, text: str) -> None:
    QApplication.clipboard().setText(text)
    qtbot.keyClick(tab.bar.line, Key.Key_V, Held.ControlModifier)


def test_a_list_pasted_becomes_a_record_for_each_line(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    paste(qtbot, tab, "- Tanggul aman\n* Pompa siap\r\n\n3. Kirim daftar #kpu kab tuban !25\n")
    assert [one.text for one in said(session, example)][-2:] == ["Tanggul aman", "Pompa siap"]
    assert follow_ups(session, example)[-1].text == "Kirim daftar"


def test_what_of_a_pasted_list_cannot_be_kept_stays_in_the_box(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    paste(qtbot, tab, "- Tanggul aman\n- Hadir #polres semua !25\n- #kpu kab tuban !25\n- Minta #kpu siap")
    kept = ["Tanggul aman", "Hadir semua"]
    texts = [one.text for one in (*said(session, example), *follow_ups(session, example))]
    assert set(kept) <= set(texts)
    assert tab.bar.line.value() == "#kpu kab tuban !25\nMinta #kpu siap"


def test_tokens_alone_stay_in_the_box(qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID) -> None:
    entered(qtbot, tab, "#kpu kab tuban !25")
    assert tab.bar.line.value() == "#kpu kab tuban !25"
    assert len(follow_ups(session, example)) == 6


# What is shown before


def test_chips_say_what_was_understood(qtbot: QtBot, tab: CaptureTab) -> None:
    typed(qtbot, tab, "rozaq: Kirim data #kpu kab tuban !27/9 *1")
    assert chips(tab) == ["Pembicara: Miftahur Rozaq", "KPU Kabupaten Tuban", "Jumat, 27-09-2024", "Prioritas 1"]


def test_backspace_on_a_chip_makes_it_text(qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID) -> None:
    typed(qtbot, tab, "Tambah !25")
    chip(tab, "Rabu, 25-09-2024" if chips(tab) == ["Rabu, 25-09-2024"] else chips(tab)[0]).setFocus()
    press(qtbot, tab, Key.Key_Backspace)
    assert chips(tab) == ["25 (teks)"]
    assert focused() is tab.bar.line
    press(qtbot, tab, Key.Key_Return)
    assert said(session, example)[-1].text == "Tambah !25"


def chip(tab: CaptureTab, words: str) -> QWidget:
    return next(one for one in tab.bar.reader.chips.findChildren(QWidget) if getattr(one, "text", str)() == words)


def test_several_hits_are_offered_and_tab_takes_one(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    typed(qtbot, tab, "Jaga gudang #kpu mojo")
    assert [one.split(" – ")[0] for one in offered(tab)] == ["KPU Kabupaten Mojokerto", "KPU Kota Mojokerto"]
    press(qtbot, tab, Key.Key_Down)
    press(qtbot, tab, Key.Key_Tab)
    assert tab.bar.line.value() == "Jaga gudang #KPU Kota Mojokerto"
    entered(qtbot, tab, "!25")
    assert follow_ups(session, example)[-1].addressee_words() == ["KPU Kota Mojokerto"]


def test_enter_on_a_line_that_names_several_asks_which(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    entered(qtbot, tab, "Jaga #kpu mojo gudang !25")
    assert len(follow_ups(session, example)) == 6
    assert len(offered(tab)) == 2
    press(qtbot, tab, Key.Key_Tab)
    press(qtbot, tab, Key.Key_Return)
    made = follow_ups(session, example)[-1]
    assert (made.text, made.addressee_words()) == ("Jaga gudang", ["KPU Kabupaten Mojokerto"])


def test_a_name_nobody_knows_can_be_added_as_guest(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    typed(qtbot, tab, "Siapkan perahu @Wulandari")
    assert len(offered(tab)) == 2
    press(qtbot, tab, Key.Key_Tab)
    assert "Wulandari" in {seat.name for seat in participants(session.store, example)}
    assert chips(tab) == ["Wulandari"]
    entered(qtbot, tab, " !25")
    assert follow_ups(session, example)[-1].addressee_words() == ["Wulandari"]


def test_a_name_nobody_knows_is_never_dropped(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    entered(qtbot, tab, "Siapkan #entah perahu !25")
    assert follow_ups(session, example)[-1].text == "Siapkan #entah perahu"


def test_letters_of_a_speaker_are_offered_and_taken(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    typed(qtbot, tab, "ely")
    assert len(offered(tab)) == 1
    press(qtbot, tab, Key.Key_Tab)
    assert tab.bar.line.toPlainText() == "Nur Elya Anggraini: "
    entered(qtbot, tab, "Awasi")
    entered(qtbot, tab, "Awasi lagi")
    assert [Voices(session.store, example).name(one.speaker_id) for one in said(session, example)[-2:]] == [
        "Nur Elya Anggraini"
    ] * 2


def test_escape_closes_the_list_and_leaves_the_line(qtbot: QtBot, tab: CaptureTab) -> None:
    typed(qtbot, tab, "Jaga #kpu mojo")
    press(qtbot, tab, Key.Key_Escape)
    assert offered(tab) == []
    assert tab.bar.line.value() == "Jaga #kpu mojo"


def test_letters_beyond_the_usual_planes_keep_their_places(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    tab.bar.line.insertPlainText("Kirim 📦📦 #kpu mojo")
    press(qtbot, tab, Key.Key_Tab)
    assert tab.bar.line.value() == "Kirim 📦📦 #KPU Kabupaten Mojokerto"


# Kinds later


def test_a_key_makes_a_chosen_note_a_conclusion(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    tab.notes.setFocus()
    tab.notes.setCurrentIndex(tab.model.index(tab.model.row_of(said(session, example)[5].id), 0))
    press(qtbot, tab, Key.Key_4, Held.ControlModifier)
    assert said(session, example)[5].kind == "kesimpulan"


def test_a_key_makes_a_chosen_note_a_follow_up_and_back(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    note = said(session, example)[5].id
    tab.notes.setFocus()
    tab.notes.setCurrentIndex(tab.model.index(tab.model.row_of(note), 0))
    press(qtbot, tab, Key.Key_5, Held.ControlModifier)
    made = follow_ups(session, example)[-1]
    assert made.statement_id == note
    press(qtbot, tab, Key.Key_Escape)
    tab.side.show_lists()
    tab.side.follow_ups.setFocus()
    tab.side.go_to_follow_up(made.id)
    press(qtbot, tab, Key.Key_4, Held.ControlModifier)
    assert made.id not in {one.id for one in follow_ups(session, example)}
    assert len(said(session, example)) == 7


def test_a_draft_comes_back_with_what_was_turned_down(
    qtbot: QtBot, session: Session, example: UUID, look: Theme
) -> None:
    tab = opened(qtbot, session, example)
    typed(qtbot, tab, "Tambah !25")
    tab.bar.reader.chips.rejected.emit("due:25")
    tab.flush()
    again = opened(qtbot, session, example)
    assert again.bar.line.value() == "Tambah !25"
    assert chips(again) == ["25 (teks)"]
