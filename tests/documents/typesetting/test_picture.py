from __future__ import annotations

import sys
from io import BytesIO
from zlib import crc32

import pikepdf
import pytest
from PIL import Image, ImageDraw

from desktop.base.errors import PaperProblem
from desktop.documents.typesetting.pdf import PdfFile
from desktop.documents.typesetting.picture import Picture, mark


def drawing(mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> Image.Image:
    drawn = Image.new(mode, size)
    ImageDraw.Draw(drawn).ellipse((5, 5, 50, 35), fill="white")
    return drawn


def saved(drawn: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    file = BytesIO()
    drawn.save(file, kind, **more)  # type: ignore[arg-type]
    return file.getvalue()


def read_back(made: Picture) -> Image.Image:
    """The picture as a reader of the PDF unpacks it."""
    file = PdfFile()
    found = file.reserve()
    number = made.write(file)
    file.add(f"<< /Type /Catalog /Pages {found} 0 R /Mark {number} 0 R >>")
    file.add("<< /Type /Pages /Count 0 /Kids [] >>", found)
    with pikepdf.open(BytesIO(file.finish(number + 1, file.add("<< >>")))) as document:
        return pikepdf.PdfImage(document.Root.Mark).as_pil_image().copy()


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_plain_png_is_embedded_as_it_is_without_a_picture_library(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = drawing(mode)
    content = saved(drawn)
    monkeypatch.setitem(sys.modules, "PIL", None)
    made = mark(content, 100)
    monkeypatch.undo()
    assert read_back(made).convert(mode).tobytes() == drawn.tobytes()


@pytest.mark.parametrize("mode", ["RGBA", "P", "1", "LA"])
def test_other_pngs_print_the_same_points(mode: str) -> None:
    drawn = drawing(mode)
    assert read_back(mark(saved(drawn), 100)).convert("RGB").tobytes() == drawn.convert("RGB").tobytes()


def test_what_shows_through_stays_see_through() -> None:
    drawn = drawing("RGBA")
    mask = mark(saved(drawn), 100)._mask
    assert mask is not None
    assert read_back(mask).convert("L").tobytes() == drawn.getchannel("A").tobytes()


def test_a_large_picture_is_made_smaller() -> None:
    made = mark(saved(drawing(size=(300, 150))), 100)
    assert (made.width, made.height) == (100, 50)


def test_a_picture_lying_on_its_side_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = mark(saved(drawing(), exif=exif), 100)
    assert (made.width, made.height) == (40, 60)


def test_a_damaged_picture_is_refused_in_words() -> None:
    content = saved(drawing())
    for bad in (content[:-30], content[:60] + b"\0" + content[61:], b"GIF89a", b""):
        with pytest.raises(PaperProblem):
            mark(bad, 100)


def test_a_picture_that_claims_more_points_than_it_holds_is_not_taken_as_it_is() -> None:
    content = bytearray(saved(drawing()))
    content[20:24] = (90).to_bytes(4, "big")  # the height
    content[29:33] = crc32(content[12:29]).to_bytes(4, "big")
    assert read_back(mark(bytes(content), 100)).size == (60, 90)
