"""What a certificate says of whoever it was given to; a foreign text, shown as plain words only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

_LONGEST = 120  # letters of a name
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Told:
    """Names as the certificate has them; `serial` in hexadecimal."""

    subject: str
    organisation: str
    issuer: str
    serial: str
    self_made: bool
    valid_from: datetime
    valid_until: datetime

    def in_force(self, moment: datetime | None) -> bool | None:
        """Whether the certificate was in force at a moment, by its own dates; None where the moment is unknown."""
        if moment is None:
            return None
        instant = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return self.valid_from <= instant <= self.valid_until


def told_of(certificate: Any) -> Told:
    """What asn1crypto's certificate says."""
    subject, issuer = certificate.subject, certificate.issuer
    return Told(
        _name(subject.native),
        shown(_first(subject.native, ("organization_name", "organizational_unit_name"))),
        _name(issuer.native),
        f"{certificate.serial_number:x}",
        subject == issuer,
        certificate.not_valid_before,
        certificate.not_valid_after,
    )


def shown(text: str) -> str:
    """A foreign text on one line, without letters nobody sees."""
    kept = "".join(one if unicodedata.category(one) not in _INVISIBLE else " " for one in text)
    words = " ".join(unicodedata.normalize("NFC", kept).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _name(parts: Mapping[str, Any]) -> str:
    return shown(_first(parts, ("common_name", "organization_name", *parts)))


def _first(parts: Mapping[str, Any], kinds: Iterable[str]) -> str:
    for kind in kinds:
        if value := parts.get(kind):
            return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return ""
