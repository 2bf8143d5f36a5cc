"""Evidence of a report: kept once and whole or not at all, whatever the file; it goes and comes back with its report."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from desktop.base.errors import AppError, DiskFull, DiskTrouble, FileProblem, InvalidInput
from desktop.exchange.attached import Taken, take
from desktop.models import attachment_store, integrity
from desktop.models.attachment_file import attachment_file
from desktop.models.queries.attachments import FileRow, evidence_of, files_of
from desktop.models.queries.commitments import commitment
from desktop.models.queries.progress import log_of
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.attachments import add_files, copy_to_open, move_file
from desktop.services.commitments import add_commitment, delete_commitment, set_state, update_commitment
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import create_meeting
from desktop.services.progress import delete_report, report_progress
from tests.exchange.attached import made, strange
from tests.unwritable import little_room

SCAN = Taken("Berita acara.pdf", "application/pdf", made.PDF)
NOTE = Taken("Catatan.txt", "text/plain", b"Sudah diterima gudang.\n")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def reported(desk: Desk) -> tuple[UUID, UUID]:
    """A follow-up and a report on it."""
    to = addressees_named(desk.store, "KPU Provinsi Jawa Timur")
    task, _ = add_commitment(desk, kind="arahan", text="Kirim data", to=to)
    row = commitment(desk.store, task)
    assert row is not None
    made_reports, _ = report_progress(
        desk, [row.addressees[0].id], on=date(2024, 10, 5), channel="surat", state="selesai_laporan"
    )
    return task, made_reports[0]


def evidence(desk: Desk, report: UUID) -> list[FileRow]:
    return files_of(desk.store, evidence_of(report))


def kept_bytes(store: Store) -> int:
    with attachment_store.reading(store) as files:
        row = files.one("SELECT count(*) FROM attachment_data") if files is not None else None
        return int(row[0]) if row else 0


def test_evidence_goes_with_its_report_and_its_follow_up_and_comes_back(desk: Desk) -> None:
    task, report = reported(desk)
    meeting, _ = create_meeting(desk, title="Rakor", held_on=date(2024, 10, 10))
    add_files(desk, meeting, "bahan", [SCAN])
    add_files(desk, evidence_of(report), "bukti", [SCAN, NOTE])
    assert [one.name for one in evidence(desk, report)] == ["Berita acara.pdf", "Catatan.txt"]
    assert kept_bytes(desk.store) == 2  # the scan once, for both
    assert log_of(desk.store, task)[0].files == 2
    move_file(desk, evidence(desk, report)[1].id, 0)
    history = History()
    for deed in (
        lambda: delete_report(desk, report),
        lambda: update_commitment(desk, task, to=addressees_named(desk.store, "Bawaslu Provinsi Jawa Timur")),
        lambda: delete_commitment(desk, task),
    ):
        history.note(deed())
        assert evidence(desk, report) == []
        assert integrity.check(desk.store) == []
        history.undo(desk)
        assert [one.name for one in evidence(desk, report)] == ["Catatan.txt", "Berita acara.pdf"]
    assert len(files_of(desk.store, meeting)) == 1


def test_a_state_set_by_hand_stays_when_evidence_lies_with_it(desk: Desk) -> None:
    task, _ = reported(desk)
    part = log_of(desk.store, task)[0].addressee_id
    set_state(desk, [part], "proses", date(2024, 10, 6))
    by_hand = log_of(desk.store, task)[0]
    add_files(desk, evidence_of(by_hand.id), "bukti", [SCAN])
    set_state(desk, [part], "selesai_laporan", date(2024, 10, 6))  # as it was before
    assert [row.state for row in log_of(desk.store, task)] == ["selesai_laporan", "proses", "selesai_laporan"]
    assert len(evidence(desk, by_hand.id)) == 1


@pytest.fixture
def laptop(sqlite_store: Store) -> Desk:
    return Desk(sqlite_store, "Uji")


@pytest.mark.parametrize("what", strange.REFUSED)
def test_what_is_no_evidence_is_refused_with_the_reason(tmp_path: Path, what: str) -> None:
    with pytest.raises(AppError) as found:
        take(strange.REFUSED[what](tmp_path))
    assert isinstance(found.value, InvalidInput | FileProblem)
    assert found.value.advice


@pytest.mark.parametrize("what", strange.TAKEN)
def test_what_looks_dangerous_and_is_not_is_kept_safely(laptop: Desk, tmp_path: Path, what: str) -> None:
    make, name = strange.TAKEN[what]
    outside, opened = tmp_path / "luar", tmp_path / "dibuka"
    outside.mkdir()
    path = make(outside)
    whole = path.read_bytes()
    _, report = reported(laptop)
    add_files(laptop, evidence_of(report), "bukti", [take(path)])
    for one in outside.iterdir():
        one.unlink()
    (row,) = evidence(laptop, report)
    assert row.name == name
    copy = copy_to_open(laptop.store, row.id, opened)
    assert copy.read_bytes() == whole
    assert copy.name.split(".")[0].upper() != "CON"
    assert not copy.is_symlink()
    assert not stat.S_IMODE(copy.stat().st_mode) & 0o333  # neither written nor run


@pytest.mark.parametrize("change", ["grows", "shrinks", "is written again"])
def test_a_file_that_changes_while_it_is_copied_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    path = tmp_path / "rekap.pdf"
    path.write_bytes(made.PDF * 50)
    looked, seen = os.fstat, []

    def meanwhile(number: int) -> os.stat_result:
        found = looked(number)
        if not seen:
            seen.append(number)
            if change == "shrinks":
                os.truncate(path, 100)
            else:
                with path.open("ab" if change == "grows" else "r+b") as other:
                    other.write(made.PDF)
                os.utime(path, ns=(0, 0))
        return found

    monkeypatch.setattr(os, "fstat", meanwhile)
    with pytest.raises(FileProblem, match=r"rekap\.pdf.*berubah"):
        take(path)


def test_a_file_removed_while_it_is_copied_is_kept_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rekap.pdf"
    path.write_bytes(made.PDF * 50)
    looked = os.fstat

    def meanwhile(number: int) -> os.stat_result:
        path.unlink(missing_ok=True)
        return looked(number)

    monkeypatch.setattr(os, "fstat", meanwhile)
    assert take(path).content == made.PDF * 50


def test_on_a_full_disk_nothing_is_half_kept_and_the_next_attempt_works(laptop: Desk) -> None:
    _, report = reported(laptop)
    add_files(laptop, evidence_of(report), "bukti", [NOTE])
    large = Taken("Foto.pdf", "application/pdf", made.PDF + os.urandom(400_000))
    room = attachment_file(laptop.store.path).stat().st_size  # type: ignore[arg-type]
    with little_room(room + 100_000), pytest.raises(AppError) as found:
        add_files(laptop, evidence_of(report), "bukti", [large])
    assert isinstance(found.value, DiskFull | DiskTrouble)
    assert found.value.advice
    assert [one.name for one in evidence(laptop, report)] == ["Catatan.txt"]
    assert integrity.check(laptop.store) == []
    add_files(laptop, evidence_of(report), "bukti", [large])
    assert attachment_store.get(laptop.store, evidence(laptop, report)[1].sha256) == large.content


def test_a_copy_cannot_be_opened_where_nothing_can_be_written_and_that_is_said(
    laptop: Desk, tmp_path: Path
) -> None:
    _, report = reported(laptop)
    add_files(laptop, evidence_of(report), "bukti", [SCAN])
    in_the_way = tmp_path / "dibuka"
    in_the_way.write_bytes(b"sebuah berkas, bukan folder")
    with pytest.raises(FileProblem) as found:
        copy_to_open(laptop.store, evidence(laptop, report)[0].id, in_the_way)
    assert found.value.advice
