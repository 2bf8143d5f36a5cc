"""The recap of a period as it goes on paper: meetings, attendance and follow-ups counted by institution."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from desktop.base.clock import today
from desktop.base.periods import Period
from desktop.base.places import safe_file_name
from desktop.documents import period_recap_content as paper
from desktop.models.queries.completion import WAYS, Completion, completion, overall, row_words
from desktop.models.queries.invited_seats import Attendance, attendance
from desktop.models.queries.office import forums, topics
from desktop.models.queries.period_recap import meetings_of
from desktop.models.queries.scope import Scope
from desktop.models.store import Store
from desktop.models.words import OPEN_STATES

EVERY_MEETING = "Semua rapat"
EVER = "Semua waktu"
NO_INSTITUTION = "Tanpa instansi"


def period_recap_content(
    store: Store, period: Period | None, *, topic: UUID | None = None, forum: UUID | None = None
) -> paper.PeriodRecapContent:
    """Attendance and follow-ups of a period's meetings, those of a topic or forum if one is named, as of today.

    Without a period those of all meetings there are.
    """
    day, scope = today(), Scope(period, topic, forum)
    whole = overall(store, scope, day)
    tasks, regions, months = (completion(store, way, scope, day) for way in WAYS)
    return paper.PeriodRecapContent(
        period=period.words if period else EVER,
        scope=scope_words(store, topic=topic, forum=forum),
        as_of=day,
        meetings=_meetings(store, scope),
        attendance=_attendance(attendance(store, "institution", scope)),
        tasks=_tasks(tasks),
        follow_ups=whole.total,
        open=sum(whole.counts[state] for state in OPEN_STATES),
        late=whole.late,
        regions=_tasks(regions),
        months=_tasks(months),
    )


def recap_title(period: Period | None, scope: str) -> str:
    """What the register calls the recap of a period; of some of its meetings, which in the words of `scope`."""
    return named_by_period("Rekapitulasi", period, scope)


def named_by_period(name: str, period: Period | None, scope: str) -> str:
    """A paper's name with its period and, in the words of `scope`, which meetings; nothing where it is all."""
    words = " ".join(filter(None, (name, period.words if period else "")))
    return words + ("" if scope == EVERY_MEETING else f" ({scope})")


def recap_file_name(period: Period | None, scope: str) -> str:
    """A proper name to save the recap under: its first day, what it is, period, which meetings."""
    return file_named_by_period("Rekapitulasi", period, scope)


def file_named_by_period(name: str, period: Period | None, scope: str) -> str:
    """A proper name for the file of a paper about a period; without one the day of today leads."""
    day, words = (period.first, period.words) if period else (today(), EVER)
    return safe_file_name(f"{day:%Y-%m-%d}", name, words, "" if scope == EVERY_MEETING else scope, suffix=".pdf")


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


def _meetings(store: Store, scope: Scope) -> tuple[paper.RecapMeeting, ...]:
    seats = {one.found_by.meeting: one for one in attendance(store, "meeting", scope)}
    return tuple(
        paper.RecapMeeting(one.title, one.held_on, one.cancelled, tasks=one.given)
        if (seen := seats.get(one.id)) is None
        else paper.RecapMeeting(
            one.title, one.held_on, one.cancelled, seen.total, seen.counts["hadir"], seen.counts["diwakili"],
            seen.guests, one.given,
        )
        for one in meetings_of(store, scope)
    )  # fmt: skip


def _attendance(rows: Iterable[Attendance]) -> tuple[paper.RecapAttendance, ...]:
    return tuple(
        paper.RecapAttendance(
            one.name or NO_INSTITUTION, one.total, one.counts["hadir"], one.counts["diwakili"],
            one.counts["berhalangan"], one.counts["tidak_hadir"], one.counts["belum_dicatat"],
        )
        for one in rows
    )  # fmt: skip


def _tasks(rows: Iterable[Completion]) -> tuple[paper.RecapTasks, ...]:
    return tuple(
        paper.RecapTasks(
            row_words(one), one.total, one.counts["belum"], one.counts["proses"], one.counts["selesai_laporan"],
            one.counts["selesai_bukti"], one.counts["dihentikan"], one.late,
        )
        for one in rows
    )  # fmt: skip
