"""How readiness is put into words, the same on the matrix, for the screen reader and on the first page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.base.dates import countdown_text, long_date, medium_date
from desktop.base.numbers import grouped, plain
from desktop.base.readiness_levels import Level, level_of
from desktop.base.reporting import period_words
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.item_reports import ReportRow
from desktop.models.queries.readiness import Cell
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.score import MULTIPLIED, NOT_APPLICABLE, Tally
from desktop.models.words import DUE_BASES, READINESS_STATES
from desktop.services.readiness_values import Goal, goal_of, value_words
from desktop.services.readiness_words import worst_state_words
from desktop.ui.colours import Tone

translate = QCoreApplication.translate

LATE_SYMBOL, OLD_SYMBOL = "triangle-alert", "history"
"""Icons of what is past its day, and of an answer that is to be confirmed."""

_LEVEL_TONES = {
    Level.SILENT: Tone.NONE,
    Level.LITTLE: Tone.NONE,
    Level.GOOD: Tone.OK,
    Level.HALF_WAY: Tone.ATTENTION,
    Level.WEAK: Tone.PROBLEM,
}
_STATE_LOOKS: dict[str | None, tuple[Tone, str]] = {
    None: (Tone.NONE, "circle-dashed"),
    "belum_siap": (Tone.PROBLEM, "circle-x"),
    "sebagian": (Tone.ATTENTION, "clock"),
    "siap": (Tone.OK, "check"),
    "siap_bukti": (Tone.OK, "circle-check"),
    NOT_APPLICABLE: (Tone.NONE, "minus"),
}

_SHORT_REGIONS = (("Kabupaten ", "Kab. "), ("Provinsi ", "Prov. "), ("Wilayah Kerja Bakorwil ", "Wilker "))


def short_region(name: str) -> str:
    """A region's name for narrow places: `Kab. Tuban`."""
    for long, short in _SHORT_REGIONS:
        if name.startswith(long):
            return short + name.removeprefix(long)
    return name


def count_text(tally: Tally) -> str:
    """How many items that apply are ready: `18/25`; how many there are while nobody reported: `25 butir`."""
    if not tally.applicable:
        return "–"
    if not tally.reported:
        return translate("ReadinessWording", "{count} butir").format(count=grouped(tally.applicable))
    return f"{grouped(tally.ready)}/{grouped(tally.applicable)}"


def coverages(tally: Tally) -> tuple[str, str, str]:
    """How many items were reported, in three lengths, the longest first: `3 dari 28 dilaporkan`, …, `3 masuk`."""
    part, whole = grouped(tally.reported), grouped(tally.applicable)
    return (
        translate("ReadinessWording", "{part} dari {whole} dilaporkan").format(part=part, whole=whole),
        translate("ReadinessWording", "{part} dilaporkan").format(part=part),
        translate("ReadinessWording", "{part} masuk").format(part=part),
    )


def score_text(tally: Tally) -> str:
    """The score as written in a cell: `50%`, an en dash while there is none."""
    return "–" if tally.percent is None else f"{tally.percent}%"


def tone_of(tally: Tally) -> Tone:
    """How a score is to be taken: a problem only where it was reported, calm only where half was reported."""
    return _LEVEL_TONES[level_of(tally.percent, tally.reported, tally.applicable)]


def state_look(state: str | None) -> tuple[Tone, str]:
    """The tone and icon of an item's state; None is an item without a report."""
    return _STATE_LOOKS[state]


def cell_parts(cell: Cell) -> list[str]:
    """What a cell says, part by part: counts, coverage, score, what is to be confirmed, what is late."""
    tally = cell.tally
    if cell.is_empty:
        return [translate("ReadinessWording", "Tidak ada butir di sini")]
    if not tally.applicable:
        return [READINESS_STATES[NOT_APPLICABLE]]
    parts = []
    if tally.reported:
        words = translate("ReadinessWording", "{part} dari {whole} siap")
        parts.append(words.format(part=grouped(tally.ready), whole=grouped(tally.applicable)))
    parts.append(coverages(tally)[0])
    if tally.percent is not None:
        parts.append(translate("ReadinessWording", "skor {score}").format(score=score_text(tally)))
    return [*parts, *(words for _, words in marks(cell))]


