"""`list` and `print`: what the office knows, as lines, as JSON, or on paper."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.base.errors import InvalidInput
from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.register import note
from desktop.cli.speech import letters, print_json

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.models.store import Store
    from desktop.services.desk import Desk


_ITEMS = "butir"


def show(options: argparse.Namespace, _: OpenWindow) -> int:
    """List meetings, follow-ups or readiness."""
    from desktop.services import reports

    if options.by != _ITEMS and options.what != "readiness":
        raise InvalidInput("by", "--by hanya untuk readiness.", "Tulis misalnya list readiness --by wilayah.")
    what = options.what if options.by == _ITEMS else reports.MATRIX
    with opened(options, "list") as store:
        rows = (
            reports.REPORTS[what](store)
            if what in reports.REPORTS
            else reports.readiness_matrix(store, options.by)
        )
    if options.json:
        print_json(rows)
        return 0
    if not rows:
        print("Belum ada isian.")
    for row in rows:
        print(reports.line(what, row))
    return 0


def print_paper(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write a paper of a meeting as PDF, or one of each value of what parts it, such as its institutions."""
    from desktop.base.files import atomic_write, replaceable
    from desktop.models import header
    from desktop.services import reports
    from desktop.services.issued import note_issued
    from desktop.services.papers import catalogue

    kind, paper = options.paper, catalogue.PAPERS[options.paper]
    with opened(options, "print") as store:
        meeting = reports.find_meeting(store, letters(options.meeting))
        chosen = catalogue.chosen_by_words(store, kind, meeting, _typed(options))
        wanted = _each(catalogue, store, kind, meeting, chosen) if options.all else [chosen]
        profile, made = catalogue.printed_profile(store, kind, meeting), []
        for one in wanted:
            words = catalogue.chosen_words(store, kind, meeting, one)
            name = catalogue.paper_file_name(store, kind, meeting, detail=words)
            target = (options.output or Path()) / name if options.all else options.output or Path(name)
            header.refuse_data(replaceable(target))
            made.append((target, paper.gather(store, meeting, **one), one.get("institution")))
    if options.all and options.output:
        options.output.mkdir(parents=True, exist_ok=True)
    written: list[Callable[[Desk], object]] = []
    try:
        for target, content, institution in made:
            pdf = render(paper.job, content, profile)
            atomic_write(target, pdf, keep_finished=False)
            print(f"Dicetak: {target}")
            tell_codes(content, profile)
            written.append(
                partial(
                    note_issued, kind=kind, title=paper.name, way="simpan", pdf=pdf, meeting=meeting,
                    file_name=target.name, institution=institution,
                )
            )  # fmt: skip
    finally:  # also of those that were written before one could not be
        if written:
            note(options, lambda desk: [one(desk) for one in written])
    return 0


def _typed(options: argparse.Namespace) -> dict[str, str]:
    """What was chosen on the command line, by key."""
    typed = {}
    for words in options.choose or ():
        key, equals, value = letters(words).partition("=")
        if not (key.strip() and equals and value.strip()):
            raise InvalidInput("choose", f"“{words}” bukan KUNCI=NILAI.", "Tulis misalnya --choose order=wilayah.")
        typed[key.strip()] = value.strip()
    if options.institution:
        typed["institution"] = letters(options.institution)
    return typed


def _each(catalogue: Any, store: Store, kind: str, meeting: UUID, chosen: dict[str, Any]) -> list[dict[str, Any]]:
    """One choice for each value of the option that parts the paper."""
    parting = next((one for one in catalogue.PAPERS[kind].options if one.parts), None)
    if parting is None:
        raise InvalidInput("all", f"{catalogue.PAPERS[kind].name} hanya satu untuk satu rapat.", "Hapus --all.")
    found = [{**chosen, parting.key: value} for value, _ in parting.choices(store, meeting)]
    if not found:
        catalogue.PAPERS[kind].gather(store, meeting)  # tells why there is none
    return found


def tell_codes(content: Any, profile: Any) -> None:
    """Say which letters print as codes, because no font has them."""
    from desktop.documents.without_glyph import without_glyph
    from desktop.services.papers.glyphs import characters_told

    if lacking := without_glyph(content, profile):
        letters = characters_told(lacking)
        print(f"Huruf yang tidak ada pada fon dan tercetak sebagai kode: {letters}", file=sys.stderr)


def render(job: str, content: Any, profile: Any) -> bytes:
    """Make a paper here and now: a command has no window to keep alive."""
    from importlib import import_module

    made: bytes = import_module(f"desktop.documents.{job.replace('-', '_')}").render(content, profile)
    return made
