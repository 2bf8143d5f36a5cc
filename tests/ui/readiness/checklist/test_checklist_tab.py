"""Daftar Periksa in the window: read what is in force, write a draft, put it in force, dates of single regions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.exchange.sheets import read_table
from desktop.models.fixed_ids import fixed_id
from desktop.models.queries.checklist_versions import (
    VersionItem,
    categories,
    draft_of,
    version_in_force,
    version_items,
)
from desktop.models.queries.due_overrides import due_overrides
from desktop.models.seeds import PILKADA, item_id
from desktop.services.topic_closing import close_topic
from desktop.services.topics import add_topic
from desktop.ui.readiness.checklist.checklist_tab import ChecklistTab
from desktop.ui.readiness.checklist.force_dialog import ForceDialog
from desktop.ui.readiness.checklist.import_dialog import ChecklistImportDialog
from desktop.ui.readiness.checklist.override_dialog import OverrideDialog
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.session import Session
from desktop.ui.widgets.name_dialog import NameDialog
from tests.ui.conftest import RecordedDoor

TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def tab(page: ReadinessPage) -> ChecklistTab:
    page.open(tab="checklist", topic=TOPIC)
    found = page.tab("checklist")
    assert isinstance(found, ChecklistTab)
    return found


@pytest.fixture
def draft(tab: ChecklistTab) -> Iterator[ChecklistTab]:
    """The tab with a new draft, at LOG-03."""
    tab.bar.new_button.click()
    tab.list.go_to(item(tab, "LOG-03").id)
    yield tab
    tab.flush()


def item(tab: ChecklistTab, code: str) -> VersionItem:
    version = tab.version()
    assert version is not None
    return next(one for one in version_items(tab.session.store, version.id) if one.code == code)


def shown(tab: ChecklistTab) -> list[str]:
    """What stands in the first column of the list."""
    rows = tab.list.table.rows
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def words(tab: ChecklistTab) -> str:
    """All that is said of the item in hand."""
    return "\n".join(label.text() for label in tab.pane.facts.findChildren(QLabel) if not label.isHidden())


def test_what_is_in_force_is_read_by_category_with_who_answers_and_what_is_needed(tab: ChecklistTab) -> None:
    assert tab.bar.field.currentText() == "Versi 1, berlaku"
    assert shown(tab)[:2] == ["Logistik (28)", "LOG-01"]
    assert tab.list.line.isHidden()
    assert tab.bar.force_button.isHidden()
    tab.open(item=item_id("LOG-03"))
    said = words(tab)
    assert "8 instansi: KPU Kabupaten Bojonegoro, KPU Kabupaten Tuban" in said
    assert "2 buah per TPS × 2.120 TPS = 4.240 buah di Kab. Bojonegoro" in said
    assert "H-40: Jumat, 18 Oktober 2024 · Acuan internal" in said
    tab.open(item=item_id("LOG-24"))
    assert "Tidak ada instansi yang cocok." in words(tab)


def test_the_search_leaves_what_has_all_words_under_its_category(tab: ChecklistTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(tab.list.search, "gudang logistik")
    qtbot.keyClick(tab.list.search, Qt.Key.Key_Return)
    assert shown(tab) == ["Logistik (28)", "LOG-01", "Keamanan (23)", "SEC-12"]
    tab.open(item=item_id("LOG-30"))
    assert len(shown(tab)) == 106


def test_an_item_of_a_draft_is_written_and_kept_when_typing_rests(draft: ChecklistTab, qtbot: QtBot) -> None:
    form = draft.pane.form
    form.form.field("target_value").setText("2,5")
    form.form.field("target_value").edited.emit()
    form.responsible.set_value("KPU Kota")
    form.responsible.edited.emit()
    due = form.form.field("due_offset")
    due.setText("h-21")
    due.edited.emit()
    draft.flush()
    found = item(draft, "LOG-03")
    assert (found.target, found.target_value, found.unit) == ("2,5", 2.5, "buah/TPS")
    assert (found.responsible, found.due_offset) == ("KPU Kota", -21)
    assert form.answering.text() == (
        "KPU Kota Mojokerto\nTidak ada instansi yang cocok di Kab. Bojonegoro, Kab. Tuban, Kab. Lamongan, "
        "Kab. Gresik, dan 3 lainnya."
    )
    assert form.need.text() == "2,5 buah per TPS × 2.120 TPS = 5.300 buah di Kab. Bojonegoro"
    assert form.due_day.text() == "H-21: Rabu, 6 November 2024"
    assert "1 butir diubah." in draft.banner.text()
    draft.session.undo()
    assert item(draft, "LOG-03").target_value == 2


def test_the_fields_of_a_target_follow_its_kind(draft: ChecklistTab) -> None:
    form = draft.pane.form.form
    kind = draft.pane.form.kind

    def rows() -> list[str]:
        return [key for key in ("target_value", "unit", "target_text") if not form._cells[key].isHidden()]

    assert rows() == ["target_value", "unit"]
    for chosen, expected in (("teks", ["target_text"]), ("ya", []), ("persen", ["target_value", "unit"])):
        kind.set_value(chosen)
        kind.edited.emit()
        assert rows() == expected
    draft.flush()
    found = item(draft, "LOG-03")
    assert (found.target_kind, found.target_value, found.unit) == ("persen", 2, "% buah")


def test_a_code_that_is_taken_stays_in_its_field_with_the_reason(draft: ChecklistTab) -> None:
    code = draft.pane.form.code
    code.setText("LOG-04")
    code.edited.emit()
    draft.flush()
    said = [label.text() for label in draft.pane.form.findChildren(QLabel)]
    assert "Kode LOG-04 sudah dipakai butir lain. Pakai kode lain." in said
    assert item(draft, "LOG-03").code == "LOG-03"


def test_items_and_categories_are_added_moved_and_removed_by_key(
    draft: ChecklistTab, qtbot: QtBot, door: RecordedDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, line = draft.list.table, draft.list.line
    qtbot.keyClicks(line, "Alat bantu tunanetra diterima")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert draft.pane.form.code.value() == "LOG-33"
    QGuiApplication.clipboard().setText("1. Satu\n2. Dua")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert item(draft, "LOG-35").text == "Dua"
    qtbot.keyClick(table, Qt.Key.Key_Up, ALT)
    assert shown(draft)[shown(draft).index("LOG-35") + 1] == "LOG-34"
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert "LOG-35" not in shown(draft)

    version = draft.version()
    assert version is not None
    second = categories(draft.session.store, version.id)[1]
    draft.list.go_to(second.id)
    draft.pane.category.name.setText("Keamanan dan ketertiban")
    draft.pane.category.name.edited.emit()
    draft.flush()
    qtbot.keyClick(table, Qt.Key.Key_Up, ALT)
    assert shown(draft)[0] == "Keamanan dan ketertiban (6)"
    door.will_answer(True)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert door.asked[-1].detail == "6 butir di dalamnya ikut dihapus dari konsep ini."
    assert shown(draft)[0].startswith("Logistik")

    def name_it(dialog: NameDialog) -> int:
        dialog.form.field("name").setText("Relawan")
        dialog._save()
        return 1

    monkeypatch.setattr(NameDialog, "exec", name_it)
    draft.list.category_button.click()
    assert shown(draft)[-1] == "Relawan (0)"


def test_a_draft_that_is_not_sound_leads_to_what_is_missing(draft: ChecklistTab, messages_of: list[str]) -> None:
    draft.pane.form.form.field("for_regency").click()
    draft.flush()
    draft.list.go_to(item(draft, "LOG-01").id)
    draft.bar.force_button.click()
    assert messages_of[-1] == ("Belum dapat diberlakukan. LOG-03: belum ditentukan untuk wilayah mana.")
    assert draft.pane.form.code.value() == "LOG-03"


@pytest.fixture
def messages_of(session: Session) -> list[str]:
    said: list[str] = []
    session.bus.message.connect(lambda text, _tone: said.append(text))
    return said


def test_putting_in_force_asks_of_each_changed_question_and_is_undone_at_once(
    draft: ChecklistTab, page: ReadinessPage, qtbot: QtBot
) -> None:
    draft.pane.form.form.field("target_value").setText("3")
    draft.pane.form.form.field("target_value").edited.emit()
    draft.bar.force_button.click()
    dialog = page.findChild(ForceDialog)
    assert dialog is not None
    assert dialog.sentence.text() == "1 butir diubah."
    dialog.table.go_to_row(0)
    dialog.anew_button.click()
    assert dialog.model.index(0, 4).data() == "Minta laporan baru"
    dialog.note.setText("disepakati dalam rapat 26 September 2024")
    dialog.save_button.click()
    found = version_in_force(draft.session.store, TOPIC)
    assert found is not None
    assert (found.version, found.in_force_on) == (2, date(2024, 9, 26))
    assert draft.bar.about.text().endswith("101 butir · disepakati dalam rapat 26 September 2024")
    assert item(draft, "LOG-03").thread_id == item(draft, "LOG-03").id
    assert draft.bar.field.currentText() == "Versi 2, berlaku sejak 26 September 2024"
    draft.bar.field.set_value(fixed_id("checklist_template", PILKADA, 1))
    draft.bar.field.edited.emit()
    assert draft.banner.text() == "Versi lama, hanya untuk dibaca."
    draft.session.undo()
    assert draft_of(draft.session.store, TOPIC) is not None


def test_a_draft_is_given_up_only_after_a_question(draft: ChecklistTab, door: RecordedDoor) -> None:
    door.will_answer(False, True)
    draft.bar.discard_button.click()
    assert draft_of(draft.session.store, TOPIC) is not None
    draft.bar.discard_button.click()
    assert draft_of(draft.session.store, TOPIC) is None
    assert draft.bar.field.currentText() == "Versi 1, berlaku"


def test_a_region_gets_a_day_of_its_own_with_its_source(
    tab: ChecklistTab, page: ReadinessPage, qtbot: QtBot
) -> None:
    tab.open(item=item_id("LOG-03"))
    panel = tab.pane.overrides
    panel.add_button.click()
    dialog = page.findChild(OverrideDialog)
    assert dialog is not None
    assert dialog.basis.value() == "agreed"
    dialog.region.setText("Kab. Tuban")
    dialog.due_on.setText("14/10/2024")
    dialog.save()
    assert due_overrides(tab.session.store, item_id("LOG-03")) == []
    dialog.source.setText("disepakati dalam rapat 26 September 2024")
    dialog.save()
    (found,) = due_overrides(tab.session.store, item_id("LOG-03"))
    assert (found.region_id, found.due_on, found.due_basis) == (TUBAN, date(2024, 10, 14), "agreed")
    assert panel.model.index(0, 2).data() == "Disepakati dalam rapat: disepakati dalam rapat 26 September 2024"
    panel.table.go_to_row(0)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert due_overrides(tab.session.store, item_id("LOG-03")) == []


def test_a_checklist_goes_out_to_excel_and_comes_back(
    tab: ChecklistTab, page: ReadinessPage, qtbot: QtBot, door: RecordedDoor, tmp_path: Path
) -> None:
    target = tmp_path / "daftar.xlsx"
    door.will_choose(target)
    with qtbot.waitSignal(tab.files.maker.written, timeout=20_000):
        tab.bar.export_button.click()
    assert [sheet.name for sheet in read_table(target).sheets] == ["Daftar Periksa", "Penjelasan"]
    topic, _ = add_topic(tab.session.desk, "Pilkada 2029")
    with qtbot.waitSignal(tab.files.shown, timeout=20_000):
        tab.files.read_file(topic, target)
    dialog = page.findChild(ChecklistImportDialog)
    assert dialog is not None
    assert dialog.save_button.text() == "Ambil 101 perubahan"
    dialog.save_button.click()
    found = draft_of(tab.session.store, topic)
    assert found is not None
    assert found.items == 101


def test_a_topic_without_a_checklist_begins_one(page: ReadinessPage, session: Session) -> None:
    made = session.make(lambda: add_topic(session.desk, "Mudik Lebaran 2025"))
    assert made is not None
    page.open(tab="checklist", topic=made[0])
    tab = page.tab("checklist")
    assert isinstance(tab, ChecklistTab)
    tab.begin_button.click()
    assert tab.bar.field.currentText() == "Versi 1 (konsep)"


def test_a_closed_topics_checklist_is_only_read(page: ReadinessPage, tab: ChecklistTab) -> None:
    tab.bar.new_button.click()
    session = tab.session
    assert session.run(lambda: close_topic(session.desk, TOPIC))
    for one in (tab.bar.import_button, tab.bar.force_button, tab.bar.discard_button, tab.list.line):
        assert one.isHidden()
    tab.open(item=item(tab, "LOG-03").id)
    assert "LOG-03 · Kotak suara" in words(tab)
    assert not tab.bar.export_button.isHidden()
