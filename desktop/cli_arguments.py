"""The words of the command line, in Indonesian."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, NoReturn

from desktop import __version__

_PAPERS = ("minutes", "attendance-sheet", "action-matrix", "readiness", "briefing", "rundown")
_WITH_A_PLACE_OF_THEIR_OWN = ("demo", "screenshots")


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Indonesian."""

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


def parse(arguments: list[str]) -> argparse.Namespace:
    """What was said to the program; `command` is None without one. Leaves with 2 where that makes no sense."""
    parser = _parser()
    options = parser.parse_args(arguments)
    places = [place for place in (options.data, options.database) if place is not None]
    if places and options.command in _WITH_A_PLACE_OF_THEIR_OWN:
        parser.exit(2, f"Perintah {options.command} tidak memakai --data atau --database.\n")
    if len(places) > 1:
        parser.exit(2, "Sebut satu tempat data saja: --data atau --database.\n")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="main.py", description="Catatan rapat koordinasi. Tanpa perintah: jendela.")
    parser.add_argument("--version", action="version", version=f"Rakor {__version__}", help="tampilkan versi")
    _place(parser)
    commands = parser.add_subparsers(dest="command", metavar="PERINTAH", parser_class=_Parser, title="perintah")

    demo = _command(commands, "demo", "buat kantor contoh dan surat-suratnya, lalu buka", place=False)
    demo.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="bawaan: ./rakor-contoh")
    demo.add_argument("--no-window", action="store_true", help="jangan buka jendela")

    listing = _command(commands, "list", "tampilkan rapat, tindak lanjut, atau kesiapan")
    listing.add_argument("what", choices=("meetings", "commitments", "readiness"), help="yang ditampilkan")
    listing.add_argument("--json", action="store_true", help="keluaran JSON")

    paper = _command(commands, "print", "cetak surat sebuah rapat ke PDF")
    paper.add_argument("paper", choices=_PAPERS, help="surat")
    paper.add_argument("meeting", metavar="RAPAT", help="id, nomor undangan, atau “last” untuk rapat terakhir")
    paper.add_argument("-o", "--output", type=Path, metavar="BERKAS", help="berkas PDF yang ditulis")

    taking = _command(commands, "import", "masukkan data dari berkas")
    taking.add_argument("what", choices=("meeting",), help="jenis data")
    taking.add_argument("file", type=Path, metavar="BERKAS", help="berkas JSON satu rapat")
    taking.add_argument("--dry-run", action="store_true", help="hanya tunjukkan hasilnya")
    taking.add_argument("--json", action="store_true", help="keluaran JSON")

    check = _command(commands, "check", "periksa keutuhan data")
    check.add_argument("--json", action="store_true", help="keluaran JSON")

    backup = _command(commands, "backup", "buat cadangan terperiksa")
    backup.add_argument(
        "file", nargs="?", type=Path, metavar="BERKAS", help="bawaan: folder “cadangan” di samping data"
    )

    restore = _command(commands, "restore", "pulihkan data dari cadangan")
    restore.add_argument("file", type=Path, metavar="BERKAS", help="berkas cadangan")

    shots = _command(commands, "screenshots", "gambar setiap halaman kantor contoh", place=False)
    shots.add_argument("folder", type=Path, metavar="FOLDER", help="tempat berkas PNG")
    shots.add_argument("--size", type=_size, default=(1366, 768), metavar="LEBARxTINGGI", help="bawaan: 1366x768")
    shots.add_argument("--theme", choices=("light", "dark"), action="append", help="bawaan: keduanya")
    shots.add_argument("--scale", type=int, default=100, metavar="PERSEN", help="ukuran huruf, bawaan: 100")
    return parser


def _command(commands: Any, name: str, words: str, *, place: bool = True) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    if place:
        _place(command, default=argparse.SUPPRESS)
    return command


def _place(parser: argparse.ArgumentParser, default: Any = None) -> None:
    parser.add_argument("--data", type=Path, metavar="FOLDER", default=default, help="folder data kantor")
    parser.add_argument("--database", metavar="URL", default=default, help="basis data PostgreSQL kantor")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)
