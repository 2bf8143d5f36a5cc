"""What the photo pages of a meeting say, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture's bytes (JPEG or PNG), None where they are lost, and what stands below it."""

    picture: bytes | None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PhotoPagesContent:
    """The photos of a meeting in their order, at most `per_page` on a page."""

    title: str
    held_on: date | None = None
    place: str | None = None
    photos: tuple[Photo, ...] = ()
    per_page: Literal[2, 4] = 2
    heading: str = "DOKUMENTASI"
