"""`import meeting`: one meeting from a JSON file, once."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.base.errors import InvalidInput
from desktop.base.files import read_bytes
from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.speech import print_json
from desktop.exchange.meeting_file import LARGEST, read_meeting
from desktop.services.desk import Desk, user_name
from desktop.services.meeting_import import ImportResult, import_meeting

_VERDICTS = {"baru": "new", "sama": "same"}


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Take the meeting in, or say what would happen."""
    try:
        file = read_meeting(read_bytes(options.file, LARGEST + 1))
        with opened(options, "import", write=True) as store:
            result = import_meeting(Desk(store, user_name()), file, dry_run=options.dry_run)
    except InvalidInput as fault:
        if not options.json:
            raise
        wrong = {"row": None, "verdict": "wrong", "name": None, "column": fault.field, "reason": fault.message}
        print_json({"new": 0, "same": 0, "similar": 0, "wrong": 1, "rows": [wrong]})
        return 1
    if options.json:
        print_json(_report(result))
        return 0
    print(f"{'Akan ditambahkan' if options.dry_run else 'Ditambahkan'}: {result.count('baru')}")
    print(f"Sudah ada: {result.count('sama')}")
    return 0


def _report(result: ImportResult) -> dict[str, Any]:
    rows = [
        {"row": number, "verdict": _VERDICTS[row.verdict], "name": row.name, "position": None, "institution": None,
         "column": row.what, "reason": None}
        for number, row in enumerate(result.rows, start=1)
    ]  # fmt: skip
    return {"new": result.count("baru"), "same": result.count("sama"), "similar": 0, "wrong": 0, "rows": rows}
