from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.settings import FONT_SCALE, SIDEBAR_FOLDED, THEME, WINDOW_GEOMETRY, Option
from desktop.ui.colours import Tone
from desktop.ui.memory import Forgetful
from desktop.ui.pages import PageSpec
from desktop.ui.theme import Theme, ThemeChoice
from desktop.ui.widgets.undo_bar import UndoBar
from desktop.ui.window import FIRST_SIZE, MainWindow, clamped, fills
from tests.ui.conftest import RecordedDoor

SCREEN = QRect(0, 0, 1366, 768)


class Page(QLineEdit):
    def __init__(self, _window: MainWindow) -> None:
        super().__init__()
        self.opened: list[dict[str, object]] = []
        self.flushed = 0

    def open(self, **where: object) -> None:
        self.opened.append(where)

    def flush(self) -> None:
        self.flushed += 1


def specs() -> list[PageSpec]:
    return [
        PageSpec("home", "Beranda", "house", Page),
        PageSpec("meetings", "Rapat", "calendar-days", Page),
        PageSpec("directory", "Instansi & Pejabat", "building-2", Page),
    ]


@pytest.fixture
def memory() -> Forgetful:
    return Forgetful()


@pytest.fixture
def make(qtbot: QtBot, look: Theme, memory: Forgetful) -> Callable[[], MainWindow]:
    def made() -> MainWindow:
        window = MainWindow(specs(), memory)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
        return window

    return made


@pytest.fixture
def window(make: Callable[[], MainWindow]) -> MainWindow:
    return make()


def page(window: MainWindow, key: str) -> Page:
    built = window.page(key)
    assert isinstance(built, Page)
    return built


def built(window: MainWindow) -> int:
    return len(window.findChildren(Page))


def test_the_window_is_shown_before_any_page_exists(window: MainWindow) -> None:
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Membuka data…" in texts
    assert built(window) == 0
    assert not window.sidebar.isEnabled()


def test_pages_are_built_when_first_shown(window: MainWindow) -> None:
    window.set_ready()
    assert (window.current_page, built(window)) == ("home", 1)
    window.open_page("meetings")
    window.open_page("home")
    assert built(window) == 2


def test_ctrl_and_a_number_lead_to_a_page(qtbot: QtBot, window: MainWindow) -> None:
    window.set_ready()
    with qtbot.waitSignal(window.page_opened) as opened:
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert opened.args == ["meetings"]
    assert window.windowTitle() == "Rapat – Rakor"


