"""Files from outside that shall be attached, taken in where they can do no harm; and small pictures of photos."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.worker.frames import Answer

if TYPE_CHECKING:
    from desktop.exchange.attached import Taken
    from desktop.worker.jobs import Context


def take_file(context: Context, path: Path) -> Answer:
    """Read a file as it is; the answer is for `taken_from`."""
    context.progress(0, 1)
    return _answer(import_module("desktop.exchange.attached").take(path))


def take_photo(context: Context, path: Path) -> Answer:
    """Read a photo and make it small and clean."""
    context.progress(0, 1)
    return _answer(import_module("desktop.exchange.attached").take_photo(path))


def take_picture(context: Context, content: bytes, name: str) -> Answer:
    """The same for a picture that was copied."""
    context.progress(0, 1)
    return _answer(import_module("desktop.exchange.attached").take_picture(content, name))


def shrink(context: Context, content: bytes, longest: int) -> bytes:
    """A picture as a small JPEG, to be shown in a list."""
    context.progress(0, 1)
    small: bytes = import_module("desktop.base.pictures").small_jpeg(content, longest=longest)
    return small


def taken_from(answer: Answer) -> Taken:
    """What was taken in, from the answer of one of these jobs."""
    from desktop.exchange.attached import Taken

    return Taken(answer.meta["name"], answer.meta["media_type"], answer.body)


def _answer(taken: Any) -> Answer:
    return Answer(taken.content, {"name": taken.name, "media_type": taken.media_type})
