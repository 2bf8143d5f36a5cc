"""Whatever is typed: every paper prints, holds all of it, and nothing on it touches, leaves its column or the paper."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.base.dates import long_date, medium_date, numeric_date, short_date
from desktop.documents.content import Margins, OfficeProfile
from desktop.documents.typesetting.markup import printable
from tests.documents.contents import Fact, contents, facts
from tests.documents.drawn import DrawnLine, DrawnPage, drawn_pages, holds, in_columns, letters_of, one_sided
from tests.documents.places import PagePlaces, faults, faults_on, pages
from tests.documents.samples import SAMPLES

PAPERS = {sample.module.__name__.rpartition(".")[2]: sample for sample in (make() for make in SAMPLES.values())}
CUT = {"leader_brief", "situation_report"}  # always one page; they say themselves how much is left out
PROFILES = (
    OfficeProfile(),
    OfficeProfile(paper="F4", font="Bookman", font_size=14, sign_columns=1, numbers_at="atas_kanan"),
    OfficeProfile(font="Times", font_size=9, margins=Margins(50, 50, 50, 50), proof=True, names_until=1),
)
_LEAST_ON_PAGE = 60  # letters of a row before it goes on below the head of the next page
# A paper takes too long to be made a hundred times over to find the smallest content that fails.
USUAL = settings(
    deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=[*HealthCheck]
)


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_on_a_sample_touches_anything(name: str) -> None:
    assert faults(SAMPLES[name]().render()) == []


@pytest.mark.parametrize("paper", PAPERS)
@settings(USUAL, max_examples=5, derandomize=True)  # the long run below looks for new ones
@given(data=st.data())
def test_the_paper_holds_all_that_was_typed(paper: str, data: st.DataObject) -> None:
    try_once(paper, data)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("paper", PAPERS)
@settings(USUAL, max_examples=400)
@given(data=st.data())
def test_the_paper_holds_all_that_was_typed_many_times(paper: str, data: st.DataObject) -> None:
    try_once(paper, data)


def try_once(paper: str, data: st.DataObject) -> None:
    """One random content on one profile."""
    sample = PAPERS[paper]
    content = data.draw(contents(type(sample.content)))
    check(sample.module, content, data.draw(st.sampled_from(PROFILES)), whole=paper not in CUT)


def check(module: Any, content: Any, profile: OfficeProfile, *, whole: bool = True) -> None:
    """Everything a paper promises of any content."""
    pdf = module.render(content, profile)
    assert module.render(content, profile) == pdf
    places = list(pages(pdf))
    assert faults_on(places) == []
    assert active_parts(pdf) == []
    drawn = drawn_pages(pdf)
    assert [unseen(*page) for page in zip(places, drawn, strict=True)] == [""] * len(drawn)
    if whole:
        columns = in_columns(drawn, [page.uprights for page in places])
        assert unprinted(columns, content, profile) == []


def unseen(page: PagePlaces, set_page: DrawnPage) -> str:
    """The letters of a page that a program that reads PDF does not find.

    PDFium has its own marks for hyphens at line ends, and its own likenesses of symbols that stand beside Arabic or
    Hebrew (R for ®): there symbols are left out.
    """
    seen = letters_of("".join(one.text for one in page.letters).replace("\x02", "-"))
    drawn = "".join(line.text for line in set_page.lines)
    if any(line.turned for line in set_page.lines):
        drawn = "".join(letter for letter in drawn if not unicodedata.category(letter).startswith("S"))
    return "".join((Counter(one_sided(drawn)) - Counter(one_sided(seen))).elements())


def unprinted(columns: Sequence[Sequence[DrawnLine]], content: Any, profile: OfficeProfile) -> list[str]:
    """The facts of a content that cannot be read on its paper."""
    joined = ["".join(line.text for line in lines) for lines in columns]
    return [
        f"{type(fact.holder).__name__}.{fact.name}: {fact.value!r}"
        for fact in facts(content)
        if is_shown(fact, content, profile) and not any(_reads(words, columns, joined) for words in as_shown(fact))
    ]


def _reads(words: str, columns: Sequence[Sequence[DrawnLine]], joined: Sequence[str]) -> bool:
    if any(words in text for text in joined):
        return True
    return any(holds(lines, words, most_gaps=len(words) // _LEAST_ON_PAGE + 2) for lines in columns)


def is_shown(fact: Fact, content: Any, profile: OfficeProfile) -> bool:
    """Whether a paper shows a value at all; what it never shows is what is not for readers or said by others."""
    holder, name = fact.holder, fact.name
    kind = type(holder).__name__
    if not isinstance(fact.value, str | date) or name in {"zone", "kind", "number_kind", "proof_code"}:
        return False
    if kind == "Signatory" and profile.sign_columns == 1 and holder is getattr(content, "minute_signatory", None):
        return False
    if name == "signed_on":
        return content.signatory is not None
    if (kind, name) in _ONLY_WHERE:
        return bool(_ONLY_WHERE[kind, name](holder, content))
    if kind == "Statement":
        return bool(holder.text.strip()) and not (holder.on_behalf_of and name == "institution")
    return (type(content).__name__, kind, name) not in _ELSEWHERE


# What prints only together with something else.
_ONLY_WHERE: dict[tuple[str, str], Callable[[Any, Any], Any]] = {
    ("Signatory", "number"): lambda one, _: one.number_kind,
    ("Signatory", "acting"): lambda one, _: one.position,
    ("MinutesContent", "invitation_date"): lambda one, _: one.invitation_number != "",
    ("ExtractContent", "as_of"): lambda one, _: one.follow_ups,
    ("FinalReportContent", "event_label"): lambda one, _: one.event_date,
    ("EndedFollowUp", "to"): lambda one, content: content.follow_ups and one in content.handed_over,
    **dict.fromkeys(
        [("EndedFollowUp", name) for name in ("text", "responsible", "reason")] + [("EndsOfKind", "kind")],
        lambda _, content: content.follow_ups,
    ),
    ("ProgressCell", "words"): lambda one, content: any(
        one is cell for row in content.rows for cell in row.cells[: len(content.categories) + 1]
    ),
    ("SecurityPictureContent", "pattern_sources"): lambda one, _: one.patterns,
    ("SecurityPictureContent", "rule"): lambda one, _: one.patterns,
    ("DayMark", "words"): lambda one, _: one.kind != "today",  # the day of the paper stands above its chart
    ("SheetGroup", "heading"): lambda one, _: one.rows,
    ("RecipientGroup", "heading"): lambda one, _: one.rows,
    ("InvitationContent", "programme_heading"): lambda one, _: one.programme,
    ("AttendanceSheetContent", "heading"): lambda one, _: not one.groups or any(not g.sheet for g in one.groups),
}
# An extract is for one institution; reports list what was agreed and name the meeting in their subject.
_SHORTER = ("related", "indicator", "note", "status")
# Charts show a day by its place, and shorten a name that stands whole in the table above them.
_IN_CHARTS = (
    ("Trend", "name"), ("TrendPoint", "day"), ("ReviewMark", "day"), ("ReviewMark", "words"),
    ("ReadinessProgressContent", "first_day"), ("ReadinessProgressContent", "last_day"),
)  # fmt: skip
# A scale shows days by their places and states by the look of bars; the days of a stage stand in words beside it.
_ON_SCALE = (
    ("StageLine", "starts_on"), ("StageLine", "ends_on"), ("StageLine", "state"), ("DayMark", "day"),
)  # fmt: skip
_ELSEWHERE = {
    *(("ExtractContent", "FollowUpRow", name) for name in ("responsible", "related")),
    *((paper, "FollowUpRow", name) for paper in ("NotaDinasContent", "ReportContent") for name in _SHORTER),
    *((paper, paper, "title") for paper in ("NotaDinasContent", "ReportContent")),
    *(("ReadinessProgressContent", holder, name) for holder, name in _IN_CHARTS),
    *(("StageTimelineContent", holder, name) for holder, name in _ON_SCALE),
}


def as_shown(fact: Fact) -> list[str]:
    """The ways in which a value may read on paper."""
    if isinstance(fact.value, date):
        return [letters_of(words(fact.value)) for words in (long_date, medium_date, short_date, numeric_date)]
    return [letters_of(printable(part)) for part in [fact.value]]


def active_parts(pdf: bytes) -> list[str]:
    """Whatever in a file does more than show text, lines and the office's mark."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as document:
        for name in ("/OpenAction", "/AA", "/AcroForm", "/Names", "/URI", "/JavaScript", "/EmbeddedFiles", "/AF"):
            found += [name] if name in document.Root else []
        for page in document.pages:
            found += [f"{key} on a page" for key in ("/Annots", "/AA") if key in page]
            found += [f"picture {key}" for key in page.Resources.get("/XObject", {})]
        found += [f"stream {one.get('/Type')}" for one in document.objects if _is_foreign(one)]
    return found


def _is_foreign(one: Any) -> bool:
    return isinstance(one, pikepdf.Dictionary) and str(one.get("/S", "")) in {
        "/URI",
        "/JavaScript",
        "/Launch",
        "/GoToR",
    }
