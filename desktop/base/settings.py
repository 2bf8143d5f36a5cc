"""What this user prefers on this laptop: one list of typed options, kept in a small JSON file.

Preferences never enter the office's database. Keys of a newer version are kept; a damaged file is put aside
and the defaults apply.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from desktop.base.files import atomic_write, make_folder, replace_with_retry
from desktop.base.paths import config_folder

T = TypeVar("T")
FILE_NAME = "settings.json"


class Option(Generic[T]):
    """One preference: its name in the file, what applies when it is not set, and which values are sound."""

    __slots__ = ("default", "is_sound", "name")

    def __init__(self, name: str, default: T, is_sound: Callable[[object], bool]) -> None:
        self.name = name
        self.default = default
        self.is_sound = is_sound


def _one_of(*values: str) -> Callable[[object], bool]:
    return lambda value: value in values


def _whole(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _text(value: object) -> bool:
    return isinstance(value, str)


def _yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


def _widths(value: object) -> bool:
    """Column widths in pixels by table name."""
    return isinstance(value, dict) and all(
        isinstance(name, str) and isinstance(row, list) and all(_whole(0, 10_000)(width) for width in row)
        for name, row in value.items()
    )


def _folders(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for pair in value.items() for one in pair)


THEME = Option("theme", "system", _one_of("system", "light", "dark"))
LANGUAGE = Option("language", "id", _one_of("id", "en"))
FONT_SCALE = Option("font_scale", 100, _whole(80, 200))
"""Size of text in percent of the normal size."""
LAST_DATA_FOLDER = Option("last_data_folder", "", _text)
SAVE_FOLDERS: Option[Mapping[str, str]] = Option("save_folders", {}, _folders)
"""Where the last file of each kind was saved, by its ending (".pdf")."""
WINDOW_GEOMETRY = Option("window_geometry", "", _text)
"""What the window system needs to put the window back, as base64."""
SIDEBAR_FOLDED = Option("sidebar_folded", False, _yes_or_no)
TIME_AGENDA = Option("time_agenda", False, _yes_or_no)
"""Whether going to the next point of an agenda stamps when one ends and the other begins."""
CONTACT_AGAIN = Option("contact_again", 7, _whole(1, 60))
"""Days after which somebody who was asked for news is to be asked again."""
DAY_NOTICE = Option("day_notice", True, _yes_or_no)
"""Whether the first page tells at the start of the day what is late, what is near and which meetings there are."""
NOTICE_READ = Option("notice_read", "", _text)
"""The day (ISO) whose notice was put away."""
COLUMN_WIDTHS: Option[Mapping[str, list[int]]] = Option("column_widths", {}, _widths)

OPTIONS: tuple[Option[object], ...] = (
    THEME, LANGUAGE, FONT_SCALE, LAST_DATA_FOLDER, SAVE_FOLDERS, WINDOW_GEOMETRY, SIDEBAR_FOLDED, TIME_AGENDA,
    CONTACT_AGAIN, DAY_NOTICE, NOTICE_READ, COLUMN_WIDTHS,
)  # type: ignore[assignment]  # fmt: skip


class Settings:
    """The preferences of one user, read once and written at each change."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or config_folder() / FILE_NAME
        self.put_aside: Path | None = None
        """Where a damaged file went, or None."""
        self._lock = threading.Lock()
        self._values = self._read()

    def get(self, option: Option[T]) -> T:
        """The chosen value, or the default where nothing sound was chosen."""
        value = self._values.get(option.name, option.default)
        return value if option.is_sound(value) else option.default  # type: ignore[return-value]

    def set(self, option: Option[T], value: T) -> None:
        """Choose a value and keep it for the next start.

        It applies even when the file cannot be written; then FileProblem, DiskFull or ReadOnlyPlace comes.
        """
        if not option.is_sound(value):
            raise ValueError(f"{value!r} is not a value of {option.name}")
        with self._lock:
            if self._values.get(option.name, option.default) == value:
                return
            # A console command may have written meanwhile: its keys stay.
            self._values = self._values | self._read() | {option.name: value}
            self._write()

    def reset(self, option: Option[T]) -> None:
        """Return to the default."""
        with self._lock:
            self._values = self._values | self._read()
            if self._values.pop(option.name, None) is not None:
                self._write()

    def _read(self) -> dict[str, object]:
        try:
            values = json.loads(self.path.read_text(encoding="utf-8"))
        except OSError:
            return {}
        except ValueError:
            self._put_aside()
            return {}
        if isinstance(values, dict):
            return values
        self._put_aside()
        return {}

    def _put_aside(self) -> None:
        from desktop.base.clock import now_utc

        aside = self.path.with_name(f"settings.rusak-{now_utc():%Y%m%d-%H%M%S}.json")
        try:
            replace_with_retry(self.path, aside)
        except OSError:
            return
        self.put_aside = aside

    def _write(self) -> None:
        make_folder(self.path.parent)
        text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
        atomic_write(self.path, text.encode(), private=True)
