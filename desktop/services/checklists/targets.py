"""What an item aims at: how kind, number and unit are kept, and what a multiplied target becomes in a region.

The unit is kept as it is read on screen and paper: `% TPS`, `botol/TPS`; people type it bare: `TPS`, `botol`.
"""

from __future__ import annotations

from math import isfinite
from typing import Any

from desktop.base.errors import InvalidInput
from desktop.base.numbers import plain
from desktop.models.score import MULTIPLIED, need_of

_ENDINGS = {"per_tps": "/TPS", "per_pemilih": "/pemilih"}
COUNTED = ("persen", "jumlah", *MULTIPLIED)
"""Kinds of target that have a number."""
_YES = "ya"
_PERCENT = "%"
_DECIMALS = 6
_MOST = 1e9


def kept_target(kind: str, number: float | None, words: str | None, unit: str | None) -> dict[str, Any]:
    """The columns of a target of this kind; `unit` is bare, `words` are those of a target that is described."""
    if kind == _YES:
        return {"target_kind": kind, "target": _YES, "target_value": None, "unit": "ya/tidak"}
    if kind not in COUNTED:
        return {"target_kind": kind, "target": words or "", "target_value": None, "unit": unit}
    target = "" if number is None else plain(number, _DECIMALS)
    return {"target_kind": kind, "target": target, "target_value": number, "unit": _whole_unit(kind, unit)}


def bare_unit(kind: str, unit: str | None) -> str | None:
    """The unit as one types it: `TPS` of `% TPS`, `botol` of `botol/TPS`; None where there is none."""
    if kind == _YES or not unit:
        return None
    if kind == "persen":
        return unit.removeprefix(_PERCENT).strip() or None
    return unit.removesuffix(_ENDINGS.get(kind, "")).strip() or None


def sound_number(kind: str, number: float | None) -> float | None:
    """The number of a target as it can be kept; raises InvalidInput."""
    if number is None:
        return None
    value = round(float(number), _DECIMALS)
    if not isfinite(value) or not 0 < value <= _MOST:
        raise InvalidInput("target_value", "Target harus angka lebih dari nol.", "Tulis misalnya 2 atau 100.")
    if kind == "persen" and not 1 <= value <= 100:  # a spreadsheet gives 0.95 for 95%
        raise InvalidInput(
            "target_value", "Target persentase harus antara 1 dan 100.", "Tulis 95 untuk 95 persen."
        )
    return value


def need_words(kind: str, target: float, unit: str | None, figure: float, region: str) -> str:
    """A multiplied target in one region: `2 botol per TPS × 2.120 TPS = 4.240 botol di Kab. Bojonegoro`."""
    counted = _ENDINGS[kind].removeprefix("/")
    need = need_of(kind, target, figure) or 0
    thing = bare_unit(kind, unit) or "buah"
    return (
        f"{plain(target, _DECIMALS)} {thing} per {counted} × {plain(figure)} {counted} = "
        f"{plain(need)} {thing} di {region}"
    )


def _whole_unit(kind: str, unit: str | None) -> str | None:
    bare = bare_unit(kind, unit)
    if kind == "persen":
        return f"{_PERCENT} {bare}" if bare else _PERCENT
    ending = _ENDINGS.get(kind)
    return f"{bare or ''}{ending}" if ending else bare
