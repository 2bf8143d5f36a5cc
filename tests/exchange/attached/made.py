"""Files as people attach them, and as others would slip them in."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PROGRAM = b"MZ\x90\x00\x03" + bytes(200)
_GPS, _MAKE, _ORIENTATION, _COMMENT = 0x8825, 0x010F, 0x0112, 0x9286


def photo(width: int = 300, height: int = 200, *, orientation: int = 1, mode: str = "RGB") -> bytes:
    """A JPEG as a phone makes it: left half red, right half blue, with place, camera and a remark in it."""
    picture: Any = Image.new(mode, (width, height), "blue")
    picture.paste("red", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[_MAKE], exif[_ORIENTATION] = "KameraRahasia", orientation
    exif.get_ifd(_GPS).update({1: "S", 2: (7.0, 9.0, 3.0), 3: "E", 4: (111.0, 53.0, 1.0)})
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=b"CatatanRahasia", icc_profile=b"ProfilRahasia" * 20)
    return out.getvalue()


def png(width: int, height: int, channels: int = 1) -> bytes:
    """A black PNG of any size, made without ever being unpacked."""
    kind = {1: 0, 3: 2, 4: 6}[channels]
    packer, row = zlib.compressobj(1), bytes(1 + width * channels)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)), (b"IDAT", data), (b"IEND", b""),
    )  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


def archive(*names: str, mimetype: str = "") -> bytes:
    """A ZIP with these members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        if mimetype:
            packed.writestr("mimetype", mimetype)
        for name in names:
            packed.writestr(name, "<x/>")
    return out.getvalue()
