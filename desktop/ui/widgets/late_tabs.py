"""Tabs whose pages are made when they are first seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.ui import theme

Spec = tuple[str, str, str, str]
"""Key, title in Indonesian, module below `desktop.ui`, and class of a tab."""


class LateTabs(QTabWidget):
    """Each page is made by `make(class, parent)` when its tab is first in front or asked for.

    made(page)    a page was just made
    """

    made = Signal(QWidget)

    def __init__(
        self,
        specs: tuple[Spec, ...],
        make: Callable[[type[QWidget], QWidget], QWidget],
        context: str,
        parent: QWidget | None = None,
    ) -> None:
        """`context` is where the translations of the titles are found."""
        super().__init__(parent)
        self._specs = {key: (module, name) for key, _, module, name in specs}
        self._make = make
        self._places: dict[str, tuple[QWidget, QVBoxLayout]] = {}
        self._pages: dict[str, QWidget] = {}
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        for key, title, _module, _name in specs:
            place = QWidget(self)
            layout = QVBoxLayout(place)
            layout.setContentsMargins(0, theme.current().unit * 2, 0, 0)
            self._places[key] = (place, layout)
            self.addTab(place, QCoreApplication.translate(context, title))
        self.currentChanged.connect(self._current_changed)

    def page(self, key: str) -> QWidget:
        """A page by its key, made now if it was never seen."""
        if key not in self._pages:
            module, name = self._specs[key]
            place, layout = self._places[key]
            page = self._make(getattr(import_module(f"desktop.ui.{module}"), name), place)
            layout.addWidget(page)
            self._pages[key] = page
            if key == self.key():
                self.setFocusProxy(page)
            self.made.emit(page)
        return self._pages[key]

    def pages(self) -> Iterator[QWidget]:
        """Those made so far."""
        yield from self._pages.values()

    def key(self) -> str:
        """The key of the tab in front."""
        return list(self._places)[self.currentIndex()]

    def current(self) -> QWidget:
        """The page in front."""
        return self.page(self.key())

    def go_to(self, key: str) -> bool:
        """Bring a tab to the front; False where there is none of that key."""
        if key not in self._places:
            return False
        self.setCurrentIndex(list(self._places).index(key))
        return True

    @Slot()
    def _current_changed(self) -> None:
        page = self.current()
        self.setFocusProxy(page)
        if self.isVisible() and not self.tabBar().hasFocus():  # there one goes from tab to tab by arrow keys
            page.setFocus(Qt.FocusReason.OtherFocusReason)
