"""The user guide in a window of its own; the same pages are written as HTML for the web."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

import resources

if TYPE_CHECKING:
    from ui.main_window import MainWindow


@cache
def pages() -> dict[str, str]:
    """Return the pages of the guide by title, as Markdown with the figures filled in."""
    figures: dict[str, str] = json.loads(
        resources.path("help/figures.json").read_text(encoding="utf-8")
    )
    found: dict[str, str] = {}
    for path in sorted(resources.path("help").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for name, value in figures.items():
            text = text.replace(f"{{{name}}}", value)
        found[text.splitlines()[0].removeprefix("# ")] = text
    return found


def matching(words: str) -> list[str]:
    """Return the titles of pages in which every word occurs."""
    wanted = words.lower().split()
    return [title for title, text in pages().items() if all(w in text.lower() for w in wanted)]


def write_pages(folder: Path) -> list[Path]:
    """Write the guide as HTML pages and return them."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for number, text in enumerate(pages().values(), 1):
        document = QTextDocument()
        document.setMarkdown(text)
        written.append(folder / f"page-{number}.html")
        written[-1].write_text(document.toHtml(), encoding="utf-8")
    return written


class HelpWindow(QDialog):
    """Titles on the left, found by words; the page on the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("User guide")
        self.search = QLineEdit(placeholderText="Search the guide", clearButtonEnabled=True)
        self.search.setAccessibleName("Search the guide")
        self.titles = QListWidget()
        self.titles.setAccessibleName("Pages")
        self.titles.setFixedWidth(250)
        self.page = QTextBrowser()
        self.page.setAccessibleName("Page")
        self.page.setOpenLinks(False)  # nothing is opened without the address being shown
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.titles)
        row = QHBoxLayout(self)
        row.addLayout(left)
        row.addWidget(self.page, 1)
        self.resize(960, 680)
        self.search.textChanged.connect(self._find)
        self.titles.currentTextChanged.connect(self._show)
        self._find("")

    def _find(self, words: str) -> None:
        self.titles.clear()
        self.titles.addItems(matching(words))
        self.titles.setCurrentRow(0)

    def _show(self, title: str) -> None:
        if title:
            self.page.document().setBaseUrl(QUrl.fromLocalFile(f"{resources.path('help')}/"))
            self.page.setMarkdown(pages()[title])


def show(window: MainWindow) -> HelpWindow:
    """Open the guide beside the window."""
    guide = HelpWindow(window)
    guide.show()
    return guide
