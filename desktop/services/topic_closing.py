"""Tutup Topik: everything open in a topic gets an end, then the topic is closed and stands still.

What was followed up or told gets its end in its own record. Minutes nobody signed and forms that never came back
are left as they are: the reason stands in the note of the closing, and nothing pretends they were finished.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.base.errors import ChangedMeanwhile, InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import children_values
from desktop.models.queries.closing import LEFT_OPEN, OpenItem, open_items
from desktop.models.queries.records import fields_of
from desktop.models.seeds import fixed_id
from desktop.models.tables import (
    Addressee,
    Commitment,
    CommitmentInstitution,
    CommitmentRegion,
    Issue,
    Topic,
)
from desktop.models.words import ENDS, OPEN_ITEM_KINDS, OPEN_STATES
from desktop.services import rules
from desktop.services.addressee_states import set_by_hand
from desktop.services.commitments import To, insert_commitment
from desktop.services.desk import Desk
from desktop.services.open_topic import require_open_topic

_LONGEST_REASON = 2_000
_TOLD = 5  # hindrances named in a message
POSSIBLE_ENDS: Mapping[str, tuple[str, ...]] = {
    "tindak_lanjut": ("selesai", "dihentikan", "dialihkan"),
    "kendala": ("selesai", "dihentikan", "dialihkan"),
    "arahan": ("selesai", "dihentikan"),
    "notula": ("dihentikan",),
    "formulir": ("dihentikan",),
}
"""The ends each kind of open item can be given here; minutes are signed, forms taken back at their own places."""


@dataclass(frozen=True, slots=True)
class End:
    """How something ends: `how` of `words.ENDS`, and why.

    What is handed over (`dialihkan`) goes to another open topic (`topic`) or to an institution outside
    (`outside`, words). Of a question to the head that was answered the reason is the answer.
    """

    how: str
    reason: str = ""
    topic: UUID | None = None
    outside: str = ""


def end_items(desk: Desk, topic: UUID, items: Sequence[OpenItem], end: End, on: date | None = None) -> ChangeSet:
    """Give follow-ups, problems and questions of a topic their end; one undo takes it back from all of them.

    Raises InvalidInput naming what is missing: the reason, where to, or an end the item cannot have;
    ChangedMeanwhile for one that is not open in the topic any more.
    """
    day = on or today()
    with writing(desk.store, "topic.end", by=desk.user) as write:
        require_open_topic(desk.store, topic)
        sound = _sound(write, topic, end)
        for one in items:
            _require_possible(one, sound)
        if not {one.key for one in items} <= {one.key for one in open_items(desk.store, topic)}:
            raise ChangedMeanwhile(
                "Sebagian butir ini sudah diberi akhir atau dihapus sementara itu.",
                "Muat ulang halaman ini, lalu pilih lagi yang masih terbuka.",
            )
        for one in {one.key: one for one in items}.values():
            if one.table == "issue" and one.kind == "kendala":
                _end_problem(write, one.id, sound, day)
            elif one.kind == "tindak_lanjut":
                _end_follow_up(write, one.id, sound, day)
            else:
                _end_question(write, one, sound, day)
        return write.finish()


def without_end(desk: Desk, topic: UUID, left: Iterable[UUID] = ()) -> list[OpenItem]:
    """What hinders closing a topic; `left` are minutes and forms there is a reason for."""
    reasoned = set(left)
    return [one for one in open_items(desk.store, topic) if not (one.kind in LEFT_OPEN and one.id in reasoned)]


def close_topic(
    desk: Desk, topic: UUID, *, on: date | None = None, note: str = "", left: Mapping[UUID, str] | None = None
) -> ChangeSet:
    """Close a topic in which everything has an end; from then on what belongs to it stands still.

    `left` are the reasons for minutes not signed and forms not come back, by their ids; they join the note.
    Raises InvalidInput("items") naming what has no end yet.
    """
    day = on or today()
    if rules.is_ahead(day):
        raise InvalidInput("closed_on", "Topik tidak dapat ditutup di masa depan.", "Tulis tanggal hari ini.")
    reasons = {one: words for one, words in ((o, _one_line(w)) for o, w in (left or {}).items()) if words}
    words = rules.cleaned({"closing_note": note})["closing_note"]
    with writing(desk.store, "topic.close", by=desk.user) as write:
        require_open_topic(desk.store, topic)
        still_open = open_items(desk.store, topic)
        hindering = [one for one in still_open if not (one.kind in LEFT_OPEN and one.id in reasons)]
        if hindering:
            raise InvalidInput("items", _hindered(hindering), "Beri akhir pada setiap butir dulu.")
        lines = [words, *(_left_words(one, reasons[one.id]) for one in still_open)]
        write.update(
            Topic, topic, state="closed", closed_on=day, closing_note="\n".join(filter(None, lines)) or None
        )
        return write.finish()


def reopen_topic(desk: Desk, topic: UUID, reason: str) -> ChangeSet:
    """Open a closed topic again; what was ended stays ended, and the journal keeps the reason."""
    words = _required_reason(reason, "Tulis mengapa topik ini dibuka kembali.")
    with writing(desk.store, "topic.reopen", by=desk.user, reason=words) as write:
        values = fields_of(desk.store, "topic", topic)
        if values["state"] != "closed":
            raise InvalidInput(
                "state", f"Topik “{values['name']}” tidak sedang ditutup.", "Muat ulang halaman ini."
            )
        write.update(Topic, topic, state="open", closed_on=None, closing_note=None)
        return write.finish()


# What an end means in each kind of record


def _end_follow_up(write: Write, one: UUID, end: End, day: date) -> None:
    successor = _taken_over(write, one, end.topic) if end.topic else None
    state = "selesai_laporan" if end.how == "selesai" else "dihentikan"
    parts = children_values(write.store, Addressee, "commitment_id", one, ("id", "state"))
    set_by_hand(write, [part for part, before in parts if before in OPEN_STATES], state, day)
    write.update(
        Commitment, one, ended_on=day, ended_how=end.how, ended_note=_ended_words(end) or None,
        successor_id=successor, **_question_taken_back(write, "commitment", one),
    )  # fmt: skip


def _taken_over(write: Write, one: UUID, topic: UUID) -> UUID:
    """The follow-up of another topic that goes on where this one ends: for those who have not finished."""
    values = fields_of(write.store, "commitment", one).values
    named = ("institution_id", "position_id", "label", "via", "state")
    parts = children_values(write.store, Addressee, "commitment_id", one, named)
    kept = ("kind", "text", "code", "due_date", "due_source", "due_note", "indicator", "priority")
    regions, institutions = (
        [end for (end,) in children_values(write.store, table, "commitment_id", one, (column,))]
        for table, column in ((CommitmentRegion, "region_id"), (CommitmentInstitution, "institution_id"))
    )
    successor = insert_commitment(
        write, to=[To(*who) for *who, state in parts if state in OPEN_STATES], regions=regions, topic_id=topic,
        **{name: values[name] for name in kept},
    )  # fmt: skip
    for institution in institutions:
        relation = fixed_id("commitment_institution", successor, institution)
        write.insert(CommitmentInstitution, relation, commitment_id=successor, institution_id=institution)
    return successor


def _end_problem(write: Write, one: UUID, end: End, day: date) -> None:
    values = fields_of(write.store, "issue", one).values
    if end.topic:
        go_on = ("kind", "region_id", "field", "text", "institution_id", "source", "situation")
        origin = fields_of(write.store, "topic", values["topic_id"])["name"]
        handling = "\n".join(filter(None, (values["handling"], f"Dialihkan dari topik {origin}.")))
        write.insert(
            Issue, topic_id=end.topic, happened_on=day, state=values["state"], handling=handling,
            **{name: values[name] for name in go_on},
        )  # fmt: skip
    words = {"selesai": end.reason, "dihentikan": f"Tidak dilanjutkan: {end.reason}"}
    ended = words.get(end.how) or _handed_over(write, end)
    handling = "\n".join(filter(None, (values["handling"], ended)))
    write.update(
        Issue, one, state="selesai", handling=handling or None, **_question_taken_back(write, "issue", one)
    )


def _end_question(write: Write, one: OpenItem, end: End, day: date) -> None:
    table = Commitment if one.table == "commitment" else Issue
    if end.how == "selesai":
        write.update(table, one.id, directed_on=day, direction=end.reason)
    else:
        write.update(table, one.id, **_question_taken_back(write, one.table, one.id))


def _question_taken_back(write: Write, table: str, one: UUID) -> dict[str, Any]:
    """Of what has ended the head's word is no longer wanted; an answer that was given stays."""
    values = fields_of(write.store, table, one)
    unanswered = values["escalated_on"] is not None and values["directed_on"] is None
    return {"escalated_on": None, "escalation": None} if unanswered else {}


