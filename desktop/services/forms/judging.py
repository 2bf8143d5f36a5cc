"""Judges forms that came back: whose they are, what is good, what has to be asked or corrected, and why."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop.base.clock import here, today
from desktop.base.dates import medium_date, parse_date
from desktop.base.errors import InvalidInput
from desktop.exchange.forms import Returned
from desktop.exchange.forms.reading import find_forms
from desktop.exchange.forms.shapes import ANSWERS, STATUS, TITLES
from desktop.exchange.sheets import Table
from desktop.models.queries.forms import FormRecord, form_with_code, later_forms, was_ever_made
from desktop.models.store import Store
from desktop.services import rules
from desktop.services.forms.answers import Fault, Understood, understand
from desktop.services.forms.content import AskedRow, FormContent
from desktop.services.forms.plan import CHANGED, CHECK, EMPTY, GOOD, SAME, WRONG, JudgedForm, JudgedRow
from desktop.services.forms.rows import Matched, match_rows
from desktop.services.forms.standing import Standing, read_standing
from desktop.services.forms.whose import filler_doubt, recipient_doubt

_ASK_WHO = Fault("", "Pengisinya perlu ditanyakan dulu.", doubt=True)
_LONG_BEFORE = timedelta(days=31)
_FOREIGN = (
    "Berkas ini bukan formulir Rakor, atau kode di dalamnya terhapus. "
    "Pilih formulir yang dikirim dari sini; untuk daftar lain pakai Impor."
)


@dataclass(frozen=True, slots=True)
class Correction:
    """What the office knows better than the file: the day of the data, who filled it in; None changes nothing."""

    as_of: date | None = None
    filled_by: str | None = None
    post: str | None = None


def judge_table(store: Store, table: Table) -> list[JudgedForm]:
    """Every form of a file; for a file without any one that says so."""
    found = find_forms(table)
    return [judge(store, one) for one in found] or [JudgedForm(table.source, problem=_FOREIGN)]


def judge(store: Store, returned: Returned, correction: Correction | None = None) -> JudgedForm:
    """One form with a verdict on each of its rows."""
    record = form_with_code(store, returned.code)
    if record is None:
        return JudgedForm(returned.source, returned.code, returned, problem=_unknown(store, returned.code))
    content = FormContent.from_json(record.content)
    given = correction or Correction()
    problem, as_of, notes = _day_of(returned, record, given)
    filled_by = returned.filler.text if given.filled_by is None else given.filled_by
    post = returned.post.text if given.post is None else given.post
    form = JudgedForm(returned.source, returned.code, returned, record, content, as_of, filled_by, post, problem)
    doubts = [one for one in (recipient_doubt(returned, content), filler_doubt(store, content, post)) if one]
    notes += [f"{one.reason} {one.remedy}" for one in doubts]
    notes += _history(record, store, content)
    if not filled_by:
        notes.append("Nama pengisi belum diisi.")
    standing = read_standing(store, record, content)
    asking = [_ASK_WHO] if doubts else []  # what is doubted is said once, of the form
    rows = [_judge_row(form, one, standing, asking) for one in match_rows(content.rows, returned.rows)]
    there = {row.number for row in rows}
    rows += [_absent(one) for one in content.rows if one.number not in there]
    rows.sort(key=lambda row: (row.number == 0, row.number))
    return replace(form, rows=tuple(rows), notes=tuple(notes))


def _unknown(store: Store, code: str) -> str:
    if was_ever_made(store, code):
        return f"Formulir {code} sudah dihapus di sini. Kirim formulir baru, atau urungkan penghapusannya."
    return (
        f"Formulir {code} tidak dikenal di data ini. Mungkin dibuat di laptop lain; terima di sana, "
        "atau kirim formulir baru."
    )


def _day_of(returned: Returned, record: FormRecord, given: Correction) -> tuple[str, date | None, list[str]]:
    """The problem there is with the day of the data, the day, and what should be known of it."""
    if given.as_of is not None:
        day = given.as_of
    else:
        text, place = returned.as_of.text, returned.as_of.place
        if not text:
            return "Posisi data belum diisi. Tanyakan tanggalnya, lalu tulis di sini.", None, []
        try:
            day = parse_date(text.split(" ")[0] if text[:4].isdecimal() else text, today())
        except InvalidInput as fault:
            return f"Posisi data di sel {place}: {fault.message} Tulis tanggalnya di sini.", None, []
    swapped = _swapped(day, record)
    meant = f" Mungkin maksudnya {medium_date(swapped)}." if swapped else ""
    if rules.is_ahead(day):
        return f"Posisi data {medium_date(day)} ada di masa depan.{meant} Tulis tanggal yang benar.", day, []
    if day < _made_on(record) - _LONG_BEFORE:
        return "", day, [f"Posisi data {medium_date(day)} jauh sebelum formulir dikirim.{meant}"]
    return "", day, []


def _made_on(record: FormRecord) -> date:
    return here(record.made_at).date()


def _swapped(day: date, record: FormRecord) -> date | None:
    """Day and month turned, as spreadsheets of other countries do, where that makes sense."""
    with suppress(ValueError):
        turned = date(day.year, day.day, day.month)
        if turned != day and _made_on(record) - _LONG_BEFORE <= turned <= today():
            return turned
    return None


def _history(record: FormRecord, store: Store, content: FormContent) -> list[str]:
    """What became of this form before, and of later ones that ask the same."""
    notes = []
    if record.returned_at is not None:
        by = f" dari {record.filled_by}" if record.filled_by else ""
        day = medium_date(here(record.returned_at).date())
        notes.append(f"Formulir ini sudah diterima {day}{by}; hanya yang berubah yang perlu dilihat.")
    newer = [one for one in later_forms(store, record) if _asks_same(content, one)]
    if newer:
        last = newer[-1]
        notes.append(
            f"Ini versi lama: formulir yang lebih baru dibuat {medium_date(_made_on(last))} (kode {last.code})"
            + (", dan sudah kembali." if last.returned_at else ".")
        )
    return notes


def _asks_same(content: FormContent, later: FormRecord) -> bool:
    asked = {_key(row) for row in content.rows}
    return any(_key(row) in asked for row in FormContent.from_json(later.content).rows)


def _key(row: AskedRow) -> tuple[object, ...]:
    return (row.item, row.region) if row.item else row.addressees


def _judge_row(form: JudgedForm, found: Matched, standing: Standing, doubts: list[Fault]) -> JudgedRow:
    assert form.content is not None
    assert form.returned is not None
    asked, row = found.asked, found.row
    if asked is None:
        return JudgedRow(WRONG, None, row, Understood(), found.faults)
    said = understand(form.content.kind, asked, row.answer)
    hard = [one for one in (*found.faults, *_columns_amiss(form.returned)) if not one.doubt]
    if not said.said and not hard:
        return JudgedRow(EMPTY, asked, row, said)
    faults = [*found.faults, *_columns_amiss(form.returned), *said.faults, *_too_long(said)]
    gone = standing.gone(asked)
    if gone:
        faults.append(Fault("", gone))
    if any(not one.doubt for one in faults):
        return JudgedRow(WRONG, asked, row, said, tuple(one for one in faults if not one.doubt))
    before = standing.taken(asked)
    if before is not None:
        if before.says(said, form):
            return JudgedRow(SAME, asked, row, said)
        was = Fault("", f"Tercatat: {before.words}.")
        newer = form.as_of is not None and before.day < form.as_of
        return JudgedRow(CHANGED, asked, row, said, (was, *faults), keep=newer and not faults and not doubts)
    faults += [*doubts, *standing.doubts(asked, said)]
    if faults:
        return JudgedRow(CHECK, asked, row, said, tuple(faults))
    known = standing.newer(asked, form.as_of)
    return JudgedRow(GOOD, asked, row, said, known, keep=True)


def _columns_amiss(returned: Returned) -> list[Fault]:
    faults = []
    if TITLES[STATUS] in returned.missing:
        faults.append(
            Fault(STATUS, f"Kolom “{TITLES[STATUS]}” tidak ditemukan.", "Kembalikan baris judul kolomnya.")
        )
    answers = [TITLES[name] for name in ANSWERS]
    twice = [title for title in returned.doubled if title in answers]
    return faults + [Fault("", f"Kolom “{title}” ada dua.", "Sisakan satu.") for title in twice]


def _too_long(said: Understood) -> list[Fault]:
    try:
        rules.cleaned({"note": said.note, "value_text": said.value_text})
    except InvalidInput as fault:
        return [Fault(fault.field, fault.message, fault.advice)]
    return []


def _absent(asked: AskedRow) -> JudgedRow:
    gone = Fault("", "Baris ini tidak ada di berkas.")
    return JudgedRow(EMPTY, asked, None, Understood(), (gone,))
