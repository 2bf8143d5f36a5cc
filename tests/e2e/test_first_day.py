"""26 September 2024, the morning after the first meeting: nothing is late or red, and nothing is said of anybody else.

Polda reported three things for the province. They stand there, once, wherever readiness is shown; the eight
regencies have reported nothing, which is grey everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.base.clock import frozen
from desktop.base.settings import Settings
from desktop.documents.readiness import render
from desktop.models.queries.readiness import institution_matrix, matrix
from desktop.models.queries.readiness_items import items
from desktop.models.queries.readiness_rollup import RolledItem, rollup
from desktop.models.queries.size_rollup import whole_sizes
from desktop.models.queries.wholes import wholes
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services import rollup_words
from desktop.services.desk import Desk
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.readiness import readiness_content
from desktop.ui.colours import Tone
from desktop.ui.home.page import HomePage
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.readiness.wording import tone_of
from desktop.ui.session import Session
from tests.documents.reading import page_texts

TOPIC, JATIM = fixed_id("topic", PILKADA), fixed_id("region", "35")
DAY = date(2024, 9, 26)
REPORTED = ("SEC-02", "SEC-03", "SEC-06")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def that_morning() -> Iterator[None]:
    with frozen(datetime(2024, 9, 26, 2, tzinfo=UTC)):
        yield


def test_only_the_province_has_reports_and_nobody_is_late(sqlite_store: Store, example: UUID) -> None:
    told = [one for one in items(sqlite_store, TOPIC) if one.state is not None]
    assert [(one.region_id, one.code, one.institution) for one in told] == [
        (JATIM, code, "Polda Jawa Timur") for code in REPORTED
    ]
    for found in (matrix(sqlite_store, TOPIC), institution_matrix(sqlite_store, TOPIC)):
        assert (found.total.late, found.total.to_confirm) == (0, 0)
        reported = [
            head.name for head, cell in zip(found.regions, found.by_region, strict=True) if cell.tally.reported
        ]
        assert reported in (["Provinsi Jawa Timur"], ["Polda Jawa Timur"])
        worst = [cell for row in found.cells for cell in row if cell.worst and cell.worst.state == "belum_siap"]
        assert worst == []


def test_the_windows_first_look_shows_nothing_red(
    sqlite_store: Store, example: UUID, tmp_path: Path, qtbot: QtBot
) -> None:
    session = Session(Desk(sqlite_store, "Uji"), None, Settings(tmp_path / "settings.json"))
    page, home = ReadinessPage(session), HomePage(session)
    for one in (page, home):
        qtbot.addWidget(one)
        one.show()
    QApplication.processEvents()
    model = page.matrix.model
    tones = [
        [tone_of(model.cell(row, column).tally) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert {tone for row in tones[:8] for tone in row} == {Tone.NONE}
    assert Tone.PROBLEM not in {tone for row in tones for tone in row}
    qtbot.waitUntil(lambda: home.half is not None)
    assert home.half is not None
    assert home.follow_ups.late_tile.number() == "0"
    everybody, province = (line.words() for line in home.half.readiness.lines())
    assert everybody.startswith("Semua wilayah. ")
    assert province.startswith("Prov. Jawa Timur. ")
    assert [label.text() for label in home.half.readiness.findChildren(QLabel)][-1] == "9 wilayah belum melapor"


def test_the_paper_names_the_province_alone_and_nothing_as_late(sqlite_store: Store, example: UUID) -> None:
    content = readiness_content(sqlite_store, example)
    assert [row.name for row in content.rows if row.total and row.total.reported] == ["Provinsi Jawa Timur"]
    assert [group.name for group in content.groups] == ["Provinsi Jawa Timur"]
    text = " ".join(page_texts(render(content, paper_profile(sqlite_store))))
    assert text.count("Latpraops dilaksanakan") >= 1
    assert "terlambat" not in text.casefold()
    assert "lewat batas" not in text.casefold()


def test_the_roll_up_tells_the_provinces_reports_apart_from_its_regions(
    sqlite_store: Store, example: UUID
) -> None:
    for one in wholes(sqlite_store):
        found = rollup(sqlite_store, TOPIC, one, DAY)
        assert (found.total.reported, found.total.late, found.total.tally.percent) == (0, 0, None)
        told = [each for group in found.categories for each in group.items if each.told]
        expected = REPORTED if found.regions else ()
        assert tuple(each.item.code for each in told) == expected
        assert all(_is_told_of_the_province(each) for each in told)
    (jatim,) = [one for one in whole_sizes(sqlite_store, wholes(sqlite_store)) if one.whole.region_id == JATIM]
    assert rollup_words.total_words(jatim.sums[0]) == "13.277"
    assert jatim.sums[0].reported is not None
    assert jatim.sums[0].reported.value == 60_751


def _is_told_of_the_province(item: RolledItem) -> bool:
    return [one.region_id for one in item.told] == [JATIM] and not item.regions.reported
