"""Random contents for any paper, made from what its dataclasses say they hold; and all that such a content says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from desktop.services.office import ZONES

NASTY = (
    "<img src=x>", "<img src='file:///etc/passwd' width=30000>", '<a href="file:///C:/Windows/calc.exe">buka</a>', "<para>",
    "&amp;", "&#65;", "A & B <Kabag> Umum", "<font color=red size=400>merah</font>", "<onDraw name=x/>", "<!-- x -->", "]]>",
    "=HYPERLINK(1)", "javascript:alert(1)", r"\\server\berkas", "(kurung) \\ \\) %%EOF endstream", "/JS (app.alert)",
    "\x00\x07nol\x1b", "baris\r\nbaru\u2028lagi\x0b!", "tab\tulasi", "\ud800", "\ufeff\u200b", "   ",
    "محمد", "שלום דוד", "Rapat محمد 12", "\u202eterbalik", "e\u0301 a\u0323\u0302", "ꦗꦮ ᬩᬮᬶ ไทย नमस्ते", "😀 漢字", "𝐀𝑩 𐌰𐌱 \U0001fbff",
    "Dr. H. Anna Mu'awanah, S.STP., M.Si.", "–", "...", "kabupaten/kota-" * 12, "W" * 300, "a" * 900, "ii " * 200,
)  # fmt: skip


def texts(longest: int = 40) -> st.SearchStrategy[str]:
    """What anybody might type or paste, of all planes of Unicode."""
    return st.one_of(
        st.sampled_from(NASTY),
        st.text(max_size=longest),
        st.text(alphabet=st.characters(), max_size=longest),
        st.just(""),
    )


@cache
def contents(kind: type, *, most: int = 3) -> st.SearchStrategy[Any]:
    """Contents of a dataclass, every field with something its hint allows; tuples of at most `most`."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{one.name: _values(one.name, hints[one.name], most) for one in fields(kind)})


def _values(name: str, hint: Any, most: int) -> st.SearchStrategy[Any]:
    if name == "zone":
        return st.sampled_from(sorted(ZONES))
    if name == "proof_code":
        return st.sampled_from(("", "0123-4567-89AB"))
    if name == "picture":
        return st.just(None)
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (Union, UnionType):
        return st.one_of(*(st.none() if one is NoneType else _values(name, one, most) for one in inner))
    if origin is tuple:
        return st.lists(_values(name, inner[0], most), max_size=most).map(tuple)
    if is_dataclass(hint) and isinstance(hint, type):
        return contents(hint, most=most)
    return _SIMPLE[hint]


_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: texts(),
    bool: st.booleans(),
    int: st.integers(0, 40),
    float: st.floats(0, 1000),
    date: st.dates(date(1945, 8, 17), date(2999, 12, 31)),
    time: st.times(),
    bytes: st.just(b""),
}


class Fact(NamedTuple):
    """One value of a content: what holds it, under which name, and what it is."""

    holder: Any
    name: str
    value: Any


def facts(content: Any) -> Iterator[Fact]:
    """Every single value in a content, tuples and dataclasses opened."""
    for one in fields(content):
        value = getattr(content, one.name)
        for single in value if isinstance(value, tuple) else (value,):
            if is_dataclass(single):
                yield from facts(single)
            elif single is not None:
                yield Fact(content, one.name, single)
