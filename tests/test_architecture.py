"""The rules of the house that a test can see."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def sources() -> dict[Path, str]:
    """The text of every module of the program."""
    return {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "desktop").rglob("*.py"))}


def test_imports_point_down_only() -> None:
    """In a process of its own: the linter switches off all loggers that exist, also those of other tests."""
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"
    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_text_is_marked_for_translation_before_it_is_filled_in(sources: dict[Path, str]) -> None:
    """tr(f"…") could never be translated: the filled-in text is not what stands in the translation."""
    filled_first = [
        f"{path.relative_to(ROOT)}, line {call.lineno}"
        for path, text in sources.items()
        if ".tr(" in text
        for call in _nodes(ast.parse(text))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
        if any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    assert not filled_first


def _nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes of a tree, without the generators of `ast.walk`, which take four times as long."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for value in vars(node).values():
            if isinstance(value, ast.AST):
                waiting.append(value)
            elif isinstance(value, list):
                waiting += [one for one in value if isinstance(one, ast.AST)]


def test_text_reaches_paper_through_one_door(sources: dict[Path, str]) -> None:
    assert {path.name for path, text in sources.items() if "Paragraph(" in text} <= {"markup.py", "blocks.py"}


def test_modal_questions_go_through_one_door(sources: dict[Path, str]) -> None:
    asked_by = ("QMessageBox", "QFileDialog", "QInputDialog")
    asking = {path.name for path, text in sources.items() if any(name in text for name in asked_by)}
    assert asking <= {"ask.py"}


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [*project["project"]["dependencies"]]
    for group in (*project["project"]["optional-dependencies"].values(), *project["dependency-groups"].values()):
        named += group
    assert all("==" in one for one in named)
