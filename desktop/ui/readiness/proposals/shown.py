"""What proposals follow from, and how many are said to wait."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.base.numbers import grouped

SHOWN = frozenset(
    {
        "addressee", "assessment", "checklist_item", "checklist_item_region", "checklist_template", "commitment",
        "commitment_checklist_item", "commitment_region", "institution_region", "region", "topic", "topic_region",
    }
)  # fmt: skip
"""The tables a proposal follows from."""


def waiting_words(count: int) -> str:
    """How many items wait: `2 butir menunggu pembaruan`; nothing for none."""
    if not count:
        return ""
    words = QCoreApplication.translate("waiting_words", "{count} butir menunggu pembaruan")
    return words.format(count=grouped(count))
