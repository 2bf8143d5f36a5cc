"""What a file is, told from its first bytes; looking never changes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.base.errors import DamagedFile, DataTrouble, EmptyFile, ForeignFile, NewerFile, ReadOnlyPlace
from desktop.models import header, opening
from desktop.models.migrations import LATEST
from tests.models import broken


@pytest.mark.parametrize(
    ("spoil", "trouble", "word"),
    [
        (broken.empty, EmptyFile, "kosong"),
        (broken.text, DamagedFile, "rusak"),
        (broken.archive, DamagedFile, "rusak"),
        (broken.header_zeroed, DamagedFile, "rusak"),
        (broken.short, DamagedFile, "terpotong"),
        (broken.of_another_program, ForeignFile, "program lain"),
        (broken.newer, NewerFile, "lebih baru"),
        (broken.without_schema, DamagedFile, "versi susunan"),
    ],
)
def test_each_wrong_file_is_named_and_left_alone(
    data_folder: Path, spoil: Callable[[Path], None], trouble: type[DataTrouble], word: str
) -> None:
    path = opening.database_file(data_folder)
    spoil(path)
    before = broken.hash_of(path)
    with pytest.raises(trouble) as found:
        header.schema_of(path)
    assert type(found.value) is trouble
    assert word in found.value.message
    assert "tidak diubah" in found.value.advice
    assert broken.hash_of(path) == before


@pytest.mark.parametrize("spoil", [broken.text, broken.archive, broken.header_zeroed])
def test_without_its_card_a_file_that_is_no_database_is_foreign(
    data_folder: Path, spoil: Callable[[Path], None]
) -> None:
    path = opening.database_file(data_folder)
    header.card_path(path).unlink()
    spoil(path)
    with pytest.raises(ForeignFile, match="bukan berkas data Rakor"):
        header.schema_of(path)


def test_a_file_of_ours_tells_its_schema(data_folder: Path) -> None:
    assert header.schema_of(opening.database_file(data_folder)) == LATEST


def test_a_file_that_cannot_be_read_is_named() -> None:
    with broken.public_folder() as folder:
        path = folder / "rakor.db"
        path.write_bytes(b"rahasia")
        path.chmod(0)
        answer = broken.as_ordinary_user(lambda: str(header.schema_of(path)))
    assert answer.startswith(ReadOnlyPlace.__name__)
    assert "rakor.db tidak dapat dibaca" in answer


def test_the_card_says_what_the_file_is(data_folder: Path) -> None:
    card = header.read_card(opening.database_file(data_folder))
    assert card is not None
    assert (card.application, card.schema, card.encrypted) == ("Rakor", LATEST, False)


@pytest.mark.parametrize("content", ["", "{}", "[]", "null", '{"application": "Rakor", "schema": "satu"}'])
def test_a_card_nobody_can_read_counts_as_none(data_folder: Path, content: str) -> None:
    path = opening.database_file(data_folder)
    header.card_path(path).write_text(content)
    assert header.read_card(path) is None


def test_a_card_that_says_nothing_new_is_not_written_again(data_folder: Path) -> None:
    path = opening.database_file(data_folder)
    card = header.read_card(path)
    assert card is not None
    before = header.card_path(path).stat().st_mtime_ns
    header.write_card(path, card)
    assert header.card_path(path).stat().st_mtime_ns == before
