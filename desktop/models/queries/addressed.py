"""Whose a part of a follow-up is: the institution named, or that of the post named."""

from __future__ import annotations

from typing import Any

from desktop.models.tables import Addressee, Position


def addressed_to(institution: Any) -> Any:
    """The condition that a part is an institution's, by itself or through a post of it."""
    posts = Position.select(Position.id).where(Position.institution_id == institution)
    return (Addressee.institution_id == institution) | (
        Addressee.position_id.in_(posts) & Addressee.institution_id.is_null()
    )
