"""What is said of signatures: no more than was looked at, and what nobody here can know."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.exchange.signatures.shapes import FoundSignature, SignatureReport, State
from desktop.services.signatures import Weight, signature_lines, signature_summary, signing_day

MOMENT = datetime(2024, 10, 1, 18, 30, tzinfo=UTC)  # the second of October in Bojonegoro
ONE = FoundSignature(
    "Pimpinan_Rapat", State.WHOLE, "Sekar Arum, S.Sos.", "Bakorwil Contoh", "Penerbit Contoh CA", "abc123",
    signed_at=MOMENT, in_force=True,
)  # fmt: skip


def report(*signatures: FoundSignature, **more: object) -> SignatureReport:
    return SignatureReport(signatures, **more)  # type: ignore[arg-type]


def test_a_signature_is_told_with_certificate_issuer_and_hour_and_that_the_chain_was_not_judged() -> None:
    told, chain = signature_lines(report(ONE))
    assert told.words == (
        "Ditandatangani secara elektronik oleh Sekar Arum, S.Sos. (sertifikat Bakorwil Contoh nomor abc123, "
        "penerbit Penerbit Contoh CA) pada 2 Oktober 2024 pukul 01.30 WIB menurut jam penanda tangan "
        "di bidang Pimpinan_Rapat; isi tidak berubah sejak ditandatangani."
    )
    assert told.weight == Weight.PLAIN
    assert "Rantai sertifikat tidak diperiksa (luring)" in chain.words


@pytest.mark.parametrize(
    ("changes", "words", "weight"),
    [
        ({"self_made": True}, "dibuat sendiri, tanpa penerbit", Weight.DOUBT),
        ({"in_force": False}, "tidak berlaku pada waktu itu", Weight.DOUBT),
        ({"weak": "sha1"}, "(SHA1) sudah dapat dipalsukan", Weight.DOUBT),
        ({"is_stamped": True}, "menurut stempel waktu", Weight.PLAIN),
        ({"is_time_stamp": True}, "oleh penstempel waktu Sekar Arum", Weight.PLAIN),
        ({"signed_at": None, "in_force": None}, "pada waktu yang tidak disebutkan", Weight.PLAIN),
        ({"state": State.EXTENDED, "since": ("tanda tangan di bidang Notulis",)},
         "hanya ditambahkan tanda tangan di bidang Notulis", Weight.PLAIN),
        ({"state": State.ALTERED, "since": ("isi halaman 2",)}, "SESUDAH itu berkasnya diubah: isi halaman 2", Weight.BAD),
        ({"state": State.BROKEN}, "Isi berkas BERUBAH", Weight.BAD),
        ({"state": State.UNREADABLE}, "bidang Pimpinan_Rapat tidak dapat dibaca", Weight.BAD),
    ],
)  # fmt: skip
def test_whatever_is_odd_about_a_signature_is_said(changes: dict[str, object], words: str, weight: Weight) -> None:
    told = signature_lines(report(replace(ONE, **changes)))[0]  # type: ignore[arg-type]
    assert words in told.words
    assert told.weight == weight
    assert told.words.startswith("Ditandatangani") == (
        changes.get("state") not in (State.BROKEN, State.UNREADABLE)
    )


def test_none_at_all_empty_fields_and_those_not_looked_at_are_told() -> None:
    lines = [one.words for one in signature_lines(report(empty=("Notulis", "Pimpinan_Rapat"), is_loose=True))]
    assert lines[0] == "Berkas ini tidak memuat tanda tangan elektronik."
    assert "di luar bidangnya" in lines[1]
    assert lines[2] == "Bidang tanda tangan yang masih kosong: Notulis, Pimpinan_Rapat."
    assert any("3 tanda tangan lain" in one.words for one in signature_lines(report(ONE, more=3)))


def test_the_summary_names_all_who_signed_and_lets_nothing_bad_pass() -> None:
    other = replace(ONE, signer="Ratih Purwasih", field="Notulis")
    assert "Sekar Arum, S.Sos.; Ratih Purwasih. Isi tidak berubah" in signature_summary(report(ONE, other)).words
    assert "meragukan" in signature_summary(report(ONE, replace(other, self_made=True))).words
    bad = signature_summary(report(ONE, replace(other, state=State.BROKEN)))
    assert bad.words == "1 dari 2 tanda tangan elektronik di berkasnya bermasalah."
    assert bad.weight == Weight.BAD
    assert "tidak memuat" in signature_summary(report()).words
    assert "di luar bidangnya" in signature_summary(report(is_loose=True)).words


def test_the_day_of_signing_is_that_of_the_last_signature_that_stands_as_the_office_counts_days() -> None:
    later = replace(ONE, signed_at=datetime(2024, 10, 5, 3, tzinfo=UTC))
    assert signing_day(report(ONE)) == date(2024, 10, 2)
    assert signing_day(report(ONE, later)) == date(2024, 10, 5)
    assert signing_day(report(ONE, replace(later, state=State.BROKEN))) == date(2024, 10, 2)
    assert signing_day(report(replace(ONE, is_time_stamp=True))) is None
