"""List entries of two lines: what it is, and below it, quieter, what to do or why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.groups import SECOND_ROLE
from ui.plain_text import brief
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_ICON, _GAP, _PAD = 16, 8, 5


class TwoLines(QStyledItemDelegate):
    """Paints entries that have a second line; headings are painted bold on one."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space.bridge)
        self._space = space

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 2 if index.data(SECOND_ROLE) else 1
        height = QFontMetrics(option.font).height()
        return QSize(200, lines * height + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._space.theme
        painter.save()
        self._paint_ground(painter, option, index)
        box = option.rect.adjusted(6, _PAD, -8, -_PAD)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(box.left(), box.top() + 1, _ICON, _ICON))
            box.setLeft(box.left() + _ICON + _GAP)
        second = index.data(SECOND_ROLE)
        font = QFont(option.font)
        font.setBold(not index.parent().isValid())
        line = QFontMetrics(font).height()
        painter.setPen(theme.text)
        _draw(painter, font, QRect(box.left(), box.top(), box.width(), line), str(index.data()))
        if second:
            painter.setPen(theme.muted)
            below = QRect(box.left(), box.top() + line, box.width(), line)
            _draw(painter, QFont(option.font), below, str(second))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._space.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.accent_soft)
        elif option.state & QStyle.StateFlag.State_MouseOver and index.parent().isValid():
            painter.fillRect(option.rect, theme.raised)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.accent)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


def _draw(painter: QPainter, font: QFont, box: QRect, text: str) -> None:
    painter.setFont(font)
    elided = QFontMetrics(font).elidedText(brief(text), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), elided)
