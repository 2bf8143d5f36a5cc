"""Saringan tersimpan: what a list was narrowed down to, kept under a name to be chosen again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.records import fields_of
from desktop.models.queries.saved_filters import SavedFilterRow, saved_filters
from desktop.models.tables import SavedFilter
from desktop.services import rules
from desktop.services.desk import Desk

_LONGEST_NAME = 60  # letters that fit a menu


def save_filter(desk: Desk, place: str, name: str, content: Mapping[str, Any]) -> tuple[UUID, ChangeSet]:
    """Keep a filter of a list at the end of those kept; one of the same name is replaced by it.

    `content` is plain values as JSON has them. Raises InvalidInput for an empty or too long name, and for a
    filter that filters nothing.
    """
    checked = _checked({"name": name})
    if not content:
        raise InvalidInput("name", "Belum ada saringan yang dipilih.", "Pilih saringannya dulu, lalu simpan.")
    with writing(desk.store, "filter.save", by=desk.user) as write:
        kept = saved_filters(desk.store, place)
        same = next((one.id for one in kept if fold(one.name) == fold(checked["name"])), None)
        if same is not None:
            write.update(SavedFilter, same, content=dict(content), **checked)
            return same, write.finish()
        one = write.insert(SavedFilter, place=place, content=dict(content), order_no=len(kept) + 1, **checked)
        return one, write.finish()


def rename_filter(desk: Desk, one: UUID, name: str) -> ChangeSet:
    """Call a filter something else; no two of a list have the same name."""
    checked = _checked({"name": name})
    with writing(desk.store, "filter.rename", by=desk.user) as write:
        others = [kept for kept in _siblings(write, one) if kept.id != one]
        if any(fold(kept.name) == fold(checked["name"]) for kept in others):
            raise InvalidInput("name", f"Saringan “{checked['name']}” sudah ada.", "Pilih nama lain.")
        write.update(SavedFilter, one, **checked)
        return write.finish()


def move_filter(desk: Desk, one: UUID, to: int) -> ChangeSet:
    """Put a filter at another place among those of its list (0 first)."""
    with writing(desk.store, "filter.move", by=desk.user) as write:
        order = [kept.id for kept in _siblings(write, one) if kept.id != one]
        order.insert(max(0, min(to, len(order))), one)
        for number, kept in enumerate(order, start=1):
            write.update(SavedFilter, kept, order_no=number)
        return write.finish()


def delete_filter(desk: Desk, one: UUID) -> ChangeSet:
    """Forget a filter; nothing it showed is touched."""
    with writing(desk.store, "filter.delete", by=desk.user) as write:
        write.delete(SavedFilter, one)
        return write.finish()


def _siblings(write: Write, one: UUID) -> list[SavedFilterRow]:
    return saved_filters(write.store, fields_of(write.store, "saved_filter", one)["place"])


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "name", "Nama saringan")
    found["name"] = " ".join(found["name"].split())
    if len(found["name"]) > _LONGEST_NAME:
        raise InvalidInput(
            "name", f"Nama saringan paling panjang {_LONGEST_NAME} huruf.", "Pilih nama yang lebih pendek."
        )
    return found
