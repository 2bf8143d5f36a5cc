"""What a paper says, kept as JSON for years and read back by names, so that later contents may have more."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def as_plain(value: Any) -> Any:
    """The value in JSON's own kinds; bytes are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: as_plain(one) for name, one in named if not isinstance(one, bytes)}
    if isinstance(value, tuple | list):
        return [as_plain(one) for one in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def from_plain(kind: type[T], kept: Mapping[str, Any]) -> T:
    """The content again; what `kept` lacks has its usual value, what this program does not know is left out."""
    hints = _hints(kind)  # type: ignore[arg-type]  # a class is hashable
    return kind(**{name: _typed(hints[name], value) for name, value in kept.items() if name in hints})


def content_hash(plain: Any) -> str:
    """SHA-256 over the plain value, in hexadecimal; the order of names does not matter."""
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def paths(plain: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every single value with its place: names and numbers from the outside in."""
    if isinstance(plain, Mapping):
        for name, value in plain.items():
            yield from paths(value, (*place, name))
    elif isinstance(plain, list):
        for number, value in enumerate(plain):
            yield from paths(value, (*place, number))
    else:
        yield place, plain


def _typed(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if value is None or origin is Literal:
        return value
    if origin in (Union, UnionType):
        return _typed(next(one for one in get_args(hint) if one is not NoneType), value)
    if origin is tuple:
        return tuple(_typed(get_args(hint)[0], one) for one in value)
    if hint in (date, time):
        return hint.fromisoformat(value)
    if is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, value)
    return hint(value) if hint in (int, float, str, bool) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
