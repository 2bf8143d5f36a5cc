"""The words of the command line: every command, what it takes, and the function that does it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.cli.parser import Parser

OpenWindow = Callable[[list[str]], int]
Run = Callable[[argparse.Namespace, OpenWindow], int]

PAPERS = (
    "invitation", "rundown", "briefing", "attendance-sheet", "attendance-list", "minutes", "nota-dinas",
    "report", "action-matrix", "extract", "readiness", "readiness-progress", "photos", "accounting",
)  # fmt: skip
_WORD_PAPERS = ("minutes", "invitation", "nota-dinas")
_MEETING = "id, nomor undangan, atau “last” untuk rapat terakhir"
_LISTS = {
    "people": "orang dan jabatannya",
    "institutions": "instansi",
    "participants": "undangan rapat",
    "agenda": "acara rapat",
    "attendance": "jawaban formulir kehadiran",
}
_OF_MEETING = ("participants", "agenda", "attendance")
_WITH_A_PLACE_OF_THEIR_OWN = ("demo", "screenshots")


def parse(arguments: list[str]) -> argparse.Namespace:
    """What was said to the program; `command` is None without one. Leaves with 2 where that makes no sense."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    places = [place for place in (options.data, options.database) if place is not None]
    if places and options.command in _WITH_A_PLACE_OF_THEIR_OWN:
        parser.exit(2, f"Perintah {options.command} tidak memakai --data atau --database.\n")
    if len(places) > 1:
        parser.exit(2, "Sebut satu tempat data saja: --data atau --database.\n")
    return options


def make_parser() -> Parser:
    """All commands; each names its `deed`, a module of this package and a function in it."""
    parser = Parser(prog="main.py", description="Catatan rapat koordinasi. Tanpa perintah: jendela.")
    parser.add_argument("--version", action="version", version=f"Rakor {__version__}", help="tampilkan versi")
    _place(parser)
    commands = parser.add_subparsers(dest="command", metavar="PERINTAH", parser_class=Parser, title="perintah")
    _add_demo(commands)
    _add_reading(commands)
    _add_import(commands)
    _add_upkeep(commands)
    _add_screenshots(commands)
    return parser


def names() -> list[str]:
    """What may be asked for in place of the window."""
    (commands,) = (one for one in make_parser()._actions if isinstance(one, argparse._SubParsersAction))
    return list(commands.choices)


def _add_demo(commands: Any) -> None:
    demo = _command(
        commands, "demo", "example.demo", "buat kantor contoh dan surat-suratnya, lalu buka", place=False
    )
    demo.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="bawaan: ./rakor-contoh")
    demo.add_argument("--no-window", action="store_true", help="jangan buka jendela")


