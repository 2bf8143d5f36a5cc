"""What the child can be asked to do, each with its limits; a new job is one line here.

A job is a function `(context, *args) -> bytes | Answer`. It imports what it needs when it runs, and calls
`context.progress` between its steps: that is also where it stops when it is no longer wanted.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from desktop.base.extras import can_sign
from desktop.worker.attached import shrink, take_file, take_photo, take_picture
from desktop.worker.frames import Answer
from desktop.worker.letters import index_pages, read_letters
from desktop.worker.pages import count_pages, draw_pages, read_pages
from desktop.worker.signatures import read_signatures


class Context(Protocol):
    """What a job knows about its surroundings."""

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is; raises Cancelled when nobody waits for it any more."""


@dataclass(frozen=True)
class Limits:
    """How long a job may take and how much memory it may add (bytes; kept on Linux only, by RLIMIT_AS)."""

    seconds: float = 120.0
    memory: int = 1_500_000_000


@dataclass(frozen=True)
class Words:
    """What a job is called when it does not come to its end, and what to do when it broke off or took too long."""

    deed: str = "Pembuatan dokumen"
    if_lost: str = "Coba lagi; bagian lain program tetap berjalan."
    if_slow: str = "Coba lagi dengan bagian yang lebih kecil."


@dataclass(frozen=True)
class Job:
    """One thing the child can do."""

    run: Callable[..., bytes | Answer]
    limits: Limits = Limits()
    words: Words = Words()


WITHOUT_GLYPH = "without_glyph"
"""In what is told of a paper: the characters no font has, and how often each was typed; left out where none is."""


def paper(module: str) -> Callable[..., Answer]:
    """The job that makes a paper with `desktop.documents.<module>.render`."""

    def run(context: Context, *args: Any, **named: Any) -> Answer:
        render = import_module(f"desktop.documents.{module}").render
        if "progress" in inspect.signature(render).parameters:
            named["progress"] = context.progress
        made: bytes = render(*args, **named)
        lacking = import_module("desktop.documents.without_glyph").without_glyph(*args)
        return Answer(made, {WITHOUT_GLYPH: lacking} if lacking else {})

    return run


def read_table(context: Context, path: Path) -> bytes:
    """Read a table from outside; the answer is for `Table.from_bytes`."""
    reading = import_module("desktop.exchange.sheets.reading")
    context.progress(0, 1)
    read: bytes = reading.read_table(path).to_bytes()
    return read


def write_workbook(context: Context, head: Any, pieces: list[bytes]) -> bytes:
    """Write a list as an Excel workbook; its rows come packed in pieces."""
    made: bytes = import_module("desktop.exchange.workbook.writing").workbook_of(head, pieces, context.progress)
    return made


def write_sheets(context: Context, sheets: list[tuple[Any, bytes]]) -> bytes:
    """Write a workbook of several sheets, each with its head and its rows packed."""
    context.progress(0, 1)
    shapes = import_module("desktop.exchange.workbook.shapes")
    found = [(head, [shapes.unpacked(rows)]) for head, rows in sheets]
    made: bytes = import_module("desktop.exchange.workbook.writing").workbook(found)
    return made


def write_due_days(context: Context, *args: Any) -> bytes:
    """Write the days follow-ups are due for calendars."""
    context.progress(0, 1)
    made: bytes = import_module("desktop.exchange.calendar_file").due_days_file(*args)
    return made


def write_form(context: Context, form: Any) -> bytes:
    """Write a form to be filled in."""
    context.progress(0, 1)
    made: bytes = import_module("desktop.exchange.forms.writing").form_workbook(form)
    return made


def write_forms(context: Context, forms: Any) -> bytes:
    """Write several forms into one ZIP; they come with the names of their files."""
    made: bytes = import_module("desktop.exchange.forms.writing").form_archive(forms, context.progress)
    return made


def write_calendar(context: Context, event: Any) -> bytes:
    """Write a meeting for calendars."""
    context.progress(0, 1)
    made: bytes = import_module("desktop.exchange.calendar_file").calendar_file(event)
    return made


def write_word(context: Context, kind: str, content: Any, profile: Any, template: bytes | None) -> bytes:
    """Write a paper as a Word file."""
    context.progress(0, 1)
    made: bytes = import_module("desktop.worker.word.papers").word_file(kind, content, profile, template)
    return made


def write_word_sample(context: Context, kind: str, profile: Any) -> bytes:
    """Write a template to begin with."""
    context.progress(0, 1)
    made: bytes = import_module("desktop.worker.word.papers").sample_template(kind, profile)
    return made


def check_word_template(context: Context, kind: str, template: bytes) -> Answer:
    """Look into a template from outside; the answer names its marks."""
    context.progress(0, 1)
    return Answer(b"", import_module("desktop.worker.word.papers").template_marks(kind, template))


