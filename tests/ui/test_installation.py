"""What shows that an installation works: self-test, start, diagnosis."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ui import diagnosis
from ui.opening import _INKS, FILLS
from ui.self_test import FOLDER
from ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    import pytest


def test_the_self_test_passes_in_a_folder_with_spaces_and_other_scripts() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--self-test"],
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )

    assert " " in FOLDER
    assert not FOLDER.isascii()
    assert done.returncode == 0, done.stdout + done.stderr
    for step in ("open", "edit", "undo", "analyse", "print", "reopen"):
        assert f"\n{step} " in done.stdout
    assert "self-test passed" in done.stdout
    assert done.stderr == ""


def test_the_opening_window_needs_little() -> None:
    heavy = ("numpy", "networkx", "numba", "sqlite3", "reportlab", "bcp_planner.domain")
    program = (
        "import sys; from ui.app import application; from ui.opening import OpeningWindow;"
        "from ui.settings import Settings; app = application([]);"
        "opening = OpeningWindow(Settings()); opening.show_at_once(); assert opening.painted;"
        f"print([name for name in {heavy!r} if name in sys.modules], end=' ');"
        "import PySide6.QtCore; print('Qt' in vars(PySide6.QtCore)); opening.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=50, check=False
    )

    assert done.stdout.strip() == "[] False", done.stderr  # nor `Qt`, which takes 12 ms to make


def test_the_opening_window_has_the_colours_of_the_theme() -> None:
    for theme in (LIGHT, DARK):
        assert FILLS[theme.name] == theme.window.name()
        assert _INKS[theme.name] == theme.muted.name()


def test_a_diagnosis_names_versions_and_no_person(monkeypatch: pytest.MonkeyPatch) -> None:
    log = Path.home() / "somewhere" / "bcp-planner.log"
    monkeypatch.setattr(diagnosis, "log_file", lambda: log)

    said = diagnosis.report()

    assert "Business Continuity Planner" in said
    assert "SQLite: 3." in said
    assert "PySide6-Essentials: 6." in said
    assert "log: ~/somewhere/bcp-planner.log" in said


def test_the_log_starts_a_new_file_when_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnosis, "log_file", lambda: tmp_path / "program.log")
    monkeypatch.setattr(diagnosis, "_LOG_BYTES", 2_000)
    root = logging.getLogger()
    before = list(root.handlers)
    diagnosis.write_log()
    try:
        for number in range(200):
            logging.getLogger("bcp_planner").warning("entry %d", number)
        logging.getLogger("bcp_planner").info("not kept")
    finally:
        for handler in [handler for handler in root.handlers if handler not in before]:
            root.removeHandler(handler)
            handler.close()

    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == [
        "program.log",
        "program.log.1",
        "program.log.2",
        "program.log.3",
    ]
    assert all(file.stat().st_size <= 2_000 for file in files)
    assert not any("not kept" in file.read_text(encoding="utf-8") for file in files)
