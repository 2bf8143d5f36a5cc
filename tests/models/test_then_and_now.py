"""Two positions side by side: the words of each cell, and the items that changed, worst news first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest

from desktop.base.errors import NewerFile
from desktop.models.position import Position, Question, Said, from_plain, to_plain
from desktop.models.score import Tally
from desktop.models.then_and_now import Step, compared

DAY, LATER = date(2024, 10, 28), date(2024, 11, 13)
TUBAN, GRESIK = UUID(int=1), UUID(int=2)
BOXES, INK, POSTS = UUID(int=11), UUID(int=12), UUID(int=13)


def question(thread: UUID, code: str, **values: object) -> Question:
    usual = Question(thread, code, f"Butir {code}", "Logistik", "100", "%", False, 1.0, (TUBAN, GRESIK))
    return replace(usual, **values)  # type: ignore[arg-type]


def said(state: str, worth: Fraction | None, **values: object) -> Said:
    return replace(Said(state, worth, None, None, None, False, DAY), **values)  # type: ignore[arg-type]


def position(day: date, told: dict[tuple[UUID, UUID], Said], *questions: Question) -> Position:
    """What was asked, and what was said of it; the cells follow."""
    asked = questions or (question(BOXES, "LOG-01"), question(INK, "LOG-05"))
    cells = []
    for region in (TUBAN, GRESIK):
        tallies = [told.get((one.thread_id, region)) for one in asked if region in one.regions]
        worth = [one.worth for one in tallies if one is not None and one.worth is not None]
        done = sum(one == 1 for one in worth)
        cells.append(
            (Tally(len(tallies), len(worth), done, earned=sum(worth, Fraction()), possible=Fraction(len(worth))),)
        )
    regions = ((TUBAN, "Kabupaten Tuban"), (GRESIK, "Kabupaten Gresik"))
    return Position(day, "Daftar, versi 1", regions, ("Logistik",), tuple(cells), asked, told)


HALF, NONE, ALL = Fraction(1, 2), Fraction(0), Fraction(1)


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        (Tally(4, 2, 0, earned=ALL, possible=Fraction(2)), Tally(4, 2, 1, earned=ALL * 3 / 2, possible=Fraction(2)),
         "naik 25 poin ▲"),
        (Tally(4, 2, 0, earned=ALL, possible=Fraction(2)), Tally(4, 2, 0, earned=HALF, possible=Fraction(2)),
         "turun 25 poin ▼"),
        (Tally(4, 2, 0, earned=ALL, possible=Fraction(2)), Tally(4, 2, 0, earned=ALL, possible=Fraction(2)), "tetap"),
        (Tally(4), Tally(4, 1, 0, earned=HALF, possible=ALL), "baru dilaporkan"),
        (None, Tally(4, 1, 0, earned=HALF, possible=ALL), "baru dilaporkan"),
        (Tally(4), Tally(4), "belum ada laporan"),
        (Tally(4, 1, 0, earned=HALF, possible=ALL), Tally(4), "tanpa skor lagi"),
        (Tally(4), None, "tidak ditanyakan lagi"),
        (None, None, ""),
        (Tally(), Tally(), ""),
    ],
)  # fmt: skip
def test_what_became_of_a_cell_needs_no_arrow(then: Tally | None, now: Tally | None, words: str) -> None:
    assert Step(then, now).words == words


def test_scores_of_other_questions_are_not_compared() -> None:
    then = position(DAY, {(BOXES, TUBAN): said("sebagian", HALF)})
    asks_more = question(BOXES, "LOG-01", target="200", regions=(TUBAN,))
    now = position(LATER, {(BOXES, TUBAN): said("siap", ALL)}, asks_more, question(INK, "LOG-05"))
    found = compared(then, now)
    assert found.steps[0][0].words == "pertanyaan berubah"
    assert found.steps[0][0].points is None
    (anew,) = [one for one in found.changes if one.region_id is None]
    assert (anew.kind.words, anew.then, anew.now) == ("pertanyaan berubah", "target 100 %", "target 200 %")


def test_polished_words_ask_the_same_question() -> None:
    told = {(BOXES, TUBAN): said("sebagian", HALF)}
    now = position(LATER, told, question(BOXES, "LOG-01", text="Kotak suara lengkap"), question(INK, "LOG-05"))
    found = compared(position(DAY, told), now)
    assert (found.steps[0][0].words, found.changes) == ("tetap", ())


def test_the_worst_news_comes_first() -> None:
    then = position(
        DAY,
        {
            (BOXES, TUBAN): said("siap", ALL), (INK, TUBAN): said("belum_siap", NONE),
            (INK, GRESIK): said("sebagian", HALF),
        },
    )  # fmt: skip
    now = position(
        LATER,
        {
            (BOXES, TUBAN): said("sebagian", Fraction(4, 5), value=80, measure="persen", institution="KPU Tuban"),
            (INK, TUBAN): said("sebagian", HALF),
            (INK, GRESIK): said("siap", ALL),
            (BOXES, GRESIK): said("belum_siap", NONE, source="WhatsApp"),
        },
    )
    found = compared(then, now)
    assert [(one.kind.words, one.region, one.code) for one in found.changes] == [
        ("memburuk", "Kabupaten Tuban", "LOG-01"),
        ("baru, belum siap", "Kabupaten Gresik", "LOG-01"),
        ("membaik", "Kabupaten Tuban", "LOG-05"),
        ("siap", "Kabupaten Gresik", "LOG-05"),
    ]
    worst, unready = found.changes[:2]
    assert (worst.then, worst.now, worst.institution) == ("Siap", "Sebagian siap (80%)", "KPU Tuban")
    assert (unready.then, unready.now, unready.institution) == ("Belum ada laporan", "Belum siap", "WhatsApp")


def test_a_report_that_only_confirms_is_no_change() -> None:
    then = position(DAY, {(BOXES, TUBAN): said("siap", ALL)})
    now = position(LATER, {(BOXES, TUBAN): said("siap", ALL, as_of=LATER)})
    assert compared(then, now).changes == ()


def test_a_figure_that_changed_what_is_needed_is_said() -> None:
    told = said("sebagian", HALF, value=50.0, measure="jumlah")
    then = position(DAY, {(BOXES, TUBAN): told})
    now = position(LATER, {(BOXES, TUBAN): replace(told, worth=Fraction(2, 5))})
    (change,) = compared(then, now).changes
    assert (change.kind.words, change.now) == ("memburuk", f"{change.then}, kebutuhan berubah")


def test_items_of_another_version_are_named_as_new_or_removed() -> None:
    then = position(DAY, {(INK, TUBAN): said("siap", ALL)})
    now = position(LATER, {}, question(BOXES, "LOG-01"), question(POSTS, "SEC-01", category="Logistik"))
    found = compared(then, now)
    assert [(one.kind.words, one.code, one.region) for one in found.changes] == [
        ("butir baru", "SEC-01", "2 wilayah"), ("butir dihapus", "LOG-05", "2 wilayah"),
    ]  # fmt: skip


def test_a_region_that_left_stands_last() -> None:
    then = position(DAY, {(BOXES, GRESIK): said("siap", ALL)})
    gone = replace(position(LATER, {}, question(BOXES, "LOG-01", regions=(TUBAN,))))
    now = replace(gone, regions=gone.regions[:1], cells=gone.cells[:1])
    found = compared(then, now)
    assert [name for _, name in found.regions] == ["Kabupaten Tuban", "Kabupaten Gresik"]
    assert found.by_region[1].words == "tidak ditanyakan lagi"


def test_a_position_of_a_newer_rakor_is_not_misread() -> None:
    content = to_plain(position(DAY, {}))
    with pytest.raises(NewerFile):
        from_plain({**content, "form": content["form"] + 1})
