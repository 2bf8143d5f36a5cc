"""Files as one should not meet them, made for real in a folder: programs in disguise, links, pipes, names."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.exchange.attached import made

Make = Callable[[Path], Path]


def _written(name: str, content: bytes) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make


def _link(to: Callable[[Path], Path | str]) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "tautan.pdf"
        path.symlink_to(to(folder))
        return path

    return make


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipa.pdf")
    return folder / "pipa.pdf"


REFUSED: dict[str, Make] = {
    "a program called laporan.pdf.exe": _written("laporan.pdf.exe", made.PROGRAM),
    "a program renamed to .pdf": _written("laporan.pdf", made.PROGRAM),
    "a shortcut of Windows": _written("laporan.pdf.lnk", b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(60)),
    "a link to /dev/zero": _link(lambda _folder: "/dev/zero"),
    "a link to a folder": _link(lambda folder: folder),
    "a link to nothing": _link(lambda folder: folder / "tidak-ada.pdf"),
    "a link to itself": _link(lambda folder: folder / "tautan.pdf"),
    "a pipe": _pipe,
    "a folder": lambda folder: folder,
    "a file that is gone": lambda folder: folder / "dicabut.pdf",
    "a file no disk gives back": lambda _folder: Path("/proc/self/mem"),
    "a name no disk can hold": lambda folder: folder / ("x" * 300 + ".pdf"),
    "nothing": _written("kosong.pdf", b""),
}
"""What must not be taken in; each is told with its reason."""

TAKEN: dict[str, tuple[Make, str]] = {
    "a document called .exe": (_written("laporan.pdf.exe", made.PDF + b"% 1"), "laporan.pdf"),
    "a device of Windows": (_written("CON.txt", b"Sudah diterima.\n"), "CON.txt"),
    "the longest name there is": (_written("x" * 251 + ".pdf", made.PDF + b"% 2"), "x" * 150 + ".pdf"),
    "a link to a document": (_link(lambda folder: _written("asli.pdf", made.PDF + b"% 3")(folder)), "tautan.pdf"),
    "a name written backwards": (_written("bukti\u202efdp.exe", made.PDF + b"% 4"), "bukti fdp.pdf"),
}
"""What is taken in, with the name it is shown by."""
