"""Asking for news by WhatsApp: one message for each addressee, from all meetings, and never a word of blame."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.base.errors import PaperProblem
from desktop.exchange.chat_text import Due, MeetingTasks, NewsChat, Task, news_text
from desktop.models.queries.contacts import Contact, OpenPart, contacts, open_parts
from desktop.models.queries.own_office import office_name
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES

_SILENT_STATE = "belum"  # that nobody reported yet is what the message asks about, not what it says


def contact_chat(store: Store, contact: Contact, today: date) -> str:
    """The message that asks for news of what is late or due soon; PaperProblem where nothing may be told."""
    return _chat(store, contact.to, contact.told(), today, asking=True)


def open_chat(store: Store, institution: UUID, today: date, *, asking: bool = False) -> str:
    """Everything an institution still has to do as a message to it; raises PaperProblem as above.

    `asking` for news of it, else only to have it at hand.
    """
    parts = open_parts(store, institution, today)
    leading = [one for one in contacts(parts) if one.key.endswith(":")]  # as its leader is addressed
    to = (leading or contacts(parts))[0].to if parts else ""
    return _chat(store, to, [one for one in parts if one.may_be_told], today, asking=asking)


def _chat(store: Store, to: str, parts: Iterable[OpenPart], today: date, *, asking: bool) -> str:
    groups: dict[str, list[Task]] = {}
    for one in parts:
        groups.setdefault(_meeting(one), []).append(_task(one))
    if not groups:
        raise PaperProblem(
            "Tidak ada tindak lanjut terbuka yang boleh disampaikan lewat WhatsApp.",
            "Yang dari rapat berklasifikasi disampaikan lewat surat.",
        )
    shown = tuple(MeetingTasks(meeting, tuple(tasks)) for meeting, tasks in groups.items())
    return news_text(NewsChat(to, shown, office_name(store), today, asking))


def _meeting(one: OpenPart) -> str:
    if one.meeting is None:
        return ""
    return f"{one.meeting}, {medium_date(one.held_on)}" if one.held_on else one.meeting


def _task(one: OpenPart) -> Task:
    status = "" if one.state == _SILENT_STATE else COMMITMENT_STATES[one.state]
    return Task(one.text, (), Due(one.due_date), status)
