"""Laporan Situasi Harian is one page, and no report is never called calm."""

from __future__ import annotations

import unicodedata
from datetime import date, time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import situation_report
from desktop.documents.content import OfficeProfile, Signatory
from desktop.documents.situation_content import RegionSituation, SituationContent, SituationProblem
from desktop.documents.situation_report import STATES
from tests.documents.reading import page_texts, paper_text, squeezed

DAY = date(2024, 11, 24)


def report(*regions: RegionSituation, problems: tuple[SituationProblem, ...] = ()) -> bytes:
    content = SituationContent("Pilkada", DAY, time(16), regions=regions, problems=problems)
    return situation_report.render(content, OfficeProfile())


def test_a_field_nobody_named_leaves_its_room() -> None:
    one, other = SituationProblem("Banjir"), SituationProblem("Truk", field="Logistik")
    assert "Bidang" not in paper_text(report(problems=(one,)))
    assert squeezed("Bidang") in paper_text(report(problems=(one, other)))


def test_a_region_without_a_report_is_not_called_calm() -> None:
    text = paper_text(report(RegionSituation("Kabupaten Tuban"), RegionSituation("Kabupaten Gresik", "perhatian")))
    assert squeezed("Kabupaten Tuban Belum ada laporan") in text
    assert squeezed("Kabupaten Gresik Perlu perhatian") in text
    assert squeezed("Kondusif: 0 · Perlu perhatian: 1 · Gangguan: 0 · Belum ada laporan: 1") in text
    assert text.count("Kondusif") == 1  # in the count alone


def test_a_day_nobody_reported_anything_says_so() -> None:
    assert squeezed("Belum ada kendala atau perkembangan yang dicatat.") in paper_text(report())


def test_what_happened_stands_with_time_place_field_and_what_is_done() -> None:
    problem = SituationProblem("Truk tertahan", "Kab. Tuban", "Logistik", "Dikawal", time(8, 40))
    earlier = SituationProblem("Laporan masuk", "Kab. Gresik", "Sengketa", "", None, date(2024, 11, 23))
    text = paper_text(report(problems=(problem, earlier)))
    assert squeezed("08.40 Kab. Tuban Logistik Truk tertahan Dikawal") in text
    assert squeezed("Sab, 23 Nov 2024 Kab. Gresik Sengketa Laporan masuk –") in text
    assert squeezed("Minggu, 24 November 2024, pukul 16.00 WIB") in text


def test_the_states_grow_darker_so_that_a_grey_copy_reads_alike() -> None:
    shades = [0.299 * tint[0] + 0.587 * tint[1] + 0.114 * tint[2] for _, tint in STATES.values() if tint]
    assert all(lighter - darker > 0.06 for lighter, darker in pairwise([1.0, *shades]))


# Copied from a page, a line with right-to-left letters comes in another order, the "W1." looked for below too.
_LEFT_TO_RIGHT = st.characters(exclude_categories=["Cs"]).filter(
    lambda letter: unicodedata.bidirectional(letter) not in {"R", "AL", "AN", "RLE", "RLO", "RLI"}
)


@settings(max_examples=15, deadline=None)
@given(
    regions=st.integers(0, 40), problems=st.integers(0, 40), text=st.text(_LEFT_TO_RIGHT, max_size=600),
    size=st.floats(8, 14), paper=st.sampled_from(("A4", "F4")), signed=st.booleans(),
)  # fmt: skip
def test_the_report_is_always_exactly_one_page(
    regions: int, problems: int, text: str, size: float, paper: str, signed: bool
) -> None:
    content = SituationContent(
        text, DAY, regions=tuple(RegionSituation(f"Kabupaten {n}", "gangguan") for n in range(regions)),
        problems=tuple(SituationProblem(text or "x", f"W{n}.", text, text, time(9)) for n in range(problems)),
        event=text, signatory=Signatory("Kepala") if signed else None,
    )  # fmt: skip
    profile = OfficeProfile(font_size=size, paper=paper)  # type: ignore[arg-type]
    [page] = page_texts(situation_report.render(content, profile))
    shown = sum(f"W{n}." in page for n in range(problems))
    assert (f"… dan {problems - shown} lainnya" in page) == (shown < problems)
