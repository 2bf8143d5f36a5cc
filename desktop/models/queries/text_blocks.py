"""The ready sentences of the office."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement
from desktop.models.store import Store
from desktop.models.tables import TextBlock


@dataclass(frozen=True, slots=True)
class TextBlockRow:
    """A ready sentence and what it is called; … marks where the caret goes on."""

    id: UUID
    label: str
    text: str


_ALL = Statement(
    lambda: (
        TextBlock.select(TextBlock.id, TextBlock.label, TextBlock.text)
        .where(live(TextBlock))
        .order_by(TextBlock.order_no, TextBlock.seq)
    )
)


def kept_text_blocks(store: Store) -> list[TextBlockRow]:
    """Those the office keeps, in their order."""
    return [TextBlockRow(*typed(row, (ID, None, None))) for row in _ALL.rows(store)]
