"""Profil kantor: the letterhead and everything else that decides how this office's papers look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.base.errors import InvalidInput, NotFound
from desktop.base.numbers import plain
from desktop.models.journal import ChangeSet, Version, writing
from desktop.models.queries.office import EDGES, Profile, office_profile
from desktop.models.store import Store
from desktop.models.tables import OfficeProfile
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.logo import check_logo

PAPERS = {"A4": "A4 (210 × 297 mm)", "F4": "F4 (215 × 330 mm)"}
FONTS = {"Arial": "Arial", "Bookman": "Bookman Old Style", "Times": "Times New Roman"}
TITLE_WORDS = {"NOTULA": "NOTULA", "NOTULEN": "NOTULEN"}
SIGN_COLUMNS = {2: "Notulis dan pimpinan rapat", 1: "Pimpinan rapat saja"}
ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

_NARROWEST, _WIDEST = 10, 50
_SMALLEST, _LARGEST = 9, 14
_MOST_LINES, _LONGEST_LINE = 6, 200
_EDGE_WORDS = {"top": "atas", "right": "kanan", "bottom": "bawah", "left": "kiri"}
_REQUIRED = {
    "name": "Nama kantor", "short_name": "Nama pendek", "city": "Kota", "head_title": "Jabatan kepala kantor",
}  # fmt: skip


def profile(store: Store) -> Profile:
    """The profile this office prints with."""
    found = office_profile(store)
    if found is None:
        raise NotFound("Profil kantor belum ada di data ini.", "Jalankan pemeriksaan data.")
    return found


def update_profile(desk: Desk, *, expect: Version | None = None, **values: Any) -> ChangeSet:
    """Change the fields named.

    `margins` may name only some edges, in millimetres; `logo` are the bytes of a PNG or JPEG, or None to print
    without. A fault names its field; that of a margin is `margin_left` and so on.
    """
    with writing(desk.store, "office.update", by=desk.user) as write:
        before = profile(desk.store)
        checked = _checked(values, before)
        write.update(OfficeProfile, before.id, expect, **checked)
        return write.finish()


def _checked(values: Mapping[str, Any], before: Profile) -> dict[str, Any]:
    found = rules.cleaned(values)
    for field, what in _REQUIRED.items():
        rules.required(found, field, what)
    for field, words, what in (
        ("paper", PAPERS, "Ukuran kertas"),
        ("font", FONTS, "Huruf"),
        ("title_word", TITLE_WORDS, "Judul"),
        ("sign_columns", SIGN_COLUMNS, "Penanda tangan"),
    ):
        rules.required(found, field, what)
        rules.one_of(found, field, words, what)  # type: ignore[arg-type]
    rules.known_zone(found)
    if "letterhead" in found:
        found["letterhead"] = _lines(found["letterhead"])
    if "margins" in found:
        found["margins"] = before.margins | _margins(found["margins"])
    if "font_size" in found:
        _between(found["font_size"], _SMALLEST, _LARGEST, "font_size", "Ukuran huruf", "poin")
    if found.get("logo") is not None:
        check_logo(found["logo"])
    return found


def _lines(lines: Sequence[str]) -> list[str]:
    found = [text for line in lines if (text := " ".join(line.split()))]
    if len(found) > _MOST_LINES:
        raise InvalidInput("letterhead", f"Kop paling banyak {_MOST_LINES} baris.", "Gabungkan barisnya.")
    if any(len(line) > _LONGEST_LINE for line in found):
        raise InvalidInput(
            "letterhead", f"Satu baris kop paling panjang {_LONGEST_LINE} huruf.", "Pecah menjadi dua baris."
        )
    return [str(rules.cleaned({"letterhead": line})["letterhead"]) for line in found]


def _margins(margins: Mapping[str, Any]) -> dict[str, float]:
    for edge, width in margins.items():
        if edge not in EDGES:
            raise InvalidInput("margins", f"Tepi “{edge}” tidak dikenal.", "Pilih atas, kanan, bawah atau kiri.")
        _between(width, _NARROWEST, _WIDEST, f"margin_{edge}", f"Tepi {_EDGE_WORDS[edge]}", "mm")
    return {edge: float(width) for edge, width in margins.items()}


def _between(value: Any, least: int, most: int, field: str, what: str, unit: str) -> None:
    if value is None or not least <= value <= most:
        shown = "belum diisi" if value is None else f"{plain(value)} {unit}"
        raise InvalidInput(
            field, f"{what} harus antara {least} dan {most} {unit}; sekarang {shown}.", "Periksa angkanya."
        )
