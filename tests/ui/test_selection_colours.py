"""What is chosen can be read, with the keyboard there or elsewhere, in both themes: looked at pixel by pixel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.colours import contrast
from desktop.ui.meetings.plain_list import PlainList
from desktop.ui.theme import Theme, ThemeChoice
from desktop.ui.widgets.columns import Column, cell
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.table import DataTable
from tests.ui.listings import MemoryListing

TEXT = "WWW Rapat koordinasi"


def table(page: QWidget) -> QAbstractItemView:
    made = DataTable((Column("title", "Judul", cell(1), width=20, stretch=True),), "rapat", parent=page)
    made.set_listing(MemoryListing([(1, TEXT), (2, "b")]))
    made.select_seq(1)
    return made


def plain_list(page: QWidget) -> QAbstractItemView:
    made = PlainList("Daftar", parent=page)
    made.addItems([TEXT, "b"])
    made.setCurrentRow(0)
    return made


def picker_list(page: QWidget) -> QAbstractItemView:
    field = PickerField(lambda _text: [Choice(1, TEXT)], parent=page)
    field.open_list()
    popup: QListView = field._popup
    popup.setCurrentIndex(popup.model().index(0, 0))
    return popup


def combo_list(page: QWidget) -> QAbstractItemView:
    field = ChoiceField([(1, TEXT), (2, "b")], parent=page)
    field.showPopup()
    return field.view()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 300)
    line = QHBoxLayout(made)
    line.addWidget(QLineEdit(made))
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()


def worst(view: QAbstractItemView) -> tuple[str, float]:
    """The ground of the first row, and how well its best pixel can be told from it."""
    room = view.visualRect(view.model().index(0, 0))
    drawn = view.viewport().grab(QRect(room.x(), room.y(), min(room.width(), 250), room.height())).toImage()
    seen = Counter(
        drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(3, drawn.height() - 3)
    )
    ground = seen.most_common(1)[0][0]
    return ground, max(contrast(ground, other) for other in seen)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("kind", [table, plain_list, picker_list, combo_list])
@pytest.mark.parametrize("focused", [True, False], ids=["here", "elsewhere"])
def test_chosen_text_can_be_read(
    qtbot: QtBot,
    look: Theme,
    page: QWidget,
    choice: ThemeChoice,
    kind: Callable[[QWidget], QAbstractItemView],
    focused: bool,
) -> None:
    look.set_choice(choice)
    view = kind(page)
    if not view.isWindow() and view.window() is page:
        line = page.layout()
        assert line is not None
        line.addWidget(view)
        view.show()
        (view if focused else page.findChildren(QLineEdit)[0]).setFocus()
    ground, best = worst(view)
    assert best >= 4.5
    assert ground in {look.colours[name] for name in ("selection", "selection_idle")}
    view.window().close()
