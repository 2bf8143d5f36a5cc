"""What a letter says where nothing was typed: worded from the meeting and the office's profile, never kept.

A field that nobody can word (the legal basis of a report) has no default: it prints dots to write on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.base.dates import long_date, medium_date
from desktop.models.queries.attendance import participants
from desktop.models.queries.meetings import MeetingHead, meeting_head
from desktop.models.queries.office import Profile
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.words import URGENCIES
from desktop.services.invitees import Invitees, invitees
from desktop.services.letters import as_kept, letter_values
from desktop.services.office import profile
from desktop.services.papers.seats import chair_of, is_head

ANNEXED = "Daftar terlampir"
"""Stands for the addressees where they are more than a few; the list of those invited is annexed then."""
NOTHING = "-"
"""Typed alone, it says that a part of the letter is not wanted."""
_A_FEW = 5
_AS_TYPED = ("number", "dated_on", "enclosure")  # a dash in these is printed
_MEETING_WORDS = re.compile(r"^(?:rapat koordinasi|rakor|rapat)\s+", re.IGNORECASE)
_MEETING = re.compile(r"^(?:rapat|rakor)\b", re.IGNORECASE)
_LONGEST_PURPOSE = 240


def letter_defaults(store: Store, meeting: UUID, kind: str) -> dict[str, str]:
    """The words of each field that was left empty, by field."""
    head = meeting_head(store, meeting)
    if head is None:
        return {}
    office = profile(store, fields_of(store, "meeting", meeting)["profile_id"])
    if kind == "undangan":
        return _invitation(head, invitees(store, meeting))
    return _nota_dinas(store, head, office) if kind == "nota_dinas" else _report(head, office)


def letter_words(store: Store, meeting: UUID, kind: str, typed: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Every field of a letter as it prints: what was typed, else its default; None where nobody knows.

    A part that is not wanted (`NOTHING` was typed) is an empty text. `typed` are values that are not kept yet.
    """
    defaults = letter_defaults(store, meeting, kind)
    words: dict[str, Any] = {}
    for name, value in (letter_values(store, meeting, kind) | as_kept(kind, typed or {})).items():
        if name == "profile_id":
            continue
        if value is None:
            words[name] = defaults.get(name)
        else:
            words[name] = "" if value == NOTHING and name not in _AS_TYPED else value
    return words


def _invitation(head: MeetingHead, invited: Invitees) -> dict[str, str]:
    addressees = invited.offices if 0 < len(invited.offices) <= _A_FEW else (ANNEXED,) if invited.offices else ()
    return _known(
        urgency=URGENCIES[0],
        subject=f"Undangan {_called(head.title)}",
        addressee="\n".join(addressees),
        opening=f"Dalam rangka {_occasion(head)}, kami mohon kehadiran Saudara pada:",
        closing="Demikian, atas perhatian dan kehadiran Saudara disampaikan terima kasih.",
    )


def _nota_dinas(store: Store, head: MeetingHead, office: Profile) -> dict[str, str]:
    chair = chair_of(participants(store, head.id))
    deputy = chair is not None and not is_head(chair, office)  # the head reports to nobody here
    return _known(
        urgency=URGENCIES[0],
        enclosure=NOTHING,
        subject=f"Laporan Hasil {_called(head.title)}",
        addressee=office.head_title,
        sender=chair.title if chair and deputy else None,
        opening=f"Bersama ini dilaporkan hasil {_called(head.title)} sebagai berikut:",
        basis=_invited_by(head),
        closing="Demikian dilaporkan, mohon arahan lebih lanjut.",
    )


def _report(head: MeetingHead, office: Profile) -> dict[str, str]:
    where = f" di {head.place}" if head.place else ""
    when = f"pada hari {long_date(head.held_on)}{where}"
    return _known(
        subject=f"Hasil {_called(head.title)}",
        sender=office.head_title,
        opening=f"{_called(head.title)} diselenggarakan oleh {office.name} {when}.",
        purpose=head.purpose,
        closing="Demikian laporan ini disampaikan sebagai bahan pertimbangan lebih lanjut.",
    )


def _called(title: str) -> str:
    """The meeting as a sentence names it."""
    return title if _MEETING.match(title) else f"Rapat {title}"


def _occasion(head: MeetingHead) -> str:
    """What follows "Dalam rangka": the purpose of the meeting, else what its title says it is about."""
    purpose = " ".join((head.purpose or "").split()).rstrip(".")
    if purpose and len(purpose) <= _LONGEST_PURPOSE:
        first, rest = purpose[0], purpose[1:]
        return f"{first.lower()}{rest}" if rest[:1].islower() else purpose
    about = _MEETING_WORDS.sub("", head.title)
    return about if about != head.title else f"pelaksanaan {_called(head.title)}"


def _invited_by(head: MeetingHead) -> str | None:
    if not head.invitation_number:
        return None
    dated = f" tanggal {medium_date(head.invitation_date)}" if head.invitation_date else ""
    return f"Surat undangan Nomor {head.invitation_number}{dated} hal Undangan {_called(head.title)}."


def _known(**words: str | None) -> dict[str, str]:
    return {name: text for name, text in words.items() if text}
