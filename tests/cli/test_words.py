"""The console's words: only what does something is offered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.models import backup, header, opening
from desktop.models.migrations import LATEST
from desktop.models.seeds import example_meeting_file

DATABASES = Path(__file__).parents[1] / "models" / "databases"


def refused(_arguments: list[str]) -> int:
    raise AssertionError("no window was asked for")


def test_a_language_without_translation_is_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["screenshots", "gambar", "--language", "en"], refused)
    assert left.value.code == 2
    assert "Lihat: main.py --help" in capsys.readouterr().err


def test_a_command_that_writes_keeps_a_copy_before_it_upgrades(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = opening.database_file(tmp_path)
    shutil.copyfile(DATABASES / "v1.db", database)
    assert main(["list", "meetings", "--data", str(tmp_path)], refused) == 1
    assert "Buka dulu sekali dengan jendela Rakor" in capsys.readouterr().err
    assert header.schema_of(database) == 1
    command = ["import", "meeting", str(example_meeting_file()), "--dry-run", "--data", str(tmp_path)]
    assert main(command, refused) == 0
    assert header.schema_of(database) == LATEST
    (copy,) = backup.list_backups(database)
    assert header.schema_of(copy.path) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["--data", "kantor", "demo"],
        ["--database", "postgresql://server/rakor", "screenshots", "gambar"],
        ["list", "meetings", "--data", "kantor", "--database", "postgresql://server/rakor"],
    ],
)
def test_a_place_that_would_not_be_looked_at_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words, refused)
    assert left.value.code == 2
    assert "--data atau --database" in capsys.readouterr().err
