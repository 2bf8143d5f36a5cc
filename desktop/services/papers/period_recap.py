"""The recap of a period as it goes on paper: meetings, attendance and follow-ups counted by institution."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from desktop.base.clock import today
from desktop.base.periods import Period
from desktop.base.places import safe_file_name
from desktop.documents import period_recap_content as paper
from desktop.models.queries.commitment_states import is_late
from desktop.models.queries.office import forums, topics
from desktop.models.queries.period_recap import PeriodRows, SeatOfPeriod, TaskOfPeriod, rows_of_period
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, OPEN_STATES

EVERY_MEETING = "Semua rapat"
_NO_INSTITUTION = "Tanpa instansi"
_NOBODY_NAMED = "Belum ada penanggung jawab"
_LATE = "terlambat"

_Institution = tuple[int | None, str]  # two may have the same name


def period_recap_content(
    store: Store, period: Period, *, topic: UUID | None = None, forum: UUID | None = None
) -> paper.PeriodRecapContent:
    """Attendance and follow-ups of a period's meetings, those of a topic or forum if one is named, as of today."""
    rows, day = rows_of_period(store, period, topic=topic, forum=forum), today()
    unfinished = _unfinished(rows.tasks)
    return paper.PeriodRecapContent(
        period=period.words,
        scope=scope_words(store, topic=topic, forum=forum),
        as_of=day,
        meetings=_meetings(rows),
        attendance=_attendance(invited_seats(rows.seats)),
        tasks=_tasks(rows.tasks, day),
        follow_ups=len({one.commitment for one in rows.tasks}),
        open=len(unfinished),
        late=len({one.commitment for one in unfinished.values() if _is_late(one, day)}),
    )


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


def invited_seats(seats: Sequence[SeatOfPeriod]) -> list[SeatOfPeriod]:
    """The seats that count as invited; a group of which single institutions are noted counts by them."""
    noted = {(one.meeting, one.label) for one in seats if one.institution_key is not None}
    return [one for one in seats if not one.is_guest and not (one.is_group and (one.meeting, one.label) in noted)]


def _meetings(rows: PeriodRows) -> tuple[paper.RecapMeeting, ...]:
    invited = Counter(one.meeting for one in invited_seats(rows.seats))
    states = Counter((one.meeting, one.state) for one in invited_seats(rows.seats))
    guests = Counter(one.meeting for one in rows.seats if one.is_guest)
    given = Counter(meeting for meeting, _ in {(one.meeting, one.commitment) for one in rows.tasks})
    return tuple(
        paper.RecapMeeting(
            one.title, one.held_on, one.cancelled, invited[one.key], states[one.key, "hadir"],
            states[one.key, "diwakili"], guests[one.key], given[one.key],
        )
        for one in rows.meetings
    )  # fmt: skip


def _attendance(seats: Iterable[SeatOfPeriod]) -> tuple[paper.RecapAttendance, ...]:
    found: defaultdict[_Institution, Counter[str]] = defaultdict(Counter)
    for one in seats:
        found[_named(one, _NO_INSTITUTION)][one.state] += 1
    return tuple(
        paper.RecapAttendance(
            name, states.total(), states["hadir"], states["diwakili"], states["berhalangan"],
            states["tidak_hadir"], states["belum_dicatat"],
        )
        for (_, name), states in found.items()
    )  # fmt: skip


def _tasks(tasks: Iterable[TaskOfPeriod], day: date) -> tuple[paper.RecapTasks, ...]:
    found: defaultdict[_Institution, Counter[str]] = defaultdict(Counter)
    for one in tasks:
        counts = found[_named(one, _NO_INSTITUTION if one.state else _NOBODY_NAMED)]
        counts[one.state or "belum"] += 1
        counts[_LATE] += _is_late(one, day)
    return tuple(
        paper.RecapTasks(
            name, sum(counts[state] for state in COMMITMENT_STATES), counts["belum"], counts["proses"],
            counts["selesai_laporan"], counts["selesai_bukti"], counts["dihentikan"], counts[_LATE],
        )
        for (_, name), counts in found.items()
    )  # fmt: skip


def _named(one: SeatOfPeriod | TaskOfPeriod, otherwise: str) -> _Institution:
    return one.institution_key, one.institution or one.label or otherwise


def _unfinished(tasks: Iterable[TaskOfPeriod]) -> dict[int, TaskOfPeriod]:
    """The follow-ups somebody still has to do, those without an addressee included, each by one of its rows."""
    return {one.commitment: one for one in tasks if _is_open(one)}


def _is_open(one: TaskOfPeriod) -> bool:
    return one.state is None or one.state in OPEN_STATES


def _is_late(one: TaskOfPeriod, day: date) -> bool:
    return is_late(one.due_date, one.due_source, _is_open(one), day)
