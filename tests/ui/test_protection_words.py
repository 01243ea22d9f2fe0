"""What is said of passphrases, backups and repairs, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from bcp_planner.domain.plan import Plan
from bcp_planner.storage import sealed
from bcp_planner.storage.problems import problem
from bcp_planner.storage.salvage import SalvageReport
from ui import language, sentences
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.repaired import RepairedDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    language.use("de")
    sentences.protect(frozenset)
    window = QWidget()
    qtbot.addWidget(window)
    yield window
    language.use("en")


def test_a_wrong_passphrase(window: QWidget, tmp_path: Path) -> None:
    def wrong(_: str) -> None:
        raise sealed.WrongPassphrase(str(problem(tmp_path / "x.age", sealed._WRONG)))

    asked = PassphraseDialog(window, "x", wrong, new=False)
    asked.first.setText("x")
    asked.try_it()
    assert "Passphrase ist falsch" in asked.wrong.text()


def test_a_repair(window: QWidget) -> None:
    lost = (
        "The file cannot be read as a database: disk I/O error",
        "plan: its name and document control cannot be read",
        "services: some rows cannot be read",
        "services[3].tier: must be at least 1, found 0",
    )
    report = RepairedDialog(window, "x", SalvageReport(Plan(), {"contacts": 1200}, lost))
    assert report.text.toPlainText().splitlines() == [
        "Gespeichert:",
        "  Kontakte: 1.200",
        "",
        "Nicht lesbar:",
        "  Die Datei ist nicht als Datenbank lesbar: disk I/O error",
        "  plan: Name und Dokumentenlenkung sind nicht lesbar",
        "  Services: einige Zeilen sind nicht lesbar",
        "  services[3].tier: muss mindestens 1 sein, gefunden wurde 0",
    ]
