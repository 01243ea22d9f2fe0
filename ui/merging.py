"""Choosing the copy to merge with, and reading it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from bcp_planner.domain.errors import PlannerError
from ui.jobs import Channel
from ui.language import mark, shown, tr
from ui.workspace import Workspace

if TYPE_CHECKING:
    from bcp_planner.joining import Joined
    from ui.main_window import MainWindow

_PLANS = mark("Continuity plans (*.bcplan *.bcplan.age)")


class Merging(QObject):
    """Reads the copy in the background and shows what joining it would bring."""

    def __init__(self, window: MainWindow, space: Workspace) -> None:
        super().__init__(window)
        self._window, self._space = window, space
        self._name = ""
        self.channel: Channel[Joined] = Channel(tr("Reading the copy"), space.hub)
        self.channel.ready.connect(self._show)
        self.channel.failed.connect(self._on_failed)

    def choose(self) -> None:
        """Ask for a copy of the open plan and join it."""
        messages, folder = self._space.messages, self._space.settings.folder
        path = messages.ask_for_file(tr("Merge with another copy"), folder, shown(_PLANS))
        if path is not None:
            self._space.settings.folder = path.resolve().parent
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a copy and show what joining it brings."""
        from bcp_planner.storage.sealed import is_sealed

        session = self._space.bridge.session
        if session is None:
            self._space.messages.notice(
                tr("There is nothing to merge with yet; open a plan first.")
            )
            return
        self._name = path.name
        if not is_sealed(path):
            self.channel.ask(lambda _: session.joined_with(path))
            return
        from ui.dialogs.passing import passing
        from ui.dialogs.passphrase import PassphraseDialog

        title, use = tr("Merge with {name}", name=path.name), partial(session.joined_with, path)
        with passing(PassphraseDialog(self._window, title, use, new=False)) as asked:
            agreed = asked.exec()
        if agreed:
            self._show(cast("Joined", asked.outcome))

    def _show(self, joined: Joined) -> None:
        from ui.dialogs.merge import MergeDialog

        dialog = MergeDialog(self._window, self._space, self._name, joined)
        done = partial(
            self._space.messages.notice,
            tr("Merged with {name}; undo takes it back.", name=self._name),
        )
        dialog.accepted.connect(done)
        dialog.open()

    def _on_failed(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self._space.messages.problem(f"{shown(str(problem)).rstrip('.')}.")
