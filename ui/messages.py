"""The only place that opens message boxes and file choosers; tests put a recording double here."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox, QWidget

from ui.dialogs.passing import passing
from ui.language import shown, tr

_LINE = 64
"""Letters of a line of text that can be seen while it is typed."""
_ENDINGS = re.compile(r"\*([^\s*)]+)")


def _is_of(path: Path, kind: str) -> bool:
    """Whether a kind of files, as Qt's file chooser takes it, has the ending of a name."""
    endings = tuple(_ENDINGS.findall(kind.rpartition("(")[2]))
    return not endings or path.name.lower().endswith(endings)


def of_kind(path: Path, kind: str, proposed: str) -> Path:
    """Return a name with the ending of the kind that was chosen for it.

    An ending that the person typed stays; the proposed one, or none, is changed.
    """
    if _is_of(path, kind) or path.suffix not in {"", proposed}:
        return path
    ending = _ENDINGS.findall(kind.rpartition("(")[2])[0]
    return path.with_name(path.stem + (ending if ending.startswith(".") else f"-{ending}"))


class Messages(QObject):
    """Says things to the person in front of the screen and asks for files.

    Signals:
        noticed(str): one sentence that the window shows in passing, without stopping anybody.
    """

    noticed = Signal(str)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self.window = window

    def _above(self) -> QWidget | None:
        """Return the window that the person works in: another one must not come to the front.

        A dialog just closed still counts as active for a moment, and takes what is above it along.
        """
        active = QApplication.activeWindow()
        return active if active is not None and active.isVisible() else self.window

    def notice(self, text: str) -> None:
        """Show a sentence in passing: an edit was refused, a file was written."""
        self.noticed.emit(shown(text))

    def problem(self, text: str) -> None:
        """Show a problem that stopped what the person asked for; the text says what to do."""
        with passing(self._box(QMessageBox.Icon.Warning, text)) as box:
            box.exec()

    def tell(self, text: str) -> None:
        """Show something the person should have read before going on."""
        with passing(self._box(QMessageBox.Icon.Information, text)) as box:
            box.exec()

    def confirm(self, question: str, action: str) -> bool:
        """Ask before something that undo does not bring back; `action` is the button's verb."""
        with passing(self._box(QMessageBox.Icon.Question, question)) as box:
            yes = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
            box.addButton(QMessageBox.StandardButton.Cancel)
            box.exec()
            return box.clickedButton() is yes

    def ask_for_text(self, title: str, question: str, proposal: str = "") -> str | None:
        """Ask for one line of text; None when the person changes their mind."""
        with passing(QInputDialog(self._above())) as dialog:
            dialog.setWindowTitle(title)
            dialog.setLabelText(question)
            dialog.setTextValue(proposal)
            letters = dialog.fontMetrics().averageCharWidth()
            dialog.resize(_LINE * letters, dialog.sizeHint().height())
            return dialog.textValue().strip() if dialog.exec() else None

    def ask_for_file(self, title: str, folder: Path, kinds: str) -> Path | None:
        """Let the person choose an existing file; None when they change their mind."""
        name, _ = QFileDialog.getOpenFileName(self._above(), title, str(folder), kinds)
        return Path(name) if name else None

    def ask_for_files(self, title: str, folder: Path, kinds: str) -> list[Path]:
        """Let the person choose existing files; none when they change their mind."""
        names, _ = QFileDialog.getOpenFileNames(self._above(), title, str(folder), kinds)
        return [Path(name) for name in names]

    def ask_for_folder(self, title: str, folder: Path) -> Path | None:
        """Let the person choose a folder; None when they change their mind."""
        name = QFileDialog.getExistingDirectory(self._above(), title, str(folder))
        return Path(name) if name else None

    def ask_where_to_save(self, title: str, proposal: Path, kinds: str) -> Path | None:
        """Let the person choose a file to write; the dialog asks before replacing one.

        Choosing another kind changes the ending that was proposed.
        """
        first = next((kind for kind in kinds.split(";;") if _is_of(proposal, kind)), "")
        name, kind = QFileDialog.getSaveFileName(self._above(), title, str(proposal), kinds, first)
        if not name:
            return None
        target = of_kind(Path(name), kind, proposal.suffix)
        return self.with_name(Path(name), target.name)

    def with_name(self, chosen: Path, name: str) -> Path | None:
        """Return a file that was chosen under another name.

        The person was asked about replacing the one that was chosen only, so is asked now about
        the other; None when it is to stay.
        """
        target = chosen.with_name(name)
        if target == chosen or not target.exists():
            return target
        question = tr("{name} is there already; replace it?", name=target.name)
        return target if self.confirm(question, tr("Replace")) else None

    def open_file(self, path: Path) -> None:
        """Let the desktop open a file with the program for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _box(self, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        title = tr("Business Continuity Planner")
        return QMessageBox(icon, title, shown(text), parent=self._above())
