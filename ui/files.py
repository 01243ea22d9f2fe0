"""Opening, starting, copying and importing plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal

import resources
from bcp_planner.domain import edits
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import Cancelled, PlannerError
from bcp_planner.domain.plan import Plan
from bcp_planner.storage import key_work
from ui import file_kinds, words
from ui.jobs import Channel, Ticket
from ui.language import mark, shown, tr
from ui.patience import patiently
from ui.plan_paths import SEALED, SUFFIX, file_name, free, is_draft
from ui.settings import data_folder
from ui.workspace import Workspace

if TYPE_CHECKING:
    from bcp_planner.interchange.importing import Preview
    from bcp_planner.interchange.sources import Source
    from bcp_planner.session import PlanSession
    from bcp_planner.storage.sealed_file import SealedPlanFile
    from ui.main_window import MainWindow

_LEAVING = mark(
    "“{name}” was removed, moved or replaced since it was opened here, so the plan "
    "is only in this window. Without a copy it is lost."
)

_GRAPHS = (".graphml", ".dot", ".gv", ".mmd", ".mermaid")
"""Files that hold a graph, and of it what is looked at."""


class Files(QObject):
    """The file commands of one window.

    Signals:
        recent_changed(): another file is on top of the recent ones.
    """

    recent_changed = Signal()

    def __init__(self, space: Workspace) -> None:
        super().__init__(space.bridge)
        self._space = space
        self._reading: Channel[tuple[Sequence[Source], Preview]] = Channel(
            tr("Reading the file"), self
        )
        self._writing: Channel[Path] = Channel(tr("Writing the file"), self)
        self._writing.ready.connect(
            lambda path: space.messages.notice(tr("Written: {name}.", name=path.name))
        )
        self._writing.failed.connect(self._on_failed)
        self._sealing: Channel[bool] = Channel(tr("Encrypting"), self)
        self._sealing.ready.connect(self._on_sealed)
        self._sealing.failed.connect(self._on_failed)
        space.bridge.leaving.connect(self._sealing.cancel)
        space.bridge.settled.connect(self._seal_many_edits)
        self._preparing: Channel[None] = Channel(tr("Getting ready"), self)
        self._source = ""
        self._asks_first = False
        self._reading.ready.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)

    @property
    def channels(self) -> tuple[Channel[Any], ...]:
        """What may be running, for the status bar."""
        return (self._reading, self._sealing)

    def get_ready(self) -> None:
        """Load what the first edit needs, while nobody waits for it."""
        self._preparing.ask(_prepare)

    def _is_open(self, path: Path) -> bool:
        session = self._space.bridge.session
        if session is None or session.read_only or session.is_taken_away:
            return False
        return session.path == path.resolve()

    def may_leave(self) -> bool:
        """Ask before the only whole plan is given up; True when nothing would be lost."""
        session = self._space.bridge.session
        if session is None or not session.is_taken_away:
            return True
        question = shown(_LEAVING).format(name=session.path.name)
        return self._space.messages.confirm(question, tr("Leave without a copy"))

    def start_new(self) -> None:
        """Show an empty plan; its file is made in the drafts folder at the first edit."""
        if not self.may_leave():
            return
        self._space.bridge.show(None, begin=_begin_draft)

    def choose_and_open(self) -> None:
        """Ask for a plan and open it."""
        found = self._space.messages.ask_for_file(
            tr("Open a plan"), self._folder(), file_kinds.opened()
        )
        if found is not None:
            self.open(found)

    def open(self, path: Path) -> None:
        """Open a plan file, or read a plan from an exchange file into a new draft."""
        if self._is_open(path):
            self._space.messages.notice(tr("{name} is open already.", name=path.name))
            return
        if not self.may_leave():
            return
        self._remember_folder(path)
        window = self._space.messages.window
        if path.suffix.lower() == SEALED and window is not None:
            from ui import protection

            protection.open_encrypted(cast("MainWindow", window), path, self.show_session)
        elif path.suffix.lower() == SUFFIX:
            self._guarded(lambda: self._open_plan(path))
        else:
            self._import_as_draft(path)

    def import_beside(self, path: Path) -> None:
        """Offer to import another program's file into a new plan next to it."""
        if not path.is_file():
            self._on_failed(PlannerError(tr("There is no file {name} there", name=path.name)))
            return
        target = free(path.with_suffix(SUFFIX))
        question = tr(
            "“{name}” is not a plan file: import it into a new plan, “{plan}”, next to it?",
            name=path.name,
            plan=target.name,
        )
        if self._space.messages.confirm(question, tr("Import")):
            self._remember_folder(path)
            self._space.bridge.show(None, begin=lambda: self._begun_at(target))
            self.add_from(path, asks_first=False)

    def _begun_at(self, target: Path) -> PlanSession:
        from bcp_planner.session import PlanSession

        session = PlanSession.create(target)
        self._space.settings.add_recent(target)
        return session

    def open_sample(self, name: str) -> None:
        """Open a copy of a shipped sample, which may be changed and kept."""
        if not self.may_leave():
            return
        folder = data_folder("samples")
        target = free(folder / f"{name}{SUFFIX}")
        self._guarded(lambda: self._create_from_sample(name, target))

    def choose_and_import(self) -> None:
        """Ask for another program's file and add it to the open plan."""
        found = self._space.messages.ask_for_files(
            tr("Import"), self._folder(), file_kinds.imported()
        )
        if found:
            self._remember_folder(found[0])
            self.add_from(*found)

    def choose_folder_and_import(self) -> None:
        """Ask for a folder of other programs' files and add them to the open plan."""
        found = self._space.messages.ask_for_folder(tr("Import a folder"), self._folder())
        if found is not None:
            self._remember_folder(found)
            self.add_from(found)

    def add_from(self, *paths: Path, asks_first: bool = True) -> None:
        """Add what other programs' files hold to the open plan, as one step.

        Args:
            paths: The files, or folders of them; they may refer to each other.
            asks_first: Whether to show what will happen and ask; it is always shown for files
                of other programs.
        """
        plan, terms = self._space.bridge.plan, self._space.settings.import_terms
        self._source, self._asks_first = ", ".join(path.name for path in paths)[:60], asks_first
        self._reading.ask(lambda ticket: _read_into(plan, paths, terms, ticket))

    def save(self) -> None:
        """Give a draft a place of its own; any other plan is saved with every edit."""
        path = self._space.bridge.path
        if path is None or is_draft(path) or self._space.bridge.read_only:
            self.save_copy()
        else:
            self._guarded(self._make_whole)

    def _make_whole(self) -> None:
        """Put what was edited into an encrypted file itself, so that it may be copied."""
        session = self._space.bridge.session
        if session is None:
            return
        if session.sealed is not None and session.sealed.has_edits_beside:
            self._seal(session.sealed, asked=True)
        else:
            self._say_saved()

    def _seal(self, file: SealedPlanFile, *, asked: bool) -> None:
        self._sealing.ask(lambda ticket: _sealed(file, asked, ticket))

    def _on_sealed(self, asked: bool) -> None:
        if asked:
            self._say_saved()

    def _say_saved(self) -> None:
        path = self._space.bridge.path
        if path is not None:
            self._space.messages.notice(
                tr("Every edit is already saved in {name}.", name=path.name)
            )

    def _seal_many_edits(self) -> None:
        """Put what was edited into the encrypted file itself before it becomes too much."""
        session = self._space.bridge.session
        file = session.sealed if session is not None else None
        if file is not None and file.has_many_edits_beside and not self._sealing.busy:
            self._seal(file, asked=False)

    def choose_and_export(self, view: frozenset[str] | None = None) -> None:
        """Ask for a file and write the plan to it in the format that its ending tells.

        Args:
            view: The services that the canvas shows; a graph holds only these. None for all.
        """
        bridge = self._space.bridge
        proposal = self._folder() / f"{file_name(words.plan_title(bridge.plan))}.xlsx"
        target = self._space.messages.ask_where_to_save(
            tr("Export"), proposal, file_kinds.exported()
        )
        if target is None:
            return
        self._remember_folder(target)
        plan, scenario = bridge.plan, self._space.situation.scenario
        if scenario is None and _is_recovery(target):
            if len(plan.scenarios) != 1:
                text = tr("A recovery order is of a scenario: choose one above the drawing first.")
                self._space.messages.problem(text)
                return
            scenario = next(iter(plan.scenarios.values()))
        if view is not None and target.name.lower().endswith(_GRAPHS):
            plan = edits.remove(plan, "services", plan.services.keys() - view)
        self._writing.ask(lambda _: _write_as(plan, target, scenario))

    def choose_and_write_template(self) -> None:
        """Ask for a file and write the workbook to fill in and import."""
        proposal = self._folder() / "template.xlsx"
        kinds = tr("Workbook to fill in (*template.xlsx)")
        target = self._space.messages.ask_where_to_save(tr("Workbook to fill in"), proposal, kinds)
        if target is None:
            return
        self._remember_folder(target)
        self._writing.ask(lambda _: _write_as(Plan(), target, None, "template"))

    def save_copy(self) -> None:
        """Ask where, and write a copy; a draft goes on in the copy."""
        bridge, messages = self._space.bridge, self._space.messages
        sealed = bridge.session is not None and bridge.session.sealed is not None
        suffix, kinds = (
            (SUFFIX + SEALED, file_kinds.SEALED) if sealed else (SUFFIX, file_kinds.PLANS)
        )
        proposal = self._folder() / f"{file_name(words.plan_title(bridge.plan))}{suffix}"
        target = messages.ask_where_to_save(tr("Save a copy"), proposal, shown(kinds))
        if target is not None and not target.name.lower().endswith(suffix):
            target = messages.with_name(target, target.name.removesuffix(SUFFIX) + suffix)
        if target is None:
            return
        self._remember_folder(target)
        self._guarded(lambda: self._write_copy(target))

    # ------------------------------------------------------------------------------- inside

    def _folder(self) -> Path:
        return self._space.settings.folder

    def _remember_folder(self, path: Path) -> None:
        self._space.settings.folder = path.resolve().parent

    def opening(self, path: Path) -> Callable[[str | None], PlanSession]:
        """Return a function that opens a plan file with its passphrase, from any thread.

        It raises a `PlannerError` if the file cannot be opened.
        """
        from bcp_planner.session import PlanSession
        from bcp_planner.storage.backups import Backups

        settings = self._space.settings
        backups = Backups(keep=settings.backups_kept, days=settings.backup_days)
        return lambda words: PlanSession.open(path, passphrase=words, backups=backups)

    def _open_plan(self, path: Path, passphrase: str | None = None) -> None:
        from bcp_planner.storage.problems import DamagedFile

        if not path.exists():
            raise PlannerError(
                tr("There is no {name} in {folder}", name=path.name, folder=path.parent)
            )
        try:
            self.show_session(self._opened(path, passphrase))
        except DamagedFile as damage:
            window = self._space.messages.window
            if window is None:
                raise
            from ui import protection

            protection.offer_repair(cast("MainWindow", window), path, str(damage))

    def _opened(self, path: Path, passphrase: str | None) -> PlanSession:
        opening = self.opening(path)
        if passphrase is None:
            return opening(None)
        return patiently(
            self._space.messages.window, tr("Decrypting…"), lambda: opening(passphrase)
        )

    def _create_from_sample(self, name: str, target: Path) -> None:
        from bcp_planner.interchange.plan_json import read_plan
        from bcp_planner.session import PlanSession

        plan = read_plan(resources.path(f"samples/{name}.json"))
        self.show_session(PlanSession.create(target, plan))

    def _import_as_draft(self, path: Path) -> None:
        self.start_new()
        self.add_from(path, asks_first=False)

    def _write_copy(self, target: Path) -> None:
        bridge = self._space.bridge
        was_draft = bridge.path is None or is_draft(bridge.path)
        session = bridge.session or _begin_draft()
        if session.sealed is None:
            session.save_copy(target)
        else:
            window = self._space.messages.window
            patiently(window, tr("Encrypting…"), lambda: session.save_copy(target))
        if was_draft or bridge.read_only or session.is_taken_away:
            old = bridge.path
            self._open_plan(target, session.sealed.passphrase if session.sealed else None)
            if old is not None and is_draft(old):
                old.unlink(missing_ok=True)
        else:
            self._space.settings.add_recent(target)
            self.recent_changed.emit()
        self._space.messages.notice(tr("Saved as {name}.", name=target.name))

    def show_session(self, session: PlanSession) -> None:
        """Show a plan that was opened, and close the one that was shown."""
        self._space.bridge.show(session)
        if session.path is not None and not is_draft(session.path):
            self._space.settings.add_recent(session.path)
        self.recent_changed.emit()

    def _guarded(self, action: Callable[[], None]) -> None:
        try:
            action()
        except PlannerError as problem:
            self._on_failed(problem)

    def _on_read(self, read: tuple[Sequence[Source], Preview]) -> None:
        sources, preview = read
        window = self._space.messages.window
        if window is None or (preview.is_own and not self._asks_first):
            self._take(preview)
            return
        from ui.dialogs.import_ import ImportDialog

        dialog = ImportDialog(window, self._space, self._source, sources, preview)
        dialog.accepted.connect(lambda: self._take(dialog.preview))
        dialog.open()

    def _take(self, preview: Preview) -> None:
        if self._space.bridge.edit(
            mark("Import {source}", source=self._source), preview.plan, kind="import"
        ):
            left_out = sum(1 for one in preview.report.skipped if not one.is_note)
            more = (
                tr("; {left_out} left out", left_out=words.count(left_out, "entry", "entries"))
                if left_out
                else ""
            )
            self._space.messages.notice(f"{self._source}: {_holds(preview.plan)}{more}.")

    def _on_failed(self, problem: Exception) -> None:
        if isinstance(problem, Cancelled):
            return
        if not isinstance(problem, PlannerError):
            raise problem
        text = str(problem)
        self._space.messages.problem(text if text.endswith(".") else f"{text}.")


