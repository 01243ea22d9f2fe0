"""Paper and files of the event on the board: documents, the events list, a timeline."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from bcp_planner import documents
from bcp_planner.domain import codec
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.exercising import Event
from ui import words
from ui.dialogs.print import Printing
from ui.language import mark, shown, tr
from ui.workspace import Workspace

_LISTS = mark("Events lists (*.xlsx *.csv)")
_TIMELINES = mark("Timelines (*.csv *.xlsx *.ods *.txt *.md *.log)")
_PREVIEW = 5


class EventFiles:
    """What is written about an event, and read into it."""

    def __init__(
        self, space: Workspace, printing: Printing, event: Callable[[], Event | None]
    ) -> None:
        self._space, self._printing, self._event = space, printing, event

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of all that can be printed, written and read."""
        menu = QMenu(parent)
        for kind in documents.KINDS.values():
            if kind.needs_event:
                title = f"{shown(kind.title)}…"
                menu.addAction(title, lambda kind=kind: self.print_document(kind.id))
        menu.addSeparator()
        menu.addAction(tr("Write the events list…"), self.write_list)
        menu.addAction(tr("Read an events list…"), self.read_list)
        menu.addAction(tr("Read a timeline into the log…"), self.read_timeline)
        return menu

    def print_document(self, kind: str) -> None:
        """Ask where, and write a document about the event."""
        event = self._event()
        if event is None:
            return
        title = documents.KINDS[kind].title
        proposal = self._space.settings.folder / f"{event.id}-{kind}.pdf"
        target = self._space.messages.ask_where_to_save(shown(title), proposal, "PDF (*.pdf)")
        if target is not None:
            options = documents.Options(event=event.id)
            orders = documents.Orders(self._space.bridge.plan)
            self._printing.write(kind, target, None, options, orders, open_after=True)

    def write_list(self) -> None:
        """Ask where, and write the events list."""
        from bcp_planner.interchange import msel

        event = self._event()
        if event is None:
            return
        proposal = self._space.settings.folder / f"{event.id}.xlsx"
        target = self._space.messages.ask_where_to_save(
            tr("Write the events list"), proposal, shown(_LISTS)
        )
        if target is None:
            return
        try:
            msel.write(self._space.bridge.plan, event.id, target)
        except PlannerError as problem:
            self._space.messages.problem(f"{shown(str(problem))}.")
            return
        self._space.messages.notice(tr("{name} written.", name=target.name))

    def read_list(self) -> None:
        """Ask for a file, and take its events list over."""
        from bcp_planner.interchange import msel

        event = self._event()
        if event is None:
            return
        source = self._ask_for(tr("Read an events list"), _LISTS)
        if source is None:
            return
        try:
            found = msel.read(self._space.bridge.plan, event.id, source)
        except PlannerError as problem:
            self._space.messages.problem(f"{shown(str(problem))}.")
            return
        label = mark("Read events list {name}", name=codec.shown(source.name))
        if self._space.bridge.edit(label, found.plan):
            said = tr(
                "{changed} changed, {added} added, {kept} left alone.",
                changed=words.count(len(found.changed), "inject"),
                added=len(found.added),
                kept=len(found.kept),
            )
            self._space.messages.notice(said)

    def read_timeline(self) -> None:
        """Ask for a timeline, show how it was understood, and add it to the log."""
        from bcp_planner.exercises import chronicle as entering
        from bcp_planner.interchange import chronicle

        event = self._event()
        if event is None:
            return
        source = self._ask_for(tr("Read a timeline into the log"), _TIMELINES)
        if source is None:
            return
        try:
            lines = chronicle.read(self._space.bridge.plan, event.id, source)
        except PlannerError as problem:
            self._space.messages.problem(f"{shown(str(problem))}.")
            return
        first = "\n".join(
            f"{words.moment(one.at)}  {one.fields.get('text', '')}" for one in lines[:_PREVIEW]
        )
        question = tr(
            "{count} for the log, which undo does not take back. It begins:\n\n{first}",
            count=words.count(len(lines), "entry", "entries"),
            first=first,
        )
        if self._space.messages.confirm(question, tr("Add to the log")):
            now = datetime.datetime.now().astimezone()
            self._space.bridge.record(
                mark("Enter timeline {name}", name=codec.shown(source.name)),
                lambda plan: entering.add(plan, event.id, lines, now=now),
            )

    def _ask_for(self, title: str, kinds: str) -> Path | None:
        folder = self._space.settings.folder
        return self._space.messages.ask_for_file(title, folder, shown(kinds))