def test_no_page_opens_before_the_data(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert built(window) == 0


def test_the_sidebar_leads_to_a_page_and_marks_it(qtbot: QtBot, window: MainWindow) -> None:
    window.set_ready()
    target = window.sidebar.findChild(QToolButton, "directory")
    assert isinstance(target, QToolButton)
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    assert (window.current_page, target.isChecked(), target.accessibleName()) == (
        "directory",
        True,
        "Instansi & Pejabat",
    )


def test_arrow_keys_walk_through_the_sidebar(qtbot: QtBot, window: MainWindow) -> None:
    window.set_ready()
    first, second = (window.sidebar.findChild(QToolButton, key) for key in ("home", "meetings"))
    assert isinstance(first, QToolButton)
    assert isinstance(second, QToolButton)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()


def test_a_page_is_told_what_to_show(window: MainWindow) -> None:
    window.set_ready()
    window.open_page("meetings", meeting="abc")
    window.open_page("meetings")
    assert page(window, "meetings").opened == [{"meeting": "abc"}]


def test_typing_is_saved_before_leaving_a_page_and_before_closing(window: MainWindow) -> None:
    window.set_ready()
    home = page(window, "home")
    window.open_page("meetings")
    assert home.flushed == 1
    window.close()
    assert (home.flushed, page(window, "meetings").flushed) == (2, 1)


def test_trouble_takes_the_place_of_all_pages(window: MainWindow) -> None:
    window.set_ready()
    trouble = QLabel("rusak")
    window.show_instead(trouble)
    assert trouble.isVisible()
    assert not window.sidebar.isEnabled()
    assert not any(button.isChecked() for button in window.sidebar.findChildren(QToolButton))


def test_another_data_folder_gets_fresh_pages(window: MainWindow) -> None:
    window.set_ready()
    old = page(window, "home")
    window.drop_pages()
    window.set_ready()
    assert page(window, "home") is not old


def test_a_narrow_window_shows_icons_only(window: MainWindow) -> None:
    wide = window.sidebar.width()
    window.resize(1000, 700)
    assert window.sidebar.folded
    assert window.sidebar.sizeHint().width() < wide / 2


def test_a_folded_sidebar_stays_folded(
    window: MainWindow, make: Callable[[], MainWindow], memory: Forgetful
) -> None:
    window.menus.fold.trigger()
    assert memory.get(SIDEBAR_FOLDED) is True
    assert make().sidebar.folded


def test_undo_is_named_after_the_deed(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.menus.undo.isEnabled()
    window.name_undo("hadir – Budi & Siti", "")
    assert window.menus.undo.text() == "&Urungkan: hadir – Budi && Siti"
    with qtbot.waitSignal(window.undo_wanted):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.menus.redo.isEnabled()


def test_a_text_field_keeps_its_own_undo(qtbot: QtBot, window: MainWindow) -> None:
    window.set_ready()
    window.name_undo("hadir – Budi", "")
    field = page(window, "home")
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    with qtbot.assertNotEmitted(window.undo_wanted):
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""


def test_messages_leave_what_is_typed_in_sight(window: MainWindow) -> None:
    window.set_ready()
    window.say("KPU kabupaten/kota: 7 ditambahkan, 1 sudah ada.", undo=True)
    (bar,) = window.findChildren(UndoBar)
    over = bar.mapToGlobal(bar.rect().topLeft()).y()
    field = page(window, "home")
    assert over >= field.mapToGlobal(field.rect().bottomLeft()).y() - 24  # the margin every page has


def test_messages_appear_in_the_bar(window: MainWindow) -> None:
    window.bus.message.emit("Cadangan dibuat.", Tone.OK)
    (bar,) = window.findChildren(UndoBar)
    assert (bar.isVisible(), bar.text()) == (True, "Cadangan dibuat.")


def test_saving_and_the_office_are_in_sight(window: MainWindow) -> None:
    window.bus.saved.emit(datetime(2024, 9, 26, 3, 42, tzinfo=UTC))
    window.set_office("Bakorwil Contoh", "Basis data di laptop ini")
    assert window.status.saving.text() == "Tersimpan 10.42"
    assert window.status.place() == "Bakorwil Contoh  ·  Basis data di laptop ini"


def action(window: MainWindow, option: str) -> None:
    (found,) = (one for one in window.menus._looks.actions() if one.data() == option)
    found.trigger()


def test_theme_and_size_are_chosen_in_the_menu_and_remembered(
    look: Theme, window: MainWindow, memory: Forgetful
) -> None:
    action(window, "dark")
    window.menus._larger.trigger()
    assert (look.choice, look.scale) == (ThemeChoice.DARK, 110)
    assert (memory.get(THEME), memory.get(FONT_SCALE)) == ("dark", 110)


def test_about_names_the_version_and_licences(window: MainWindow, door: RecordedDoor) -> None:
    (about,) = window.menus.help.actions()
    about.trigger()
    assert door.asked[0].text.startswith("Rakor versi ")
    assert "LGPL" in door.asked[0].detail


def test_the_window_comes_back_where_it_was(
    window: MainWindow, make: Callable[[], MainWindow], memory: Forgetful
) -> None:
    window.setGeometry(40, 30, 700, 600)
    size = window.size()
    window.close()
    again = MainWindow(specs(), memory)
    assert again.size() == size
    again.deleteLater()


def test_a_damaged_memory_of_the_place_is_ignored(make: Callable[[], MainWindow], memory: Forgetful) -> None:
    memory.set(WINDOW_GEOMETRY, "!!! bukan base64")
    assert make().isVisible()


def test_a_full_disk_does_not_keep_the_window_from_closing(qtbot: QtBot, look: Theme) -> None:
    from desktop.base.errors import DiskFull

    class Full(Forgetful):
        def set(self, option: Option[object], value: object, /) -> None:  # type: ignore[override]
            raise DiskFull("Disk penuh.")

    window = MainWindow(specs(), Full())
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.closing):
        assert window.close()


@pytest.mark.parametrize(
    ("wanted", "screens", "place"),
    [
        (QRect(100, 50, 1200, 700), [SCREEN], QRect(100, 50, 1200, 700)),
        (QRect(2500, 900, 1200, 700), [SCREEN], QRect(166, 68, 1200, 700)),
        (QRect(-4000, -900, 3000, 2000), [SCREEN], QRect(0, 0, 1366, 768)),
        (QRect(1500, 10, 800, 600), [SCREEN, QRect(1366, 0, 1920, 1080)], QRect(1500, 10, 800, 600)),
    ],
)
def test_a_window_never_lies_outside_the_screens(wanted: QRect, screens: list[QRect], place: QRect) -> None:
    assert clamped(wanted, screens) == place


@pytest.mark.parametrize(
    ("room", "filled"), [(QSize(1366, 768), True), (QSize(1024, 740), True), (QSize(1920, 1080), False)]
)
def test_the_first_start_takes_the_whole_of_a_small_screen(room: QSize, filled: bool) -> None:
    assert fills(FIRST_SIZE, room) is filled


def test_a_window_that_was_maximized_comes_back_maximized(
    window: MainWindow, make: Callable[[], MainWindow], memory: Forgetful, qtbot: QtBot
) -> None:
    window.showMaximized()
    qtbot.waitUntil(window.isMaximized)
    window.close()
    assert make().isMaximized()


def test_every_button_and_field_of_the_window_has_a_name(window: MainWindow) -> None:
    window.set_ready()
    window.say("Budi – hadir", undo=True)
    nameless = [
        child
        for child in window.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and not child.isHidden() and not isinstance(child, Page)
        and not (child.accessibleName() or getattr(child, "text", str)())
    ]  # fmt: skip
    assert nameless == []
