"""What became of a form that came back: a verdict on each row before anything is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.exchange.forms import Returned, ReturnedRow
from desktop.models.queries.forms import FormRecord
from desktop.services.forms.answers import Fault, Understood
from desktop.services.forms.content import AskedRow, FormContent

GOOD, CHANGED, CHECK, WRONG, SAME, EMPTY = "baik", "berubah", "periksa", "salah", "sama", "kosong"
VERDICTS = {
    GOOD: "Baik",
    CHANGED: "Berubah",
    CHECK: "Periksa",
    WRONG: "Salah",
    SAME: "Sudah diterima",
    EMPTY: "Tidak diisi",
}
KEEPABLE = (GOOD, CHANGED, CHECK)
"""What can be taken in; of these the good are, unless the user says otherwise, the others when the user does."""


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """One row with its verdict; `asked` is None for one that is none of the form's, `row` for one not in the file.

    `reasons` are what is wrong, doubtful or worth knowing. `keep` says whether it is taken in unless decided
    otherwise.
    """

    verdict: str
    asked: AskedRow | None
    row: ReturnedRow | None
    understood: Understood
    reasons: tuple[Fault, ...] = ()
    keep: bool = False

    @property
    def number(self) -> int:
        """Its number on the form; 0 for a row that is none of the form's."""
        return self.asked.number if self.asked else 0

    @property
    def text(self) -> str:
        """What it is about."""
        return self.asked.text if self.asked else self.row.text if self.row else ""

    @property
    def reason(self) -> str:
        """What is to be said of it, with what to do."""
        return " ".join(filter(None, (part for one in self.reasons for part in (one.reason, one.remedy))))

    @property
    def place(self) -> str:
        """Where in the file the first reason lies: `F7`; its row where it is about the whole of it."""
        if self.row is None:
            return ""
        return self.row.place(self.reasons[0].column if self.reasons else "")


@dataclass(frozen=True, slots=True)
class JudgedForm:
    """A form that came back. With `problem` nothing of it can be taken in; `notes` are worth knowing."""

    source: str
    code: str = ""
    returned: Returned | None = None
    record: FormRecord | None = None
    content: FormContent | None = None
    as_of: date | None = None
    filled_by: str = ""
    post: str = ""
    problem: str = ""
    notes: tuple[str, ...] = ()
    rows: tuple[JudgedRow, ...] = field(default=())

    @property
    def title(self) -> str:
        """What it is: its title and for whom; the file's name where that is not known."""
        return f"{self.content.title} – {self.content.to}" if self.content else self.source

    def counts(self) -> dict[str, int]:
        """How many rows of each verdict."""
        counted = Counter(row.verdict for row in self.rows)
        return {verdict: counted[verdict] for verdict in VERDICTS}

    def suggested(self) -> frozenset[int]:
        """The numbers of the rows that are taken in unless the user says otherwise."""
        return frozenset(row.number for row in self.rows if row.keep)

    def to_keep(self, chosen: Collection[int]) -> list[JudgedRow]:
        """The rows with these numbers that can be taken in; none while there is a problem."""
        if self.problem:
            return []
        return [row for row in self.rows if row.number in chosen and row.verdict in KEEPABLE]

    def wrong(self) -> list[JudgedRow]:
        """The rows to be corrected that are the form's."""
        return [row for row in self.rows if row.verdict == WRONG and row.asked is not None]


def told(forms: Sequence[JudgedForm]) -> dict[str, int]:
    """How many rows of each verdict in all forms together."""
    return {verdict: sum(form.counts()[verdict] for form in forms) for verdict in VERDICTS}
