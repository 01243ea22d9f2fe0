"""The line at the foot of the board in which entries of the log are written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QWidget

from ui import words
from ui.language import tr
from ui.workspace import Workspace

_KINDS = (
    "note",
    "decision",
    "observation",
    "communication",
    "role",
    "service down",
    "service up",
    "detected",
    "stood down",
    "evidence",
)


class EntryForm(QWidget):
    """Kind, subject, writer and words of the next entry."""

    def __init__(self, space: Workspace, write: Callable[..., bool]) -> None:
        """Write entries with a function that takes the fields of `log.entry` by name."""
        super().__init__()
        self._space = space
        self._write = write
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind of entry"))
        for kind in _KINDS:
            self.kind.addItem(words.choice(kind), kind)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.about = QComboBox()
        self.about.setAccessibleName(tr("What it is about"))
        self.by = QComboBox(editable=True)
        self.by.setAccessibleName(tr("By"))
        for box in (self.by, self.about):
            box.setMinimumContentsLength(18)
        self.text = QLineEdit(placeholderText=tr("What happened, what was decided, who was told"))
        self.text.setAccessibleName(tr("Text of the entry"))
        self.options = QLineEdit(placeholderText=tr("Options considered"))
        self.options.setAccessibleName(tr("Options considered"))
        self.reason = QLineEdit(placeholderText=tr("Reason, or source"))
        self.reason.setAccessibleName(tr("Reason or source"))
        self.add = QPushButton(tr("&Log it"))
        self.add.setToolTip(tr("Adds the entry to the log (Ctrl+Return)"))
        self.add.clicked.connect(self.log_it)
        for field in (self.text, self.options, self.reason):
            field.returnPressed.connect(self.log_it)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, widget in enumerate((self.kind, self.about, self.by)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.text, 0, 3)
        grid.addWidget(self.add, 0, 4)
        grid.addWidget(self.options, 1, 0, 1, 3)
        grid.addWidget(self.reason, 1, 3, 1, 2)
        grid.setColumnStretch(3, 1)

    def fill(self) -> None:
        """Offer the roles and subjects of the plan as it is now."""
        plan = self._space.bridge.plan
        by = self.by.currentText()
        self.by.clear()
        self.by.addItems([role.name or role.id for role in plan.roles.values()])
        self.by.setEditText(by or self.by.itemText(0))
        self._on_kind()

    def _on_kind(self) -> None:
        """Offer what an entry of the chosen kind can be about."""
        plan, kind = self._space.bridge.plan, str(self.kind.currentData())
        self.about.clear()
        self.about.addItem("–", "")
        offered: list[tuple[str, str]] = []
        if kind in {"service down", "service up", "note", "observation", "evidence"}:
            offered = [(one.title, key) for key, one in plan.services.items()]
        elif kind == "communication":
            offered = [(one.audience, key) for key, one in plan.communications.items()]
        elif kind == "role":
            offered = [(one.name or key, key) for key, one in plan.roles.items()]
        for text, key in offered:
            self.about.addItem(text, key)
        self.options.setVisible(kind == "decision")

    def log_it(self) -> None:
        """Add what is typed to the log."""
        kind, about = str(self.kind.currentData()), str(self.about.currentData() or "")
        text = self.text.text().strip()
        if not text and not about:
            self._space.messages.notice(tr("Type what happened, or choose what it is about."))
            return
        is_service = about in self._space.bridge.plan.services
        logged = self._write(
            kind,
            text,
            service=about if is_service else None,
            subject="" if is_service else about,
            options=self.options.text().strip() if kind == "decision" else "",
            reason=self.reason.text().strip(),
        )
        if logged:
            for field in (self.text, self.options, self.reason):
                field.clear()
            self.text.setFocus()
