"""The file around a Word text: its properties, its status on every page, bytes that stay the same."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from desktop.exchange.word.elements import Maker, clean
from desktop.exchange.word.shapes import Para, Span

_WRITTEN = datetime(2024, 1, 1, tzinfo=UTC)
_ZIP_TIME = (2024, 1, 1, 0, 0, 0)
_STATUS_SIZE = 9.0


def put_status(document: Any, status: str) -> None:
    """Write the status at the head of every page, above what an office's own header says."""
    for place, section in enumerate(document.sections):
        headers = [section.header]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer:
            headers.append(section.even_page_header)
        for header in headers:
            if place and header.is_linked_to_previous:
                continue
            (line,) = Maker(0).elements([Para((Span(status, bold=True),), align="right", size=_STATUS_SIZE)])
            header.is_linked_to_previous = False
            header._element.insert(0, line)


def finished(document: Any, title: str, status: str) -> bytes:
    """The file's bytes: the same text gives the same bytes."""
    about = document.core_properties
    about.title = clean(title)[:250].replace("\n", " ")
    about.content_status = status
    about.author = about.last_modified_by = ""
    about.created = about.modified = _WRITTEN
    made = io.BytesIO()
    document.save(made)
    return _steady(made.getvalue())


def page_field(paragraph: Any, code: str) -> None:
    """Put a number Word counts itself (PAGE, NUMPAGES) behind a paragraph."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph.append(field)


def _steady(data: bytes) -> bytes:
    """The same archive without the hour at which it was written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            info = zipfile.ZipInfo(part.filename, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, old.read(part))
    return made.getvalue()
