"""How the console reads and writes: any letters, and JSON for programs."""

from __future__ import annotations

import json
import sys
from typing import Any


def speak_utf8() -> None:
    """Names such as Łódź must not break a console with an old code page."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_json(value: Any) -> None:
    """One document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def letters(words: str) -> str:
    """Words of the command line without bytes that are no letters; no database takes those."""
    return words.encode(errors="replace").decode()
