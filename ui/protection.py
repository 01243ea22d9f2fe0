"""Encrypted plans, copies without personal data, backups and repairs, as the window offers them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from bcp_planner.domain.errors import Cancelled, FileProblem, PlannerError
from ui import file_kinds
from ui.dialogs.passing import passing
from ui.dialogs.passphrase import PassphraseDialog
from ui.language import mark, shown, stamped, tr
from ui.settings import data_folder

if TYPE_CHECKING:
    from bcp_planner.domain.plan import Plan
    from bcp_planner.session import PlanSession
    from bcp_planner.storage.backups import Backup, Backups
    from ui.main_window import MainWindow

_SUFFIX = ".bcplan.age"
_REMOVING = mark(
    "Without its passphrase everybody who gets the file can read the plan. Backups "
    "made so far stay encrypted with it."
)
_NOTHING = mark("There is nothing to encrypt yet; add a service first.")

Done = Callable[["PlanSession"], None]


def open_encrypted(window: MainWindow, path: Path, done: Done) -> None:
    """Ask for the passphrase of an encrypted plan and open it."""
    from bcp_planner.storage.sealed import WrongPassphrase

    opening = window.files.opening(path)

    def use(passphrase: str) -> PlanSession | PlannerError:
        try:
            return opening(passphrase)
        except (WrongPassphrase, Cancelled):
            raise
        except PlannerError as problem:  # another passphrase would not help
            return problem

    title = tr("Open {name}", name=path.name)
    with passing(PassphraseDialog(window, title, use, new=False)) as asked:
        if not asked.exec():
            return
    outcome = cast("PlanSession | PlannerError", asked.outcome)
    if isinstance(outcome, PlannerError):
        window.space.messages.problem(f"{str(outcome).rstrip('.')}.")
    else:
        done(outcome)


def encrypt_plan(window: MainWindow) -> None:
    """Let the open plan be encrypted from now on; the file that is not encrypted may go."""
    session = window.space.bridge.session
    if session is None:
        window.space.messages.notice(_NOTHING)
        return
    target = _where(window, session, tr("Encrypt this plan"))
    if target is None:
        return
    count = len(_backups(window).of(session.path))
    also = tr("&Delete the file that is not encrypted")
    if count:
        also += tr(" and its backup") if count == 1 else tr(" and its {count} backups", count=count)
    opening = window.files.opening(target)

    def use(passphrase: str) -> PlanSession:
        session.save_encrypted(target, passphrase)
        return opening(passphrase)

    title = tr("Encrypt this plan")
    with passing(PassphraseDialog(window, title, use, new=True, also=also)) as asked:
        agreed, clear = asked.exec(), asked.also.isChecked()
    if agreed:
        go_on_encrypted(window, cast("PlanSession", asked.outcome), clear=clear)


def go_on_encrypted(window: MainWindow, encrypted: PlanSession, *, clear: bool) -> None:
    """Work on in the encrypted file of the open plan; what is not encrypted may go."""
    plain = window.space.bridge.path
    window.files.show_session(encrypted)
    if clear and plain is not None:
        _backups(window).forget(plain)
        _delete_with_older_forms(plain)
    name = encrypted.path.name
    window.space.messages.notice(tr("The plan is encrypted in {name}.", name=name))


def _delete_with_older_forms(plain: Path) -> None:
    """Delete a plan file, and what was kept of it when a newer version changed its tables."""
    from bcp_planner.storage.copies import remove_leftovers

    remove_leftovers(plain)
    for file in plain.parent.iterdir():
        if file.name.startswith(f"{plain.name}.") and file.suffix == ".old":
            file.unlink(missing_ok=True)
    plain.unlink(missing_ok=True)


def change_passphrase(window: MainWindow) -> None:
    """Ask for another passphrase and encrypt the open plan with it."""
    session = window.space.bridge.session
    if session is not None and session.sealed is not None:
        use = session.sealed.seal
        if _uses(window, tr("Change the passphrase"), use):
            text = tr("The passphrase is changed; backups made so far open with the old one.")
            window.space.messages.notice(text)


def remove_passphrase(window: MainWindow) -> None:
    """Write the plan into a file that is not encrypted, and work on in that."""
    messages, session = window.space.messages, window.space.bridge.session
    if session is None or session.sealed is None:
        return
    if not messages.confirm(shown(_REMOVING), tr("Remove the passphrase")):
        return
    old = session.path
    target = _free(old.with_name(old.name.removesuffix(".age")))
    try:
        session.sealed.copy_open_to(target)
        window.files.open(target)
    except FileProblem as problem:
        messages.problem(f"{problem}.")
        return
    if window.space.bridge.path == target:
        old.unlink(missing_ok=True)
        messages.notice(tr("The plan is in {name}, which is not encrypted.", name=target.name))


def save_encrypted(window: MainWindow) -> None:
    """Ask where and for a passphrase, and write an encrypted copy of the plan."""
    session = window.space.bridge.session
    if session is None:
        window.space.messages.notice(_NOTHING)
        return
    target = _where(window, session, tr("Save an encrypted copy"))
    if target is None:
        return
    use = partial(session.save_encrypted, target)
    if _uses(window, tr("Encrypt a copy"), use):
        window.space.messages.notice(tr("Encrypted copy saved as {name}.", name=target.name))


def _uses(window: MainWindow, title: str, use: Callable[[str], object]) -> bool:
    """Ask for a new passphrase and use it; false when the person changed their mind."""
    with passing(PassphraseDialog(window, title, use, new=True)) as asked:
        return bool(asked.exec())


def _where(window: MainWindow, session: PlanSession, title: str) -> Path | None:
    from ui.plan_paths import is_draft

    folder = window.space.settings.folder if is_draft(session.path) else session.path.parent
    stem = session.path.name.removesuffix(".age").removesuffix(".bcplan")
    asked = window.space.messages.ask_where_to_save(
        title, folder / f"{stem}{_SUFFIX}", shown(file_kinds.SEALED)
    )
    if asked is None or asked.name.endswith(".age"):
        return asked
    return window.space.messages.with_name(asked, asked.name.removesuffix(".bcplan") + _SUFFIX)


def save_redacted(window: MainWindow) -> None:
    """Ask where, and write a copy without personal data and without history."""
    from bcp_planner.domain.privacy import without_persons
    from bcp_planner.session import PlanSession
    from bcp_planner.storage.backups import restore

    messages = window.space.messages
    proposal = window.space.settings.folder / tr("Plan without personal data.bcplan")
    target = messages.ask_where_to_save(
        tr("Save without personal data"), proposal, shown(file_kinds.PLANS)
    )
    if target is None:
        return
    try:
        fresh = _free(target)
        PlanSession.create(fresh, without_persons(window.space.bridge.plan)).close()
        if fresh != target:  # a file of that name may be replaced, the chooser has asked
            try:
                restore(fresh, target)
            finally:
                fresh.unlink(missing_ok=True)
    except PlannerError as problem:
        messages.problem(f"{problem}.")
    else:
        messages.notice(
            tr("A copy without contacts, names and history is in {name}.", name=target.name)
        )


# --------------------------------------------------------------------------------------- backups


def open_backup(window: MainWindow) -> None:
    """Show the backups of the plan; open a copy of the chosen one, or bring it back."""
    from ui.dialogs.backups import BackupsDialog

    bridge, backups = window.space.bridge, _backups(window)
    found = backups.of(bridge.path) if bridge.path is not None else ()
    with passing(
        BackupsDialog(
            window,
            found,
            window.space.settings,
            folder=str(backups.folder),
            editable=not bridge.read_only,
        )
    ) as dialog:
        if not dialog.exec() or not found:
            return
        chosen, brings_back = found[dialog.list.currentRow()], dialog.brings_back
    if brings_back:
        bring_back(window, chosen)
    else:
        restore_as_copy(window, chosen.path)


def bring_back(window: MainWindow, backup: Backup) -> None:
    """Make the present plan what it was in a backup, as one undoable step."""
    when = f"{backup.at.astimezone():%Y-%m-%d %H:%M}"

    def take(plan: Plan) -> None:
        if window.space.bridge.edit(mark("Bring back the backup of {when}", when=when), plan):
            window.space.messages.notice(
                tr(
                    "The plan is what it was on {when}; undo takes it back.",
                    when=stamped(backup.at),
                )
            )

    def taken(session: PlanSession) -> None:
        plan = session.plan
        session.close()
        take(plan)

    if backup.is_sealed:
        open_encrypted(window, backup.path, taken)
        return
    from bcp_planner.session import PlanSession

    try:
        session = PlanSession.open(backup.path, edit=False)
    except PlannerError as problem:
        window.space.messages.problem(f"{str(problem).rstrip('.')}.")
    else:
        taken(session)


def restore_as_copy(window: MainWindow, backup: Path) -> None:
    """Open a copy of a backup, so that neither it nor the present plan changes."""
    from bcp_planner.storage.backups import restore

    target = _free(data_folder("drafts") / tr("Backup of {name}", name=backup.name))
    try:
        restore(backup, target)
    except FileProblem as problem:
        window.space.messages.problem(f"{problem}.")
    else:
        window.files.open(target)


def offer_repair(window: MainWindow, damaged: Path, said: str) -> None:
    """Say that a file is damaged, and open what can be read of it if the person wants."""
    from bcp_planner.storage.salvage import salvage
    from ui.dialogs.repaired import RepairedDialog

    messages = window.space.messages
    question = tr(
        "{said}.\n\nShall everything that can still be read be put into a new plan?",
        said=shown(said),
    )
    if not messages.confirm(question, tr("Make a repaired copy")):
        return
    target = _free(data_folder("drafts") / f"{damaged.stem} (repaired).bcplan")
    try:
        report = salvage(damaged, target)
    except FileProblem as problem:
        messages.problem(f"{problem}.")
        return
    window.files.open(target)
    if window.space.bridge.path == target:
        dialog = RepairedDialog(window, target.name, report)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _backups(window: MainWindow) -> Backups:
    from bcp_planner.storage.backups import Backups

    settings = window.space.settings
    return Backups(keep=settings.backups_kept, days=settings.backup_days)


def _free(path: Path) -> Path:
    """Return a name like this one that nothing has yet."""
    ending = "".join(path.suffixes[-2:]) if path.name.endswith(_SUFFIX) else path.suffix
    stem, number, free = path.name.removesuffix(ending), 2, path
    while free.exists():
        free = path.with_name(f"{stem} {number}{ending}")
        number += 1
    return free
