"""`verify`: is a printed or sent paper ours, which version is it, and was it changed?"""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.base.files import file_trouble
from desktop.cli.commands import OpenWindow
from desktop.cli.faults import UnusableFile
from desktop.cli.office import opened
from desktop.cli.speech import letters, print_json
from desktop.services.verify import Finding, Verdict, verify_code, verify_file

_LARGEST = 200_000_000  # bytes; a paper of a thousand pages has some five million


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Say what the paper is: 0 it is the version that stands, 1 it is another one, changed, or unknown."""
    asked = letters(options.what)
    path = Path(asked)
    looks_like_file = path.suffix.lower() == ".pdf" or path.is_file()
    content, texts = _read(path) if looks_like_file else (b"", [])
    with opened(options, "verify") as store:
        found = verify_file(store, content, texts) if looks_like_file else verify_code(store, asked)
    if options.json:
        print_json(_as_json(found))
    else:
        _tell(found)
    return 0 if found.finding == Finding.SAME else 1


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
        raise UnusableFile(f"“{path.name}” bukan PDF yang utuh.", "Pilih berkas PDF suratnya.") from error


def _tell(found: Verdict) -> None:
    print(f"{found.finding.capitalize()}: {found.told}")
    if found.number:
        print(f"Nomor: {found.number}")
    for one in found.changes:
        print(f"- {one.place}: {one.before or '(tidak ada)'} → {one.after or '(tidak ada)'}")


def _as_json(found: Verdict) -> dict[str, object]:
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
    }
