"""Named empty signature fields over the room between office and name, for those who sign electronically elsewhere.

ReportLab's file stays byte by byte as it is; pyHanko (the extra `sign`) appends the fields to it. They print
nothing, so a paper signed by pen looks as ever. Same file, same fields, same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, append_signature_field, ensure_sig_flags

from desktop.documents.typesetting.page import Box


@dataclass(frozen=True, slots=True)
class SignField:
    """A field to be: its `name`, its page counted from 0, and where it is."""

    name: str
    page: int
    box: Box


def with_sign_fields(pdf: bytes, fields: Iterable[SignField]) -> bytes:
    """The paper with its fields; a name that comes again gets a number."""
    writer: IncrementalPdfFileWriter = _Appending(BytesIO(pdf))
    taken: set[str] = set()
    for one in fields:
        name = _free(one.name, taken)
        taken.add(name)
        # Whole numbers are asked for, but a tenth of a point is as good.
        append_signature_field(writer, SigFieldSpec(name, one.page, one.box))  # type: ignore[arg-type]
    ensure_sig_flags(writer)  # whoever saves the file goes on appending, so that our own bytes stay in it
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    return free


class _Appending(IncrementalPdfFileWriter):
    """Appends without the hour and without chance, which pyHanko would write into the file."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> ArrayObject:
        first, _ = prev.trailer["/ID"]
        prev.stream.seek(0)
        content = hashlib.sha256(prev.stream.read()).digest()
        return ArrayObject([first, ByteStringObject(content[:16])])

    def _update_meta(self) -> None:
        """Leave the description of the file as ReportLab wrote it."""
