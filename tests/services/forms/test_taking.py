"""A form comes back: good rows become reports, the others say what is wrong with them, and nothing else is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.base.clock import HeldClock
from desktop.base.errors import ChangedMeanwhile, InvalidInput
from desktop.exchange.forms import Answer
from desktop.exchange.forms.shapes import AS_OF, FILLER, POST
from desktop.exchange.sheets import Row, Sheet, Table
from desktop.exchange.sheets.reading import read_table
from desktop.models.journal import writing
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.commitments import commitment
from desktop.models.queries.form_rows import parts_now, progress_from
from desktop.models.queries.item_reports import history
from desktop.models.queries.progress import log_of
from desktop.models.tables import Topic
from desktop.services.addressees import addressees_named
from desktop.services.commitments import delete_commitment, set_state, update_commitment
from desktop.services.desk import Desk
from desktop.services.forms.content import FormContent
from desktop.services.forms.judging import Correction, judge, judge_table
from desktop.services.forms.making import MadeForm, delete_forms, made_again
from desktop.services.forms.plan import CHANGED, CHECK, EMPTY, GOOD, SAME, WRONG, JudgedForm
from desktop.services.forms.rejected import rejected_form
from desktop.services.forms.taking import take_form
from desktop.services.history import History
from tests.exchange import messy
from tests.exchange.forms.filling import WHO, filled, saved
from tests.services.forms.conftest import KPU, TASKS, follow_up_form, readiness_form, record, returned

Answers = Mapping[int, Answer | Sequence[str]]


def back(desk: Desk, made: MadeForm, answers: Answers, folder: Path, who: Mapping[str, str] = WHO) -> JudgedForm:
    """The form filled in, sent back under another name, and judged."""
    path = saved(folder / "Dokumen (3).xlsx", filled(made.sheet, answers, who))
    (form,) = judge_table(desk.store, read_table(path))
    return form


def verdicts(form: JudgedForm) -> list[str]:
    return [row.verdict for row in form.rows]


def states(desk: Desk, made: MadeForm) -> list[str]:
    rows = FormContent.from_json(record(desk, made.id).content).rows
    return [parts_now(desk.store, row.addressees, None)[0].state for row in rows]


def follow_up(desk: Desk, made: MadeForm, number: int) -> Any:
    """The follow-up a row asks about."""
    row = FormContent.from_json(record(desk, made.id).content).rows[number - 1]
    return parts_now(desk.store, row.addressees, None)[0].commitment_id


def test_good_rows_become_reports_in_one_deed(desk: Desk, clock: HeldClock, tmp_path: Path) -> None:
    made = follow_up_form(desk)
    returned(clock)
    form = back(
        desk, made, {1: ("selesai", "", "Gudang terkunci", "Berita acara"), 2: ("", "320 dari 400 TPS", "", ""),
                     3: ("entah", "", "", "")}, tmp_path,
    )  # fmt: skip
    assert verdicts(form) == [GOOD, GOOD, WRONG, EMPTY]
    assert form.rows[2].place == "E6"
    assert "“entah” bukan status yang dikenal. Pilih atau ketik" in form.rows[2].reason
    history_ = History()
    history_.note(take_form(desk, form, form.suggested()))
    assert states(desk, made) == ["selesai_laporan", "proses", "belum", "belum"]
    (log,) = log_of(desk.store, follow_up(desk, made, 1))
    assert (log.channel, log.form_id, log.as_of) == ("formulir", made.id, date(2024, 10, 5))
    assert (log.reporter, log.institution) == ("Siti Aminah, Kasubbag Program", KPU)
    assert log.note == "Gudang terkunci\nBukti: Berita acara"
    (log,) = log_of(desk.store, follow_up(desk, made, 2))
    assert (log.amount, log.target, log.unit, log.state) == (320, 400, "TPS", "proses")
    kept = record(desk, made.id)
    assert (kept.as_of, kept.filled_by, kept.filler_post) == (date(2024, 10, 5), WHO[FILLER], WHO[POST])
    assert kept.returned_at is not None
    history_.undo(desk)
    assert states(desk, made) == ["belum"] * 4
    assert record(desk, made.id).returned_at is None
    assert not progress_from(desk.store, made.id)


def test_readiness_rows_become_reports_in_the_unit_of_their_targets(
    desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    made = readiness_form(desk)
    asked = FormContent.from_json(record(desk, made.id).content).rows
    percent = next(row for row in asked if (row.unit or "").startswith("%"))
    yes = next(row for row in asked if row.target is None)
    returned(clock)
    form = back(
        desk, made, {percent.number: ("", "320/400", "", ""), yes.number: ("Siap", "", "Ada", "Foto")}, tmp_path
    )
    assert sorted(form.suggested()) == sorted([percent.number, yes.number])
    take_form(desk, form, form.suggested())
    (one,) = history(desk.store, percent.item, percent.region)  # type: ignore[arg-type]
    assert (one.state, one.value, one.institution, one.as_of) == ("sebagian", 80, KPU, date(2024, 10, 5))
    assert one.source == "dari formulir, 5 Oktober 2024 (Siti Aminah, Kasubbag Program)"
    (other,) = history(desk.store, yes.item, yes.region)  # type: ignore[arg-type]
    assert (other.state, other.note) == ("siap", "Ada\nBukti: Foto")
    again = back(desk, made, {percent.number: ("", "80%", "", ""), yes.number: ("belum", "", "", "")}, tmp_path)
    assert [again.rows[row.number - 1].verdict for row in (percent, yes)] == [SAME, CHANGED]


def test_what_is_counted_for_each_station_is_taken_as_things_or_as_a_share(
    sqlite_desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    desk, made = sqlite_desk, readiness_form(sqlite_desk)
    asked = FormContent.from_json(record(desk, made.id).content).rows
    boxes, ink = (row for row in asked if row.target_kind == "per_tps")
    assert "Target: 3.734 buah (2 buah/TPS, sementara)" in boxes.text
    returned(clock)
    form = back(desk, made, {boxes.number: ("", "1.200", "", ""), ink.number: ("", "50%", "", "")}, tmp_path)
    take_form(desk, form, form.suggested())
    kept = [history(desk.store, row.item, row.region)[0] for row in (boxes, ink)]  # type: ignore[arg-type]
    assert [(one.state, one.value, one.measure) for one in kept] == [
        ("sebagian", 1200, "jumlah"), ("sebagian", 50, "persen"),
    ]  # fmt: skip
    again = back(desk, made, {boxes.number: ("", "1.200", "", ""), ink.number: ("", "60%", "", "")}, tmp_path)
    assert [again.rows[row.number - 1].verdict for row in (boxes, ink)] == [SAME, CHANGED]
    assert again.rows[ink.number - 1].reason == "Tercatat: Sebagian siap · 50%."


def test_taken_in_twice_says_nothing_new_and_what_changed(
    sqlite_desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    desk, made = sqlite_desk, follow_up_form(sqlite_desk)
    returned(clock)
    answers: Answers = {1: ("selesai", "", "", ""), 2: ("proses", "40%", "", "")}
    first = back(desk, made, answers, tmp_path)
    take_form(desk, first, first.suggested())
    again = back(desk, made, answers, tmp_path)
    assert verdicts(again) == [SAME, SAME, EMPTY, EMPTY]
    assert "sudah diterima 8 Oktober 2024 dari Siti Aminah" in again.notes[0]
    with pytest.raises(InvalidInput, match="Tidak ada baris"):
        take_form(desk, again, again.suggested())
    corrected = back(desk, made, {**answers, 2: ("proses", "60%", "", "")}, tmp_path)
    assert verdicts(corrected) == [SAME, CHANGED, EMPTY, EMPTY]
    assert corrected.rows[1].reason == "Tercatat: Dalam proses · 40%."
    assert not corrected.suggested()  # of the same day: which one is newer only the office knows
    take_form(desk, corrected, {2})
    (log,) = log_of(desk.store, follow_up(desk, made, 2))
    assert log.amount == 60  # the report of the form is corrected, not told a second time
    later = back(desk, made, {2: ("proses", "70%", "", "")}, tmp_path, {**WHO, AS_OF: "7/10/2024"})
    assert later.suggested() == {2}


def test_a_copy_judged_before_the_first_was_kept_is_looked_at_again(
    sqlite_desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    made = follow_up_form(sqlite_desk)
    returned(clock)
    one, copy = (back(sqlite_desk, made, {1: ("proses", "", "", "")}, tmp_path) for _ in range(2))
    take_form(sqlite_desk, one, {1})
    with pytest.raises((ChangedMeanwhile, InvalidInput)):
        take_form(sqlite_desk, copy, {1})


def test_what_changed_here_since_is_asked_about(sqlite_desk: Desk, clock: HeldClock, tmp_path: Path) -> None:
    desk, made = sqlite_desk, follow_up_form(sqlite_desk)
    returned(clock)
    update_commitment(desk, follow_up(desk, made, 1), text="Tugas yang lain sama sekali")
    part = commitment(desk.store, follow_up(desk, made, 2))
    assert part is not None
    set_state(desk, [part.addressees[0].id], "selesai_bukti")
    delete_commitment(desk, follow_up(desk, made, 3))
    form = back(desk, made, dict.fromkeys(range(1, 5), ("proses", "", "", "")), tmp_path)
    assert verdicts(form) == [CHECK, CHECK, WRONG, GOOD]
    reasons = [row.reason for row in form.rows]
    assert "sudah berubah sejak formulir dikirim" in reasons[0]
    assert "sudah “Selesai (bukti diterima)”" in reasons[1]
    assert "sudah dihapus" in reasons[2]
    take_form(desk, form, form.suggested())
    assert commitment(desk.store, follow_up(desk, made, 4)).state == "proses"  # type: ignore[union-attr]
    assert commitment(desk.store, follow_up(desk, made, 2)).addressees[0].state == "selesai_bukti"  # type: ignore[union-attr]


def test_nothing_is_kept_on_a_closed_topic(sqlite_desk: Desk, clock: HeldClock, tmp_path: Path) -> None:
    desk, made = sqlite_desk, readiness_form(sqlite_desk)
    follow_ups = follow_up_form(desk)
    returned(clock)
    with writing(desk.store, "test", by="Uji") as write:
        write.update(Topic, open_topics(desk.store)[0].id, state="closed")
        write.finish()
    for one in (made, follow_ups):
        form = back(desk, one, {1: ("belum", "", "", "")}, tmp_path)
        assert verdicts(form)[0] == WRONG
        assert "Topiknya sudah ditutup" in form.rows[0].reason


def test_a_follow_up_addressed_anew_since_is_still_the_same(
    sqlite_desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    made = follow_up_form(sqlite_desk)
    returned(clock)
    one = follow_up(sqlite_desk, made, 1)
    update_commitment(sqlite_desk, one, to=addressees_named(sqlite_desk.store, "KPU kabupaten/kota"))
    update_commitment(
        sqlite_desk, follow_up(sqlite_desk, made, 2), to=addressees_named(sqlite_desk.store, "Polres Tuban")
    )
    form = back(sqlite_desk, made, dict.fromkeys((1, 2), ("proses", "", "", "")), tmp_path)
    assert verdicts(form)[:2] == [GOOD, WRONG]
    take_form(sqlite_desk, form, form.suggested())
    row = commitment(sqlite_desk.store, one)
    assert row is not None
    assert [part.institution for part in row.addressees if part.state == "proses"] == [KPU]


def test_an_older_version_is_pointed_out_and_still_of_use(
    sqlite_desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    old = follow_up_form(sqlite_desk)
    returned(clock)
    new = follow_up_form(sqlite_desk)
    form = back(sqlite_desk, old, {1: ("proses", "", "", "")}, tmp_path)
    assert f"versi lama: formulir yang lebih baru dibuat 8 Oktober 2024 (kode {new.sheet.code})" in form.notes[0]
    assert form.suggested() == {1}


@pytest.mark.parametrize(
    ("post", "doubted"),
    [
        ("Ketua KPU Kabupaten Lamongan", True),
        ("Sekretaris KPU Gresik", True),
        ("Ketua KPU Tuban", False),
        ("Kasubbag", False),
        ("Operator KPU Tuban (dulu Lamongan)", False),
    ],
)
def test_another_regions_form_is_pointed_out(
    post: str, doubted: bool, sqlite_desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    made = follow_up_form(sqlite_desk)
    returned(clock)
    form = back(sqlite_desk, made, {1: ("proses", "", "", "")}, tmp_path, {**WHO, POST: post})
    assert verdicts(form)[0] == (CHECK if doubted else GOOD)
    assert any(KPU in note and post in note for note in form.notes) == doubted


def test_a_name_written_over_the_recipient_is_pointed_out(
    sqlite_desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    made = follow_up_form(sqlite_desk)
    returned(clock)
    other = MadeForm(made.id, made.file_name, replace(made.sheet, to="KPU Kabupaten Gresik"))
    form = back(sqlite_desk, other, {1: ("proses", "", "", "")}, tmp_path)
    assert verdicts(form)[0] == CHECK
    assert (
        "dibuat untuk KPU Kabupaten Tuban, tetapi di berkas tertulis untuk KPU Kabupaten Gresik" in form.notes[0]
    )


def test_files_that_are_not_ours_or_no_longer_known_say_so(
    sqlite_desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    made = follow_up_form(sqlite_desk)
    (foreign,) = judge_table(sqlite_desk.store, read_table(messy.messy(tmp_path / "a.xlsx", messy.people(9))))
    assert "bukan formulir Rakor" in foreign.problem
    delete_forms(sqlite_desk, [made.id])
    gone = back(sqlite_desk, made, {1: ("proses", "", "", "")}, tmp_path)
    assert "sudah dihapus di sini" in gone.problem
    assert gone.to_keep({1}) == []
    unknown = made.sheet.code.replace(made.sheet.code[:4], "0000")
    text = " ".join(made.sheet.rows[0].text.split())
    sheet = Sheet(
        "Formulir", (Row(1, ("No.", "Uraian", "Status", "Kode")), Row(2, ("1", text, "sudah", f"{unknown}/1")))
    )
    (form,) = judge_table(sqlite_desk.store, Table("b.xlsx", (sheet,)))
    assert "tidak dikenal di data ini" in form.problem


@pytest.mark.parametrize(
    ("written", "problem", "note"),
    [
        ("", "Posisi data belum diisi", ""),
        ("kapan-kapan", "bukan tanggal yang dikenal", ""),
        ("2025-01-01", "ada di masa depan", ""),
        ("10 Mei 2024", "", "jauh sebelum formulir dikirim. Mungkin maksudnya 5 Oktober 2024."),
        ("2024-10-05 08:30", "", ""),
        ("Sabtu, 5 Oktober 2024", "", ""),
    ],
)
def test_the_day_of_the_data_is_read_or_asked_for(
    written: str, problem: str, note: str, sqlite_desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    made = follow_up_form(sqlite_desk)
    returned(clock)
    form = back(sqlite_desk, made, {1: ("proses", "", "", "")}, tmp_path, {**WHO, AS_OF: written})
    assert problem in form.problem
    assert bool(form.problem) == bool(problem)
    assert any(note in one for one in form.notes) == bool(note)
    if problem:
        assert form.returned is not None
        with pytest.raises(InvalidInput):
            take_form(sqlite_desk, form, {1})
        form = judge(sqlite_desk.store, form.returned, Correction(as_of=date(2024, 10, 5)))
    assert take_form(sqlite_desk, form, form.suggested())


def test_bad_rows_go_back_as_a_form_of_their_own(sqlite_desk: Desk, clock: HeldClock, tmp_path: Path) -> None:
    made = follow_up_form(sqlite_desk)
    returned(clock)
    form = back(
        sqlite_desk,
        made,
        {1: ("proses", "", "", ""), 2: ("entah", "3", "Gudang", ""), 4: ("", "abc", "", "")},
        tmp_path,
    )
    take_form(sqlite_desk, form, form.suggested())
    bad = rejected_form(form)
    assert [row.text for row in bad.rows] == [TASKS[1], TASKS[3]]
    assert "bukan status yang dikenal" in bad.rows[0].fault
    path = saved(tmp_path / "perbaikan.xlsx", bad)
    (unchanged,) = judge_table(sqlite_desk.store, read_table(path))
    assert [row.verdict for row in unchanged.rows] == [EMPTY, WRONG, EMPTY, WRONG]
    corrected = saved(path, filled(bad, {1: ("belum", "", "Gudang", ""), 2: ("", "7 kecamatan", "", "")}))
    (form,) = judge_table(sqlite_desk.store, read_table(corrected))
    assert form.suggested() == {2, 4}
    take_form(sqlite_desk, form, form.suggested())
    assert states(sqlite_desk, made) == ["proses", "belum", "belum", "proses"]


def test_a_form_sent_again_is_the_same_form(sqlite_desk: Desk, clock: HeldClock, tmp_path: Path) -> None:
    made = made_again(sqlite_desk.store, follow_up_form(sqlite_desk).id)
    returned(clock)
    form = back(sqlite_desk, made, {1: ("sudah", "", "", "")}, tmp_path)
    assert form.suggested() == {1}
    take_form(sqlite_desk, form, {1})
    with pytest.raises(InvalidInput, match="sudah kembali"):
        delete_forms(sqlite_desk, [made.id])
