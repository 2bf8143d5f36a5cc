"""What travels between window and child: a short JSON header and raw bytes, with their lengths in front.

The child also reads files from outside, so nothing that comes from it is ever unpickled; requests travel the
trusted way only, from the window to the child, and may be pickled dataclasses.
"""

from __future__ import annotations

import io
import json
import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, BinaryIO

from desktop.base import errors
from desktop.base.errors import AppError

_PREFIX = struct.Struct(">4sIQ")
_MAGIC = b"RKR1"
_LARGEST_HEADER = 4_000_000
_LARGEST_BODY = 1_000_000_000

Header = dict[str, Any]


class BrokenFrameError(Exception):
    """The other side sent something that is no frame."""


@dataclass(frozen=True)
class Answer:
    """What a job gives back: bytes, and what is worth knowing about them (plain JSON values)."""

    body: bytes
    meta: dict[str, Any] = field(default_factory=dict)


class WorkerDefectError(RuntimeError):
    """A defect in the child; `trace` is its traceback as text."""

    def __init__(self, job: str, trace: str) -> None:
        super().__init__(f"defect in worker job {job}\n{trace}")
        self.job = job
        self.trace = trace


def packed(request: tuple[Any, ...]) -> bytes:
    """A request on its way to the child, which unpickles it.

    Frozen dataclasses are packed as what they are made of: their own way of being pickled takes the window three
    times as long, and a paper of 75 pages has hundreds.
    """
    room = io.BytesIO()
    pickler = pickle.Pickler(room, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _AS_MADE
    pickler.dump(request)
    return room.getvalue()


class _AsMade(dict[type, Callable[[Any], Any]]):
    """How instances are packed, by their class; worked out once for each."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not (is_dataclass(kind) and hasattr(kind, "__slots__") and all(one.init for one in fields(kind))):
            raise KeyError(kind)
        names = [one.name for one in fields(kind)]
        self[kind] = found = lambda made: (kind, tuple([getattr(made, name) for name in names]))
        return found


_AS_MADE = _AsMade()


def write_frame(stream: BinaryIO, header: Header, body: bytes | memoryview = b"") -> None:
    """Send one frame; raises OSError when nobody listens."""
    head = json.dumps(header, ensure_ascii=True, separators=(",", ":")).encode()
    stream.write(_PREFIX.pack(_MAGIC, len(head), len(body)) + head)
    if body:
        stream.write(body)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[Header, bytes] | None:
    """The next frame, or None at the end of the stream; raises BrokenFrameError."""
    prefix = stream.read(_PREFIX.size)
    if not prefix:
        return None
    if len(prefix) < _PREFIX.size:
        raise BrokenFrameError("cut off in the prefix")
    magic, head_length, body_length = _PREFIX.unpack(prefix)
    if magic != _MAGIC or head_length > _LARGEST_HEADER or body_length > _LARGEST_BODY:
        raise BrokenFrameError("not a frame")
    head, body = stream.read(head_length), stream.read(body_length)
    if len(head) < head_length or len(body) < body_length:
        raise BrokenFrameError("cut off")
    try:
        header = json.loads(head)
    except ValueError as error:
        raise BrokenFrameError("unreadable header") from error
    if not isinstance(header, dict):
        raise BrokenFrameError("unreadable header")
    return header, body


def error_to_json(error: AppError) -> Header:
    """A known fault as plain values: the names of its classes, nearest first, and its texts."""
    kinds = [kind.__name__ for kind in type(error).__mro__ if issubclass(kind, AppError)]
    return {"kinds": kinds, "texts": {name: text for name, text in vars(error).items() if isinstance(text, str)}}


def error_from_json(noted: Header) -> AppError:
    """The same fault again, as the nearest class known on this side."""
    kinds = (getattr(errors, str(name), None) for name in noted.get("kinds", ()))
    kind = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, AppError)), AppError)
    error = kind.__new__(kind)
    vars(error).update({"message": "", "advice": "", "field": ""} | noted.get("texts", {}))
    error.args = (error.message,)
    return error
