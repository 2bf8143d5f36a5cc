"""An argument parser that speaks Indonesian."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

_REASONS = (
    (r"the following arguments are required: (.+)", "Kurang: {0}."),
    (r"unrecognized arguments: (.+)", "Tidak dikenal: {0}."),
    (r"ambiguous option: (\S+) could match (.+)", "{0} dapat berarti {1}."),
    (r"argument (.+): not allowed with argument (.+)", "{0} tidak dapat bersama {1}."),
    (r"argument .+: invalid choice: '?(.*?)'? \(choose from (.+)\)", "“{0}” tidak ada; yang ada: {1}."),
    (r"argument (.+): invalid \S+ value: '?(.*?)'?", "“{1}” tidak dapat dipakai untuk {0}."),
    (r"argument (.+): expected .+", "{0} belum diisi."),
)
"""What argparse says in English, and what is said here."""


class Parser(argparse.ArgumentParser):
    """Words wrong usage, headings and `--help` in Indonesian."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(add_help=False, **kwargs)
        self._positionals.title, self._optionals.title = "isian", "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        wrong = f"Perintah salah atau kurang lengkap: {' '.join(sys.argv[1:])}\n"
        self.exit(2, f"{wrong}{_reason(message)}{self.format_usage().strip()}\nLihat: {self.prog} --help\n")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "pemakaian:")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "pemakaian:")


def _reason(message: str) -> str:
    """The reason in a line of its own; nothing where argparse words one that is not known here."""
    for english, words in _REASONS:
        if found := re.fullmatch(english, message, re.DOTALL):
            return f"{words.format(*(part.replace(chr(39), '') for part in found.groups()))}\n"
    return ""
