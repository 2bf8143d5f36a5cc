"""The signatures of a file from outside, read where the file can do no harm."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from desktop.worker.frames import Answer

if TYPE_CHECKING:
    from desktop.exchange.signatures.shapes import SignatureReport
    from desktop.worker.jobs import Context


def read_signatures(context: Context, pdf: bytes) -> Answer:
    """Read who signed a PDF; the answer is for `report_from`."""
    context.progress(0, 1)
    report = import_module("desktop.exchange.signatures.reading").read_signatures(pdf)
    return Answer(b"", import_module("desktop.exchange.signatures.shapes").to_plain(report))


def report_from(answer: Answer) -> SignatureReport:
    """What was found, from the answer of the job."""
    from desktop.exchange.signatures.shapes import from_plain

    return from_plain(answer.meta)
