"""Whether the bytes in the file are those that were signed, and what a time stamp says of the hour."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from pyhanko.sign.general import extract_certificate_info, extract_signer_info
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter, validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature


def is_kept(one: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """Whether what this signature covers is unchanged, and signed with the key of its certificate."""
    if not _leaves_out_itself_only(one, pdf):
        return False
    if one.sig_object_type == "/DocTimeStamp":
        return _stamp(one.signed_data, one.compute_digest) is not None
    kind = one.signed_data["encap_content_info"]["content_type"].native
    intact, valid = validate_sig_integrity(one.signer_info, one.signer_cert, kind, one.compute_digest())
    return intact and valid


def stamped_at(one: EmbeddedPdfSignature) -> datetime | None:
    """The hour a time stamp gives to this signature; None where there is none that belongs to it."""
    if one.sig_object_type == "/DocTimeStamp":
        return _stamp(one.signed_data, one.compute_digest)
    signature: bytes = one.signer_info["signature"].native
    for token in extract_tst_data_iter(one.signer_info, signed=False):
        if (moment := _stamp(token, lambda kind: hashlib.new(kind, signature).digest())) is not None:
            return moment
    return None


def _stamp(token: Any, digest: Callable[[str], bytes]) -> datetime | None:
    """When a token was given, where it is whole and its imprint is this digest."""
    content = token["encap_content_info"]["content"]
    info, signer = content.parsed, extract_signer_info(token)
    imprint = info["message_imprint"]
    if imprint["hashed_message"].native != digest(imprint["hash_algorithm"]["algorithm"].native):
        return None
    whole = hashlib.new(signer["digest_algorithm"]["algorithm"].native, bytes(content)).digest()
    certificate = extract_certificate_info(token).signer_cert
    intact, valid = validate_sig_integrity(signer, certificate, "tst_info", whole)
    moment: datetime = info["gen_time"].native
    return moment if intact and valid else None


def _leaves_out_itself_only(one: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """Whether the one gap in what is signed holds this signature's own value and nothing else."""
    parts = [int(part) for part in one.byte_range]
    if len(parts) != 4:
        return False
    start, length, second, rest = parts
    gap = pdf[length:second]
    if start != 0 or second + rest > len(pdf) or gap[:1] != b"<" or gap[-1:] != b">":
        return False
    return bytes.fromhex(gap[1:-1].decode("ascii")) == one.pkcs7_content
