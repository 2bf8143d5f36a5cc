"""What may be kept of a person: no more than a meeting needs, and never a NIK."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from desktop.base.errors import InvalidInput
from desktop.models.words import IDENTITY_KINDS

_NIK_DIGITS = 16
_SHAPES = {"nip": re.compile(r"\d{18}", re.ASCII), "nrp": re.compile(r"\d{5,20}(/P)?", re.ASCII)}
_SHAPE_WORDS = {"nip": "18 angka", "nrp": "5 sampai 20 angka"}  # Polri has 8; those of the TNI differ by service
_BETWEEN_DIGITS = re.compile(r"[\s.\-]")
_NIK = re.compile(  # written in one, or in the groups people read it out by
    r"(?<!\d)(\d{16}|\d{4}([ .-])\d{4}\2\d{4}\2\d{4}|\d{6}([ .-])\d{6}\3\d{4})(?!\d)", re.ASCII
)
_PHONE = re.compile(r"[\d\s+()./,;\-]+", re.ASCII)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_FREE_TEXTS = ("name", "rank", "phone", "note")


def checked_identity(values: dict[str, Any], merged: Mapping[str, Any]) -> dict[str, Any]:
    """The values with NIP or NRP without blanks, dots and dashes; without either, no number is kept.

    `merged` is the person as it would become. Raises InvalidInput.
    """
    kind, number = merged["identity_kind"], _bare(merged.get("identity_number"))
    if number and len(number) == _NIK_DIGITS and number.isdigit():
        raise _nik("identity_number")
    if kind == "none":
        if values.get("identity_number"):
            raise InvalidInput(
                "identity_kind", "Jenis nomornya belum dipilih.", "Pilih NIP atau NRP, atau kosongkan nomornya."
            )
        return {**values, "identity_number": None} if merged.get("identity_number") else values
    if number is not None and not _SHAPES[kind].fullmatch(number):
        raise InvalidInput(
            "identity_number",
            f"{IDENTITY_KINDS[kind]} terdiri dari {_SHAPE_WORDS[kind]}; yang diisi {_amount(number)}.",
            "Periksa nomornya, atau kosongkan bila belum diketahui.",
        )
    return {**values, "identity_number": number} if "identity_number" in values else values


def check_contacts(values: Mapping[str, Any]) -> None:
    """Raise InvalidInput for a telephone number or an address nobody could reach."""
    phone, email = values.get("phone"), values.get("email")
    if phone and not (_PHONE.fullmatch(phone) and sum(char.isdigit() for char in phone) >= 5):
        raise InvalidInput("phone", "Nomor telepon ini tidak dikenal.", "Tulis misalnya 0812-3456-7890.")
    if email and not _EMAIL.fullmatch(email):
        raise InvalidInput("email", "Alamat surel ini tidak lengkap.", "Tulis misalnya nama@kantor.go.id.")


def refuse_nik(values: Mapping[str, Any]) -> None:
    """Raise InvalidInput when a NIK stands in a field meant for other words."""
    for field in _FREE_TEXTS:
        if _NIK.search(_bare(values.get(field)) or "" if field == "phone" else values.get(field) or ""):
            raise _nik(field)


def _bare(number: str | None) -> str | None:
    return _BETWEEN_DIGITS.sub("", number) or None if number else None


def _amount(number: str) -> str:
    return f"{len(number)} angka" if number.isascii() and number.isdigit() else "memuat huruf atau tanda lain"


def _nik(field: str) -> InvalidInput:
    return InvalidInput(
        field,
        "Nomor 16 angka adalah NIK, dan Rakor tidak menyimpan NIK.",
        "Untuk penanda tangan cukup NIP atau NRP.",
    )
