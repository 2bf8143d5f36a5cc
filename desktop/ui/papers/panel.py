"""The paper as it will print, and above it what can be done with it; every place with papers has one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.services.issued import edition_of
from desktop.services.papers.glyphs import characters_told
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.papers.find_bar import FindBar
from desktop.ui.papers.outgoing import Outgoing, PaperNames, WaysOut
from desktop.ui.papers.paper_letters import PaperLetters
from desktop.ui.papers.preview import PaperPreview
from desktop.ui.papers.printing import Printing
from desktop.ui.papers.selection import TextSelection
from desktop.ui.papers.view_bar import ViewBar
from desktop.ui.saving import Then
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import plain_label, set_tip
from desktop.worker.jobs import WITHOUT_GLYPH

Gather = Callable[[], tuple[Any, ...]]


class PaperPanel(QWidget):
    """One paper at a time.

    leaving()      the paper is about to leave the program: what is still being typed must be saved
    made(bytes)    the paper on screen is this one, and the newest
    """

    leaving = Signal()
    made = Signal(bytes)

    def __init__(
        self,
        session: Session,
        names: Callable[[], PaperNames],
        *,
        slot: str = "preview",
        copies: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`names` tells what the paper on screen is called, `slot` is its place at the worker.

        Without `copies` its text does not go to the clipboard, where nothing says of what class it is.
        """
        super().__init__(parent)
        self._session = session
        self._names = names
        self.ways = WaysOut(session, self)
        self.printing = Printing(session, self.ways)
        self._postponed: tuple[PaperNames, Callable[[Outgoing], None]] | None = None  # waits for the newest paper
        unit = theme.current().unit

        # Actions
        self._formats = QMenu(self)
        self._formats_button = button(self.tr("Format lain"))
        self._formats_button.setMenu(self._formats)
        self.offer_formats(())
        self._print_button = button(self.tr("Cetak…"), "printer")
        self._print_button.clicked.connect(self.print_paper)
        set_tip(self._print_button, self.tr("Cetak (Ctrl+P)"))
        self._save_button = button(self.tr("Simpan PDF…"), "save", kind="primary")
        self._save_button.clicked.connect(self.save)
        set_tip(self._save_button, self.tr("Simpan sebagai PDF (Ctrl+S)"))

        self._bar = QHBoxLayout()
        self._bar.setSpacing(unit * 2)
        self._bar.addStretch()
        for one in (self._formats_button, self._print_button, self._save_button):
            self._bar.addWidget(one)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(unit * 2)
        self._lines.addLayout(self._bar)

        # Paper
        self.preview = PaperPreview(session.worker, slot)
        self.preview.made.connect(self._take_paper)
        self.preview.settled.connect(self._take_newest)
        self.preview.failed.connect(self._take_failure)
        letters = PaperLetters(self.preview)
        self._selection = TextSelection(self.preview, letters) if copies else None
        view_bar = ViewBar(self.preview, self)
        self._find = FindBar(self.preview, letters, self)
        self.as_codes = plain_label(role="help")  # which letters print as codes
        self.as_codes.setWordWrap(True)
        self.as_codes.hide()

        # Assemble
        looking = FlowLayout(spacing=unit * 2)  # two lines where the form beside takes the room
        looking.addWidget(view_bar)
        looking.addWidget(self._find)
        self._lines.addLayout(looking)
        self._lines.addWidget(self.printing)
        self._lines.addWidget(self.as_codes)
        self._lines.addWidget(self.preview, 1)
        self.setFocusProxy(self.preview)
        self._show_whether_ready()

    def add_choice(self, widget: QWidget) -> None:
        """Put something to choose at the beginning of the bar, behind what is there already."""
        self._bar.insertWidget(self._bar.count() - 4, widget)

    def add_line(self, widget: QWidget) -> None:
        """Put something on a line of its own below the bar."""
        self._lines.insertWidget(1, widget)

    def offer_formats(self, formats: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Offer other formats of the paper on screen (words and deed of each) under "Format lain"."""
        self._formats.clear()
        self._formats.addAction(self.tr("Buka di pembaca PDF")).triggered.connect(self.open_elsewhere)
        for words, deed in formats:
            self._formats.addAction(words).triggered.connect(lambda _checked=False, deed=deed: deed())

    def take_keys(self, where: QWidget) -> None:
        """Let the keys of the panel work in all of `where`, such as the form beside it."""
        on_keys(where, "Ctrl+S", self._save_button.click)  # a button that is off does nothing
        on_keys(where, "Ctrl+P", self._print_button.click)
        self._find.take_keys(where)

    def show_paper(self, gather: Gather) -> None:
        """Show what `gather` returns after a short rest: the worker's job, the content, the profile."""
        self.preview.show_paper(gather)

    def follow_typing(self, gather: Gather) -> None:
        """Show what `gather` returns while somebody types it."""
        self.preview.follow_typing(gather)

    def clear(self) -> None:
        """Show nothing."""
        self._postponed = None
        self.preview.clear()
        self._show_letters_as_codes()
        self._show_whether_ready()

    @Slot()
    def save(self) -> None:
        """Save the paper as a PDF where the user says."""
        self._with_newest(self.ways.save)

    def save_before(self, then: Then) -> None:
        """Save the paper as a PDF, and go on with the file once it is there."""
        self._with_newest(lambda outgoing: self.ways.save(outgoing, then))

    @Slot()
    def open_elsewhere(self) -> None:
        """Hand a copy to the PDF reader."""
        self._with_newest(self.ways.open_elsewhere)

    @Slot()
    def print_paper(self) -> None:
        """Print the paper; it must have been looked at, so there is none before its pages are here."""
        self._with_newest(lambda outgoing: self.printing.print_paper(outgoing, self.preview.page))

    # The newest paper

    def _with_newest(self, deed: Callable[[Outgoing], None]) -> None:
        """Do something with the paper once all that was typed is on it."""
        if not self.preview.pdf:
            return
        self.leaving.emit()
        if self.preview.is_current:
            deed(self._outgoing())
        else:
            self._postponed = self._names(), deed
            self.preview.hurry()

    def _outgoing(self) -> Outgoing:
        names = self._names()
        edition = edition_of(self._session.store, names.kind, names.meeting)
        return Outgoing(names, self.preview.pdf, tuple(self.preview.sizes), edition)

    @Slot()
    def _take_paper(self) -> None:
        self._show_letters_as_codes()
        self._show_whether_ready()

    @Slot()
    def _take_newest(self) -> None:
        self.made.emit(self.preview.pdf)
        if self.preview.is_current and self._postponed is not None:
            (wanted, deed), self._postponed = self._postponed, None
            if _is_same(wanted, self._names()):  # one may have gone on to another paper meanwhile
                deed(self._outgoing())

    @Slot(str)
    def _take_failure(self, reason: str) -> None:
        self._postponed = None
        self._session.bus.message.emit(reason, str(Tone.PROBLEM))

    def _show_letters_as_codes(self) -> None:
        lacking = self.preview.told.get(WITHOUT_GLYPH, {})
        words = self.tr("Huruf yang tidak ada pada fon dan tercetak sebagai kode: {letters}")
        self.as_codes.setText(words.format(letters=characters_told(lacking)))
        self.as_codes.setVisible(bool(lacking))

    def _show_whether_ready(self) -> None:
        for one in (self._formats_button, self._print_button, self._save_button):
            one.setEnabled(bool(self.preview.pdf))


def _is_same(one: PaperNames, other: PaperNames) -> bool:
    """Whether two names are of one paper, whatever was chosen for it or typed into its file's name."""
    return replace(one, file_name="") == replace(other, file_name="")
