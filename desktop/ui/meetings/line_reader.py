"""Reads along while a line is typed: colours its tokens, shows its chips, offers names for its letters."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.services.capture_line import (
    FOLLOW_UP,
    Decisions,
    Offers,
    Reading,
    Scene,
    Token,
    offers_at,
    read_line,
)
from desktop.services.capture_line.names import Named
from desktop.ui import theme
from desktop.ui.meetings.line_hits import GUEST, TEXT, LineHits, Offer
from desktop.ui.meetings.line_input import LineInput
from desktop.ui.meetings.token_chips import TONES, TokenChips


class LineReader(QObject):
    """Belongs to one line.

    edited()             a token was turned down or taken back
    guest_wanted(str)    a name nobody knows is a guest's
    """

    edited = Signal()
    guest_wanted = Signal(str)

    def __init__(self, line: LineInput) -> None:
        super().__init__(line)
        self.chips = TokenChips()
        self.hits = LineHits(line)
        self._line = line
        self._scene: Scene | None = None
        self._rejected: set[str] = set()
        self._follow_up = False
        self._offers: Offers | None = None
        line.first_try = self.hits.takes_key
        line.textChanged.connect(self._changed)
        line.left.connect(self.hits.hide)
        self.hits.taken.connect(self._taken)
        self.chips.rejected.connect(self._reject)
        self.chips.restored.connect(self._restore)
        self.chips.wanted.connect(self.choose)
        self.chips.left.connect(self._to_line)

    @property
    def scene(self) -> Scene | None:
        """What a line may name."""
        return self._scene

    def set_scene(self, scene: Scene) -> None:
        """Read against another meeting, or what changed in it."""
        self._scene = scene
        self._show()

    def set_follow_up(self, wanted: bool) -> None:
        """Whether the line is a follow-up even without a date."""
        self._follow_up = wanted
        self._show()

    def forget(self) -> None:
        """Ready for the next line."""
        self._rejected.clear()
        self.hits.hide()
        self._show()

    def rejected(self) -> list[str]:
        """The tokens turned down, by their keys."""
        return sorted(self._rejected)

    def reject(self, keys: Iterable[str]) -> None:
        """Turn these down, as a draft kept them."""
        self._rejected = set(keys)
        self._show()

    def reading(self) -> Reading | None:
        """The line as it is understood now."""
        return self.read(self._line.toPlainText())

    def read(self, text: str) -> Reading | None:
        """Any text as this line would be understood."""
        if self._scene is None:
            return None
        kind = FOLLOW_UP if self._follow_up else ""
        return read_line(text, self._scene, kind=kind, decisions=Decisions(frozenset(self._rejected)))

    def choose(self, token: object) -> None:
        """Let one choose whom a token names: the caret goes to its end, the names over the line."""
        if isinstance(token, Token):
            cursor = self._line.cursor_over(token.end, token.end)
            self._line.setTextCursor(cursor)
            self._to_line()
            self._offer(Offers(token.kind, token.start, token.end, token.typed, token.candidates))

    @Slot()
    def _changed(self) -> None:
        self._show()
        if self._scene is None or not self._line.hasFocus():
            return
        text, caret = self._line.toPlainText(), self._line.letters_to_caret()
        self._offer(offers_at(text, caret, self._scene) if text else None)

    def _offer(self, offers: Offers | None) -> None:
        self._offers = offers
        if offers is None or f"{offers.kind}:{offers.typed.casefold()}" in self._rejected:
            self.hits.offer([])
            return
        lines = [Offer(_words(one), one) for one in offers.names]
        if not lines and offers.typed:
            if offers.kind == "office":
                words = self.tr("Tambah {name} sebagai tamu").format(name=offers.typed)
                lines.append(Offer(words, GUEST))
            lines.append(Offer(self.tr("Biarkan “{name}” sebagai teks").format(name=offers.typed), TEXT))
        self.hits.offer(lines)

    @Slot(object)
    def _taken(self, means: object) -> None:
        offers = self._offers
        if offers is None:
            return
        if isinstance(means, Named):
            self._write(offers, means)
        elif means == TEXT:
            self._reject(f"{offers.kind}:{offers.typed.casefold()}")
        else:
            self.guest_wanted.emit(offers.typed)
        self._to_line()

    def _write(self, offers: Offers, named: Named) -> None:
        """Put the whole name where its letters stand; commas would end it."""
        name = named.label.replace(",", "")
        text = self._line.toPlainText()
        cursor = self._line.cursor_over(offers.start, offers.end)
        follows = "" if text[offers.end : offers.end + 1].isspace() else " "
        sign = text[offers.start] if offers.kind != "speaker" else ""
        cursor.insertText(f"{sign}{name}{':' if offers.kind == 'speaker' else ''}{follows}")
        if not follows:
            cursor.movePosition(QTextCursor.MoveOperation.Right)
        self._line.setTextCursor(cursor)
        self.hits.hide()

    @Slot(str)
    def _reject(self, key: str) -> None:
        self._rejected.add(key)
        self._decided()

    @Slot(str)
    def _restore(self, key: str) -> None:
        self._rejected.discard(key)
        self._decided()

    def _decided(self) -> None:
        self.hits.hide()
        self._show()
        self._to_line()
        self.edited.emit()

    @Slot()
    def _to_line(self) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        reading = self.reading()
        if reading is None or self._scene is None:
            return
        self.chips.show_reading(reading, self._scene)
        self._line.setExtraSelections([self._coloured(token) for token in reading.tokens])

    def _coloured(self, token: Token) -> QTextEdit.ExtraSelection:
        text, ground = theme.current().tone(TONES[token.state])
        shape = QTextCharFormat()
        shape.setForeground(text)
        shape.setBackground(ground)
        if token.state in ("ambiguous", "unresolved"):
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._line.cursor_over(token.start, token.end)
        selection.format = shape
        return selection


def _words(named: Named) -> str:
    """A name with what tells it from others, where that says more than the name."""
    return f"{named.label} – {named.detail}" if named.detail not in ("", named.label) else named.label
