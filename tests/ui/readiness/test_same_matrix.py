"""The matrix on screen, in Excel and on paper is one: on random checklists and reports, by region and by institution."""

from __future__ import annotations

import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any, NamedTuple
from uuid import UUID

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop.base.clock import today
from desktop.documents import readiness
from desktop.exchange.workbook.writing import workbook
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.office import topics
from desktop.models.queries.readiness import Cell
from desktop.models.queries.readiness_shown import INSTITUTIONS, REGIONS
from desktop.models.seeds import fixed_id
from desktop.models.words import READINESS_STATES
from desktop.services.checklists.items import add_category, add_item
from desktop.services.checklists.versions import draft_version, put_in_force
from desktop.services.formats.readiness_workbook import readiness_sheets
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.readiness import topic_readiness
from desktop.services.readiness import assess
from desktop.services.topics import add_topic
from desktop.ui.readiness.matrix_tab import MatrixTab
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.session import Session

_DOWN = Qt.Orientation.Vertical
REGION_IDS = [fixed_id("region", code) for code in ("35.23", "35.25", "35.76", "35")]
INSTITUTION_IDS = [
    fixed_id("institution", code) for code in ("kpu-35.23", "polres-tuban", "kpu-35.25", "kpu-jatim")
]
TARGETS: list[dict[str, Any]] = [
    {"target_kind": "ya"}, {"target_kind": "persen", "target_value": 100, "unit": "%"}, {"target_kind": "per_tps", "target_value": 2, "unit": "kotak/TPS"},
    {"target_kind": "jumlah", "target_value": 40, "unit": "unit"},
]  # fmt: skip
some = st.sampled_from
items = st.lists(
    st.fixed_dictionaries(
        {
            "target": some(TARGETS),
            "responsible": some(["KPU Kabupaten/Kota", "Polres", "KPU Provinsi", "Dinas yang tidak terdaftar"]),
            "evidence": some([None, "Foto"]),
            "weight": some([0.5, 1, 3]),
            "scope": some(
                [{"for_regency": True}, {"for_province": True}, {"for_regency": True, "for_province": True}]
            ),
            "due": some([None, (-80, "reported"), (-80, "proposed"), (0, "reported")]),
        }
    ),
    min_size=2,
    max_size=5,
)
reports = st.lists(
    st.fixed_dictionaries(
        {
            "item": st.integers(0, 4),
            "region": some(REGION_IDS),
            "state": some(list(READINESS_STATES)),
            "number": st.one_of(st.none(), st.tuples(st.integers(0, 120), some(["jumlah", "persen"]))),
            "days_ago": some([0, 1, 2, 8, 31]),
            "institution_id": some([None, *INSTITUTION_IDS]),
            "evidence_received": st.booleans(),
        }
    ),
    max_size=14,
)
events = some([None, 3, 20, 60]).map(
    lambda left: None if left is None else date(2024, 9, 26) + timedelta(days=left)
)

# An office takes too long to be made a hundred times over to find the smallest that fails.
USUAL = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class Told(NamedTuple):
    """What a cell says, wherever it stands; `None` where nobody reported. The paper does not say what is late."""

    applicable: int
    ready: int | None = None
    reported: int | None = None
    percent: int | None = None
    to_confirm: int | None = None


class Line(NamedTuple):
    """A row: its cells, that of all categories last, its newest report and its weakest item."""

    name: str
    cells: tuple[Told, ...]
    updated_on: date | None
    worst: str


@pytest.fixture
def tab(page: ReadinessPage, qtbot: QtBot) -> MatrixTab:
    return page.matrix


@given(items, reports, events, some([REGIONS, INSTITUTIONS]))
@settings(USUAL, max_examples=8)
def test_the_matrix_is_the_same_on_screen_in_excel_and_on_paper(
    page: ReadinessPage, session: Session, asked: Any, told: Any, event: date | None, rows: str
) -> None:
    agrees(page, session, asked, told, event, rows)


@pytest.mark.fault
@pytest.mark.timeout(1800)
@given(items, reports, events, some([REGIONS, INSTITUTIONS]))
@settings(USUAL, max_examples=250)
def test_the_matrix_is_the_same_everywhere_many_times(
    page: ReadinessPage, session: Session, asked: Any, told: Any, event: date | None, rows: str
) -> None:
    agrees(page, session, asked, told, event, rows)


def agrees(page: ReadinessPage, session: Session, asked: Any, told: Any, event: date | None, rows: str) -> None:
    topic = founded(session, asked, told, event)
    page.open(topic=topic.id)
    page.matrix.bar.show_rows(rows)
    shown = on_screen(page.matrix)
    assert in_excel(session, page.matrix, topic) == shown
    assert on_paper(session, page.matrix, topic) == shown


