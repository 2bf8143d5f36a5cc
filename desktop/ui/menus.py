"""The menus of the window: Berkas, Ubah, Tampilan, Bantuan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.base.settings import FONT_SCALE, THEME
from desktop.ui import theme
from desktop.ui.memory import keep
from desktop.ui.theme import LARGEST_SCALE, SCALE_STEP, SMALLEST_SCALE, ThemeChoice

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


class Menus(QObject):
    """Builds the menus into a window; `file`, `edit`, `view` and `help` may be added to."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        bar = window.menuBar()
        self.file = bar.addMenu(self.tr("&Berkas"))
        self.edit = bar.addMenu(self.tr("&Ubah"))
        self.view = bar.addMenu(self.tr("&Tampilan"))
        self.help = bar.addMenu(self.tr("Ba&ntuan"))
        self.verify = self._add(self.file, self.tr("&Periksa surat…"))
        self.verify.triggered.connect(window.verify_wanted)
        self.file.addSeparator()
        self._quit = self._add(self.file, self.tr("&Keluar"), "Ctrl+Q")
        self._quit.triggered.connect(window.close)
        self.undo = self._add(self.edit, self.tr("&Urungkan"), "Ctrl+Z")
        self.redo = self._add(self.edit, self.tr("U&langi"), "Ctrl+Y")
        self.undo.triggered.connect(window.undo_wanted)
        self.redo.triggered.connect(window.redo_wanted)
        self.edit.addSeparator()
        self.search = self._add(self.edit, self.tr("&Cari…"), "Ctrl+K")
        self.search.setProperty("search", True)
        self.search.triggered.connect(window.search_wanted)
        self.enable(False)
        self._build_view()
        about = self._add(self.help, self.tr("&Tentang Rakor"))
        about.triggered.connect(self._about)
        self.name_undo("", "")

    def add_action(self, menu: QMenu, text: str, shortcut: str = "") -> QAction:
        """Add an entry; in Berkas it stands above Keluar."""
        action = QAction(text, menu)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        if menu is self.file:
            menu.insertAction(self._quit, action)
        else:
            menu.addAction(action)
        return action

    def enable(self, enabled: bool) -> None:
        """Offer what asks the data, once they are open."""
        self.verify.setEnabled(enabled)
        self.search.setEnabled(enabled)

    def name_undo(self, undo: str, redo: str) -> None:
        """Name what Urungkan and Ulangi would do; "" when there is nothing."""
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))
        self.undo.setText(self.tr("&Urungkan: {deed}").format(deed=_inert(undo)) if undo else self.tr("&Urungkan"))
        self.redo.setText(self.tr("U&langi: {deed}").format(deed=_inert(redo)) if redo else self.tr("U&langi"))

    def _build_view(self) -> None:
        self._looks = QActionGroup(self)
        looks = self.view.addMenu(self.tr("T&ema"))
        names = {
            ThemeChoice.SYSTEM: self.tr("&Ikuti sistem"),
            ThemeChoice.LIGHT: self.tr("&Terang"),
            ThemeChoice.DARK: self.tr("&Gelap"),
        }
        for choice, name in names.items():
            action = self._add(looks, name)
            action.setCheckable(True)
            action.setChecked(choice is theme.current().choice)
            action.setData(choice.value)
            self._looks.addAction(action)
        self._looks.triggered.connect(self._choose_theme)
        sizes = self.view.addMenu(self.tr("&Ukuran huruf"))
        self._larger = self._add(sizes, self.tr("&Perbesar"), "Ctrl++")
        self._smaller = self._add(sizes, self.tr("Per&kecil"), "Ctrl+-")
        self._normal = self._add(sizes, self.tr("&Ukuran biasa"), "Ctrl+0")
        self._larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._larger.triggered.connect(self._enlarge)
        self._smaller.triggered.connect(self._shrink)
        self._normal.triggered.connect(self._normalise)
        self.view.addSeparator()
        self.fold = self._add(self.view, self.tr("&Ringkas bilah sisi"), "Ctrl+B")
        self.fold.setCheckable(True)
        self.fold.triggered.connect(self._window.fold_sidebar)
        self._show_size()

    def _add(self, menu: QMenu, text: str, shortcut: str = "") -> QAction:
        action = menu.addAction(text)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        return action

    def _choose_theme(self, action: QAction) -> None:
        theme.current().set_choice(ThemeChoice(action.data()))
        keep(self._window.memory, THEME, action.data())

    def _enlarge(self) -> None:
        self._scale(theme.current().scale + SCALE_STEP)

    def _shrink(self) -> None:
        self._scale(theme.current().scale - SCALE_STEP)

    def _normalise(self) -> None:
        self._scale(100)

    def _scale(self, scale: int) -> None:
        theme.current().set_scale(scale)
        keep(self._window.memory, FONT_SCALE, theme.current().scale)
        self._show_size()

    def _show_size(self) -> None:
        scale = theme.current().scale
        self._larger.setEnabled(scale < LARGEST_SCALE)
        self._smaller.setEnabled(scale > SMALLEST_SCALE)
        self._normal.setText(self.tr("&Ukuran biasa (sekarang {percent} %)").format(percent=scale))

    def _about(self) -> None:
        from desktop.ui import about

        about.show()


def _inert(text: str) -> str:
    """A name with & in it must not become a menu letter."""
    return text.replace("&", "&&")
