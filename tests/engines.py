"""Which engines a test runs on, where not on both."""

from __future__ import annotations

import pytest

on_sqlite_alone = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
"""For what no database is asked about: an input that is refused before, a state that Python works out."""
