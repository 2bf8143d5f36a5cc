"""Stages in words, as far as their days are known."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from desktop.models.queries.office import StageOfTopic
from desktop.ui.readiness.timeline.wording import brief_days, full_days, source_text


def stage(starts: date | None, ends: date | None) -> StageOfTopic:
    return StageOfTopic(UUID(int=1), "", "Uji", starts, ends, None)


def test_days_are_written_as_far_as_they_are_known() -> None:
    assert brief_days(stage(date(2024, 9, 25), date(2024, 11, 23))) == "25 Sep–23 Nov"
    assert brief_days(stage(date(2024, 11, 24), date(2024, 11, 26))) == "24–26 Nov"
    assert brief_days(stage(None, date(2024, 1, 26))) == "s.d. 26 Jan"
    assert full_days(stage(date(2024, 11, 24), date(2024, 11, 26))) == (
        "Minggu, 24 November 2024 s.d. Selasa, 26 November 2024 (3 hari)"
    )
    assert full_days(stage(None, None)) == "tanggal belum ditetapkan"


def test_sources_are_told_in_indonesian() -> None:
    assert source_text("found-news (tanggal pleno)") == "Berita (tanggal pleno)"
    assert source_text("Surat Gubernur 12/2025") == "Surat Gubernur 12/2025"
    assert source_text(None) == ""
