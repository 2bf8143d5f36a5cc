"""Each paper as it last looked, page by page, kept as small grey pictures in `reference/`.

A layout that changes fails `test_reference_pages`, which writes the page as it is, the reference and their difference
into a folder and names it. Look at the three; where the change is meant, make the references anew and look again at
what `git diff` lists:

    python -m tests.documents.reference_pages               # all papers, those that did not change are left alone
    python -m tests.documents.reference_pages notula-f4     # some of `samples.SAMPLES`

How two pictures are compared: pages are drawn three times as large and made smaller, then blurred by a pixel and a half
(0.6 mm), so that letters whose edges another renderer greys in its own way look the same again. What then still differs
clearly in more than a handful of pixels is a difference of the paper. Edges drawn otherwise, or shifted by an eighth of a
pixel, stay below; a shift of a whole pixel (0.4 mm), a word or a rule more or less is far above (see the test).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageOps

from tests.documents.samples import SAMPLES

FOLDER = Path(__file__).parent / "reference"
_SCALE = 64 / 72  # dots an inch
_LARGER = 3
_GREYS = 16
_BLUR = 1.5  # pixels
_CLEARLY = 32  # of 255
_ALLOWED = 16  # pixels of a page


def drawn(pdf: bytes) -> Iterator[Image.Image]:
    """The pages of a PDF as grey pictures, as the references are kept."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            bitmap = page.render(scale=_SCALE * _LARGER, grayscale=True)
            yield _few_greys(bitmap.to_pil().convert("L").reduce(_LARGER))
            bitmap.close()
            page.close()
    finally:
        document.close()


def difference(actual: Image.Image, reference: Image.Image) -> Image.Image | None:
    """Where two pages differ, dark on white, or None where they show the same."""
    size = max(actual.width, reference.width), max(actual.height, reference.height)
    blurred = [_padded(page, size).filter(ImageFilter.GaussianBlur(_BLUR)) for page in (actual, reference)]
    other = ImageChops.difference(*blurred)
    clearly = sum(other.histogram()[_CLEARLY + 1 :])
    if clearly <= _ALLOWED and actual.size == reference.size:
        return None
    return ImageOps.autocontrast(ImageChops.invert(other))


def references(name: str) -> list[Path]:
    """The files that keep a sample's pages, in order."""
    return sorted(FOLDER.glob(f"{name}.[0-9][0-9].png"))


def write(name: str) -> list[Path]:
    """Make a sample's references anew; returns the files that are others than before."""
    changed = []
    old = set(references(name))
    for number, page in enumerate(drawn(SAMPLES[name]().render()), 1):
        file = FOLDER / f"{name}.{number:02}.png"
        old.discard(file)
        if file.exists() and difference(page, opened(file)) is None:
            continue
        file.write_bytes(_png(page))
        changed.append(file)
    for file in old:
        file.unlink()
    return [*changed, *sorted(old)]


def opened(file: Path) -> Image.Image:
    """A reference as a grey picture."""
    return Image.open(file).convert("L")


def _few_greys(page: Image.Image) -> Image.Image:
    step = 255 / (_GREYS - 1)
    return page.point([round(round(level / step) * step) for level in range(256)])


def _padded(page: Image.Image, size: tuple[int, int]) -> Image.Image:
    whole = Image.new("L", size, 255)
    whole.paste(page)
    return whole


def _png(page: Image.Image) -> bytes:
    file = BytesIO()
    page.quantize(_GREYS).save(file, "PNG", optimize=True, bits=4)
    return file.getvalue()


def main(names: list[str]) -> None:
    """Make the references of the samples named, or of all, and say which changed."""
    FOLDER.mkdir(exist_ok=True)
    for name in names or SAMPLES:
        for file in write(name):
            print(file.relative_to(FOLDER), "" if file.exists() else "(gone)")


if __name__ == "__main__":
    main(sys.argv[1:])
