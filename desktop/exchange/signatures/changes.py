"""What was done to a signed file since: more signatures, which is as it should be, or something else."""

from __future__ import annotations

import hashlib
import re

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from desktop.exchange.signatures.certificate import shown
from desktop.exchange.signatures.only_signed import only_signed_since
from desktop.exchange.signatures.pages import content_of, pages_of, part_of
from desktop.exchange.signatures.shapes import Beginning, State

_MOST_BEGINNINGS = 6
_MOST_TOLD = 8
_END = re.compile(rb"%%EOF[ \t]*(?:\r\n|\r|\n)?")


def state_and_changes(
    reader: PdfFileReader, one: EmbeddedPdfSignature, pdf: bytes, later: list[str]
) -> tuple[State, tuple[str, ...]]:
    """How the file stands to what a whole signature covers; `later` are the fields signed after it."""
    one.compute_integrity_info()
    found = one.summarise_integrity_info()
    result = found["diff_result"]
    if found["coverage"] < SignatureCoverageLevel.ENTIRE_REVISION:
        return State.ALTERED, ("tanda tangan ini tidak mencakup seluruh berkas",)
    _, _, second, rest = one.byte_range
    is_last = one.signed_revision + 1 == reader.total_revisions
    if is_last and (extra := len(pdf[second + rest :].strip())):
        return State.ALTERED, (f"{extra} bita ditambahkan di belakang berkas",)
    if not found["docmdp_ok"] or not isinstance(result, DiffResult):
        return State.ALTERED, _named(reader, one.signed_revision)
    if result.modification_level == ModificationLevel.NONE or is_last:
        return State.WHOLE, ()
    added = [f"tanda tangan di bidang {name}" for name in later]
    added += [f"isian bidang {shown(name)}" for name in sorted(result.changed_form_fields) if name not in later]
    if not added:
        added = ["data untuk pemeriksaan tanda tangan"]
    return State.EXTENDED, _shortened(added)


def beginnings(reader: PdfFileReader, pdf: bytes) -> tuple[Beginning, ...]:
    """The first states of a file, the earliest first, each with what came after it."""
    ends = [found.end() for found in _END.finditer(pdf)][: _MOST_BEGINNINGS + 1]
    return tuple(
        Beginning(hashlib.sha256(pdf[:end]).hexdigest(), only_signed_since(reader, pdf[:end]))
        for end in ends[:_MOST_BEGINNINGS]
        if end < len(pdf)
    )


def _named(reader: PdfFileReader, revision: int) -> tuple[str, ...]:
    """What a reader sees differently now than when it was signed, page by page."""
    before = list(pages_of(reader.get_historical_resolver(revision).root["/Pages"]))
    after = list(pages_of(reader.root["/Pages"]))
    found = []
    if len(before) != len(after):
        found.append(f"jumlah halaman dari {len(before)} menjadi {len(after)}")
    for number, (old, new) in enumerate(zip(before, after, strict=False), 1):
        if content_of(old) != content_of(new) or part_of(old, "/MediaBox") != part_of(new, "/MediaBox"):
            found.append(f"isi halaman {number}")
        if len(part_of(old, "/Annots") or ()) != len(part_of(new, "/Annots") or ()):
            found.append(f"catatan atau bidang di halaman {number}")
    return _shortened(found or ["bagian lain di dalam berkas"])


def _shortened(words: list[str]) -> tuple[str, ...]:
    more = len(words) - _MOST_TOLD
    return tuple(words) if more <= 0 else (*words[:_MOST_TOLD], f"dan {more} hal lain")
