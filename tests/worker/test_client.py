from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from desktop.base.errors import Cancelled, InvalidInput, PaperProblem
from desktop.worker.client import WorkerClient
from desktop.worker.frames import Answer, WorkerDefectError
from desktop.worker.jobs import Limits
from tests.worker.conftest import PATIENCE, Ear
from tests.worker.trial_jobs import COMMAND


def test_nothing_starts_before_it_is_needed():
    before = threading.active_count()
    with WorkerClient(COMMAND):
        assert threading.active_count() == before


def test_a_console_command_waits_for_its_bytes(warm):
    assert warm.run("echo", {"Rapat": [1, None]}) == b"{'Rapat': [1, None]}"


def test_large_papers_travel_whole(warm):
    assert len(warm.run("echo", b"\0" * 3_000_000)) == 12_000_003


def test_the_child_is_kept_for_the_next_paper(warm):
    assert warm.ask("modules").meta["pid"] == warm.ask("modules").meta["pid"]


def test_progress_comes_in_order_and_ends_complete(warm):
    ear = Ear().ask(warm, "steps", 5000)
    assert ear.outcome == Answer(b"finished")
    assert ear.progress == sorted(set(ear.progress))
    assert ear.progress[-1] == (5000, 5000)


def test_a_newer_preview_replaces_the_running_and_the_waiting_one(warm, tmp_path):
    running = Ear().ask(warm, "until-cancelled", str(tmp_path / "a")).wait_until_it_moves()
    waiting = Ear().ask(warm, "echo", "waiting")
    newest = Ear().ask(warm, "echo", "newest")
    assert newest.outcome == Answer(b"'newest'")
    assert isinstance(running.outcome, Cancelled)
    assert isinstance(waiting.outcome, Cancelled)


def test_a_replaced_preview_says_nothing_more(warm, tmp_path):
    running = Ear().ask(warm, "until-cancelled", str(tmp_path / "a")).wait_until_it_moves()
    newest = Ear().ask(warm, "echo", 1)
    assert isinstance(running.outcome, Cancelled)
    heard = len(running.progress)
    assert newest.outcome == Answer(b"1")
    assert len(running.progress) == heard
    assert not running.heard_more


def test_printing_many_papers_leaves_none_out(warm):
    ears = [Ear().ask(warm, "echo", number, slot=None) for number in range(20)]
    assert [ear.outcome for ear in ears] == [Answer(b"%d" % number) for number in range(20)]


def test_two_places_do_not_starve_each_other(warm, tmp_path):
    running = Ear().ask(warm, "until-cancelled", str(tmp_path / "a"), slot="left").wait_until_it_moves()
    right = Ear().ask(warm, "echo", "right", slot="right")
    lefts = [Ear().ask(warm, "echo", f"left {number}", slot="left") for number in range(30)]
    assert lefts[-1].outcome == Answer(b"'left 29'")
    assert right.ticket.settled.is_set()
    assert right.outcome == Answer(b"'right'")
    assert isinstance(running.outcome, Cancelled)
    assert all(isinstance(left.outcome, Cancelled) for left in lefts[:-1])


def test_cancelling_a_running_request(warm, tmp_path):
    running = Ear().ask(warm, "until-cancelled", str(tmp_path / "a")).wait_until_it_moves()
    running.ticket.cancel()
    assert isinstance(running.outcome, Cancelled)
    running.ticket.cancel()
    assert warm.run("echo", 1) == b"1"
    assert not running.heard_more


def test_cancelling_a_waiting_request_leaves_the_running_one(warm, tmp_path):
    running = Ear().ask(warm, "until-cancelled", str(tmp_path / "a"), slot="a").wait_until_it_moves()
    waiting = Ear().ask(warm, "echo", 1, slot="b")
    waiting.ticket.cancel()
    assert isinstance(waiting.outcome, Cancelled)
    assert not running.ticket.settled.is_set()
    running.ticket.cancel()
    assert isinstance(running.outcome, Cancelled)


def test_a_known_fault_arrives_as_it_was_raised(warm):
    with pytest.raises(InvalidInput) as told:
        warm.run("refuse")
    assert (told.value.field, told.value.message, told.value.advice) == (
        "title", "Judul belum diisi.", "Isi judulnya.",
    )  # fmt: skip


