"""Berkas rapat: files chosen, dropped and pasted are taken in, shown, put in order, described, opened and removed."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDesktopServices, QDropEvent, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.exchange.attached import Taken, take_picture
from desktop.models.queries.attachments import FileRow, files_of
from desktop.services.attachments import add_files
from desktop.ui.meetings.files_form import FilesForm
from desktop.ui.session import Session
from tests.exchange.attached import made
from tests.ui.conftest import RecordedDoor


@pytest.fixture
def form(session: Session, meeting: UUID, qtbot: QtBot) -> FilesForm:
    made_form = FilesForm(session)
    qtbot.addWidget(made_form)
    session.bus.changed.connect(lambda _changes: made_form.show_meeting(meeting, fresh=False))
    made_form.show_meeting(meeting, fresh=True)
    return made_form


def photos(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"foto {n}.jpg" for n in range(1, count + 1)]
    for n, path in enumerate(paths):
        path.write_bytes(made.photo(200 + n, 150))
    return paths


def kept(session: Session, meeting: UUID, kind: str = "foto") -> list[FileRow]:
    return files_of(session.store, meeting, kind)


def shown(form: FilesForm) -> list[str]:
    return [form.list.item(row).text().splitlines()[0].split(" · ")[0] for row in range(form.list.count())]


def three(session: Session, meeting: UUID) -> None:
    taken = [take_picture(made.photo(200 + n, 150), f"foto {n}.jpg") for n in range(1, 4)]
    session.run(lambda: add_files(session.desk, meeting, "foto", taken)[1])


def drop(form: FilesForm, data: QMimeData) -> None:
    form.list.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_chosen_photos_are_taken_in_and_what_is_none_is_named(
    form: FilesForm, session: Session, meeting: UUID, qtbot: QtBot, tmp_path: Path, door: RecordedDoor
) -> None:
    program = tmp_path / "laporan.pdf.exe"
    program.write_bytes(made.PROGRAM)
    door.will_choose(*photos(tmp_path, 2), program)
    with qtbot.waitSignal(form.taking.finished, timeout=20_000):
        form.add_button.click()
    assert shown(form) == ["foto 1.jpg", "foto 2.jpg"]
    assert "laporan.pdf.exe" in form.banner.text()
    assert not form.banner.isHidden()
    assert "Foto kegiatan (2)" in form.kind.currentText()
    assert all(
        b"Rahasia" not in one.name.encode() and one.media_type == "image/jpeg" for one in kept(session, meeting)
    )


def test_dropped_files_and_a_pasted_picture_are_taken_in(
    form: FilesForm, session: Session, meeting: UUID, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in photos(tmp_path, 1)])
    with qtbot.waitSignal(form.taking.finished, timeout=20_000):
        drop(form, data)
    clipboard: QClipboard = QGuiApplication.clipboard()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.green)
    clipboard.setImage(picture)
    with qtbot.waitSignal(form.taking.finished, timeout=20_000):
        form.paste_button.click()
    assert [one.name for one in kept(session, meeting)] == ["foto 1.jpg", "Tempelan.jpg"]


def test_pasting_nothing_says_so(form: FilesForm) -> None:
    QGuiApplication.clipboard().setText("hanya teks")
    form.paste_button.click()
    assert "Tidak ada foto" in form.banner.text()


def test_files_on_their_way_stay_with_the_meeting_they_were_meant_for(
    form: FilesForm,
    session: Session,
    meeting: UUID,
    example: UUID,
    qtbot: QtBot,
    tmp_path: Path,
    door: RecordedDoor,
) -> None:
    door.will_choose(*photos(tmp_path, 1))
    with qtbot.waitSignal(form.taking.finished, timeout=20_000):
        form.add_button.click()
        form.show_meeting(example, fresh=True)
    assert len(kept(session, meeting)) == 1
    assert kept(session, example) == []


def test_what_is_no_photo_is_one_choice_away(
    form: FilesForm, session: Session, meeting: UUID, qtbot: QtBot, tmp_path: Path, door: RecordedDoor
) -> None:
    scan = tmp_path / "hadir.pdf"
    scan.write_bytes(made.PDF)
    form.kind.set_value("daftar_hadir")
    form.kind.edited.emit()
    door.will_choose(scan)
    with qtbot.waitSignal(form.taking.finished, timeout=20_000):
        form.add_button.click()
    assert [one.name for one in kept(session, meeting, "daftar_hadir")] == ["hadir.pdf"]
    assert shown(form) == ["hadir.pdf"]


def test_alt_and_arrows_put_a_photo_elsewhere(
    form: FilesForm, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    three(session, meeting)
    qtbot.keyClick(form.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown(form) == ["foto 2.jpg", "foto 1.jpg", "foto 3.jpg"]
    assert form.list.currentRow() == 1
    form.details.up.click()
    assert shown(form) == ["foto 1.jpg", "foto 2.jpg", "foto 3.jpg"]


def test_a_caption_saves_itself_and_stays_with_its_photo(form: FilesForm, session: Session, meeting: UUID) -> None:
    three(session, meeting)
    field = form.details.form.field("caption")
    field.setPlainText("Pembukaan")  # type: ignore[attr-defined]
    form.list.setCurrentRow(1)  # before the pause is over
    assert [one.caption for one in kept(session, meeting)] == ["Pembukaan", None, None]
    assert field.toPlainText() == ""  # type: ignore[attr-defined]
    assert shown(form)[0] == "Pembukaan"


def test_a_removed_photo_comes_back_with_undo(
    form: FilesForm, session: Session, meeting: UUID, qtbot: QtBot, messages: list[tuple[str, str]]
) -> None:
    three(session, meeting)
    qtbot.keyClick(form.list, Qt.Key.Key_Delete)
    assert shown(form) == ["foto 2.jpg", "foto 3.jpg"]
    assert "Berkas dihapus: foto 1.jpg" in [text for text, _ in messages]
    session.undo()
    assert shown(form) == ["foto 1.jpg", "foto 2.jpg", "foto 3.jpg"]


def test_opening_hands_out_a_copy_nobody_can_change(
    form: FilesForm, session: Session, meeting: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    session.run(
        lambda: add_files(session.desk, meeting, "bahan", [Taken("Paparan.pdf", "application/pdf", made.PDF)])[1]
    )
    form.kind.set_value("bahan")
    form.kind.edited.emit()
    form.details.open_button.click()
    assert opened[0].name == "Paparan.pdf"
    assert opened[0].read_bytes() == made.PDF
    assert not opened[0].stat().st_mode & 0o222


def test_photos_are_shown_small(form: FilesForm, session: Session, meeting: UUID, qtbot: QtBot) -> None:
    three(session, meeting)
    small = form.list.iconSize()

    def is_red() -> None:
        picture = form.list.item(2).icon().pixmap(small).toImage()
        colour = picture.pixelColor(QPoint(picture.width() // 4, picture.height() // 2))
        assert colour.red() > 200 > colour.blue()

    qtbot.waitUntil(is_red, timeout=20_000)
