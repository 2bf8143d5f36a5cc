"""Daftar Periksa: what is asked of the regions, its versions, and the draft of the next one."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.models.queries.checklist_versions import (
    CategoryRow,
    ChecklistVersion,
    VersionItem,
    categories,
    reports_under,
    version_items,
    versions,
)
from desktop.models.queries.due_overrides import items_with_overrides
from desktop.services.checklists.checking import faults
from desktop.services.checklists.differences import differences
from desktop.services.checklists.versions import discard_draft, draft_version, rename_version
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.checklist.files import ChecklistFiles
from desktop.ui.readiness.checklist.force_dialog import ForceDialog
from desktop.ui.readiness.checklist.item_pane import ItemPane
from desktop.ui.readiness.checklist.list_pane import ListPane
from desktop.ui.readiness.checklist.version_bar import VersionBar
from desktop.ui.readiness.tab import ReadinessTab
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.splitter import MemorySplitter


class ChecklistTab(ReadinessTab):
    """`open(version, item)` shows a version (its id) and an item of it."""

    SHOWS = frozenset(
        {
            "topic", "topic_region", "checklist_template", "checklist_category", "checklist_item",
            "checklist_item_region", "due_override", "region", "region_figure", "institution",
            "institution_region",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._versions: list[ChecklistVersion] = []
        self._chosen: UUID | None = None
        self._categories: list[CategoryRow] = []
        unit = theme.current().unit

        # Parts
        self._whole = QWidget(self)
        self.bar = VersionBar(self._whole)
        self.banner = Banner("", Tone.INFO, parent=self._whole)
        self.panes = MemorySplitter("checklist", session.settings, parent=self._whole)
        self.list = ListPane(session, self, self.panes)
        self.pane = ItemPane(session, self.panes)
        self.files = ChecklistFiles(session, self)
        self._nothing = QWidget(self)
        self.begin_button = button(self.tr("Susun daftar periksa"), "plus", kind="primary", parent=self._nothing)
        self.take_button = button(self.tr("Impor dari Excel…"), "download", parent=self._nothing)

        # Assemble
        self.panes.addWidget(self.list)
        self.panes.addWidget(self.pane)
        self.panes.setStretchFactor(0, 1)
        self.panes.setSizes([unit * 160, unit * 124])
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.bar)
        whole.addWidget(self.banner)
        whole.addWidget(self.panes, 1)
        self._assemble_nothing()
        self._body = QStackedLayout(self)
        self._body.addWidget(self._whole)
        self._body.addWidget(self._nothing)
        self.setFocusProxy(self.list)

        # Wire
        self.bar.chosen.connect(self._version_chosen)
        self.list.current_changed.connect(self._show_record)
        self.list.writing_wanted.connect(self._write)
        for wanted in (self.bar.new_wanted, self.begin_button.clicked):
            wanted.connect(self._begin)
        for wanted in (self.bar.import_wanted, self.take_button.clicked):
            wanted.connect(self._import)
        self.bar.rename_wanted.connect(self._rename)
        self.bar.export_wanted.connect(self._export)
        self.bar.force_wanted.connect(self._force)
        self.bar.discard_wanted.connect(self._discard)

    def open(self, **where: object) -> None:
        """Go to a version and an item of it."""
        self.catch_up()
        if isinstance(version := where.get("version"), UUID):
            self._version_chosen(version)
        if isinstance(item := where.get("item"), UUID):
            self.list.go_to(item)

    def flush(self) -> None:
        """Keep what is still being typed."""
        self.pane.flush()

    def leave(self) -> None:
        """Another topic comes: begin with the version in hand there."""
        super().leave()
        self._chosen = None

    def version(self) -> ChecklistVersion | None:
        """The version in hand: the one chosen, else the newest."""
        chosen = (one for one in self._versions if one.id == self._chosen)
        return next(chosen, next(iter(self._versions), None))

    def fill(self) -> None:
        """Show the version in hand as it is now."""
        if self.topic is None:
            return
        store, is_open = self.session.store, self.topic.is_open
        self._versions = versions(store, self.topic.id)
        version = self.version()
        self._body.setCurrentWidget(self._nothing if version is None else self._whole)
        for one in (self.begin_button, self.take_button):
            one.setVisible(is_open)
        if version is None:
            return
        reports = 0 if version.is_draft else reports_under(store, version.id)
        self.bar.show_versions(self._versions, version, reports, topic_open=is_open)
        self._tell_state(version)
        self._categories = categories(store, version.id)
        self.list.show_version(
            version, self._categories, version_items(store, version.id), items_with_overrides(store, version.id),
            editable=version.is_draft and is_open,
        )  # fmt: skip

    # Within

    def _assemble_nothing(self) -> None:
        unit = theme.current().unit
        empty = EmptyState(
            "list-checks",
            self.tr("Topik ini belum mempunyai daftar periksa"),
            self.tr("Susun sendiri butir demi butir, atau ambil dari berkas Excel."),
            parent=self._nothing,
        )
        deeds = QHBoxLayout()
        deeds.setSpacing(unit * 2)
        deeds.addStretch()
        deeds.addWidget(self.begin_button)
        deeds.addWidget(self.take_button)
        deeds.addStretch()
        column = QVBoxLayout(self._nothing)
        column.addStretch(2)
        column.addWidget(empty)
        column.addLayout(deeds)
        column.addStretch(3)

    def _tell_state(self, version: ChecklistVersion) -> None:
        """What a draft changes so far, and that what counted before is only looked at."""
        self.banner.setVisible(version.standing != "berlaku")
        if version.is_draft:
            words = self.tr("Konsep: belum ditanyakan kepada siapa pun sampai diberlakukan. {changes}")
            changes = differences(self.session.store, version.id).sentence
            self.banner.say(words.format(changes=changes), Tone.INFO)
        elif version.standing == "lama":
            self.banner.say(self.tr("Versi lama, hanya untuk dibaca."), Tone.NONE)

    @Slot()
    def _show_record(self) -> None:
        self.pane.flush()
        version, record = self.version(), self.list.current()
        if version is None or record is None or self.topic is None:
            self.pane.show_nothing()
        elif isinstance(record, VersionItem):
            self.pane.show_item(
                version, record, self._categories, self.topic.event_date, topic_open=self.topic.is_open
            )
        else:
            self.pane.show_category(record, editable=version.is_draft and self.topic.is_open)

    @Slot()
    def _write(self) -> None:
        self.pane.start_writing()

    @Slot(object)
    def _version_chosen(self, version: UUID) -> None:
        self.flush()
        self._chosen = version
        self.fill()

    @Slot()
    def _begin(self) -> None:
        topic, desk = self.topic, self.session.desk
        if topic is None:
            return
        done = self.session.make(lambda: draft_version(desk, topic.id))
        if done is not None:
            self._version_chosen(done[0])
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _rename(self) -> None:
        version, desk = self.version(), self.session.desk
        if version is not None:
            dialog = NameDialog(
                self.tr("Nama daftar periksa"), self.tr("Nama"),
                lambda name, form: self.session.run(lambda: rename_version(desk, version.id, name), form=form),
                name=version.name, parent=self.window(),
            )  # fmt: skip
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    @Slot()
    def _force(self) -> None:
        self.flush()
        version = self.version()
        if version is None:
            return
        wrong = faults(self.session.store, version.id)
        if wrong:
            self._tell_faults([one.message for one in wrong])
            if wrong[0].place is not None:
                self.list.go_to(wrong[0].place)
                self.pane.show_fault(wrong[0])
            return
        dialog = ForceDialog(self.session, version, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _tell_faults(self, messages: list[str]) -> None:
        words = self.tr("Belum dapat diberlakukan. {first}")
        if len(messages) > 1:
            words = self.tr("Belum dapat diberlakukan. {first} Dan {count} hal lain.")
        told = words.format(first=messages[0], count=len(messages) - 1)
        self.session.bus.message.emit(told, str(Tone.PROBLEM))

    @Slot()
    def _discard(self) -> None:
        version, desk = self.version(), self.session.desk
        if version is None:
            return
        changes = differences(self.session.store, version.id).sentence
        question = self.tr("Buang konsep versi {number}?").format(number=version.version)
        detail = self.tr("{changes} Versi yang berlaku tidak berubah. Anda masih dapat mengurungkannya.")
        if ask.question(question, detail.format(changes=changes), yes=self.tr("Buang"), danger=True):
            told = self.tr("Konsep versi {number} dibuang.").format(number=version.version)
            self.pane.forget()
            self.session.run(lambda: discard_draft(desk, version.id), told=told)

    @Slot()
    def _import(self) -> None:
        self.flush()
        if self.topic is not None:
            self.files.choose(self.topic.id)

    @Slot()
    def _export(self) -> None:
        self.flush()
        if (version := self.version()) is not None:
            self.files.export(version)
