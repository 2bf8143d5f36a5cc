"""Forms that were read together, with what the office corrected in each and decided about its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from desktop.exchange.sheets import Table
from desktop.models.store import Store
from desktop.services.forms.judging import Correction, judge, judge_table
from desktop.services.forms.plan import KEEPABLE, JudgedForm, JudgedRow


class ReadForm:
    """One form of the batch. Its rows are taken in as suggested, unless decided otherwise."""

    def __init__(self, number: int, form: JudgedForm) -> None:
        self.id = UUID(int=number)
        self.form = form
        self.correction = Correction()
        self.decided: dict[int, bool] = {}

    def judge_again(self, store: Store) -> None:
        """See the form as the data are now."""
        if self.form.returned is not None:
            self.form = judge(store, self.form.returned, self.correction)

    def correct(self, store: Store, as_of: date | None, filled_by: str, post: str) -> None:
        """Take what the office knows better than the file; what is as in the file is not corrected."""
        form = self.form
        self.correction = replace(
            self.correction,
            as_of=self.correction.as_of if as_of == form.as_of else as_of,
            filled_by=self.correction.filled_by if filled_by == form.filled_by else filled_by,
            post=self.correction.post if post == form.post else post,
        )
        self.judge_again(store)

    def keeps(self, row: JudgedRow) -> bool:
        """Whether a row is about to be taken in."""
        return row.verdict in KEEPABLE and not self.form.problem and self.decided.get(row.number, row.keep)

    def chosen(self) -> frozenset[int]:
        """The numbers of the rows about to be taken in."""
        return frozenset(row.number for row in self.form.rows if self.keeps(row))

    def decide(self, rows: Sequence[JudgedRow], *, keep: bool) -> None:
        """Take these rows in, or leave them out; what cannot be taken in stays out."""
        for row in rows:
            if row.verdict in KEEPABLE:
                self.decided[row.number] = keep


def read_forms(store: Store, tables: Sequence[Table]) -> list[ReadForm]:
    """The forms of these files in their order."""
    judged = [form for table in tables for form in judge_table(store, table)]
    return [ReadForm(number, form) for number, form in enumerate(judged, 1)]
