"""A thousand damaged tables through the real worker: named in Indonesian, in time, within memory, nothing changed."""

from __future__ import annotations

import random
import resource
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.base.errors import AppError
from desktop.exchange.sheets import Table
from desktop.worker.client import WorkerClient
from tests.exchange import messy
from tests.exchange.sheets.test_reading import bomb, entities, locked, three_million_rows

_SECONDS, _BYTES = 10.0, 500_000_000


def good_files(folder: Path) -> list[Path]:
    rows = sorted(messy.people(60), key=lambda row: str(row[3]))
    return [
        messy.plain(folder / "a.xlsx", rows),
        messy.messy(folder / "b.xlsx", rows, banded=True),
        messy.libre(folder / "c.ods", rows),
        messy.separated(folder / "d.csv", rows),
    ]


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def damage(chance: random.Random, good: list[Path], path: Path) -> None:
    """One damaged file, of one of a dozen sorts."""
    source = chance.choice(good)
    content = bytearray(source.read_bytes())
    sort = chance.randrange(7)
    if sort == 0:  # cut off
        path.write_bytes(content[: chance.randrange(len(content))])
    elif sort == 1:  # bytes turned
        for _ in range(chance.randrange(1, 40)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
    elif sort == 2:  # a piece twice, or missing
        start = chance.randrange(len(content))
        piece = content[start : start + chance.randrange(2000)]
        path.write_bytes(content[:start] + piece * chance.choice((0, 2, 5)) + content[start:])
    elif sort == 3 and source.suffix != ".csv":  # sound ZIP, damaged part
        parts = unpacked(source)
        name = chance.choice(list(parts))
        part = bytearray(parts[name])
        for _ in range(chance.randrange(1, 60)):
            if part:
                part[chance.randrange(len(part))] = chance.choice(b'<>"&/0123456789aZ \x00\xff')
        packed(path, parts | {name: bytes(part)})
    elif sort == 4 and source.suffix != ".csv":  # a part missing
        parts = unpacked(source)
        parts.pop(chance.choice(list(parts)))
        packed(path, parts)
    elif sort == 5 and source.suffix != ".csv":  # huge numbers where small ones stood
        parts = {
            name: part.replace(b'r="5"', b'r="%d"' % chance.choice((2**31, 1_048_576, 0, 10**18)))
            .replace(b'count="', b'count="99999999')
            .replace(b'columns-repeated="16384"', b'columns-repeated="999999999"')
            for name, part in unpacked(source).items()
        }
        packed(path, parts)
    else:  # noise
        path.write_bytes(
            chance.choice((b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) + chance.randbytes(3000)
        )


def fault_of(read: Callable[[], object]) -> AppError | None:
    """The fault a file was refused with, which says what happened and what to do; None where it was read."""
    try:
        read()
    except AppError as fault:
        if not (fault.message and fault.advice):
            raise
        return fault
    return None


@pytest.mark.fault
@pytest.mark.timeout(900)
def test_a_thousand_damaged_tables_are_read_or_named(tmp_path: Path) -> None:
    chance = random.Random(26_09_2024)
    good = good_files(tmp_path)
    read = named = 0
    with WorkerClient() as worker:
        worker.run("read-table", good[0])
        for number in range(1_000):
            path = tmp_path / f"rusak-{number}.{chance.choice(('xlsx', 'xls', 'ods', 'csv'))}"
            if number % 250 < 4:
                (bomb, three_million_rows, entities, locked)[number % 250](path)
            else:
                damage(chance, good, path)
            before = path.read_bytes()
            began = time.monotonic()
            fault = fault_of(lambda path=path: Table.from_bytes(worker.run("read-table", path)))
            read, named = read + (fault is None), named + (fault is not None)
            assert time.monotonic() - began < _SECONDS, path
            assert path.read_bytes() == before
            path.unlink()
    assert read + named == 1_000
    assert named > 300
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < _BYTES


def test_some_damaged_tables_are_read_or_named(tmp_path: Path) -> None:
    """The everyday share of the thousand, in this process."""
    from desktop.exchange.sheets import read_table

    chance = random.Random(7)
    good = good_files(tmp_path)
    for number in range(120):
        path = tmp_path / f"rusak-{number}.xlsx"
        damage(chance, good, path)
        fault_of(lambda path=path: read_table(path))
