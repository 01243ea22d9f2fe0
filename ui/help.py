"""The user guide in a window of its own; the same pages are written as HTML for the web."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
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
from ui.language import tr
from ui.sizing import open_at, scaled

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
    """Write the guide as linked web pages with its pictures, and return the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(resources.path("help/pictures"), folder / "pictures", dirs_exist_ok=True)
    names = {title: f"{number:02}.html" for number, title in enumerate(pages(), 1)}
    written: list[Path] = []
    for title, name in names.items():
        links = "".join(
            f'<li><a href="{other}">{escape(text)}</a></li>' for text, other in names.items()
        )
        written.append(folder / name)
        written[-1].write_text(
            _PAGE.substitute(title=escape(title), links=links, body=_body(pages()[title])),
            encoding="utf-8",
        )
    return written


_PAGE = Template(
    """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>$title – Business Continuity Planner</title>
<style>
body { font: 16px/1.5 "Noto Sans", sans-serif; margin: 0; color: #1c2430; background: #fff; }
nav { float: left; width: 17em; padding: 1.5em; }
nav ul { list-style: none; padding: 0; }
main { margin-left: 20em; max-width: 46em; padding: 1em 2em 4em; }
img { max-width: 100%; border: 1px solid #cfd6df; }
@media (max-width: 50em) { nav { float: none; width: auto; } main { margin: 0; } }
</style>
</head>
<body>
<nav><strong>Business Continuity Planner</strong><ul>$links</ul></nav>
<main>$body</main>
</body>
</html>
"""
)


def _body(text: str) -> str:
    """Return one page as HTML, without the fonts and colours that Qt writes into it."""
    document = QTextDocument()
    document.setMarkdown(text)
    body = document.toHtml().partition("<body")[2].partition(">")[2].partition("</body>")[0]
    return re.sub(r' style="[^"]*"', "", _BOLD.sub(r"<strong>\1</strong>", body))


_BOLD = re.compile(r'<span style="[^"]*font-weight:700;[^"]*">(.*?)</span>', re.DOTALL)


class Page(QTextBrowser):
    """One page of the guide; its pictures are never wider than the page."""

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Return a picture scaled to the page; nothing is fetched from anywhere else."""
        if kind != QTextDocument.ResourceType.ImageResource:
            return None
        found = QImage(str(resources.path("help") / name.path()))
        dense = self.devicePixelRatioF()
        width = round(min(found.width(), (self.viewport().width() - 2 * _MARGIN) * dense))
        picture = found.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(dense)
        return picture


_MARGIN = 12


class HelpWindow(QDialog):
    """Titles on the left, found by words; the page on the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("User guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit(placeholderText=tr("Search the guide"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search the guide"))
        self.titles = QListWidget()
        self.titles.setAccessibleName(tr("Pages"))
        self.titles.setFixedWidth(scaled(self, 300))
        self.page = Page()
        self.page.setAccessibleName(tr("Page"))
        self.page.setOpenLinks(False)  # nothing is opened without the address being shown
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.titles)
        row = QHBoxLayout(self)
        row.addLayout(left)
        row.addWidget(self.page, 1)
        open_at(self, 960, 680)
        self.search.textChanged.connect(self._find)
        self.titles.currentTextChanged.connect(self._show)
        self._find("")

    def _find(self, words: str) -> None:
        self.titles.clear()
        self.titles.addItems(matching(words))
        self.titles.setCurrentRow(0)

    def _show(self, title: str) -> None:
        if title:
            self.page.setMarkdown(pages()[title])


def show(window: MainWindow) -> HelpWindow:
    """Open the guide beside the window, or bring the open one to the front."""
    guide = next(iter(window.findChildren(HelpWindow)), None) or HelpWindow(window)
    guide.show()
    guide.raise_()
    guide.activateWindow()
    return guide
