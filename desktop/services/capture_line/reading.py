"""What a line says: its text, who speaks, and, where it is a follow-up, for whom and until when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal
from uuid import UUID

from desktop.services.capture_line.dates import Basis
from desktop.services.capture_line.marks import Mark, TokenKind, find_marks
from desktop.services.capture_line.names import Named, in_regions
from desktop.services.capture_line.prefix import Prefix, read_prefix
from desktop.services.capture_line.scene import Scene
from desktop.services.commitments import To

State = Literal["resolved", "ambiguous", "unresolved", "text"]
FOLLOW_UP = "tindak_lanjut"
"""The kind of a line that is a follow-up whatever stands in it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it was understood: its span, what it means, or among what one has to choose.

    A token whose state is "text" was turned down, by the user or because it cannot be (`warning` says why); its
    words stay in the line as they are.
    """

    kind: TokenKind | Literal["speaker", "behalf"]
    start: int
    end: int
    typed: str
    state: State
    meaning: Named | None = None
    candidates: tuple[Named, ...] = ()
    day: date | None = None
    basis: Basis | None = None
    priority: int = 0
    warning: str = ""

    @property
    def key(self) -> str:
        """What the token is known by while the line is edited around it."""
        return f"{self.kind}:{self.typed.casefold()}"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the user settled about tokens, by their keys: which were turned down, whom the others mean."""

    rejected: frozenset[str] = frozenset()
    chosen: Mapping[str, UUID] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A line, read. `regions` are those named, or else those the institutions bring along (`implied_regions`)."""

    text: str
    tokens: tuple[Token, ...]
    is_follow_up: bool
    speaker: UUID | None = None
    on_behalf_of: UUID | None = None
    to: tuple[To, ...] = ()
    regions: tuple[UUID, ...] = ()
    implied_regions: tuple[UUID, ...] = ()
    due_date: date | None = None
    due_source: str | None = None
    priority: int = 2

    @property
    def ambiguous(self) -> Token | None:
        """The first token one has to choose for before the line can be kept."""
        return next((one for one in self.tokens if one.state == "ambiguous"), None)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What should be looked at before the line is kept."""
        return tuple(one.warning for one in self.tokens if one.warning)


def read_line(text: str, scene: Scene, *, kind: str = "", decisions: Decisions | None = None) -> Reading:
    """Read a line as a kind of statement, or as FOLLOW_UP; a valid date makes any line a follow-up."""
    decisions = decisions or Decisions()
    prefix = read_prefix(text, scene, decisions.rejected, decisions.chosen)
    marks = find_marks(text, scene, prefix.end)
    tokens = _settle(_turned_down(marks, decisions), decisions)
    due = next((one for one in tokens if one.kind == "due" and one.state == "resolved"), None)
    is_follow_up = kind == FOLLOW_UP or due is not None
    found = Reading(
        _text(text, prefix.end, tokens, is_follow_up),
        (*_prefix_tokens(prefix), *tokens),
        is_follow_up,
        prefix.speaker.id if prefix.speaker else None,
        prefix.behalf.position_id if prefix.behalf else None,
    )
    return _with_follow_up(found, tokens) if is_follow_up else found


def _turned_down(marks: Sequence[Mark], decisions: Decisions) -> list[Token]:
    """The tokens with what is plain from each alone: what was rejected, what cannot be, what comes twice."""
    tokens: list[Token] = []
    seen: set[str] = set()
    for mark in marks:
        token = Token(mark.kind, mark.start, mark.end, mark.typed, "resolved", candidates=mark.named)
        if mark.due is not None:
            token = replace(token, day=mark.due.day, basis=mark.due.basis, warning=mark.due.warning)
            token = token if mark.due.day else replace(token, state="text")
        elif mark.kind == "priority":
            token = replace(token, priority=mark.priority)
        elif not mark.named:
            token = replace(token, state="unresolved", warning=f"“{mark.typed}” tidak dikenal.")
        if token.key in decisions.rejected:
            token = replace(token, state="text", warning="", candidates=())
        elif token.state == "resolved" and mark.kind in ("due", "priority"):
            if mark.kind in seen:
                token = replace(token, state="text", warning=_TWICE[mark.kind])
            seen.add(mark.kind)
        tokens.append(token)
    return tokens


_TWICE = {
    "due": "Batas waktu kedua dibiarkan sebagai teks.",
    "priority": "Prioritas kedua dibiarkan sebagai teks.",
}