def founded(session: Session, asked: Any, told: Any, event: date | None) -> TopicRow:
    """A topic of its own with a checklist and reports."""
    desk = session.desk
    name = f"Uji {len(topics(session.store))}"
    made_topic = session.make(lambda: add_topic(desk, name, event_date=event, regions=REGION_IDS))
    assert made_topic is not None
    topic, _ = made_topic
    template, _ = draft_version(desk, topic)
    categories = [add_category(desk, template, name)[0] for name in ("Satu", "Dua")]
    made: list[UUID] = []
    for number, one in enumerate(asked):
        offset, basis = one["due"] or (None, "proposed")
        values = {key: one[key] for key in ("responsible", "evidence", "weight")} | one["scope"]
        made.append(
            add_item(desk, categories[number % 2], f"XQ{number:02d}", code=f"K{number:02d}", due_offset=offset,
                     due_basis=basis, **values, **one["target"])[0]
        )  # fmt: skip
    put_in_force(desk, template)
    for one in told:
        value, measure = one["number"] or (None, None)
        assess(
            desk, made[one["item"] % len(made)], one["region"], state=one["state"], value=value, measure=measure,
            as_of=today() - timedelta(days=one["days_ago"]), institution_id=one["institution_id"],
            evidence_received=one["evidence_received"], source="Uji",
        )  # fmt: skip
    return TopicRow(topic, name, "Hari H", event)


def on_screen(tab: MatrixTab) -> list[Line]:
    model, lines = tab.model, []
    for row in range(model.rowCount()):
        cells = [model.cell(row, column) for column in range(model.columnCount())]
        head = model.head(row)
        name = head.name if head else str(model.headerData(row, _DOWN))
        worst = cells[-1].worst
        lines.append(
            Line(name, tuple(map(_seen, cells)), cells[-1].updated_on, worst.text if worst and head else "")
        )
    return lines


def _seen(cell: Cell) -> Told:
    tally = cell.tally
    if not tally.reported:
        return Told(tally.applicable)
    return Told(tally.applicable, tally.ready, tally.reported, tally.percent, cell.to_confirm)


def every_cell(tab: MatrixTab) -> list[Cell]:
    model = tab.model
    return [model.cell(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]


def in_excel(session: Session, tab: MatrixTab, topic: TopicRow) -> list[Line]:
    """The first sheet, a line a cell, put together again; cells where nothing is asked are no lines there."""
    sheets = readiness_sheets(session.store, topic, tab.bar.shown(), tab.day())
    book = CalamineWorkbook.from_filelike(BytesIO(workbook([(head, [rows]) for head, rows in sheets])))
    found: dict[str, dict[str, tuple[Told, Any, str]]] = {}
    late_cells: list[int] = []
    for cells in book.get_sheet_by_index(0).to_python():
        if len(cells) < 12 or not isinstance(cells[3], float):
            continue
        name, category, ready, applicable, reported, percent, _coverage, old, late, worst, _state, day = cells
        late_cells.append(int(late))
        said = Told(int(applicable))
        if reported:
            said = Told(int(applicable), int(ready), int(reported), int(percent), int(old))
        code, _, text = str(worst).partition(" ")
        found.setdefault(str(name), {})[str(category)] = (said, day or None, text if code else "")
    assert late_cells == [cell.late for cell in every_cell(tab) if not cell.is_empty]  # which paper does not tell
    empty = (Told(0), None, "")
    if not tab.model.rowCount():  # no institution of the directory answers for anything
        assert not found
        return []
    names = [head.name for head in tab.model.matrix.regions] + [
        str(tab.model.headerData(tab.model.rowCount() - 1, _DOWN))
    ]
    assert list(found) == [name for name in names if name in found]  # in the order of the screen
    lines = []
    for name in names:
        cells = [found.get(name, {}).get(category, empty) for category in ("Satu", "Dua", "Semua kategori")]
        worst = cells[-1][2] if name != names[-1] else ""
        lines.append(Line(name, tuple(cell[0] for cell in cells), cells[-1][1], worst))
    return lines


_CELL = r"(?:[⬤◕◑◔◯] \d+/\d+ · \d+% \d+ laporan(?: ↻ \d+)?|\d+ butir|–)"
_NUMBERS = re.compile(r"(\d+)/(\d+) · (\d+)% (\d+) laporan(?: ↻ (\d+))?")


def on_paper(session: Session, tab: MatrixTab, topic: TopicRow) -> list[Line]:
    content = topic_readiness(session.store, topic, tab.day(), tab.bar.shown())
    text = " ".join(pieces(readiness.render(content, paper_profile(session.store))))
    overview, _, weakest = text.partition("Butir yang Paling Perlu Perhatian")
    lines = []
    for name in [*(row.name for row in content.rows), *([content.total.name] if content.total else [])]:
        row = re.search(rf"{re.escape(name)} ((?:{_CELL} ?){{3}})(\d+-\d+-\d{{4}})?", overview)
        assert row is not None, f"{name}: {overview}"
        day = date(*map(int, reversed(row[2].split("-")))) if row[2] else None
        worst = re.search(rf"\d+\. {re.escape(name)} (XQ\d\d)", weakest)
        lines.append(Line(name, tuple(map(_read, re.findall(_CELL, row[1]))), day, worst[1] if worst else ""))
    return lines


def pieces(pdf: bytes) -> list[str]:
    """What PDFium reads on the pages, word by word; lines of a cell, which it may join, stay apart."""
    document, words = pypdfium2.PdfDocument(pdf), []
    try:
        for page in document:
            text = page.get_textpage()
            for place in range(text.count_rects()):
                words += text.get_text_bounded(*text.get_rect(place)).split()
            text.close()
            page.close()
        return words
    finally:
        document.close()


def _read(cell: str) -> Told:
    if found := _NUMBERS.search(cell):
        ready, applicable, percent, reported, old = (int(number or 0) for number in found.groups())
        return Told(applicable, ready, reported, percent, old)
    return Told(0 if cell == "–" else int(cell.split()[0]))
