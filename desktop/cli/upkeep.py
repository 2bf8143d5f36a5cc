"""`check`, `backup` and `restore`: the data kept whole."""

from __future__ import annotations

import argparse
import sys

from desktop.base.lock import FolderLock
from desktop.cli.commands import OpenWindow
from desktop.cli.office import folder_of, opened, refuse_server
from desktop.cli.speech import print_json
from desktop.models import backup as copies
from desktop.models import header, integrity, opening


def check(options: argparse.Namespace, _: OpenWindow) -> int:
    """Say whether the data is whole, or what is not."""
    with opened(options, "check") as store:
        problems = [problem.message for problem in integrity.check(store)]
    if options.json:
        print_json({"ok": not problems, "problems": problems})
    elif problems:
        print("\n".join(problems))
        print("Pulihkan cadangan terakhir dengan: main.py restore BERKAS", file=sys.stderr)
    else:
        print("Data utuh.")
    return 1 if problems else 0


def backup(options: argparse.Namespace, _: OpenWindow) -> int:
    """Make a verified copy."""
    refuse_server(options)
    database = opening.database_file(folder_of(options))
    header.schema_of(database)
    made = copies.make(database, options.file)
    if made is None:
        print("Tidak ada perubahan sejak cadangan terakhir.")
        return 0
    print(f"Cadangan: {made.path} ({made.meetings} rapat)")
    return 0


def restore(options: argparse.Namespace, _: OpenWindow) -> int:
    """Put a copy in the place of the data, which is kept beside it."""
    refuse_server(options)
    folder = folder_of(options)
    with FolderLock(folder, "restore"):
        kept = copies.restore(options.file, opening.database_file(folder))
        opening.close(opening.open_folder(folder))
    print(f"Dipulihkan dari: {options.file}")
    if kept is not None:
        print(f"Data sebelumnya disimpan di: {kept}")
    return 0
