"""Reading the signatures of a PDF with pyHanko, as far as that goes without internet and root certificates."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from desktop.base.errors import FileProblem
from desktop.exchange.signatures.broken import BROKEN
from desktop.exchange.signatures.certificate import shown, told_of
from desktop.exchange.signatures.changes import beginnings, state_and_changes
from desktop.exchange.signatures.integrity import is_kept, stamped_at
from desktop.exchange.signatures.shapes import FoundSignature, SignatureReport, State

_MOST = 20  # signatures looked at
_MOST_FIELDS = 50
_SIGNATURE_DATA = re.compile(rb"/ByteRange\s*\[\s*0\s+\d+\s+\d+\s+\d+")
_KINDS = {"/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "/PBAD.PAdES", "/ETSI.RFC3161"}
_WEAK = {"md2", "md5", "sha1"}
_log = logging.getLogger("pyhanko")
_log.addHandler(logging.NullHandler())
_log.propagate = False  # what a foreign file is like is told to whoever asked, and is no trouble of ours


def read_signatures(pdf: bytes) -> SignatureReport:
    """All signatures of a file; raises FileProblem where it is no PDF, damaged, or locked."""
    if not pdf.lstrip()[:5].startswith(b"%PDF"):
        raise FileProblem("Berkas ini bukan PDF, atau kosong.", "Minta salinan baru dari pengirimnya.")
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=False)
        if reader.encrypted:
            raise FileProblem("Berkas PDF ini dikunci dengan kata sandi.", "Buka kuncinya dahulu, lalu coba lagi.")
        filled = list(enumerate_sig_fields(reader, filled_status=True))
        empty = [shown(str(name)) for name, _, _ in enumerate_sig_fields(reader, filled_status=False)]
    except BROKEN as error:
        raise FileProblem(
            "Tanda tangan di PDF ini tidak dapat diperiksa: susunan berkasnya rusak atau tidak lazim.",
            "Minta salinan baru dari pengirimnya, atau periksa di pembaca PDF.",
        ) from error
    found = _in_order(reader, filled[:_MOST])
    signatures = tuple(_one(reader, pdf, name, one, found) for name, one in found)
    return SignatureReport(
        signatures,
        tuple(empty[:_MOST_FIELDS]),
        beginnings(reader, pdf) if signatures else (),
        len(filled) - len(found),
        not filled and _SIGNATURE_DATA.search(pdf) is not None,
    )


Named = tuple[str, EmbeddedPdfSignature | None]


def _in_order(reader: PdfFileReader, filled: list[tuple[str, object, object]]) -> list[Named]:
    """The signatures as they were made, one after the other; None for what is none."""
    found = list(_opened(reader, filled))
    return sorted(found, key=lambda named: named[1].signed_revision if named[1] else -1)


def _opened(reader: PdfFileReader, filled: list[tuple[str, object, object]]) -> Iterator[Named]:
    for name, _, field in filled:
        try:
            one = EmbeddedPdfSignature(reader, field, name)  # type: ignore[arg-type]  # a reference is taken too
        except BROKEN:
            yield name, None
        else:
            yield name, one if str(one.sig_object.get("/SubFilter")) in _KINDS else None


def _one(
    reader: PdfFileReader, pdf: bytes, name: str, one: EmbeddedPdfSignature | None, all_of_them: list[Named]
) -> FoundSignature:
    field = shown(name)
    if one is None:
        return FoundSignature(field, State.UNREADABLE)
    try:
        about = told_of(one.signer_cert)
        stamp = stamped_at(one)
        signed_at = stamp or one.self_reported_timestamp
        in_force = about.in_force(signed_at)
        weak = one.md_algorithm if one.md_algorithm in _WEAK else ""
        is_time_stamp = one.sig_object_type == "/DocTimeStamp"
        if is_kept(one, pdf):
            later = [
                shown(other) for other, its in all_of_them if its and its.signed_revision > one.signed_revision
            ]
            state, since = state_and_changes(reader, one, pdf, later)
        else:
            state, since = State.BROKEN, ()
    except BROKEN:
        return FoundSignature(field, State.UNREADABLE)
    return FoundSignature(
        field, state, about.subject, about.organisation, about.issuer, about.serial, about.self_made, signed_at,
        stamp is not None, in_force, is_time_stamp, weak, since,
    )  # fmt: skip
