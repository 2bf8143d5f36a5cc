from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.documents.attendance_content import AttendanceSheetContent, SheetGroup, SheetRow
from desktop.documents.content import OfficeProfile
from desktop.ui.papers.preview import PaperPreview
from desktop.worker.client import WorkerClient


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


def test_pages_are_drawn_anew_for_another_width(qtbot: QtBot, preview: PaperPreview) -> None:
    show(qtbot, preview, 5)
    scale = preview._drawn[0]
    preview.resize(700, 600)
    qtbot.waitUntil(lambda: preview._drawn[0] > scale, timeout=20_000)
