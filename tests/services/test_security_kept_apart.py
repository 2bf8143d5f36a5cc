"""What is Terbatas stays in its own part: nothing that is shared, searched or printed elsewhere holds any of it."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from python_calamine import CalamineWorkbook

from desktop.base.clock import frozen
from desktop.documents import final_report, leader_brief, readiness
from desktop.documents.content import OfficeProfile
from desktop.exchange.shared_meeting import MEETING, unpack
from desktop.exchange.workbook import unpacked
from desktop.exchange.workbook.writing import workbook
from desktop.models import integrity
from desktop.models.personnel_need import Classes, Pattern
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.readiness import matrix
from desktop.models.queries.readiness_items import items
from desktop.models.queries.search import Search
from desktop.models.store import Store
from desktop.services import shared_meeting
from desktop.services.desk import Desk
from desktop.services.formats import chat
from desktop.services.formats.dossier import dossier_parts
from desktop.services.formats.security_workbook import security_workbook
from desktop.services.forms.asking import follow_up_recipients, readiness_recipients
from desktop.services.papers.catalogue import OFFICE_PAPERS, PAPERS
from desktop.services.papers.security_picture import (
    security_picture_content,
    security_picture_file_name,
    security_picture_title,
)
from desktop.services.rundown import start_from_usual
from desktop.services.security_patterns import set_patterns
from desktop.services.security_picture import Told, plan_personnel, report_stations
from tests.documents.reading import paper_text

WORDS = ("Zamrudijo", "Waringinkuning", "Tugusakti")
NUMBERS = (987611, 987622, 987633, 987644, 987655)
PLANTED = (*WORDS, *map(str, NUMBERS), *(f"{number:,}".replace(",", ".") for number in NUMBERS))
SOURCES = Path(__file__).resolve().parents[2] / "desktop"


@pytest.fixture
def planted(sqlite_store: Store, example: UUID) -> UUID:
    """The example office with unmistakable words and numbers in all three tables; its topic."""
    desk, topic = Desk(sqlite_store, "Uji"), open_topics(sqlite_store)[0]
    assert example
    one, two, three, four, five = NUMBERS
    with frozen(datetime(2024, 11, 18, tzinfo=UTC)):
        for region in (row.id for row in matrix(sqlite_store, topic.id).regions[:3]):
            told = [Told(region, Classes(one, two, three)), Told(region, Classes(one, two, three), WORDS[0])]
            report_stations(desk, topic.id, told, source=WORDS[1], note=WORDS[2], as_of=date(2024, 11, 17))
            for force in ("polri", "linmas", "tni"):
                plan_personnel(desk, topic.id, region, force, four, source=WORDS[1], note=WORDS[2])
                plan_personnel(desk, topic.id, region, force, four, source=WORDS[1], district=WORDS[0])
        set_patterns(desk, topic.id, {"rawan": Pattern(five, 4, 4, five, five, WORDS[2])})
    return topic.id


def found_in(shown: object) -> set[str]:
    """What was planted and shows in something, whatever kind of value it is."""
    text = shown.decode("utf-8", "replace") if isinstance(shown, bytes) else repr(shown)
    return {one for one in PLANTED if one in text or one.casefold() in text}


def test_what_was_planted_stands_in_its_own_paper_and_workbook_and_they_bear_the_class(
    sqlite_store: Store, planted: UUID
) -> None:
    content = security_picture_content(sqlite_store, planted)
    assert found_in(content) >= {*WORDS[:2], *map(str, NUMBERS[:4])}
    assert security_picture_title(sqlite_store, planted).endswith("(Terbatas)")
    assert "TERBATAS" in security_picture_file_name(sqlite_store, planted)
    made = workbook([(head, [unpacked(rows)]) for head, rows in security_workbook(sqlite_store, planted)])
    book = CalamineWorkbook.from_filelike(BytesIO(made))
    sheets = [(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
    assert [name for name, _ in sheets] == [
        "TERBATAS TPS", "TERBATAS Personel", "TERBATAS Laporan TPS", "TERBATAS Laporan Personel",
    ]  # fmt: skip
    assert all(str(rows[0][0]).startswith("TERBATAS – Gambaran Pengamanan") for _, rows in sheets)
    assert all(found_in(rows) >= {*WORDS[:2]} for _, rows in sheets)


def test_no_paper_of_a_meeting_or_topic_holds_any_of_it(sqlite_store: Store, planted: UUID, example: UUID) -> None:
    start_from_usual(Desk(sqlite_store, "Uji"), example)  # else there is no susunan acara
    for kind, paper in PAPERS.items():
        options = {one.key: one.choices(sqlite_store, example) for one in paper.options if one.parts}
        chosen = {key: choices[0][0] for key, choices in options.items()}
        assert not found_in(paper.gather(sqlite_store, example, **chosen)), kind
    of_topic = {kind: OFFICE_PAPERS[kind].gather for kind in ("final-report", "follow-ups")}
    assert not found_in(of_topic["final-report"](sqlite_store, planted))
    assert not found_in(of_topic["follow-ups"](sqlite_store))
    assert not found_in(OFFICE_PAPERS["situation"].gather(sqlite_store, planted, date(2024, 11, 17)))
    for made in (
        readiness.render(PAPERS["readiness"].gather(sqlite_store, example), OfficeProfile()),
        leader_brief.render(PAPERS["briefing"].gather(sqlite_store, example), OfficeProfile()),
        final_report.render(OFFICE_PAPERS["final-report"].gather(sqlite_store, planted), OfficeProfile()),
    ):
        text = paper_text(made)
        assert len(text) > 300
        assert not found_in(text.encode())


@pytest.mark.usefixtures("planted")
def test_no_message_no_form_no_dossier_and_no_shared_meeting_holds_any_of_it(
    sqlite_store: Store, example: UUID
) -> None:
    assert not found_in(chat.invitation_chat(sqlite_store, example))
    assert not found_in(chat.result_chat(sqlite_store, example))
    for institution, _ in chat.addressed_institutions(sqlite_store, example):
        assert not found_in(chat.institution_chat(sqlite_store, example, institution))
    assert not found_in(dossier_parts(sqlite_store, example, internal=True))
    shared = unpack(shared_meeting.share_file(sqlite_store, example), MEETING, "rapat")
    assert "Pilkada" in repr(shared)
    assert not found_in(shared)
    assert not found_in(follow_up_recipients(sqlite_store, date(2024, 11, 18)))
    assert not found_in(readiness_recipients(sqlite_store, open_topics(sqlite_store)[0]))


def test_search_the_matrix_and_its_items_know_nothing_of_it(sqlite_store: Store, planted: UUID) -> None:
    assert Search(sqlite_store, "logistik").hits()
    assert not [words for words in PLANTED if Search(sqlite_store, words).hits()]
    assert not found_in(matrix(sqlite_store, planted))
    assert not found_in(items(sqlite_store, planted))
    assert not integrity.check(sqlite_store)


def test_only_its_own_part_of_the_program_reads_it() -> None:
    """Whoever adds a module here shows what is Terbatas there: mark it, and keep it out of what is shared."""
    own = {
        "models/queries/security_picture.py", "services/security_picture.py", "services/security_patterns.py",
        "services/papers/security_picture.py", "services/formats/security_workbook.py", "services/security_paste.py",
    }  # fmt: skip
    tables, module = (
        {"StationRisk", "PersonnelPlan", "PersonnelPattern"},
        "desktop.models.queries.security_picture",
    )
    reading = set()
    for source in SOURCES.rglob("*.py"):
        name = source.relative_to(SOURCES).as_posix()
        if name.startswith(("ui/readiness/security/", "models/tables/", "models/migrations/")):
            continue
        text = source.read_text(encoding="utf-8")
        if not any(one in text for one in (*tables, module)):
            continue
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.ImportFrom):
                continue
            if tables & {one.name for one in node.names} or node.module == module:
                reading.add(name)
    assert reading == own
