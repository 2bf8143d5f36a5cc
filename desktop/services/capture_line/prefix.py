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
_WORD = re.compile(r"[ \t]*([^\s:\"“]+)")
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
    """The speaker before a line; an empty prefix where nobody at the table is named.

    Words after "a.n." that name no one office, or that were turned down, belong to the line.
    """
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
    start, end = found.start(1), found.end()
    part: Part = ("speaker", (start, end), name, named)
    if behalf:
        office = _office(behalf[0], scene, speaker)
        if office is not None and _behalf_key(behalf[0]) not in rejected:
            return Prefix(end, speaker, office, (part, ("behalf", (start, end), behalf[0], (office,))))
        end = start + len(name)
        return Prefix(end, speaker, None, (("speaker", (start, end), name, named),))
    if (opening := _BEHALF.match(text, end)) is not None:
        office, reach = _longest(text, opening.end(), scene, speaker)
        words = text[opening.end() : reach]
        if office is not None and _behalf_key(words) not in rejected:
            end = reach + (text[reach : reach + 1] in (":", ","))
            return Prefix(end, speaker, office, (part, ("behalf", (opening.start(), end), words, (office,))))
    return Prefix(end, speaker, None, (part,))


def _behalf_key(words: str) -> str:
    return f"behalf:{words.casefold()}"


def _present_first(named: tuple[Named, ...]) -> tuple[Named, ...]:
    return tuple(one for one in named if one.present) or named


def _longest(text: str, start: int, scene: Scene, speaker: Named | None) -> tuple[Named | None, int]:
    """The office meant by the longest run of words; who came for one may say just "kepala"."""
    best: tuple[Named | None, int] = (None, start)
    end = start
    for _ in range(_MOST_WORDS):
        found = _WORD.match(text, end)
        if found is None:
            break
        end = found.end() - len(found[1]) + len(found[1].rstrip(",.;"))
        if (office := _office(text[start:end], scene, speaker)) is not None:
            best = (office, end)
        if end != found.end():
            break
    return best


def _office(words: str, scene: Scene, speaker: Named | None) -> Named | None:
    """The one office these words name; of several the one the speaker came for."""
    found = scene.people.find(tuple(fold(words).split()))
    sent = scene.offices_sent_by.get(speaker.id) if speaker else None
    meant = [one for one in found if sent is not None and one.position_id == sent] or list(found)
    offices = [one for one in meant if one.position_id is not None]
    return offices[0] if len(offices) == 1 else None
