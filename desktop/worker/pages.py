"""Pages of a PDF as pictures, for the preview on screen and for printing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from desktop.base.errors import PaperProblem
from desktop.worker.frames import Answer

if TYPE_CHECKING:
    from desktop.worker.jobs import Context

_MOST_PIXELS = 40_000_000
_MOST_BYTES = 400_000_000
_PASSWORD_NEEDED = 4


@dataclass(frozen=True)
class PageImage:
    """One drawn page, `stride` bytes a line: four a pixel in the order R, G, B, unused, or one if it is grey."""

    number: int
    width: int
    height: int
    stride: int
    pixels: memoryview
    grey: bool = False


def images_of(answer: Answer) -> list[PageImage]:
    """The pictures in the answer to the job "page-images", without copying them."""
    images, start, whole = [], 0, memoryview(answer.body)
    for page in answer.meta["pages"]:
        end = start + page["stride"] * page["height"]
        pixels = whole[start:end]
        images.append(
            PageImage(page["number"], page["width"], page["height"], page["stride"], pixels, page["grey"])
        )
        start = end
    return images


def count_pages(context: Context, pdf: bytes) -> Answer:
    """How many pages there are and how large: meta `count`, and `sizes` in points (1/72 inch)."""
    with opened(pdf) as document:
        total = len(document)
        sizes = []
        for number in range(total):
            sizes.append(list(document.get_page_size(number)))
            context.progress(number + 1, total)
    return Answer(b"", {"count": total, "sizes": sizes})


def draw_pages(
    context: Context, pdf: bytes, first: int = 0, last: int | None = None, scale: float = 1.0, lean: bool = False
) -> Answer:
    """Draw the pages from `first` up to and without `last` (counted from 0; None: all), at 72 × scale dpi.

    `lean` gives pages without colours as grey.
    """
    with opened(pdf) as document:
        numbers = range(len(document))[first:last]
        _refuse_too_large([document.get_page_size(number) for number in numbers], scale)
        pages, pixels = [], bytearray()
        for done, number in enumerate(numbers):
            page = document[number]
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True, maybe_alpha=False)
            grey = _grey(bitmap) if lean else None
            pixels += memoryview(bitmap.buffer).cast("B") if grey is None else grey
            stride = bitmap.stride if grey is None else bitmap.width
            pages.append(
                {
                    "number": number, "width": bitmap.width, "height": bitmap.height, "stride": stride,
                    "grey": grey is not None,
                }
            )  # fmt: skip
            bitmap.close()
            page.close()
            context.progress(done + 1, len(numbers))
    return Answer(bytes(pixels), {"pages": pages})


def _grey(bitmap: Any) -> bytes | None:
    """The lightness of each pixel, a byte each; None where any of them has a colour."""
    from PIL import Image, ImageChops

    size = (bitmap.width, bitmap.height)
    picture = Image.frombuffer("RGBX", size, bitmap.buffer, "raw", "RGBX", bitmap.stride, 1)
    red, green, blue, _ = picture.split()
    if ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox():
        return None
    return green.tobytes()


def read_pages(context: Context, pdf: bytes) -> bytes:
    """The text of each page, as JSON: a list with one text a page."""
    texts = []
    with opened(pdf) as document:
        total = len(document)
        for number in range(total):
            page = document[number]
            text = page.get_textpage()
            texts.append(text.get_text_bounded())
            text.close()
            page.close()
            context.progress(number + 1, total)
    return json.dumps(texts).encode("ascii")


def _refuse_too_large(sizes: list[tuple[float, float]], scale: float) -> None:
    areas = [ceil(width * scale) * ceil(height * scale) for width, height in sizes]
    if max(areas, default=0) > _MOST_PIXELS or sum(areas) * 4 > _MOST_BYTES:
        raise PaperProblem(
            "Halaman ini terlalu besar untuk ditampilkan.", "Perkecil tampilannya, atau buka berkasnya langsung."
        )


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """The document of pypdfium2; what it cannot read is a PaperProblem."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error) from error
    try:
        yield document
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error) from error
    finally:
        document.close()


def _unreadable(error: Any) -> PaperProblem:
    if error.err_code == _PASSWORD_NEEDED:
        return PaperProblem("Berkas PDF ini dikunci dengan kata sandi.", "Buka kuncinya dahulu, lalu coba lagi.")
    return PaperProblem("Berkas PDF ini rusak atau bukan PDF.", "Minta salinan baru dari pengirimnya.")