def _add_reading(commands: Any) -> None:
    listing = _command(commands, "list", "papers.show", "tampilkan rapat, tindak lanjut, atau kesiapan")
    listing.add_argument("what", choices=("meetings", "commitments", "readiness"), help="yang ditampilkan")
    listing.add_argument(
        "--by", choices=("butir", "wilayah", "instansi"), default="butir",
        help="untuk readiness: tiap butir (bawaan), atau matriks wilayah atau instansi menurut kategori",
    )  # fmt: skip
    _json(listing)

    search = _command(commands, "search", "search.run", "cari di rapat, catatan, tindak lanjut, orang, surat")
    search.add_argument(
        "words", nargs="+", metavar="KATA", help="awal kata, “frasa”, atau -kata yang tidak dicari"
    )
    _json(search)

    paper = _command(commands, "print", "papers.print_paper", "cetak surat sebuah rapat ke PDF")
    paper.add_argument("paper", choices=PAPERS, help="surat")
    paper.add_argument("meeting", metavar="RAPAT", help=_MEETING)
    paper.add_argument(
        "-o", "--output", type=Path, metavar="BERKAS", help="berkas PDF yang ditulis; dengan --all: folder"
    )
    paper.add_argument("--choose", action="append", metavar="KUNCI=NILAI", help="pilihan surat, boleh berulang")
    one = paper.add_mutually_exclusive_group()
    one.add_argument("--institution", metavar="NAMA", help="untuk extract: instansinya")
    one.add_argument("--all", action="store_true", help="untuk extract: satu berkas tiap instansi")

    recap = _command(commands, "recap", "recap.run", "cetak rekapitulasi kehadiran dan tindak lanjut (internal)")
    _of_period(recap)

    conclusions = _command(commands, "conclusions", "conclusions.run", "cetak himpunan kesimpulan rapat")
    _of_period(conclusions)
    conclusions.add_argument("--search", metavar="KATA", help="hanya yang memuat kata-kata ini")

    follow_ups = _command(commands, "follow-ups", "follow_ups.run", "cetak daftar tindak lanjut yang disaring")
    follow_ups.add_argument("--saved", metavar="NAMA", help="saringan tersimpan, misalnya “belum ada kabar”")
    follow_ups.add_argument("--state", choices=("terbuka", "terlambat", "7-hari", "selesai"), help="bawaan: semua")
    follow_ups.add_argument("--institution", metavar="NAMA", help="hanya yang menjadi tugas instansi ini")
    follow_ups.add_argument("--region", metavar="NAMA", help="hanya yang menyangkut wilayah ini")
    follow_ups.add_argument("--topic", metavar="NAMA", help="hanya topik ini")
    follow_ups.add_argument("--group", choices=("instansi", "wilayah", "rapat", "minggu"), help="kelompokkan")
    follow_ups.add_argument(
        "--internal", action="store_true", help="dengan acuan internal dan yang terlambat; tidak untuk ke luar"
    )
    follow_ups.add_argument("-o", "--output", type=Path, metavar="BERKAS", help="berkas PDF yang ditulis")

    situation = _command(commands, "situation", "situation.run", "cetak laporan situasi harian sebuah topik")
    situation.add_argument("--topic", metavar="NAMA", help="bawaan: satu-satunya topik yang terbuka")
    situation.add_argument("--date", metavar="TANGGAL", help="bawaan: hari ini")
    situation.add_argument("-o", "--output", type=Path, metavar="BERKAS", help="berkas PDF yang ditulis")

    final = _command(commands, "final-report", "final_report.run", "cetak laporan akhir sebuah topik")
    final.add_argument("topic", metavar="TOPIK", help="nama topik atau bagiannya")
    final.add_argument("-o", "--output", type=Path, metavar="BERKAS", help="berkas PDF yang ditulis")

    export = _command(commands, "export", "", "simpan dalam format lain")
    kinds = export.add_subparsers(dest="what", metavar="DATA", parser_class=Parser, title="data", required=True)
    whole = _command(kinds, "meeting", "export.run", "satu rapat: ZIP, kalender, Word, atau Excel")
    whole.add_argument("meeting", metavar="RAPAT", help=_MEETING)
    whole.add_argument(
        "-o", "--output", type=Path, metavar="BERKAS", help="berkas .zip, .ics, .docx, atau .xlsx; bawaan: .zip"
    )
    whole.add_argument("--paper", choices=_WORD_PAPERS, default="minutes", help="untuk .docx: naskahnya")
    whole.add_argument("--internal", action="store_true", help="untuk .zip: sertakan surat internal kantor")

    days = _command(kinds, "due-dates", "due_days.run", "batas waktu tindak lanjut terbuka untuk kalender")
    days.add_argument("--institution", metavar="NAMA", help="hanya yang menjadi tugas instansi ini")
    days.add_argument("-o", "--output", type=Path, metavar="BERKAS", help="berkas .ics yang ditulis")

    ready = _command(kinds, "readiness", "readiness.run", "kesiapan sebuah topik: Excel atau PDF")
    ready.add_argument("--topic", metavar="NAMA", help="bawaan: satu-satunya topik yang terbuka")
    ready.add_argument("-o", "--output", type=Path, metavar="BERKAS", help="berkas .xlsx (bawaan) atau .pdf")
    ready.add_argument(
        "--by", choices=("wilayah", "instansi"), default="wilayah", help="matriks yang dicetak atau yang pertama"
    )

    sharing = _command(commands, "share", "share.run", "bagikan rapat ke laptop kedua di pintu")
    sharing.add_argument("meeting", metavar="RAPAT", help=_MEETING)
    sharing.add_argument(
        "file", nargs="?", type=Path, metavar="BERKAS", help="berkas yang ditulis; bawaan: tanggal dan nama rapat"
    )
    sharing.add_argument(
        "--marks", action="store_true", help="di laptop kedua: kehadiran (.rakor-hadir) untuk laptop asal"
    )


def _add_import(commands: Any) -> None:
    taking = _command(commands, "import", "", "masukkan data dari berkas")
    kinds = taking.add_subparsers(dest="what", metavar="DATA", parser_class=Parser, title="data", required=True)
    meeting = _command(kinds, "meeting", "import_meeting.run", "satu rapat dari berkas JSON")
    meeting.add_argument("file", type=Path, metavar="BERKAS", help="berkas JSON satu rapat")
    _dry_run(meeting)
    _json(meeting)
    for kind, words in _LISTS.items():
        _add_list(kinds, kind, words)
    shared = _command(kinds, "shared", "import_shared.run", "rapat dari laptop lain (.rakor-rapat)")
    shared.add_argument("file", type=Path, metavar="BERKAS", help="berkas .rakor-rapat")
    marks = _command(kinds, "marks", "import_marks.run", "kehadiran dari laptop kedua (.rakor-hadir)")
    marks.add_argument("file", type=Path, metavar="BERKAS", help="berkas .rakor-hadir")
    form = _command(kinds, "form", "import_form.run", "formulir yang kembali dari instansi")
    form.add_argument("file", type=Path, metavar="BERKAS", help="formulir .xlsx, .ods, atau .xls, apa pun namanya")
    form.add_argument("--as-of", metavar="TANGGAL", help="posisi data, bila di formulir belum diisi atau keliru")
    only = form.add_mutually_exclusive_group()
    only.add_argument(
        "--rejected",
        type=Path,
        metavar="BERKAS",
        help="tulis baris yang salah sebagai formulir .xlsx untuk diperbaiki",
    )
    _dry_run(only)
    _json(form)


