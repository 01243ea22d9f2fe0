"""A window that shows what would become of the plan before it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QVBoxLayout, QWidget


class ReviewDialog(QDialog):
    """Says in a sentence and on pages what would change; one button does it.

    Attributes:
        said: The sentence at the top.
        above: What stands between the sentence and the pages; empty at first.
        pages: The pages.
        wrong: Why it cannot be done; hidden as long as there is nothing to say.
        go: The button that does it.
    """

    def __init__(self, parent: QWidget, title: str, action: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = QLabel(wordWrap=True)
        self.above = QVBoxLayout()
        self.pages = QTabWidget()
        self.wrong = QLabel(wordWrap=True)
        self.wrong.setProperty("wrong", "true")
        self.wrong.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("primary", "true")
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.said)
        column.addLayout(self.above)
        column.addWidget(self.pages, 1)
        column.addWidget(self.wrong)
        column.addWidget(buttons)

    def take(self) -> None:
        """Do what is shown."""
        self.accept()

    def say_wrong(self, text: str) -> None:
        """Say why it cannot be done."""
        self.wrong.setText(text)
        self.wrong.setAccessibleName(text)
        self.wrong.show()
