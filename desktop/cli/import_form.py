"""`import form`: forms that came back, judged as the window judges them; only what is good is taken in."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any

from desktop.base.clock import today
from desktop.base.dates import medium_date, parse_date
from desktop.base.errors import InvalidInput
from desktop.base.files import atomic_write, replaceable
from desktop.base.numbers import grouped
from desktop.cli.commands import OpenWindow
from desktop.cli.faults import reading
from desktop.cli.office import opened
from desktop.cli.speech import letters, print_json
from desktop.exchange.sheets import Table
from desktop.models.header import refuse_data
from desktop.models.store import Store
from desktop.services.desk import Desk, user_name
from desktop.services.forms.judging import Correction, judge, judge_table
from desktop.services.forms.plan import CHANGED, CHECK, EMPTY, GOOD, SAME, VERDICTS, WRONG, JudgedForm, JudgedRow
from desktop.services.forms.rejected import rejected_form
from desktop.services.forms.taking import take_form
from desktop.worker.client import WorkerClient

_JSON = {GOOD: "good", CHANGED: "changed", CHECK: "doubtful", WRONG: "wrong", SAME: "same", EMPTY: "empty"}
_LEFT = (CHANGED, CHECK, WRONG)
_DECIDE = "Yang perlu diperiksa dan yang berubah diputuskan di jendela: Tindak Lanjut, Formulir, Terima formulir."


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Take in what is good: 0 nothing is left to decide or correct, 1 something is."""
    day = _day(options.as_of)
    if options.rejected is not None:
        refuse_data(replaceable(options.rejected))
    with reading(), WorkerClient() as worker:
        table = Table.from_bytes(worker.run("read-table", options.file.absolute()))
    with opened(options, "import", write=not options.dry_run) as store:
        forms = [_judged(store, one, day) for one in judge_table(store, table)]
        if not options.dry_run:
            for one in forms:
                if one.to_keep(one.suggested()):
                    take_form(Desk(store, user_name()), one, one.suggested())
    try:
        _write_rejected(options, forms)
    finally:  # what went in is told even where the rest could not be written
        if options.json:
            print_json([_as_json(one) for one in forms])
        else:
            _tell(forms, dry_run=options.dry_run)
    return 1 if any(one.problem or _left(one) for one in forms) else 0


def _day(typed: str | None) -> date | None:
    return None if typed is None else parse_date(letters(typed), today(), "as-of")


def _judged(store: Store, form: JudgedForm, day: date | None) -> JudgedForm:
    if day is None or form.record is None or form.returned is None:
        return form
    return judge(store, form.returned, Correction(as_of=day))


def _left(form: JudgedForm) -> list[JudgedRow]:
    return [row for row in form.rows if row.verdict in _LEFT and not row.keep]


def _write_rejected(options: argparse.Namespace, forms: list[JudgedForm]) -> None:
    """The bad rows of the form as one to be corrected. Raises InvalidInput for a file of several forms."""
    wrong = [one for one in forms if one.wrong()]
    if options.rejected is None or not wrong:
        return
    if len(wrong) > 1:
        raise InvalidInput(
            "rejected", "Berkas ini memuat lebih dari satu formulir.", "Simpan baris yang salah lewat jendela."
        )
    with WorkerClient() as worker:
        atomic_write(options.rejected, worker.run("form", rejected_form(wrong[0])))
    print(f"Baris yang perlu diperbaiki ditulis ke: {options.rejected}", file=sys.stderr)


def _tell(forms: list[JudgedForm], *, dry_run: bool) -> None:
    for one in forms:
        day = f", posisi data {medium_date(one.as_of)}" if one.as_of else ""
        who = ", ".join(filter(None, (one.filled_by, one.post)))
        print(f"{one.title}{day}" + (f", diisi {who}" if who else ""))
        for note in filter(None, (one.problem, *one.notes)):
            print(f"Perhatian: {note}")
        for row in one.rows:
            if row.verdict not in (SAME, EMPTY) or row.reasons:
                print(_line(row))
        kept, counts = len(one.to_keep(one.suggested())), one.counts()
        print(f"{'Akan diterima' if dry_run else 'Diterima'}: {grouped(kept)}")
        for verdict in (SAME, EMPTY):
            if counts[verdict]:
                print(f"{VERDICTS[verdict]}: {grouped(counts[verdict])}")
    if any(row.verdict != WRONG for one in forms for row in _left(one)):
        print(_DECIDE, file=sys.stderr)


def _line(row: JudgedRow) -> str:
    place = row.place if row.verdict == WRONG else ""
    said = row.understood.words
    text = " ".join(row.text.split())
    return " · ".join(
        filter(None, (f"No. {row.number or '–'}", VERDICTS[row.verdict], text, said, place, row.reason))
    )


def _as_json(form: JudgedForm) -> dict[str, Any]:
    counts = {_JSON[verdict]: count for verdict, count in form.counts().items()}
    return {
        "code": form.code or None, "form": form.title, "as_of": form.as_of, "filled_by": form.filled_by or None,
        "post": form.post or None, "problem": form.problem or None, "notes": list(form.notes),
        "kept": len(form.to_keep(form.suggested())), **counts, "rows": [_row_json(row) for row in form.rows],
    }  # fmt: skip


def _row_json(row: JudgedRow) -> dict[str, Any]:
    return {
        "number": row.number or None, "verdict": _JSON[row.verdict], "text": row.text,
        "answer": row.understood.words or None, "cell": row.place or None, "reason": row.reason or None,
    }  # fmt: skip
