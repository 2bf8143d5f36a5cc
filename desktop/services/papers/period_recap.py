"""The recap of a period as it goes on paper: meetings, attendance and follow-ups counted by institution."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from uuid import UUID

from desktop.base.clock import today
from desktop.base.periods import Period
from desktop.base.places import safe_file_name
from desktop.documents import period_recap_content as paper
from desktop.models.queries.completion import WAYS, Completion, Scope, completion, overall, row_words
from desktop.models.queries.office import forums, topics
from desktop.models.queries.period_recap import PeriodRows, SeatsOfInstitution, rows_of_period
from desktop.models.store import Store
from desktop.models.words import OPEN_STATES

EVERY_MEETING = "Semua rapat"
_NO_INSTITUTION = "Tanpa instansi"

_Institution = tuple[int | None, str]  # two may have the same name


def period_recap_content(
    store: Store, period: Period, *, topic: UUID | None = None, forum: UUID | None = None
) -> paper.PeriodRecapContent:
    """Attendance and follow-ups of a period's meetings, those of a topic or forum if one is named, as of today."""
    day = today()
    rows = rows_of_period(store, period, topic=topic, forum=forum)
    counted = Scope(period, topic, forum)
    whole = overall(store, counted, day)
    tasks, regions, months = (completion(store, way, counted, day) for way in WAYS)
    return paper.PeriodRecapContent(
        period=period.words,
        scope=scope_words(store, topic=topic, forum=forum),
        as_of=day,
        meetings=_meetings(rows),
        attendance=_attendance(rows.attendance),
        tasks=_tasks(tasks),
        follow_ups=whole.total,
        open=sum(whole.counts[state] for state in OPEN_STATES),
        late=whole.late,
        regions=_tasks(regions),
        months=_tasks(months),
    )


def recap_title(period: Period, scope: str) -> str:
    """What the register calls the recap of a period; of some of its meetings, which in the words of `scope`."""
    return f"Rekapitulasi {period.words}" + ("" if scope == EVERY_MEETING else f" ({scope})")


def recap_file_name(period: Period, scope: str) -> str:
    """A proper name to save the recap under: its first day, what it is, period, which meetings."""
    named = "" if scope == EVERY_MEETING else scope
    return safe_file_name(f"{period.first:%Y-%m-%d}", "Rekapitulasi", period.words, named, suffix=".pdf")


def scope_choices(store: Store) -> list[tuple[dict[str, UUID], str]]:
    """Which meetings a recap can be about: arguments of `period_recap_content`, and their words."""
    return [
        ({}, EVERY_MEETING),
        *(({"topic": one.id}, f"Topik: {one.name}") for one in topics(store)),
        *(({"forum": one.id}, f"Forum: {one.name}") for one in forums(store)),
    ]


def scope_words(store: Store, **chosen: UUID | None) -> str:
    """The words of a choice; nothing where the topic or forum is gone."""
    named = {key: value for key, value in chosen.items() if value}
    return next((words for scope, words in scope_choices(store) if scope == named), "")


def _meetings(rows: PeriodRows) -> tuple[paper.RecapMeeting, ...]:
    invited: Counter[int] = Counter()
    guests: Counter[int] = Counter()
    for one in rows.seats:
        invited[one.meeting] += one.invited
        guests[one.meeting] += one.guests
    states = {(one.meeting, one.state): one.invited for one in rows.seats}
    given = {one.meeting: one.given for one in rows.given}
    return tuple(
        paper.RecapMeeting(
            one.title, one.held_on, one.cancelled, invited[one.key], states.get((one.key, "hadir"), 0),
            states.get((one.key, "diwakili"), 0), guests[one.key], given.get(one.key, 0),
        )
        for one in rows.meetings
    )  # fmt: skip


def _attendance(seats: Iterable[SeatsOfInstitution]) -> tuple[paper.RecapAttendance, ...]:
    found: defaultdict[_Institution, Counter[str]] = defaultdict(Counter)
    for one in seats:
        found[_named(one)][one.state] += one.invited
    return tuple(
        paper.RecapAttendance(
            name, states.total(), states["hadir"], states["diwakili"], states["berhalangan"],
            states["tidak_hadir"], states["belum_dicatat"],
        )
        for (_, name), states in found.items()
    )  # fmt: skip


def _tasks(rows: Iterable[Completion]) -> tuple[paper.RecapTasks, ...]:
    return tuple(
        paper.RecapTasks(
            row_words(one), one.total, one.counts["belum"], one.counts["proses"], one.counts["selesai_laporan"],
            one.counts["selesai_bukti"], one.counts["dihentikan"], one.late,
        )
        for one in rows
    )  # fmt: skip


def _named(one: SeatsOfInstitution) -> _Institution:
    return one.key, one.institution or one.label or _NO_INSTITUTION
