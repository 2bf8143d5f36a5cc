"""Between meetings things are noted of topics that are open; a closed one stands as it was closed."""

from __future__ import annotations

from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.queries.records import fields_of
from desktop.models.store import Store


def require_open_topic(store: Store, topic: UUID | None) -> None:
    """Raise InvalidInput where no topic is named, or one that was closed; NotFound for one that is gone."""
    if topic is None:
        raise InvalidInput("topic_id", "Topik koordinasi belum dipilih.", "Pilih topik yang masih terbuka.")
    values = fields_of(store, "topic", topic)
    if values["state"] != "open":
        raise InvalidInput(
            "topic_id", f"Topik “{values['name']}” sudah ditutup.", "Pilih topik yang masih terbuka."
        )
