"""Encrypted plans, copies without personal data, backups and repairs, as the window offers them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.errors import FileProblem, PlannerError
from ui.settings import data_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcp_planner.storage.backups import Backup
    from ui.main_window import MainWindow
    from ui.settings import Settings

_ENCRYPTED = "Encrypted plans (*.bcplan.age)"
_PLANS = "Continuity plans (*.bcplan)"
_FORGOTTEN = (
    "Whoever has the passphrase can read the copy, here or with any program for age files. "
    "A forgotten passphrase cannot be found again by anybody."
)
_OPENED = (
    "This plan came encrypted. You now work on a copy that is not encrypted, in your own data "
    "folder; save an encrypted copy when you are done."
)


class PassphraseDialog(QDialog):
    """Asks for a passphrase; twice when it is a new one, because it cannot be seen."""

    def __init__(self, parent: QWidget, title: str, *, new: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.first, self.second = QLineEdit(), QLineEdit()
        form = QFormLayout()
        for line, label in ((self.first, "Passphrase"), (self.second, "Once more")):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setAccessibleName(label)
            line.textChanged.connect(self._on_text)
            if line is self.first or new:
                form.addRow(label, line)
        self._new = new
        said = QLabel(_FORGOTTEN if new else "Type the passphrase this plan was encrypted with.")
        said.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.resize(440, 0)
        self._on_text()

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    def _on_text(self) -> None:
        same = not self._new or self.first.text() == self.second.text()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.first.text()) and same)


class BackupsDialog(QDialog):
    """The backups of a plan, newest first, one of which can be opened; how many are kept.

    What is set counts from the next time a plan is opened.
    """

    def __init__(self, parent: QWidget, backups: Sequence[Backup], settings: Settings) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle("Backups")
        said = QLabel(
            "A backup is made before the first edit of each session. The one you choose opens as "
            "a plan of its own; the present plan stays as it is."
        )
        said.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Backups, newest first")
        self.list.addItems([f"{b.at.astimezone():%Y-%m-%d %H:%M:%S}" for b in backups])
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self.accept())
        if not backups:
            self.list.addItem("None yet; one is made before the first edit of a session")
            self.list.setEnabled(False)
        self.kept, self.days = QSpinBox(maximum=1000), QSpinBox(minimum=1, maximum=3650)
        self.kept.setValue(settings.backups_kept)
        self.days.setValue(settings.backup_days)
        self.kept.setSpecialValueText("none")
        self.kept.valueChanged.connect(self._remember)
        self.days.valueChanged.connect(self._remember)
        terms = QFormLayout()
        for box, label in ((self.kept, "Keep at most"), (self.days, "For at most days")):
            box.setAccessibleName(label)
            terms.addRow(label, box)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        if backups:
            self.buttons.addButton("Open a copy", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addLayout(terms)
        column.addWidget(self.buttons)
        self.resize(460, 420)

    def _remember(self) -> None:
        self._settings.backups_kept = self.kept.value()
        self._settings.backup_days = self.days.value()


def save_encrypted(window: MainWindow) -> None:
    """Ask where and for a passphrase, and write an encrypted copy of the plan."""
    session = window.space.bridge.session
    if session is None:
        window.space.messages.notice("There is nothing to encrypt yet; add a service first.")
        return
    proposal = window.space.settings.folder / f"{session.path.stem}.bcplan.age"
    messages = window.space.messages
    target = messages.ask_where_to_save("Save an encrypted copy", proposal, _ENCRYPTED)
    if target is None:
        return
    dialog = PassphraseDialog(window, "Encrypt a copy", new=True)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        write_encrypted(window, session.path, target, dialog.passphrase)


def write_encrypted(window: MainWindow, source: Path, target: Path, passphrase: str) -> None:
    """Write an encrypted copy and say so, or say why not."""
    from bcp_planner.storage import sealed

    try:
        sealed.encrypt(source, target, passphrase)
    except FileProblem as problem:
        window.space.messages.problem(f"{problem}.")
    else:
        window.space.messages.notice(f"Encrypted copy saved as {target.name}.")


def open_encrypted(window: MainWindow, path: Path) -> None:
    """Ask for the passphrase of an encrypted plan and open what is in it."""
    dialog = PassphraseDialog(window, f"Open {path.name}", new=False)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        open_with(window, path, dialog.passphrase)


def open_with(window: MainWindow, path: Path, passphrase: str) -> None:
    """Open an encrypted plan with its passphrase, or say why not."""
    from bcp_planner.storage import sealed

    folder = data_folder("opened")
    folder.chmod(0o700)
    target = _free(folder / path.name.removesuffix(".age"))
    try:
        sealed.decrypt(path, target, passphrase)
    except FileProblem as problem:
        window.space.messages.problem(f"{problem}.")
        return
    window.files.open(target)
    window.space.messages.tell(_OPENED)


def save_redacted(window: MainWindow) -> None:
    """Ask where, and write a copy without personal data and without history."""
    from bcp_planner.domain.privacy import without_persons
    from bcp_planner.session import PlanSession

    messages = window.space.messages
    proposal = window.space.settings.folder / "Plan without personal data.bcplan"
    target = messages.ask_where_to_save("Save without personal data", proposal, _PLANS)
    if target is None:
        return
    try:
        PlanSession.create(_free(target), without_persons(window.space.bridge.plan)).close()
    except PlannerError as problem:
        messages.problem(f"{problem}.")
    else:
        messages.notice(f"A copy without contacts, names and history is in {target.name}.")


def open_backup(window: MainWindow) -> None:
    """Show the backups of the plan and open a copy of the chosen one."""
    from bcp_planner.storage.backups import Backups

    path = window.space.bridge.path
    found = Backups().of(path) if path is not None else ()
    dialog = BackupsDialog(window, found, window.space.settings)
    if dialog.exec() == QDialog.DialogCode.Accepted and found:
        restore_as_copy(window, found[dialog.list.currentRow()].path)


def restore_as_copy(window: MainWindow, backup: Path) -> None:
    """Open a copy of a backup, so that neither it nor the present plan changes."""
    from bcp_planner.storage.backups import restore

    target = _free(data_folder("drafts") / f"Backup of {backup.stem}.bcplan")
    try:
        restore(backup, target)
    except FileProblem as problem:
        window.space.messages.problem(f"{problem}.")
    else:
        window.files.open(target)


def offer_repair(window: MainWindow, damaged: Path, said: str) -> None:
    """Say that a file is damaged, and open what can be read of it if the person wants."""
    from bcp_planner.storage.salvage import salvage

    messages = window.space.messages
    question = f"{said}.\n\nShall everything that can still be read be put into a new plan?"
    if not messages.confirm(question, "Make a repaired copy"):
        return
    target = _free(data_folder("drafts") / f"{damaged.stem} (repaired).bcplan")
    try:
        report = salvage(damaged, target)
    except FileProblem as problem:
        messages.problem(f"{problem}.")
        return
    window.files.open(target)
    saved = ", ".join(f"{number} {name}" for name, number in report.saved.items())
    lost = "\n".join(report.lost[:20]) or "nothing"
    messages.tell(f"Saved: {saved}.\n\nNot readable:\n{lost}")


def _free(path: Path) -> Path:
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem} {number}")
        number += 1
    return free
