"""Faults the program knows by name: what happened, in Indonesian, and what to do about it.

Everything that is not an `AppError` is a defect of the program and reaches the crash dialog and the log.
"""

from __future__ import annotations


class AppError(Exception):
    """A fault a user can understand: one sentence saying what happened, one saying what to do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class InvalidInput(AppError):
    """What was typed or read cannot be kept; `field` names the place it belongs to."""

    def __init__(self, field: str, message: str, advice: str = "") -> None:
        super().__init__(message, advice)
        self.field = field


class NotFound(AppError):
    """The record asked for does not exist or was deleted."""


class FrozenMinutes(AppError):
    """The minutes are ready to be signed or signed; what they say stands still."""


class ClosedTopic(AppError):
    """The topic was closed; what belongs to it stands as it was closed."""


class ChangedMeanwhile(AppError):
    """Somebody else changed the record after it was shown here; nothing was overwritten."""


class DataTrouble(AppError):
    """The data folder or database cannot be used as it is; nothing in it was changed."""


class ForeignFile(DataTrouble):
    """The file was not made by this program."""


class DamagedFile(DataTrouble):
    """The file is ours but cannot be read whole."""


class EmptyFile(DamagedFile):
    """The file has no content although a database was expected."""


class NewerFile(DataTrouble):
    """The file was written by a newer version of this program."""


class LockedFolder(DataTrouble):
    """Another window or command is working in the same data folder."""


class ReadOnlyPlace(DataTrouble):
    """The place can be read but not written."""


class DiskFull(DataTrouble):
    """There is no room left to write."""


class DiskTrouble(DataTrouble):
    """The disk, stick or network drive did not read or write as asked; the file itself need not be damaged."""


class DatabaseBusy(DataTrouble):
    """Another program kept the database too long."""


class ServerUnreachable(DataTrouble):
    """The PostgreSQL server of the office does not answer."""


class FileProblem(AppError):
    """A file to read or write could not be used; the previous content is untouched."""


class PaperProblem(AppError):
    """A paper could not be made or drawn."""


class Cancelled(AppError):
    """The work was cancelled by the user or replaced by a newer request."""

    def __init__(self, message: str = "Dibatalkan.") -> None:
        super().__init__(message)