def test_a_defect_arrives_with_its_traceback_and_the_child_goes_on(warm):
    pid = warm.ask("modules").meta["pid"]
    with pytest.raises(WorkerDefectError, match="ZeroDivisionError") as told:
        warm.run("defect")
    assert "trial_jobs.py" in told.value.trace
    assert warm.ask("modules").meta["pid"] == pid


def test_an_unknown_job_is_a_defect(warm):
    with pytest.raises(WorkerDefectError, match="KeyError"):
        warm.run("no-such-job")


def test_stray_output_does_not_reach_the_answers(impatient, capfd):
    assert impatient.run("garbage") == b"clean"
    printed = capfd.readouterr()
    for word in ("stray print", "stray bytes", "stray child"):
        assert word in printed.err


def test_too_much_memory_is_refused_and_the_next_paper_made(warm):
    with pytest.raises(PaperProblem, match="terlalu besar"):
        warm.ask("eat", 600_000_000, limits=Limits(memory=200_000_000))
    assert warm.run("eat", 1000) == b"1000"


def test_a_job_that_does_not_stop_is_ended(impatient):
    running = Ear().ask(impatient, "deaf").wait_until_it_moves()
    newest = Ear().ask(impatient, "echo", 1)
    assert isinstance(running.outcome, Cancelled)
    assert newest.outcome == Answer(b"1")


def test_a_job_that_takes_too_long_is_ended(impatient):
    with pytest.raises(PaperProblem, match="terlalu lama"):
        impatient.run("deaf", limits=Limits(seconds=0.1))
    assert impatient.run("echo", 1) == b"1"


def test_a_child_that_crashes_fails_its_job_alone(impatient):
    crashed = Ear().ask(impatient, "crash", slot="a")
    after = Ear().ask(impatient, "echo", 1, slot="b")
    problem = crashed.outcome
    assert isinstance(problem, PaperProblem)
    assert "Coba lagi" in problem.advice
    assert after.outcome == Answer(b"1")


def test_a_child_killed_at_work_fails_its_job_alone(impatient):
    pid = impatient.ask("modules").meta["pid"]
    running = Ear().ask(impatient, "deaf").wait_until_it_moves()
    os.kill(pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    assert isinstance(running.outcome, PaperProblem)
    assert impatient.ask("modules").meta["pid"] != pid


def test_a_child_killed_while_idle_is_not_noticed(impatient):
    pid = impatient.ask("modules").meta["pid"]
    os.kill(pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    assert impatient.run("echo", 1) == b"1"


def test_a_program_that_speaks_another_language_is_given_up(tmp_path):
    with (
        WorkerClient([sys.executable, "-c", "print('hello, I am no worker' * 9)"]) as client,
        pytest.raises(PaperProblem, match="terhenti"),
    ):
        client.run("echo", 1)


def test_a_program_that_is_not_there_is_said(tmp_path):
    with (
        WorkerClient([str(tmp_path / "gone")]) as client,
        pytest.raises(PaperProblem, match="tidak dapat dijalankan"),
    ):
        client.run("echo", 1)


def test_closing_ends_everything_that_runs_or_waits():
    client = WorkerClient(COMMAND)
    running = Ear().ask(client, "deaf", slot="a").wait_until_it_moves()
    waiting = Ear().ask(client, "echo", 1, slot="b")
    client.close()
    client.close()
    late = Ear().ask(client, "echo", 1)
    assert [type(ear.outcome) for ear in (running, waiting, late)] == [Cancelled] * 3


def test_a_listener_that_fails_does_not_stop_the_others(warm, caplog):
    def fail(answer: Answer) -> None:
        raise RuntimeError("listener")

    warm.submit("echo", 1, on_done=fail).settled.wait(PATIENCE)
    assert warm.run("echo", 2) == b"2"
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == [
        "a listener of the worker failed"
    ]


def test_waiting_inside_a_listener_is_refused(warm):
    caught = []

    def wait(answer: Answer) -> None:
        try:
            warm.run("echo", 1)
        except RuntimeError as refused:
            caught.append(refused)

    warm.submit("echo", 1, on_done=wait).settled.wait(PATIENCE)
    assert len(caught) == 1


def test_many_threads_may_ask_at_once(warm):
    answers = {}

    def ask(number: int) -> None:
        answers[number] = warm.run("echo", number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: b"%d" % number for number in range(8)}
