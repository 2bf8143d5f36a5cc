"""What a form says when it goes out, and what is found in one that came back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.exchange.sheets.shapes import letter_of

STATUS, AMOUNT, NOTE, PROOF = "status", "amount", "note", "proof"
ANSWERS = (STATUS, AMOUNT, NOTE, PROOF)
"""The cells of a row that are to be filled in, in their order."""
NUMBER, TEXT, DUE, LAST, FAULT, MARK = "number", "text", "due", "last", "fault", "mark"
TITLES = {
    NUMBER: "No.",
    TEXT: "Uraian",
    DUE: "Batas waktu",
    LAST: "Status terakhir",
    STATUS: "Status sekarang",
    AMOUNT: "Capaian (jumlah/persen)",
    NOTE: "Keterangan",
    PROOF: "Bukti (sebutkan)",
    FAULT: "Yang perlu diperbaiki",
    MARK: "Kode baris",
}
"""The columns of a form in their order; `FAULT` stands only where something has to be corrected."""
AS_OF, FILLER, POST = "as_of", "filler", "post"
FIELDS = {AS_OF: "Posisi data per tanggal", FILLER: "Nama pengisi", POST: "Jabatan pengisi"}
"""What is asked once, below the rows."""
TO = "Untuk:"
CODE = "Kode formulir"


class Answer(NamedTuple):
    """What stands in the cells of one row that are to be filled in."""

    status: str = ""
    amount: str = ""
    note: str = ""
    proof: str = ""


NOTHING = Answer()


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a form; `fault` says what has to be corrected where it goes out a second time."""

    mark: str
    text: str
    due: str = ""
    last: str = ""
    answer: Answer = NOTHING
    fault: str = ""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A form: what it is, for whom, its rows, the words offered as status, and what stands below the rows."""

    title: str
    to: str
    code: str
    rows: tuple[FormRow, ...]
    states: tuple[str, ...]
    lines: tuple[str, ...] = ()
    filled: dict[str, str] = field(default_factory=dict)


class Cell(NamedTuple):
    """A cell that was found: its row and column as Excel counts, and its text."""

    row: int
    column: int
    text: str

    @property
    def place(self) -> str:
        """What Excel calls it: `E7`."""
        return f"{letter_of(self.column)}{self.row}"


NOWHERE = Cell(0, 0, "")


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row that came back: the number on its mark, what it says it is about, and what was filled in."""

    number: int
    mark: int | None
    counted: str
    text: str
    answer: Answer
    columns: dict[str, int] = field(default_factory=dict)

    def place(self, column: str) -> str:
        """What Excel calls the cell of this row in a column: `E7`."""
        index = self.columns.get(column)
        return f"baris {self.number}" if index is None else f"{letter_of(index)}{self.number}"


@dataclass(frozen=True, slots=True)
class Returned:
    """A form found in a file: its code, the sheet it stands on, its fields and rows.

    `missing` and `doubled` are the titles of columns nobody finds, or finds twice.
    """

    source: str
    sheet: str
    code: str
    to: str
    as_of: Cell
    filler: Cell
    post: Cell
    rows: tuple[ReturnedRow, ...]
    missing: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()


def row_mark(code: str, number: int) -> str:
    """The mark of a row: the code of its form, and its number there."""
    return f"{code}/{number}"
