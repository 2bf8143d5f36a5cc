"""The list of a version with its search; in a draft also what adds, moves and takes away."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.numbers import grouped
from desktop.models.queries.checklist_versions import CategoryRow, ChecklistVersion, VersionItem
from desktop.services.checklists.items import (
    add_category,
    add_items,
    move_category,
    move_item,
    remove_category,
    remove_items,
)
from desktop.ui import ask, theme
from desktop.ui.meetings.lines_field import LinesField
from desktop.ui.readiness.checklist.version_table import VersionTable
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.search_box import SearchBox


class ListPane(QWidget):
    """current_changed(): another item or category is in hand. writing_wanted(): Enter on one."""

    current_changed = Signal()
    writing_wanted = Signal()

    def __init__(self, session: Session, page: QWidget, parent: QWidget | None = None) -> None:
        """Within `page` Ctrl+F leads to the search."""
        super().__init__(parent)
        self._session = session
        self._version: ChecklistVersion | None = None
        self._categories: list[CategoryRow] = []
        self._items: list[VersionItem] = []
        self._own_days: Collection[UUID] = ()
        unit = theme.current().unit

        # Parts
        self.search = SearchBox(self.tr("Cari butir (Ctrl+F)"), page, self)
        self.up_button = icon_button("chevron-up", self.tr("Naikkan (Alt+↑)"), parent=self)
        self.down_button = icon_button("chevron-down", self.tr("Turunkan (Alt+↓)"), parent=self)
        self.remove_button = icon_button("trash-2", self.tr("Hapus (Del)"), parent=self)
        self.table = VersionTable(session.settings, self)
        self.line = LinesField(self.tr("Butir baru, lalu Enter; beberapa baris dapat ditempel"), self)
        self.line.setAccessibleName(self.tr("Butir baru"))
        self.category_button = button(self.tr("Kategori baru…"), "plus", kind="quiet", parent=self)
        self._writing = (self.up_button, self.down_button, self.remove_button, self.line, self.category_button)

        # Assemble
        tools, add = QHBoxLayout(), QHBoxLayout()
        for line in (tools, add):
            line.setSpacing(unit)
        tools.addWidget(self.search, 1)
        for one in self._writing[:3]:
            tools.addWidget(one)
        add.addWidget(self.line, 1)
        add.addWidget(self.category_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit * 2)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addLayout(add)
        self.setFocusProxy(self.table)

        # Wire
        self.search.searched.connect(self._show)
        self.table.current_changed.connect(self.current_changed)
        self.table.opened.connect(self.writing_wanted)
        self.table.move_wanted.connect(self._move)
        self.table.remove_wanted.connect(self._remove)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.remove_button.clicked.connect(self._remove)
        self.line.returnPressed.connect(self._add_typed)
        self.line.pasted.connect(self._add)
        self.category_button.clicked.connect(self._ask_category)

    def show_version(
        self,
        version: ChecklistVersion,
        categories: list[CategoryRow],
        items: list[VersionItem],
        own_days: Collection[UUID],
        *,
        editable: bool,
    ) -> None:
        """Show what a version asks; `own_days` are the items with dates of single regions."""
        another = self._version is None or self._version.id != version.id
        self._version, self._categories, self._items, self._own_days = version, categories, items, own_days
        for one in self._writing:
            one.setVisible(editable)
        if another:
            self.line.clear()
        self._show()

    def current(self) -> VersionItem | CategoryRow | None:
        """The item or category in hand."""
        return self.table.current()

    def go_to(self, record: UUID) -> None:
        """Go to an item or category, even where the search leaves it out."""
        self.search.clear_search()
        self.table.go_to(record)

    @Slot()
    def _show(self) -> None:
        text = self.search.text().strip()
        if text:
            words = self.tr("Tidak ada butir dengan “{text}”").format(text=text)
            self.table.set_empty_state(EmptyState("search", words))
        else:
            self.table.set_empty_state(
                EmptyState("list-checks", self.tr("Belum ada kategori"), self.tr("Mulai dengan Kategori baru."))
            )
        self.table.show_version(self._categories, self._items, self._own_days, text)
        if self.table.current() is None and self._categories:
            self.table.select_first_item()
        self.current_changed.emit()

    # Deeds in a draft

    def _category(self) -> UUID | None:
        """The category new items go to: that of the record in hand, else the last."""
        now = self.table.current()
        if isinstance(now, VersionItem):
            return now.category_id
        if now is not None:
            return now.id
        return self._categories[-1].id if self._categories else None

    @Slot()
    def _add_typed(self) -> None:
        if text := self.line.value():
            self._add([text])

    @Slot(list)
    def _add(self, texts: list[str]) -> None:
        category, desk = self._category(), self._session.desk
        if category is None:
            self._ask_category()
            return
        told = self.tr("{count} butir ditambahkan.").format(count=len(texts)) if len(texts) > 1 else ""
        done = self._session.make(lambda: add_items(desk, category, texts), told=told)
        if done is not None:
            self.line.clear()
            self.go_to(done[0][-1])

    @Slot()
    def _ask_category(self) -> None:
        version, desk = self._version, self._session.desk
        if version is None:
            return

        def keep(name: str, form: Form) -> bool:
            done = self._session.make(lambda: add_category(desk, version.id, name), form=form)
            if done is not None:
                self.go_to(done[0])
            return done is not None

        dialog = NameDialog(self.tr("Kategori baru"), self.tr("Nama kategori"), keep, parent=self.window())
        dialog.exec()
        dialog.deleteLater()
        if self._categories:
            self.line.setFocus()

    @Slot(int)
    def _move(self, step: int) -> None:
        now, desk = self.table.current(), self._session.desk
        if now is None or self.up_button.isHidden():
            return
        move = move_item if isinstance(now, VersionItem) else move_category
        self._session.run(lambda: move(desk, now.id, step))

    @Slot()
    def _remove(self) -> None:
        now, desk = self.table.current(), self._session.desk
        if now is None or self.remove_button.isHidden():
            return
        if isinstance(now, CategoryRow):
            self._remove_category(now)
            return
        chosen = self.table.chosen_items() or [now]
        told = (
            self.tr("Butir {code} dihapus.").format(code=chosen[0].code)
            if len(chosen) == 1
            else self.tr("{count} butir dihapus.").format(count=grouped(len(chosen)))
        )
        self._session.run(lambda: remove_items(desk, [one.id for one in chosen]), told=told)

    def _remove_category(self, category: CategoryRow) -> None:
        desk = self._session.desk
        count = sum(one.category_id == category.id for one in self._items)
        words = self.tr("Hapus kategori “{name}”?").format(name=category.name)
        detail = self.tr("{count} butir di dalamnya ikut dihapus dari konsep ini.").format(count=grouped(count))
        if not count or ask.question(words, detail, yes=self.tr("Hapus"), danger=True):
            told = self.tr("Kategori {name} dihapus.").format(name=category.name)
            self._session.run(lambda: remove_category(desk, category.id), told=told)
