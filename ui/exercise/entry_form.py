"""The line at the foot of the board in which entries of the log are written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from bcp_planner.domain.durations import Duration, DurationError
from bcp_planner.exercises import chronicle
from ui import words
from ui.language import shown, tr
from ui.workspace import Workspace

_KINDS = (
    "note",
    "decision",
    "observation",
    "communication",
    "service down",
    "service up",
    "detected",
    "stood down",
    "evidence",
)


class EntryForm(QWidget):
    """Kind, subject, writer and words of the next entry."""

    def __init__(
        self, space: Workspace, write: Callable[..., bool], starts: Callable[[], str]
    ) -> None:
        """Make the line.

        Args:
            space: The window's shared objects.
            write: Writes an entry; takes the fields of `log.entry` by name.
            starts: Returns when the event began, ISO 8601; times of day count from there.
        """
        super().__init__()
        self._space = space
        self._write = write
        self._starts = starts
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
        self.reason = QLineEdit(placeholderText=tr("Reason"))
        self.reason.setAccessibleName(tr("Reason"))
        self.source = QLineEdit(placeholderText=tr("Source: who or what says so, where it is kept"))
        self.source.setAccessibleName(tr("Source"))
        self.moment = QLineEdit(placeholderText=tr("When (empty: now)"))
        self.moment.setAccessibleName(tr("When it was; empty for now"))
        self.moment.setToolTip(tr("T+1:30, 90 min, or the time of day such as 14:05"))
        self.add = QPushButton(tr("&Log it"))
        self.add.setToolTip(tr("Adds the entry to the log (Ctrl+Return)"))
        self.add.clicked.connect(self.log_it)
        for field in self._lines():
            field.returnPressed.connect(self.log_it)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, widget in enumerate((self.kind, self.about, self.by)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.text, 0, 3)
        grid.addWidget(self.add, 0, 4)
        more = QHBoxLayout()
        for field, stretch in ((self.moment, 1), (self.options, 2), (self.reason, 2)):
            more.addWidget(field, stretch)
        more.addWidget(self.source, 3)
        grid.addLayout(more, 1, 0, 1, 5)
        grid.setColumnStretch(3, 1)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return (self.text, self.moment, self.options, self.reason, self.source)

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
        for text, key in offered:
            self.about.addItem(text, key)
        for field in (self.options, self.reason):
            field.setVisible(kind == "decision")

    def log_it(self) -> None:
        """Add what is typed to the log."""
        kind, about = str(self.kind.currentData()), str(self.about.currentData() or "")
        text = self.text.text().strip()
        if not text and not about:
            self._space.messages.notice(tr("Type what happened, or choose what it is about."))
            return
        try:
            at = self._moment()
        except (DurationError, ValueError) as error:
            self._space.messages.notice(f"{shown(str(error))}.")
            return
        is_service = about in self._space.bridge.plan.services
        logged = self._write(
            kind,
            text,
            service=about if is_service else "",
            subject="" if is_service else about,
            options=self.options.text().strip() if kind == "decision" else "",
            reason=self.reason.text().strip() if kind == "decision" else "",
            source=self.source.text().strip(),
            at=at,
        )
        if logged:
            for field in self._lines():
                field.clear()
            self.text.setFocus()

    def _moment(self) -> Duration | None:
        """Return when it was; None for now.

        Raises:
            DurationError: if what is typed is no time.
            ValueError: if it is before the disruption.
        """
        text = self.moment.text().strip()
        return chronicle.moment(text, self._starts()) if text else None
