"""Takes a meeting from a file into the office's data: once, whole or not at all, inventing nothing.

Names already in the directory are used, new ones are added. The same meeting (day and title) is not taken twice.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold, sort_key
from desktop.exchange.meeting_file import FilePerson, FileReadiness, MeetingFile
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.lookup import Lookup, checklist_items
from desktop.models.queries.meetings import same_meeting
from desktop.models.tables import (
    AgendaItem,
    Assessment,
    Forum,
    Meeting,
    Participant,
    Topic,
)
from desktop.models.tables import Statement as Said
from desktop.services.addressees import addressees_named
from desktop.services.commitments import insert_commitment
from desktop.services.desk import Desk
from desktop.services.import_names import ImportRow, Names
from desktop.services.readiness import periods_of


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The meeting, what became of each entry, and the change made (none when all was known)."""

    meeting: UUID | None
    rows: tuple[ImportRow, ...]
    changes: ChangeSet | None

    def count(self, verdict: str) -> int:
        """How many entries got this verdict."""
        return Counter(row.verdict for row in self.rows)[verdict]


class _NothingKept(Exception):
    """Ends a trial run, or one that found the meeting known; the transaction is rolled back with it."""


def import_meeting(desk: Desk, file: MeetingFile, *, dry_run: bool = False) -> ImportResult:
    """Take in a meeting; with `dry_run` only say what would happen. Raises InvalidInput naming the place."""
    rows: list[ImportRow] = []
    meeting = None
    try:
        with writing(desk.store, "meeting.import", by=desk.user) as write:
            meeting = same_meeting(desk.store, file.held_on, sort_key(file.title[:160]))
            if meeting is not None:
                rows.append(ImportRow("sama", "rapat", file.title))
                raise _NothingKept
            taken = _Import(write, file, Names(write, Lookup.read(desk.store), rows, file.held_on)).run()
            if dry_run:
                raise _NothingKept
            return ImportResult(taken, tuple(rows), write.finish())
    except _NothingKept:
        return ImportResult(meeting, tuple(rows), None)


