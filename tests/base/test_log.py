from __future__ import annotations

import getpass
import logging
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.base import log

ROOT = Path(__file__).resolve().parents[2]
UUID = "01928374-6510-7123-8456-112233445566"


@pytest.fixture
def log_file(tmp_path):
    root = logging.getLogger()
    level = root.level
    yield log.set_up_log(tmp_path / "log")
    log.close_log()
    root.setLevel(level)
    logging.captureWarnings(False)


@pytest.mark.parametrize(
    "personal",
    [
        "3522010101700001", "19700101 199001 1 001", "197001011990011001", "081234567890", "0812-3456-7890",
        "+62 812 3456 7890", "siti.aminah@contoh.go.id",
    ],
)  # fmt: skip
def test_numbers_and_addresses_of_people_are_blacked_out(personal):
    assert log.redact(f"saved {personal}, done") == "saved […], done"


@pytest.mark.parametrize("text", [UUID, "2024-09-26 09:00:00", "1.026.363", "meeting 12345678", "a\\b@c"])
def test_ids_dates_and_amounts_stay(text):
    assert log.redact(f"at {text} ok") == f"at {text} ok"


def test_a_very_long_word_costs_its_length_once():
    text = "x" * 2_000_000
    assert log.redact(text) == text


def test_the_value_in_a_postgresql_error_is_blacked_out():
    text = 'violates "person_name"\nDETAIL:  Key (name, born)=(Siti Aminah (Ibu), 1970) already exists.'
    assert log.redact(text).endswith("Key (name, born)=[…] already exists.")


def test_the_home_folder_does_not_tell_who_sits_here():
    assert log.redact(f'File "{Path.home() / "Rakor" / "x.py"}"').startswith('File "~')


def test_a_note_has_utc_time_and_keeps_no_number_even_in_a_traceback(log_file):
    try:
        raise ValueError("NIK 3522010101700001")
    except ValueError:
        logging.getLogger("desktop").exception("failed for %s", "081234567890")
    text = log_file.read_text(encoding="utf-8")
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ERROR desktop: failed for \[…\]\n", text)
    assert "ValueError: NIK […]" in text


def test_values_in_sql_are_not_noted(log_file):
    logging.getLogger("peewee").debug("INSERT ... %s", "Siti")
    logging.getLogger("desktop").debug("detail")
    assert log_file.read_text() == ""


def test_text_no_encoding_takes_does_not_break_the_log(log_file):
    (own,) = [handler for handler in logging.getLogger().handlers if isinstance(handler, log.Notes)]
    own.handle(logging.makeLogRecord({"msg": "odd \ud800"}))
    assert "odd \\ud800" in log_file.read_text()


def test_old_notes_make_room(log_file):
    for _ in range(7):
        logging.getLogger("desktop").info("x" * 600_000)
    names = sorted(path.name for path in log_file.parent.iterdir())
    assert names == ["rakor.log", *[f"rakor.log.{number}" for number in range(1, 6)]]


def test_a_log_that_cannot_rotate_goes_on(log_file, monkeypatch):
    def held(*args: object) -> None:
        raise PermissionError("held")

    logging.getLogger("desktop").info("x" * 999_000)
    monkeypatch.setattr("os.rename", held)
    logging.getLogger("desktop").info("still here " + "y" * 2000)
    assert "still here" in log_file.read_text()


def test_setting_up_again_moves_to_the_new_folder(log_file, tmp_path):
    second = log.set_up_log(tmp_path / "second")
    logging.getLogger("desktop").info("once")
    assert second is not None
    assert second.read_text().count("once") == 1
    assert "once" not in log_file.read_text()


def test_a_place_that_cannot_be_written_gives_no_log_and_no_error(log_file, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert log.set_up_log(tmp_path / "file") is None


def test_the_windowed_program_without_standard_error_keeps_notes(tmp_path):
    code = (
        "import sys, logging; from pathlib import Path; from desktop.base import log\n"
        "sys.stderr = sys.stdout = None\n"
        "log.set_up_log(Path(sys.argv[1])); logging.getLogger('x').warning('hello %d', 'wrong'); "
        "logging.getLogger('x').warning('after')\n"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path], check=True, cwd=ROOT)
    assert "after" in (tmp_path / "rakor.log").read_text()


def test_a_crash_report_tells_versions_but_not_who_or_where():
    summary = log.environment_summary()
    assert f"Python {platform.python_version()}" in summary
    assert "peewee 4.5.3" in summary
    assert str(Path.home()) not in summary
    assert getpass.getuser() not in summary.split()
    assert platform.node() not in summary.split()
