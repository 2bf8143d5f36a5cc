"""The PDF file itself: numbered objects, their places, and how texts and streams stand in it.

A paper needs a dozen of the format's hundreds of kinds of objects. Loading a library for all of them takes longer
than setting twelve pages.
"""

from __future__ import annotations

import zlib

PACKED = "/Filter /FlateDecode"
_HEAD = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"  # the second line tells mail programs that this is no text


class PdfFile:
    """A PDF being written, object by object; `reserve` numbers one that others point to before it is known."""

    def __init__(self) -> None:
        self._parts = [_HEAD]
        self._size = len(_HEAD)
        self._places: list[int] = []

    def reserve(self) -> int:
        """The number of an object that will be added later."""
        self._places.append(0)
        return len(self._places)

    def add(self, body: str, number: int = 0) -> int:
        """Write an object and give its number; `number` is one that was reserved."""
        return self._write(body.encode("ascii"), number)

    def add_stream(self, content: bytes, entries: str) -> int:
        """Write a stream of bytes; `entries` describe it and name its filter, by which it is packed already."""
        head = f"<< /Length {len(content)} {entries} >>\nstream\n".encode("ascii")
        return self._write(b"%b%b\nendstream" % (head, content), 0)

    def finish(self, catalog: int, info: int) -> bytes:
        """The bytes of the whole file."""
        table = "".join(f"{place:010} 00000 n \n" for place in self._places)
        content = b"".join(self._parts)
        # Alike for the same content only, as programs expect that remember files by it; a digest would tell files
        # apart no better, and load OpenSSL.
        name = f"{zlib.crc32(content):08x}{zlib.adler32(content):08x}{len(content):016x}"
        count = len(self._places) + 1
        trailer = f"<< /Size {count} /Root {catalog} 0 R /Info {info} 0 R /ID [<{name}> <{name}>] >>"
        tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{self._size}\n%%EOF\n"
        return content + tail.encode("ascii")

    def _write(self, body: bytes, number: int) -> int:
        number = number or self.reserve()
        part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self._places[number - 1] = self._size
        self._parts.append(part)
        self._size += len(part)
        return number


def packed(content: bytes) -> bytes:
    """Content for a stream whose entries hold `PACKED`."""
    return zlib.compress(content)


def text_string(text: str) -> str:
    """A text of the file's description, as UTF-16 in hexadecimal digits: any script, nothing to escape."""
    return "<" + f"\ufeff{text}".encode("utf-16-be").hex() + ">"


def shown_string(codes: str) -> str:
    """Codes 0 to 255 of characters to be shown, with those marked that would end or change the string."""
    return f"({codes.translate(_ESCAPES)})"


_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})