@dataclass
class _Import:
    """One import on its way: what was made so far, by the words of the file."""

    write: Write
    file: MeetingFile
    names: Names
    seats: dict[str, UUID] = field(default_factory=dict)
    agenda: dict[int, UUID] = field(default_factory=dict)
    said: dict[str, UUID] = field(default_factory=dict)

    def run(self) -> UUID:
        topic = self._topic()
        meeting = self._meeting(topic)
        self._seats(meeting)
        for item in self.file.agenda:
            self.agenda[item.order] = self.write.insert(
                AgendaItem,
                meeting_id=meeting,
                order_no=item.order,
                title=item.topic,
                presenter_id=self._seat(item.speaker, f"agenda[{item.order - 1}].speaker"),
            )
        self._statements(meeting)
        items = checklist_items(self.write.store, topic) if topic else {}
        self._follow_ups(meeting, topic, items)
        for report in self.file.readiness:
            self._readiness(meeting, report, items)
        return meeting

    def _topic(self) -> UUID | None:
        topic = self.file.topic
        if topic is None:
            return None
        values = {"name": topic.name, "event_label": topic.event_label, "event_date": topic.event_date}
        return self.names.find_or_make(self.names.known.topics, "topik", topic.name, Topic, state="open", **values)

    def _meeting(self, topic: UUID | None) -> UUID:
        file, forum, taker = self.file, None, None
        if file.forum:
            forum = self.names.find_or_make(
                self.names.known.forums, "forum", file.forum, Forum, name=file.forum, topic_id=topic
            )
        if file.minute_taker:
            taker = self.names.person(file.minute_taker)
        self.names.rows.append(ImportRow("baru", "rapat", file.title))
        return self.write.insert(
            Meeting,
            forum_id=forum,
            topic_id=topic,
            title=file.title,
            held_on=file.held_on,
            starts_at=file.starts_at,
            ends_at=file.ends_at,
            zone="Asia/Jakarta",
            place=file.place,
            purpose=file.purpose,
            invitation_number=file.invitation_number,
            co_organiser=file.co_organiser,
            minute_taker_id=taker,
            state="konsep",
            cancelled=False,
            security="biasa",
            source_note=file.other_source,
        )

    def _seats(self, meeting: UUID) -> None:
        """The chair first, then those who came, then the groups without names."""
        chair = self.file.chair_office
        people = [
            *(one for one in self.file.people if chair and one.represents == chair),
            *(one for one in self.file.people if not (chair and one.represents == chair)),
        ]
        order = 0
        for order, person in enumerate(people, start=1):
            leads = chair is not None and (person.represents == chair or self._office_of(person) == fold(chair))
            self.seats[fold(person.name)] = self.write.insert(
                Participant,
                meeting_id=meeting,
                order_no=order,
                role="pimpinan" if leads else "peserta",
                answer="belum",
                **self.names.seat_of(person),
            )
        for number, group in enumerate(self.file.groups_present, start=order + 1):
            self.write.insert(
                Participant,
                meeting_id=meeting,
                order_no=number,
                role="peserta",
                answer="belum",
                state="hadir",
                label=group,
            )
            self.names.rows.append(ImportRow("baru", "kelompok hadir", group))

    def _office_of(self, person: FilePerson) -> str:
        return fold(f"{person.position or ''} {person.institution or ''}")

    def _statements(self, meeting: UUID) -> None:
        for order, one in enumerate(self.file.statements, start=1):
            behalf = None
            if one.on_behalf_of:
                office = self.names.known.offices.get(fold(one.on_behalf_of))
                if office is None:
                    raise _unknown(f"{one.place}.on_behalf_of", one.on_behalf_of, "jabatan")
                behalf = office[0]
            record = self.write.insert(
                Said,
                meeting_id=meeting,
                agenda_item_id=self.agenda.get(one.agenda) if one.agenda is not None else None,
                order_no=order,
                kind=one.kind,
                speaker_id=self._seat(one.speaker, f"{one.place}.speaker"),
                on_behalf_of_id=behalf,
                text=one.text,
                code=one.code,
            )
            if one.code:
                self.said[one.code] = record
            self.names.rows.append(ImportRow("baru", "pernyataan", one.text))

    def _follow_ups(self, meeting: UUID, topic: UUID | None, items: dict[str, UUID]) -> None:
        store = self.write.store
        for order, one in enumerate(self.file.follow_ups, start=1):
            statement = self.said.get(one.statement) if one.statement else None
            insert_commitment(
                self.write,
                kind=one.kind,
                text=one.text,
                to=[to for words in one.addressees for to in addressees_named(store, words, self.names.known)],
                items=[_item(items, code, f"{one.place}.checklist") for code in one.checklist],
                meeting_id=meeting,
                topic_id=topic,
                order_no=order,
                code=one.code,
                statement_id=statement,
                agenda_item_id=self.agenda.get(one.agenda) if one.agenda is not None else None,
                speaker_id=self._seat(one.speaker, f"{one.place}.speaker"),
                due_date=one.due_date,
                due_source=one.due_source,
                due_note=one.due_note,
            )
            self.names.rows.append(ImportRow("baru", "tindak lanjut", one.text))

    def _readiness(self, meeting: UUID, report: FileReadiness, items: dict[str, UUID]) -> None:
        region = self.names.known.regions.get(fold(report.scope))
        if region is None:
            raise _unknown(f"{report.place}.scope", report.scope, "wilayah")
        item = _item(items, report.item, f"{report.place}.item")
        self.write.insert(
            Assessment,
            item_id=item,
            region_id=region,
            institution_id=self.names.institution(report.institution) if report.institution else None,
            meeting_id=meeting,
            state="siap",
            note=report.note,
            as_of=self.file.held_on,
            period=periods_of(self.write.store, [item], self.file.held_on).get(item),
            source="Dilaporkan dalam rapat",
        )
        self.names.rows.append(ImportRow("baru", "laporan kesiapan", report.item))

    def _seat(self, speaker: str | None, place: str) -> UUID | None:
        if speaker is None:
            return None
        seat = self.seats.get(fold(speaker))
        if seat is None:
            raise InvalidInput(
                place,
                f"{place}: {speaker} tidak ada di daftar yang hadir (people_present).",
                "Tambahkan orangnya, lalu impor lagi.",
            )
        return seat


def _item(items: dict[str, UUID], code: str, place: str) -> UUID:
    if code not in items:
        raise _unknown(place, code, "butir daftar periksa")
    return items[code]


def _unknown(place: str, words: str, what: str) -> InvalidInput:
    return InvalidInput(place, f"{place}: {what} “{words}” tidak dikenal.", "Perbaiki namanya, lalu impor lagi.")
