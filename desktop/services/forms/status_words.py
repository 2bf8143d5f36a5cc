"""How far something is, in the words people write into a form: `sudah`, `on progress`, `belum, menunggu dana`."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.base.folding import fold
from desktop.models.score import NOT_APPLICABLE
from desktop.services.forms.content import FOLLOW_UPS, READINESS

NOT_YET, UNDER_WAY, DONE, STOPPED = "not yet", "under way", "done", "stopped"
CODES = {
    FOLLOW_UPS: {NOT_YET: "belum", UNDER_WAY: "proses", DONE: "selesai_laporan", STOPPED: "dihentikan"},
    READINESS: {NOT_YET: "belum_siap", UNDER_WAY: "sebagian", DONE: "siap", STOPPED: NOT_APPLICABLE},
}
"""What is kept of each; an institution's own word never says that evidence was received."""

_WORDS = {
    NOT_YET: (
        "belum", "blm", "belum ada", "belum siap", "belum mulai", "belum dimulai", "belum ditindaklanjuti",
        "belum dilaksanakan", "belum terlaksana", "belum ada laporan", "belum tersedia", "tidak ada", "nihil",
    ),
    UNDER_WAY: (
        "proses", "dalam proses", "sedang proses", "sedang diproses", "masih proses", "masih dalam proses",
        "diproses", "sedang", "sedang berjalan", "berjalan", "masih berjalan", "sedang dilaksanakan",
        "sedang dikerjakan", "berlangsung", "sebagian", "sebagian siap", "sebagian selesai", "sebagian besar",
        "on progress", "on proses", "onprogress", "progress", "progres", "in progress", "bertahap",
        "ditindaklanjuti",
    ),
    DONE: (
        "selesai", "sudah", "sdh", "telah", "sudah selesai", "telah selesai", "sdh selesai", "selesai semua",
        "sudah siap", "siap", "siap semua", "tuntas", "beres", "rampung", "lengkap", "sudah lengkap", "terlaksana",
        "sudah terlaksana", "telah terlaksana", "sudah dilaksanakan", "telah dilaksanakan", "dilaksanakan",
        "sudah ditindaklanjuti", "telah ditindaklanjuti", "sudah ada", "ada", "tersedia", "sudah tersedia",
        "terpenuhi", "sudah dilakukan", "ya", "ok", "oke", "done", "selesai laporan instansi",
        "siap bukti diterima", "selesai bukti diterima",
    ),
    STOPPED: (
        "tidak berlaku", "tidak relevan", "tidak dilanjutkan", "dihentikan", "batal", "dibatalkan", "n a",
        "tidak perlu",
    ),
}  # fmt: skip
_KNOWN = {words: state for state, several in _WORDS.items() for words in several}
_BEGINNINGS = {"belum": NOT_YET, "blm": NOT_YET, "sedang": UNDER_WAY, "masih": UNDER_WAY, "proses": UNDER_WAY,
               "dalam proses": UNDER_WAY, "sebagian": UNDER_WAY, "sudah": DONE, "sdh": DONE, "telah": DONE,
               "selesai": DONE, "tidak": NOT_YET}  # fmt: skip
_CUT = re.compile(r"[,;:(.–—]| - ")
_DASHES = frozenset({"", "-", "--", "---", "–", "—", "…", "...", "?", "."})
_NOTHING = frozenset({"tidak ada", "nihil", "kosong", "tdk ada", "belum ada"})


class Status(NamedTuple):
    """How far something is; `sure` is False where the words say more than is known of them."""

    state: str
    rest: str = ""
    sure: bool = True


def status_of(cell: str) -> Status | None:
    """What a cell says of how far something is; None where nobody knows.

    What stands behind a known word (`belum, menunggu anggaran`) is a note and comes back as `rest`.
    """
    known = _KNOWN.get(fold(cell))
    if known is not None:
        return Status(known)
    begun = _CUT.split(cell, maxsplit=1)
    if len(begun) == 2 and (known := _KNOWN.get(fold(begun[0]))) is not None:
        return Status(known, cell[len(begun[0]) :].strip(" ,;:.–—-()"))
    words = f"{fold(cell)} "
    for beginning, state in _BEGINNINGS.items():
        if words.startswith(f"{beginning} "):
            return Status(state, cell.strip(), sure=False)
    return None


def is_blank(cell: str) -> bool:
    """Whether a cell says nothing: empty, or a dash."""
    return cell.strip() in _DASHES


def says_nothing(cell: str) -> bool:
    """The same, with the words for nothing: `tidak ada`, `nihil`."""
    return is_blank(cell) or fold(cell) in _NOTHING
