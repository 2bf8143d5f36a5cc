"""Files as a list with small pictures: files are dropped on it, its own rows change places."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QWidget

from desktop.models.queries.attachments import FileRow
from desktop.ui import icons, theme
from desktop.ui.files.taking import files_in, picture_in
from desktop.ui.files.thumbnails import Thumbnails
from desktop.ui.meetings.plain_list import PlainList

_ID = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FileList(PlainList):
    """open_wanted(), remove_wanted(): of the current file; move_wanted(id, place); dropped(QMimeData)."""

    open_wanted = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(object, int)
    dropped = Signal(object)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__("", wrapped=False, parent=parent)
        self._thumbnails = thumbnails
        self._files: dict[UUID, FileRow] = {}
        unit = theme.current().unit
        self.setIconSize(QSize(unit * 18, unit * 14))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.itemActivated.connect(lambda _item: self.open_wanted.emit())
        thumbnails.ready.connect(self._show_picture)

    def current_file(self) -> FileRow | None:
        """The file the keyboard is at."""
        item = self.currentItem()
        return self._files.get(item.data(_ID)) if item else None

    def show_files(self, files: Sequence[FileRow]) -> None:
        """Show these files; the current one stays."""
        kept = self.current_file()
        self._files = {one.id: one for one in files}
        self.blockSignals(True)
        self.clear()
        for one in files:
            item = QListWidgetItem(self._icon(one), self._words(one))
            item.setData(_ID, one.id)
            item.setToolTip("")
            self.addItem(item)
        row = next((n for n, one in enumerate(files) if kept and one.id == kept.id), 0 if files else -1)
        self.setCurrentRow(row)
        self.blockSignals(False)
        self.currentItemChanged.emit(self.currentItem(), None)
        self._thumbnails.want(files)

    def go_to(self, file: UUID) -> None:
        """Choose a file."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == file:
                self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, moved = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.AltModifier
        file = self.current_file()
        if file and moved and key in _MOVES:
            self.move_wanted.emit(file.id, self.currentRow() + _MOVES[key])
        elif file and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self:
            super().dragEnterEvent(event)
        elif files_in(event.mimeData()) or picture_in(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.source() is self:
            super().dragMoveEvent(event)
        else:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The list is brought anew after a move; Qt shall not take the row out as well."""
        own = event.source() is self
        event.setDropAction(Qt.DropAction.IgnoreAction if own else Qt.DropAction.CopyAction)
        event.accept()
        if not own:
            self.dropped.emit(event.mimeData())
            return
        self.setState(QAbstractItemView.State.NoState)
        file, row = self.current_file(), self.currentRow()
        place = self._place_at(event.position().toPoint().y())
        wanted = place - 1 if place > row else place
        if file and wanted != row:
            self.move_wanted.emit(file.id, wanted)

    def _place_at(self, y: int) -> int:
        """Before which row a height of the viewport lies."""
        rows = [self.visualItemRect(self.item(row)) for row in range(self.count())]
        return next((row for row, rect in enumerate(rows) if y < rect.center().y()), len(rows))

    def _show_picture(self, hashed: str) -> None:
        for row in range(self.count()):
            item = self.item(row)
            if (file := self._files.get(item.data(_ID))) and file.sha256 == hashed:
                item.setIcon(self._icon(file))

    def _icon(self, file: FileRow) -> QIcon:
        picture: QPixmap | None = self._thumbnails.picture(file.sha256)
        return QIcon(picture) if picture else icons.icon("file-text", "muted")

    def _words(self, file: FileRow) -> str:
        size = self.tr("{count} kB").format(count=max(round(file.size / 1000), 1))
        parts = [file.name, size, *([self.tr("notula yang ditandatangani")] if file.is_signed else [])]
        details = " · ".join(parts)
        return f"{file.caption.splitlines()[0]}\n{details}" if file.caption else details
