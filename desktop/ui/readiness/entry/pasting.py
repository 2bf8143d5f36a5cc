"""Ctrl+V in Isi Laporan: a single column is laid over the rows as in Excel, a block is shown first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.exchange.sheets import read_clipboard
from desktop.services.forms.plan import GOOD
from desktop.services.readiness_entry import keep_pasted
from desktop.services.readiness_paste import PastedRow, judge_pasted, reports_of, without_source
from desktop.ui.readiness.entry.lines import Line
from desktop.ui.readiness.entry.paste_dialog import PasteDialog
from desktop.ui.readiness.sitting import Sitting
from desktop.ui.session import Session

translate = QCoreApplication.translate


def paste_reports(
    session: Session, text: str, every: Sequence[Line], onto: Sequence[Line], sitting: Sitting, over: QWidget
) -> None:
    """Take what was copied from Excel as reports of a sitting.

    `every` are the lines that can be meant by code or region, `onto` those a block without either is laid over.
    """
    pasted = read_clipboard(text).first.rows
    judged = judge_pasted(pasted, [line.item for line in every], [line.item for line in onto])
    if not sitting.source:
        judged = without_source(judged, {line.place for line in every if line.whole})
    keep = _keeper(session, sitting)
    is_column = all(len(row.cells) == 1 for row in pasted)
    if judged and is_column and all(row.verdict == GOOD for row in judged):
        keep(judged)
        return
    dialog = PasteDialog(judged, _about(sitting), keep, over)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _keeper(session: Session, sitting: Sitting) -> Callable[[Sequence[PastedRow]], bool]:
    def keep(rows: Sequence[PastedRow]) -> bool:
        told = translate("Pasting", "{count} laporan dicatat").format(count=len(rows))
        return session.run(lambda: keep_pasted(session.desk, reports_of(rows), **sitting.values()), told=told)

    return keep


def _about(sitting: Sitting) -> str:
    """Whose reports they will be: `Dilaporkan oleh KPU Kabupaten Tuban · posisi data 4 Oktober 2024 · SILOG`."""
    told_by = translate("Pasting", "Pelapor tidak disebut")
    if sitting.institution:
        told_by = translate("Pasting", "Dilaporkan oleh {institution}").format(
            institution=sitting.institution.label
        )
    day = translate("Pasting", "posisi data {day}").format(day=medium_date(sitting.as_of or today()))
    return " · ".join(filter(None, (told_by, day, sitting.source)))
