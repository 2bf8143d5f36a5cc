"""Instansi & Pejabat, worked the way a coordinator works it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.base import clock
from desktop.models.queries.directory import search_people, search_positions
from desktop.models.queries.directory_details import institution_detail
from desktop.models.queries.records import fields_of
from desktop.models.queries.regions import area_members
from desktop.models.seeds import fixed_id
from desktop.services.directory import save_person
from desktop.services.tenures import name_holder
from desktop.ui.directory.entry_dialog import EntryDialog
from desktop.ui.directory.page import DirectoryPage
from desktop.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
DAY = date(2024, 9, 26)
POLRES, KAPOLRES = fixed_id("institution", "polres-tuban"), fixed_id("position", "polres-tuban", "leader")
HOME = fixed_id("working_area", "wilker.2")


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[DirectoryPage]:
    with clock.frozen(datetime(2024, 9, 26, 2, tzinfo=UTC)):
        made = DirectoryPage(session)
        qtbot.addWidget(made)
        made.resize(1150, 700)
        made.show()
        yield made


def press(root: QWidget, name: str) -> None:
    """Press the button a screen reader calls by this name."""
    buttons = [*root.findChildren(QPushButton), *root.findChildren(QToolButton)]
    next(one for one in buttons if name in (one.accessibleName(), one.text())).click()
    QApplication.processEvents()


def dialog() -> EntryDialog:
    """The small form that is open, ready to be typed into."""
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert isinstance(found, EntryDialog)
    return found


def type_into(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, text)


def first_column(page: DirectoryPage) -> list[str]:
    rows = page.institutions.table.rows
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def test_the_first_institution_stands_open(page: DirectoryPage) -> None:
    assert page.institutions.detail.form.values()["name"] == "Pemerintah Provinsi Jawa Timur"


def test_typing_finds_and_chips_narrow(page: DirectoryPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.institutions.search, "tuban")
    qtbot.keyClick(page.institutions.search, Qt.Key.Key_Return)
    assert len(first_column(page)) == 5
    press(page.institutions.chips, "Polri  9")
    assert first_column(page) == ["Polres Tuban"]


def test_a_search_without_hits_says_what_to_do(page: DirectoryPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.institutions.search, "zzz")
    qtbot.keyClick(page.institutions.search, Qt.Key.Key_Return)
    assert first_column(page) == []


def test_a_changed_name_is_kept_when_another_institution_is_chosen(
    page: DirectoryPage, session: Session, qtbot: QtBot
) -> None:
    page.open(institution=POLRES)
    type_into(qtbot, page.institutions.detail.form.field("short_name"), "Polres Tbn")
    page.open(institution=fixed_id("institution", "polres-gresik"))
    assert fields_of(session.store, "institution", POLRES)["short_name"] == "Polres Tbn"


def test_looking_at_institutions_writes_nothing(page: DirectoryPage, session: Session) -> None:
    for code in ("polres-gresik", "kodim-0815", "kpu-jatim"):
        page.open(institution=fixed_id("institution", code))
    page.flush()
    assert session.history.undo_name is None


def test_a_wrong_rank_is_shown_at_its_field_and_not_kept(
    page: DirectoryPage, session: Session, qtbot: QtBot
) -> None:
    page.open(institution=POLRES)
    field = page.institutions.detail.form.field("protocol_rank")
    type_into(qtbot, field, "0")
    page.flush()
    assert "antara 1 dan" in field.accessibleDescription()
    assert fields_of(session.store, "institution", POLRES)["protocol_rank"] == 161


def test_one_wrong_field_does_not_keep_the_others_from_being_saved(
    page: DirectoryPage, session: Session, qtbot: QtBot
) -> None:
    page.open(institution=POLRES)
    form = page.institutions.detail.form
    type_into(qtbot, form.field("protocol_rank"), "0")
    page.flush()
    type_into(qtbot, form.field("short_name"), "Polres Tbn")
    page.flush()
    kept = fields_of(session.store, "institution", POLRES)
    assert (kept["short_name"], kept["protocol_rank"]) == ("Polres Tbn", 161)
    assert form.field("short_name").hasFocus()


def test_leaving_a_wrong_field_behind_is_said(page: DirectoryPage, session: Session, qtbot: QtBot) -> None:
    page.open(institution=POLRES)
    type_into(qtbot, page.institutions.detail.form.field("protocol_rank"), "banyak")
    with qtbot.waitSignal(session.bus.message) as said:
        page.open(institution=fixed_id("institution", "polres-gresik"))
    assert "Polres Tuban belum tersimpan" in said.args[0]


def test_a_region_is_added_by_typing_and_taken_off_by_its_cross(
    page: DirectoryPage, session: Session, qtbot: QtBot
) -> None:
    page.open(institution=POLRES)
    picker = page.institutions.detail.form.field("regions").focusProxy()
    type_into(qtbot, picker, "Kabupaten Gresik")
    with qtbot.waitSignal(picker.chosen):  # type: ignore[attr-defined]
        page.institutions.search.setFocus()
    page.flush()
    press(page.institutions.detail, "Lepas Kabupaten Tuban")
    page.flush()
    found = institution_detail(session.store, POLRES, DAY)
    assert found is not None
    assert [name for _, name in found.regions] == ["Kabupaten Gresik"]


def test_a_new_institution_is_made_and_shown(page: DirectoryPage, qtbot: QtBot) -> None:
    page.institutions.new_button.click()
    form = dialog().form
    type_into(qtbot, form.field("name"), "Kejaksaan Negeri Tuban")
    type_into(qtbot, form.field("leader_title"), "Kajari")
    press(dialog(), "Simpan")
    assert page.institutions.detail.form.values()["name"] == "Kejaksaan Negeri Tuban"
    assert page.institutions.detail.posts.findChildren(QPushButton)


def test_a_new_institution_without_a_name_stays_open_with_the_reason(page: DirectoryPage) -> None:
    page.institutions.new_button.click()
    press(dialog(), "Simpan")
    assert "Nama instansi belum diisi" in dialog().form.field("name").accessibleDescription()
    dialog().reject()


def test_an_institution_in_use_is_not_deleted_and_the_reason_is_told(
    page: DirectoryPage, session: Session, qtbot: QtBot
) -> None:
    page.open(institution=fixed_id("institution", "bakorwil-bojonegoro"))
    with qtbot.waitSignal(session.bus.message) as said:
        page.institutions.detail.delete_button.click()
    assert "profil kantor" in said.args[0]


def test_a_deleted_institution_leaves_the_list_and_comes_back(page: DirectoryPage, session: Session) -> None:
    page.open(institution=POLRES)
    page.institutions.detail.delete_button.click()
    assert "Polres Tuban" not in first_column(page)
    session.undo()
    assert "Polres Tuban" in first_column(page)


def holder_of(session: Session, day: date = DAY) -> str | None:
    return search_positions(session.store, "kapolres tuban", day)[0].holder


def test_a_post_gets_a_holder_who_was_not_in_the_directory(
    page: DirectoryPage, session: Session, qtbot: QtBot
) -> None:
    page.open(institution=POLRES)
    press(page.institutions.detail.posts, "Isi pejabat Kapolres")
    type_into(qtbot, dialog().form.field("person_id"), "AKBP Bagus Santoso")
    press(dialog(), "Simpan")
    assert holder_of(session) == "AKBP Bagus Santoso"


def test_a_successor_ends_the_former_tenure(page: DirectoryPage, session: Session, qtbot: QtBot) -> None:
    name_holder(session.desk, KAPOLRES, name="Hadi Prakoso")
    page.open(institution=POLRES)
    page.institutions.detail.refresh()
    press(page.institutions.detail.posts, "Ganti pejabat Kapolres")
    type_into(qtbot, dialog().form.field("person_id"), "Bagus Santoso")
    press(dialog(), "Simpan")
    assert (holder_of(session, date(2024, 9, 25)), holder_of(session)) == ("Hadi Prakoso", "Bagus Santoso")


def test_a_post_is_added_and_renamed(page: DirectoryPage, session: Session, qtbot: QtBot) -> None:
    page.open(institution=POLRES)
    press(page.institutions.detail.posts, "Jabatan baru")
    type_into(qtbot, dialog().form.field("title"), "Kabag Op")
    press(dialog(), "Simpan")
    press(page.institutions.detail.posts, "Ubah jabatan Kabag Op")
    type_into(qtbot, dialog().form.field("title"), "Kabag Ops")
    press(dialog(), "Simpan")
    found = institution_detail(session.store, POLRES, DAY)
    assert found is not None
    assert [(one.title, one.leads) for one in found.positions] == [("Kapolres", True), ("Kabag Ops", False)]


def test_the_history_of_a_post_lists_its_holders(page: DirectoryPage, session: Session) -> None:
    name_holder(session.desk, KAPOLRES, name="Hadi Prakoso", starts_on=date(2023, 1, 1))
    page.open(institution=POLRES)
    page.institutions.detail.refresh()
    press(page.institutions.detail.posts, "Riwayat pejabat Kapolres")
    history = QApplication.activeModalWidget()
    assert history is not None
    press(history, "Hapus masa jabatan Hadi Prakoso")
    assert holder_of(session) is None
    press(history, "Tutup")


# People


def add_person(session: Session, page: DirectoryPage, **values: object) -> UUID:
    changed = session.make(lambda: save_person(session.desk, **{"name": "Siti Wahyuni, S.H.", **values}))
    assert changed is not None
    page.open(person=changed[0])
    return changed[0]


def test_the_holder_of_a_post_is_one_press_away(page: DirectoryPage, session: Session) -> None:
    name_holder(session.desk, KAPOLRES, name="Hadi Prakoso")
    page.open(institution=POLRES)
    page.institutions.detail.refresh()
    press(page.institutions.detail.posts, "Lihat Hadi Prakoso")
    assert page.people.isVisible()
    assert page.people.detail.form.values()["name"] == "Hadi Prakoso"


def test_a_new_person_comes_with_a_post(page: DirectoryPage, session: Session, qtbot: QtBot) -> None:
    page.people.new_button.click()
    form = dialog().form
    type_into(qtbot, form.field("name"), "Siti Wahyuni, S.H.")
    type_into(qtbot, form.field("position_id"), "Kapolres Tuban")
    press(dialog(), "Simpan")
    (hit,) = search_people(session.store, "siti", DAY)
    assert hit.words == "Kapolres Tuban"
    assert page.people.detail.form.values()["name"] == "Siti Wahyuni, S.H."


def test_the_number_is_asked_for_only_with_its_kind(page: DirectoryPage, session: Session, qtbot: QtBot) -> None:
    person = add_person(session, page)
    form = page.people.detail.form
    assert not form.field("identity_number").isVisible()
    kind = form.field("identity_kind")
    kind.setFocus()
    qtbot.keyClicks(kind, "NIP")
    assert form.field("identity_number").isVisible()
    type_into(qtbot, form.field("identity_number"), "19720304 199803 2 004")
    page.flush()
    assert fields_of(session.store, "person", person)["identity_number"] == "197203041998032004"


def test_a_nik_is_refused_at_its_field(page: DirectoryPage, session: Session, qtbot: QtBot) -> None:
    person = add_person(session, page, identity_kind="nip")
    field = page.people.detail.form.field("identity_number")
    type_into(qtbot, field, "3523010403720001")
    page.flush()
    assert "tidak menyimpan NIK" in field.accessibleDescription()
    assert fields_of(session.store, "person", person)["identity_number"] is None


def test_a_tenure_ends_on_the_day_typed(page: DirectoryPage, session: Session, qtbot: QtBot) -> None:
    person = add_person(session, page)
    session.make(lambda: name_holder(session.desk, KAPOLRES, person=person, starts_on=date(2024, 1, 1)))
    press(page.people.detail, "Ubah masa jabatan Kapolres Tuban")
    type_into(qtbot, dialog().form.field("ends_on"), "20/9/2024")
    press(dialog(), "Simpan")
    assert holder_of(session) is None


def test_people_are_found_by_their_post(page: DirectoryPage, session: Session, qtbot: QtBot) -> None:
    add_person(session, page, name="Bagus Santoso")
    session.make(lambda: name_holder(session.desk, KAPOLRES, name="Hadi Prakoso"))
    qtbot.keyClicks(page.people.search, "polres tuban")
    qtbot.keyClick(page.people.search, Qt.Key.Key_Return)
    rows = page.people.table.rows
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == ["Hadi Prakoso"]


# Working areas


def codes(session: Session) -> list[str]:
    return [one.code for one in area_members(session.store, HOME)]


def choose_member(page: DirectoryPage, row: int) -> None:
    page.regions.members.select_seq(page.regions.members.rows.seq_at(row))


def test_the_offices_own_area_stands_open_with_figures_and_their_basis(page: DirectoryPage) -> None:
    page.open(tab="regions")
    area = page.regions.area()
    assert area is not None
    assert area.name == "Bakorwil Bojonegoro"
    rows = page.regions.members.rows
    tuban = [rows.index(1, column).data() for column in range(rows.columnCount())]
    assert tuban == ["2", "Kabupaten Tuban", "942.865", "DPT", "1.867", "DPS", "jtvbojonegoro"]


def test_a_region_moves_up_and_stays_chosen(page: DirectoryPage, session: Session) -> None:
    choose_member(page, 1)
    page.regions.up_button.click()
    page.regions.up_button.click()
    assert codes(session)[:2] == ["35.23", "35.22"]
    page.regions.down_button.click()
    assert codes(session)[:2] == ["35.22", "35.23"]


def test_a_region_leaves_and_another_comes(page: DirectoryPage, session: Session, qtbot: QtBot) -> None:
    choose_member(page, 5)
    page.regions.remove_button.click()
    assert "35.18" not in codes(session)
    page.open(tab="regions")
    type_into(qtbot, page.regions.add_field, "Kabupaten Ngawi")
    with qtbot.waitSignal(page.regions.add_field.chosen):
        page.regions.members.setFocus()
    assert codes(session)[-1] == "35.21"
