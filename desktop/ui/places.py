"""The places of the window: which pages there are, in which order, and how each is made."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.pages import PageSpec
from desktop.ui.window import MainWindow

if TYPE_CHECKING:  # brings in the data, which wait until the window is painted
    from desktop.ui.session import Session

_CONTEXT = "Places"
_PLACES = (
    ("home", "Beranda", "house", "HomePage"),
    ("meetings", "Rapat", "calendar-days", "MeetingsPage"),
    ("commitments", "Tindak Lanjut", "list-checks", "CommitmentsPage"),
    ("readiness", "Kesiapan", "clipboard-check", "ReadinessPage"),
    ("issues", "Kendala", "message-square-text", "IssuesPage"),
    ("directory", "Instansi & Pejabat", "users", "DirectoryPage"),
    ("reports", "Laporan", "chart-column", "ReportsPage"),
    ("settings", "Pengaturan", "settings", "SettingsPage"),
)
"""Key (the folder under desktop.ui), title, icon and class of each page, in the order of the sidebar."""


def all_places(session: Callable[[], Session]) -> list[PageSpec]:
    """The pages, each imported and built when it is first shown."""
    return [
        PageSpec(key, QCoreApplication.translate(_CONTEXT, title), icon, _factory(key, name, session))
        for key, title, icon, name in _PLACES
    ]


def _factory(key: str, name: str, session: Callable[[], Session]) -> Callable[[MainWindow], QWidget]:
    def build(window: MainWindow) -> QWidget:
        page: QWidget = getattr(import_module(f"desktop.ui.{key}.page"), name)(session())
        navigate = getattr(page, "navigate", None)
        if navigate is not None:
            navigate.connect(lambda key, where: window.open_page(key, **where))
        restore = getattr(page, "restore_wanted", None)
        if restore is not None:
            restore.connect(session().restore_wanted)
        return page

    return build
