"""Choosing a document, looking at its pages, and printing or writing it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from bcp_planner import documents
from bcp_planner.documents.options import LARGE_PAPERS, PAPERS, Options
from bcp_planner.documents.selection import groups
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import PlannerError
from ui import language, words
from ui.analysis_hub import SEARCH_SECONDS
from ui.dialogs.drafting import Drafting, Preview
from ui.dialogs.preview import Pages, PagesView, put_on_paper
from ui.jobs import Channel, Ticket
from ui.language import shown, tr
from ui.panels.empty import OrEmpty
from ui.plain_text import brief
from ui.sizing import indented, open_at, scaled
from ui.workspace import Workspace

if TYPE_CHECKING:
    from bcp_planner.domain.plan import Plan


class Printing(Channel[documents.Printed]):
    """Writes documents in the background and says when one is done."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(tr("Writing the document"), space.bridge)
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
        orders: documents.Orders,
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
                orders=orders,
                progress=ticket.report,
            )

        self.ask(work)

    def _on_done(self, printed: documents.Printed) -> None:
        messages = self._space.messages
        name, pages = printed.path.name, words.count(printed.pages or 0, "page")
        said = tr("{name}: {pages} written.", name=name, pages=pages)
        messages.notice(said if printed.pages else tr("{name} written.", name=name))
        if self._open:
            messages.open_file(printed.path)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        text = str(error)
        self._space.messages.problem(text if text.endswith(".") else f"{text}.")


_SELECTED = "selected"
"""Stands for the services that are selected in the window."""

_PAUSE_MS = 350
"""Rest after a choice before the pages are made again."""


