"""What to offer while a name is being typed: the tokens at the caret, and whom their letters may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.base.folding import fold
from desktop.services.capture_line.marks import SIGILS, TokenKind, quoted
from desktop.services.capture_line.names import Index, Named
from desktop.services.capture_line.scene import Scene

_OPENING = re.compile(r"(?:^|(?<=\s))([@#+])([^\s@#+!*\"“][^@#+!*\"“\n]*)?$")
_SPEAKER = re.compile(r"\s*([^\s:@#+!*\"“][^:@#+!*\"“\n]{0,40})$")
_LETTERS_OF_A_SPEAKER = 3
_MOST = 12


@dataclass(frozen=True, slots=True)
class Offers:
    """The part of the line a choice would replace, and the names to choose from."""

    kind: TokenKind | str
    start: int
    end: int
    typed: str
    names: tuple[Named, ...]


def offers_at(text: str, caret: int, scene: Scene) -> Offers | None:
    """What is being named at the caret; None where nothing is, or where it is settled already."""
    before = text[:caret]
    if any(start < caret <= end and text[start:end].count('"') < 2 for start, end in quoted(before)):
        return None
    if (found := _OPENING.search(before)) is not None:
        return _named(found, caret, scene)
    return _speaking(before, caret, scene)


def _named(found: re.Match[str], caret: int, scene: Scene) -> Offers | None:
    typed = found[2] or ""
    kind = SIGILS[found[1]]
    index = {"office": scene.people, "institution": scene.institutions, "region": scene.regions}[kind]
    if typed != typed.rstrip() and not _goes_on(index, typed):
        return None
    words = tuple(fold(typed).split())
    names = index.starting(words)
    if words and not names and len(words) > 1:
        return None  # the name ended some words ago
    ranked = tuple(sorted(names, key=lambda one: not one.present))[:_MOST]
    if len(ranked) == 1 and fold(ranked[0].label) == fold(typed):
        return None
    return Offers(kind, found.start(1), caret, typed.strip(), ranked)


def _goes_on(index: Index, typed: str) -> bool:
    """Whether after a blank one still has to choose."""
    return len(index.find(tuple(fold(typed).split()))) > 1


def _speaking(before: str, caret: int, scene: Scene) -> Offers | None:
    """A line that begins with letters of somebody present may be about to name its speaker."""
    found = _SPEAKER.fullmatch(before)
    if found is None or len(found[1]) < _LETTERS_OF_A_SPEAKER:
        return None
    words = tuple(fold(found[1]).split())
    names = tuple(one for one in scene.seats.starting(words) if one.present)[:_MOST]
    return Offers("speaker", found.start(1), caret, found[1], names) if names else None