def _add_list(kinds: Any, kind: str, words: str) -> None:
    taking = _command(kinds, kind, "import_list.run", f"{words} dari Excel, LibreOffice, atau CSV")
    taking.add_argument("file", type=Path, metavar="BERKAS", help="daftar .xlsx, .xls, .ods, atau .csv")
    if kind in _OF_MEETING:
        taking.add_argument("meeting", metavar="RAPAT", help=_MEETING)
    taking.add_argument("--sheet", metavar="LEMBAR", help="bawaan: lembar yang paling banyak isinya")
    taking.add_argument(
        "--header", type=int, metavar="BARIS", help="baris judul kolom, 0 bila tanpa judul; bawaan: dicari sendiri"
    )
    taking.add_argument(
        "--similar",
        choices=("same", "new"),
        help="baris mirip: same = pakai yang sudah ada, new = jadikan baru; bawaan: tidak dimasukkan",
    )
    only = taking.add_mutually_exclusive_group()
    only.add_argument(
        "--rejected", type=Path, metavar="BERKAS", help="tulis baris yang tidak masuk ke berkas CSV ini"
    )
    _dry_run(only)
    _json(taking)


def _add_upkeep(commands: Any) -> None:
    check = _command(commands, "check", "upkeep.check", "periksa keutuhan data")
    _json(check)

    backup = _command(commands, "backup", "upkeep.backup", "buat cadangan terperiksa")
    backup.add_argument(
        "file", nargs="?", type=Path, metavar="BERKAS", help="bawaan: folder “cadangan” di samping data"
    )

    verify = _command(commands, "verify", "verify.run", "periksa surat: sama, versi lama, atau berubah")
    verify.add_argument("what", metavar="BERKAS|KODE", help="berkas PDF, atau kode 12 huruf dan angka di suratnya")
    _json(verify)

    restore = _command(commands, "restore", "upkeep.restore", "pulihkan data dari cadangan")
    restore.add_argument("file", type=Path, metavar="BERKAS", help="berkas cadangan")


def _add_screenshots(commands: Any) -> None:
    shots = _command(
        commands, "screenshots", "example.screenshots", "gambar setiap halaman kantor contoh", place=False
    )
    shots.add_argument("folder", type=Path, metavar="FOLDER", help="tempat berkas PNG")
    shots.add_argument("--size", type=_size, default=(1366, 768), metavar="LEBARxTINGGI", help="bawaan: 1366x768")
    shots.add_argument("--theme", choices=("light", "dark"), action="append", help="bawaan: keduanya")
    shots.add_argument("--scale", type=int, default=100, metavar="PERSEN", help="ukuran huruf, bawaan: 100")


def _command(commands: Any, name: str, deed: str, words: str, *, place: bool = True) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    if deed:
        command.set_defaults(deed=deed)
    if place:
        _place(command, default=argparse.SUPPRESS)
    return command


def _place(parser: argparse.ArgumentParser, default: Any = None) -> None:
    parser.add_argument("--data", type=Path, metavar="FOLDER", default=default, help="folder data kantor")
    parser.add_argument("--database", metavar="URL", default=default, help="basis data PostgreSQL kantor")


def _of_period(paper: argparse.ArgumentParser) -> None:
    """What a paper about the meetings of a period takes."""
    paper.add_argument("--from", dest="first", metavar="TANGGAL", help="bawaan: awal bulan ini")
    paper.add_argument("--to", dest="last", metavar="TANGGAL", help="bawaan: akhir bulan yang sama")
    which = paper.add_mutually_exclusive_group()
    which.add_argument("--topic", metavar="NAMA", help="hanya rapat topik ini")
    which.add_argument("--forum", metavar="NAMA", help="hanya rapat forum ini")
    paper.add_argument("-o", "--output", type=Path, metavar="BERKAS", help="berkas PDF yang ditulis")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def _dry_run(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--dry-run", action="store_true", help="hanya tunjukkan hasilnya")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)
