"""Forms that came back are taken in at the console as in the window: the good rows, and a word on the others."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from desktop.base.clock import frozen
from desktop.services.desk import Desk
from desktop.services.forms.asking import follow_up_recipients
from desktop.services.forms.making import MadeForm, make_forms
from tests.cli.conftest import Console
from tests.exchange import messy
from tests.exchange.forms.filling import filled, saved

SENT = datetime(2024, 10, 1, 3, tzinfo=UTC)


def polda_form(console: Console) -> MadeForm:
    def make(store: object) -> MadeForm:
        desk = Desk(store, "Uji")  # type: ignore[arg-type]
        with frozen(SENT):
            found = follow_up_recipients(desk.store, date(2024, 10, 1))
            return make_forms(desk, [one for one in found if one.to == "Polda Jawa Timur"])[0][0]

    made = console.look(make)
    assert isinstance(made, MadeForm)
    return made


def test_good_rows_go_in_and_the_others_say_why(console: Console, example: UUID, tmp_path: Path) -> None:
    assert example
    made = polda_form(console)
    path = saved(
        tmp_path / "dokumen.xlsx", filled(made.sheet, {1: ("sudah", "", "", ""), 2: ("entah", "", "", "")})
    )
    looked = console("import", "form", path, "--dry-run")
    assert (looked.code, console.count("progress_report")) == (1, 0)
    assert "Akan diterima: 1" in looked.out
    told = console("import", "form", path, "--rejected", tmp_path / "salah.xlsx")
    assert told.code == 1
    assert "Formulir Tindak Lanjut – Polda Jawa Timur, posisi data 5 Oktober 2024, diisi Siti Aminah" in told.out
    assert "No. 2 · Salah" in told.out
    assert "E5 · “entah” bukan status yang dikenal." in told.out
    assert "Diterima: 1" in told.out
    assert console.count("progress_report") == 1
    corrected = console("import", "form", tmp_path / "salah.xlsx", "--json")
    (form,) = json.loads(corrected.out)
    assert (form["code"], form["kept"], form["wrong"], form["empty"]) == (made.sheet.code, 0, 1, 1)
    again = console("import", "form", path)
    assert "Diterima: 0\nSudah diterima: 1" in again.out
    assert console.count("progress_report") == 1


def test_a_file_that_is_no_form_changes_nothing(console: Console, tmp_path: Path) -> None:
    told = console("import", "form", messy.messy(tmp_path / "undangan.xlsx", messy.people(3)))
    assert told.code == 1
    assert "bukan formulir Rakor" in told.out
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(b"PK\x03\x04torn")
    assert console("import", "form", torn).code == 2
