"""The list that opens where a line was dropped on empty ground: a new service, or one of many."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from ui.language import tr
from ui.sizing import scaled
from ui.theme import Theme

_ROWS = 7


class QuickAdd(QFrame):
    """A field with matching services below. Enter takes the first row, which is a new service."""

    def __init__(self, canvas: QAbstractScrollArea) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self.title = QLabel(self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Name of a new service, or find one"))
        self.field.setAccessibleName(tr("Name of a new service, or find one"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Services to connect"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # else a click gives the canvas the keys
        self.setFocusProxy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for widget in (self.title, self.field, self.list):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self._offers: Sequence[tuple[str, str]] = ()
        self._chosen: Callable[[str | None, str], None] | None = None
        self._closed: Callable[[], None] | None = None
        self.hide()

    def begin(
        self,
        title: str,
        at: QPoint,
        offers: Sequence[tuple[str, str]],
        chosen: Callable[[str | None, str], None],
        closed: Callable[[], None],
    ) -> None:
        """Open at a pixel.

        Args:
            title: What will happen, for example "Web shop needs ...".
            at: Where.
            offers: Id and title of services that can be chosen.
            chosen: Called with the id of a service (None for a new one) and the typed name.
            closed: Called when nothing was chosen.
        """
        self._offers, self._chosen, self._closed = offers, chosen, closed
        self.title.setText(title)
        self.field.clear()
        self.setFixedWidth(scaled(self, 280))
        self._fill("")
        area = self._canvas.viewport().rect()
        self.move(
            max(4, min(at.x() - 40, area.width() - self.width() - 4)),
            max(4, min(at.y() - 8, area.height() - self.height() - 4)),
        )
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"QuickAdd {{ background: {theme.surface.name()}; border: 1px solid"
            f" {theme.border_strong.name()}; border-radius: 8px; }}"
            f" QLabel {{ color: {theme.muted.name()}; background: transparent; }}"
            f" QLineEdit, QListWidget {{ background: {theme.surface.name()};"
            f" color: {theme.text.name()}; }}"
        )

    def _fill(self, text: str) -> None:
        self.list.clear()
        name = " ".join(text.split())
        row = QListWidgetItem(tr("New service “{name}”", name=name) if name else tr("New service"))
        self.list.addItem(row)
        words = name.casefold().split()
        found = [(k, t) for k, t in self._offers if all(word in t.casefold() for word in words)]
        for key, title in found[:60]:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        same = [
            n for n, (_, t) in enumerate(found[:60]) if name and t.casefold() == name.casefold()
        ]
        self.list.setCurrentRow(same[0] + 1 if same else 0)
        rows = min(_ROWS, self.list.count())
        self.list.setFixedHeight(rows * max(22, self.list.sizeHintForRow(0)) + 8)
        self.adjustSize()

    def _take(self, row: QListWidgetItem | None) -> None:
        chosen = self._chosen
        if row is None or chosen is None:
            return
        key, name = row.data(Qt.ItemDataRole.UserRole), self.field.text()
        self._end()
        chosen(key, name)

    def abandon(self) -> None:
        """Close without choosing."""
        closed = self._closed
        if self._chosen is not None:
            self._end()
            if closed is not None:
                closed()

    def _end(self) -> None:
        self._chosen = self._closed = None
        self.hide()
        self._canvas.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.abandon()
        if watched is self.field and isinstance(event, QKeyEvent):
            down = event.type() == QEvent.Type.KeyPress
            return down and self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.abandon()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % max(1, self.list.count()))
        else:
            return False
        return True
