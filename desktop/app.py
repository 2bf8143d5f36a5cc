"""The start of the window, stage by stage.

1. arguments → which data (a folder or a server), preferences, log
2. QApplication, theme, language, crash hook
3. the window is shown and painted; nothing of the data has been touched
4. in the next turn of the event loop: the folder is taken (OS lock), the database opened and, where needed,
   brought to the current schema; the first page is filled
5. when all is quiet: the position of a review point that has come is kept, the worker child is warmed, a backup
   made if something changed

Trouble in stage 4 becomes a page that says what is wrong and what can be done; the program never starts empty
over a file it could not read. On leaving: pages keep what is typed, the data are closed, a backup is made within
three seconds, the folder is free again.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.base.clock import today
from desktop.base.errors import AppError, DataTrouble, LockedFolder
from desktop.base.paths import default_data_folder, log_folder
from desktop.base.settings import FONT_SCALE, LANGUAGE, LAST_DATA_FOLDER, THEME, Settings
from desktop.ui import i18n, theme
from desktop.ui.colours import Tone
from desktop.ui.crash import CrashHook
from desktop.ui.window import MainWindow

if TYPE_CHECKING:  # the start imports these when the window is painted
    from desktop.services.office_data import OfficeData
    from desktop.ui.search.panel import SearchPanel
    from desktop.ui.session import Session
    from desktop.ui.single import FirstWindow

log = logging.getLogger(__name__)

_UNPAINTED = 1_000  # milliseconds after which the data are opened even if no paint was seen (a minimised start)
_QUIET = 1_500  # milliseconds after the first page until background work may begin


def run(arguments: list[str]) -> int:
    """Show the window and stay until it is closed."""
    application = theme.make_application()
    application.setApplicationName("Rakor")
    application.setApplicationDisplayName("Rakor")
    program = Program(arguments)
    program.start()
    code = application.exec()
    program.finish()
    return code


class Program(QObject):
    """The running program: its window and what is open in it.

    painted()    the window is on the screen (stage 3)
    ready()      the first page is filled (stage 4)
    """

    painted = Signal()
    ready = Signal()
    _copy_failed = Signal(str)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__()
        folder, self._url = _named_data(arguments)
        self.settings = Settings()
        self._folder = self._chosen_folder(folder)
        self._data: OfficeData | None = None
        self._session: Session | None = None
        self._first_window: FirstWindow | None = None
        self._search_panel: SearchPanel | None = None
        self._day: date | None = None  # the last one that was greeted

        # Stage 2
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.Theme(theme.ThemeChoice(self.settings.get(THEME)), self.settings.get(FONT_SCALE)).install(
            application
        )
        i18n.install(application, self.settings.get(LANGUAGE))
        self.crash = CrashHook()
        self.crash.install()
        from desktop.ui.places import all_places

        self.window = MainWindow(all_places(self._open_session), self.settings)
        self.window.closing.connect(self.finish)
        self.window.verify_wanted.connect(self._verify)
        self.window.search_wanted.connect(self._search)
        self._copy_failed.connect(self._tell_copy_failed)
        application.applicationStateChanged.connect(self._woken)

    def start(self) -> None:
        """Stage 3: show the window; the data follow once it is painted."""
        self.window.installEventFilter(self)
        self.window.show()
        self._unpainted = QTimer(self, singleShot=True, interval=_UNPAINTED)
        self._unpainted.timeout.connect(self._first_paint)
        self._unpainted.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._first_paint)
        return super().eventFilter(watched, event)

    @Slot()
    def _first_paint(self) -> None:
        if not self._unpainted.isActive():
            return
        self._unpainted.stop()
        self.window.removeEventFilter(self)
        self.painted.emit()
        QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        """Stage 4: take the folder and open what is in it."""
        from desktop.base.log import set_up_log
        from desktop.services.office_data import OfficeData

        set_up_log(log_folder(self._folder))
        self._data = OfficeData(self._folder, self._url)
        try:
            if self._data.is_new:
                self._ask_where()
                return
            self._data.take()
            self._data.open()
        except AppError as trouble:
            self._show_trouble(trouble)
            return
        self._fill()

    def _fill(self) -> None:
        from desktop.models.queries.own_office import office_name
        from desktop.services.desk import Desk, user_name
        from desktop.ui.session import Session

        assert self._data is not None
        assert self._data.store is not None
        store = self._data.store
        self._session = Session(Desk(store, user_name()), None, self.settings, self.window.bus)
        self.window.undo_wanted.connect(self._session.undo)
        self.window.redo_wanted.connect(self._session.redo)
        self._session.history_changed.connect(self._name_undo)
        self._session.restore_wanted.connect(self._restore_copy)
        kind = self.tr("hanya-baca") if store.read_only else self.tr("data di laptop ini")
        self.window.set_office(office_name(store), kind if self._url is None else self.tr("server kantor"))
        self.window.set_ready()
        gc.enable()
        gc.freeze()
        self.settings.set(LAST_DATA_FOLDER, str(self._folder))
        self.ready.emit()
        QTimer.singleShot(_QUIET, self._quiet)

    @Slot()
    def _quiet(self) -> None:
        """Stage 5: what can wait until nobody waits for it."""
        if self._session is None or self._data is None:
            return
        from desktop.services.papers.profile import paper_profile

        self._greet_the_day(self._session)
        self._session.worker.warm_up(signing=paper_profile(self._session.store).sign_fields)
        self._data.back_up_soon(self._copy_failed.emit)
        from desktop.ui.single import FirstWindow

        if self._data.is_locked:
            self._first_window = FirstWindow(self._folder, self)
            self._first_window.asked_for.connect(self._come_forward)

    @Slot(Qt.ApplicationState)
    def _woken(self, state: Qt.ApplicationState) -> None:
        """The user is back, perhaps on another day: a laptop sleeps more often than it is shut down."""
        is_back = state == Qt.ApplicationState.ApplicationActive
        if is_back and self._session is not None and self._day not in (None, today()):
            self._greet_the_day(self._session)

    def _greet_the_day(self, session: Session) -> None:
        """Do what falls to each day."""
        from desktop.ui.home.position_notice import keep_review_points

        self._day = today()
        keep_review_points(session)

    @Slot()
    def finish(self) -> None:
        """Leave in order; safe to call twice."""
        self.window.drop_pages()  # a page that waits for a rest in typing would ask data that are closed
        self._leave_data()
        self.crash.remove()
        from desktop.base.log import close_log

        close_log()

    def _leave_data(self) -> None:
        """Let go of everything that belongs to the open data."""
        if self._first_window is not None:
            self._first_window.close()
            self._first_window = None
        panel, self._search_panel = self._search_panel, None
        if panel is not None:
            panel.close_panel()
            panel.deleteLater()
        session, self._session = self._session, None
        if session is not None:
            session.close()
            session.deleteLater()
        data, self._data = self._data, None
        if data is not None:
            data.close()

    @Slot()
    def _verify(self) -> None:
        """Periksa surat: ask which paper, and what the data say of it."""
        from desktop.ui.verify_dialog import VerifyDialog

        dialog = VerifyDialog(self._open_session(), self.window)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _search(self) -> None:
        """Cari: over whatever page is in front."""
        from desktop.ui.search.panel import SearchPanel

        if self._search_panel is None:
            self._search_panel = SearchPanel(self._open_session(), self.window)
        self._search_panel.open()

    def _open_session(self) -> Session:
        assert self._session is not None
        return self._session

    @Slot(str)
    def _tell_copy_failed(self, reason: str) -> None:
        self.window.say(self.tr("Cadangan belum dibuat: {reason}").format(reason=reason), Tone.ATTENTION)

    @Slot()
    def _name_undo(self) -> None:
        if self._session is None:
            return
        history = self._session.history
        self.window.name_undo(
            self._session.undo_text() if history.undo_name else "",
            self._session.redo_text() if history.redo_name else "",
        )

    def _chosen_folder(self, named: Path | None) -> Path:
        if named is not None:
            return named.absolute()
        last = self.settings.get(LAST_DATA_FOLDER)
        return Path(last) if last and Path(last).is_dir() else default_data_folder()

    # Trouble and first start

    def _ask_where(self) -> None:
        from desktop.ui.first_start_page import FirstStartPage

        page = FirstStartPage(self._folder)
        page.restore_wanted.connect(self._restore)
        page.begin_wanted.connect(self._begin_new)
        page.other_folder_wanted.connect(self._choose_folder)
        self.window.show_instead(page)

    def _show_trouble(self, trouble: AppError) -> None:
        from desktop.ui.trouble_page import TroublePage

        log.warning("data trouble: %s", type(trouble).__name__)
        assert self._data is not None
        locked = isinstance(trouble, LockedFolder)
        if locked:
            from desktop.ui.single import call_first_window

            if call_first_window(self._folder):
                self.window.close()
                return
        page = TroublePage(
            trouble, self._data.place, can_restore=not locked and self._url is None, can_read=locked
        )
        page.restore_wanted.connect(self._restore)
        page.other_folder_wanted.connect(self._choose_folder)
        page.read_only_wanted.connect(self._open_read_only)
        page.retry_wanted.connect(self._again)
        page.quit_wanted.connect(self.window.close)
        self.window.show_instead(page)
        gc.enable()

    @Slot()
    def _begin_new(self) -> None:
        self._try(_take_and_open)

    @Slot()
    def _open_read_only(self) -> None:
        self._try(lambda data: data.open(read_only=True))

    @Slot()
    def _again(self) -> None:
        self._reopen(self._folder)

    @Slot()
    def _choose_folder(self) -> None:
        from desktop.ui import ask

        folder = ask.choose_folder(self.tr("Pilih folder data"), self._folder)
        if folder is not None:
            self._reopen(folder)

    @Slot()
    def _restore(self) -> None:
        """Let the user pick a copy, put it in place and open it; the replaced file stays beside it."""
        from desktop.ui import ask

        assert self._data is not None
        copies = self._data.backups()
        start = copies[0].path if copies else self._folder
        chosen = ask.choose_file(self.tr("Pilih cadangan"), self.tr("Cadangan Rakor (*.db)"), start)
        if chosen is None:
            return
        self._try(lambda data: _take_and_open(data, chosen))

    def _try(self, deed: Callable[[OfficeData], object]) -> None:
        """Do something about the data and go on to the pages, or show what is wrong now."""
        assert self._data is not None
        try:
            deed(self._data)
        except DataTrouble as trouble:
            self._show_trouble(trouble)
            return
        except AppError as fault:
            self.window.say(str(fault), Tone.PROBLEM)
            return
        self._fill()

    def _reopen(self, folder: Path) -> None:
        self.window.drop_pages()
        self._leave_data()
        self._folder = folder.absolute()
        QTimer.singleShot(0, self._begin)

    @Slot(object)
    def _restore_copy(self, copy: Path) -> None:
        """Go back to a copy chosen in Pengaturan: leave the data, put it in place, open it anew."""
        from desktop.services.office_data import OfficeData

        self.window.drop_pages()
        self._leave_data()
        self._data = OfficeData(self._folder, self._url)
        try:
            _take_and_open(self._data, copy)
        except AppError as trouble:  # no page is left that a message could stand on
            self._show_trouble(trouble)
            return
        self._fill()

    @Slot()
    def _come_forward(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()


def _take_and_open(data: OfficeData, copy: Path | None = None) -> None:
    data.take()
    if copy is not None:
        data.restore(copy)
    data.open()


def _named_data(arguments: list[str]) -> tuple[Path | None, str | None]:
    """The folder or server named by `--data` or `--database`; the console has checked the rest."""
    if not arguments:
        return None, None
    import argparse

    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--database")
    options = parser.parse_known_args(arguments)[0]
    return options.data, options.database
