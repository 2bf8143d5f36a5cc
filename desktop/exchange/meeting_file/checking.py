"""What stands in a meeting's file must fit together."""

from __future__ import annotations

from desktop.base.errors import InvalidInput
from desktop.exchange.meeting_file.shapes import FileFollowUp, FileStatement, MeetingFile


def check_references(meeting: MeetingFile) -> None:
    """Everything a statement or follow-up points to must stand in the same file."""
    agenda = {item.order for item in meeting.agenda}
    if len(agenda) < len(meeting.agenda):
        raise InvalidInput(
            "agenda", "agenda: nomor urut tidak boleh sama.", "Perbaiki nomor urut, lalu impor lagi."
        )
    codes = {statement.code for statement in meeting.statements if statement.code}
    pointing: tuple[FileStatement | FileFollowUp, ...] = (*meeting.statements, *meeting.follow_ups)
    for one in pointing:
        if one.agenda is not None and one.agenda not in agenda:
            raise InvalidInput(
                f"{one.place}.agenda", f"{one.place}.agenda: acara nomor {one.agenda} tidak ada.",
                "Perbaiki nomor acara, lalu impor lagi.",
            )  # fmt: skip
    for follow_up in meeting.follow_ups:
        if follow_up.statement is not None and follow_up.statement not in codes:
            raise InvalidInput(
                f"{follow_up.place}.statement",
                f"{follow_up.place}.statement: pernyataan {follow_up.statement} tidak ada.",
                "Perbaiki kodenya, lalu impor lagi.",
            )
