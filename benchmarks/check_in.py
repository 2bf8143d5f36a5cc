"""Forty invented people at the door, and how a hand finds each of them in the check-in box.

Counted are keys: letters, the blank between words, Down, Enter. Two hands check in:

- the shortest: whoever sits there daily and knows how few letters will do (at least two, as somebody who hears a
  name begins);
- the habit: three letters of the first name, on letter by letter, until the person stands among the first three.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.queries.attendance import participants
from desktop.models.queries.directory import search_institutions
from desktop.services.attendance import invite
from desktop.services.desk import Desk
from desktop.services.directory import save_person, save_position
from desktop.services.meetings import create_meeting
from desktop.services.tenures import save_tenure
from desktop.ui.meetings.attendance_tab import AttendanceTab
from desktop.ui.meetings.check_in_box import MOST

LEAST = 2
"""Letters of a word with which anybody begins."""

_HELD_ON = date(2024, 10, 3)
_INSTITUTIONS = {
    "kpu kabupaten tuban": (
        ("Siti Aminah, S.Sos.", "Ketua"), ("Dr. H. Bambang Tirtayasa, M.Si.", "Sekretaris"),
        ("Sri Lestariasih", "Anggota"), ("Moh. Faizin Kartawirya, S.H.", "Anggota"),
    ),
    "kpu kabupaten lamongan": (("Agus Wirasena, S.Pd.", "Ketua"), ("Hj. Nur Laksmiwati, S.E.", "Sekretaris")),
    "kpu kabupaten gresik": (("Achmad Jagaraga", "Ketua"), ("Dewi Sekarmadu, S.IP.", "Anggota")),
    "kpu kabupaten jombang": (("Abdul Kertanagari, S.Ag.", "Ketua"),),
    "kpu kabupaten nganjuk": (("Pujiono Mangunkarya", "Ketua"),),
    "kpu kabupaten bojonegoro": (("Ratna Gandaria, S.H., M.H.", "Ketua"), ("Agus Tambakrejo", "Anggota")),
    "bawaslu kabupaten tuban": (("Sutrisno Randualas, S.H.", "Ketua"), ("Siti Aminah, S.H.", "Anggota")),
    "bawaslu kabupaten lamongan": (("Muhammad Lintangpura", "Ketua"),),
    "bawaslu kabupaten gresik": (("Achmad Sagaranten, S.Th.I.", "Ketua"),),
    "bawaslu kabupaten bojonegoro": (("Handoko Wanamarta, S.E.", "Ketua"), ("Lia Cempakasari", "Anggota")),
    "polres tuban": (("AKBP Teguh Adiluhung, S.I.K.", "Wakapolres"), ("Kompol Budi Elangbiru", "Kabag Ops")),
    "polres lamongan": (("Kompol Hadi Nagasakti, S.H.", "Kabag Ops"), ("Iptu Sri Wanodyawati", "Kanit")),
    "polres gresik": (("Kompol Dimas Hastabrata", "Kabag Ops"),),
    "polres bojonegoro": (("AKBP Yudha Panjiwulan", "Wakapolres"), ("Iptu Sri Dharmatani", "Kasat Intelkam")),
    "polres nganjuk": (("Kompol Eko Mandiraja", "Kabag Ops"),),
    "pemerintah kabupaten tuban": (
        ("Budi Candrawilis, S.Sos., M.Si.", "Asisten"), ("Endang Tunjungsari", "Kepala Bagian Umum"),
        ("Rohmat Garudapati, S.STP.", "Kepala Bidang"), ("Yudi Rajasawit", "Kepala Seksi"),
    ),
    "pemerintah kabupaten lamongan": (("Nanang Kertasura, M.M.", "Asisten"), ("Joko Samudri", "Kepala Bidang")),
    "pemerintah kabupaten gresik": (("Achmad Rantaka, M.A.P.", "Asisten"), ("Nur Palapasari", "Kepala Bagian")),
    "pemerintah kabupaten bojonegoro": (("Nuraini Belidawati", "Asisten"), ("Djoko Jatimulyo, M.M.", "Staf Ahli")),
    "pemerintah kabupaten jombang": (("Agus Mahesari, S.H.", "Asisten"), ("Purwanto Ombaka", "Kepala Bidang")),
    "pemerintah kabupaten nganjuk": (("Drs. Nur Adiwangsa, M.Si.", "Asisten"), ("Agus Damarjati", "Staf Ahli")),
}  # fmt: skip
_CALLED_BY = frozenset({"dr", "h", "hj", "drs", "moh", "akbp", "kompol", "iptu"})


class Person(NamedTuple):
    """Somebody invited: their name as it is spoken, and their institution."""

    seat: UUID
    called: tuple[str, ...]
    institution: tuple[str, ...]


class Hand(NamedTuple):
    """What is typed for somebody before Enter."""

    text: str
    downs: int

    @property
    def keys(self) -> int:
        """All keys pressed, Enter included."""
        return len(self.text) + self.downs + 1


def invite_people(desk: Desk) -> UUID:
    """A meeting with the forty."""
    meeting, _ = create_meeting(desk, title="Rapat Koordinasi", held_on=_HELD_ON)
    seats = []
    for words, people in _INSTITUTIONS.items():
        institution = search_institutions(desk.store, words)[0].id
        for name, title in people:
            person, _ = save_person(desk, name=name)
            post, _ = save_position(desk, institution_id=institution, title=title)
            save_tenure(desk, person_id=person, position_id=post)
            seats.append({"position_id": post, "institution_id": institution, "person_id": person})
    invite(desk, meeting, seats)
    return meeting


def arriving(desk: Desk, meeting: UUID) -> list[Person]:
    """Everybody in the order in which they come, which is not that of the list."""
    found = [
        Person(seat.id, _spoken(seat.invited_name or ""), tuple((seat.institution or "").lower().split()))
        for seat in participants(desk.store, meeting)
    ]
    random.Random(26).shuffle(found)
    return found


def shortest(tab: AttendanceTab, person: Person) -> Hand:
    """The fewest keys among the words anybody would think of."""
    hands = (_chosen(tab, text, person) for text in _ways(person))
    return min((hand for hand in hands if hand is not None), key=lambda hand: hand.keys)


def by_habit(tab: AttendanceTab, person: Person) -> Hand:
    """Letter by letter, without knowing what will do."""
    whole = " ".join(person.called)
    for text in [*_beginnings(whole, 3), *(f"{whole} {word}" for word in _beginnings(person.institution[0], 1))]:
        hand = _chosen(tab, text, person)
        if hand is not None and hand.downs < 3:
            return hand
    return shortest(tab, person)  # two of one name in one kind of institution: the region tells them apart


def check_in(tab: AttendanceTab, hand: Hand) -> None:
    """Press the keys in the real box."""
    QTest.keyClicks(tab.box, hand.text)
    for _ in range(hand.downs):
        QTest.keyClick(tab.box, Qt.Key.Key_Down)
    QTest.keyClick(tab.box, Qt.Key.Key_Return)


def _chosen(tab: AttendanceTab, text: str, person: Person) -> Hand | None:
    offered = [row.id for row in tab.box.search.find(text)[:MOST]]
    return Hand(text, offered.index(person.seat)) if person.seat in offered else None


def _ways(person: Person) -> Iterator[str]:
    """A word of the name; two words of it; institution and region, as in "kpu tub"; a name and its institution."""
    for word in person.called:
        yield from _beginnings(word, LEAST)
    first, last = person.called[0], person.called[-1]
    pairs: Iterable[tuple[str, str]] = (
        (first, last), (person.institution[0], person.institution[-1]), (first, person.institution[0]),
        (first, person.institution[-1]),
    )  # fmt: skip
    for one, other in pairs:
        for beginning in _beginnings(one, LEAST):
            yield from (f"{beginning} {word}" for word in _beginnings(other, LEAST))


def _beginnings(word: str, least: int) -> list[str]:
    return [word[:length] for length in range(min(least, len(word)), len(word) + 1)]


def _spoken(name: str) -> tuple[str, ...]:
    words = name.partition(",")[0].lower().split()
    return tuple(word for word in words if word.strip(".") not in _CALLED_BY)