# Words and rules


def _sound(write: Write, topic: UUID, end: End) -> End:
    """The end as it is kept."""
    rules.one_of({"how": end.how}, "how", ENDS, "Akhir")
    reason, outside = _one_line(end.reason), _one_line(end.outside)
    if end.how == "selesai":
        return End(end.how, reason)
    reason = _required_reason(reason, "Tulis alasannya dalam satu kalimat.")
    if end.how == "dihentikan":
        return End(end.how, reason)
    if end.topic == topic:
        raise InvalidInput("topic_id", "Ini topik yang sedang ditutup.", "Pilih topik lain yang masih terbuka.")
    if end.topic is None and not outside:
        raise InvalidInput("outside", "Tujuannya belum diisi.", "Pilih topik lain, atau tulis nama instansinya.")
    if end.topic is not None:
        require_open_topic(write.store, end.topic)
        return End(end.how, reason, end.topic)
    return End(end.how, reason, outside=outside)


def _require_possible(one: OpenItem, end: End) -> None:
    if end.how in POSSIBLE_ENDS[one.kind] and one.kind not in LEFT_OPEN:
        if one.kind == "arahan" and end.how == "selesai" and not end.reason:
            raise InvalidInput("reason", "Arahan pimpinan belum ditulis.", "Tulis arahan yang diberikan.")
        return
    kind = OPEN_ITEM_KINDS[one.kind]
    advice = {
        "notula": "Tandatangani notulanya, atau tulis alasan membiarkannya saat menutup topik.",
        "formulir": "Masukkan isian formulirnya, atau tulis alasan membiarkannya saat menutup topik.",
    }.get(one.kind, "Pilih selesai atau tidak dilanjutkan.")
    raise InvalidInput("how", f"{kind} tidak dapat berakhir “{ENDS[end.how].lower()}” di sini.", advice)


