"""What was done to a signed file since: more signatures, which is as it should be, or something else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from desktop.exchange.signatures.certificate import shown
from desktop.exchange.signatures.shapes import Beginning, State

_MOST_BEGINNINGS = 6
_MOST_PAGES = 2_000
_MOST_TOLD = 8
_DEEPEST = 20
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
        return State.ALTERED, tuple(_named(reader, one.signed_revision))
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
        Beginning(hashlib.sha256(pdf[:end]).hexdigest(), _only_signed(reader, pdf[:end]))
        for end in ends[:_MOST_BEGINNINGS]
        if end < len(pdf)
    )


def _only_signed(reader: PdfFileReader, before: bytes) -> bool | None:
    """Whether everything after an earlier state is what a signed file may be given; None without fields before."""
    try:
        earlier = PdfFileReader(BytesIO(before), strict=False)
        last = earlier.total_revisions - 1
        if reader.xrefs.get_startxref_for_revision(last) != earlier.last_startxref:
            return False
        if "/AcroForm" not in earlier.root:
            return None
        return isinstance(DEFAULT_DIFF_POLICY.review_file(reader, last), DiffResult)
    except (PdfError, ValueError, TypeError, AttributeError, LookupError, AssertionError, RuntimeError):
        return False


def _named(reader: PdfFileReader, revision: int) -> tuple[str, ...]:
    """What a reader sees differently now than when it was signed, page by page."""
    before = list(_pages(reader.get_historical_resolver(revision).root["/Pages"]))
    after = list(_pages(reader.root["/Pages"]))
    found = []
    if len(before) != len(after):
        found.append(f"jumlah halaman dari {len(before)} menjadi {len(after)}")
    for number, (old, new) in enumerate(zip(before, after, strict=False), 1):
        if _content(old) != _content(new) or _part(old, "/MediaBox") != _part(new, "/MediaBox"):
            found.append(f"isi halaman {number}")
        if len(_part(old, "/Annots") or ()) != len(_part(new, "/Annots") or ()):
            found.append(f"catatan atau bidang di halaman {number}")
    return _shortened(found or ["bagian lain di dalam berkas"])


def _pages(node: Any, depth: int = 0) -> Iterator[Any]:
    """The pages under a node of the page tree, not deeper and not more than a paper has."""
    if "/Kids" not in node or depth > _DEEPEST:
        yield node
        return
    count = 0
    for kid in node["/Kids"]:
        for page in _pages(kid.get_object(), depth + 1):
            count += 1
            if count > _MOST_PAGES:
                return
            yield page


def _part(page: Any, key: str) -> Any:
    return page[key].get_object() if key in page else None


def _content(page: Any) -> bytes:
    content = _part(page, "/Contents")
    if content is None:
        return b""
    parts = [one.get_object() for one in content] if isinstance(content, list) else [content]
    return b"\n".join(part.data for part in parts)


def _shortened(words: list[str]) -> tuple[str, ...]:
    more = len(words) - _MOST_TOLD
    return tuple(words) if more <= 0 else (*words[:_MOST_TOLD], f"dan {more} hal lain")
