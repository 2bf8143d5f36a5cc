"""Ways in which a database file can be found: ended uncleanly, cut, overwritten, or of another program."""

from __future__ import annotations

import hashlib
import io
import os
import random
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop.models.migrations import LATEST
from desktop.models.store import APPLICATION_ID, Store

PAGE = 4096


def hash_of(path: Path) -> str:
    """What a file contains, to be compared."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def contents(folder: Path) -> dict[str, str]:
    """Every file that matters in a folder; SQLite's index of the log and an empty log may come and go."""
    return {
        one.name: hash_of(one)
        for one in folder.iterdir()
        if one.is_file()
        and not one.name.endswith("-shm")
        and (one.stat().st_size or not one.name.endswith("-wal"))
    }


def cut_off(store: Store, target: Path) -> Path:
    """A data folder as a power cut leaves it: the files of an open database, taken as they lie."""
    assert store.path is not None
    return Path(shutil.copytree(store.path.parent, target, ignore=shutil.ignore_patterns("*-shm")))


def cut_off_without_log(store: Store, target: Path) -> Path:
    """The same, with everything already in the file itself."""
    store.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return cut_off(store, target)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def without_tables(path: Path) -> None:
    """A file that says it is ours and holds nothing of ours."""
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {LATEST}")
        connection.execute("CREATE TABLE catatan (isi)")


def text(path: Path) -> None:
    path.write_text("Daftar hadir rapat, jangan dihapus.\n" * 20, encoding="utf-8")


def archive(path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("rakor.txt", "rapat" * 100)
    path.write_bytes(packed.getvalue())


def header_zeroed(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(100))


def short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // PAGE * PAGE)


def of_another_program(path: Path) -> None:
    path.unlink()
    database = sqlite3.connect(path)
    with database:
        database.execute("CREATE TABLE musik (judul TEXT)")
    database.close()


def newer(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(60)
        file.write((LATEST + 1).to_bytes(4, "big"))


def without_schema(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(60)
        file.write(bytes(4))


def random_page(path: Path, seed: int) -> None:
    """Fill one page, never the first, with noise."""
    chance = random.Random(seed)
    page = chance.randrange(1, path.stat().st_size // PAGE)
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(chance.randbytes(PAGE))


@contextmanager
def public_folder() -> Iterator[Path]:
    """A folder every user of this computer can reach, unlike the tests' own."""
    folder = Path(tempfile.mkdtemp(prefix="rakor-uji-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for one in (folder, *(p for p in folder.rglob("*") if p.is_dir())):
            one.chmod(0o755)
        shutil.rmtree(folder)


def as_ordinary_user(work: Callable[[], str]) -> str:
    """What `work` answers when it runs without the rights of an administrator, in a process of its own."""

    def without_rights() -> str:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        return work()

    return in_its_own_process(without_rights)


def in_its_own_process(work: Callable[[], str]) -> str:
    """What `work` answers in a process of its own, whose limits and rights it may change."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answer = work()
        except BaseException as error:
            answer = f"{type(error).__name__}: {error}"
        os.write(write, answer.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as answers:
        found = answers.read().decode()
    os.waitpid(child, 0)
    return found
