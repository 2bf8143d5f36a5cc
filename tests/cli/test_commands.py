"""What the console offers is what README.md tells and what the program does, in Indonesian throughout."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.cli.commands import make_parser, names
from tests.cli.conftest import refused

README = Path(__file__).parents[2] / "README.md"
_ENGLISH = re.compile(r"\b(usage|options|positional|arguments|show|exit|default|required|invalid|choose)\b")
_EVERYWHERE = {"--help", "--data", "--database"}


def commands(
    parser: argparse.ArgumentParser, *words: str
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """Every parser with the words that lead to it."""
    yield words, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield from commands(inner, *words, name)


PARSERS = list(commands(make_parser()))


def leaves() -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """What can be asked for: a command, or a command and the first of its words where that is a choice."""
    for words, parser in PARSERS:
        if parser.get_default("deed") is None:
            continue
        chosen = next((one.choices for one in parser._actions if not one.option_strings and one.choices), None)
        for kind in chosen or [None]:
            yield (*words, *([kind] if kind else [])), parser


def told() -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Each command of README.md's table with the options it names."""
    for line in README.read_text(encoding="utf-8").splitlines():
        if not line.startswith("| `"):
            continue
        for span in re.findall(r"`([^`]+)`", re.split(r"(?<!\\)\|", line)[1]):
            name, *rest = span.replace("\\|", "|").split()
            kinds = rest[0].split("|") if rest and re.fullmatch(r"[a-z|-]+", rest[0]) else [None]
            for kind in kinds:
                yield (name, *([kind] if kind else [])), set(re.findall(r"(?<![\w-])--?[a-z-]+", span))


def test_every_command_stands_in_the_readme_and_every_one_there_exists() -> None:
    assert sorted(words for words, _ in told()) == sorted(words for words, _ in leaves())


def test_every_option_stands_in_the_readme_and_every_one_there_exists() -> None:
    for words, options in told():
        parser = next(parser for leaf, parser in leaves() if leaf == words)
        known = [set(one.option_strings) for one in parser._actions if one.option_strings]
        known = [one for one in known if not one & _EVERYWHERE]
        assert options <= set().union(*known), words
        assert all(one & options for one in known), words


@pytest.mark.parametrize(
    ("words", "parser"), PARSERS, ids=lambda value: "-".join(value) if isinstance(value, tuple) else ""
)
def test_every_help_is_indonesian_and_explains_each_word(
    words: tuple[str, ...], parser: argparse.ArgumentParser
) -> None:
    assert not _ENGLISH.search(re.sub(r"--[\w-]+", "", parser.format_help()))
    assert parser.description
    assert all(one.help for one in parser._actions if not isinstance(one, argparse._SubParsersAction))


@pytest.mark.parametrize("deed", sorted({parser.get_default("deed") for _, parser in leaves()}))
def test_every_command_is_done_by_something(deed: str) -> None:
    module, _, function = deed.partition(".")
    assert callable(getattr(import_module(f"desktop.cli.{module}"), function))


@pytest.mark.parametrize(
    ("words", "reason", "help_"),
    [
        (["cetak"], "“cetak” tidak ada; yang ada: demo, list, search, print", "main.py"),
        (["print", "surat", "last"], "“surat” tidak ada; yang ada: invitation, rundown", "main.py print"),
        (["print", "minutes"], "Kurang: RAPAT.", "main.py print"),
        (["import"], "Kurang: DATA.", "main.py import"),
        (["import", "agenda", "acara.csv"], "Kurang: RAPAT.", "main.py import agenda"),
        (["check", "--semua"], "Tidak dikenal: --semua.", "main.py"),
        (["import", "people", "a.csv", "--similar"], "--similar belum diisi.", "main.py import people"),
        (["import", "people", "a.csv", "--header", "dua"], "“dua” tidak dapat dipakai untuk --header.", "main.py import people"),
        (
            ["import", "people", "a.csv", "--dry-run", "--rejected", "b.csv"],
            "--rejected tidak dapat bersama --dry-run.",
            "main.py import people",
        ),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_with_its_reason_and_where_help_is(
    words: list[str], reason: str, help_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words, refused)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert reason in said
    assert said.splitlines()[-1] == f"Lihat: {help_} --help"


def test_without_a_screen_all_commands_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from desktop import start

    monkeypatch.setattr(start, "no_screen", lambda: "tidak ada layar")
    assert start.main([]) == 1
    assert f"main.py {'|'.join(names())} " in capsys.readouterr().err


def test_a_window_opened_with_words_loads_nothing_but_the_words() -> None:
    loaded = (
        "import sys; from desktop import start; "
        "start.open_window = lambda arguments: print(*sorted(m for m in sys.modules if m.startswith('desktop')));"
        "start.main(sys.argv[1:])"
    )
    for words, more in (([], set()), (["--data", "kantor"], {"cli", "cli.commands", "cli.faults", "cli.parser"})):
        done = subprocess.run(
            [sys.executable, "-c", loaded, *words], cwd=README.parent, capture_output=True, text=True, check=True
        )
        modules = {name.removeprefix("desktop.") for name in done.stdout.split()}
        assert {one for one in modules if one.startswith("cli")} - {"cli.speech"} == more
        assert not {one for one in modules if one.startswith(("models", "services", "exchange", "worker", "ui"))}
