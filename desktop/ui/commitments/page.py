"""The page Tindak Lanjut: everything promised, asked and directed in all meetings, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.models.journal import ChangeSet
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.register import commitment_count
from desktop.ui import theme
from desktop.ui.commitments.filter_bar import FilterBar
from desktop.ui.commitments.filter_panel import FilterPanel
from desktop.ui.commitments.views import BETWEEN, CALENDAR, LIST, RegisterViews, view_titles
from desktop.ui.exports.list_export import ListExport, filter_words
from desktop.ui.forms.desk import FormDesk
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import set_tip

_SHOWS = frozenset(
    {
        "commitment", "addressee", "progress_report", "reminder", "attachment", "meeting", "institution", "region",
        "commitment_region", "commitment_institution", "topic", "forum",
    }
)  # fmt: skip
_GROUPINGS = {
    "institution": QT_TRANSLATE_NOOP("CommitmentsPage", "Per instansi"),
    "region": QT_TRANSLATE_NOOP("CommitmentsPage", "Per wilayah"),
    "meeting": QT_TRANSLATE_NOOP("CommitmentsPage", "Per rapat"),
    "week": QT_TRANSLATE_NOOP("CommitmentsPage", "Per minggu batas"),
}


class CommitmentsPage(QWidget):
    """navigate(page key, where): another page is wanted, such as the meeting a follow-up comes from."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked, self._as_of = CommitmentFilter(), today()
        unit = theme.current().unit

        # Head
        self._head = PageHeader(self.tr("Tindak Lanjut"))
        self._views = FilterChips(view_titles(), single=True)
        self._views.keep_one_line()
        self._views.changed.connect(self._show_view)
        self._head.add_action(self._views)
        self._search = SearchBox(self.tr("Cari tindak lanjut (Ctrl+F)"), self)
        self._search.setMinimumWidth(unit * 36)
        self._search.searched.connect(self._search_text)
        self._head.add_action(self._search)
        self.views = RegisterViews(session, self)
        self.list = self.views.list
        export = ListExport(
            session, self, self.tr("Daftar Tindak Lanjut"), self.list.file_source, self.filter_words
        )
        self._chat = icon_button("message-square-text", self.tr("Catat dari WhatsApp (Ctrl+Shift+V)"))
        self._chat.setEnabled(not session.store.read_only)
        self._chat.clicked.connect(self.note_chat)
        self._head.add_action(self._chat)
        self._export = export.make_button()
        self._head.add_action(self._export)
        self.forms = FormDesk(session, self)
        self.forms.navigate.connect(self.navigate)
        self._head.add_action(self.forms.make_icon())

        # Filter
        self.bar = FilterBar(session)
        self.panel = FilterPanel(session.store)
        self.groups = ChoiceField(_titles(_GROUPINGS), empty=self.tr("Tanpa kelompok"))
        self.groups.setAccessibleName(self.tr("Kelompokkan menurut"))
        set_tip(self.groups, self.tr("Kelompokkan menurut"))
        self.groups.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.groups.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.groups.edited.connect(self._part)
        self.bar.add_choice(self.groups)
        self._change = button(self.tr("Ubah"), "pencil")
        set_tip(self._change, self.tr("Ubah baris yang dipilih"))
        self._change.setMenu(self.list.menu)
        self._change.setEnabled(not session.store.read_only)
        self.bar.add_choice(self._change)

        # Views
        self.table, self.detail, self.editor = self.list.table, self.list.detail, self.list.editor
        self._side = Card()
        self._side.body.addWidget(self.panel)
        self._side.hide()

        # Assemble
        below = QHBoxLayout()
        below.setSpacing(unit * 3)
        below.addWidget(self.views, 1)
        below.addWidget(self._side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 4, unit * 6, unit * 4)
        whole.setSpacing(unit * 3)
        whole.addWidget(self._head)
        whole.addWidget(self.bar)
        whole.addLayout(below, 1)

        # Wire
        self.bar.changed.connect(self._narrow)
        self.bar.panel_wanted.connect(self._show_panel)
        self.panel.changed.connect(self._narrow)
        self.panel.closed.connect(self._hide_panel)
        self.views.opened.connect(self._open_in_list)
        self.views.navigate.connect(self.navigate)
        session.bus.changed.connect(self._changed)
        on_keys(self, "Ctrl+Shift+V", self.note_chat)
        self._narrow(self._asked)

    def open(
        self,
        commitment: UUID | None = None,
        state: str = "",
        tab: str = "",
        filter: CommitmentFilter | None = None,  # noqa: A002 - the word others know it by
        view: str = LIST,
        **_where: object,
    ) -> None:
        """Show what a filter finds, or all in a state ("terbuka", "terlambat", "due_soon", "selesai"), or one.

        `view` is "daftar", "kalender", "cetak", or one of the days between meetings: "hubungi", "belum_lapor",
        "arahan", any other the list; `tab` is that of the detail of the one.
        """
        if view not in dict(view_titles()):
            view = LIST
        asked = filter or CommitmentFilter()
        self._narrow(replace(asked, state=state) if state else asked)
        self._views.choose({view})
        if view in BETWEEN:
            self.views.between(view).begin()
        self._show_view()
        if commitment is not None:
            self.list.select(commitment, tab)
        self.views.current().setFocus()

    def filter(self) -> CommitmentFilter:
        """What is shown now."""
        return self._asked

    def flush(self) -> None:
        """Save what is still being changed."""
        self.views.flush()

    @Slot()
    def note_chat(self) -> None:
        """Note what came by WhatsApp; the follow-up at hand is offered first."""
        from desktop.ui.commitments.chat_dialog import open_chat

        self.flush()
        open_chat(self._session, self, self.editor.current())

    def filter_words(self) -> list[str]:
        """What was searched and filtered, as lines above a file."""
        parted = self.groups.currentText() if self.list.group else ""
        return filter_words(self._asked.text, [*self.bar.words(), *filter(None, [parted])])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._as_of != today():  # what is late or due soon is another
            self._reload()
        if not event.spontaneous():
            self.views.current().setFocus(Qt.FocusReason.OtherFocusReason)

    # Within

    @Slot(object)
    def _narrow(self, asked: CommitmentFilter) -> None:
        """Show what another filter finds, everywhere; records merged since lead to those they became."""
        self._asked = asked = asked.present(self._session.store)[0]
        if self._search.text().strip() != asked.text:
            self._search.setText(asked.text)
        self.bar.show_filter(asked)
        self.panel.show_filter(asked)
        self._reload()

    @Slot(str)
    def _search_text(self, text: str) -> None:
        self._narrow(replace(self._asked, text=text))

    def _reload(self) -> None:
        self._as_of = today()
        self.views.show_filter(self._asked)
        self._count()

    def _count(self) -> None:
        store, day = self._session.store, today()
        every = commitment_count(store, today=day)
        narrowed = self._asked.without_state() != CommitmentFilter()
        found = commitment_count(store, self._asked, today=day) if narrowed else every
        self.bar.show_counts(found)
        shown = {"": found.total, "terbuka": found.open, "terlambat": found.late, "due_soon": found.soon,
                 "selesai": found.done}[self._asked.state]  # fmt: skip
        words = self.tr("{shown} dari {total}") if self._asked != CommitmentFilter() else "{total}"
        self._head.set_subtitle(
            self.tr("{count} tindak lanjut").format(
                count=words.format(shown=grouped(shown), total=grouped(every.total))
            )
        )

    # Views

    @Slot()
    def _show_view(self) -> None:
        wanted = next(iter(self._views.chosen()))
        self.views.go_to(wanted)
        for part in (self.bar, self._search, self._export):
            part.setVisible(wanted not in BETWEEN)
        self._side.setVisible(self.bar.more.isChecked() and wanted not in BETWEEN)
        self._change.setVisible(wanted == LIST)
        self.groups.setVisible(wanted != CALENDAR)
        self.views.current().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _part(self) -> None:
        self.views.set_group(str(self.groups.value() or ""))

    @Slot(int)
    def _open_in_list(self, seq: int) -> None:
        self._views.choose({LIST})
        self._show_view()
        self.list.select_seq(seq)

    # Panel

    @Slot(bool)
    def _show_panel(self, shown: bool) -> None:
        self._side.setVisible(shown)
        if shown:
            self.panel.begin()
        else:
            self.views.current().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _hide_panel(self) -> None:
        self.bar.more.setChecked(False)
        self._show_panel(False)

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if self.list.take_changes(changes) and self.views.key() == LIST:
            self._count()
        elif changes.tables & _SHOWS:
            self._reload()


def _titles(words: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(key, QCoreApplication.translate("CommitmentsPage", str(one))) for key, one in words.items()]
