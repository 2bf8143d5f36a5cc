"""Every paper: what it is called, how its content is gathered, and what can be chosen for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.base.places import safe_file_name
from desktop.documents import content as paper
from desktop.models.queries.minutes_versions import current_version, frozen_parts
from desktop.models.store import Store
from desktop.models.words import FROZEN_STATES
from desktop.services.frozen_content import from_plain
from desktop.services.papers.accounting import accounting_content
from desktop.services.papers.attendance import (
    NAMES,
    SPARE_ROWS,
    attendance_list_content,
    attendance_sheet_content,
)
from desktop.services.papers.conclusions import NAME as CONCLUSIONS
from desktop.services.papers.conclusions import conclusions_content
from desktop.services.papers.extract import extract_content, institutions_concerned
from desktop.services.papers.final_report import NAME as FINAL_REPORT
from desktop.services.papers.final_report import final_report_content
from desktop.services.papers.follow_up_list import NAME as FOLLOW_UP_LIST
from desktop.services.papers.follow_up_list import follow_up_list_content
from desktop.services.papers.letters import invitation_content, programme_choices
from desktop.services.papers.matrix import action_matrix_content
from desktop.services.papers.meeting import head_of
from desktop.services.papers.minutes import minutes_content
from desktop.services.papers.outcome import nota_dinas_content, report_content
from desktop.services.papers.period_recap import period_recap_content
from desktop.services.papers.photos import PER_PAGE, photo_pages_content
from desktop.services.papers.preparation import leader_brief_content, rundown_content
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.readiness import EXTENTS, MATRICES, SCORES, readiness_content, topic_readiness
from desktop.services.papers.readiness_progress import NAME as READINESS_PROGRESS
from desktop.services.papers.readiness_progress import (
    progress_between,
    progress_of_meeting,
    then_choices,
)
from desktop.services.papers.region_rollup import NAME as REGION_ROLLUP
from desktop.services.papers.region_rollup import region_rollup_content
from desktop.services.papers.seat_order import ORDERS, SHEETS
from desktop.services.papers.security_picture import NAME as SECURITY_PICTURE
from desktop.services.papers.security_picture import security_picture_content
from desktop.services.papers.situation import NAME as SITUATION_REPORT
from desktop.services.papers.situation import situation_content
from desktop.services.papers.stage_timeline import NAME as STAGE_TIMELINE
from desktop.services.papers.stage_timeline import stage_timeline_content

_TOLD = 12  # values named in a message


@dataclass(frozen=True, slots=True)
class Option:
    """Something to be chosen for a paper: `key` is the argument its `gather` takes.

    `choices` gives the values and their words for a meeting; the first is taken where nothing was chosen. `parts`
    makes a paper of its own of each value: the paper's file always bears its name.
    """

    key: str
    label: str
    choices: Callable[[Store, UUID], Sequence[tuple[Any, str]]]
    parts: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper: the worker's job that makes it, its file name, and how its content is gathered.

    `gather(store, meeting, **chosen)` takes the keys of `options`; with `typing` also `typed`, what is being typed
    in the form beside the paper.
    """

    job: str
    name: str
    gather: Callable[..., Any]
    options: tuple[Option, ...] = ()
    typing: bool = False


def _always(choices: Sequence[tuple[Any, str]]) -> Callable[[Store, UUID], Sequence[tuple[Any, str]]]:
    """Choices that are the same for every meeting."""
    return lambda _store, _meeting: choices


_ORDER = Option("order", "Urutan dan kelompok", _always(ORDERS))
_SHEET = (
    _ORDER,
    Option("names", "Isi daftar", _always(NAMES)),
    Option("sheets", "Lembar", _always(SHEETS)),
    Option("spare", "Baris tambahan", _always(SPARE_ROWS)),
)
_INSTITUTION = Option("institution", "Instansi", institutions_concerned, parts=True)
_PHOTOS = Option("per_page", "Foto tiap halaman", _always(PER_PAGE))
_READINESS = (
    Option("matrix", "Matriks", _always(MATRICES)),
    Option("scores", "Isi sel", _always(SCORES)),
    Option("extent", "Isi surat", _always(EXTENTS)),
)
_THEN = Option("then", "Dibandingkan dengan", then_choices)
_PROGRAMME = Option("programme", "Lampiran acara", programme_choices)

PAPERS = {
    "invitation": Paper("invitation", "Surat Undangan", invitation_content, (_PROGRAMME,), typing=True),
    "rundown": Paper("rundown", "Susunan Acara", rundown_content),
    "briefing": Paper("leader-brief", "Bahan Pimpinan", leader_brief_content),
    "attendance-sheet": Paper("attendance-sheet", "Daftar Hadir", attendance_sheet_content, _SHEET),
    "attendance-list": Paper("attendance-list", "Daftar Peserta Hadir", attendance_list_content, (_ORDER,)),
    "minutes": Paper("minutes", "Notula", minutes_content, typing=True),
    "nota-dinas": Paper("nota-dinas", "Nota Dinas", nota_dinas_content, typing=True),
    "report": Paper("report", "Laporan Hasil Rapat", report_content, typing=True),
    "action-matrix": Paper("action-matrix", "Matriks Tindak Lanjut", action_matrix_content),
    "extract": Paper("extract", "Petikan", extract_content, (_INSTITUTION,)),
    "readiness": Paper("readiness", "Kesiapan", readiness_content, _READINESS),
    "readiness-progress": Paper("readiness-progress", READINESS_PROGRESS, progress_of_meeting, (_THEN,)),
    "photos": Paper("photo-pages", "Dokumentasi", photo_pages_content, (_PHOTOS,)),
    "accounting": Paper("accounting-checklist", "Kelengkapan SPJ", accounting_content, typing=True),
}
"""The papers of a meeting in the order of the work, by the name the console knows them by."""

