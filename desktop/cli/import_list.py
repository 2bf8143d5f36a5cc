"""`import people`, `institutions`, `participants`, `agenda` and `attendance`: lists judged as the window does.

Only what is clear is kept: rows that are new. Rows like something known wait until it is said what they are, wrong
ones until they are corrected.
"""

from __future__ import annotations

import argparse
import sys

from desktop.base.errors import InvalidInput
from desktop.base.files import atomic_write, replaceable
from desktop.cli.commands import OpenWindow
from desktop.cli.import_source import Source, read_source
from desktop.cli.import_told import Judged, tell
from desktop.cli.office import opened
from desktop.cli.speech import letters, print_json
from desktop.exchange.sheets import body
from desktop.models.header import refuse_data
from desktop.models.store import Store
from desktop.services.desk import Desk, user_name
from desktop.services.imports.applying import apply
from desktop.services.imports.entries import entries
from desktop.services.imports.mapping import propose
from desktop.services.imports.plan import ALIKE, MAKE, SKIP, USE, Decision, Plan
from desktop.services.imports.planning import Base, make_plan, read_base
from desktop.services.imports.rejected import rejected_bytes
from desktop.services.imports.targets import TARGETS
from desktop.services.reports import find_meeting


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Judge every row, keep those that are clear, and tell what is left: 0 nothing, 1 some rows."""
    _refuse_target(options)
    source = read_source(options)
    with opened(options, "import", write=not options.dry_run) as store:
        base, judged = _judge(store, options, source)
        if not options.dry_run:
            apply(Desk(store, user_name()), base, judged.plan, judged.decisions)
    try:
        if options.rejected and judged.left:
            rejected = rejected_bytes(judged.source.header, judged.left, judged.mapping.refused)
            atomic_write(options.rejected, rejected)
            print(f"Baris yang tidak masuk ditulis ke: {options.rejected}", file=sys.stderr)
    finally:  # what went in is told even where the rest could not be written
        if options.json:
            print_json(judged.as_json())
        else:
            tell(judged, dry_run=options.dry_run)
    return 1 if judged.left else 0


def _judge(store: Store, options: argparse.Namespace, source: Source) -> tuple[Base, Judged]:
    target = TARGETS[options.what]
    meeting = find_meeting(store, letters(options.meeting)) if target.of_meeting else None
    mapping = propose(store, target, source.sheet, source.header)
    source.require(target, set(mapping.fields.values()))
    base = read_base(store, target, meeting)
    plan = make_plan(base, target, entries(target, body(source.sheet, source.header), mapping.fields))
    return base, Judged(target, source, mapping, plan, _decisions(plan, options.similar))


def _decisions(plan: Plan, similar: str | None) -> dict[int, Decision]:
    """What is done with each row that is like something known."""
    decided = {}
    for row in plan.rows:
        if row.verdict == ALIKE:
            same = USE if row.suggested == MAKE else row.suggested
            decided[row.number] = Decision({"same": same, "new": MAKE}.get(similar or "", SKIP))
    return decided


def _refuse_target(options: argparse.Namespace) -> None:
    if options.rejected is None:
        return
    target = replaceable(options.rejected)
    refuse_data(target)
    if target == replaceable(options.file):
        raise InvalidInput(
            "rejected", f"“{options.rejected.name}” adalah daftar yang diimpor.", "Pilih nama berkas lain."
        )
