"""A plan being worked on: the present value, its file, and the way back and forth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.domain.change import Change, diff
from bcp_planner.domain.codec import shown
from bcp_planner.domain.collection import uncollected
from bcp_planner.domain.errors import EditRefused, FileProblem
from bcp_planner.domain.plan import EMPTY, Plan
from bcp_planner.domain.recording import is_record
from bcp_planner.joining import Joined, joined
from bcp_planner.soundness import refuse_unsound, refuse_what_records_need
from bcp_planner.steps import Direction, Step, Steps
from bcp_planner.storage.backups import Backups
from bcp_planner.storage.history import HistoryEntry
from bcp_planner.storage.lock import current_user
from bcp_planner.storage.plan_file import PlanFile
from bcp_planner.storage.sealed_file import SealedPlanFile, open_file
from bcp_planner.storage.versions import Version
from bcp_planner.storage.writing import load_library

if TYPE_CHECKING:
    import logging

Listener: TypeAlias = Callable[[Change, Plan, Plan], None]
"""Called with a change, the plan before it and the plan after it."""


class PlanSession:
    """A plan open for work. Every edit is in its file before it is seen.

    There is one present plan value; an edit gives a new one. The difference goes to the file in
    one transaction with its history row; only then does the value change and are listeners told.

    Attributes:
        backup_problem: Why the backup before the first edit was not made, as a sentence, or None.
    """

    def __init__(
        self, file: PlanFile, plan: Plan, who: str | None = None, backups: Backups | None = None
    ) -> None:
        """Use ``open`` or ``create``.

        Args:
            file: The open file.
            plan: What is in it.
            who: Who works here.
            backups: Where the file is backed up before its first edit; None for not at all.
        """
        self._file = file
        self._plan = plan
        self._who = who or current_user()
        self._steps = Steps()
        self._listeners: list[Listener] = []
        self._telling = False
        self._backups = backups
        self.backup_problem: str | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        edit: bool = True,
        passphrase: str | None = None,
        who: str | None = None,
        backups: Backups | None = None,
    ) -> PlanSession:
        """Open a plan file.

        Args:
            path: The file.
            edit: False to read only, which takes the file from nobody.
            passphrase: What the file was encrypted with; None for one that is not.
            who: Who works here, for the history; ``user@host`` when not given.
            backups: Where and how many backups are kept; by default 20 in the user's data folder.

        Raises:
            FileProblem: if it is no plan file or cannot be read; ``DamagedFile`` (of
                ``storage.problems``) if a repaired copy may be made of it, ``WrongPassphrase``
                (of ``storage.sealed``) if another passphrase may open it.
        """
        file = open_file(path, edit=edit, passphrase=passphrase)
        try:
            return cls(file, file.load(), who, backups or Backups())
        except BaseException:
            file.close()
            raise

    @classmethod
    def create(cls, path: Path, plan: Plan = EMPTY, *, who: str | None = None) -> PlanSession:
        """Create a plan file with a plan in it and open it.

        Raises:
            FileProblem: if a file of that name exists or it cannot be written.
            EditRefused: if the plan contradicts itself.
        """
        with uncollected():
            refuse_unsound(diff(EMPTY, plan), plan)
            file = PlanFile.create(path, plan)
        try:
            return cls(file, plan, who)
        except BaseException:
            file.close()
            raise

    @property
    def plan(self) -> Plan:
        """The present plan."""
        return self._plan

    @property
    def path(self) -> Path:
        """The file, with links followed."""
        return self._file.path

    @property
    def read_only(self) -> str | None:
        """Why the plan cannot be changed, as a sentence, or None when it can."""
        return self._file.read_only

    @property
    def sealed(self) -> SealedPlanFile | None:
        """The encrypted file, to encrypt it anew or with another passphrase; None for another."""
        return self._file if isinstance(self._file, SealedPlanFile) else None

    @property
    def is_taken_away(self) -> bool:
        """Whether the file was removed, moved or replaced by somebody since it was opened."""
        return self._file.is_taken_away

    # ------------------------------------------------------------------------------- editing

    def edit(
        self, label: str, new: Plan, *, merge: str | None = None, kind: str = "edit"
    ) -> Change:
        """Make a plan the present one, durably.

        Args:
            label: What was done, in words, for undo and the history.
            new: The plan to have.
            merge: Edits that follow each other with the same key become one step of undo and one
                history entry, for example ``"rto:mail"`` while a value is being stepped.
            kind: ``edit`` or ``import``.

        Returns:
            What changed; empty when nothing did, and then nothing was written.

        Raises:
            EditRefused: if the new plan contradicts itself; nothing has changed.
            FileProblem: if it cannot be written; nothing has changed.
        """
        self._refuse_inside_a_listener()
        before = self._plan
        change = diff(before, new)
        if not change:
            return change
        refuse_unsound(change, new)
        self._back_up_once()
        last = self._steps.joined_by(merge)
        if last is not None:
            self._join(last, change, new, label)
        else:
            self._file.write(change, new, label=label, who=self._who, kind=kind)
            self._steps.add(label, before, new, merge)
        self._adopt(change, new)
        return change

    def record(self, label: str, new: Plan) -> Change:
        """Make a plan the present one that differs by what was recorded in logs, durably.

        What was recorded is no step of undo: undo and redo go on to the edits around it, and it
        stays. An event with records stays with them.

        Raises:
            EditRefused: if the new plan contradicts itself; nothing has changed.
            FileProblem: if it cannot be written; nothing has changed.
            ValueError: if anything else differs.
        """
        self._refuse_inside_a_listener()
        before = self._plan
        change = diff(before, new)
        if not change:
            return change
        if not is_record(before, new):
            raise ValueError("only entries of a log are recorded")
        refuse_unsound(change, new)
        self._back_up_once()
        self._file.write(change, new, label=label, who=self._who, kind="record")
        added = new.log.keys() - before.log.keys()
        self._steps.record({new.log[key].event for key in added} | change.touched("events"))
        self._adopt(change, new)
        return change

    def _join(self, last: Step, change: Change, new: Plan, label: str) -> None:
        whole = diff(last.before, new)
        self._file.amend(change, whole, new, label=label, who=self._who)
        self._steps.join(label, new, anything=bool(whole))

    def _back_up_once(self) -> None:
        if self._backups is None or self.read_only is not None:
            return
        backups, self._backups = self._backups, None
        try:
            self._file.back_up(backups)
        except FileProblem as problem:
            # An edit is worth more than its backup; the window tells of it.
            self.backup_problem = f"No backup was made: {problem}"
            _log().warning("no backup was made: %s", type(problem.__cause__ or problem).__name__)

    def undo(self) -> Change | None:
        """Go back one step; None when there is none.

        Raises:
            FileProblem: if it cannot be written; nothing has changed.
        """
        return self._go("undo")

    def redo(self) -> Change | None:
        """Take back one undo; None when there is none.

        Raises:
            FileProblem: if it cannot be written; nothing has changed.
        """
        return self._go("redo")

    def _go(self, direction: Direction) -> Change | None:
        self._refuse_inside_a_listener()
        way = self._steps.way(direction, self._plan)
        if way is None:
            return None
        change = diff(self._plan, way.target)
        label = way.step.label
        if self._steps.has_records:
            refuse_what_records_need(change, way.target, label)
        self._back_up_once()
        self._file.write(change, way.target, label=label, who=self._who, kind=direction)
        self._steps.go(direction, way)
        self._adopt(change, way.target)
        return change

    def _adopt(self, change: Change, new: Plan) -> None:
        before, self._plan = self._plan, new
        self._telling = True
        try:
            for listener in tuple(self._listeners):
                _tell(listener, change, before, new)
        finally:
            self._telling = False

    def _refuse_inside_a_listener(self) -> None:
        # Later listeners would be told of the second change before the first.
        if self._telling:
            raise RuntimeError("a listener must not edit; let it finish first")

    @property
    def notes(self) -> Sequence[str]:
        """What could not be understood of a file of a newer version, a sentence each."""
        return self._file.notes

    @staticmethod
    def prepare_to_write() -> None:
        """Load the library that writing needs, from any thread, so that the first edit is quick."""
        load_library()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return self._steps.way("undo", self._plan) is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is an undo to take back."""
        return self._steps.way("redo", self._plan) is not None

    @property
    def undo_label(self) -> str:
        """What the next undo takes back, in words; empty when there is nothing."""
        return self._label("undo")

    @property
    def redo_label(self) -> str:
        """What the next redo does again, in words; empty when there is nothing."""
        return self._label("redo")

    def _label(self, direction: Direction) -> str:
        way = self._steps.way(direction, self._plan)
        return way.step.label if way else ""

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have a function called after every committed change; return what ends that.

        A listener that raises is logged and the others are still told.
        """
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    # ------------------------------------------------------------------- history and versions

    def history(self, limit: int | None = None) -> Sequence[HistoryEntry]:
        """Return who changed what and when, newest first, also of earlier sessions."""
        return self._file.history(limit)

    def plan_at(self, entry_id: int) -> Plan:
        """Return the plan as it was right after a history entry; 0 is before the first."""
        return self._file.plan_at(entry_id)

    def versions(self) -> Sequence[Version]:
        """Return the named versions, oldest first."""
        return self._file.versions()

    def name_version(self, name: str) -> None:
        """Keep the present plan under a name.

        Raises:
            EditRefused: if the name is empty or taken.
            FileProblem: if it cannot be written.
        """
        name = " ".join(name.split())
        if not name:
            raise EditRefused("A version needs a name; type one")
        if any(version.name == name for version in self.versions()):
            raise EditRefused(f"There is a version {shown(name)} already; choose another name")
        self._file.name_version(name, self._plan, self._who)
        self._steps.end_joining()

    def version(self, name: str) -> Plan:
        """Return the plan that was kept under a name.

        Raises:
            FileProblem: if there is no such version.
        """
        return self._file.version(name)

    # ---------------------------------------------------------------------- copies and the end

    def save_copy(self, path: Path) -> None:
        """Write a copy with the whole history, replacing what is there in one step.

        When the file was taken away under the open window the copy is still complete; when
        another program wrote into it, the copy holds the plan as it is here, without history.
        The copy of an encrypted plan is encrypted with the same passphrase.

        Raises:
            FileProblem: if it cannot be written, or is a file open for editing.
        """
        self._file.copy_to(path, self._plan)
        self._steps.end_joining()

    def save_encrypted(self, path: Path, passphrase: str) -> None:
        """Write a copy that opens with a passphrase only, with the whole history.

        Raises:
            FileProblem: if it cannot be written, or is a file open for editing.
        """
        self._file.encrypt_to(path, passphrase)
        self._steps.end_joining()

    def joined_with(self, path: Path, passphrase: str | None = None) -> Joined:
        """Return the plan joined with a copy that went its own way; nothing is changed yet.

        Take the result over with ``edit``, as one step of undo. Arguments as of ``joined``.
        """
        return joined(self._file, self._plan, path, passphrase)

    def close(self) -> None:
        """Close the file and let others edit it; a second call does nothing."""
        self._listeners.clear()
        self._file.close()

    def __enter__(self) -> PlanSession:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _tell(listener: Listener, change: Change, before: Plan, after: Plan) -> None:
    try:
        listener(change, before, after)
    except Exception:
        _log().exception("a listener failed after an edit")


def _log() -> logging.Logger:
    import logging  # needed in emergencies only, and slow to import

    return logging.getLogger(__name__)
