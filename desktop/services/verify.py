"""Is this paper ours, which version is it, and was it changed? Asked by its code or by its file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from desktop.base.clock import here
from desktop.base.dates import medium_date
from desktop.base.errors import InvalidInput
from desktop.base.proof_code import read_code
from desktop.exchange.signatures.shapes import Beginning
from desktop.models.queries.issued import issued_with_hash
from desktop.models.queries.minutes_versions import (
    VersionRow,
    current_version,
    frozen_parts,
    versions_with_code,
    versions_with_pdf,
    versions_with_signed_file,
)
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.minutes_differences import Difference, differences


class Finding(StrEnum):
    """What verifying found out."""

    SAME = "sama"
    OLDER = "versi lama"
    DRAFT = "konsep"
    CHANGED = "berubah"
    UNKNOWN = "tidak dikenal"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer: `told` in a sentence; what it is about, as far as that is known; and what differs."""

    finding: Finding
    told: str
    meeting: UUID | None = None
    version: VersionRow | None = None
    number: str | None = None
    dated: date | None = None
    changes: tuple[Difference, ...] = ()


_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![0-9A-Z])")
_SEPARATELY = "Tanda tangannya sendiri diperiksa di pembaca PDF atau aplikasi penerbitnya."
_NO_PROOF = "Kecocokan ini hanya menunjukkan naskahnya, bukan tanda tangan elektronik."


def verify_code(store: Store, typed: str) -> Verdict:
    """Look a code up; raises InvalidInput for what cannot be one."""
    code = read_code(typed)
    if code is None:
        raise InvalidInput(
            "code", f"“{typed.strip()[:40]}” bukan kode verifikasi.", "Kodenya 12 huruf dan angka: ABCD-EFGH-JKMN."
        )
    found = versions_with_code(store, code)
    if not found:
        return Verdict(Finding.UNKNOWN, f"Kode {code} tidak dikenal di data ini.")
    return _standing(store, found[0], f"Kode {code}")


def verify_file(
    store: Store, content: bytes, texts: Sequence[str] = (), beginnings: Sequence[Beginning] = ()
) -> Verdict:
    """Look a PDF up by its hash, or by that of a beginning, which stays in it when it is signed electronically.

    Where it is not known so, it is looked up by the code in its `texts` (one a page).
    """
    known = _as_it_is(store, hashlib.sha256(content).hexdigest())
    known = known or next(filter(None, (_begun(store, one) for one in reversed(beginnings))), None)
    if known is not None:
        return known
    for code in dict.fromkeys(code for text in texts for code in _CODE.findall(text)):
        if found := versions_with_code(store, code):
            return _changed(store, found[0], texts)
    return Verdict(
        Finding.UNKNOWN, "Berkas ini tidak dikenal: bukan keluaran Rakor di data ini, atau sudah diubah."
    )


def _as_it_is(store: Store, hashed: str) -> Verdict | None:
    """What is known of a file with this hash."""
    if versions := versions_with_pdf(store, hashed):
        return _standing(store, versions[0], "Berkas ini")
    if versions := versions_with_signed_file(store, hashed):
        return _standing(store, versions[0], "Berkas ini adalah arsip yang ditandatangani", _SEPARATELY)
    return _issued(store, hashed, "Berkas ini sama dengan")


def _begun(store: Store, one: Beginning) -> Verdict | None:
    """What is known of a file that begins with one of ours and was signed or changed since."""
    if one.only_signed:
        what = "Berkas ini, yang sejak dibuat hanya ditandatangani elektronik"
        if versions := versions_with_pdf(store, one.sha256):
            return _standing(store, versions[0], what, _SEPARATELY)
        return _issued(store, one.sha256, f"{what}, berawal dari", _SEPARATELY)
    known = _as_it_is(store, one.sha256)
    if known is None:
        return None
    since = (
        "diubah, bukan hanya ditandatangani"
        if one.only_signed is False
        else "ditambahi hal yang tidak dapat dinilai"
    )
    told = f"Berkas ini berawal dari keluaran Rakor, tetapi sesudahnya {since}. {known.told}"
    return replace(known, finding=Finding.CHANGED, told=told)


