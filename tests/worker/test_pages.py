from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pytest

from desktop.base.errors import PaperProblem
from desktop.worker.client import WorkerClient
from desktop.worker.pages import images_of
from tests.worker.conftest import Ear


@pytest.fixture(scope="module")
def client():
    with WorkerClient() as started:
        yield started


def test_pages_are_counted_and_measured(client, pdf):
    meta = client.ask("page-count", pdf).meta
    assert meta["count"] == 2
    assert [[round(side) for side in size] for size in meta["sizes"]] == [[595, 842], [609, 935]]


def test_a_page_is_drawn_as_it_looks(client, pdf):
    (page,) = images_of(client.ask("page-images", pdf, 0, 1, 0.5))
    assert (page.number, page.width, page.height) == (0, 298, 421)
    lower_left = (page.height - 1) * page.stride
    assert bytes(page.pixels[lower_left : lower_left + 3]) == b"\xff\x00\x00"
    assert bytes(page.pixels[:3]) == b"\xff\xff\xff"
    assert len(page.pixels) == page.stride * page.height


def test_a_page_without_colours_comes_as_grey_where_that_will_do(client, pdf):
    coloured, grey = images_of(client.ask("page-images", pdf, 0, None, 0.5, True))
    assert (coloured.grey, coloured.stride >= 4 * coloured.width) == (False, True)
    assert (grey.grey, grey.stride, len(grey.pixels)) == (True, grey.width, grey.width * grey.height)
    (whole,) = images_of(client.ask("page-images", pdf, 1, 2, 0.5))
    assert bytes(whole.pixels[1 : whole.stride : 4])[: grey.width] == bytes(grey.pixels[: grey.width])


def test_all_pages_come_with_progress(client, pdf):
    ear = Ear().ask(client, "page-images", pdf, 0, None, 0.1)
    assert [page.number for page in images_of(ear.outcome)] == [0, 1]
    assert ear.progress[-1] == (2, 2)


def test_pages_beyond_the_last_are_simply_not_there(client, pdf):
    assert images_of(client.ask("page-images", pdf, 5, 9)) == []


@pytest.mark.parametrize("content", [b"", b"not a pdf", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_said(client, content):
    with pytest.raises(PaperProblem, match="rusak atau bukan PDF"):
        client.ask("page-count", content)


def test_a_truncated_pdf_does_not_end_the_child(client, pdf):
    for length in range(0, len(pdf), 97):
        with suppress(PaperProblem):
            client.ask("page-images", pdf[:length], 0, 1, 0.1)
    assert client.ask("page-count", pdf).meta["count"] == 2


def test_a_locked_pdf_is_called_locked(client):
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, encrypt="sandi")
    canvas.showPage()
    canvas.save()
    with pytest.raises(PaperProblem, match="kata sandi"):
        client.ask("page-count", made.getvalue())


def test_a_picture_too_large_for_memory_is_refused(client, pdf):
    with pytest.raises(PaperProblem, match="terlalu besar"):
        client.ask("page-images", pdf, 0, 1, 100.0)
