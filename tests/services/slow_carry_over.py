"""What each meeting goes through, told the slow way: one part after the other is walked through time.

Written from the rule in words (`desktop.models.carry_over`), sharing none of its code: it reads whole tables and
keeps a clock, where the program looks back from one meeting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from desktop.models.fields import DayField, IdField
from desktop.models.store import Store

Row = dict[str, Any]
_ID, _DAY = IdField(), DayField()
_DAYS = {"held_on", "reported_on", "state_on", "show_again_on", "ended_on"}
_TABLES = {
    "meeting": "seq id forum_id topic_id held_on starts_at cancelled",
    "commitment": "seq id meeting_id topic_id show_again_on ended_on ended_how",
    "addressee": "seq id commitment_id state state_on",
    "progress_report": "seq id commitment_id addressee_id meeting_id reported_on state",
}
OPEN = ("belum", "proses")
_ASKS, _ANSWERS, _OVER, _LATER = 1, 2, 3, 4


@dataclass
class Told:
    """What a meeting goes through: each part it asks for, with the how manieth time it is, and the closed ones."""

    asked: dict[UUID, int] = field(default_factory=dict)
    closed: set[UUID] = field(default_factory=set)


def newest(store: Store) -> dict[str, int]:
    """The number of the newest row of each table."""
    return {table: (store.one(f"SELECT max(seq) FROM {table}") or (0,))[0] or 0 for table in _TABLES}


class SlowOffice:
    """All there is as it stands now, `after` some rows that do not count."""

    def __init__(self, store: Store, after: dict[str, int]) -> None:
        self.meetings, self.commitments, self.parts, self.reports = (
            list(_read(store, table, names.split(), after[table])) for table, names in _TABLES.items()
        )
        self._live = {one["id"]: one for one in self.meetings}

    def goes_through(self, meeting: UUID) -> Told:
        """What one meeting goes through."""
        told = Told()
        for commitment in self.commitments:
            own = [part for part in self.parts if part["commitment_id"] == commitment["id"]]
            for part in own or [None]:
                self._walk(commitment, part, self._live[meeting], told)
        return told

    def still_open(self, forum: UUID | None, topic: UUID | None) -> set[UUID]:
        """The follow-ups of a series that are open today, however long they sleep."""
        found = set()
        for one in self.commitments:
            parts = [part for part in self.parts if part["commitment_id"] == one["id"]]
            is_open = any(part["state"] in OPEN for part in parts) or (not parts and one["ended_how"] is None)
            origin = self._live.get(one["meeting_id"])
            there = {"id": None, "forum_id": forum, "topic_id": topic}
            if is_open and self._concerns(there, one, origin):
                found.add(one["id"])
        return found

    def _walk(self, commitment: Row, part: Row | None, target: Row, told: Told) -> None:
        key = part["id"] if part else commitment["id"]
        origin = self._live.get(commitment["meeting_id"])
        begins = _key(origin) if origin else (self._noted_on(commitment, part), "", 0)
        alive, state, heard, times = False, "belum", None, 0
        for at, phase, event in self._events(commitment, part, begins):
            if not alive and at > begins:
                alive = True
            if phase == _ASKS:
                answered = part is not None and self._answered(part, event)
                holds = not event["cancelled"]
                fresh = alive and state in OPEN and not self._sleeps(commitment, event)
                if event is target:
                    if answered or (holds and fresh and self._concerns(event, commitment, origin)):
                        told.asked[key] = times + 1
                    elif holds and alive and not fresh and self._concerns(event, commitment, origin):
                        news = state not in OPEN and (heard is None or heard in OPEN)
                        told.closed |= {key} if news else set()
                    return
                if holds and alive and (answered or fresh) and self._concerns(event, commitment, origin):
                    times += 1
                if holds and self._same_series(event, target):
                    heard = state if alive else None
            elif phase == _OVER:
                if not event["cancelled"] and self._same_series(event, target) and part is not None:
                    said = [one["state"] for one in self._answers(part, event)]
                    heard = said[-1] if said else heard
            else:
                state = event["state"]

    def _events(self, commitment: Row, part: Row | None, begins: Any) -> Iterator[tuple[Any, int, Row]]:
        """Meetings and reports in the order of time; nothing is reported before it began."""
        events: list[tuple[Any, int, tuple[Any, float], Row]] = []
        for one in self.meetings:
            events += [(_key(one), _ASKS, ((), 0), one), (_key(one), _OVER, ((), 0), one)]
        reports = [] if part is None else [one for one in self.reports if one["addressee_id"] == part["id"]]
        for one in reports:
            at, phase = self._when(one, reports)
            events.append((max(at, begins), phase if at > begins else _LATER, (at, one["seq"]), one))
        reported = [(*event[:3], event[3]["state"]) for event in events if "addressee_id" in event[3]]
        at, phase, order, said = max(reported, default=(begins, _LATER, ((), 0), "belum"))
        now, day = self._stands(commitment, part)
        if now != said:
            noted = (day, "", 0) if day else begins
            later = (noted, 0) if noted > at else (at, phase)
            events.append((*later, (order[0], 10**9), {"state": now}))
        for at, phase, _, event in sorted(events, key=lambda event: event[:3]):
            yield at, phase, event

    def _when(self, report: Row, reports: list[Row]) -> tuple[Any, int]:
        """A report without a meeting comes in the morning, or after the last meeting that had heard of it by then."""
        given = self._live.get(report["meeting_id"])
        if given is not None:
            return _key(given), _ANSWERS
        heard = [
            _key(self._live[one["meeting_id"]])
            for one in reports
            if one["meeting_id"] in self._live and one["seq"] < report["seq"]
            and self._live[one["meeting_id"]]["held_on"] == report["reported_on"]
        ]  # fmt: skip
        return (max(heard), _LATER) if heard else ((report["reported_on"], "", 0), 0)

    @staticmethod
    def _stands(commitment: Row, part: Row | None) -> tuple[str, Any]:
        if part:
            return part["state"], part["state_on"]
        ends = {None: "belum", "selesai": "selesai_laporan"}
        return ends.get(commitment["ended_how"], "dihentikan"), commitment["ended_on"]

    def _answers(self, part: Row, meeting: Row) -> list[Row]:
        return [
            one for one in self.reports
            if one["addressee_id"] == part["id"] and one["meeting_id"] == meeting["id"]
        ]  # fmt: skip

    def _answered(self, part: Row, meeting: Row) -> bool:
        return bool(self._answers(part, meeting))

    def _sleeps(self, commitment: Row, meeting: Row) -> bool:
        until = commitment["show_again_on"]
        if until is None or until <= meeting["held_on"]:
            return False
        for one in self.reports:
            given = self._live.get(one["meeting_id"])
            if one["commitment_id"] != commitment["id"] or given is None:
                continue
            if _key(given) >= _key(meeting) and given["held_on"] < until:
                return False
        return True

    @staticmethod
    def _concerns(meeting: Row, commitment: Row, origin: Row | None) -> bool:
        if origin is None:
            return meeting["topic_id"] is not None and meeting["topic_id"] == commitment["topic_id"]
        if meeting["forum_id"]:
            return bool(meeting["forum_id"] == origin["forum_id"])
        return meeting["topic_id"] is not None and meeting["topic_id"] == origin["topic_id"]

    @staticmethod
    def _same_series(one: Row, target: Row) -> bool:
        if target["forum_id"]:
            return bool(one["forum_id"] == target["forum_id"])
        return target["topic_id"] is not None and one["topic_id"] == target["topic_id"]

    def _noted_on(self, commitment: Row, part: Row | None) -> Any:
        seconds = (commitment["id"].int >> 80) / 1000
        west_indonesia = timezone(timedelta(hours=7))
        days = [datetime.fromtimestamp(seconds, UTC).astimezone(west_indonesia).date()]
        for one in self.reports:
            if one["commitment_id"] == commitment["id"]:
                given = self._live.get(one["meeting_id"])
                days.append(given["held_on"] if given else one["reported_on"])
        days += [day for day in (commitment["ended_on"], part["state_on"] if part else None) if day]
        return min(days)


def _key(meeting: Row) -> tuple[Any, str, int]:
    begins = meeting["starts_at"]
    return meeting["held_on"], str(begins)[:5] if begins else "99:99", meeting["seq"]


def _read(store: Store, table: str, names: list[str], after: int) -> Iterator[Row]:
    sql = f"SELECT {', '.join(names)} FROM {table} WHERE NOT deleted AND seq > {after} ORDER BY seq"
    for row in store.rows(sql):
        yield {
            name: _DAY.python_value(value) if name in _DAYS
            else _ID.python_value(value) if name == "id" or name.endswith("_id")
            else value
            for name, value in zip(names, row, strict=True)
        }  # fmt: skip
