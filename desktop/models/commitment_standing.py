"""How each follow-up stands: what the register of follow-ups is ordered, filtered and counted by.

`commitment_standing` holds one row for each follow-up that was not deleted, under its `seq`. The write door brings
the rows up to date in its transaction; only those that came out different are written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Any
from uuid import UUID

from desktop.base.folding import sort_key
from desktop.models.carry_over import noted_on
from desktop.models.fields import DayField, IdField
from desktop.models.queries.commitment_states import is_unfinished, overall_state
from desktop.models.store import Store
from desktop.models.tables import CommitmentStanding
from desktop.models.words import COMMITMENT_STATES, DONE_STATES, OPEN_STATES, PROMISED_DUE

CONCERNED = frozenset(
    {
        "commitment",
        "addressee",
        "progress_report",
        "reminder",
        "attachment",
        "meeting",
        "forum",
        "institution",
        "position",
    }
)
TABLE, STALE = "commitment", "{} tindak lanjut berdiri salah dalam daftar tindak lanjut."
_AT_ONCE = 500
_IN_ORDER = attrgetter("int")  # of ids; as they came in, so that the rows are written one behind the other
_KEY_LENGTH = 160  # letters of the first addressee that decide its place

STATE_NUMBERS = {state: number for number, state in enumerate(COMMITMENT_STATES)}
"""The place of each state, from nothing done to given up; by it the register is ordered."""

Row = tuple[Any, ...]
_ID, _DAY = IdField(), DayField()
_COLUMNS = tuple(CommitmentStanding._meta.fields)

# Of an institution or post only its name tells anything, and only where it is the first that is named.
_WORDS = "coalesce(addressee.via, position.title || ' ' || institution.name, institution.name, addressee.label)"
_FIRST = (
    "SELECT addressee.commitment_id FROM addressee "
    "JOIN commitment_standing standing ON standing.commitment_id = addressee.commitment_id "
    "LEFT JOIN position ON position.id = addressee.position_id "
    "LEFT JOIN institution ON institution.id = coalesce(addressee.institution_id, position.institution_id) "
    f"WHERE ({{theirs}}) AND NOT addressee.deleted AND standing.addressee IS DISTINCT FROM {_WORDS} "
    "AND NOT EXISTS (SELECT 1 FROM addressee earlier WHERE earlier.commitment_id = addressee.commitment_id "
    "AND NOT earlier.deleted AND (earlier.order_no, earlier.seq) < (addressee.order_no, addressee.seq))"
)
_OF = {
    "addressee": "SELECT commitment_id FROM addressee WHERE id IN ({ids})",
    "progress_report": "SELECT commitment_id FROM progress_report WHERE id IN ({ids})",
    "reminder": "SELECT commitment_id FROM reminder WHERE id IN ({ids})",
    "attachment": (
        "SELECT coalesce(attachment.commitment_id, progress_report.commitment_id) FROM attachment "
        "LEFT JOIN progress_report ON progress_report.id = attachment.progress_report_id "
        "WHERE attachment.id IN ({ids})"
    ),
    # A meeting is written while one types; only its day and topic tell anything of its follow-ups.
    "meeting": (
        "SELECT standing.commitment_id FROM meeting "
        "JOIN commitment_standing standing ON standing.meeting_id = meeting.id "
        "LEFT JOIN forum ON forum.id = meeting.forum_id "
        "WHERE meeting.id IN ({ids}) AND (standing.held_on IS DISTINCT FROM meeting.held_on "
        "OR standing.topic_id IS DISTINCT FROM coalesce(meeting.topic_id, forum.topic_id))"
    ),
    "forum": (
        "SELECT standing.commitment_id FROM meeting "
        "JOIN commitment_standing standing ON standing.meeting_id = meeting.id WHERE meeting.forum_id IN ({ids})"
    ),
    "institution": _FIRST.replace(
        "{theirs}",
        "addressee.institution_id IN ({ids}) "
        "OR addressee.position_id IN (SELECT id FROM position WHERE institution_id IN ({ids}))",
    ),
    "position": _FIRST.replace("{theirs}", "addressee.position_id IN ({ids})"),
}
_HEADS = (
    "SELECT commitment.seq, commitment.id, commitment.meeting_id, "
    "coalesce(commitment.topic_id, meeting.topic_id, forum.topic_id), commitment.kind, "
    "commitment.sort_key, commitment.due_date, commitment.due_source, commitment.ended_how, "
    "CASE WHEN commitment.directed_on IS NULL THEN commitment.escalated_on END, meeting.held_on "
    "FROM commitment LEFT JOIN meeting ON meeting.id = commitment.meeting_id "
    "LEFT JOIN forum ON forum.id = meeting.forum_id "
    "WHERE commitment.id IN ({ids}) AND NOT commitment.deleted"
)
_ADDRESSEES = (
    f"SELECT addressee.commitment_id, addressee.state, addressee.via, {_WORDS} "
    "FROM addressee LEFT JOIN position ON position.id = addressee.position_id "
    "LEFT JOIN institution ON institution.id = coalesce(addressee.institution_id, position.institution_id) "
    "WHERE addressee.commitment_id IN ({ids}) AND NOT addressee.deleted "
    "ORDER BY addressee.order_no, addressee.seq"
)
_REPORTS = (
    "SELECT commitment_id, count(*), max(reported_on), count(due_after) FROM progress_report "
    "WHERE commitment_id IN ({ids}) AND NOT deleted GROUP BY commitment_id"
)
_REMINDERS = (
    "SELECT commitment_id, max(contacted_on) FROM reminder "
    "WHERE commitment_id IN ({ids}) AND NOT deleted GROUP BY commitment_id"
)
_EVIDENCE = (
    "SELECT commitment_id, id FROM attachment WHERE commitment_id IN ({ids}) AND NOT deleted "
    "UNION SELECT progress_report.commitment_id, attachment.id FROM attachment "
    "JOIN progress_report ON progress_report.id = attachment.progress_report_id "
    "WHERE progress_report.commitment_id IN ({ids}) AND NOT attachment.deleted"
)
_KEPT = f"SELECT {', '.join(_COLUMNS)} FROM commitment_standing WHERE commitment_id IN ({{ids}})"


def refresh(store: Store, touched: Mapping[str, Collection[UUID]], former: Mapping[str, Collection[UUID]]) -> None:
    """Reckon anew every follow-up that a change concerns; `former` are those something was taken from."""
    for part in _parts(sorted(_concerned(store, touched, former), key=_IN_ORDER)):
        wanted = {row[0]: row for row in _reckoned(store, part)}
        kept = {row[0]: row for row in _rows(store, _KEPT, part)}
        _forget(store, kept.keys() - wanted.keys())
        _keep(store, [row for seq, row in wanted.items() if kept.get(seq) != row])


def fill(store: Store) -> None:
    """Reckon all follow-ups where none are kept yet: in a database just brought up to date."""
    if store.one("SELECT 1 FROM commitment_standing LIMIT 1") is not None:
        return
    for part in _parts(_every(store)):
        _keep(store, list(_reckoned(store, part)))


def stale(store: Store) -> int:
    """How many follow-ups are kept otherwise than they stand, or not at all."""
    wanted = {row[0]: row for part in _parts(_every(store)) for row in _reckoned(store, part)}
    kept = {row[0]: row for row in store.rows(f"SELECT {', '.join(_COLUMNS)} FROM commitment_standing")}
    return sum(wanted.get(seq) != kept.get(seq) for seq in wanted.keys() | kept.keys())


def _concerned(
    store: Store, touched: Mapping[str, Collection[UUID]], former: Mapping[str, Collection[UUID]]
) -> set[UUID]:
    found = {*touched.get("commitment", ()), *former.get("commitment", ())}
    reports = [*touched.get("progress_report", ()), *former.get("progress_report", ())]
    asked = {**touched, "progress_report": reports}
    for table, sql in _OF.items():
        for part in _parts(asked.get(table, ())):
            found.update(_id(one) for (one,) in _rows(store, sql, part) if one is not None)
    return found


@dataclass(slots=True)
class _Parts:
    """What stands under a follow-up."""

    states: list[str] = field(default_factory=list)
    said: list[tuple[str | None, str | None]] = field(default_factory=list)
    reports: tuple[int, Any, int] = (0, None, 0)
    contacted_on: Any = None
    evidence: int = 0


def _reckoned(store: Store, ids: list[UUID]) -> Iterator[Row]:
    """How these follow-ups stand, as the driver keeps it; without those that are deleted."""
    under: defaultdict[Any, _Parts] = defaultdict(_Parts)
    for one, state, via, words in _rows(store, _ADDRESSEES, ids):
        under[one].states.append(state)
        under[one].said.append((via, words))
    for one, *reports in _rows(store, _REPORTS, ids):
        under[one].reports = (reports[0], reports[1], reports[2])
    for one, day in _rows(store, _REMINDERS, ids):
        under[one].contacted_on = day
    for one, _ in _rows(store, _EVIDENCE, ids):
        under[one].evidence += 1
    for head in _rows(store, _HEADS, ids):
        yield _row(store, head, under[head[1]])


def _row(store: Store, head: Row, under: _Parts) -> Row:
    seq, one, meeting, topic, kind, key, due, source, ended, waiting_since, held_on = head
    states, (reports, reported_on, moved) = under.states, under.reports
    total, open_ = len(states), sum(state in OPEN_STATES for state in states)
    done, proven = sum(state in DONE_STATES for state in states), states.count("selesai_bukti")
    state = overall_state(total, done, open_, states.count("proses"), proven=proven, ended_how=ended)
    groups = {via for via, _ in under.said if via is not None}
    said = len(groups) + sum(via is None for via, _ in under.said)
    first = under.said[0][1] if under.said else None
    return (
        seq, one, meeting, topic, kind, key, due, source, _monday(store, due),
        due if source in PROMISED_DUE else None, STATE_NUMBERS[state], is_unfinished(total, open_, ended), total,
        open_, states.count("proses"), done, proven, said, first,
        None if first is None else _key(first[:_KEY_LENGTH]), held_on,
        reported_on or held_on or _noted_on(store, _id(one)), under.contacted_on, waiting_since, reports, moved,
        under.evidence,
    )  # fmt: skip


@lru_cache(maxsize=1_024)  # the same few institutions stand in all of them
def _key(addressee: str) -> str:
    return sort_key(addressee)


def _noted_on(store: Store, one: UUID) -> Any:
    """The day a follow-up without a meeting was noted, which its id tells."""
    day = noted_on(one)
    return None if day == date.min else _kept_day(store, day)


def _monday(store: Store, day: Any) -> Any:
    due = _DAY.python_value(day)
    return None if due is None else _kept_day(store, due - timedelta(days=due.weekday()))


def _kept_day(store: Store, day: date) -> Any:
    """A day as the driver gives it back."""
    return day.isoformat() if store.engine == "sqlite" else day


def _keep(store: Store, rows: list[Row]) -> None:
    if not rows:
        return
    fresh = ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS[1:])
    store.executemany(
        f"INSERT INTO commitment_standing ({', '.join(_COLUMNS)}) "
        f"VALUES ({', '.join([store.mark] * len(_COLUMNS))}) ON CONFLICT (seq) DO UPDATE SET {fresh}",
        rows,
    )


def _forget(store: Store, seqs: Collection[int]) -> None:
    if seqs:
        marks = ", ".join([store.mark] * len(seqs))
        store.execute(f"DELETE FROM commitment_standing WHERE seq IN ({marks})", tuple(seqs))


def _every(store: Store) -> list[UUID]:
    return [_id(one) for (one,) in store.rows("SELECT id FROM commitment WHERE NOT deleted ORDER BY seq")]


def _rows(store: Store, sql: str, ids: list[UUID]) -> list[Row]:
    marks = ", ".join([store.mark] * len(ids))
    return store.rows(sql.format(ids=marks), tuple(ids) * sql.count("{ids}"))


def _parts(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    listed = list(ids)
    for start in range(0, len(listed), _AT_ONCE):
        yield listed[start : start + _AT_ONCE]


def _id(value: Any) -> UUID:
    found = _ID.python_value(value)
    assert found is not None
    return found
