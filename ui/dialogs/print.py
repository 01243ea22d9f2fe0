"""Choosing a document and writing it as PDF."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from bcp_planner import documents
from bcp_planner.documents.options import PAPERS, Options
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import PlannerError
from ui import words
from ui.jobs import Channel, Ticket
from ui.workspace import Workspace

if TYPE_CHECKING:
    from bcp_planner.analysis.results import Recovery
    from bcp_planner.domain.plan import Plan


class Printing(Channel[documents.Printed]):
    """Writes documents in the background and says when one is done."""

    def __init__(self, space: Workspace) -> None:
        super().__init__("Writing the document", space.bridge)
        self._space = space
        self._open = False
        self.ready.connect(self._on_done)
        self.failed.connect(self._on_failed)

    def write(
        self,
        kind: str,
        target: Path,
        scenario: Scenario | None,
        options: Options,
        recovery: Recovery | None,
        *,
        open_after: bool,
    ) -> None:
        """Write one document of the plan as it is now."""
        plan: Plan = self._space.bridge.plan
        now = datetime.datetime.now().astimezone()
        self._open = open_after

        def work(ticket: Ticket) -> documents.Printed:
            return documents.render(
                kind,
                plan,
                target,
                scenario=scenario,
                options=options,
                now=now,
                recovery=recovery,
                progress=ticket.report,
            )

        self.ask(work)

    def _on_done(self, printed: documents.Printed) -> None:
        messages = self._space.messages
        messages.notice(f"{printed.path.name}: {words.count(printed.pages, 'page')} written.")
        if self._open:
            messages.open_file(printed.path)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        text = str(error)
        self._space.messages.problem(text if text.endswith(".") else f"{text}.")


class PrintDialog(QDialog):
    """Asks which document, about which scenario, on which paper."""

    def __init__(self, parent: QWidget, space: Workspace, printing: Printing) -> None:
        super().__init__(parent)
        self._space, self._printing = space, printing
        self.setWindowTitle("Print a document")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kind, self.scenario, self.paper = QComboBox(), QComboBox(), QComboBox()
        self.about = QLabel(wordWrap=True)
        self.about.setProperty("muted", "true")
        self.copy_number = QLineEdit(placeholderText="uncontrolled")
        self.private = QCheckBox("With private phone numbers")
        self.private.setChecked(True)
        self.open_after = QCheckBox("Open it when it is written")
        self.open_after.setChecked(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write = self.buttons.addButton("Write PDF…", QDialogButtonBox.ButtonRole.AcceptRole)
        self.write.setProperty("primary", "true")
        self._fill()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._settle)
        self.scenario.currentIndexChanged.connect(self._settle)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self._settle()

    def _fill(self) -> None:
        for kind in documents.KINDS.values():
            self.kind.addItem(kind.title, kind.id)
        situation = self._space.situation
        for scenario in self._space.bridge.plan.scenarios.values():
            self.scenario.addItem(scenario.title, scenario)
        if situation.is_what_if and situation.scenario is not None:
            self.scenario.addItem(situation.scenario.title, situation.scenario)
        titles = [self.scenario.itemText(i) for i in range(self.scenario.count())]
        if situation.scenario is not None and situation.scenario.title in titles:
            self.scenario.setCurrentIndex(titles.index(situation.scenario.title))
        self.paper.addItems(PAPERS)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.addRow("&Document", self.kind)
        form.addRow("", self.about)
        form.addRow("&Scenario", self.scenario)
        form.addRow("&Paper", self.paper)
        form.addRow("&Copy number", self.copy_number)
        form.addRow("", self.private)
        form.addRow("", self.open_after)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.setMinimumWidth(460)

    def _settle(self) -> None:
        kind = documents.KINDS[self.kind.currentData()]
        about = kind.description
        ready = not kind.needs_scenario or self.scenario.count() > 0
        if not ready:
            about += " It needs a scenario: close this and choose New… beside the scenario."
        self.about.setText(about)
        self.scenario.setEnabled(kind.needs_scenario and self.scenario.count() > 0)
        self.write.setEnabled(ready)

    def _on_accepted(self) -> None:
        kind = documents.KINDS[self.kind.currentData()]
        scenario = self.scenario.currentData() if kind.needs_scenario else None
        title = words.plan_title(self._space.bridge.plan)
        name = " - ".join([title, kind.title, *([scenario.title] if scenario else [])])
        proposal = self._space.settings.folder / f"{_safe(name)}.pdf"
        target = self._space.messages.ask_where_to_save("Write PDF", proposal, "PDF (*.pdf)")
        if target is None:
            return
        if target.suffix.lower() != ".pdf":
            target = target.with_name(f"{target.name}.pdf")
        options = Options(
            paper=self.paper.currentText(),
            copy_number=self.copy_number.text().strip(),
            contacts=self.private.isChecked(),
        )
        self._printing.write(
            kind.id,
            target,
            scenario,
            options,
            self._recovery_of(scenario),
            open_after=self.open_after.isChecked(),
        )
        self.accept()

    def _recovery_of(self, scenario: Scenario | None) -> Recovery | None:
        """Return the order on screen when it belongs to this scenario, so that both agree."""
        hub = self._space.hub
        same = scenario is not None and scenario == self._space.situation.scenario
        return hub.recovery if same and not hub.busy else None


def _safe(name: str) -> str:
    kept = "".join(c if c.isalnum() or c in " -_.()" else "-" for c in name).strip(" .")
    return kept[:110] or "Document"
