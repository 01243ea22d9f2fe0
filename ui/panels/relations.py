"""What a service needs and who needs it, with a way to connect it by keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.plan import Plan
from ui import words
from ui.forms.editors import quiet_combo
from ui.language import mark, tr
from ui.models.choices import ChoicesModel
from ui.plain_text import plain
from ui.workspace import Workspace

_MOST = 40


class Relations(QWidget):
    """Two lists of requirements; an entry selects the requirement."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._service: Service | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 4, 4)
        self._column.setSpacing(1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(1)
        self._column.addLayout(self._rows)
        self.adder = quiet_combo()
        self._choices = ChoicesModel(lambda: space.bridge.plan, "services", self.adder)
        self.adder.setModel(self._choices)
        self.adder.setEditable(True)
        self.adder.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.adder.setAccessibleName(tr("Add something that this service needs"))
        line, completer = QLineEdit(), QCompleter(self.adder.model(), self.adder)
        line.setPlaceholderText(tr("It also needs …"))
        self.adder.setLineEdit(line)
        self.adder.setCompleter(completer)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.adder.activated.connect(self._on_added)
        self._column.addWidget(self.adder)

    def show_service(self, service: Service | None) -> None:
        """Show the requirements around one service; None hides the lists."""
        self._service = service
        self.setVisible(service is not None)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if service is None:
            return
        plan = self._space.bridge.plan
        every = plan.requirements.values()
        self._list(tr("Needs"), (r for r in every if r.dependant == service.id), plan, down=True)
        self._list(
            tr("Needed by"), (r for r in every if service.id in r.providers), plan, down=False
        )
        self._offer(plan, service)

    def _list(
        self, title: str, requirements: Iterable[Requirement], plan: Plan, *, down: bool
    ) -> None:
        found = list(requirements)
        head = QLabel(f"{title}  {len(found)}" if found else tr("{title}: nothing", title=title))
        head.setFont(self._space.theme.font(bold=True))
        head.setContentsMargins(0, 6, 0, 2)
        self._rows.addWidget(head)
        for requirement in found[:_MOST]:
            text = need_words(plan, requirement) if down else needed_by_words(plan, requirement)
            button = QPushButton(text)
            button.setProperty("link", "true")
            said = tr("{text}\nA click shows and edits this requirement", text=text)
            button.setToolTip(plain(said))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(
                lambda _, key=requirement.id: self._space.selection.set((), [key])
            )
            self._rows.addWidget(button)
        if len(found) > _MOST:
            self._rows.addWidget(QLabel(tr("and {value} more", value=len(found) - _MOST)))

    def _offer(self, plan: Plan, service: Service) -> None:
        self._choices.offer([key for key in plan.services if key != service.id])
        self.adder.setCurrentIndex(-1)
        self.adder.setEnabled(not self._space.bridge.read_only)

    def _on_added(self) -> None:
        service, provider = self._service, self.adder.currentData()
        if service is None or provider is None:
            return
        named = words.title(self._space.bridge.plan, provider)
        self._space.bridge.try_edit(
            mark("Connect {title} to {named}", title=service.title, named=named),
            lambda plan: edits.connect(plan, service.id, [provider]),
        )


def need_words(plan: Plan, requirement: Requirement) -> str:
    """Return what a requirement asks for: `2 of 3: A, B, C · soft · carries on 5 min`."""
    names = words.titles(plan, requirement.providers)
    some = (
        tr(
            "{needed} of {providers}: ",
            needed=requirement.needed,
            providers=len(requirement.providers),
        )
        if requirement.is_redundant
        else ""
    )
    return f"{some}{names}{_manner(requirement)}"


def needed_by_words(plan: Plan, requirement: Requirement) -> str:
    """Return who needs it and how."""
    spare = tr(" · one of several") if requirement.is_redundant else ""
    return f"{words.title(plan, requirement.dependant)}{spare}{_manner(requirement)}"


def _manner(requirement: Requirement) -> str:
    soft = tr(" · soft") if requirement.strength == "soft" else ""
    carries_on = (
        tr(" · carries on {tolerance}", tolerance=words.duration(requirement.tolerance))
        if requirement.tolerance
        else ""
    )
    return f"{soft}{carries_on}"
