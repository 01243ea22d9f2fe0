"""The line at the lower edge: what is selected and shown, what is being computed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton

from ui import icons, words
from ui.jobs import Channel
from ui.language import shown, tr
from ui.stillness import show_unknown
from ui.workspace import Workspace

_BEFORE_SHOWN_MS = 250
"""Work that is done sooner is not worth a progress bar."""


class StatusLine(QStatusBar):
    """Counts on the left, running work with a stop button on the right."""

    def __init__(self, space: Workspace, channels: Iterable[Channel[Any]]) -> None:
        super().__init__()
        self._space = space
        self._channels = list(channels)
        self._counts, self._doing = QLabel(), QLabel()
        self._progress = QProgressBar(maximum=100, textVisible=False)
        self._progress.setFixedWidth(110)
        self._progress.setAccessibleName(tr("Progress"))
        self._stop = QToolButton()
        self._stop.setToolTip(tr("Stop this computation"))
        self._stop.setAccessibleName(tr("Stop this computation"))
        self._stop.setIconSize(QSize(12, 12))
        self._stop.clicked.connect(self._on_stop)
        self._shown, self._hidden_links = len(space.bridge.plan.services), 0
        self.setSizeGripEnabled(False)
        self.addWidget(self._counts, 1)
        for widget in (self._doing, self._progress, self._stop):
            self.addPermanentWidget(widget)
        self._soon = QTimer(self, singleShot=True, interval=_BEFORE_SHOWN_MS)
        self._soon.timeout.connect(self._show_work)
        for channel in self._channels:
            channel.busy_changed.connect(self._on_busy)
            channel.progressed.connect(self._on_progress)
        space.themes.changed.connect(self._recolour)
        for signal in (space.selection.changed, space.bridge.changed, space.bridge.replaced):
            signal.connect(self.count)
        self._recolour()
        self._show_work()
        self.count()

    def set_shown(self, shown: int, total: int, hidden_links: int) -> None:
        """Tell how much of the plan the canvas shows."""
        self._shown, self._hidden_links = shown, hidden_links
        self.count()

    def count(self) -> None:
        """Write what is selected, shown and there."""
        plan, selection = self._space.bridge.plan, self._space.selection
        total = len(plan.services)
        parts = [words.count(total, "service"), words.count(len(plan.requirements), "requirement")]
        if self._shown < total:
            links = words.count(self._hidden_links, "requirement")
            hidden = tr(", {links} hidden", links=links) if self._hidden_links else ""
            parts.insert(
                0,
                tr(
                    "showing {shown:,} of {total:,}{hidden}",
                    shown=self._shown,
                    total=total,
                    hidden=hidden,
                ),
            )
        if chosen := len(selection.services) + len(selection.requirements):
            parts.insert(0, tr("{chosen:,} selected", chosen=chosen))
        self._counts.setText("   ·   ".join(parts))

    def _on_busy(self) -> None:
        if self._running():
            if not self._soon.isActive() and not self._progress.isVisible():
                self._soon.start()
        else:
            self._soon.stop()
        if self._progress.isVisible():
            self._show_work()

    def _on_progress(self, fraction: float) -> None:
        self._progress.setRange(0, 100)
        self._progress.setValue(round(fraction * 100))

    def _show_work(self) -> None:
        running = self._running()
        self._doing.setText(f"{shown(running[0].label)} …" if running else "")
        show_unknown(self._progress)
        for widget in (self._doing, self._progress, self._stop):
            widget.setVisible(bool(running))

    def _running(self) -> list[Channel[Any]]:
        return [channel for channel in self._channels if channel.busy]

    def _on_stop(self) -> None:
        for channel in self._running():
            channel.cancel()

    def _recolour(self) -> None:
        self._stop.setIcon(icons.icon("close", self._space.theme))
