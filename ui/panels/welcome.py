"""What an empty plan shows instead of nothing: what to do first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.language import tr
from ui.sizing import scaled
from ui.workspace import Workspace

_WIDTH = 520


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to do first: what its button says, what it leads to, and its picture."""

    text: str
    about: str
    icon: str
    do: Callable[[], object]


class Welcome(QFrame):
    """A card in the middle of the empty canvas."""

    def __init__(self, over: QWidget, space: Workspace, offers: list[Offer]) -> None:
        super().__init__(over)
        self._over, self._space = over, space
        self._pictures: list[tuple[QLabel, str]] = []
        self._extras: list[QLabel] = []
        """What is left out where there is little room."""
        self.setObjectName("welcome")
        self.setAccessibleName(tr("First steps"))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(6)
        title = self._title = QLabel(tr("What does your organisation depend on?"))
        title.setFont(space.theme.font(5, bold=True))
        said = QLabel(
            tr(
                "Draw the services that can be lost and what each of them needs. The plan then "
                "shows what goes down with what, and in which order to bring it back."
            )
        )
        said.setWordWrap(True)
        said.setProperty("muted", "true")
        column.addWidget(title)
        column.addWidget(said)
        column.addSpacing(12)
        column.addLayout(self._grid(offers))
        hint = QLabel(tr("Or double-click the canvas, or drop a plan or a spreadsheet on it."))
        hint.setProperty("muted", "true")
        column.addSpacing(8)
        column.addWidget(hint)
        self._extras.extend((said, hint))
        over.installEventFilter(self)
        space.themes.changed.connect(self._recolour)
        for signal in (space.bridge.changed, space.bridge.replaced):
            signal.connect(self._settle)
        self._recolour()
        self._settle()

    def _grid(self, offers: list[Offer]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, offer in enumerate(offers):
            picture, about = QLabel(), QLabel(offer.about)
            about.setProperty("muted", "true")
            about.setWordWrap(True)
            self._extras.extend((picture, about))
            button = QPushButton(offer.text)
            button.setAccessibleDescription(offer.about)
            button.setMinimumWidth(scaled(self, 170))
            button.clicked.connect(offer.do)
            if row == 0:
                button.setProperty("primary", "true")
            self._pictures.append((picture, offer.icon))
            grid.addWidget(button, row, 0)
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(picture)
            line.addWidget(about, 1)
            grid.addLayout(line, row, 1)
        return grid

    def _settle(self) -> None:
        self.setVisible(not self._space.bridge.plan.services)
        self._place()

    def _place(self) -> None:
        over = self._over
        self.setFixedWidth(min(_WIDTH, max(220, over.width() - 16)))
        for roomy in (True, False):
            for extra in self._extras:
                extra.setVisible(roomy)
            self._title.setWordWrap(True)
            self.adjustSize()
            fits = self.heightForWidth(self.width()) <= over.height() - 12
            if fits and self.width() == _WIDTH:
                break
        self.move(
            max(8, (over.width() - self.width()) // 2), max(8, (over.height() - self.height()) // 2)
        )
        self.raise_()

    def _recolour(self) -> None:
        theme = self._space.theme
        self.setStyleSheet(
            f"#welcome {{ background: {theme.surface.name()};"
            f" border: 1px solid {theme.border.name()}; border-radius: 12px; }}"
        )
        for picture, name in self._pictures:
            picture.setPixmap(
                icons.icon(name, theme).pixmap(QSize(18, 18), self.devicePixelRatioF())
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self.hide()  # a service is being named there
        return False
