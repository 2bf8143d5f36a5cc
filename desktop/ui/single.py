"""One window for one data folder: a second start calls the first window to the front and ends.

The only thing in the program that listens: a named pipe (Windows) or Unix socket of this user, never a network.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 500  # milliseconds


class FirstWindow(QObject):
    """Listens for later starts; `asked_for` is sent when one wants this window."""

    asked_for = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        name = _name(folder)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a crash; the folder's lock says nobody has it
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _called(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
        self.asked_for.emit()


def call_first_window(folder: Path) -> bool:
    """Ask the window that has the folder to come forward; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    answered = socket.waitForConnected(_WAIT)
    socket.abort()
    return bool(answered)


def _name(folder: Path) -> str:
    return "rakor-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
