"""Reads a guest from one line: `nama, jabatan, instansi`. The commas of academic titles belong to the name.

A question mark in place of the name stands for a signature nobody can read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# S.H., M.Si., S.STP., Ph.D., A.Md.Keb., Sp.PD
_DOTTED = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.\s?)+[A-Za-z]{0,5}\.?")
_UNREADABLE = "?"
_PLAIN = frozenset(
    {"SH", "SE", "ST", "SIP", "SKM", "SSTP", "SSos", "SPd", "MH", "MM", "MT", "MSi", "MAP", "MPd", "MKes", "PhD"}
)


class Guest(NamedTuple):
    """Somebody whom nobody invited; what is not known is empty."""

    name: str
    title: str
    institution: str

    @property
    def unreadable(self) -> bool:
        """Whether they signed, but nobody can read the name."""
        return self.name == _UNREADABLE

    @property
    def known_name(self) -> str:
        """The name, empty where nobody can read it."""
        return "" if self.unreadable else self.name

    @property
    def words(self) -> str:
        """The guest as understood: `Budi Santoso, S.H. · Kepala Seksi · Dinas Perhubungan`."""
        return " · ".join(filter(None, (self.known_name, self.title, self.institution)))


def read_guest(line: str) -> Guest:
    """The guest a line means; a fourth part and those after it belong to the institution."""
    parts = [part.strip() for part in line.split(",")]
    name = parts.pop(0)
    while parts and is_degree(parts[0]):
        name += f", {parts.pop(0)}"
    parts = [part for part in parts if part]
    title = parts[0] if parts else ""
    return Guest(name.strip(), title, ", ".join(parts[1:]))


def is_degree(part: str) -> bool:
    """Whether a part between commas is an academic title: `S.H.`, `M.Si`, `MM`."""
    return bool(_DOTTED.fullmatch(part)) or part in _PLAIN
