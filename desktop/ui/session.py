"""One sitting at the window: the open data, its history, and the one way a page carries out a deed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.base.errors import AppError, InvalidInput
from desktop.base.settings import Settings
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.ui.action_names import action_name
from desktop.ui.bus import ChangeBus
from desktop.ui.colours import Tone

if TYPE_CHECKING:
    from desktop.models.journal import ChangeSet
    from desktop.worker.client import WorkerClient

T = TypeVar("T")


class ShowsFaults(Protocol):
    """A form that can show a fault beside the field it belongs to."""

    def show_fault(self, fault: InvalidInput, /) -> bool: ...


class Session(QObject):
    """What every page is given: where to read, how to write, whom to tell.

    history_changed()        what can be undone or redone is another
    restore_wanted(Path)     put this backup in the place of the data; the user has agreed already
    """

    history_changed = Signal()
    restore_wanted = Signal(object)

    def __init__(
        self, desk: Desk, worker: WorkerClient | None, settings: Settings, bus: ChangeBus | None = None
    ) -> None:
        """Without a `worker` the sitting has one of its own from the first use on."""
        super().__init__()
        self.desk = desk
        self._worker = worker
        self.settings = settings
        self.bus = bus or ChangeBus()
        self.history = History()

    @property
    def store(self) -> Store:
        """The open data, for the queries a page asks."""
        return self.desk.store

    @property
    def worker(self) -> WorkerClient:
        """The child process that makes papers and previews."""
        if self._worker is None:
            from desktop.worker.client import WorkerClient

            self._worker = WorkerClient()
        return self._worker

    def close(self) -> None:
        """End the child process, if there is one."""
        if self._worker is not None:
            self._worker.close()

    def run(self, deed: Callable[[], ChangeSet], *, form: ShowsFaults | None = None, told: str = "") -> bool:
        """Carry out a service; returns whether it was done.

        A fault is shown beside its field when the form has it, else in the bar at the bottom. `told` is said
        in the bar afterwards, with the offer to undo.
        """
        return self.make(lambda: (None, deed()), form=form, told=told) is not None

    def make(
        self, deed: Callable[[], tuple[T, ChangeSet]], *, form: ShowsFaults | None = None, told: str = ""
    ) -> tuple[T, ChangeSet] | None:
        """The same for a service that also returns what it made; None when it was not done."""
        self.bus.saving.emit()
        try:
            made, changes = deed()
        except AppError as fault:
            self.bus.not_saved.emit(fault.message)
            self._tell(fault, form)
            return None
        self.history.note(changes)
        self._spread(changes)
        if told:
            self.bus.done.emit(told)
        return made, changes

    @Slot()
    def undo(self) -> None:
        """Take the last deed back."""
        self._step(self.history.undo, self.tr("Diurungkan: {deed}"))

    @Slot()
    def redo(self) -> None:
        """Bring back what was just undone."""
        self._step(self.history.redo, self.tr("Diulangi: {deed}"))

    def undo_text(self) -> str:
        """The words of the undo command, naming the deed."""
        name = self.history.undo_name
        return self.tr("Urungkan: {deed}").format(deed=action_name(name)) if name else self.tr("Urungkan")

    def redo_text(self) -> str:
        """The words of the redo command, naming the deed."""
        name = self.history.redo_name
        return self.tr("Ulangi: {deed}").format(deed=action_name(name)) if name else self.tr("Ulangi")

    def _step(self, step: Callable[[Desk], ChangeSet | None], words: str) -> None:
        try:
            changes = step(self.desk)
        except AppError as fault:
            self._tell(fault, None)
            self.history_changed.emit()
            return
        if changes:
            self._spread(changes)
            self.bus.message.emit(words.format(deed=action_name(changes.name)), str(Tone.NONE))

    def _spread(self, changes: ChangeSet) -> None:
        """Tell everybody after the commit: what changed, and that it is safe."""
        if changes:
            self.bus.changed.emit(changes)
        self.bus.saved.emit(changes.done_at)
        self.history_changed.emit()

    def _tell(self, fault: AppError, form: ShowsFaults | None) -> None:
        if form is not None and isinstance(fault, InvalidInput) and form.show_fault(fault):
            return
        self.bus.message.emit(str(fault), str(Tone.PROBLEM))
