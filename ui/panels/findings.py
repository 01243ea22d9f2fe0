"""What deserves attention in the plan, worst first; an entry leads to its services."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QTreeView, QVBoxLayout, QWidget

from bcp_planner.analysis.results import Finding, Severity
from ui import icons, why, words
from ui.language import mark, shown, tr, whole
from ui.models.groups import GroupsModel, Heading, Item
from ui.panels.empty import OrEmpty
from ui.panels.two_lines import TwoLines
from ui.workspace import Workspace

_TITLES = {
    Severity.ERROR: mark("Errors"),
    Severity.WARNING: mark("Warnings"),
    Severity.NOTE: mark("Notes"),
}


class FindingsPanel(QWidget):
    """The findings grouped by severity, with a filter.

    Signals:
        jumped(tuple): the services of the finding that was chosen, the most important first.
        counted(int): how many errors there are.
    """

    jumped = Signal(tuple)
    counted = Signal(int)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._shown: dict[str, Finding] = {}
        self.setProperty("panel", "true")
        self.filter = QLineEdit(placeholderText=tr("Filter the findings"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(tr("Filter the findings"))
        self.filter.textChanged.connect(self.refresh)
        self._severities = {severity: self._switch(severity) for severity in Severity}
        self.model = GroupsModel(self)
        self.view = QTreeView()
        self.view.setModel(self.model)
        self.view.setHeaderHidden(True)
        self.view.setItemDelegate(TwoLines(space))
        self.view.setAccessibleName(tr("Findings"))
        self.view.setRootIsDecorated(False)
        self.view.setIndentation(14)
        self.view.setUniformRowHeights(False)
        self.view.activated.connect(self._on_chosen)
        self.view.clicked.connect(self._on_chosen)
        self._or_empty = OrEmpty(self.view)
        self._lay_out()
        self.setFocusProxy(self.view)
        space.hub.findings_ready.connect(self.refresh)
        space.themes.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the newest findings that the filter lets through."""
        wanted = self.filter.text().casefold().split()
        findings = self._space.hub.findings
        self._shown = {
            str(number): finding
            for number, finding in enumerate(findings)
            if self._severities[finding.severity].isChecked() and _holds(finding, wanted)
        }
        self.model.show([heading for severity in Severity if (heading := self._heading(severity))])
        self.view.expandAll()
        for severity, switch in self._severities.items():
            number = sum(finding.severity is severity for finding in findings)
            switch.setText(f"{shown(_TITLES[severity])} {whole(number)}")
            switch.setIcon(icons.severity_icon(severity, self._space.theme))
        self._or_empty.say(self._why_empty())
        self.counted.emit(sum(finding.severity is Severity.ERROR for finding in findings))

    def _heading(self, severity: Severity) -> Heading | None:
        theme = self._space.theme
        items = tuple(
            Item(
                key,
                shown(finding.text),
                shown(finding.suggestion),
                icons.severity_icon(severity, theme),
                f"{shown(finding.text)}\n{shown(finding.suggestion)}",
                partial(why.finding_tip, self._space, finding),
            )
            for key, finding in self._shown.items()
            if finding.severity is severity
        )
        return Heading(severity.value, shown(_TITLES[severity]), items) if items else None

    def _why_empty(self) -> str:
        if self._shown:
            return ""
        if not self._space.bridge.plan.services:
            return tr("Findings about the plan appear here once it has services.")
        if self._space.hub.findings:
            return tr("No finding fits the filter.")
        return tr("Nothing found: no conflicts, no gaps.")

    def _switch(self, severity: Severity) -> QToolButton:
        switch = QToolButton()
        switch.setCheckable(True)
        switch.setChecked(True)
        switch.setIconSize(QSize(14, 14))
        switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        switch.setToolTip(tr("Show or hide: {kind}", kind=shown(_TITLES[severity])))
        switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        switch.toggled.connect(self.refresh)
        return switch

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 4)
        row.setSpacing(6)
        for severity in Severity:
            row.addWidget(self._severities[severity])
        row.addWidget(self.filter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._or_empty, 1)

    def _on_chosen(self, index: QModelIndex) -> None:
        item = self.model.item(index)
        if item is None:
            return
        plan = self._space.bridge.plan
        services = tuple(key for key in self._shown[item.key].services if key in plan.services)
        if services:
            self._space.selection.set(services, current=services[0])
            self.jumped.emit(services)


def _holds(finding: Finding, wanted: list[str]) -> bool:
    said = f"{shown(finding.text)} {shown(finding.suggestion)}" if wanted else ""
    line = f"{said} {finding.code}".casefold()
    return all(word in line for word in wanted)


def summary(findings: tuple[Finding, ...]) -> str:
    """Return the number of errors and warnings in words."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    return f"{words.count(errors, 'error')}, {words.count(warnings, 'warning')}"
