"""The shape of the house: who may import whom, and how long a file or a function may be."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("bcp_planner/**/*.py"), *ROOT.glob("ui/**/*.py")])

LONGEST_FILE = 500
"""Lines. Past it a file holds more than one noun and is split by noun."""

USUAL_FUNCTION = 8
LONG_FUNCTION = 35
"""Lines of code without the docstring: the median, and what 95 of 100 functions keep to."""


def test_rooms_keep_to_their_contracts() -> None:
    # In a process of its own: it switches off every logger that is there already.
    program = "import sys; from importlinter.cli import lint_imports; "
    program += "sys.exit(lint_imports(config_filename='pyproject.toml', no_cache=True))"

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_domain_needs_only_the_standard_library() -> None:
    foreign = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sorted(ROOT.glob("bcp_planner/domain/**/*.py"))
        for name in _imported(path)
        if name not in sys.stdlib_module_names and name != "bcp_planner"
    ]

    assert foreign == []


def test_commands_start_without_the_window_and_without_heavy_libraries() -> None:
    heavy = [
        "PySide6",
        "networkx",
        "numpy",
        "numba",
        "reportlab",
        "openpyxl",
        "sqlite_utils",
        "ortools",
    ]
    program = f"import sys, bcp_planner.cli, ui.__main__; print(*sys.modules.keys() & {heavy})"

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == []


def test_writing_a_plan_loads_no_pandas() -> None:
    program = (
        "import sys; from bcp_planner.storage.writing import load_library; load_library();"
        "print('sqlite_utils' in sys.modules, 'pandas' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["True", "False"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_about_one_noun(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_functions_are_small() -> None:
    lengths = sorted(length for path in SOURCES for length in _function_lengths(path))

    assert statistics.median(lengths) <= USUAL_FUNCTION
    assert statistics.quantiles(lengths, n=20)[-1] <= LONG_FUNCTION


def _imported(path: Path) -> Iterator[str]:
    """Yield the top-level package of every import, also of those inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def _function_lengths(path: Path) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            documented = ast.get_docstring(node) is not None
            docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
            yield (node.end_lineno or 0) - node.lineno + 1 - docstring
