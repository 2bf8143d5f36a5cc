"""The six follow-ups of 26 September 2024, from what was said to the closing of their topic.

The meeting of that day is real, as it was reported. Everything after it is made up for this test: the days of the two
next meetings, what was answered and reported, and how it ended. What is made up says so ("contoh"), and nobody is named.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, date, datetime
from importlib import import_module
from io import BytesIO
from typing import Any
from uuid import UUID

import pypdfium2
import pytest

from desktop.base.clock import frozen
from desktop.base.errors import ClosedTopic
from desktop.documents.minutes_content import REVIEWED
from desktop.models.queries.attendance import participants
from desktop.models.queries.closing import open_items
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.discussion import agenda, statements
from desktop.models.queries.review import Review, ReviewPart, review, to_be_asked
from desktop.models.seeds import PILKADA, example_meeting_file, fixed_id
from desktop.models.store import Store
from desktop.services.attendance import mark
from desktop.services.commitments import set_state
from desktop.services.desk import Desk
from desktop.services.meeting_copies import new_meeting
from desktop.services.meeting_pattern import pattern_of
from desktop.services.papers.catalogue import gathered
from desktop.services.papers.final_report import final_report_content
from desktop.services.papers.profile import paper_profile
from desktop.services.progress import answer_in_meeting, report_progress
from desktop.services.topic_closing import End, close_topic, end_items
from desktop.services.topics import add_topic

TOPIC = fixed_id("topic", PILKADA)
FILE: dict[str, Any] = json.loads(example_meeting_file().read_text(encoding="utf-8"))
SIX = {one["code"]: one for one in FILE["follow_ups"]}
SECOND, THIRD, CLOSED = date(2024, 10, 17), date(2024, 11, 21), date(2024, 12, 20)
KPU, BAWASLU = "KPU Provinsi Jawa Timur", "Bawaslu Provinsi Jawa Timur"


def letters(text: str) -> str:
    return "".join(text.split())


class Office:
    """The example office, and what its coordinator does."""

    def __init__(self, store: Store, first: UUID) -> None:
        self.store, self.desk, self.first = store, Desk(store, "Uji"), first

    def follow_ups(self) -> dict[str | None, CommitmentRow]:
        return {one.code: one for one in commitments_of(self.store, self.first)}

    def next_meeting(self, after: UUID, day: date) -> UUID:
        """Buat rapat berikutnya: a copy with a point for what is open, and all of them came."""
        pattern = pattern_of(self.store, after)
        made, _ = new_meeting(
            self.desk, title="Rakor lanjutan (contoh)", held_on=day, pattern=pattern, review=True
        )
        mark(self.desk, [seat.id for seat in participants(self.store, made.meeting)], "hadir")
        return made.meeting

    def asked(self, meeting: UUID, code: str, who: str = "") -> list[ReviewPart]:
        parts = review(self.store, meeting).asked
        return [one for one in parts if one.code == code and who in (one.institution or "")]

    def answer(self, meeting: UUID, code: str, who: str, **values: Any) -> None:
        (part,) = self.asked(meeting, code, who)
        answer_in_meeting(self.desk, meeting, part.id, **values)

    def printed(self, kind: str, meeting: UUID) -> str:
        """The letters of a paper of a meeting."""
        return self.letters_of(*gathered(self.store, kind, meeting))

    @staticmethod
    def letters_of(job: str, content: Any, profile: Any) -> str:
        made: bytes = import_module(f"desktop.documents.{job.replace('-', '_')}").render(content, profile)
        with pypdfium2.PdfDocument(BytesIO(made)) as document:
            text = letters("".join(page.get_textpage().get_text_bounded() for page in document))
        return re.sub(
            r"(KONSEP)?Halaman\d+dari\d+(KONSEP)?", "", text
        )  # what stands between two pages of one text


@pytest.fixture
def office(sqlite_store: Store, example: UUID) -> Office:
    return Office(sqlite_store, example)


def parts_of(found: Review) -> Counter[str | None]:
    return Counter(one.code for one in found.asked)


def test_the_six_are_followed_from_what_was_said_to_the_closing_of_the_topic(office: Office) -> None:
    store, desk = office.store, office.desk

    # What was said: four come from a statement, two from a speaker at a point of the agenda.
    said: dict[UUID | None, str | None] = {one.id: one.code for one in statements(store, office.first)}
    six = office.follow_ups()
    assert list(six) == list(SIX) == ["K-01", "K-02", "K-04", "K-05", "K-06", "K-07"]
    for code, one in SIX.items():
        row = six[code]
        assert said.get(row.statement_id) == one["statement"]
        assert (row.speaker_id is not None) == ("speaker" in one)
        assert (row.text, row.kind, row.state) == (one["text"], one["kind"], "belum")
    sizes = Counter({code: len(row.addressees) for code, row in six.items()})
    assert sizes["K-05"] == 1

    # The second meeting goes through all six, each part once.
    with frozen(datetime(2024, 10, 17, 1, tzinfo=UTC)):
        assert to_be_asked(store, None, TOPIC, SECOND) == 6
        second = office.next_meeting(office.first, SECOND)
        assert REVIEWED in [point.title for point in agenda(store, second)]
        found = review(store, second)
        assert (parts_of(found), found.closed) == (sizes, [])
        assert {one.appearance for one in found.asked} == {1}
        assert all(one.is_present for one in found.asked if one.institution in (KPU, BAWASLU))
        office.answer(second, "K-01", KPU, state="proses", note="Grup informasi dibuat (contoh).")
        office.answer(second, "K-02", KPU, show_again_on=date(2024, 11, 20), note="Menunggu jadwal (contoh).")
        office.answer(second, "K-05", KPU, state="proses", note="Pengiriman tahap pertama (contoh).")
        office.answer(second, "K-06", BAWASLU, state="proses")
        office.answer(second, "K-07", BAWASLU, state="selesai_laporan", note="Sosialisasi dilaksanakan (contoh).")
    minutes = office.printed("minutes", second)
    for words in (
        "Grup informasi dibuat (contoh).",
        "Menunggu jadwal (contoh). Dibahas lagi mulai Rabu, 20 November 2024.",
        "Selesai (laporan instansi)",
        SIX["K-07"]["text"],
    ):
        assert letters(words) in minutes
    assert minutes.count(letters(REVIEWED)) == 2  # on the agenda, and over its table
    assert letters("SELESAI SEJAK RAPAT LALU") not in minutes

    # Between the meetings: every Polres reports by letter, and the evidence of Bawaslu comes in.
    with frozen(datetime(2024, 11, 5, 1, tzinfo=UTC)):
        polres = [one.id for one in six["K-04"].addressees if one.via == "Polres"]
        report_progress(
            desk, polres, on=date(2024, 11, 5), channel="surat", state="selesai_laporan", note="Surat (contoh)"
        )
        set_state(desk, [six["K-07"].addressees[0].id], "selesai_bukti", date(2024, 11, 6))

    # The third meeting: what is open comes a second time, what slept is awake, what was closed is told once.
    with frozen(datetime(2024, 11, 21, 1, tzinfo=UTC)):
        assert to_be_asked(store, None, TOPIC, date(2024, 11, 19)) == 4
        third = office.next_meeting(second, THIRD)
        found = review(store, third)
        assert parts_of(found) == sizes - Counter({"K-04": len(polres), "K-07": 1})
        assert {one.appearance for one in found.asked} == {2}
        assert {one.addressee_id for one in found.closed} == set(polres)
        office.answer(third, "K-05", KPU, due_date=date(2024, 11, 26), due_reason="Hari H tanggal 27 (contoh).")
        for part in office.asked(third, "K-06"):
            answer_in_meeting(desk, third, part.id, state="proses", note="Sampai penghitungan (contoh).")
    minutes = office.printed("minutes", third)
    for words in ("Batas waktu disepakati menjadi 26 November 2024.", "TINDAK LANJUT YANG SELESAI SEJAK RAPAT LALU",
                  "Sejak 5 November 2024.", SIX["K-04"]["text"]):  # fmt: skip
        assert letters(words) in minutes
    assert letters("Surat (contoh)") not in minutes
    assert "Grupinformasi" not in minutes  # what the second meeting heard stands in its own minutes
    matrix = office.printed("action-matrix", office.first)
    for one in SIX.values():
        assert letters(one["text"]) in matrix
    assert letters(f"{len(polres)} dari {sizes['K-04']} selesai") in matrix

    # After the day: every end is given its words, one goes on in another topic, and the topic stands still.
    with frozen(datetime(2024, 12, 20, 1, tzinfo=UTC)):
        (shipping,) = six["K-05"].addressees
        report_progress(
            desk, [shipping.id], on=date(2024, 11, 28), channel="surat", state="selesai_bukti", note="Contoh"
        )
        later, _ = add_topic(desk, "Topik lain (contoh)")
        left = {one.id: one for one in open_items(store, TOPIC) if one.kind == "tindak_lanjut"}
        assert {six[code].id for code in ("K-01", "K-02", "K-04", "K-06")} == set(left)
        for code, end in {
            "K-01": End("dialihkan", "Forum berlanjut (contoh)", topic=later),
            "K-02": End("selesai", "Tahapan usai (contoh)"),
            "K-04": End("selesai", "Tahapan usai (contoh)"),
            "K-06": End("dihentikan", "Tahapan usai (contoh)"),
        }.items():
            end_items(desk, TOPIC, [left[six[code].id]], end)
        unsigned = {one.id: "Contoh tanpa tanda tangan" for one in open_items(store, TOPIC)}
        close_topic(desk, TOPIC, on=CLOSED, note="Pilkada usai (contoh).", left=unsigned)
        assert to_be_asked(store, None, TOPIC, date(2025, 1, 1)) == 0
        assert to_be_asked(store, None, later, date.max) == 1
        with pytest.raises(ClosedTopic):
            answer_in_meeting(desk, third, shipping.id, note="Terlambat")
        report = final_report_content(store, TOPIC)
        assert [one.text for one in report.handed_over] == [SIX["K-01"]["text"]]
        assert [one.text for one in report.stopped] == [SIX["K-06"]["text"]]
        printed = office.letters_of("final-report", report, paper_profile(store))
    for one in SIX.values():
        assert letters(one["text"]) in printed
    for words in ("Forum berlanjut (contoh)", "topik Topik lain (contoh)", "Pilkada usai (contoh)."):
        assert letters(words) in printed

    # Looked at again, each meeting shows what it went through then.
    assert parts_of(review(store, second)) == sizes
    assert parts_of(review(store, third)) == sizes - Counter({"K-04": len(polres), "K-07": 1})
    assert office.printed("minutes", third) == minutes