def _settle(tokens: list[Token], decisions: Decisions) -> tuple[Token, ...]:
    """Let the names of a line explain each other: +tuban says which KPU, #polres ngawi says which Kabag Ops."""
    regions = _settled(tokens, "region", decisions, lambda one: one)
    named = {one.meaning.id for one in regions.values() if one.meaning}
    institutions = _settled(tokens, "institution", decisions, lambda one: _serving(one, named))
    owners = {one.meaning.id for one in institutions.values() if one.meaning and one.meaning.kind == "institution"}
    offices = _settled(tokens, "office", decisions, lambda one: _serving(_within(one, owners), named))
    settled = regions | institutions | offices
    return tuple(settled.get(one.start, one) for one in tokens)


Narrow = Callable[[tuple[Named, ...]], tuple[Named, ...]]


def _settled(tokens: Iterable[Token], kind: str, decisions: Decisions, narrow: Narrow) -> dict[int, Token]:
    found = {}
    for token in tokens:
        if token.kind == kind and token.state == "resolved":
            candidates = narrow(token.candidates)
            chosen = decisions.chosen.get(token.key)
            meant = [one for one in candidates if one.id == chosen] or candidates
            if len(meant) == 1:
                found[token.start] = replace(token, meaning=meant[0], candidates=tuple(candidates))
            else:
                found[token.start] = replace(token, state="ambiguous", candidates=tuple(meant))
    return found


def _within(named: tuple[Named, ...], institutions: set[UUID]) -> tuple[Named, ...]:
    return tuple(one for one in named if one.institution_id in institutions) or named


def _serving(named: tuple[Named, ...], regions: set[UUID]) -> tuple[Named, ...]:
    if len(named) == 1:
        return (in_regions(named[0], regions),)
    return tuple(one for one in named if regions.intersection(one.regions)) or named


def _text(text: str, start: int, tokens: Sequence[Token], is_follow_up: bool) -> str:
    """The line without its tokens; what a note names stays in its sentence, by its full name."""
    pieces, place = [], start
    for token in tokens:
        if token.state != "resolved" or (token.kind == "priority" and not is_follow_up):
            continue
        before = text[place : token.start]
        if is_follow_up:
            pieces.append(before.rstrip(" \t"))
        else:
            pieces += [before, token.meaning.label if token.meaning else ""]
        place = token.end
    pieces.append(text[place:])
    return "\n".join(line.strip() for line in "".join(pieces).strip().splitlines())


def _prefix_tokens(prefix: Prefix) -> Iterable[Token]:
    for kind, span, typed, named in prefix.parts:
        state: State = "resolved" if len(named) == 1 else "ambiguous"
        meaning = named[0] if len(named) == 1 else None
        yield Token(kind, span[0], span[1], typed, state, meaning, named)


def _with_follow_up(found: Reading, tokens: Sequence[Token]) -> Reading:
    meant = [one.meaning for one in tokens if one.meaning is not None]
    named = tuple(dict.fromkeys(one.id for one in meant if one.kind == "region"))
    offices = {one.institution_id for one in meant if one.kind in ("office", "seat")}
    to: list[To] = []
    implied: list[UUID] = []
    for one in meant:
        if one.kind == "institution" and one.id in offices:
            continue  # the post says it already
        to += _addressees(one)
        implied += one.regions if one.fixes_region else ()
    due = next((one for one in tokens if one.kind == "due" and one.state == "resolved"), None)
    priority = next((one.priority for one in tokens if one.kind == "priority" and one.state == "resolved"), 2)
    return replace(
        found,
        to=tuple(dict.fromkeys(to)),
        regions=named or tuple(dict.fromkeys(implied)),
        implied_regions=() if named else tuple(dict.fromkeys(implied)),
        due_date=due.day if due else None,
        due_source=due.basis if due else None,
        priority=priority,
    )


def _addressees(one: Named) -> list[To]:
    if one.kind == "institution":
        return [To(institution_id=one.id)]
    if one.kind == "office":
        return [To(institution_id=one.institution_id, position_id=one.position_id)]
    if one.kind == "seat":
        return [To(institution_id=one.institution_id, label=one.label)]
    if one.kind == "group":  # of a part of it the name would say too much
        via = one.label if one.whole else None
        return [To(institution_id=member, via=via) for member, _, _ in one.members]
    return []
