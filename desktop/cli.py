"""The console: what the window does, without a screen, for the office's IT staff and for tests.

Messages are Indonesian. Exit code 0: done; 1: failed, with the reason in one line and what to do; 2: wrong usage.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.base.errors import AppError, DataTrouble, InvalidInput
from desktop.base.lock import FolderLock
from desktop.base.paths import default_data_folder
from desktop.base.screen import no_screen
from desktop.cli_arguments import parse

OpenWindow = Callable[[list[str]], int]
Run = Callable[[argparse.Namespace, OpenWindow], int]


def main(arguments: list[str], open_window: OpenWindow) -> int:
    """Run one command; without a command the window opens."""
    _speak_utf8()
    logging.getLogger("desktop").addHandler(logging.NullHandler())  # notes are for the log, not for the console
    try:
        options = parse(arguments)
        if options.command is None:
            return open_window(arguments)
        code = _COMMANDS[options.command](options, open_window)
        if sys.stdout is not None:
            sys.stdout.flush()
    except AppError as fault:
        return _failed(fault)
    except BrokenPipeError:  # whoever read the list has seen enough
        sys.stdout = None  # or Python would try to say the rest on leaving
        return 0
    except OSError as error:
        from desktop.base.files import file_trouble

        return _failed(file_trouble(error, Path(str(error.filename or "Rakor"))))
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
        return 1
    return code


def _failed(fault: AppError) -> int:
    print(f"Gagal: {fault.message}", file=sys.stderr)
    if fault.advice:
        print(fault.advice, file=sys.stderr)
    return 1


def _demo(options: argparse.Namespace, open_window: OpenWindow) -> int:
    from desktop.models import opening
    from desktop.services import example
    from desktop.services.desk import user_name

    folder: Path = (options.folder or Path(example.FOLDER)).absolute()
    example.require_usable(folder)
    with FolderLock(folder, "demo"):
        store = example.open_example(folder, user_name())
        try:
            written = example.print_papers(store, folder / "documents", _render)
        finally:
            opening.close(store)
    print(f"Kantor contoh: {folder}")
    for path in written:
        print(f"Dicetak: {path}")
    if options.no_window:
        return 0
    missing = no_screen()
    if missing:
        print(f"Jendela tidak dibuka: {missing}")
        return 0
    return open_window(["--data", str(folder)])


def _list(options: argparse.Namespace, _: OpenWindow) -> int:
    from desktop.services import reports

    with _store(options, "list") as store:
        rows = reports.REPORTS[options.what](store)
    if options.json:
        _print_json(rows)
        return 0
    if not rows:
        print("Belum ada isian.")
    for row in rows:
        print(reports.line(options.what, row))
    return 0


def _print(options: argparse.Namespace, _: OpenWindow) -> int:
    from desktop.base.files import atomic_write, replaceable
    from desktop.models import header
    from desktop.services import office_paper, papers, reports

    with _store(options, "print") as store:
        meeting = reports.find_meeting(store, _letters(options.meeting))
        paper = papers.PAPERS[options.paper]
        target = options.output or Path(papers.paper_file_name(store, options.paper, meeting))
        header.refuse_data(replaceable(target))
        content, profile = paper.gather(store, meeting), office_paper.paper_profile(store)
    atomic_write(target, _render(paper.job, content, profile))
    print(f"Dicetak: {target}")
    return 0


def _import(options: argparse.Namespace, _: OpenWindow) -> int:
    from desktop.base.files import read_bytes
    from desktop.exchange.meeting_file import LARGEST, read_meeting
    from desktop.services.desk import Desk, user_name
    from desktop.services.meeting_import import import_meeting

    try:
        file = read_meeting(read_bytes(options.file, LARGEST + 1))
        with _store(options, "import", write=True) as store:
            result = import_meeting(Desk(store, user_name()), file, dry_run=options.dry_run)
    except InvalidInput as fault:
        if not options.json:
            raise
        wrong = {"row": None, "verdict": "wrong", "name": None, "column": fault.field, "reason": fault.message}
        _print_json({"new": 0, "same": 0, "similar": 0, "wrong": 1, "rows": [wrong]})
        return 1
    if options.json:
        _print_json(_import_report(result))
        return 0
    print(f"{'Akan ditambahkan' if options.dry_run else 'Ditambahkan'}: {result.count('baru')}")
    print(f"Sudah ada: {result.count('sama')}")
    return 0


def _import_report(result: Any) -> dict[str, Any]:
    verdicts = {"baru": "new", "sama": "same"}
    rows = [
        {"row": number, "verdict": verdicts[row.verdict], "name": row.name, "position": None, "institution": None,
         "column": row.what, "reason": None}
        for number, row in enumerate(result.rows, start=1)
    ]  # fmt: skip
    return {"new": result.count("baru"), "same": result.count("sama"), "similar": 0, "wrong": 0, "rows": rows}


def _check(options: argparse.Namespace, _: OpenWindow) -> int:
    from desktop.models import integrity

    with _store(options, "check") as store:
        problems = [problem.message for problem in integrity.check(store)]
    if options.json:
        _print_json({"ok": not problems, "problems": problems})
    elif problems:
        print("\n".join(problems))
        print("Pulihkan cadangan terakhir dengan: main.py restore BERKAS", file=sys.stderr)
    else:
        print("Data utuh.")
    return 1 if problems else 0


def _backup(options: argparse.Namespace, _: OpenWindow) -> int:
    from desktop.models import backup, header, opening

    _refuse_server(options)
    database = opening.database_file(_folder(options))
    header.schema_of(database)
    made = backup.make(database, options.file)
    if made is None:
        print("Tidak ada perubahan sejak cadangan terakhir.")
        return 0
    print(f"Cadangan: {made.path} ({made.meetings} rapat)")
    return 0


def _restore(options: argparse.Namespace, _: OpenWindow) -> int:
    from desktop.models import backup, opening

    _refuse_server(options)
    folder = _folder(options)
    with FolderLock(folder, "restore"):
        kept = backup.restore(options.file, opening.database_file(folder))
        opening.close(opening.open_folder(folder))
    print(f"Dipulihkan dari: {options.file}")
    if kept is not None:
        print(f"Data sebelumnya disimpan di: {kept}")
    return 0


def _screenshots(options: argparse.Namespace, _: OpenWindow) -> int:
    from desktop.ui.screenshots import take_screenshots

    for path in take_screenshots(options.folder, size=options.size, themes=options.theme, scale=options.scale):
        print(path)
    return 0


@contextmanager
def _store(options: argparse.Namespace, purpose: str, *, write: bool = False) -> Iterator[Any]:
    """The data the options name, open; reading leaves it untouched, writing takes a folder's lock."""
    from desktop.models import backup, opening, seeds

    if options.database:
        store = opening.open_server(options.database, found=seeds.found_office, read_only=not write)
        try:
            yield store
        finally:
            opening.close(store)
        return
    folder = _folder(options)
    if not write:
        store = opening.open_folder(folder, read_only=True)
        try:
            yield store
        finally:
            opening.close(store)
        return
    with FolderLock(folder, purpose):
        store = opening.open_folder(folder, found=seeds.found_office, before_migrating=backup.make)
        try:
            yield store
        finally:
            opening.close(store)


def _refuse_server(options: argparse.Namespace) -> None:
    """A copy is of a folder; taken for one of the server, it would be missed when it is needed."""
    if options.database:
        raise DataTrouble(
            "Cadangan Rakor hanya untuk folder data, bukan untuk server.",
            "Minta pengelola server membuat cadangannya.",
        )


def _folder(options: argparse.Namespace) -> Path:
    return (options.data or default_data_folder()).absolute()


def _render(job: str, content: Any, profile: Any) -> bytes:
    """Make a paper here and now: a command has no window to keep alive."""
    from importlib import import_module

    made: bytes = import_module(f"desktop.documents.{job.replace('-', '_')}").render(content, profile)
    return made


def _letters(words: str) -> str:
    """Words of the command line without bytes that are no letters; no database takes those."""
    return words.encode(errors="replace").decode()


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def _speak_utf8() -> None:
    """Names such as Łódź must not break a console with an old code page."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


_COMMANDS: dict[str, Run] = {
    "demo": _demo,
    "list": _list,
    "print": _print,
    "import": _import,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "screenshots": _screenshots,
}