def write_dossier(context: Context, parts: Any) -> bytes:
    """Put all that belongs to a meeting into one ZIP."""
    made: bytes = import_module("desktop.worker.dossier").make_dossier(parts, context.progress)
    return made


def load_heavy_parts(context: Context, signing: bool = False) -> bytes:
    """Import what the first paper would wait for."""
    names = (*_HEAVY, _SIGNING) if signing and can_sign() else _HEAVY
    for done, name in enumerate(names):
        import_module(name)
        context.progress(done + 1, len(names))
    load = import_module("desktop.documents.typesetting.fonts").load
    for face in _FACES:
        load(face)
    return b""


_FACES = ("Arimo-Regular", "Arimo-Bold", "Arimo-Italic")
_HEAVY = ("desktop.documents.minutes", "PIL.PngImagePlugin", "pypdfium2")
_SIGNING = "desktop.documents.typesetting.sign_fields"
_FOREIGN = Limits(seconds=30.0, memory=800_000_000)
_TABLE = Limits(seconds=10.0, memory=500_000_000)
_ODD_FILE = "Berkas itu rusak atau terlalu besar: di Excel, salin daftarnya ke berkas baru, lalu coba lagi."
_READING = Words("Pembacaan berkas", _ODD_FILE, _ODD_FILE)
_ODD_PDF = "Berkas itu rusak atau terlalu besar; periksa tanda tangannya di pembaca PDF."
_SIGNED = Words("Pembacaan tanda tangan", _ODD_PDF, _ODD_PDF)
_ATTACHED = Limits(seconds=30.0, memory=500_000_000)
_ODD_PICTURE = "Berkas itu rusak atau terlalu besar: perkecil atau simpan ulang, lalu coba lagi."
_TAKING = Words("Pengambilan berkas", _ODD_PICTURE, _ODD_PICTURE)

_WORD = Limits(seconds=30.0, memory=800_000_000)
_LIST = Limits(seconds=600.0)
_DOSSIER = Words("Penyusunan berkas rapat")
_FORM = Words("Pembuatan formulir")
_LISTING = Words("Pembuatan buku kerja", if_slow="Saring dulu daftarnya, lalu simpan lagi.")

WARM_UP = "warm-up"
JOBS: Mapping[str, Job] = {
    WARM_UP: Job(load_heavy_parts),
    "minutes": Job(paper("minutes")),
    "attendance-sheet": Job(paper("attendance_sheet")),
    "attendance-list": Job(paper("attendance_list")),
    "action-matrix": Job(paper("action_matrix")),
    "extract": Job(paper("extract")),
    "readiness": Job(paper("readiness")),
    "readiness-progress": Job(paper("readiness_progress")),
    "leader-brief": Job(paper("leader_brief")),
    "rundown": Job(paper("rundown")),
    "invitation": Job(paper("invitation")),
    "nota-dinas": Job(paper("nota_dinas")),
    "report": Job(paper("report")),
    "photo-pages": Job(paper("photo_pages")),
    "accounting-checklist": Job(paper("accounting_checklist")),
    "period-recap": Job(paper("period_recap")),
    "conclusions": Job(paper("conclusions")),
    "follow-up-list": Job(paper("follow_up_list")),
    "situation-report": Job(paper("situation_report")),
    "final-report": Job(paper("final_report")),
    "security-picture": Job(paper("security_picture")),
    "region-rollup": Job(paper("region_rollup")),
    "stage-timeline": Job(paper("stage_timeline")),
    "page-count": Job(count_pages, _FOREIGN),
    "page-images": Job(draw_pages, _FOREIGN),
    "page-letters": Job(read_letters, _FOREIGN),
    "page-index": Job(index_pages, _FOREIGN),
    "page-texts": Job(read_pages, _FOREIGN),
    "signatures": Job(read_signatures, _FOREIGN, _SIGNED),
    "dossier": Job(write_dossier, _LIST, _DOSSIER),
    "word": Job(write_word, _WORD),
    "word-sample": Job(write_word_sample),
    "word-template": Job(check_word_template, _WORD, _READING),
    "calendar": Job(write_calendar),
    "due_days": Job(write_due_days),
    "workbook": Job(write_workbook, _LIST, _LISTING),
    "sheets": Job(write_sheets, _LIST, _LISTING),
    "form": Job(write_form, words=_FORM),
    "forms": Job(write_forms, _LIST, _FORM),
    "read-table": Job(read_table, _TABLE, _READING),
    "take-file": Job(take_file, _ATTACHED, _TAKING),
    "take-photo": Job(take_photo, _ATTACHED, _TAKING),
    "take-picture": Job(take_picture, _ATTACHED, _TAKING),
    "shrink": Job(shrink, _ATTACHED, _TAKING),
}


def words_of(name: str) -> Words:
    """What to say of a job that does not come to its end."""
    job = JOBS.get(name)
    return job.words if job else Words()


def limits_of(name: str) -> Limits:
    """The limits of a job by its name."""
    job = JOBS.get(name)
    return job.limits if job else Limits()
