"""Notula: what only the paper needs, and beside it the paper itself as it will print."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.services.minutes_life import keep_paper
from desktop.services.papers.catalogue import PAPERS, gathered, paper_file_name
from desktop.ui import theme
from desktop.ui.meetings.minutes_form import MinutesForm
from desktop.ui.meetings.other_formats import OtherFormats
from desktop.ui.meetings.paper_bar import PaperBar
from desktop.ui.meetings.paper_forms import PaperForms
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.session import Session
from desktop.ui.widgets.splitter import MemorySplitter

_CONCERNED = frozenset(
    {"meeting", "participant", "agenda_item", "statement", "commitment", "addressee", "office_profile", "person",
     "position", "institution", "progress_report", "rundown_item", "assessment", "letter", "attachment",
     "accounting_item", "issue"}
)  # fmt: skip
_TOLD = frozenset({"minutes_version", "tenure"})  # in the form, not on the paper


class MinutesTab(QWidget):
    """The minutes of one meeting, and its other papers.

    mend_wanted(str, str): a gap is mended in another tab, at a field
    """

    mend_wanted = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._typed: dict[str, Any] = {}  # what of the paper on its way or on screen is not kept yet
        self._awaited: UUID | None = None  # the frozen version whose file is being made, to be known again by it
        unit = theme.current().unit

        # Form, made where it will stand as all parts are: the style sheet dresses anew whatever is moved
        halves = MemorySplitter("minutes", session.settings, parent=self)
        self._forms = PaperForms(session, halves)
        self._forms.typing.connect(self._follow_typing)
        self._minutes = cast(MinutesForm, self._forms.form("minutes"))
        self._minutes.life.gap_chosen.connect(self._mend)

        # Paper
        right = QWidget(halves)
        self._paper = PaperBar(session, right)
        self._paper.paper_chosen.connect(self._show_other)
        self._paper.option_chosen.connect(self._draw)
        self.panel = PaperPanel(session, self._names, parent=right)
        self.panel.add_choice(self._paper)
        self.panel.add_line(self._paper.options)
        self.panel.take_keys(self)
        self.panel.leaving.connect(self._keep_typed)
        self.panel.made.connect(self._keep)
        self.formats = OtherFormats(session, self.panel, self, lambda: self._paper.chosen)
        self.formats.leaving.connect(self.flush)

        # Assemble
        halves.addWidget(self._forms)
        room = QVBoxLayout(right)
        room.setContentsMargins(unit * 2, 0, 0, 0)
        room.addWidget(self.panel)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        halves.setSizes([unit * 85, unit * 190])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)
        self.setFocusProxy(self.panel)  # to read; an arrow key must not change the state

    def show_meeting(self, meeting: UUID) -> None:
        """Show the papers of a meeting."""
        self.flush()
        other, self._meeting = meeting != self._meeting, meeting
        if other:
            self.panel.clear()
        self._show_form()
        self._draw()

    def choose(self, kind: str) -> None:
        """Show another paper of the meeting: one of the names in `PAPERS`."""
        self._paper.choose(kind)

    def show_part(self, paper: str, file: UUID | None = None) -> None:
        """Show a paper of the meeting, and among its files one."""
        self.choose(paper)
        form: Any = self._forms.form(paper)
        if file is not None and hasattr(form, "show_file"):
            form.show_file(file)

    def flush(self) -> None:
        """Save what is still being typed."""
        self._forms.flush()

    def refresh(self, changes: ChangeSet) -> None:
        """Draw the paper anew when something on it changed."""
        if self._meeting is None or not changes.tables & (_CONCERNED | _TOLD):
            return
        self._show_form()
        if changes.tables & _CONCERNED:
            self._draw()

    def _show_form(self) -> None:
        if self._meeting is not None:
            self._forms.show_form(self._paper.kind, self._meeting)
            self._paper.show_meeting(self._meeting)
            self.formats.show_formats(self._paper.kind, self._meeting)

    @Slot()
    def _show_other(self) -> None:
        """Another paper is wanted: its form in front, no page of the one before."""
        self.panel.clear()
        self._show_form()
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._meeting is not None:
            self.panel.show_paper(self._gather)

    @Slot()
    def _follow_typing(self) -> None:
        """Draw what is being typed before it is kept; the journal waits for a longer rest."""
        if self._meeting is not None and PAPERS[self._paper.kind].typing:
            self.panel.follow_typing(self._gather)

    @Slot()
    def _keep_typed(self) -> None:
        """The paper is about to leave: only what is kept may be on it."""
        self.flush()
        if self._typed or self._forms.typed():
            self.panel.show_paper(self._gather_kept)

    def _gather(self) -> tuple[Any, ...]:
        return self._gathered(self._forms.typed())

    def _gather_kept(self) -> tuple[Any, ...]:
        return self._gathered({})

    def _gathered(self, typed: dict[str, Any]) -> tuple[Any, ...]:
        assert self._meeting is not None
        store, kind, version = self._session.store, self._paper.kind, self._minutes.life.version
        awaited = kind == "minutes" and version is not None and version.pdf_hash is None
        self._awaited = version.id if version is not None and awaited else None
        self._typed = typed
        return gathered(store, kind, self._meeting, typed=typed, **self._paper.chosen)

    @Slot(bytes)
    def _keep(self, pdf: bytes) -> None:
        """Let frozen minutes be known again by their file."""
        version, self._awaited = self._awaited, None
        if version is not None and not self._session.store.read_only:
            self._session.run(lambda: keep_paper(self._session.desk, version, pdf))

    @Slot(str, str)
    def _mend(self, tab: str, field: str) -> None:
        if tab == "minutes":
            self.choose("minutes")
            self._minutes.go_to(field)
        else:
            self.mend_wanted.emit(tab, field)

    def _names(self) -> PaperNames:
        assert self._meeting is not None
        kind, meeting = self._paper.kind, self._meeting
        name = paper_file_name(self._session.store, kind, meeting, detail=self._paper.chosen_words)
        return PaperNames(kind, PAPERS[kind].name, name, meeting, self._paper.chosen.get("institution"))
