"""The meeting of 26 September 2024 for tests that begin with it; imported once, then copied with its office."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.base.clock import frozen
from desktop.exchange.meeting_file import read_meeting
from desktop.models.seeds import example_meeting_file
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.meeting_import import import_meeting


def import_example(store: Store) -> None:
    """Import it on the morning it was held, so that no test's clock stands before."""
    with frozen(datetime(2024, 9, 26, 1, tzinfo=UTC)):
        import_meeting(Desk(store, "Uji"), read_meeting(example_meeting_file().read_bytes()))