class PrintDialog(QDialog):
    """Asks which document, about which scenario, on which paper, and shows its pages."""

    def __init__(self, parent: QWidget, space: Workspace, printing: Printing) -> None:
        super().__init__(parent)
        self._space, self._printing = space, printing
        self.setWindowTitle(tr("Print a document"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kind, self.scenario, self.paper = QComboBox(), QComboBox(), QComboBox()
        self.about = QLabel(wordWrap=True)
        self.about.setProperty("muted", "true")
        self.occasion = QComboBox()
        self.services = QComboBox()
        self.password = QLineEdit(placeholderText=tr("none"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.copy_number = QLineEdit(placeholderText=tr("uncontrolled"))
        self.private = QCheckBox(tr("With private phone numbers"))
        self.private.setChecked(True)
        self.open_after = QCheckBox(tr("Open it when it is written"))
        self.open_after.setChecked(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write = self.buttons.addButton(
            tr("Write PDF…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.write.setProperty("primary", "true")
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.word = self.buttons.addButton(tr("Write Word…"), role)
        self.paper_button = self.buttons.addButton(tr("Print…"), role)
        self.view = PagesView(space)
        self.page = indented(QSpinBox(minimum=1, prefix=tr("Page ")))
        self.page.setAccessibleName(tr("Page"))
        self.progress = QProgressBar(maximum=100, textVisible=False)
        self._making: Channel[Preview] = Channel(tr("Preparing the preview"), self)
        self._orders = documents.Orders(space.bridge.plan, seconds=SEARCH_SECONDS)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._fill()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._settle)
        self.scenario.currentIndexChanged.connect(self._settle)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self._connect_preview()
        self._settle()

    def _connect_preview(self) -> None:
        self.word.clicked.connect(lambda: self._on_accepted(word=True))
        self.paper_button.clicked.connect(self._on_paper)
        self._soon.timeout.connect(self.preview)
        for combo in (self.paper, self.occasion, self.services):
            combo.currentIndexChanged.connect(self._on_changed)
        self.private.toggled.connect(self._on_changed)
        self.copy_number.textEdited.connect(self._on_changed)
        self.page.valueChanged.connect(lambda page: self.view.go_to(page - 1))
        self.view.turned.connect(self._on_turned)
        self._space.hub.recovery_ready.connect(self._on_better_order)
        self._making.ready.connect(self._on_made)
        self._making.failed.connect(self._on_not_made)
        self._making.progressed.connect(lambda share: self.progress.setValue(round(share * 100)))
        self._making.busy_changed.connect(self.progress.setVisible)

    def preview(self) -> None:
        """Make the pages of what is chosen, in the background."""
        self._soon.stop()
        if not self.write.isEnabled():
            return
        kind, scenario, options = self._chosen()
        orders = self._orders_for(scenario)
        now = datetime.datetime.now().astimezone()

        drafting = Drafting(kind.id, scenario, options, now)

        def work(ticket: Ticket) -> Preview:
            ticket.better(drafting.first_look(orders.plan, ticket))
            return drafting.whole(orders, ticket)

        if self.view.pages is None:
            self._or_empty.say(tr("Preparing the preview …"))
        self.paper_button.setEnabled(False)
        self._making.ask(work)

    def _on_changed(self) -> None:
        self._soon.start()

    def _on_made(self, preview: Preview) -> None:
        pages = Pages(preview.data)
        self.view.show_pages(pages)
        self._or_empty.say("")
        self.page.setMaximum(max(1, len(pages)))
        total = str(len(pages)) if preview.is_whole else "…"
        self.page.setSuffix(tr(" of {pages}", pages=total))
        self.paper_button.setEnabled(preview.is_whole)

    def _on_not_made(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._or_empty.say(f"{str(error).rstrip('.')}.")
        self.paper_button.setEnabled(False)

    def _on_turned(self, page: int) -> None:
        self.page.blockSignals(True)
        self.page.setValue(page + 1)
        self.page.blockSignals(False)

    def _on_paper(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        pages = self.view.pages
        if pages is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name())
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(pages))
        if dialog.exec():
            put_on_paper(pages, printer)
            self._space.messages.notice(tr("{name} was sent to the printer.", name=self._name()))

    def done(self, result: int) -> None:
        self._soon.stop()
        self._making.cancel()
        self.view.show_pages(None)
        super().done(result)

    def _fill(self) -> None:
        for kind in documents.KINDS.values():
            self.kind.addItem(shown(kind.title), kind.id)
        situation = self._space.situation
        for scenario in self._space.bridge.plan.scenarios.values():
            self.scenario.addItem(brief(scenario.title), scenario)
        if situation.is_what_if and situation.scenario is not None:
            self.scenario.addItem(brief(situation.scenario.title), situation.scenario)
        titles = [self.scenario.itemText(i) for i in range(self.scenario.count())]
        if situation.scenario is not None and situation.scenario.title in titles:
            self.scenario.setCurrentIndex(titles.index(situation.scenario.title))
        self.paper.addItems((*PAPERS, *LARGE_PAPERS))
        for event in self._space.bridge.plan.events.values():
            self.occasion.addItem(brief(event.title), event.id)
        self._fill_services()

    def _fill_services(self) -> None:
        """Offer all services, the selected ones, and those of every unit, team, owner ..."""
        self.services.addItem(tr("All services"), None)
        chosen = len(self._space.selection.services)
        if chosen:
            title = tr("Only the {chosen}", chosen=words.count(chosen, "selected service"))
            self.services.addItem(brief(title), _SELECTED)
        plan = self._space.bridge.plan
        headings = {
            "unit": tr("Department"),
            "team": tr("Team"),
            "owner": tr("Owner"),
            "tag": tr("Tag"),
            "site": tr("Site"),
        }
        for by, heading in headings.items():
            for name in groups(plan, by):
                self.services.addItem(brief(f"{heading}: {name}"), (by, name))
        self.services.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )

    def _lay_out(self) -> None:  # noqa: PLR0915 - one form and one preview
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.addRow(tr("&Document"), self.kind)
        form.addRow("", self.about)
        form.addRow(tr("&Scenario"), self.scenario)
        form.addRow(tr("&Event"), self.occasion)
        form.addRow(tr("Ser&vices"), self.services)
        form.addRow(tr("&Paper"), self.paper)
        form.addRow(tr("&Copy number"), self.copy_number)
        form.addRow(tr("Pass&word"), self.password)
        form.addRow("", self.private)
        form.addRow("", self.open_after)
        if language.code() != "en":
            note = QLabel(tr("The document is written in English."), wordWrap=True)
            note.setProperty("muted", "true")
            form.addRow("", note)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form = form
        left = QWidget()
        left.setLayout(form)
        form.setContentsMargins(0, 0, 10, 0)
        holder = QScrollArea()
        holder.setWidgetResizable(True)
        holder.setFrameShape(QScrollArea.Shape.NoFrame)
        holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder.setWidget(left)
        room = self.screen().availableSize().width()
        holder.setFixedWidth(min(scaled(self, 380), room * 2 // 5))
        holder.viewport().setAutoFillBackground(False)
        left.setAutoFillBackground(False)
        self._or_empty = OrEmpty(self.view)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(holder)
        right = QVBoxLayout()
        right.addLayout(self._turning())
        right.addWidget(self._or_empty, 1)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addLayout(body, 1)
        column.addWidget(self.buttons)
        open_at(self, 1120, 780)

    def _turning(self) -> QHBoxLayout:
        """Return the row for turning pages and zooming."""
        row = QHBoxLayout()
        self.page.setMinimumWidth(scaled(self, 130))
        row.addWidget(self.page)
        for text, tip, factor in (("−", tr("Smaller"), 1 / 1.2), ("+", tr("Larger"), 1.2)):
            button = QPushButton(text)
            button.setFixedWidth(scaled(self, 42))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, factor=factor: self.view.zoom(factor))
            row.addWidget(button)
        row.addStretch(1)
        self.progress.setFixedWidth(140)
        self.progress.setAccessibleName(tr("Preparing the preview"))
        self.progress.hide()
        row.addWidget(self.progress)
        return row

    def _settle(self) -> None:
        kind = documents.KINDS[self.kind.currentData()]
        about = shown(kind.description)
        ready = not kind.needs_scenario or self.scenario.count() > 0
        if not ready:
            about += tr(" It needs a scenario: close this and choose New… beside the scenario.")
        elif kind.needs_event and not self.occasion.count():
            ready = False
            about += tr(" It needs an exercise or incident, and the plan has none.")
        self.about.setText(about)
        about_one = kind.needs_scenario or kind.takes_scenario
        self._form.setRowVisible(self.scenario, about_one)
        self._form.setRowVisible(self.occasion, kind.needs_event)
        self._form.setRowVisible(self.services, kind.takes_services)
        self.scenario.setEnabled(self.scenario.count() > 0)
        self.write.setEnabled(ready)
        self.word.setVisible(kind.word)
        self.word.setEnabled(ready)
        if ready:
            self._soon.start()
        else:
            self._making.cancel()
            self.view.show_pages(None)
            self._or_empty.say(about)
        self.paper_button.setEnabled(ready and self.view.pages is not None)

    def _chosen(self) -> tuple[documents.Kind, Scenario | None, Options]:
        kind = documents.KINDS[self.kind.currentData()]
        about_one = kind.needs_scenario or kind.takes_scenario
        scenario: Scenario | None = self.scenario.currentData() if about_one else None
        plan, selected = self._space.bridge.plan, self._space.selection.services
        wanted = self.services.currentData() if kind.takes_services else None
        some = wanted == _SELECTED
        options = Options(
            paper=self.paper.currentText(),
            copy_number=self.copy_number.text().strip(),
            contacts=self.private.isChecked(),
            services=tuple(key for key in plan.services if key in selected) if some else (),
            groups=(tuple(wanted),) if wanted and not some else (),
            event=str(self.occasion.currentData() or "") if kind.needs_event else "",
        )
        return kind, scenario, options

    def _name(self) -> str:
        kind, scenario, _ = self._chosen()
        title = words.plan_title(self._space.bridge.plan)
        return " - ".join([title, kind.title, *([scenario.title] if scenario else [])])

    def _on_accepted(self, *, word: bool = False) -> None:
        kind, scenario, options = self._chosen()
        ending, what = (".docx", tr("Word")) if word else (".pdf", "PDF")
        proposal = self._space.settings.folder / f"{_safe(self._name())}{ending}"
        target = self._space.messages.ask_where_to_save(
            tr("Write {what}", what=what), proposal, f"{what} (*{ending})"
        )
        if target is None:
            return
        if target.suffix.lower() != ending:
            target = target.with_name(f"{target.name}{ending}")
        if not word:
            options = replace(options, password=self.password.text())
        self._printing.write(
            kind.id,
            target,
            scenario,
            options,
            self._orders_for(scenario),
            open_after=self.open_after.isChecked(),
        )
        self.accept()

    def _orders_for(self, scenario: Scenario | None) -> documents.Orders:
        """Return the recovery orders of the plan: what was worked out once is kept.

        The order on screen is printed when it belongs to the scenario, so that both agree; while
        a better one is looked for, the best so far.
        """
        plan, hub = self._space.bridge.plan, self._space.hub
        if self._orders.plan is not plan:
            self._orders = documents.Orders(plan, seconds=SEARCH_SECONDS)
        same = scenario is not None and scenario == self._space.situation.scenario
        if scenario is not None and same and hub.recovery is not None:
            self._orders.know(scenario, hub.recovery)
        return self._orders

    def _on_better_order(self) -> None:
        """Show the better order, when the window has found one for what is shown."""
        _, scenario, _ = self._chosen()
        better = self._space.hub.recovery
        if scenario is None or scenario != self._space.situation.scenario or better is None:
            return
        if not self._orders.knows(scenario) or self._orders.of(scenario, _go_on) != better:
            self._soon.start()


def _go_on(share: float) -> None:
    """Take a share of progress and do nothing."""


def _safe(name: str) -> str:
    kept = "".join(c if c.isalnum() or c in " -_.()" else "-" for c in name).strip(" .")
    return kept[:110] or tr("Document")
