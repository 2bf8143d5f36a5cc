"""What is said of the electronic signatures in a file that came back: who, when, and whether it changed since.

The words promise no more than was looked at: whether a certificate belongs to whom it names, its issuer knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desktop.base.clock import here
from desktop.base.dates import clock_text, medium_date
from desktop.base.extras import INSTALL_SIGNING
from desktop.exchange.signatures.shapes import FoundSignature, SignatureReport, State
from desktop.models.store import Store
from desktop.services.verify import Finding, verify_file

NOT_INSTALLED = (
    "Tanda tangan elektronik di dalam berkas tidak dapat dibaca di komputer ini. "
    f"Paket tambahannya dipasang dengan: {INSTALL_SIGNING}"
)
NOT_JUDGED = (
    "Rantai sertifikat tidak diperiksa (luring): apakah sertifikat itu benar milik nama tersebut dan "
    "tidak dicabut, diperiksa di aplikasi penerbitnya."
)
_BRIEFLY_NOT_JUDGED = "Rantai sertifikat tidak diperiksa (luring)."
_UNSURE = "Tidak dapat dipastikan bahwa ini naskah yang dibekukan; bandingkan dahulu isinya."
_STANDING = (State.WHOLE, State.EXTENDED)
_NOTHING = "Berkas ini tidak memuat tanda tangan elektronik."


class Weight(StrEnum):
    """How much a line asks for attention."""

    PLAIN = "biasa"
    DOUBT = "ragu"  # the content stands, but nobody vouches for the signature
    BAD = "buruk"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of what was found."""

    words: str
    weight: Weight = Weight.PLAIN


def signature_lines(report: SignatureReport) -> list[Line]:
    """All there is to say, signature by signature."""
    lines = [Line(_told(one), _weight(one)) for one in report.signatures]
    if report.more:
        lines.append(Line(f"Masih ada {report.more} tanda tangan lain, yang tidak diperiksa."))
    lines.append(Line(NOT_JUDGED if lines else _NOTHING))
    if report.is_loose:
        lines.append(Line("Ada data tanda tangan di luar bidangnya; itu tidak dapat diperiksa.", Weight.BAD))
    if report.empty:
        lines.append(Line(f"Bidang tanda tangan yang masih kosong: {', '.join(report.empty)}."))
    return lines


def signature_summary(report: SignatureReport) -> Line:
    """The same in one sentence, for where there is little room."""
    found = report.signatures
    if not found:
        lines = signature_lines(report)
        return next((line for line in lines if line.weight == Weight.BAD), lines[0])
    weights = [_weight(one) for one in found]
    if Weight.BAD in weights:
        count = weights.count(Weight.BAD)
        return Line(f"{count} dari {len(found)} tanda tangan elektronik di berkasnya bermasalah.", Weight.BAD)
    names = "; ".join(dict.fromkeys(one.signer or "(tanpa nama)" for one in found))
    words = f"Tanda tangan elektronik di berkasnya: {names}. Isi tidak berubah sejak ditandatangani."
    if Weight.DOUBT in weights:
        return Line(f"{words} Ada sertifikat yang meragukan. {_BRIEFLY_NOT_JUDGED}", Weight.DOUBT)
    return Line(f"{words} {_BRIEFLY_NOT_JUDGED}")


def returned_line(store: Store, meeting: UUID, pdf: bytes, report: SignatureReport) -> Line | None:
    """Whether a signed file is the text of these minutes that was frozen; None where nobody signed it."""
    if not report.signatures:
        return None
    found = verify_file(store, pdf, (), report.beginnings)
    if found.finding == Finding.UNKNOWN:
        return Line(_UNSURE, Weight.DOUBT)
    if found.meeting != meeting:
        return Line(f"Ini surat dari rapat lain. {found.told}", Weight.BAD)
    if found.finding != Finding.SAME:
        return Line(found.told, Weight.BAD)
    return Line("Naskahnya sama dengan yang dibekukan." if found.version else found.told)


def signing_day(report: SignatureReport) -> date | None:
    """The day on which the last of the signatures that stand was made, as far as it is known."""
    days = [
        _local(one.signed_at).date()
        for one in report.signatures
        if one.state in _STANDING and one.signed_at and not one.is_time_stamp
    ]
    return max(days, default=None)


def _weight(one: FoundSignature) -> Weight:
    if one.state not in _STANDING:
        return Weight.BAD
    return Weight.DOUBT if one.self_made or one.weak or one.in_force is False else Weight.PLAIN


def _told(one: FoundSignature) -> str:
    if one.state == State.UNREADABLE:
        return f"Tanda tangan di bidang {one.field} tidak dapat dibaca."
    what = f"oleh {one.signer or '(tanpa nama)'} ({_certificate(one)}) pada {_when(one)} di bidang {one.field}"
    if one.is_time_stamp:
        what = f"oleh penstempel waktu {what.removeprefix('oleh ')}"
    if one.state == State.BROKEN:
        told = f"Isi berkas BERUBAH: tanda tangan elektronik {what} tidak cocok lagi dengan isinya."
    else:
        told = f"Ditandatangani secara elektronik {what}; {_kept(one)}."
    if one.in_force is False:
        told += " Sertifikatnya tidak berlaku pada waktu itu."
    if one.weak:
        told += f" Cara sidik jarinya ({one.weak.upper()}) sudah dapat dipalsukan."
    return told


def _kept(one: FoundSignature) -> str:
    since = ", ".join(one.since)
    if one.state == State.ALTERED:
        return f"SESUDAH itu berkasnya diubah: {since}"
    if one.state == State.EXTENDED:
        return f"isi tidak berubah sejak ditandatangani, sesudahnya hanya ditambahkan {since}"
    return "isi tidak berubah sejak ditandatangani"


def _certificate(one: FoundSignature) -> str:
    owner = f"sertifikat {one.organisation}" if one.organisation else "sertifikat"
    issuer = "dibuat sendiri, tanpa penerbit" if one.self_made else f"penerbit {one.issuer or '(tanpa nama)'}"
    return f"{owner} nomor {one.serial}, {issuer}"


def _when(one: FoundSignature) -> str:
    if one.signed_at is None:
        return "waktu yang tidak disebutkan"
    moment = _local(one.signed_at)
    by = "menurut stempel waktu" if one.is_stamped else "menurut jam penanda tangan"
    return f"{medium_date(moment.date())} pukul {clock_text(moment.time())} {by}"


def _local(moment: datetime) -> datetime:
    return here(moment) if moment.tzinfo else moment
