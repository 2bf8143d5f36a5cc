"""The changes that many follow-ups can take at once: each says whom it fits, and what it writes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.base.errors import InvalidInput
from desktop.models.journal import Write
from desktop.models.queries.commitment_parts import FollowUp, Part
from desktop.models.tables import Commitment
from desktop.models.words import COMMITMENT_STATES, DUE_SOURCES, PROMISED_DUE
from desktop.services import rules
from desktop.services.addressee_states import set_by_hand
from desktop.services.commitments import concern_institution, concern_region
from desktop.services.progress import keep_report

_NOBODY = "belum ada penanggung jawab"


class BulkChange(ABC):
    """One change, as it is made to each of many follow-ups."""

    __slots__ = ()

    def check(self) -> None:  # noqa: B027 - most fit as they are
        """Raise InvalidInput when it cannot be made to any."""

    @abstractmethod
    def refusal(self, one: FollowUp) -> str:
        """Why a follow-up cannot take it; "" where it can."""

    def parts(self, one: FollowUp) -> tuple[Part, ...]:  # noqa: ARG002 - most are about the whole
        """The addressees it touches."""
        return ()

    @abstractmethod
    def apply(self, write: Write, taking: Sequence[FollowUp]) -> None:
        """Make it to those that can take it, inside an open transaction."""

    @abstractmethod
    def words(self) -> str:
        """What it does, to go on after "12 tindak lanjut"."""


@dataclass(frozen=True, slots=True)
class SetState(BulkChange):
    """Every addressee is that far, since a day (else today)."""

    state: str
    on: date | None = None

    def check(self) -> None:
        given = {"state": self.state}
        rules.required(given, "state", "Status")
        rules.one_of(given, "state", COMMITMENT_STATES, "Status")

    def refusal(self, one: FollowUp) -> str:
        if not one.parts:
            return _NOBODY
        return "" if self.parts(one) else "statusnya sudah itu"

    def parts(self, one: FollowUp) -> tuple[Part, ...]:
        return tuple(part for part in one.parts if part.state != self.state)

    def apply(self, write: Write, taking: Sequence[FollowUp]) -> None:
        set_by_hand(write, [part.id for one in taking for part in self.parts(one)], self.state, self.on)

    def words(self) -> str:
        return f"menjadi “{COMMITMENT_STATES[self.state]}”"


@dataclass(frozen=True, slots=True)
class SetDue(BulkChange):
    """Another day, and whose day it is. A promised one is moved by a report that tells why."""

    due_date: date | None
    due_source: str | None
    reason: str | None = None

    def check(self) -> None:
        given = {"due_date": self.due_date, "due_source": self.due_source}
        rules.required(given, "due_date", "Batas waktu")
        rules.required(given, "due_source", "Sumber batas waktu")
        rules.one_of(given, "due_source", DUE_SOURCES, "Sumber batas waktu")

    def refusal(self, one: FollowUp) -> str:
        if (one.due_date, one.due_source) == (self.due_date, self.due_source):
            return "batas waktunya sudah itu"
        if self._moves_promise(one) and not one.parts:
            return f"{_NOBODY}, jadi alasannya tidak dapat dicatat"
        return ""

    def apply(self, write: Write, taking: Sequence[FollowUp]) -> None:
        for one in taking:
            self._move(write, one)

    def _move(self, write: Write, one: FollowUp) -> None:
        if self._moves_promise(one):
            if not (self.reason or "").strip():
                raise InvalidInput(
                    "reason", "Alasan perubahan batas waktu belum diisi.",
                    "Tulis alasannya: ada batas waktu yang sudah disepakati di antara yang dipilih.",
                )  # fmt: skip
            keep_report(
                write, one.parts[0].id, on=today(), channel="lainnya", due_date=self.due_date,
                due_reason=self.reason, institution_id=None,
            )  # fmt: skip
        write.update(Commitment, one.id, due_date=self.due_date, due_source=self.due_source, due_note=None)

    def words(self) -> str:
        day = medium_date(self.due_date) if self.due_date else ""
        return f"dengan batas waktu {day} ({DUE_SOURCES[self.due_source or ''].lower()})"

    def _moves_promise(self, one: FollowUp) -> bool:
        promised = one.due_date is not None and one.due_source in PROMISED_DUE
        return promised and one.due_date != self.due_date


@dataclass(frozen=True, slots=True)
class AddRegion(BulkChange):
    """They also concern a region."""

    region: UUID
    name: str

    def refusal(self, one: FollowUp) -> str:
        return "wilayah itu sudah tercatat" if self.region in one.concerns else ""

    def apply(self, write: Write, taking: Sequence[FollowUp]) -> None:
        for one in taking:
            concern_region(write, one.id, self.region)

    def words(self) -> str:
        return f"ditambah wilayah {self.name}"


@dataclass(frozen=True, slots=True)
class AddInstitution(BulkChange):
    """They also concern an institution that does not have to do them."""

    institution: UUID
    name: str

    def refusal(self, one: FollowUp) -> str:
        if any(part.institution_id == self.institution for part in one.parts):
            return "instansi itu penanggung jawabnya"
        return "instansi itu sudah tercatat" if self.institution in one.concerns else ""

    def apply(self, write: Write, taking: Sequence[FollowUp]) -> None:
        for one in taking:
            concern_institution(write, one.id, self.institution)

    def words(self) -> str:
        return f"ditambah instansi terkait {self.name}"


@dataclass(frozen=True, slots=True)
class Escalate(BulkChange):
    """Perlu arahan pimpinan: the head's word is wanted, and on what."""

    question: str

    def check(self) -> None:
        rules.required(rules.cleaned({"question": self.question}), "question", "Yang ditanyakan")

    def refusal(self, one: FollowUp) -> str:
        if one.escalated_on is not None and one.directed_on is None:
            return "sudah menunggu arahan pimpinan"
        return "" if one.unfinished else "sudah selesai"

    def apply(self, write: Write, taking: Sequence[FollowUp]) -> None:
        asked = rules.cleaned({"escalation": self.question})
        for one in taking:
            write.update(Commitment, one.id, escalated_on=today(), directed_on=None, direction=None, **asked)

    def words(self) -> str:
        return "menunggu arahan pimpinan"
