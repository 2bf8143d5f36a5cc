"""Daftar Arsip knows which archive data are there, on both engines."""

from __future__ import annotations

from datetime import date
from itertools import product

from desktop.base.periods import month
from desktop.models.queries.archive import ARCHIVE_LIST, archive_list
from desktop.models.store import Store
from tests.models.made_up import add_meeting

DATA = ("archive_code", "archive_level", "archive_place", "archive_retention")


def test_a_meeting_is_whole_only_with_all_four_data(store: Store) -> None:
    for given in product((None, "", "isi"), repeat=len(DATA)):
        add_meeting(store, title=str(given), **dict(zip(DATA, given, strict=True)))
    whole = [row[2] for row in archive_list(store, state="lengkap").head()]
    assert whole == [str(("isi",) * len(DATA))]
    assert archive_list(store, state="kurang").count() == 3 ** len(DATA) - 1
    assert archive_list(store).count() == 3 ** len(DATA)


def test_what_is_known_comes_first_in_the_order_of_codes(store: Store) -> None:
    for code in (None, "300.1", "200.2"):
        add_meeting(store, archive_code=code)
    place = ARCHIVE_LIST.names.index("code")
    found = [row[place] for row in archive_list(store, order="code", descending=False).head()]
    assert found == ["200.2", "300.1", None]


def test_words_are_sought_in_the_meeting_its_code_and_its_shelf(store: Store) -> None:
    add_meeting(store, title="Banjir", archive_code="300.2", archive_place="Lemari Dua")
    add_meeting(store, title="Pilkada", held_on=date(2024, 9, 26))
    for text, count in (("banjir lemari", 1), ("300", 1), ("pilkada lemari", 0), ("", 2)):
        assert archive_list(store, text=text).count() == count
    assert archive_list(store, period=month(date(2024, 9, 1))).count() == 1
