"""Saves a form while one goes on typing, and is not stopped by one field that cannot be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet
from desktop.ui.session import Session
from desktop.ui.widgets.form import Form


class AutoSave:
    """Keeps what changed in a form. What a service refused waits until it is typed anew; the rest is kept."""

    def __init__(self, session: Session, form: Form) -> None:
        self._session, self._form = session, form
        self._refused: dict[str, object] = {}

    def save(self, deed: Callable[[dict[str, Any]], ChangeSet]) -> bool:
        """Carry out `deed` with the changed fields; whether anything was kept."""
        while changed := self.waiting():
            before = len(self._refused)
            if self._session.run(lambda: deed(changed), form=self):
                self._form.mark_saved(changed)
                for key in changed:
                    self._refused.pop(key, None)
                return True
            if len(self._refused) == before:
                break
        return False

    def show_fault(self, fault: InvalidInput) -> bool:
        """Show a refusal beside its field, and leave that field out from now on."""
        changed = self.waiting()
        if fault.field in changed:
            self._refused[fault.field] = changed[fault.field]
        return self._form.show_fault(fault)

    def forget(self) -> None:
        """The form shows another record."""
        self._refused.clear()

    def waiting(self) -> dict[str, Any]:
        """What was changed and is not kept yet, without what was refused."""
        nothing = object()
        return {
            key: value for key, value in self._form.changes().items() if value != self._refused.get(key, nothing)
        }
