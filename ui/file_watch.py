"""Looks after the file of the open plan: what happened to it is said in one sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.language import mark, shown, tr
from ui.panels.notices import Banner
from ui.workspace import Workspace

TAKEN_AWAY = mark(
    "“{name}” was removed, moved or replaced since it was opened here. Nothing is lost: the plan "
    "is whole in this window. Save a copy to keep it."
)


class FileWatch(QObject):
    """Shows why a plan cannot be edited, and looks at its file whenever the window is entered."""

    def __init__(
        self, window: QWidget, space: Workspace, banner: Banner, save_copy: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._space, self._banner, self._save_copy = space, banner, save_copy
        self._told = ""
        self._away = False
        window.installEventFilter(self)
        space.bridge.replaced.connect(self._on_replaced)
        space.bridge.history_changed.connect(self._tell_of_backup)

    def look(self) -> None:
        """Look at the file now: whether it is gone, or there again, as a network drive may be."""
        session = self._space.bridge.session
        if session is not None and session.is_taken_away:
            self._say(shown(TAKEN_AWAY).format(name=session.path.name))
            self._away = True
        elif self._away:
            self._say(self._space.bridge.read_only_reason)
            self._away = False

    def _on_replaced(self) -> None:
        bridge, session = self._space.bridge, self._space.bridge.session
        self._say(bridge.read_only_reason)
        sealed = session.sealed if session is not None else None
        if sealed is not None and sealed.recovered:
            self._space.messages.tell(f"{sealed.recovered}.")

    def _tell_of_backup(self) -> None:
        session = self._space.bridge.session
        said = (session.backup_problem or "") if session is not None else ""
        if said and said != self._told:
            self._space.messages.notice(f"{said.rstrip('.')}.")
        self._told = said

    def _say(self, text: str) -> None:
        self._banner.say(shown(text), tr("Save a copy…"), self._save_copy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return False