def marks(cell: Cell) -> list[tuple[str, str]]:
    """What else is to be seen of a cell, each with its symbol: `2 terlambat`, `3 perlu dikonfirmasi`."""
    late = translate("ReadinessWording", "{count} terlambat").format(count=grouped(cell.late))
    old = translate("ReadinessWording", "{count} perlu dikonfirmasi").format(count=grouped(cell.to_confirm))
    found = ((cell.late, LATE_SYMBOL, late), (cell.to_confirm, OLD_SYMBOL, old))
    return [(symbol, words) for count, symbol, words in found if count]


def worst_text(cell: Cell) -> str:
    """The item that most holds a cell back: `LOG-05 Tinta diterima – belum siap`; "" where none does."""
    if cell.worst is None:
        return ""
    state = worst_state_words(cell.worst)
    return f"{cell.worst.code} {cell.worst.text} – {state[0].lower()}{state[1:]}"


def cell_lines(cell: Cell) -> list[str]:
    """A cell in full sentences, for its tip and for the screen reader."""
    tally = cell.tally
    lines = cell_parts(cell)
    lines += [
        f"{READINESS_STATES[state]}: {grouped(count)}"
        for state, count in zip(list(READINESS_STATES), tally.states, strict=False)
        if count
    ]
    if tally.left_out and tally.applicable:
        lines.append(f"{READINESS_STATES[NOT_APPLICABLE]}: {grouped(tally.left_out)}")
    if worst := worst_text(cell):
        lines.append(translate("ReadinessWording", "Paling perlu perhatian: {item}").format(item=worst))
    if cell.updated_on is not None:
        lines.append(
            translate("ReadinessWording", "Laporan terakhir {day}").format(day=medium_date(cell.updated_on))
        )
    return lines


def countdown(topic: TopicRow, today: date) -> str:
    """How far the topic's day is: `H-62 menuju Hari H, 27 November 2024`; "" without a day."""
    if topic.event_date is None:
        return ""
    day, label = medium_date(topic.event_date), topic.event_label
    if topic.event_date == today:
        return translate("ReadinessWording", "Hari ini {label}, {day}").format(label=label, day=day)
    words = (
        translate("ReadinessWording", "{count} menuju {label}, {day}")
        if topic.event_date > today
        else translate("ReadinessWording", "{count} ({label}: {day})")
    )
    return words.format(count=countdown_text(topic.event_date, today), label=label, day=day)


def due_text(item: ItemRow, event: date | None) -> str:
    """Until when an item should be ready and on what ground: `Senin, 11 November 2024 (H-16) · Diberitakan`."""
    if item.due_on is None or event is None:
        return translate("ReadinessWording", "Tidak ditentukan")
    offset = "H" if item.due_on == event else countdown_text(event, item.due_on)
    return f"{long_date(item.due_on)} ({offset}) · {DUE_BASES[item.due_basis]}"


def target_text(item: ItemRow) -> str:
    """What is aimed at, with its unit: `100 % TPS`, `2 botol/TPS`; "Ya" for a plain yes."""
    if is_yes_or_no(item):
        return translate("ReadinessWording", "Ya (terlaksana atau tersedia)")
    repeats = translate("ReadinessWording", ", dilaporkan berkala") if item.repeats else ""
    return f"{item.target} {item.unit or ''}".strip() + repeats


def short_need(item: ItemRow) -> str:
    """What is needed for narrow places: `4.240 botol`, `100 % TPS`; with a star while it is provisional."""
    goal = goal_of(item)
    if goal.kind not in MULTIPLIED or goal.need is None:
        return (
            translate("ReadinessWording", "ya")
            if goal.kind == "ya"
            else f"{item.target} {item.unit or ''}".strip()
        )
    return f"{plain(goal.need)} {goal.things}".strip() + ("*" if item.is_provisional else "")


def is_yes_or_no(item: ItemRow) -> bool:
    """Whether an item has nothing to count."""
    return item.target == "ya"


def report_text(report: ReportRow, goal: Goal) -> str:
    """One report in a line: `4 Oktober 2024 · Sebagian siap · 80% · KPU Kabupaten Tuban · catatan`.

    Where it is one of many periods its period stands in front.
    """
    parts = [
        period_words(report.period) if report.period else "",
        medium_date(report.as_of),
        READINESS_STATES[report.state],
        value_words(report.value, report.measure, report.value_text, goal),
        report.institution or "",
        report.note or "",
        report.source or "",
        report.meeting or "",
    ]
    return " · ".join(part for part in parts if part)
