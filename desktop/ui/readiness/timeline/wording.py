"""Stages and their days in words: beside the bars, above them, and for the screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.base.dates import brief_date, long_date, medium_date
from desktop.base.day_offsets import offset_text
from desktop.models.queries.office import StageOfTopic
from desktop.models.queries.review_points import ReviewPoint
from desktop.models.words import CONFIDENCES
from desktop.services.stage_standing import Standing, coming, next_point, running, standing

translate = QCoreApplication.translate
_SURE = (Standing.OVER, Standing.RUNNING, Standing.COMING)


def brief_days(stage: StageOfTopic) -> str:
    """The days of a stage beside its bar: `25 Sep–23 Nov`, `s.d. 26 Jan`, `mulai 2 Okt`."""
    starts, ends = stage.starts_on, stage.ends_on
    if starts is None:
        return "" if ends is None else _tr("s.d. {day}").format(day=brief_date(ends))
    if ends is None:
        return _tr("mulai {day}").format(day=brief_date(starts))
    if starts == ends:
        return brief_date(starts)
    if (starts.year, starts.month) == (ends.year, ends.month):
        return f"{starts.day}–{brief_date(ends)}"
    return f"{brief_date(starts)}–{brief_date(ends)}"


def full_days(stage: StageOfTopic) -> str:
    """The days of a stage in full, and how many they are; what is not fixed is said."""
    starts, ends = stage.starts_on, stage.ends_on
    if starts is None and ends is None:
        return _tr("tanggal belum ditetapkan")
    if starts is None:
        return _tr("mulai belum ditetapkan, sampai dengan {day}").format(day=long_date(ends or date.max))
    if ends is None:
        return _tr("mulai {day}, selesai belum ditetapkan").format(day=long_date(starts))
    if starts == ends:
        return long_date(starts)
    words, days = _tr("{first} s.d. {last} ({days} hari)"), (ends - starts).days + 1
    return words.format(first=long_date(starts), last=long_date(ends), days=days)


def source_text(confidence: str | None) -> str:
    """Where the days come from, in words: shipped ones have words of their own, an office writes what it likes."""
    kind, blank, more = (confidence or "").partition(" ")
    return CONFIDENCES.get(kind, kind) + blank + more


def standing_text(found: Standing) -> str:
    """What a bar means."""
    return {
        Standing.OVER: _tr("Lewat"),
        Standing.RUNNING: _tr("Berjalan"),
        Standing.COMING: _tr("Mendatang"),
        Standing.UNSURE: _tr("Awal/akhir belum pasti"),
        Standing.UNDATED: _tr("Belum bertanggal"),
    }[found]


def stage_text(stage: StageOfTopic, found: Standing) -> str:
    """All that is known of a stage, in one line."""
    parts = [
        " ".join(filter(None, (stage.code, stage.name))),
        full_days(stage),
        standing_text(found).lower() if found in _SURE else "",
        stage.lead or "",
    ]
    if stage.confidence:
        parts.append(_tr("sumber: {source}").format(source=source_text(stage.confidence)))
    return " · ".join(filter(None, parts))


def point_text(point: ReviewPoint) -> str:
    """A review point on the scale: `H-30 · 28 Okt`."""
    offset = offset_text(point.day_offset)
    return f"{offset} · {brief_date(point.day)}" if point.day else offset


def now_text(stages: Sequence[StageOfTopic], day: date) -> str:
    """What runs today; that nothing does only where days are known at all."""
    now = running(stages, day)
    if now:
        words = _tr("{name} (s.d. {day})")
        told = [words.format(name=one.name, day=brief_date(one.ends_on)) for one in now if one.ends_on]
        return _tr("Berjalan hari ini: {stages}").format(stages="; ".join(told))
    if all(standing(one, day) is Standing.UNDATED for one in stages):
        return _tr("Tanggal tahapan belum ditetapkan.") if stages else ""
    return _tr("Tidak ada tahapan bertanggal yang berjalan hari ini.")


def closed_text(day: date | None) -> str:
    """When a topic was closed, which is the day its stages are seen from; nothing of it runs or comes."""
    if day is None:
        return _tr("Topik ditutup.")
    return _tr("Topik ditutup {day}; tahapan menurut hari itu.").format(day=long_date(day))


def next_text(stages: Sequence[StageOfTopic], day: date) -> str:
    """What begins next, and in how many days."""
    following = coming(stages, day)
    if not following or following[0].starts_on is None:
        return ""
    starts = following[0].starts_on
    return _tr("Berikutnya: {stages}, mulai {day} ({away})").format(
        stages="; ".join(one.name for one in following), day=medium_date(starts), away=_away(starts, day)
    )


def review_text(points: Sequence[ReviewPoint], day: date) -> str:
    """The review point that comes next; which there are while the topic's day is not known."""
    if points and all(one.day is None for one in points):
        offsets = ", ".join(offset_text(one.day_offset) for one in points)
        return _tr("Titik tinjau: {offsets} (tanggal puncak belum ditentukan)").format(offsets=offsets)
    point = next_point(points, day)
    if point is None or point.day is None:
        return _tr("Semua titik tinjau sudah lewat.") if points else ""
    return _tr("Titik tinjau berikutnya: {offset}, {day} ({away})").format(
        offset=offset_text(point.day_offset), day=medium_date(point.day), away=_away(point.day, day)
    )


def _away(day: date, today: date) -> str:
    left = (day - today).days
    return _tr("hari ini") if left == 0 else _tr("{count} hari lagi").format(count=left)


def _tr(text: str) -> str:
    return translate("TimelineWording", text)
