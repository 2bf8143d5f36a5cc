"""A version of a checklist as a workbook that can be edited and taken back."""

from __future__ import annotations

from uuid import UUID

from desktop.base.dates import medium_date
from desktop.exchange.workbook import SheetColumn, SheetHead
from desktop.exchange.workbook.shapes import Cells
from desktop.models.queries.checklist_versions import ChecklistVersion, version_items
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.checklists.columns import HEADINGS, cells_of
from desktop.services.checklists.plan import WRONG, ChecklistPlan

Sheets = list[tuple[SheetHead, list[Cells]]]
_NUMBER = SheetColumn("No", 5)


def checklist_sheets(store: Store, version: ChecklistVersion) -> Sheets:
    """The list, and on a second sheet what its columns hold."""
    columns = (_NUMBER, *(SheetColumn(one.title, one.width) for one in HEADINGS))
    lines = (
        f"{_topic(store, version.topic_id)} · {version_words(version)}",
        "Boleh diubah, lalu diambil kembali lewat Impor pada Daftar Periksa. Arti kolom: lembar Penjelasan.",
    )
    head = SheetHead("Daftar Periksa", version.name, columns, lines)
    rows: list[Cells] = []
    for number, item in enumerate(version_items(store, version.id), 1):
        said = cells_of(item)
        rows.append((number, *(said[one.key] for one in HEADINGS)))
    return [(head, rows), _explained()]


def rejected_sheets(plan: ChecklistPlan) -> Sheets:
    """The rows of a file that could not be taken, each with what is wrong, to be corrected and taken in again."""
    columns = (_NUMBER, *(SheetColumn(one.title, one.width) for one in HEADINGS), SheetColumn("Alasan", 44))
    lines = (f"Dari {plan.source}", "Perbaiki sel yang disebut, lalu impor lagi berkas ini.")
    rows: list[Cells] = [
        (row.number, *(row.said.get(one.key) or None for one in HEADINGS), row.fault)
        for row in plan.rows
        if row.verdict == WRONG
    ]
    return [(SheetHead("Daftar Periksa", "Baris yang perlu diperbaiki", columns, lines), rows)]


def version_words(version: ChecklistVersion) -> str:
    """A version as one calls it: `Versi 2 (konsep)`, `Versi 1, berlaku sejak 3 Oktober 2024`, `Versi 1 (lama)`."""
    name = f"Versi {version.version}"
    if version.standing == "berlaku":
        since = f" sejak {medium_date(version.in_force_on)}" if version.in_force_on else ""
        return f"{name}, berlaku{since}"
    return f"{name} ({version.standing})"


def _explained() -> tuple[SheetHead, list[Cells]]:
    columns = (SheetColumn("Kolom", 22), SheetColumn("Isi", 80), SheetColumn("Contoh", 26))
    lines = (
        "Butir dikenali dari kodenya; baris dengan kode baru menjadi butir baru.",
        "Butir yang tidak ada dalam berkas hanya dihapus bila Anda memintanya saat mengimpor.",
        "Urutan baris tidak dibaca; butir baru ditaruh di akhir kategorinya. Kolom yang tidak ada dibiarkan.",
    )
    rows: list[Cells] = [(one.title, one.about, one.example) for one in HEADINGS]
    return SheetHead("Penjelasan", "Penjelasan kolom", columns, lines), rows


def _topic(store: Store, topic: UUID) -> str:
    return str(fields_of(store, "topic", topic)["name"])
