"""An argument parser that speaks Indonesian."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn


class Parser(argparse.ArgumentParser):
    """Words wrong usage, headings and `--help` in Indonesian."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(add_help=False, **kwargs)
        self._positionals.title, self._optionals.title = "isian", "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse words its reasons in English
        wrong = f"Perintah salah atau kurang lengkap: {' '.join(sys.argv[1:])}\n"
        self.exit(2, f"{wrong}{self.format_usage().strip()}\nLihat: main.py --help\n")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "pemakaian:")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "pemakaian:")
