"""Regions by the words people write for them in a sheet: `Tuban`, `Kab. Tuban`, `Wilker`, or the code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from desktop.base.folding import fold

_KINDS = ("kabupaten", "kota", "provinsi")
_SHORT = {"kabupaten": "kab", "provinsi": "prov"}
_AREA = "wilayah kerja"

T = TypeVar("T")


class RegionNames(Generic[T]):
    """Some regions, each to be found by its name, the name in short, the bare name and other words of its own."""

    def __init__(self, regions: Iterable[tuple[T, str]], codes: Iterable[tuple[T, str]] = ()) -> None:
        """`regions` with their names; `codes` are further words, each of one region."""
        self._found: dict[str, dict[T, None]] = {}
        for one, name in regions:
            for words in spellings(name):
                self._found.setdefault(words, {})[one] = None
        for one, code in codes:
            self._found.setdefault(fold(code), {})[one] = None

    def meant(self, words: str) -> list[T]:
        """The regions some words can mean: `Mojokerto` can be two, what nobody knows is none."""
        return list(self._found.get(fold(words), ()))


def spellings(name: str) -> set[str]:
    """What people call a region, folded: `Kabupaten Tuban` is also `kab tuban` and `tuban`."""
    whole = fold(name)
    if whole.startswith(f"{_AREA} "):
        return {whole, whole.replace(_AREA, "wilker", 1), _AREA, "wilker"}
    kind, _, bare = whole.partition(" ")
    if kind not in _KINDS or not bare:
        return {whole}
    return {whole, bare, f"{_SHORT.get(kind, kind)} {bare}"}
