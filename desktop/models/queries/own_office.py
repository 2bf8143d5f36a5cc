"""The office the program is opened for: its name, its profile, its working area."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.queries.typed import ID, live
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import OfficeProfile


def _first_profile(column: Any) -> Statement:
    return Statement(
        lambda: (
            OfficeProfile.select(column)
            .where(OfficeProfile.office == param("office"), live(OfficeProfile))
            .order_by(OfficeProfile.order_no, OfficeProfile.seq)
            .limit(1)
        )
    )


_HOME, _PROFILE = _first_profile(OfficeProfile.working_area_id), _first_profile(OfficeProfile.id)
_OFFICE_NAME = _first_profile(OfficeProfile.name)


def home_area(store: Store) -> UUID | None:
    """The working area of the office itself."""
    row = _HOME.one(store, office=store.office)
    return ID.python_value(row[0]) if row else None


def profile_id(store: Store) -> UUID | None:
    """The profile the office prints with."""
    row = _PROFILE.one(store, office=store.office)
    return ID.python_value(row[0]) if row else None


def office_name(store: Store) -> str:
    """The office's name as the window calls it."""
    row = _OFFICE_NAME.one(store, office=store.office)
    return str(row[0]) if row else ""
