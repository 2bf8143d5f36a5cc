from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.documents.attendance_content import AttendanceSheetContent, SheetGroup, SheetRow
from desktop.documents.content import OfficeProfile
from desktop.ui.papers.find_bar import FindBar
from desktop.ui.papers.page_view import Mark
from desktop.ui.papers.paper_letters import PaperLetters
from desktop.ui.papers.preview import PaperPreview
from desktop.ui.papers.selection import TextSelection
from desktop.ui.papers.text_lines import TextLines
from desktop.ui.papers.view_bar import ViewBar
from desktop.worker.client import WorkerClient
from tests.documents.reading import page_texts


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerClient]:
    with WorkerClient() as started:
        yield started


@pytest.fixture
def preview(qtbot: QtBot, worker: WorkerClient, dressed_app: object) -> PaperPreview:
    made = PaperPreview(worker)
    qtbot.addWidget(made)
    made.resize(500, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def sheet(guests: int) -> tuple[Any, ...]:
    rows = tuple(SheetRow(f"Arwana {number}", "Kepala Seksi", "Dinas Contoh") for number in range(guests))
    content = AttendanceSheetContent("Rapat", None, groups=(SheetGroup("", rows),))
    return "attendance-sheet", content, OfficeProfile()


def show(qtbot: QtBot, preview: PaperPreview, guests: int) -> None:
    with qtbot.waitSignal(preview.made, timeout=20_000):
        preview.show_paper(lambda: sheet(guests))
    qtbot.waitUntil(lambda: preview.page_count > 0, timeout=20_000)


def has_ink(widget: QWidget) -> bool:
    """Whether something dark is to be seen: letters, not only paper and its edge."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return min(bytes(picture.constBits())) < 60


def test_a_paper_is_shown_with_all_its_pages(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 400)
    assert preview.page_count > 15
    qtbot.waitUntil(lambda: has_ink(preview.viewport()))


def test_a_paper_begins_at_its_first_page_though_a_wider_one_follows(qtbot: QtBot, preview: PaperPreview) -> None:
    preview.set_zoom(200)
    preview.show_sizes([(842.0, 595.0)], range(0))
    preview.show_sizes([], range(0))
    preview.show_sizes([(595.0, 842.0), (842.0, 595.0)], range(0))
    first, from_left = preview._layout.places[0], preview.horizontalScrollBar().value()
    assert 0 < first.left() - from_left < 30
    preview.show_sizes([], range(0))
    preview.set_zoom(50)
    preview.show_sizes([(595.0, 842.0), (1684.0, 595.0)], range(0))
    first, from_left = preview._layout.places[0], preview.horizontalScrollBar().value()
    assert abs(first.center().x() - from_left - preview.viewport().width() // 2) <= 1


def test_pages_are_drawn_when_they_come_into_view(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 400)
    bar = preview.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 5_000)
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(lambda: has_ink(preview.viewport()), timeout=20_000)


def test_only_pages_near_the_view_are_held(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 400)
    bar = preview.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 5_000)
    for part in (0.25, 0.5, 0.75, 1.0):
        bar.setValue(round(bar.maximum() * part))
        qtbot.waitUntil(lambda: has_ink(preview.viewport()), timeout=20_000)
    assert len(preview._drawn) < 10


def test_the_view_keeps_its_place_when_the_paper_changes(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 200)
    bar = preview.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2_000)
    before, count = 1_500, preview.page_count
    bar.setValue(before)
    preview.show_paper(lambda: sheet(240))
    qtbot.waitUntil(lambda: preview.page_count > count, timeout=20_000)
    qtbot.waitUntil(lambda: has_ink(preview.viewport()), timeout=20_000)
    assert bar.value() == before


def test_a_shorter_paper_shows_its_end(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 200)
    bar = preview.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2_000)
    bar.setValue(bar.maximum())
    preview.show_paper(lambda: sheet(5))
    qtbot.waitUntil(lambda: preview.page_count == 1, timeout=20_000)
    qtbot.waitUntil(lambda: has_ink(preview.viewport()), timeout=20_000)


def test_what_is_the_same_as_before_is_not_made_again(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 5)
    made: list[bytes] = []
    preview.made.connect(made.append)
    with qtbot.waitSignal(preview.settled):
        preview.show_paper(lambda: sheet(5))
    assert preview.is_current
    assert made == []


def test_each_key_waits_for_the_next_and_only_what_was_typed_last_is_made(
    qtbot: QtBot, preview: PaperPreview
) -> None:
    show(qtbot, preview, 5)
    gathered: list[int] = []

    def typed(guests: int) -> tuple[Any, ...]:
        gathered.append(guests)
        return sheet(guests)

    with qtbot.waitSignal(preview.made, timeout=20_000) as made:
        for guests in range(6, 10):
            preview.follow_typing(partial(typed, guests))
            assert not preview.is_current
    assert gathered == [9]
    assert "Arwana 8" in "".join(page_texts(made.args[0]))  # type: ignore[index]


def test_typing_without_a_rest_is_followed_too(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 5)
    keys = QTimer(interval=20)
    guests = iter(range(6, 1_000))
    keys.timeout.connect(lambda: preview.follow_typing(partial(sheet, next(guests))))
    keys.start()
    with qtbot.waitSignal(preview.made, timeout=20_000):
        pass
    assert keys.isActive()
    keys.stop()


def test_a_paper_taken_back_before_it_was_made_does_not_come(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 5)
    made: list[bytes] = []
    preview.made.connect(made.append)
    preview.show_paper(lambda: sheet(400))
    preview.hurry()
    with qtbot.waitSignal(preview.settled):
        preview.show_paper(lambda: sheet(5))
        preview.hurry()
    assert preview.is_current
    preview.show_paper(lambda: sheet(6))
    qtbot.waitUntil(lambda: preview.is_current and bool(made), timeout=20_000)
    assert len(made) == 1


def test_the_pages_in_view_stay_until_the_new_ones_are_drawn(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 5)
    qtbot.waitUntil(lambda: has_ink(preview.viewport()), timeout=20_000)
    inked: list[bool] = []
    watch = QTimer(interval=10)
    watch.timeout.connect(lambda: inked.append(has_ink(preview.viewport())))
    watch.start()
    for guests in (6, 60, 7):
        with qtbot.waitSignal(preview.made, timeout=20_000):
            preview.show_paper(partial(sheet, guests))
        qtbot.waitUntil(lambda: 0 in preview._drawn, timeout=20_000)
    watch.stop()
    assert all(inked)


def test_searching_a_paper_is_given_up_for_a_newer_one(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 400)
    answers: list[object] = []
    preview.ask_about_paper(answers.append, "page-index", "page-index")
    with qtbot.waitSignal(preview.made, timeout=20_000):
        preview.show_paper(lambda: sheet(5))
        preview.hurry()  # after the usual rest the search might be done already
    assert answers == []


def test_pages_are_drawn_anew_for_another_width(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 5)
    scale = preview._drawn[0]
    preview.resize(700, 600)
    qtbot.waitUntil(lambda: preview._drawn[0] > scale, timeout=20_000)


def test_control_and_wheel_enlarges_around_the_mouse(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 100)
    mouse = QPoint(200, 300)
    before = preview.layout_for(preview.sizes).spot_at(mouse)
    turn = QWheelEvent(
        QPointF(mouse), QPointF(preview.viewport().mapToGlobal(mouse)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    percent = preview.percent
    QApplication.sendEvent(preview.viewport(), turn)
    assert preview.percent > percent
    origin = QPoint(preview.horizontalScrollBar().value(), preview.verticalScrollBar().value())
    after = preview.layout_for(preview.sizes).spot_at(mouse + origin)
    assert before is not None
    assert after is not None
    assert (after.at - before.at).manhattanLength() < 2


def test_the_keys_that_enlarge_are_the_papers_while_it_has_the_keyboard(
    qtbot: QtBot, worker: WorkerClient, dressed_app: object
) -> None:
    window, pressed = QMainWindow(), []
    qtbot.addWidget(window)
    preview, field = PaperPreview(worker), QLineEdit()
    room = QWidget()
    column = QVBoxLayout(room)
    column.addWidget(preview)
    column.addWidget(field)
    window.setCentralWidget(room)
    larger = window.menuBar().addAction("Perbesar")
    larger.setShortcut("Ctrl++")
    larger.triggered.connect(lambda: pressed.append("letters"))
    with qtbot.waitActive(window):
        window.show()
    show(qtbot, preview, 5)
    preview.setFocus()
    percent = preview.percent
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.percent > percent
    assert not pressed
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["letters"]


def test_home_and_end_lead_to_the_first_and_last_page(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 200)
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert preview.page == preview.page_count - 1
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert preview.page == 0


def test_a_page_number_leads_to_its_page(qtbot: QtBot, preview: PaperPreview) -> None:
    bar = ViewBar(preview)
    qtbot.addWidget(bar)
    show(qtbot, preview, 200)
    field = bar.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, "4")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert preview.page == 3
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert (preview.page, field.text()) == (4, "5")


def test_words_are_sought_marked_and_gone_through(qtbot: QtBot, preview: PaperPreview) -> None:
    letters = PaperLetters(preview)
    bar = FindBar(preview, letters)
    qtbot.addWidget(bar)
    show(qtbot, preview, 100)
    qtbot.keyClicks(bar.box, "arwana 9")
    qtbot.waitUntil(lambda: told(bar) == "1 dari 11", timeout=20_000)
    for _ in range(4):
        qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert told(bar) == "5 dari 11"
    qtbot.waitUntil(lambda: preview.page_count - 1 in preview.shown_pages, timeout=20_000)
    qtbot.waitUntil(lambda: bool(preview.marks(Mark.CURRENT)), timeout=20_000)
    qtbot.keyClick(bar.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told(bar) == "4 dari 11"


def test_the_words_sought_are_sought_in_the_changed_paper_too(qtbot: QtBot, preview: PaperPreview) -> None:
    bar = FindBar(preview, PaperLetters(preview))
    qtbot.addWidget(bar)
    show(qtbot, preview, 10)
    qtbot.keyClicks(bar.box, "kepala seksi")
    qtbot.waitUntil(lambda: told(bar) == "1 dari 10", timeout=20_000)
    preview.show_paper(lambda: sheet(12))
    qtbot.waitUntil(lambda: told(bar) == "1 dari 12", timeout=20_000)


def test_words_chosen_with_the_mouse_are_copied(qtbot: QtBot, preview: PaperPreview) -> None:
    letters = PaperLetters(preview)
    TextSelection(preview, letters)
    show(qtbot, preview, 5)
    lines = lines_of(qtbot, letters)
    start = lines.text.index("Arwana 3")
    area = preview.layout_for(preview.sizes).rect_of(0, lines.areas(start, start + 8)[0])
    mouse, view = Qt.MouseButton.LeftButton, preview.viewport()
    ends = (area.topLeft() + QPointF(1, 4)).toPoint(), (area.bottomRight() - QPointF(1, 4)).toPoint()
    qtbot.mousePress(view, mouse, pos=ends[0])
    QApplication.sendEvent(
        view,
        QMouseEvent(
            QEvent.Type.MouseMove, QPointF(ends[1]), QPointF(view.mapToGlobal(ends[1])), mouse, mouse,
            Qt.KeyboardModifier.NoModifier,
        ),
    )  # fmt: skip
    qtbot.mouseRelease(view, mouse, pos=ends[1])
    preview.setFocus()
    qtbot.keyClick(preview, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Arwana 3"


def test_a_word_is_chosen_by_a_double_click_and_a_page_by_control_a(qtbot: QtBot, preview: PaperPreview) -> None:
    letters = PaperLetters(preview)
    chosen = TextSelection(preview, letters)
    show(qtbot, preview, 5)
    lines = lines_of(qtbot, letters)
    start = lines.text.index("Arwana 3")
    middle = preview.layout_for(preview.sizes).rect_of(0, lines.areas(start, start + 6)[0]).center()
    qtbot.mouseDClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=middle.toPoint())
    chosen.copy()
    assert QApplication.clipboard().text() == "Arwana"
    preview.setFocus()
    qtbot.keyClick(preview, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(preview, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert all(f"Arwana {number}" in QApplication.clipboard().text() for number in range(5))


def told(bar: FindBar) -> str:
    return next(label.text() for label in bar.findChildren(QLabel))


def lines_of(qtbot: QtBot, letters: PaperLetters) -> TextLines:
    qtbot.waitUntil(lambda: letters.page(0) is not None, timeout=20_000)
    lines = letters.page(0)
    assert lines is not None
    return lines
