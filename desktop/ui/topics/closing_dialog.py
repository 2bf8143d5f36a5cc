"""Tutup Topik: everything open gets an end by single keys, one or many at once; then the report is printed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.base.errors import InvalidInput
from desktop.models.queries.closing import LEFT_OPEN, OpenItem, open_items
from desktop.models.queries.office import topics
from desktop.models.queries.records import fields_of
from desktop.models.words import ENDS
from desktop.services.topic_closing import close_topic, end_items, without_end
from desktop.ui import theme
from desktop.ui.bus import Changes
from desktop.ui.colours import Tone
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.session import Session
from desktop.ui.topics.end_form import EndForm
from desktop.ui.topics.final_report_pane import FinalReportPane
from desktop.ui.topics.open_items_table import OpenItemsTable
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import ElidedLabel, plain_label

_CONCERNED = frozenset(
    {"commitment", "addressee", "issue", "meeting", "outgoing_form", "topic", "institution", "region", "forum"}
)


class ClosingDialog(QDialog):
    """Of a closed topic it shows the final report alone.

    navigate(page, where)    to the place of what hinders
    """

    navigate = Signal(str, dict)

    def __init__(self, session: Session, topic: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._topic = session, topic
        self._wanted = ""  # the end whose reason is being written
        self._left: dict[UUID, str] = {}
        values = fields_of(session.store, "topic", topic)
        self._is_open = values["state"] == "open"
        self._name = str(values["name"])
        self.setModal(True)
        self.setWindowTitle(self.tr("Tutup Topik") if self._is_open else self.tr("Laporan Akhir"))
        unit = theme.current().unit

        # Parts
        self.counts = plain_label(role="muted")
        self.fault = Banner("", Tone.PROBLEM)
        self.fault.hide()
        self.table = OpenItemsTable(session.settings)
        self.hint = ElidedLabel(role="help")
        others = [(one.id, one.name) for one in topics(session.store) if one.is_open and one.id != topic]
        self.form = EndForm(others)
        self.form.setFixedHeight(unit * 24)
        self.report = FinalReportPane(session, topic)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self._items_tab(), self.tr("Yang belum punya akhir"))
        self.tabs.addTab(self.report, self.tr("Catatan && Laporan Akhir"))
        self.tabs.setTabVisible(0, self._is_open)
        self.close_button = button(self.tr("Tutup Topik"), "lock", kind="primary")
        self._leave_button = button(self.tr("Nanti saja"))

        # Assemble
        foot = QHBoxLayout()
        foot.setSpacing(unit * 2)
        foot.addStretch()
        foot.addWidget(self._leave_button)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 4, unit * 6, unit * 4)
        whole.setSpacing(unit * 2)
        whole.addWidget(ElidedLabel(self._name, role="title"))
        whole.addWidget(self.counts)
        whole.addWidget(self.fault)
        whole.addWidget(self.tabs, 1)
        whole.addLayout(foot)

        self._draft = DraftTimer(session, self._gather, self)
        self._draft.place = f"closing:{topic}"

        # Wire
        self.table.end_wanted.connect(self.end_chosen)
        self.table.opened.connect(self._jump)
        self.form.applied.connect(self._apply)
        self.form.left_wanted.connect(self._leave_form)
        self.report.typed.connect(self._draft.touch)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.close_button.clicked.connect(self.close_topic)
        self._leave_button.clicked.connect(self.reject)
        session.bus.changed.connect(self._changed)
        self._tell_hint()
        self._recall()
        self._renew()
        if not self._is_open:
            self.tabs.setCurrentIndex(1)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 300, unit * 166)

    def done(self, result: int) -> None:
        self._draft.flush()
        super().done(result)

    @Slot(str)
    def end_chosen(self, how: str) -> None:
        """Give the chosen rows an end, asking first for what is missing."""
        self._wanted = how
        self._tell_fault("")
        if self.table.chosen() and not self.form.ask_for(how):
            self._apply()
        self._tell_hint()

    @Slot()
    def close_topic(self) -> None:
        """Close the topic; the report that is then shown is no draft any more."""
        self.report.form.flush()
        note, day = self.report.note.value(), self.report.day.value()
        told = self.tr("Topik ditutup: {name}").format(name=self._name)
        left = {one.id: self._left[one.id] for one in self._open_ones() if one.id in self._left}
        desk = self._session.desk
        if self._session.run(
            lambda: close_topic(desk, self._topic, on=day, note=note, left=left), form=self, told=told
        ):
            self._draft.discard()

    def show_fault(self, fault: InvalidInput) -> bool:
        """Say what was refused, at its field where there is one."""
        form = self.report.form if fault.field in set(self.report.form.keys()) else self.form
        if form is self.report.form:
            self.tabs.setCurrentWidget(self.report)
        if not form.show_fault(fault):
            self._wanted = ""
            self._tell_hint()
            self._tell_fault(str(fault))
        return True

    # Within

    def _items_tab(self) -> QWidget:
        unit = theme.current().unit
        deeds = QHBoxLayout()
        deeds.setSpacing(unit * 2)
        for how, words in (
            ("selesai", self.tr("Selesai (S)")),
            ("dihentikan", self.tr("Tidak dilanjutkan (T)")),
            ("dialihkan", self.tr("Dialihkan (A)")),
        ):
            deed = button(words)
            deed.clicked.connect(lambda _checked=False, how=how: self.end_chosen(how))
            deeds.addWidget(deed)
        deeds.addStretch()
        self.undo_button = button(self.tr("Urungkan (Ctrl+Z)"), "undo-2", kind="quiet")
        self.undo_button.clicked.connect(self._session.undo)
        self.undo_button.hide()
        deeds.addWidget(self.undo_button)
        tab = QWidget()
        on_keys(tab, "Ctrl+Z", self.undo_button.click)
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, unit * 3, 0, 0)
        column.setSpacing(unit * 2)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        column.addWidget(self.form)
        column.addLayout(deeds)
        return tab

    def _open_ones(self) -> list[OpenItem]:
        return open_items(self._session.store, self._topic)

    def _renew(self) -> None:
        """Show what is open now, and whether the topic can be closed."""
        self._is_open = fields_of(self._session.store, "topic", self._topic)["state"] == "open"
        found = self._open_ones() if self._is_open else []
        hindering = without_end(self._session.desk, self._topic, self._left) if self._is_open else []
        self.table.show_items(found, self._left)
        self.counts.setText(self._counted(len(hindering)))
        self.close_button.setEnabled(not hindering)
        self.close_button.setVisible(self._is_open)
        self._leave_button.setText(self.tr("Nanti saja") if self._is_open else self.tr("Tutup jendela"))
        self.tabs.setTabVisible(0, self._is_open)
        self.report.form.setVisible(self._is_open)
        if self.tabs.currentWidget() is self.report:
            self.report.show_paper(is_open=self._is_open)

    def _counted(self, hindering: int) -> str:
        if not self._is_open:
            return self.tr("Topik ini sudah ditutup; laporan akhirnya dapat dicetak dan disimpan.")
        if hindering:
            return self.tr("{count} butir belum punya akhir.").format(count=hindering)
        return self.tr("Semua butir punya akhir: topik dapat ditutup.")

    @Slot()
    def _apply(self) -> None:
        how, chosen = self._wanted, self.table.chosen()
        if not how or not chosen:
            return
        end, desk = self.form.end(how), self._session.desk
        left = [one for one in chosen if one.kind in LEFT_OPEN]
        ended = [one for one in chosen if one.kind not in LEFT_OPEN]
        if how == "dihentikan":
            if not end.reason:
                self.form.ask_for(how)
                return
            self._left |= {one.id: end.reason for one in left}
        elif not ended:
            ended = left  # refused with the way it is done
        told = self.tr("{count} butir: {end}").format(count=len(ended), end=ENDS[how].lower())
        done = not ended or self._session.run(
            lambda: end_items(desk, self._topic, ended, end), form=self, told=told
        )
        if done:
            self.undo_button.setVisible(bool(ended) or self.undo_button.isVisible())
            self._draft.touch()
            self._leave_form()
            self._renew()
            if left and how != "dihentikan":
                told = self.tr(
                    "{count} notula atau formulir tidak ikut: selesaikan di tempatnya (Enter), "
                    "atau tekan T dan tulis alasan membiarkannya."
                )
                self._tell_fault(told.format(count=len(left)), Tone.ATTENTION)

    def _tell_hint(self) -> None:
        """Which keys there are, or what is still to be written for the end that was wanted."""
        words = self.tr(
            "Tombol: S selesai, T tidak dilanjutkan, A dialihkan; Ctrl+A semua, Shift+panah beberapa, "
            "Enter membuka tempatnya"
        )
        if self._wanted == "dialihkan":
            words = self.tr("Dialihkan: tulis alasannya dan ke mana, lalu Enter. Esc batal.")
        elif self._wanted:
            words = self.tr("{end}: tulis alasannya, lalu Enter. Esc batal.").format(end=ENDS[self._wanted])
        self.hint.setText(words)

    @Slot()
    def _leave_form(self) -> None:
        self._wanted = ""
        self._tell_hint()
        self.form.clear()
        self._tell_fault("")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _jump(self, seq: int) -> None:
        one = self.table.item(seq)
        if one is None:
            return
        self.accept()
        self.navigate.emit(*_place_of(one))

    def _gather(self) -> dict[str, Any] | None:
        """What is in no record yet, so that it survives the end of the program."""
        left, note = {str(one): reason for one, reason in self._left.items()}, self.report.note.value()
        return {"left": left, "note": note} if self._is_open and (left or note) else None

    def _recall(self) -> None:
        kept = self._draft.recall() if self._is_open else None
        if kept is not None:
            self._left = {UUID(one): reason for one, reason in kept["left"].items()}
            self.report.form.load({"closing_note": kept["note"]})

    @Slot(int)
    def _tab_changed(self, _number: int) -> None:
        if self.tabs.currentWidget() is self.report:
            self.report.show_paper(is_open=self._is_open)

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if not changes.tables & _CONCERNED:
            return
        was_open = self._is_open
        self._renew()
        if was_open and not self._is_open:
            self.tabs.setCurrentWidget(self.report)

    def _tell_fault(self, words: str, tone: Tone = Tone.PROBLEM) -> None:
        self.fault.setVisible(bool(words))
        self.fault.say(words, tone)


def _place_of(one: OpenItem) -> tuple[str, dict[str, Any]]:
    """Where an item is worked on."""
    if one.table == "issue":
        return "issues", {"issue": one.id}
    if one.table == "meeting":
        return "meetings", {"meeting": one.id, "tab": "minutes"}
    if one.table == "outgoing_form":
        return ("readiness" if one.form_of == "kesiapan" else "commitments"), {}
    return "commitments", {"commitment": one.id}
