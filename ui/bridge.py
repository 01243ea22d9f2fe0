"""The plan as the window sees it: the open session with Qt signals around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bcp_planner.domain.change import Change
from bcp_planner.domain.errors import EditRefused, PlannerError
from bcp_planner.domain.plan import EMPTY, Plan
from ui.language import tr
from ui.messages import Messages
from ui.patience import patiently

if TYPE_CHECKING:
    from bcp_planner.session import PlanSession
    from bcp_planner.storage.history import HistoryEntry

Begin = Callable[[], "PlanSession"]


class PlanBridge(QObject):
    """Wraps the open `PlanSession`; every view reads the plan here and edits it here.

    A plan that nobody has touched yet has no file: `begin` makes one at the first edit.

    Signals:
        changed(Change): the plan is another value; what differs.
        leaving(): the plan that is open is about to be closed.
        replaced(): another plan is open, read everything again.
        settled(): comes after `changed` and `replaced`, when every view has taken the plan over.
        history_changed(): what can be undone or redone is different.
    """

    changed = Signal(object)
    leaving = Signal()
    replaced = Signal()
    settled = Signal()
    history_changed = Signal()

    def __init__(
        self,
        session: PlanSession | None = None,
        messages: Messages | None = None,
        begin: Begin | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.messages = messages or Messages()
        self._begin = begin
        self._session: PlanSession | None = None
        self._unfiled = EMPTY
        self._unsubscribe: Callable[[], object] | None = None
        if session is not None:
            self._attach(session)

    # ------------------------------------------------------------------------- what is open

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._session.plan if self._session else self._unfiled

    @property
    def path(self) -> Path | None:
        """The plan's file; None while nothing has been typed into a new plan."""
        return self._session.path if self._session else None

    @property
    def read_only(self) -> bool:
        """Whether edits are refused because the file cannot be written."""
        return bool(self._session and self._session.read_only)

    @property
    def read_only_reason(self) -> str:
        """One sentence that says why it cannot be edited and what to do; empty when it can."""
        reason = self._session.read_only if self._session else None
        return f"{reason}." if reason else ""

    @property
    def session(self) -> PlanSession | None:
        """The open session, for what only the window does: copies and history."""
        return self._session

    def show(self, session: PlanSession | None, begin: Begin | None = None) -> None:
        """Close what is open and show another plan, or a new empty one."""
        self.leaving.emit()
        self.close()
        self._begin, self._unfiled = begin, EMPTY
        if session is not None:
            self._attach(session)
        self.replaced.emit()
        self.settled.emit()
        self.history_changed.emit()

    def close(self) -> None:
        """Close the plan's file; every edit is already in it."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self._session is not None:
            self._unfiled = self._session.plan  # still on screen
            self._make_whole(self._session)
            self._session.close()
            self._session = None

    # ------------------------------------------------------------------------------ editing

    def edit(self, label: str, new: Plan, merge: str | None = None, *, kind: str = "edit") -> bool:
        """Make this value the plan, as one undoable step that is on disk when this returns.

        Args:
            label: What was done, for the undo menu: "Rename Web shop".
            new: The plan after the edit.
            merge: Steps in a row with the same key become one.
            kind: `edit` or `import`, for the history.

        Returns:
            Whether the plan is now `new`; when not, the person has been told why.
        """
        if new is self.plan or new == self.plan:
            return True
        if self.read_only:
            self.messages.notice(self.read_only_reason)
            return False
        return self._guarded(lambda: self._writable().edit(label, new, merge=merge, kind=kind))

    def try_edit(
        self, label: str, change: Callable[[Plan], Plan], merge: str | None = None
    ) -> bool:
        """Like `edit` with a function that makes the new plan and may refuse (`EditRefused`)."""
        try:
            new = change(self.plan)
        except EditRefused as refused:
            self.messages.notice(_sentence(refused))
            return False
        return self.edit(label, new, merge)

    def record(self, label: str, change: Callable[[Plan], Plan]) -> bool:
        """Add to the log of an exercise or incident; undo steps over it, and it stays.

        Args:
            label: What was done, for the history.
            change: Makes the new plan; it may refuse (`EditRefused`) and may only add entries.

        Returns:
            Whether it is in the log; when not, the person has been told why.
        """
        if self.read_only:
            self.messages.notice(self.read_only_reason)
            return False
        return self._guarded(lambda: self._writable().record(label, change(self.plan)))

    def undo(self) -> None:
        """Take back the last step, if any."""
        if self._session is not None and self.can_undo:
            self._guarded(self._session.undo)

    def redo(self) -> None:
        """Do again what was undone last, if anything."""
        if self._session is not None and self.can_redo:
            self._guarded(self._session.redo)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._session and self._session.can_undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._session and self._session.can_redo)

    @property
    def undo_label(self) -> str:
        """What `undo` would take back; empty when nothing."""
        return (self._session.undo_label or "") if self._session else ""

    @property
    def redo_label(self) -> str:
        """What `redo` would do again; empty when nothing."""
        return (self._session.redo_label or "") if self._session else ""

    def history(self, limit: int | None = None) -> Sequence[HistoryEntry]:
        """Return who changed what and when, newest first."""
        return self._session.history(limit) if self._session else ()

    # ------------------------------------------------------------------------------ inside

    def _make_whole(self, session: PlanSession) -> None:
        """Put what was edited into an encrypted file itself, beside the window."""
        file = session.sealed
        if file is not None and file.has_edits_beside and not session.read_only:
            said = tr("Encrypting {name}…", name=session.path.name)
            with suppress(PlannerError):  # it stays beside the file, encrypted
                patiently(self.messages.window, said, file.seal, stoppable=False)

    def _writable(self) -> PlanSession:
        if self._session is not None:
            return self._session
        if self._begin is None:
            raise EditRefused(tr("No plan is open; open one or start a new one"))
        return self._attach(self._begin())

    def _attach(self, session: PlanSession) -> PlanSession:
        self._session = session
        self._unsubscribe = session.subscribe(self._on_change)
        return session

    def _on_change(self, change: Change, old: Plan, new: Plan) -> None:
        self.changed.emit(change)
        self.settled.emit()
        self.history_changed.emit()

    def _guarded(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except EditRefused as refused:
            self.messages.notice(_sentence(refused))
            return False
        except PlannerError as problem:
            self.messages.problem(_sentence(problem))
            return False
        return True


def _sentence(problem: Exception) -> str:
    text = str(problem)
    return text if text.endswith((".", "!", "?")) else f"{text}."
