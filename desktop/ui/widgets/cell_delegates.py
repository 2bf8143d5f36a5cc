"""Editors inside a table: one of a few words, or a name that is found while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.ui import theme
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.picker_field import Choice, PickerField, Search

_Index = QModelIndex | QPersistentModelIndex


class WrapDelegate(QStyledItemDelegate):
    """Makes a row as high as its wrapped text; Qt forgets what the style sheet keeps free beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        unit, view = theme.current().unit, self.parent()
        text = index.data()
        if not text or not isinstance(view, QTableView):
            return super().sizeHint(option, index)
        width = view.columnWidth(index.column()) - 4 * unit - 2
        room = QRect(0, 0, max(width, 1), 100_000)
        words = QFontMetrics(view.font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), str(text))
        return QSize(width, words.height() + 2 * unit)


class CellDelegate(WrapDelegate):
    """Edits a cell as high as the editor needs to be, with the cell's value as its whole content."""

    def __init__(self, name: str, parent: QTableView) -> None:
        """`name` is what a screen reader calls the editor."""
        super().__init__(parent)
        self._name = name

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = self._make(index)
        editor.setParent(parent)
        editor.setAccessibleName(self._name)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        room = option.rect
        height = max(room.height(), editor.sizeHint().height())
        top = room.center().y() - height // 2
        editor.setGeometry(room.x(), max(top, 0), room.width(), height)

    def _make(self, _index: _Index) -> QWidget:
        return QLineEdit()

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class ChoiceDelegate(CellDelegate):
    """Offers a few words at once; choosing one ends the editing."""

    def __init__(self, options: Sequence[tuple[object, str]], name: str, parent: QTableView) -> None:
        super().__init__(name, parent)
        self._options = tuple(options)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, ChoiceField)
        editor.set_value(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, ChoiceField)
        model.setData(index, editor.value())

    def _make(self, _index: _Index) -> QWidget:
        editor = ChoiceField(self._options)
        editor.edited.connect(lambda: self._finish(editor))
        QTimer.singleShot(0, editor, editor.showPopup)
        return editor


class PickerDelegate(CellDelegate):
    """Finds a record while its name is typed; an emptied cell means none, an unknown name changes nothing."""

    def __init__(
        self, search: Search, shown: Callable[[int], Choice | None], name: str, parent: QTableView
    ) -> None:
        """`shown` is the present choice of a row."""
        super().__init__(name, parent)
        self._search = search
        self._shown = shown

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, PickerField)
        editor.set_value(self._shown(index.row()))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, PickerField)
        editor.blockSignals(True)  # it is closing: what it settles while it loses the focus comes too late
        hits = self._search(editor.typed()) if editor.problem() else ()
        if not editor.problem():
            model.setData(index, editor.value())
        elif len(hits) == 1:
            model.setData(index, hits[0].value)

    def _make(self, _index: _Index) -> QWidget:
        editor = PickerField(self._search)
        editor.chosen.connect(lambda: self._finish(editor))
        return editor
