"""Where pages stand: sizes that fit, true sizes, and places that can be found again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize

from desktop.ui.papers.page_layout import FIT_PAGE, FIT_WIDTH, lay_out, next_step

A4, A4_ON_ITS_SIDE, F4 = (595.0, 842.0), (842.0, 595.0), (609.0, 935.0)
VIEW = QSize(700, 500)


def test_pages_are_as_wide_as_the_view_has_room_for() -> None:
    layout = lay_out([A4, A4_ON_ITS_SIDE], VIEW, FIT_WIDTH, 96 / 72, 10)
    assert [place.width() for place in layout.places] == [680, 680]
    assert layout.whole.width() == VIEW.width()


def test_a_whole_page_fits_into_the_view() -> None:
    layout = lay_out([A4, A4_ON_ITS_SIDE], VIEW, FIT_PAGE, 96 / 72, 10)
    assert all(place.height() <= 480 and place.width() <= 680 for place in layout.places)
    assert layout.places[0].height() == pytest.approx(480, abs=1)


def test_at_a_hundred_percent_a_page_has_its_true_size() -> None:
    layout = lay_out([F4], VIEW, 100, 96 / 72, 10)
    assert layout.places[0].width() == round(609 * 96 / 72)
    assert layout.whole.width() == layout.places[0].width() + 20


@pytest.mark.parametrize("point", [QPoint(300, 200), QPoint(10, 900), QPoint(690, 2400), QPoint(350, 99_999)])
@pytest.mark.parametrize("zoom", [FIT_WIDTH, FIT_PAGE, 150])
def test_a_place_is_found_again(point: QPoint, zoom: int) -> None:
    layout = lay_out([A4, A4_ON_ITS_SIDE, F4], VIEW, zoom, 96 / 72, 10)
    spot = layout.spot_at(point)
    assert spot is not None
    assert layout.point_of(spot) == point


def test_between_two_pages_the_nearer_counts() -> None:
    layout = lay_out([A4, A4], VIEW, FIT_WIDTH, 96 / 72, 10)
    edge = layout.places[0].bottom()
    below, above = layout.spot_at(QPoint(100, edge + 9)), layout.spot_at(QPoint(100, edge + 2))
    assert below is not None
    assert above is not None
    assert (above.page, below.page) == (0, 1)


def test_sizes_go_up_and_down_by_the_usual_steps() -> None:
    assert next_step(114, 1) == 125
    assert next_step(114, -1) == 110
    assert next_step(300, 1) == 300
    assert next_step(25, -1) == 25
