"""What an import would do, before it is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui import words

if TYPE_CHECKING:
    from bcp_planner.interchange.incoming import ImportReport

_ONE = {
    "services": "service",
    "requirements": "requirement",
    "teams": "team",
    "contacts": "contact",
    "scenarios": "scenario",
}


class ImportDialog(QDialog):
    """Shows what would be added, changed and left out, and asks whether to go on."""

    def __init__(self, parent: QWidget, source: str, report: ImportReport) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Import {source}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = QLabel(summary(report))
        said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(said)
        if report.skipped:
            column.addWidget(QLabel(f"Left out ({len(report.skipped)}):"))
            lines = (f"{item.what}: {item.why}" for item in report.skipped)
            left_out = QPlainTextEdit("\n".join(lines), readOnly=True)
            left_out.setAccessibleName("Left out")
            column.addWidget(left_out)
            self.resize(560, 320)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton("Import", QDialogButtonBox.ButtonRole.AcceptRole)
        go.setProperty("primary", "true")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def summary(report: ImportReport) -> str:
    """Return what an import adds and changes, in a sentence."""
    added, changed = _counted(report.added), _counted(report.changed)
    parts = [f"Adds {added}" if added else "", f"changes {changed}" if changed else ""]
    text = " and ".join(part for part in parts if part) or "Nothing in it is new"
    return f"{text[:1].upper()}{text[1:]}."


def _counted(lists: Mapping[str, tuple[str, ...]]) -> str:
    found = [words.count(len(ids), _ONE[name]) for name, ids in lists.items() if name in _ONE]
    if "plan" in lists:
        found.append("the plan's details")
    return ", ".join(found)
