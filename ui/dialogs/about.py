"""What this program is, under which terms, and what it stands on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

import bcp_planner
import resources
from ui import icons
from ui.language import mark, tr
from ui.models.rows import RowColumn, RowsModel
from ui.panels.lists import dress
from ui.sizing import open_at
from ui.theme import Theme

_ICON = 56


class Library(NamedTuple):
    """A library that the program brings along."""

    name: str
    version: str
    licence: str


class AboutDialog(QDialog):
    """Name, version and licence of the program, and a list of the libraries in it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About this program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QLabel()
        picture.setPixmap(icons.app_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        name = QLabel(tr("Business Continuity Planner"))
        name.setFont(theme.font(5, bold=True))
        version = QLabel(tr("Version {version}", version=bcp_planner.__version__))
        version.setProperty("muted", "true")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(version)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        what = QLabel(
            tr("What depends on what, what goes down with it, and in which order it comes back."),
            wordWrap=True,
        )
        terms = QLabel(
            tr(
                "Free under the MIT licence. It works on this computer only: nothing of a plan is "
                "sent anywhere. It stands on these libraries:"
            ),
            wordWrap=True,
        )
        model: RowsModel[Library] = RowsModel(
            (
                RowColumn(mark("Library"), lambda row: row.name),
                RowColumn(mark("Version"), lambda row: row.version),
                RowColumn(mark("Licence"), lambda row: row.licence),
            ),
            self,
        )
        self.libraries = QTableView()
        dress(self.libraries, model, tr("Libraries"), (150, 90))
        model.show(shipped())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(12)
        column.addLayout(head)
        for widget in (what, terms):
            column.addWidget(widget)
        column.addWidget(self.libraries, 1)
        column.addWidget(buttons)
        open_at(self, 560, 520)


def shipped() -> Sequence[Library]:
    """Return the libraries that are brought along, by name."""
    listed = json.loads(resources.path("licences.json").read_text(encoding="utf-8"))
    return [Library(one["name"], one["version"], one["licence"]) for one in listed]
