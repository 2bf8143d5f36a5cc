"""`verify`: is a printed or sent paper ours, which version is it, and was it changed?"""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.base.errors import AppError
from desktop.base.extras import can_sign
from desktop.base.files import file_trouble
from desktop.cli.commands import OpenWindow
from desktop.cli.faults import UnusableFile
from desktop.cli.office import opened
from desktop.cli.speech import letters, print_json
from desktop.exchange.signatures.shapes import SignatureReport
from desktop.services.signatures import NOT_INSTALLED, Line, Weight, signature_lines
from desktop.services.verify import Finding, Verdict, verify_code, verify_file
from desktop.worker.client import WorkerClient
from desktop.worker.signatures import report_from

_LARGEST = 200_000_000  # bytes; a paper of a thousand pages has some five million


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Say what the paper is and who signed it.

    0: it is the version that stands. 1: it is another one, changed, unknown, or a signature does not hold.
    """
    asked = letters(options.what)
    path = Path(asked)
    looks_like_file = path.suffix.lower() == ".pdf" or path.is_file()
    content, texts = _read(path) if looks_like_file else (b"", [])
    report, lines = _signatures(content) if looks_like_file else (SignatureReport(), [])
    with opened(options, "verify") as store:
        if looks_like_file:
            found = verify_file(store, content, texts, report.beginnings)
        else:
            found = verify_code(store, asked)
    if options.json:
        print_json(_as_json(found, lines))
    else:
        _tell(found, lines)
    holds = all(line.weight != Weight.BAD for line in lines)
    return 0 if found.finding == Finding.SAME and holds else 1


def _read(path: Path) -> tuple[bytes, list[str]]:
    """The file, and the text of each page."""
    import pypdfium2

    try:
        if path.stat().st_size > _LARGEST:
            raise UnusableFile(f"“{path.name}” terlalu besar untuk sebuah surat.", "Pilih berkas PDF suratnya.")
        content = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path, reading=True) from error
    try:
        document = pypdfium2.PdfDocument(content)
        return content, [page.get_textpage().get_text_bounded() for page in document]
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            advice = "Buka kuncinya dahulu, lalu coba lagi."
            raise UnusableFile(f"“{path.name}” dikunci dengan kata sandi.", advice) from error
        raise UnusableFile(f"“{path.name}” bukan PDF yang utuh.", "Pilih berkas PDF suratnya.") from error


def _signatures(content: bytes) -> tuple[SignatureReport, list[Line]]:
    """Who signed the file, read in a process of its own, and what is said of it."""
    if not can_sign():
        return SignatureReport(), [Line(NOT_INSTALLED)]
    try:
        with WorkerClient() as worker:
            report = report_from(worker.ask("signatures", content))
    except AppError as fault:
        return SignatureReport(), [Line(str(fault), Weight.DOUBT)]
    return report, signature_lines(report)


def _tell(found: Verdict, signatures: list[Line]) -> None:
    print(f"{found.finding.capitalize()}: {found.told}")
    if found.number:
        print(f"Nomor: {found.number}")
    for one in found.changes:
        print(f"- {one.place}: {one.before or '(tidak ada)'} → {one.after or '(tidak ada)'}")
    for line in signatures:
        print(line.words)


def _as_json(found: Verdict, signatures: list[Line]) -> dict[str, object]:
    version = found.version
    return {
        "finding": found.finding.name.lower(),
        "told": found.told,
        "meeting": found.meeting,
        "number": found.number,
        "date": found.dated,
        "version": version.order_no if version else None,
        "code": version.code if version else None,
        "content_sha256": version.content_hash if version else None,
        "changes": [{"place": one.place, "before": one.before, "after": one.after} for one in found.changes],
        "signatures": [{"weight": line.weight.name.lower(), "told": line.words} for line in signatures],
    }
