"""What was found out about the signatures of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How what was signed stands to what is in the file now."""

    WHOLE = "utuh"
    EXTENDED = "ditambahi"  # only with what a signed file may be given: signatures, entries of fields
    ALTERED = "diubah sesudahnya"
    BROKEN = "berubah"  # the bytes signed are not those in the file
    UNREADABLE = "tidak terbaca"


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """One signature, as its certificate tells of itself.

    `serial` is the certificate's number in hexadecimal; `self_made` is one no issuer stands behind. `signed_at` is
    what the signer's computer said, or a time stamp where `is_stamped`; `in_force` tells whether the certificate
    was in force then, None where that is unknown. `weak` names a digest that can be forged. `since` names what was
    done to the file afterwards. A `is_time_stamp` is no person's signature but a time stamp over the whole file.
    """

    field: str
    state: State
    signer: str = ""
    organisation: str = ""
    issuer: str = ""
    serial: str = ""
    self_made: bool = False
    signed_at: datetime | None = None
    is_stamped: bool = False
    in_force: bool | None = None
    is_time_stamp: bool = False
    weak: str = ""
    since: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beginning:
    """An earlier state of the file, which later ones contain.

    `only_signed` tells whether it was signed since and nothing else; None where that cannot be judged.
    """

    sha256: str
    only_signed: bool | None


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """The signatures in the order of signing, the fields still empty, and the states before.

    `more` signatures were not looked at; `is_loose` tells of data of a signature that belong to no field.
    """

    signatures: tuple[FoundSignature, ...] = ()
    empty: tuple[str, ...] = ()
    beginnings: tuple[Beginning, ...] = ()
    more: int = 0
    is_loose: bool = False


def to_plain(report: SignatureReport) -> dict[str, Any]:
    """The report in JSON's own kinds."""
    plain = asdict(report)
    for one in plain["signatures"]:
        one["signed_at"] = one["signed_at"].isoformat() if one["signed_at"] else None
    return plain


def from_plain(plain: Mapping[str, Any]) -> SignatureReport:
    """The report again."""
    return SignatureReport(
        tuple(_signature(one) for one in plain["signatures"]),
        tuple(plain["empty"]),
        tuple(Beginning(**one) for one in plain["beginnings"]),
        plain["more"],
        plain["is_loose"],
    )


def _signature(plain: Mapping[str, Any]) -> FoundSignature:
    values = {field.name: plain[field.name] for field in fields(FoundSignature)}
    values["state"] = State(values["state"])
    values["since"] = tuple(values["since"])
    values["signed_at"] = datetime.fromisoformat(values["signed_at"]) if values["signed_at"] else None
    return FoundSignature(**values)
