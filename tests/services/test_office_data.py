"""The office's data as the window opens them: whose typing is whose, and what reading must not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base.errors import DataTrouble, ReadOnlyPlace
from desktop.models import opening
from desktop.services.desk import Desk, user_name
from desktop.services.draft_keeper import drop_draft, keep_draft, recall_draft
from desktop.services.office_data import OfficeData
from tests.models.made_up import add_meeting
from tests.postgres import Server


def desk_of(data: OfficeData, monkeypatch: pytest.MonkeyPatch, user: str) -> Desk:
    """Somebody's desk, as this computer knows him."""
    monkeypatch.setenv("LOGNAME", user)
    return Desk(data.open(), user_name())


def test_two_who_type_at_the_same_place_on_a_server_each_keep_their_own(
    postgres_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with postgres_server.copy() as url:
        first, second = OfficeData(tmp_path, url), OfficeData(tmp_path, url)
        sri, budi = desk_of(first, monkeypatch, "sri"), desk_of(second, monkeypatch, "budi")
        keep_draft(sri, "capture:1", {"text": "satu"})
        keep_draft(budi, "capture:1", {"text": "dua"})
        assert recall_draft(sri, "capture:1") == {"text": "satu"}
        drop_draft(sri, "capture:1")
        assert recall_draft(budi, "capture:1") == {"text": "dua"}
        first.close()
        second.close()


def test_typing_in_a_folder_is_found_by_whoever_opens_it_next(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = OfficeData(data_folder)
    keep_draft(desk_of(data, monkeypatch, "sri"), "capture:1", {"text": "satu"})
    data.close()
    assert recall_draft(desk_of(data, monkeypatch, "budi"), "capture:1") == {"text": "satu"}
    data.close()


def test_a_server_opened_for_reading_is_not_written(postgres_server: Server, tmp_path: Path) -> None:
    with postgres_server.copy() as url:
        data = OfficeData(tmp_path, url)
        with pytest.raises(ReadOnlyPlace):
            add_meeting(data.open(read_only=True))
        data.close()


def test_an_empty_server_opened_for_reading_stays_empty(postgres_server: Server, tmp_path: Path) -> None:
    with postgres_server.copy("template1") as url:
        with pytest.raises(DataTrouble, match="belum berisi data Rakor"):
            OfficeData(tmp_path, url).open(read_only=True)
        with pytest.raises(DataTrouble, match="belum berisi data Rakor"):
            opening.open_server(url, found=lambda _: pytest.fail("founded"), read_only=True)