def _ended_words(end: End) -> str:
    return f"Ke {end.outside}: {end.reason}" if end.outside else end.reason


def _handed_over(write: Write, end: End) -> str:
    to = f"topik {fields_of(write.store, 'topic', end.topic)['name']}" if end.topic else end.outside
    return f"Dialihkan ke {to}: {end.reason}"


def _left_words(one: OpenItem, reason: str) -> str:
    day = f" {medium_date(one.on)}" if one.on else ""
    if one.kind == "notula":
        return f"Notula “{one.text}”{day} tidak ditandatangani: {reason}"
    return f"Formulir {one.text} ({one.who}){day} tidak kembali: {reason}"


def _hindered(items: Sequence[OpenItem]) -> str:
    named = "; ".join(f"{OPEN_ITEM_KINDS[one.kind]}: {_short(one.text)}" for one in items[:_TOLD])
    more = f"; dan {len(items) - _TOLD} lagi" if len(items) > _TOLD else ""
    return f"{len(items)} butir belum punya akhir ({named}{more})."


def _short(text: str) -> str:
    words = _one_line(text)
    return words if len(words) <= 60 else f"{words[:59]}…"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _required_reason(reason: str, advice: str) -> str:
    words = _one_line(reason)
    if not words:
        raise InvalidInput("reason", "Alasannya belum ditulis.", advice)
    if len(words) > _LONGEST_REASON:
        raise InvalidInput("reason", "Alasan terlalu panjang.", f"Paling banyak {_LONGEST_REASON} huruf.")
    return words
