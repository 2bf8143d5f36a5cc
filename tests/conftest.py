"""What every test stands on: its own folders, both database engines, and a clear word when Qt cannot load."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if sys.dont_write_bytecode:
    # Else every worker, and every process that a test starts, would compile a thousand modules again.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parents[1] / ".pytest_cache" / "compiled")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

try:
    import PySide6.QtWidgets  # noqa: F401
except ModuleNotFoundError:
    pytest.exit("PySide6 belum terpasang. Jalankan: pip install uv && uv run pytest", returncode=4)
except ImportError as missing:
    pytest.exit(
        f"Qt tidak dapat dimuat: {missing}\nPasang pustaka sistemnya: apt-get install -y --no-install-recommends "
        "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0",
        returncode=4,
    )

from desktop.models import opening, seeds
from desktop.models.store import Store
from tests.example_office import import_example
from tests.postgres import FOUNDED, WITH_EXAMPLE, Server

_HERE = Path(__file__).parent
_LONGEST = {
    "test_screenshots.py", "test_printed_equals_typed.py", "test_preparation_tab.py", "test_page.py", "test_panel.py",
    "test_capture_line.py", "test_preparation.py", "test_windowed_model.py", "test_import_list.py",
    "test_checklist_tab.py", "test_entry.py", "test_versions.py",
}  # fmt: skip
_MEMORY, _ENOUGH = Path("/dev/shm"), 2_000_000_000


def pytest_configure() -> None:
    """Let the folders of tests lie in memory where there is room: on a disk each of their commits waits for it."""
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ENOUGH:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest: one begun last would keep a single worker busy at the end."""
    items.sort(key=lambda item: not item.path.is_relative_to(_HERE / "e2e") and item.path.name not in _LONGEST)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the preferences or data of whoever runs it."""
    monkeypatch.setenv("RAKOR_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("RAKOR_DATA", str(tmp_path / "data"))


@pytest.fixture(scope="session")
def founded_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newly founded office, closed properly, to be copied."""
    base = tmp_path_factory.mktemp("founded")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAKOR_CONFIG", str(base / "config"))
        opening.close(opening.open_folder(base / "data", found=seeds.found_office))
    return base / "data"


@pytest.fixture(scope="session")
def example_folder(founded_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same office with the meeting of 26 September 2024, closed properly, to be copied."""
    base = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAKOR_CONFIG", str(base / "config"))
        store = opening.open_folder(Path(shutil.copytree(founded_folder, base / "data")))
        import_example(store)
        opening.close(store)
    return base / "data"


@pytest.fixture
def data_folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A data folder of a new office for this test alone; with the example meeting where the test asks for it."""
    template = "example_folder" if "example" in request.fixturenames else "founded_folder"
    return Path(shutil.copytree(request.getfixturevalue(template), tmp_path / "data"))


@pytest.fixture
def example(request: pytest.FixtureRequest) -> UUID:
    """The meeting of 26 September 2024, in the office this test has open."""
    name = "store" if "store" in request.fixturenames else "sqlite_store"
    (found,) = request.getfixturevalue(name).one("SELECT id FROM meeting ORDER BY seq LIMIT 1")
    return UUID(bytes=found) if isinstance(found, bytes) else UUID(str(found))


@pytest.fixture
def sqlite_store(data_folder: Path) -> Iterator[Store]:
    """A new office on SQLite, open."""
    store = opening.open_folder(data_folder)
    yield store
    if not store.database.is_closed():
        opening.close(store)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A real PostgreSQL server for this run, with offices to be copied: a new one, and one with the example meeting.

    It lies in memory where that is possible (copying an office is what its tests wait for), and never under
    pytest's own folder: a second run under root would shut that folder for the server's user.
    """
    with TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None, ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = Server(Path(folder) / "postgres")
        server.found_templates()
        yield server
        server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A new office, once on SQLite and once on PostgreSQL: the same models, the same services."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_store")
        return
    server: Server = request.getfixturevalue("postgres_server")
    with server.copy(WITH_EXAMPLE if "example" in request.fixturenames else FOUNDED) as url:
        opened = opening.open_server(url, found=seeds.found_office)
        yield opened
        opened.close()
