"""`yudi:` or `kpu jatim:` before a line: who speaks; `a.n. kepala` after it: on whose behalf.

A colon elsewhere is text, and so is one after words that name nobody at the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from desktop.base.folding import fold
from desktop.services.capture_line.names import Named
from desktop.services.capture_line.scene import Scene

_SPEAKER = re.compile(r"\s*([^\s:\"“@#!*+][^:\n\"“]{0,79}?)\s*:(?=\s|$)")
_BEHALF = re.compile(r"\s*a\.?\s?n\.?\s+", re.IGNORECASE)
_BEHALF_WITHIN = re.compile(r"\s+a\.?\s?n\.?\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\s:]+")
_MOST_WORDS = 8

Part = tuple[Literal["speaker", "behalf"], tuple[int, int], str, tuple[Named, ...]]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Who speaks and for whom, with the span of each; `end` is where the line proper begins."""

    end: int = 0
    speaker: Named | None = None
    behalf: Named | None = None
    parts: tuple[Part, ...] = ()


def read_prefix(text: str, scene: Scene, rejected: frozenset[str], chosen: Mapping[str, UUID]) -> Prefix:
    """The speaker before a line; an empty prefix where nobody at the table is named."""
    found = _SPEAKER.match(text)
    if found is None:
        return Prefix()
    name, *behalf = _BEHALF_WITHIN.split(found[1], maxsplit=1)
    named = _present_first(scene.seats.find(tuple(fold(name).split())))
    key = f"speaker:{name.casefold()}"
    if not named or key in rejected:
        return Prefix()
    named = tuple(one for one in named if one.id == chosen.get(key)) or named
    speaker = named[0] if len(named) == 1 else None
    parts: list[Part] = [("speaker", (found.start(1), found.end()), name, named)]
    end, office = found.end(), None
    if behalf:
        office = _office(behalf[0], scene, speaker)
        if office is not None:
            parts.append(("behalf", (found.start(1), found.end()), behalf[0], (office,)))
    elif (opening := _BEHALF.match(text, end)) is not None:
        office, reach = _longest(text, opening.end(), scene, speaker)
        if office is not None:
            parts.append(("behalf", (opening.start(), reach), text[opening.end() : reach], (office,)))
            end = reach + (text[reach : reach + 1] in (":", ","))
    return Prefix(end, speaker, office, tuple(parts))


def _present_first(named: tuple[Named, ...]) -> tuple[Named, ...]:
    return tuple(one for one in named if one.present) or named


def _longest(text: str, start: int, scene: Scene, speaker: Named | None) -> tuple[Named | None, int]:
    """The office meant by the longest run of words; who came for one may say just "kepala"."""
    best: tuple[Named | None, int] = (None, start)
    end, words = start, ""
    for found in list(_WORD.finditer(text, start))[:_MOST_WORDS]:
        words, end = f"{words} {found[0]}", found.start() + len(found[0].rstrip(",.;"))
        if (office := _office(words, scene, speaker)) is not None:
            best = (office, end)
        if end != found.end() or text[found.end() : found.end() + 1] == ":":
            break
    return best


def _office(words: str, scene: Scene, speaker: Named | None) -> Named | None:
    """The one office these words name; of several the one the speaker came for."""
    found = scene.people.find(tuple(fold(words).split()))
    sent = scene.offices_sent_by.get(speaker.id) if speaker else None
    meant = [one for one in found if sent is not None and one.position_id == sent] or list(found)
    offices = [one for one in meant if one.position_id is not None]
    return offices[0] if len(offices) == 1 else None
