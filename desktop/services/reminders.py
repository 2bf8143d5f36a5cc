"""Sudah dihubungi: that somebody was asked for news of a follow-up. The program itself never sends anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.contacts import contact_noted
from desktop.models.queries.records import fields_of
from desktop.models.tables import Reminder
from desktop.models.words import REPORT_CHANNELS
from desktop.services import rules
from desktop.services.desk import Desk


def note_contact(
    desk: Desk, addressees: Sequence[UUID], *, on: date | None = None, channel: str = "whatsapp", note: str = ""
) -> ChangeSet:
    """Note that these addressees were asked, today unless another day is said; one undo takes all of it back.

    Asked twice on a day the same way is noted once, with the newer words. It changes nothing about how far they
    are: what is late stays late. Raises InvalidInput for a day to come and a way nobody knows.
    """
    day = on or today()
    given = rules.cleaned({"channel": channel, "note": note})
    rules.required(given, "channel", "Cara menghubungi")
    rules.one_of(given, "channel", REPORT_CHANNELS, "Cara menghubungi")
    if rules.is_ahead(day):
        raise InvalidInput("contacted_on", "Tanggal dihubungi belum tiba.", "Tulis tanggal saat dihubungi.")
    with writing(desk.store, "reminder.add", by=desk.user) as write:
        for one in dict.fromkeys(addressees):
            part = fields_of(desk.store, "addressee", one)
            known = contact_noted(desk.store, one, day, given["channel"])
            if known is None:
                write.insert(
                    Reminder, commitment_id=part["commitment_id"], addressee_id=one, contacted_on=day,
                    contacted_by=desk.user, **given,
                )  # fmt: skip
            elif given["note"]:
                write.update(Reminder, known, note=given["note"])
        return write.finish()


def delete_contact(desk: Desk, reminders: Sequence[UUID]) -> ChangeSet:
    """Take away that somebody was asked, where it was noted by mistake."""
    with writing(desk.store, "reminder.delete", by=desk.user) as write:
        for one in reminders:
            write.delete(Reminder, one)
        return write.finish()
