"""Profil kantor: the letterhead and everything else that decides how this office's papers look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput, NotFound
from desktop.base.folding import fold
from desktop.base.numbers import plain
from desktop.models.journal import ChangeSet, Version, writing
from desktop.models.queries.children import live_children
from desktop.models.queries.office import EDGES, Profile, office_profile, profile_labels
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.tables import Meeting, OfficeProfile
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.logo import check_logo

PAPERS = {"A4": "A4 (210 × 297 mm)", "F4": "F4 (215 × 330 mm)"}
FONTS = {"Arial": "Arial", "Bookman": "Bookman Old Style", "Times": "Times New Roman"}
TITLE_WORDS = {"NOTULA": "NOTULA", "NOTULEN": "NOTULEN"}
SIGN_COLUMNS = {2: "Notulis dan pimpinan rapat", 1: "Pimpinan rapat saja"}
PAGE_NUMBERS = {
    "bawah_tengah": "Bawah, di tengah", "bawah_kanan": "Bawah, di kanan", "atas_tengah": "Atas, di tengah",
    "atas_kanan": "Atas, di kanan", "tanpa": "Tanpa nomor halaman",
}  # fmt: skip
LETTERHEAD_RULES = {"ganda": "Garis tebal dan tipis", "tunggal": "Satu garis tebal", "tanpa": "Tanpa garis"}
ACTING = {"": "–", "Plt.": "Plt.", "Plh.": "Plh.", "Pj.": "Pj.", "Pjs.": "Pjs."}
ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

_NARROWEST, _WIDEST = 10, 50
_SMALLEST, _LARGEST = 9, 14
_MOST_LINES, _LONGEST_LINE = 6, 200
_BLANK = ("label", "head_acting", "on_behalf", "delegated_by")
_EDGE_WORDS = {"top": "atas", "right": "kanan", "bottom": "bawah", "left": "kiri"}
_REQUIRED = {
    "decisions_label": "Judul kesimpulan",
    "name": "Nama kantor", "short_name": "Nama pendek", "city": "Kota", "head_title": "Jabatan kepala kantor",
}  # fmt: skip


def profile(store: Store, chosen: UUID | None = None) -> Profile:
    """The profile this office prints with, or another one of its profiles."""
    found = office_profile(store, chosen)
    if found is None:
        raise NotFound("Profil kantor belum ada di data ini.", "Jalankan pemeriksaan data.")
    return found


def update_profile(
    desk: Desk, chosen: UUID | None = None, *, expect: Version | None = None, **values: Any
) -> ChangeSet:
    """Change the fields named.

    `margins` may name only some edges, in millimetres; `logo` are the bytes of a PNG or JPEG, or None to print
    without. A fault names its field; that of a margin is `margin_left` and so on.
    """
    with writing(desk.store, "office.update", by=desk.user) as write:
        before = profile(desk.store, chosen)
        checked = _checked(values, before, desk.store)
        write.update(OfficeProfile, before.id, expect, **checked)
        return write.finish()


def add_profile(desk: Desk, label: str, *, like: UUID | None = None) -> tuple[UUID, ChangeSet]:
    """Make one more profile, a copy of another one to begin with."""
    with writing(desk.store, "office.add", by=desk.user) as write:
        pattern = profile(desk.store, like)
        values = fields_of(desk.store, "office_profile", pattern.id).values
        label = _label(desk.store, label, "name")
        made = write.insert(
            OfficeProfile, **values | {"label": label, "order_no": len(profile_labels(desk.store))}
        )
        return made, write.finish()


def make_first(desk: Desk, chosen: UUID) -> ChangeSet:
    """Let the office print with this profile wherever none is chosen."""
    with writing(desk.store, "office.first", by=desk.user) as write:
        others = [one for one, _ in profile_labels(desk.store) if one != chosen]
        for number, one in enumerate([chosen, *others]):
            write.update(OfficeProfile, one, order_no=number)
        return write.finish()


def delete_profile(desk: Desk, chosen: UUID) -> ChangeSet:
    """Take a profile away; meetings that were printed with it go on with the first one."""
    with writing(desk.store, "office.delete", by=desk.user) as write:
        if len(profile_labels(desk.store)) < 2:
            raise InvalidInput("profile", "Ini satu-satunya profil surat.", "Buat profil lain dulu.")
        for meeting in live_children(desk.store, Meeting, "profile_id", chosen):
            write.update(Meeting, meeting, profile_id=None)
        write.delete(OfficeProfile, chosen)
        return write.finish()


def _label(store: Store, label: str, field: str, *, own: UUID | None = None) -> str:
    words = " ".join(label.split())
    if not words:
        raise InvalidInput(field, "Nama profil belum diisi.", "Tulis misalnya Bidang Pemerintahan.")
    if any(fold(known) == fold(words) and one != own for one, known in profile_labels(store)):
        raise InvalidInput(field, f"Profil “{words}” sudah ada.", "Pilih nama lain.")
    return words


def _checked(values: Mapping[str, Any], before: Profile, store: Store) -> dict[str, Any]:
    found = rules.cleaned(values)
    for field, what in _REQUIRED.items():
        rules.required(found, field, what)
    for field, words, what in (
        ("paper", PAPERS, "Ukuran kertas"),
        ("font", FONTS, "Huruf"),
        ("title_word", TITLE_WORDS, "Judul"),
        ("sign_columns", SIGN_COLUMNS, "Penanda tangan"),
        ("page_numbers", PAGE_NUMBERS, "Nomor halaman"),
        ("letterhead_rule", LETTERHEAD_RULES, "Garis kop"),
    ):
        rules.required(found, field, what)
        rules.one_of(found, field, words, what)  # type: ignore[arg-type]
    rules.known_zone(found)
    if found.get("label"):
        found["label"] = _label(store, found["label"], "label", own=before.id)
    if "letterhead" in found:
        found["letterhead"] = _lines(found["letterhead"])
    if "margins" in found:
        found["margins"] = before.margins | _margins(found["margins"])
    if "font_size" in found:
        _between(found["font_size"], _SMALLEST, _LARGEST, "font_size", "Ukuran huruf", "poin")
    for field in _BLANK:
        if field in found:
            found[field] = found[field] or ""
    rules.one_of(found, "head_acting", ACTING, "Sebutan jabatan")
    if "fit_pages" in found:
        found["fit_pages"] = int(found["fit_pages"] or 0)
        _between(found["fit_pages"], 0, 40, "fit_pages", "Jumlah halaman", "halaman")
    if "names_until" in found:
        found["names_until"] = int(found["names_until"] or 0)
        _between(found["names_until"], 0, 200, "names_until", "Jumlah nama", "nama")
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
