"""How SQLite looks things up: a question about one record or meeting never walks through a long table.

Only the plan is asked for; it is the same for ten rows and for a million, as no statistics are kept.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from desktop.models import queries
from desktop.models.listing import View
from desktop.models.statements import Statement
from desktop.models.store import Store

LONG = {"meeting", "participant", "statement", "commitment", "addressee", "assessment", "person", "issue"}
WHOLE = {
    "closing": {"_ASKED_OF_FOLLOW_UPS", "_ENDS", "_FOLLOW_UPS", "_MEETINGS", "_MINUTES"},  # when a topic is closed
    "commitments": {
        "_ALL",
        "_ALL_ADDRESSEES",
        "_ALL_ITEMS",  # the register as a whole
        "_OF_TOPIC",
        "_ADDRESSEES_OF_TOPIC",
        "_ITEMS_OF_TOPIC",  # the final report of a topic
    },
    "home": {"_OTHERS"},  # in the order of the list, until enough are found
    "directory_snapshot": {"_PEOPLE"},  # an import reads the directory once
    "issues": {
        "_ALL_FIELDS",
        "_ALL_REGIONS",
        "_ALL_STATES",
        "_TOLD_REGIONS",
    },  # the choices of all topics together
    "letters": {"_IN_MEETINGS"},  # the number typed on a letter
    "lookup": {"_PEOPLE"},  # likewise
    "meetings": {"_ALL", "_NUMBERED"},  # the console's list; the number typed on a letter
    "register": {"_COUNT"},
    "reportable": {"_PHONES"},  # the numbers of the directory, once for a chat
    "office": {"_TOPICS"},  # each topic counts its meetings, in the settings
}


class AnyValue(dict[str, Any]):
    """A value for every parameter; a plan does not depend on it."""

    def __missing__(self, name: str) -> None:
        return None


def statements() -> Iterator[tuple[str, str, Statement]]:
    for module in pkgutil.iter_modules(queries.__path__):
        names = vars(import_module(f"{queries.__name__}.{module.name}"))
        for name, value in names.items():
            if isinstance(value, Statement | View):
                yield module.name, name, value.page_statement() if isinstance(value, View) else value


@pytest.mark.parametrize(("module", "name", "statement"), [pytest.param(*one, id=one[1]) for one in statements()])
def test_rows_are_found_by_what_is_asked_for(
    sqlite_store: Store, module: str, name: str, statement: Statement
) -> None:
    if name in WHOLE.get(module, ()):
        return
    sql, values = statement.sql(sqlite_store, AnyValue())
    tables = {alias: table for table, alias in re.findall(r'"(\w+)" AS "(\w+)"', sql)}
    for *_, step in sqlite_store.rows(f"EXPLAIN QUERY PLAN {sql}", values):
        found = re.match(r"(SCAN|SEARCH) (\w+)(.*)", step)
        if found and tables.get(found[2]) in LONG:
            assert found[1] == "SEARCH", f"{step} in {sql}"
            assert name in ("_LATEST", "_ANY") or not found[3].endswith("(deleted=?)"), f"{step} in {sql}"
