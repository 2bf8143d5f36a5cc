"""Forms in the window: made for several at once, dropped back on the page, listed until they are back."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.clock import HeldClock, frozen
from desktop.base.settings import Settings
from desktop.exchange.forms.shapes import AS_OF
from desktop.exchange.sheets.reading import read_table
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.forms import form_list, forms_out
from desktop.models.queries.item_reports import history
from desktop.models.queries.register import commitment_list
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.forms.asking import follow_up_recipients, readiness_recipients
from desktop.services.forms.making import MadeForm, make_forms
from desktop.ui.bus import ChangeBus
from desktop.ui.commitments.page import CommitmentsPage
from desktop.ui.forms.make_dialog import MakeFormsDialog
from desktop.ui.forms.take_dialog import TakeFormsDialog
from desktop.ui.reports.forms_tab import FormsTab
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient
from tests.exchange import messy
from tests.exchange.forms.filling import WHO, filled, saved
from tests.ui.conftest import RecordedDoor

MORNING = datetime(2024, 9, 30, 3, tzinfo=UTC)
POLDA, TUBAN = "Polda Jawa Timur", fixed_id("region", "35.23")


@pytest.fixture
def clock() -> Iterator[HeldClock]:
    with frozen(MORNING) as held:
        yield held


@pytest.fixture
def session(
    sqlite_store: Store, example: object, tmp_path: Path, bus: ChangeBus, clock: HeldClock
) -> Iterator[Session]:
    assert example
    assert clock
    with WorkerClient() as worker:
        yield Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"), bus)


def polda_form(session: Session) -> MadeForm:
    (one,) = [one for one in follow_up_recipients(session.store, date(2024, 9, 30)) if one.to == POLDA]
    return make_forms(session.desk, [one])[0][0]


def dialog_of(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    """The dialog of a kind, once it is there; the first file waits for the worker to start."""

    def found() -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]

    qtbot.waitUntil(lambda: bool(found()), timeout=30_000)
    return found()[0]


def test_forms_for_several_are_made_at_once_each_with_its_message(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    page = CommitmentsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.forms.make()
    dialog = dialog_of(qtbot, MakeFormsDialog)
    assert isinstance(dialog, MakeFormsDialog)
    assert not dialog.save.isEnabled()
    dialog.search.setText("kpu kab")
    dialog.search.searched.emit("kpu kab")
    assert dialog.list.count() == 7
    dialog._tick_all()
    dialog.search.clear_search()
    dialog.wanted_by.setText("29/9/2024")
    dialog._save_files()
    assert forms_out(session.store) == 0
    dialog.wanted_by.setText("7/10/2024")
    folder = tmp_path / "keluar"
    folder.mkdir()
    door.will_choose(folder)
    with qtbot.waitSignals([page.forms.writer.maker.written] * 7, timeout=30_000):
        dialog._save_files()
    assert forms_out(session.store) == 7
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 7
    assert all(name.startswith("Formulir-Tindak-Lanjut_KPU-Kabupaten-") for name in names)
    dialog.copy_text()
    text = QGuiApplication.clipboard().text()
    assert "Yth. Ketua KPU Kabupaten Bojonegoro" in text
    assert "paling lambat Senin, 7 Oktober 2024" in text
    assert dialog.texts.item(0).checkState() is Qt.CheckState.Checked
    assert dialog.texts.currentRow() == 1  # the next one is at hand
    session.undo()
    assert forms_out(session.store) == 0
    dialog.close()


def test_readiness_forms_go_into_one_zip_and_more_than_ten_is_told(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    from desktop.ui.readiness.page import ReadinessPage

    page = ReadinessPage(session)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.open(region=TUBAN)
    page.forms.make()
    dialog = dialog_of(qtbot, MakeFormsDialog)
    assert isinstance(dialog, MakeFormsDialog)
    assert dialog.region.value() == TUBAN
    dialog.list.tick([0])
    assert "KPU Kabupaten Tuban: lebih dari 10 butir, jadi 3 formulir" in dialog.told.text()
    target = tmp_path / "formulir.zip"
    door.will_choose(target)
    with qtbot.waitSignal(page.forms.writer.maker.written, timeout=30_000):
        dialog._save_zip()
    with zipfile.ZipFile(target) as archive:
        assert len(archive.namelist()) == 3
    dialog.close()


def test_files_dropped_on_the_page_are_judged_and_one_key_takes_in_what_is_good(
    qtbot: QtBot, session: Session, door: RecordedDoor, clock: HeldClock, tmp_path: Path
) -> None:
    made = polda_form(session)
    clock.move(timedelta(days=8))
    back = saved(tmp_path / "WA 01.xlsx", filled(made.sheet, {1: ("sudah", "", "", ""), 2: ("entah", "", "", "")}))
    other = messy.messy(tmp_path / "undangan.xlsx", messy.people(3))
    page = CommitmentsPage(session)
    qtbot.addWidget(page)
    page.show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (other, back)])
    held = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, *held))
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, *held))
    dialog = dialog_of(qtbot, TakeFormsDialog)
    assert isinstance(dialog, TakeFormsDialog)
    assert [one.form.problem[:26] for one in dialog.forms] == ["Berkas ini bukan formulir ", ""]
    assert dialog.files.current_id() == dialog.forms[1].id  # what can be taken in is at hand
    assert dialog.save.text() == "Terima 1 baris"
    qtbot.keyClick(dialog.rows, Qt.Key.Key_L)
    assert not dialog.save.isEnabled()
    qtbot.keyClick(dialog.rows, Qt.Key.Key_T)
    dialog.save.click()
    assert forms_out(session.store) == 0
    assert dialog.isVisible()  # one row has to be corrected
    target = tmp_path / "perbaikan.xlsx"
    door.will_choose(target)
    dialog.save_wrong.click()
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert any("entah" in cell for row in read_table(target).sheets[0].rows for cell in row.cells)
    dialog.close()
    session.undo()
    assert forms_out(session.store) == 1


def test_what_the_file_does_not_say_is_typed_in_the_dialog(
    qtbot: QtBot, session: Session, clock: HeldClock, tmp_path: Path
) -> None:
    (one, *_) = readiness_recipients(session.store, open_topics(session.store)[0], TUBAN)
    made = make_forms(session.desk, [one], first_only=True)[0][0]
    clock.move(timedelta(days=8))
    path = saved(tmp_path / "x.xlsx", filled(made.sheet, {1: ("", "95 persen", "", "")}, {**WHO, AS_OF: ""}))
    dialog = TakeFormsDialog(session, [read_table(path)])
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Posisi data belum diisi" in dialog.notes.text()
    assert not dialog.save.isEnabled()
    dialog.as_of.setText("5 okt 2024")
    dialog.as_of.textEdited.emit("5 okt 2024")
    dialog.post.setText("Ketua")
    dialog.form.flush()
    assert dialog.save.isEnabled()
    dialog.save.click()
    assert not dialog.isVisible()
    row = form_list(session.store).head()[0]
    assert row[10] is not None
    assert forms_out(session.store) == len(one.contents(first_only=True)) - 1
    asked = dialog.forms[0].form.content
    assert asked is not None
    (report,) = history(session.store, asked.rows[0].item, TUBAN)  # type: ignore[arg-type]
    assert (report.value, report.source) == (95, "dari formulir, 5 Oktober 2024 (Siti Aminah, Ketua)")


def test_the_list_knows_who_has_a_form_and_sends_it_again(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    made = polda_form(session)
    tab = FormsTab(session)
    qtbot.addWidget(tab)
    tab.resize(1100, 500)
    tab.show()
    qtbot.waitUntil(lambda: tab.table.rows.rowCount() == 1)
    assert [tab.table.model().index(0, column).data() for column in (1, 2, 5)] == [
        POLDA, "Tindak lanjut", "Belum kembali",
    ]  # fmt: skip
    tab.table.selectRow(0)
    tab.copy_text()
    assert "Yth. Kapolda Jawa Timur" in QGuiApplication.clipboard().text()
    target = tmp_path / "lagi.xlsx"
    door.will_choose(target)
    with qtbot.waitSignal(tab.writer.maker.written, timeout=30_000):
        tab.save_again()
    assert made.sheet.code in read_table(target).sheets[0].rows[0].cells[0]
    wanted: list[tuple[str, dict[str, object]]] = []
    tab.navigate.connect(lambda page, where: wanted.append((page, where)))
    tab.table.opened.emit(tab.table.current_seq())
    ((page, where),) = wanted
    count = commitment_list(session.store, where["filter"], today=date(2024, 9, 27)).count()  # type: ignore[arg-type]
    assert (page, str(count)) == ("commitments", tab.table.model().index(0, 3).data())
    door.will_answer(True)
    tab.remove.click()
    qtbot.waitUntil(lambda: tab.table.rows.rowCount() == 0)
