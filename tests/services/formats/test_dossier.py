"""What a dossier holds: the papers that may leave the office, real files, and what could not be put in."""

from __future__ import annotations

import io
import zipfile
from uuid import UUID

import pytest
from python_calamine import CalamineWorkbook

from desktop.exchange.attached import Taken
from desktop.models.queries.issued import issued_of
from desktop.models.store import Store
from desktop.services.attachments import add_files
from desktop.services.desk import Desk
from desktop.services.formats.dossier import archived_papers, dossier_parts
from desktop.services.issued import note_archived
from desktop.worker.dossier import make_dossier


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return Desk(sqlite_store, "Uji")


@pytest.fixture
def meeting(example: UUID) -> UUID:
    return example


def test_all_papers_files_calendar_and_matrix_are_in_numbered_folders(desk: Desk, meeting: UUID) -> None:
    add_files(desk, meeting, "bahan", [Taken("Paparan KPU.pdf", "application/pdf", b"%PDF-1.4 isi")])
    parts = dossier_parts(desk.store, meeting)

    content = make_dossier(parts, lambda _done, _total: None)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert {
            "index.html", "sha256.txt", "01 Undangan/Surat-Undangan.pdf", "01 Undangan/Kalender.ics",
            "02 Daftar Hadir/Daftar-Hadir.pdf", "03 Notula/Notula.pdf", "04 Tindak Lanjut/Matriks-Tindak-Lanjut.pdf",
            "04 Tindak Lanjut/Matriks-Tindak-Lanjut.xlsx", "06 Lampiran/Paparan-KPU.pdf",
        } <= set(names)  # fmt: skip
        assert all(archive.read(name).startswith(b"%PDF") for name in names if name.endswith(".pdf"))
        sheet = CalamineWorkbook.from_filelike(
            io.BytesIO(archive.read("04 Tindak Lanjut/Matriks-Tindak-Lanjut.xlsx"))
        )
        assert len(sheet.get_sheet_by_index(0).to_python()) > 4
    note_archived(desk, meeting, archived_papers(parts, content))

    issued = issued_of(desk.store, meeting)
    assert {one.way for one in issued} == {"arsip"}
    assert {one.file_name for one in issued} == {
        name for name in names if name.endswith(".pdf") and "KPU" not in name
    }


def test_papers_that_stay_in_the_office_are_added_only_when_wanted(desk: Desk, meeting: UUID) -> None:
    usual = {one.label for one in dossier_parts(desk.store, meeting).papers}
    whole = {one.label for one in dossier_parts(desk.store, meeting, internal=True).papers}
    assert whole - usual == {"Nota Dinas", "Bahan Pimpinan", "Kelengkapan SPJ"}
