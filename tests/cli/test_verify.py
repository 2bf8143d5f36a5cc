"""`verify` knows a paper of this office by its code or its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.models import opening
from desktop.models.queries.minutes_versions import current_version
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting
from desktop.services.minutes_life import make_ready
from desktop.services.office import update_profile
from tests.cli.conftest import Console


def frozen_minutes(console: Console, place: str = "Pendopo") -> str:
    from datetime import date

    console("list", "meetings")
    store = opening.open_folder(console.folder)
    desk = Desk(store, "Uji")
    update_profile(desk, proof=True)
    meeting, _ = create_meeting(desk, title="Rakor Uji", held_on=date(2024, 10, 3), place=place)
    make_ready(desk, meeting)
    found = current_version(store, meeting)
    assert found is not None
    opening.close(store)
    return found.code


def test_a_code_that_stands(console: Console) -> None:
    code = frozen_minutes(console)
    said = console("verify", code.lower())
    assert said.code == 0
    assert said.out.startswith(f"Sama: Kode {code}: notula “Rakor Uji”, 3 Oktober 2024, versi pertama")


def test_an_unknown_code_and_what_is_none(console: Console) -> None:
    frozen_minutes(console)
    assert console("verify", "0000-0000-0000").code == 1
    said = console("verify", "halo")
    assert said.code == 1
    assert "bukan kode verifikasi" in said.err


def test_a_printed_file_is_known_as_it_is_and_by_the_code_in_it(console: Console, tmp_path: Path) -> None:
    code = frozen_minutes(console)
    pdf = tmp_path / "notula.pdf"
    assert console("print", "minutes", "last", "-o", pdf).code == 0
    assert json.loads(console("verify", pdf, "--json").out)["finding"] == "same"
    pdf.write_bytes(pdf.read_bytes() + b"\n% disimpan lagi oleh program lain\n")
    found = json.loads(console("verify", pdf, "--json").out)
    assert (found["code"], found["changes"]) == (code, [])


def test_a_signed_file_tells_who_signed_it(console: Console, tmp_path: Path) -> None:
    pytest.importorskip("pyhanko")
    from tests.exchange.signatures.signing import signed

    frozen_minutes(console)
    pdf = tmp_path / "notula.pdf"
    assert console("print", "minutes", "last", "-o", pdf).code == 0
    pdf.write_bytes(signed(pdf.read_bytes()))
    said = console("verify", pdf)
    assert "Ditandatangani secara elektronik oleh Sekar Arum, S.Sos." in said.out
    assert "Rantai sertifikat tidak diperiksa (luring)" in said.out


def test_without_the_extra_it_is_said_how_to_install_it(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.cli.verify.can_sign", lambda: False)
    code = frozen_minutes(console)
    pdf = tmp_path / "notula.pdf"
    console("print", "minutes", "last", "-o", pdf)
    found = json.loads(console("verify", pdf, "--json").out)
    assert found["code"] == code
    assert "uv sync --extra sign" in found["signatures"][0]["told"]


def test_a_file_that_is_no_pdf_cannot_be_used(console: Console, tmp_path: Path) -> None:
    frozen_minutes(console)
    broken = tmp_path / "surat.pdf"
    broken.write_bytes(b"bukan")
    said = console("verify", broken)
    assert said.code == 2
    assert "bukan PDF yang utuh" in said.err


def test_a_locked_file_is_told_from_a_broken_one(console: Console, tmp_path: Path) -> None:
    import pikepdf

    frozen_minutes(console)
    locked = tmp_path / "terkunci.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(locked, encryption=pikepdf.Encryption(user="rahasia", owner="rahasia"))
    said = console("verify", locked)
    assert said.code == 2
    assert "dikunci dengan kata sandi" in said.err
