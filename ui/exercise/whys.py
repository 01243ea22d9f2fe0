"""The tree of causes: why it happened, why that, until a gap in the system is reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.exercising import CAUSE_CATEGORIES, Why
from ui import words
from ui.language import tr

_DEEPEST = 9
_TEXT, _CATEGORY = 0, 1


class WhyTree(QWidget):
    """Causes as a tree that is typed into; each has a category.

    Signals:
        edited(object): the causes as a tuple of `Why`, in the order of the tree.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._whys: tuple[Why, ...] = ()
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Causes"))
        self.tree.setHeaderLabels([tr("Because"), tr("Category")])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        self.tree.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.tree.itemChanged.connect(self._keep)
        self.said = QLabel(tr("Name what the system allowed, never who did it."), wordWrap=True)
        self.said.setProperty("muted", "true")
        row = QHBoxLayout()
        for text, tip, action in (
            (tr("Add a cause"), tr("Adds an answer to: why did it happen?"), self.add_cause),
            (tr("And why that?"), tr("Adds an answer below the chosen one"), self.ask_why),
            (tr("Remove"), tr("Removes the chosen answer and those below it"), self.remove),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(action)
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        column.addWidget(self.said)

    def show_whys(self, whys: Sequence[Why]) -> None:
        """Show other causes; the same ones stay as they are, with what is being typed."""
        if tuple(whys) == self._whys:
            return
        self._whys = tuple(whys)
        self.tree.blockSignals(True)
        self.tree.clear()
        above: list[QTreeWidgetItem] = []
        for why in whys:
            depth = min(why.level - 1, len(above))
            parent = above[depth - 1] if depth else None
            above[depth:] = [self._made(parent, why.text, why.category)]
        self.tree.expandAll()
        self.tree.blockSignals(False)

    def add_cause(self) -> None:
        """Add an answer at the top, and let it be typed."""
        self._type_into(self._made(None, "", ""))

    def ask_why(self) -> None:
        """Add an answer below the chosen one, and let it be typed."""
        above = self.tree.currentItem()
        if above is None:
            self.add_cause()
        elif _depth(above) < _DEEPEST:
            self._type_into(self._made(above, "", ""))

    def remove(self) -> None:
        """Remove the chosen answer and what lies below it."""
        item = self.tree.currentItem()
        if item is not None:
            (item.parent() or self.tree.invisibleRootItem()).removeChild(item)
            self._keep()

    def _made(self, parent: QTreeWidgetItem | None, text: str, category: str) -> QTreeWidgetItem:
        blocked = self.tree.blockSignals(True)
        item = QTreeWidgetItem(parent or self.tree.invisibleRootItem(), [text, ""])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setToolTip(_TEXT, text)
        box = QComboBox()
        box.setAccessibleName(tr("Category of the cause"))
        box.addItem("–", "")
        for name in CAUSE_CATEGORIES:
            box.addItem(words.choice(name), name)
        box.setCurrentIndex(max(0, box.findData(category)))
        box.currentIndexChanged.connect(lambda _: self._keep())
        self.tree.setItemWidget(item, _CATEGORY, box)
        self.tree.blockSignals(blocked)
        return item

    def _type_into(self, item: QTreeWidgetItem) -> None:
        self.tree.expandAll()
        self.tree.setCurrentItem(item)
        self.tree.editItem(item, _TEXT)

    def _keep(self, *_: object) -> None:
        whys = tuple(self._read(self.tree.invisibleRootItem(), 1))
        if whys != self._whys:
            self._whys = whys
            self.edited.emit(whys)

    def _read(self, above: QTreeWidgetItem, level: int) -> Iterator[Why]:
        for place in range(above.childCount()):
            item = above.child(place)
            if item is None:
                continue
            box = self.tree.itemWidget(item, _CATEGORY)
            category = str(box.currentData()) if isinstance(box, QComboBox) else ""
            if item.text(_TEXT) or item.childCount():  # an answer that is not typed yet
                yield Why(text=item.text(_TEXT), level=level, category=category)
            yield from self._read(item, level + 1)


def _depth(item: QTreeWidgetItem) -> int:
    above = item.parent()
    return 1 if above is None else 1 + _depth(above)
