"""Which words open the window and which run a command; shipped files are found."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import resources
from bcp_planner.__main__ import opens_window


@pytest.mark.parametrize(
    "words", [[], ["plan.bcplan"], ["Mein Plan.BCPLAN"], ["plan.bcplan.age"], ["a.json"]]
)
def test_nothing_or_a_file_alone_opens_the_window(words: list[str]) -> None:
    assert opens_window(words)


@pytest.mark.parametrize(
    "words", [["check"], ["check", "plan.bcplan"], ["--help"], ["import", "a.json"]]
)
def test_everything_else_is_a_command(words: list[str]) -> None:
    assert not opens_window(words)


INTERRUPTED_WHILE_LOADING = """
import sys

class Interrupting:
    def find_spec(self, name, *_):
        if name == "bcp_planner.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
from {package}.__main__ import main
sys.exit(main(["check", "plan.bcplan"]))
"""


@pytest.mark.parametrize("package", ["bcp_planner", "ui"])
def test_an_interrupt_while_a_command_loads_ends_it_without_a_traceback(package: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_WHILE_LOADING.format(package=package)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "interrupted; nothing was changed\n"


def test_both_ways_to_start_agree_on_commands() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-m", package, "--help"], capture_output=True, text=True, check=True
        ).stdout
        for package in ("bcp_planner", "ui")
    ]

    assert said[0] == said[1]
    assert "recover" in said[0]


def test_a_shipped_file_is_found() -> None:
    assert resources.path("__init__.py").samefile(Path(resources.__file__))


def test_a_missing_shipped_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="resources/icons/no-such-icon.svg"):
        resources.path("icons/no-such-icon.svg")
