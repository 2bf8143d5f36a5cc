from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from PIL import Image, PngImagePlugin

from desktop.documents import minutes
from desktop.documents.content import OfficeProfile
from desktop.documents.minutes_content import MinutesContent
from desktop.documents.typesetting import letterhead
from desktop.documents.typesetting.packed_png import PackedPng, packed_png

LONGEST = 600


def picture(mode: str) -> Image.Image:
    """A picture with another colour in each corner."""
    drawn = Image.radial_gradient("L").resize((101, 67))
    made = Image.merge("RGB", (drawn, drawn.rotate(90), drawn.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    made.paste((255, 0, 0), (0, 0, 40, 30))
    made.paste((0, 0, 255), (60, 40, 101, 67))
    return made.quantize(16) if mode == "P" else made.convert(mode)


def png(made: Image.Image, **how: Any) -> bytes:
    file = BytesIO()
    made.save(file, "PNG", **how)
    return file.getvalue()


def part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))


def with_part(content: bytes, name: bytes, text: bytes) -> bytes:
    """The PNG with one more part before its pixels."""
    place = content.index(b"IDAT") - 4
    return content[:place] + part(name, text) + content[place:]


def on_paper(content: bytes) -> Image.Image:
    """The picture as it is drawn on the page."""
    pdf = minutes.render(MinutesContent("Rapat"), OfficeProfile(logo=content))
    (drawn,) = (
        one for one in pypdfium2.PdfDocument(pdf)[0].get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    )
    shown: Image.Image = drawn.get_bitmap(scale_to_original=True).to_pil().convert("RGB")
    return shown


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
def test_an_opaque_png_stands_on_paper_as_it_is(mode: str) -> None:
    made = picture(mode)
    content = png(made)
    assert isinstance(letterhead.logo(content), PackedPng)
    assert on_paper(content).tobytes() == made.convert("RGB").tobytes()


@pytest.mark.parametrize(
    "content",
    [
        png(picture("RGBA")),
        png(picture("LA")),
        png(picture("RGB"), transparency=(255, 0, 0)),
        png(picture("P"), transparency=0),
        png(Image.new("I;16", (20, 20), 40_000)),
        png(Image.new("RGB", (LONGEST + 1, 20))),
    ],
    ids=["alpha", "grey alpha", "one colour", "palette", "16 bits", "large"],
)
def test_other_pictures_are_left_to_pillow(content: bytes) -> None:
    assert packed_png(content, LONGEST) is None
    assert letterhead.logo(content).getSize()[0] <= LONGEST


def test_a_picture_held_askew_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    content = png(picture("RGB"), exif=exif)
    assert packed_png(content, LONGEST) is None
    assert letterhead.logo(content).getSize() == (67, 101)


def test_nothing_written_beside_the_pixels_reaches_the_paper() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Rahasia")
    content = with_part(png(picture("RGB"), pnginfo=notes), b"iCCP", b"Rahasia\0\0" + zlib.compress(b"profil"))
    assert isinstance(letterhead.logo(content), PackedPng)
    assert b"Rahasia" not in minutes.render(MinutesContent("Rapat"), OfficeProfile(logo=content))


@pytest.mark.parametrize("keyword", ["Raw profile type exif", "XML:com.adobe.xmp"])
def test_a_picture_whose_texts_may_turn_it_is_left_to_pillow(keyword: str) -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_itxt(keyword, "")
    assert packed_png(png(picture("RGB"), pnginfo=notes), LONGEST) is None


def test_damaged_pictures_are_not_taken() -> None:
    content = png(picture("RGB"))
    pixels = content.index(b"IDAT")
    length = struct.unpack_from(">L", content, pixels - 4)[0]
    head, packed = content[: pixels - 4], content[pixels + 4 : pixels + 4 + length]
    raw = zlib.decompress(packed)
    end = part(b"IEND", b"")
    for wrong in (
        content[:-6],
        content[:pixels],
        content[: pixels + 20] + b"\xff" + content[pixels + 21 :],
        head + end,
        head + part(b"IDAT", packed[:-10]) + end,
        head + part(b"IDAT", zlib.compress(raw[:-1])) + end,
        head + part(b"IDAT", zlib.compress(raw + b"\0")) + end,
        head + part(b"IDAT", zlib.compress(b"\x09" + raw[1:])) + end,
        b"\x89PNG\r\n\x1a\n",
    ):
        assert packed_png(wrong, LONGEST) is None


def test_the_same_picture_is_embedded_once() -> None:
    content = png(picture("RGB"))
    pdf = minutes.render(MinutesContent("Rapat"), OfficeProfile(logo=content))
    assert pdf.count(b"/Subtype /Image") == 1
    assert pdf == minutes.render(MinutesContent("Rapat"), OfficeProfile(logo=content))