def _holds(plan: Plan) -> str:
    services = words.count(len(plan.services), "service")
    return tr(
        "the plan now has {services} and {requirements}",
        services=services,
        requirements=words.count(len(plan.requirements), "requirement"),
    )


def _begin_draft() -> PlanSession:
    from bcp_planner.session import PlanSession

    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M")
    return PlanSession.create(
        free(data_folder("drafts") / tr("Untitled {stamp}{suffix}", stamp=stamp, suffix=SUFFIX))
    )


def _read_into(
    plan: Plan, paths: Sequence[Path], terms: Mapping[str, str], ticket: Ticket
) -> tuple[Sequence[Source], Preview]:
    from bcp_planner.interchange import importing
    from bcp_planner.interchange.sources import gathered

    sources = gathered(paths)
    ticket.report(0.3)
    return sources, importing.preview(plan, sources, None, terms)


def _write_as(plan: Plan, target: Path, scenario: Scenario | None, name: str | None = None) -> Path:
    from bcp_planner.interchange import formats

    formats.write(plan, target, name, scenario)
    return target


def _is_recovery(target: Path) -> bool:
    from bcp_planner.interchange import formats

    return formats.shows_recovery(target)


def _sealed(file: SealedPlanFile, asked: bool, ticket: Ticket) -> bool:
    """Put what was edited into an encrypted file itself; return whether the person asked for it."""
    ticket.report(0)
    with key_work.beside(lambda: ticket.cancelled):
        file.seal()
    return asked


def _prepare(ticket: Ticket) -> None:
    from bcp_planner.session import PlanSession

    PlanSession.prepare_to_write()
