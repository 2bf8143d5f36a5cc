"""How rows become cells, once: a list per role, each with a tuple of cells per row; then looking up is all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from desktop.ui.widgets.columns import SYMBOL_ROLE, TONE_ROLE, Column, Row
from desktop.ui.widgets.text import tip

Plane = list[tuple[object, ...]]
Page = tuple[Plane, ...]
Maker = Callable[[Row], object]

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class RowFormat:
    """Formats rows for the roles the columns use; `planes` says where in a page each role is kept."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.planes = _planes(columns)
        self._makers = _makers(columns, self.planes)

    def page(self, rows: Sequence[Row | None]) -> Page:
        """The cells of these rows; blank ones for None."""
        return tuple([_cells(makers, row) for row in rows] for makers in self._makers)


def _planes(columns: Sequence[Column]) -> dict[int, int]:
    """Which roles the columns need, and where in a page each is kept."""
    roles = [DISPLAY]
    if any(column.tone for column in columns):
        roles += [TONE_ROLE, SYMBOL_ROLE]
    if any(column.tip for column in columns):
        roles.append(_TIP)
    if any(column.spoken for column in columns):
        roles.append(_SPOKEN)
    return {role: place for place, role in enumerate(roles)}


def _makers(columns: Sequence[Column], planes: dict[int, int]) -> list[list[Maker | None]]:
    by_role: dict[int, Callable[[Column], Maker | None]] = {
        DISPLAY: lambda column: column.text,
        TONE_ROLE: lambda column: column.tone,
        SYMBOL_ROLE: lambda column: column.symbol,
        _TIP: _tip_maker,
        _SPOKEN: lambda column: column.spoken,
    }
    return [[by_role[role](column) for column in columns] for role in planes]


def _tip_maker(column: Column) -> Maker | None:
    words = column.tip
    return None if words is None else (lambda row: tip(words(row)))


def _cells(makers: Sequence[Maker | None], row: Row | None) -> tuple[object, ...]:
    if row is None:
        return ("",) * len(makers)
    return tuple([make(row) if make else None for make in makers])
