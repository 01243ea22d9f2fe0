"""What was saved of a damaged plan, and what of it could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import words
from ui.language import mark, shown, tr, whole
from ui.sizing import open_at

if TYPE_CHECKING:
    from bcp_planner.storage.salvage import SalvageReport

_SAID = mark(
    "What could be read is in a new plan, “{name}”, without its history; the damaged file is "
    "unchanged. Compare it with a backup before you go on with it."
)


class RepairedDialog(QDialog):
    """The report of a repair, which can be copied."""

    def __init__(self, parent: QWidget, name: str, report: SalvageReport) -> None:
        """Build it.

        Args:
            parent: The window.
            name: Of the new plan's file.
            report: What was saved and what was not.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Repaired copy"))
        said = QLabel(shown(_SAID).format(name=name), wordWrap=True)
        text = "\n".join(_lines(report))
        self.text = QPlainTextEdit(text, readOnly=True)
        self.text.setAccessibleName(tr("Report"))
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        copy = QPushButton(tr("Copy report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        for widget in (said, self.text, buttons):
            column.addWidget(widget)
        open_at(self, 560, 440)


def _lines(report: SalvageReport) -> Iterator[str]:
    yield tr("Saved:")
    for table, number in report.saved.items():
        yield f"  {words.choice(table)}: {whole(number)}"
    yield ""
    yield tr("Not readable:")
    if not report.lost:
        yield f"  {tr('nothing')}"
    for text in report.lost:
        yield f"  {shown(text)}"
