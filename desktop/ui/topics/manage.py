"""Leads to Topik Koordinasi from wherever a topic is shown."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.ui.session import Session


def manage_topics(session: Session, over: QWidget, navigate: SignalInstance, current: object = None) -> None:
    """Show all topics over a page, at `current`; `navigate` is the page's way to other places."""
    from desktop.ui.topics.topics_dialog import TopicsDialog

    dialog = TopicsDialog(session, current, parent=over.window())
    dialog.navigate.connect(navigate)
    dialog.exec()
    dialog.deleteLater()
