"""Takes in what came back: each kept row becomes a report, all of a form in one deed with one undo."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from desktop.base.clock import now_utc
from desktop.base.dates import medium_date
from desktop.base.errors import ChangedMeanwhile, InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.form_rows import parts_now, progress_from
from desktop.models.tables import Assessment, OutgoingForm
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.forms.content import FOLLOW_UPS
from desktop.services.forms.judging import Correction, judge
from desktop.services.forms.plan import JudgedForm, JudgedRow
from desktop.services.forms.standing import figures_of
from desktop.services.progress import keep_report
from desktop.services.readiness import periods_of

CHANNEL = "formulir"


def take_form(desk: Desk, form: JudgedForm, chosen: Collection[int]) -> ChangeSet:
    """Keep the rows of these numbers, and note that the form came back, of which day, and who filled it in.

    Raises InvalidInput where there is a problem with the form or nothing to keep, ChangedMeanwhile where a row is
    no longer what it was when it was judged.
    """
    if form.problem or form.record is None or form.returned is None or form.as_of is None:
        raise InvalidInput("form", form.problem or "Posisi data belum diisi.", "Periksa formulirnya.")
    with writing(desk.store, "form.take", by=desk.user) as write:
        fresh = judge(desk.store, form.returned, Correction(form.as_of, form.filled_by, form.post))
        rows = fresh.to_keep(chosen)
        if not rows:
            raise InvalidInput("form", "Tidak ada baris yang dapat diterima.", "Pilih baris yang baik.")
        if [(row.number, row.verdict) for row in rows] != [
            (row.number, row.verdict) for row in form.to_keep(chosen)
        ]:
            raise ChangedMeanwhile(
                "Data berubah sejak formulir ini dibaca.", "Lihat putusannya lagi, lalu simpan sekali lagi."
            )
        keep = _keep_progress if form.record.kind == FOLLOW_UPS else _keep_assessments
        keep(write, fresh, rows)
        who = rules.cleaned({"filled_by": form.filled_by, "filler_post": form.post})
        write.update(OutgoingForm, form.record.id, returned_at=now_utc(), as_of=form.as_of, **who)
        return write.finish()


def _keep_progress(write: Write, form: JudgedForm, rows: Sequence[JudgedRow]) -> None:
    """One report on each part that is still there; what was taken from the same row before is corrected."""
    assert form.record is not None
    assert form.as_of is not None
    before = progress_from(write.store, form.record.id)
    for row in rows:
        assert row.asked is not None
        amount, target, unit = figures_of(row.understood, follow_up=True)
        told: dict[str, Any] = {
            "note": row.understood.note, "reporter": _reporter(form), "amount": amount, "target": target,
            "unit": unit, "form_id": form.record.id,
        }  # fmt: skip
        if row.understood.state is not None:
            told["state"] = row.understood.state
        if form.record.institution_id is not None:
            told["institution_id"] = form.record.institution_id
        for part in parts_now(write.store, row.asked.addressees, form.record.institution_id):
            one, known = part.id, before.get(part.id)
            if known is None:
                keep_report(write, one, on=form.as_of, channel=CHANNEL, **told)
            else:
                corrected = {**told, "reported_on": form.as_of}
                keep_report(write, one, on=form.as_of, channel=CHANNEL, before=known.id, **corrected)


def _keep_assessments(write: Write, form: JudgedForm, rows: Sequence[JudgedRow]) -> None:
    assert form.record is not None
    assert form.as_of is not None
    asked = {row.asked.item for row in rows if row.asked is not None and row.asked.item is not None}
    periods = periods_of(write.store, asked, form.as_of)
    for row in rows:
        assert row.asked is not None
        assert row.asked.item is not None
        said = rules.cleaned({"note": row.understood.note, "value_text": row.understood.value_text})
        write.insert(
            Assessment, item_id=row.asked.item, region_id=row.asked.region, form_id=form.record.id,
            institution_id=form.record.institution_id, state=row.understood.state, value=row.understood.value,
            measure=row.understood.measure, as_of=form.as_of, period=periods.get(row.asked.item),
            evidence_received=row.understood.state == "siap_bukti", source=source_words(form), **said,
        )  # fmt: skip


def source_words(form: JudgedForm) -> str:
    """Where a readiness report came from: `dari formulir, 5 Oktober 2024 (Siti, Kasubbag)`."""
    assert form.as_of is not None
    who = _reporter(form)
    return f"dari formulir, {medium_date(form.as_of)}" + (f" ({who})" if who else "")


def _reporter(form: JudgedForm) -> str | None:
    return ", ".join(filter(None, (form.filled_by.strip(), form.post.strip()))) or None
