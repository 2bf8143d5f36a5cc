"""The rules of the house that a test can see."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "desktop").rglob("*.py"))


def test_imports_point_down_only() -> None:
    """In a process of its own: the linter switches off all loggers that exist, also those of other tests."""
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"
    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_text_is_marked_for_translation_before_it_is_filled_in(source: Path) -> None:
    """tr(f"…") could never be translated: the filled-in text is not what stands in the translation."""
    for call in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
            assert not any(isinstance(argument, ast.JoinedStr) for argument in call.args), f"line {call.lineno}"


def test_text_reaches_paper_through_one_door() -> None:
    builders = {path.name for path in SOURCES if "Paragraph(" in path.read_text(encoding="utf-8")}
    assert builders <= {"markup.py", "blocks.py"}


def test_modal_questions_go_through_one_door() -> None:
    asking = {
        path.name
        for path in SOURCES
        if any(name in path.read_text(encoding="utf-8") for name in ("QMessageBox", "QFileDialog", "QInputDialog"))
    }
    assert asking <= {"ask.py"}


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [*project["project"]["dependencies"]]
    for group in (*project["project"]["optional-dependencies"].values(), *project["dependency-groups"].values()):
        named += group
    assert all("==" in one for one in named)
