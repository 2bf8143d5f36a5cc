"""Whether a file was signed since an earlier state and nothing else, also where it had no fields to be signed in.

pyHanko judges what comes after a signature. What comes before the first one, from the paper as it was made to the
paper as it was signed, is judged here in the same way: whatever was written anew must be accounted for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DiffResult,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    GenericFieldModificationRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    ReferenceUpdate,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
    WhitelistRule,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.commons import compare_dicts
from pyhanko.sign.diff_analysis.constants import ROOT_EXEMPT_STRICT_COMPARISON

from desktop.exchange.signatures.broken import BROKEN
from desktop.exchange.signatures.pages import pages_of, part_of

_CERTIFYING = "/Perms"  # where the first signature says which changes it allows


def only_signed_since(reader: PdfFileReader, before: bytes) -> bool | None:
    """Whether nothing but signatures came after the state `before` of a file; None where that cannot be judged."""
    try:
        earlier = PdfFileReader(BytesIO(before), strict=False)
        last = earlier.total_revisions - 1
        if reader.xrefs.get_startxref_for_revision(last) != earlier.last_startxref:
            return None
        policy = _WITH_FORM if "/AcroForm" in earlier.root else _WITHOUT_FORM
        return isinstance(policy.review_file(reader, last), DiffResult)
    except BROKEN:
        return None


class _Certifying(WhitelistRule):
    """What the first signature allows may be said in the catalogue."""

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[ReferenceUpdate]:
        if _CERTIFYING in new.root and _CERTIFYING not in old.root:
            yield from _new(new.root[_CERTIFYING], old, new)


class _FirstFields(WhitelistRule):
    """A form of signature fields alone comes into a file that had none; pages get these fields and stay else."""

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[ReferenceUpdate]:
        if "/AcroForm" not in new.root:
            return
        form = new.root["/AcroForm"]
        for field in form["/Fields"]:
            if field.get_object().get("/FT") != "/Sig":
                raise SuspiciousModification("a field that is not for signing")
        yield from _new(new.root.raw_get("/AcroForm"), old, new)
        before, after = list(pages_of(old.root["/Pages"])), list(pages_of(new.root["/Pages"]))
        if len(before) != len(after):
            raise SuspiciousModification("other pages than before")
        for one, other in zip(before, after, strict=True):
            compare_dicts(one, other, frozenset({"/Annots"}))
            yield from _given_fields(one, other, old, new)


def _given_fields(
    one: Any, other: Any, old: HistoricalResolver, new: HistoricalResolver
) -> Iterator[ReferenceUpdate]:
    """The page with its new fields, which must be all it got."""
    had, has = list(part_of(one, "/Annots") or ()), list(part_of(other, "/Annots") or ())
    if has[: len(had)] != had:
        raise SuspiciousModification("annotations other than before")
    for added in has[len(had) :]:
        if added.get_object().get("/Subtype") != "/Widget":
            raise SuspiciousModification("an annotation that is no field")
    if "/Annots" in other:
        yield from _new(other.raw_get("/Annots"), old, new)
    if isinstance(other.container_ref, Reference):
        yield ReferenceUpdate(other.container_ref, context_checked=None)


def _new(value: Any, old: HistoricalResolver, new: HistoricalResolver) -> Iterator[ReferenceUpdate]:
    """All that hangs on a value and was not in the file before."""
    for reference in new.collect_dependencies(value, since_revision=old.revision + 1):
        yield ReferenceUpdate(reference, context_checked=None)


_RULES = [
    CatalogModificationRule(ROOT_EXEMPT_STRICT_COMPARISON | {_CERTIFYING}),
    *(
        rule.as_qualified(ModificationLevel.LTA_UPDATES)
        for rule in (
            DocInfoRule(), XrefStreamRule(), ObjectStreamRule(), DSSCompareRule(), MetadataUpdateRule(),
            _Certifying(),
        )
    ),
]  # fmt: skip
_WITHOUT_FORM = StandardDiffPolicy([*_RULES, _FirstFields().as_qualified(ModificationLevel.FORM_FILLING)], None)
_FIELDS = [SigFieldCreationRule(), SigFieldModificationRule(), GenericFieldModificationRule()]
_WITH_FORM = StandardDiffPolicy(_RULES, FormUpdatingRule(_FIELDS))
