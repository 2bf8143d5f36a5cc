"""The paper of stages: marks on its scale, and those that the scale cannot hold."""

from __future__ import annotations

from datetime import date

from desktop.documents import stage_timeline
from desktop.documents.content import OfficeProfile
from desktop.documents.stage_timeline_content import DayMark, StageLine, StageTimelineContent
from tests.documents.places import faults
from tests.documents.reading import paper_text, squeezed

DAY = date(2025, 3, 18)
LONG = "Hari Pemungutan dan Penghitungan Suara Ulang di Seluruh Kabupaten dan Kota"
SHORT = DayMark("H-30 · 25 Feb", date(2025, 2, 25), "point")


def test_a_mark_with_a_short_name_stands_on_the_scale_and_a_long_one_in_full_above_it() -> None:
    stage = StageLine("Kampanye", "", "20-1-2025 s.d. 23-3-2025", date(2025, 1, 20), date(2025, 3, 23), "berjalan")
    marks = (SHORT, DayMark(LONG, date(2025, 3, 27), "event"))
    text = paper_text(
        stage_timeline.render(StageTimelineContent("Topik", DAY, "", (stage,), marks), OfficeProfile())
    )
    assert squeezed(f"{LONG}: 27 Maret 2025") in text
    assert text.count(squeezed(SHORT.words)) == 1


def test_without_a_day_of_any_stage_the_marked_days_stand_in_words() -> None:
    content = StageTimelineContent("Topik", DAY, "", (StageLine("Kampanye"),), (SHORT,))
    assert squeezed(f"{SHORT.words}: 25 Februari 2025") in paper_text(
        stage_timeline.render(content, OfficeProfile())
    )


def test_no_line_of_a_day_runs_through_the_words_of_others() -> None:
    stage = StageLine("Kampanye", "", "mulai 20-1-2025", date(2025, 1, 20), None, "belum_pasti")
    marks = tuple(DayMark(f"H-{n} · {30 - n}", date(2025, 3, 31 - n), "point") for n in reversed(range(9)))
    content = StageTimelineContent("Topik", DAY, "", (stage,), marks)
    assert faults(stage_timeline.render(content, OfficeProfile())) == []
