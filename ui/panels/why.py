"""Why: for the current service and one figure, the answer, the chain behind it and the terms."""

from __future__ import annotations

from html import escape
from urllib.parse import quote, unquote

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from ui import why, words
from ui.language import mark, shown, tr
from ui.panels.empty import OrEmpty
from ui.workspace import Workspace

_NOTHING = mark("Select a service to see why its figures are what they are.")
_NO_FIGURE = mark("There is no such figure for this service now.")
_NO_SCENARIO = mark("There is no such figure without a scenario; choose one above.")
_CHAIN = mark("How it comes to that")
_WITH_CHAIN = frozenset({"state", "down_at", "degraded_at", "at_risk_at", "start", "outage"})


class WhyPanel(QWidget):
    """Answers why for the current service, with the chain of causes and time added by each step.

    Signals:
        jumped(tuple): a service named in the answer was chosen.
    """

    jumped = Signal(tuple)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.setMinimumWidth(260)
        self.figure = QComboBox()
        self.figure.setAccessibleName(tr("Figure to explain"))
        for name, label in why.FIGURES.items():
            self.figure.addItem(shown(label), name)
        self.figure.insertSeparator(self.figure.count())
        for name, label in why.WHOLE.items():
            self.figure.addItem(shown(label), name)
        self.figure.currentIndexChanged.connect(self.refresh)
        self.answer = QTextBrowser()
        self.answer.setOpenLinks(False)
        self.answer.setStyleSheet("QTextBrowser { border: none; }")
        self.answer.setAccessibleName(tr("Why this figure has its value"))
        self.answer.anchorClicked.connect(self._on_link)
        self._or_empty = OrEmpty(self.answer)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        hub = space.hub
        for signal in (
            space.selection.changed,
            space.bridge.settled,
            space.situation.scenario_changed,
            space.themes.changed,
            hub.impact_ready,
            hub.recovery_ready,
            hub.objectives_ready,
            hub.blast_ready,
            hub.room_ready,
        ):
            signal.connect(self._on_changed)
        self.refresh()

    def ask(self, figure: str) -> None:
        """Explain a figure, named as in `why.FIGURES` or as a column of the table."""
        place = self.figure.findData(why.figure_of(figure))
        if place >= 0:
            self.figure.setCurrentIndex(place)
        self.refresh()

    def refresh(self) -> None:
        """Answer for what is selected now."""
        figure = str(self.figure.currentData())
        service = self._space.selection.current
        if figure in why.WHOLE:
            service, found = None, why.whole(self._space, figure)
        elif service is None or service not in self._space.bridge.plan.services:
            self._or_empty.say(_NOTHING)
            return
        else:
            found = why.explanation(self._space, service, figure)
        if found is None:
            scenario = self._space.situation.scenario
            self._or_empty.say(_NO_SCENARIO if scenario is None else _NO_FIGURE)
            return
        parts = [f"<p><b>{escape(shown(found.sentence))}</b></p>"]
        if service and figure in _WITH_CHAIN:
            parts.append(self._chain(service))
        parts.append(self._terms(found.terms))
        about = tr("This is {formula}.", formula=escape(shown(found.formula)))
        parts.append(f"<p style='color:{self._muted}'>{about}</p>")
        self.answer.setHtml("".join(parts))
        self._or_empty.say("")

    # ------------------------------------------------------------------------------- inside

    @property
    def _muted(self) -> str:
        return self._space.theme.muted.name()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 10, 4)
        row.setSpacing(8)
        label = QLabel(tr("&Why is this the"))
        label.setProperty("muted", "true")
        label.setBuddy(self.figure)
        row.addWidget(label)
        row.addWidget(self.figure, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._or_empty, 1)
        self.answer.document().setDocumentMargin(12)
        self.setFocusProxy(self.figure)

    def _chain(self, service: str) -> str:
        steps = why.chain(self._space, service)
        if not steps:
            return ""
        plan = self._space.bridge.plan
        rows = "".join(
            "<tr>"
            f"<td><a style='color:{self._space.theme.accent.name()}' "
            f"href='service:{quote(step.service, safe='')}'>"
            f"{escape(words.title(plan, step.service))}</a>&nbsp;&nbsp;</td>"
            f"<td align='right'>{_added(number, step)}&nbsp;&nbsp;</td>"
            f"<td align='right'>{words.moment(step.at)}</td></tr>"
            for number, step in enumerate(steps)
        )
        head = f"<p style='color:{self._muted}'>{shown(_CHAIN)}</p>"
        return f"{head}<table cellpadding='2'>{rows}</table>"

    def _terms(self, terms: tuple[tuple[str, str], ...]) -> str:
        if not terms:
            return ""
        pairs = [(escape(shown(name)), escape(why.value_said(value))) for name, value in terms]
        rows = "".join(
            f"<tr><td>{name}&nbsp;&nbsp;</td><td align='right'>{value}</td></tr>"
            for name, value in pairs
        )
        head = f"<p style='color:{self._muted}'>{tr('What went into it')}</p>"
        return f"{head}<table cellpadding='2'>{rows}</table>"

    def _on_changed(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _on_link(self, url: QUrl) -> None:
        encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        service = unquote(encoded)
        if service in self._space.bridge.plan.services:
            self._space.selection.set([service])
            self.jumped.emit((service,))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()


def _added(number: int, step: why.ChainStep) -> str:
    if not number:
        return tr("fails")
    return f"+ {words.duration(step.added)}" if step.added else tr("at once")