def _issued(store: Store, hashed: str, what: str, besides: str = _NO_PROOF) -> Verdict | None:
    """What the register says of a file with this hash."""
    issued = issued_with_hash(store, hashed)
    if not issued:
        return None
    one = issued[0]
    told = f"{what} {one.title} yang keluar {medium_date(here(one.issued_at).date())} oleh {one.issued_by}"
    if one.code and (versions := versions_with_code(store, one.code)):
        return _standing(store, versions[0], told, besides)
    if one.is_draft:
        return Verdict(Finding.DRAFT, f"{told}, masih sebagai konsep.", one.meeting_id, number=one.number)
    return Verdict(Finding.SAME, f"{told}.", one.meeting_id, number=one.number)


def _standing(store: Store, version: VersionRow, what: str, besides: str = _NO_PROOF) -> Verdict:
    """Whether a version of ours is the one that stands, and what has changed since."""
    meeting, standing = fields_of(store, "meeting", version.meeting_id), current_version(store, version.meeting_id)
    known = {"meeting": version.meeting_id, "version": version, "number": meeting["minutes_number"],
             "dated": meeting["minutes_date"]}  # fmt: skip
    title = f"notula “{meeting['title']}”, {medium_date(meeting['held_on'])}"
    name = f"{what}: {title}, {_called(version)}"
    if standing is None or (standing.id != version.id and standing.code != version.code):
        after = (
            f"; yang berlaku {_called(standing)}"
            if standing
            else "; naskah itu sudah dikembalikan untuk dikoreksi"
        )
        changes = _between(store, version, standing) if standing else ()
        return Verdict(Finding.OLDER, f"{name}. Versi lama{after}.", changes=changes, **known)
    unsigned = "belum tercatat ditandatangani" if besides == _SEPARATELY else "belum ditandatangani"
    signed = f"ditandatangani {medium_date(version.signed_on)}" if version.signed_on else unsigned
    return Verdict(Finding.SAME, f"{name}, {signed}. Ini versi yang berlaku. {besides}", **known)


def _changed(store: Store, version: VersionRow, texts: Sequence[str]) -> Verdict:
    """A file with our code that is not ours byte by byte: which of our words it lacks."""
    parts = frozen_parts(store, version.id)
    lacking = tuple(_lacking(parts[0] if parts else {}, " ".join(texts)))
    told = f"Berkas ini memakai kode {version.code}, tetapi bukan berkas yang dibuat Rakor"
    if lacking:
        told += f"; {len(lacking)} isian notula tidak ditemukan di dalamnya."
    else:
        told += (
            ". Semua isian notula masih terbaca; mungkin dicetak ulang, dipindai, atau ditandatangani elektronik."
        )
    found = _standing(store, version, "Kode")
    return Verdict(
        Finding.CHANGED, told, found.meeting, version, found.number, found.dated,
        changes=lacking,
    )  # fmt: skip


def _between(store: Store, old: VersionRow, new: VersionRow) -> tuple[Difference, ...]:
    before, after = frozen_parts(store, old.id), frozen_parts(store, new.id)
    return tuple(differences(before[0], after[0])) if before and after else ()


def _lacking(content: dict[str, Any], text: str) -> Iterable[Difference]:
    read = _squeezed(text)
    for one in differences({}, content):
        if one.after and one.is_text and _squeezed(one.after) not in read:
            yield Difference(one.place, one.after, "", one.is_text)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def _called(version: VersionRow) -> str:
    made = medium_date(here(version.made_at).date())
    return f"{f'Perbaikan ke-{version.order_no}' if version.order_no else 'versi pertama'} ({made})"
