"""Laporan Akhir: every follow-up stands there with its end, nobody's absence does, and an open topic gives a draft."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.documents import final_report
from desktop.documents.content import OfficeProfile
from desktop.models.queries.closing import open_items
from desktop.models.queries.commitments import commitments_of
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services.capture import add_statement
from desktop.services.commitments import set_state, update_commitment
from desktop.services.desk import Desk
from desktop.services.issues import add_issue
from desktop.services.meetings import create_meeting
from desktop.services.papers.final_report import final_report_content, final_report_file_name
from desktop.services.topic_closing import End, close_topic, end_items
from desktop.services.topics import add_topic
from tests.documents.reading import page_texts, paper_text, squeezed

NOON = datetime(2024, 12, 20, 5, tzinfo=UTC)
TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def closed(desk: Desk, meeting: UUID) -> None:
    """A topic with one of each end."""
    with frozen(NOON):
        other, _ = add_topic(desk, "Pelantikan 2025")
        add_statement(desk, meeting, kind="kesimpulan", text="Gudang siap sebelum H-14")
        add_issue(desk, topic_id=TOPIC, text="Truk tertahan", source="Budi 0812", region_id=TUBAN)
        create_meeting(desk, title="Rapat batal", held_on=date(2024, 11, 1), topic_id=TOPIC, cancelled=True)
        rows = commitments_of(desk.store, meeting)
        set_state(desk, [part.id for part in rows[0].addressees], "selesai_bukti")
        update_commitment(desk, rows[3].id, due_date=date(2031, 5, 5), due_source="internal")
        found = {one.id: one for one in open_items(desk.store, TOPIC)}
        end_items(desk, TOPIC, [found[rows[1].id]], End("dialihkan", "Menunggu pelantikan", topic=other))
        end_items(desk, TOPIC, [found[rows[2].id]], End("dialihkan", "Wewenangnya", outside="BPBD Jatim"))
        end_items(desk, TOPIC, [found[rows[3].id]], End("dihentikan", "Sudah lewat"))
        end_items(desk, TOPIC, [found[row.id] for row in rows[4:]], End("selesai"))
        end_items(desk, TOPIC, [one for one in found.values() if one.kind == "kendala"], End("selesai", "Dikawal"))
        close_topic(desk, TOPIC, note="Selesai dengan baik.", left={meeting: "Kepala purnatugas"})


def test_every_follow_up_stands_there_with_its_end(desk: Desk, example: UUID) -> None:
    closed(desk, example)
    content = final_report_content(desk.store, TOPIC)
    assert sum(one.total for one in content.ends) == len(content.follow_ups) == 6
    assert [sum(getattr(one, name) for one in content.ends) for name in ("done", "stopped", "handed_over", "open")] == [
        3, 1, 2, 0,
    ]  # fmt: skip
    assert [(one.to, one.reason) for one in content.handed_over] == [
        ("topik Pelantikan 2025", "Menunggu pelantikan"),
        ("BPBD Jatim", "Wewenangnya"),
    ]
    assert [one.reason for one in content.stopped] == ["Sudah lewat"]
    assert not content.draft


def test_the_paper_tells_meetings_conclusions_problems_and_the_closing_but_no_source(
    desk: Desk, example: UUID
) -> None:
    closed(desk, example)
    content = final_report_content(desk.store, TOPIC)
    pdf = final_report.render(content, OfficeProfile())
    text = paper_text(pdf)
    for words in (
        "26 September 2024 s.d. 20 Desember 2024", "1 rapat lain dibatalkan", "Gudang siap sebelum H-14",
        "6 tindak lanjut: 3 selesai, 1 tidak dilanjutkan, 2 dialihkan.", "Dikawal (selesai)",
        "Selesai dengan baik.", "tidak ditandatangani: Kepala purnatugas", "pada tanggal 20 Desember 2024",
    ):  # fmt: skip
        assert squeezed(words) in text, words
    assert not [word for word in ("Budi", "0812", "Mei 2031", "KONSEP") if squeezed(word) in text]
    assert squeezed("MATRIKS TINDAK LANJUT") in squeezed(page_texts(pdf)[-3])


def test_while_the_topic_is_open_it_is_a_draft_with_room_for_the_closing(desk: Desk, example: UUID) -> None:
    with frozen(NOON):
        content = final_report_content(desk.store, TOPIC)
        assert final_report_file_name(desk.store, TOPIC) == "2024-12-20_Laporan-Akhir_Pilkada-Serentak-2024.pdf"
    assert (content.draft, content.note, content.closed_on) == (True, None, None)
    assert sum(one.open for one in content.ends) == 6
    assert "KONSEP" in paper_text(final_report.render(content, OfficeProfile()))
