"""Editing inside the cells of tables: choices as lists, the rest as text."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bcp_planner.domain.fields import FieldOf, Kind
from ui import words
from ui.bridge import PlanBridge
from ui.forms.text import name_in
from ui.language import shown, tr
from ui.models.roles import FIELD_ROLE

Index = QModelIndex | QPersistentModelIndex
_LISTED = (Kind.CHOICE, Kind.REFERENCE, Kind.FLAG)


class CellDelegate(QStyledItemDelegate):
    """Offers what a field allows; the model parses whatever was typed or chosen."""

    def __init__(self, bridge: PlanBridge, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = index.data(FIELD_ROLE)
        if isinstance(field, FieldOf) and field.about.kind in _LISTED:
            return self._list(parent, field)
        editor = QLineEdit(parent)
        editor.setFrame(False)
        if isinstance(field, FieldOf):
            editor.setAccessibleName(shown(field.about.label))
            if field.about.target:
                editor.setCompleter(QCompleter(self._names(field), editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(text)))
            editor.showPopup()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text = editor.currentText() if isinstance(editor, QComboBox) else ""
        if isinstance(editor, QLineEdit):
            text = editor.text()
        if text != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, text)

    def _list(self, parent: QWidget, field: FieldOf) -> QComboBox:
        box = QComboBox(parent)
        box.setAccessibleName(shown(field.about.label))
        if field.about.kind is Kind.CHOICE:
            box.addItems([words.choice(option) for option in field.about.choices])
        elif field.about.kind is Kind.FLAG:
            box.addItems([tr("no"), tr("yes")])
        else:
            box.addItems([""] if field.optional else [])
            box.addItems(self._names(field))
        box.activated.connect(lambda: (self.commitData.emit(box), self.closeEditor.emit(box)))
        return box

    def _names(self, field: FieldOf) -> list[str]:
        plan, target = self._bridge.plan, field.about.target
        return [name_in(plan, target, key) for key in plan.table(target)]