OFFICE_PAPERS = {
    "recap": Paper("period-recap", "Rekapitulasi", period_recap_content),
    "conclusions": Paper("conclusions", CONCLUSIONS, conclusions_content),
    "situation": Paper("situation-report", SITUATION_REPORT, situation_content),
    "final-report": Paper("final-report", FINAL_REPORT, final_report_content),
    "topic-readiness": Paper("readiness", "Kesiapan", topic_readiness),
    "security": Paper("security-picture", SECURITY_PICTURE, security_picture_content),
    "rollup": Paper("region-rollup", REGION_ROLLUP, region_rollup_content),
    "stages": Paper("stage-timeline", STAGE_TIMELINE, stage_timeline_content),
    "topic-progress": Paper("readiness-progress", READINESS_PROGRESS, progress_between),
    "follow-ups": Paper("follow-up-list", FOLLOW_UP_LIST, follow_up_list_content),
}
"""The papers of no single meeting: what `gather` takes besides the store is each paper's own."""


def paper_name(kind: str) -> str:
    """What a paper is called; the kind itself where it is one of another version of the program."""
    known = PAPERS.get(kind) or OFFICE_PAPERS.get(kind)
    return known.name if known else kind


def gathered(
    store: Store, kind: str, meeting: UUID, *, typed: Mapping[str, Any] | None = None, **chosen: Any
) -> tuple[str, Any, paper.OfficeProfile]:
    """All the worker takes to make a paper of a meeting: its job, the content, and how it is printed.

    `typed` are values of the form beside the paper that are not kept yet: to be looked at, not to leave.
    """
    made = PAPERS[kind]
    typing = {"typed": typed} if made.typing and typed else {}
    return made.job, made.gather(store, meeting, **typing, **chosen), printed_profile(store, kind, meeting)


def paper_file_name(store: Store, kind: str, meeting: UUID, *, detail: str = "", suffix: str = ".pdf") -> str:
    """A proper name to save a meeting's paper under: date, kind, what was chosen, meeting."""
    head = head_of(store, meeting)
    return safe_file_name(f"{head.held_on:%Y-%m-%d}", PAPERS[kind].name, detail, head.title, suffix=suffix)


def chosen_words(store: Store, kind: str, meeting: UUID, chosen: Mapping[str, Any]) -> str:
    """What was chosen for a paper, in words for its file name; nothing where all is as usual."""
    words = []
    for option in PAPERS[kind].options:
        choices = option.choices(store, meeting)
        taken = chosen.get(option.key, choices[0][0]) if choices else None
        if choices and (option.parts or taken != choices[0][0]):
            words += [name for value, name in choices if value == taken]
    return " ".join(words)


def chosen_by_words(store: Store, kind: str, meeting: UUID, typed: Mapping[str, str]) -> dict[str, Any]:
    """What somebody typed for the options of a paper, as its `gather` takes it.

    A value may be typed as it is kept, or by its words or a part of them that only one has. Raises InvalidInput
    with what there is to choose from.
    """
    options = {option.key: option for option in PAPERS[kind].options}
    chosen = {}
    for key, text in typed.items():
        if key not in options:
            known = f"Yang dapat dipilih: {', '.join(options)}." if options else "Surat ini tanpa pilihan."
            raise InvalidInput(key, f"{PAPERS[kind].name} tidak punya pilihan “{key}”.", known)
        chosen[key] = _value(options[key], options[key].choices(store, meeting), text)
    return chosen


def _value(option: Option, choices: Sequence[tuple[Any, str]], text: str) -> Any:
    sought = fold(text)
    for match in (str(text).__eq__, lambda one: fold(one) == sought, lambda one: sought in fold(one)):
        found = [value for value, words in choices if match(str(value)) or match(words)]
        if len(found) == 1:
            return found[0]
        if found:
            break
    fitting = [one for one in choices if sought and sought in fold(one[1])] or choices
    names = [words if isinstance(value, UUID) else f"{value} ({words})" for value, words in fitting]
    more = f", dan {len(names) - _TOLD} lagi" if len(names) > _TOLD else ""
    raise InvalidInput(
        option.key,
        f"{option.label} “{text}” {'cocok dengan beberapa' if found else 'tidak ada'}.",
        f"Yang ada: {', '.join(names[:_TOLD])}{more}." if names else "Belum ada yang dapat dipilih.",
    )


def printed_profile(store: Store, kind: str, meeting: UUID) -> paper.OfficeProfile:
    """How a paper of a meeting is printed; frozen minutes as they were when they were frozen."""
    profile = paper_profile(store, meeting)
    if kind == "minutes" and head_of(store, meeting).state in FROZEN_STATES:
        version = current_version(store, meeting)
        parts = frozen_parts(store, version.id) if version else None
        if parts is not None:
            return replace(from_plain(paper.OfficeProfile, parts[1]), logo=profile.logo)
    return profile
