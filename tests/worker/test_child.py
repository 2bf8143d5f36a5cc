from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time

import pytest

from desktop.base.paths import program_folder
from desktop.worker import process
from desktop.worker.client import WorkerClient
from tests.worker.conftest import PATIENCE
from tests.worker.trial_jobs import COMMAND, ROOT

PARENT = (
    "import sys; sys.path.insert(0, sys.argv[1])\n"
    "from desktop.worker.client import WorkerClient; from tests.worker.trial_jobs import COMMAND\n"
    "client = WorkerClient(COMMAND); pid = client.ask('modules').meta['pid']\n"
    "client.submit('deaf', on_progress=lambda done, total: print(pid, flush=True)).settled.wait()\n"
)


def test_the_child_knows_no_window_and_no_database(warm):
    warm.warm_up().settled.wait(PATIENCE)
    loaded = warm.ask("modules").meta["modules"]
    assert "desktop.documents.minutes" in loaded
    assert not [name for name in loaded if name.split(".")[0] in {"PySide6", "peewee", "playhouse", "sqlcipher3"}]


def test_the_child_loads_what_signing_needs_only_where_the_office_wants_it():
    pytest.importorskip("pyhanko")
    with WorkerClient(COMMAND) as child:
        for wanted in (False, True):
            child.warm_up(signing=wanted).settled.wait(PATIENCE)
            assert ("pyhanko" in child.ask("modules").meta["modules"]) is wanted


def test_the_child_does_not_sit_in_anybodys_folder(warm):
    assert warm.ask("modules").meta["folder"] == str(program_folder())


def test_the_real_child_starts_from_any_folder(tmp_path, monkeypatch, pdf):
    (tmp_path / "desktop.py").write_text("raise SystemExit('the wrong one')")
    monkeypatch.chdir(tmp_path)
    with WorkerClient() as client:
        assert client.ask("page-count", pdf).meta["count"] == 2


def test_the_packaged_program_is_started_by_its_hidden_command(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process.worker_command() == [sys.executable, "_worker"]


def test_a_killed_window_leaves_no_orphan():
    """Even while a job computes without looking up."""
    if not hasattr(os, "pidfd_open"):
        return
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(ROOT)], stdout=subprocess.PIPE, text=True)
    with parent:
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
        parent.wait()
        ended, _, _ = select.select([child], [], [], PATIENCE)
        os.close(child)
    assert ended


def test_ctrl_c_is_left_to_the_command_that_waits(warm):
    if os.name != "posix":
        return
    pid = warm.ask("modules").meta["pid"]
    os.kill(pid, signal.SIGINT)
    assert warm.ask("modules").meta["pid"] == pid


def test_the_first_answer_comes_soon_after_the_start(pdf):
    """Loose on purpose: it fails when somebody loads heavy libraries before they are needed."""
    began = time.perf_counter()
    with WorkerClient() as client:
        client.ask("page-count", pdf)
    assert time.perf_counter() - began < 5


def test_asking_needs_no_heavy_library():
    code = "import sys; import desktop.worker.client; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    heavy = {"reportlab", "PIL", "pypdfium2", "PySide6", "peewee"}
    assert not heavy & set(done.stdout.split())
