"""What tests of the window stand on: the program's own dress, no dialog that waits for ever, no noise from Qt."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.ui import ask, i18n, theme
from desktop.ui.bus import ChangeBus
from desktop.ui.colours import Tone

# The screen without a screen says so whenever a window has a smallest size or wants to come to the front.
_OFFSCREEN_NOISE = "This plugin does not support"
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN_NOISE, extend=True))


@pytest.fixture(autouse=True)
def nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Widgets of a test are gone when it ends; else their timers ask data that are closed, in somebody else's test."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["rakor", "-style", "fusion"]


@pytest.fixture(scope="session")
def dressed_app(qapp: QApplication) -> QApplication:
    """The application as the program starts it: our theme, our letters, Indonesian."""
    i18n.install(qapp)
    theme.Theme(theme.ThemeChoice.LIGHT).install(qapp)
    return qapp


@pytest.fixture
def look(dressed_app: QApplication) -> Iterator[theme.Theme]:
    """The theme in force, light and of everyday size again afterwards."""
    in_force = theme.current()
    yield in_force
    in_force.set_choice(theme.ThemeChoice.LIGHT)
    in_force.set_scale(100)


@dataclass
class Asked:
    """One question or notice as it reached the user."""

    text: str
    detail: str
    options: tuple[str, ...]
    danger: bool
    tone: Tone


@dataclass
class RecordedDoor(ask.Door):
    """Answers as prepared by `will_answer` and `will_choose`; a question nobody prepared fails the test."""

    asked: list[Asked] = field(default_factory=list)
    _answers: deque[int | None] = field(default_factory=deque)
    _paths: deque[Path | None] = field(default_factory=deque)
    _printers: deque[Callable[[QPrinter], object] | None] = field(default_factory=deque)
    suggested: list[Path] = field(default_factory=list)

    def will_answer(self, *buttons: int | bool | None) -> None:
        """Prepare answers: the number of the button, True for the deed, False for the safe side, None for Escape."""
        for button in buttons:
            self._answers.append({True: 0, False: 1}[button] if isinstance(button, bool) else button)

    def will_choose(self, *paths: Path | None) -> None:
        """Prepare files or folders; None is Escape."""
        self._paths.extend(paths)

    def will_print(self, *choices: Callable[[QPrinter], object] | None) -> None:
        """Prepare what is set in the printer's dialog; None is Escape. Without any there is no printer at all."""
        self._printers.extend(choices)

    def choose(self, text: str, detail: str, options: Sequence[str], danger: bool, tone: Tone) -> int | None:
        self.asked.append(Asked(text, detail, tuple(options), danger, tone))
        if len(options) == 1:
            return 0
        if not self._answers:
            raise AssertionError(f"unexpected question: {text} {detail}")
        return self._answers.popleft()

    def choose_file(self, title: str, filters: str, folder: Path | None) -> Path | None:
        return self._path(title)

    def choose_files(self, title: str, filters: str, folder: Path | None) -> list[Path]:
        """Takes all that is prepared; None among it is Escape."""
        self._path(title) if not self._paths else None
        chosen = [path for path in self._paths if path is not None]
        self._paths.clear()
        return chosen

    def choose_folder(self, title: str, folder: Path | None) -> Path | None:
        return self._path(title)

    def save_file(self, title: str, suggestion: Path, filters: str) -> Path | None:
        self.suggested.append(suggestion)
        return self._path(title)

    def printers(self) -> list[str]:
        return ["Pencetak Uji"] if self._printers else []

    def set_up_printer(self, printer: QPrinter, pages: int) -> bool:
        choice = self._printers.popleft()
        if choice is not None:
            choice(printer)
        return choice is not None

    def unused(self) -> int:
        return len(self._answers) + len(self._paths) + len(self._printers)

    def _path(self, title: str) -> Path | None:
        if not self._paths:
            raise AssertionError(f"unexpected file dialog: {title}")
        return self._paths.popleft()


@pytest.fixture(autouse=True)
def door(dressed_app: QApplication) -> Iterator[RecordedDoor]:
    """Stands in for all modal dialogs; every prepared answer must be asked for."""
    recorded = RecordedDoor()
    before = ask.use(recorded)
    yield recorded
    ask.use(before)
    assert not recorded.unused(), "a prepared answer was never asked for"


@pytest.fixture
def messages(bus: ChangeBus) -> list[tuple[str, str]]:
    """What was said to the user in the bar: (text, tone)."""
    said: list[tuple[str, str]] = []
    bus.message.connect(lambda text, tone: said.append((text, tone)))
    bus.done.connect(lambda text: said.append((text, "none")))
    return said


@pytest.fixture
def bus(dressed_app: QApplication) -> ChangeBus:
    return ChangeBus()
