"""The backups of a plan, and how many are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.language import mark, shown, stamped, tr
from ui.sizing import indented, open_at

if TYPE_CHECKING:
    from bcp_planner.storage.backups import Backup
    from ui.settings import Settings

_SAID = mark(
    "A backup is made before the first edit of each session, in {folder}. “Open a "
    "copy” shows one as a plan of its own; “Bring back” makes the present plan "
    "what it was then, and undo takes that back."
)


class BackupsDialog(QDialog):
    """The backups of a plan, newest first, one of which can be opened or brought back.

    What is set counts from the next time a plan is opened.

    Attributes:
        brings_back: Whether the chosen one is to replace the present plan.
    """

    def __init__(
        self,
        parent: QWidget,
        backups: Sequence[Backup],
        settings: Settings,
        *,
        folder: str = "",
        editable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.brings_back = False
        self.setWindowTitle(tr("Backups"))
        said = QLabel(shown(_SAID).format(folder=folder or tr("your data folder")), wordWrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Backups, newest first"))
        self.list.addItems([_line(backup) for backup in backups])
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self.accept())
        if not backups:
            self.list.addItem(tr("None yet; one is made before the first edit of a session"))
            self.list.setEnabled(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        roles = QDialogButtonBox.ButtonRole
        if backups:
            self.buttons.addButton(tr("Open a copy"), roles.AcceptRole)
            back = self.buttons.addButton(tr("Bring back"), roles.ActionRole)
            back.setEnabled(editable)
            back.clicked.connect(self._bring_back)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addLayout(self._terms())
        column.addWidget(self.buttons)
        open_at(self, 500, 440)

    def _terms(self) -> QFormLayout:
        self.kept, self.days = (
            indented(QSpinBox(maximum=1000)),
            indented(QSpinBox(minimum=1, maximum=3650, suffix=tr(" days"))),
        )
        self.kept.setValue(self._settings.backups_kept)
        self.days.setValue(self._settings.backup_days)
        self.kept.setSpecialValueText(tr("none"))
        self.kept.valueChanged.connect(self._remember)
        self.days.valueChanged.connect(self._remember)
        terms = QFormLayout()
        for box, label in ((self.kept, tr("Keep at most")), (self.days, tr("Delete after"))):
            box.setAccessibleName(label)
            terms.addRow(label, box)
        return terms

    def _bring_back(self) -> None:
        self.brings_back = True
        self.accept()

    def _remember(self) -> None:
        self._settings.backups_kept = self.kept.value()
        self._settings.backup_days = self.days.value()


def _line(backup: Backup) -> str:
    when = stamped(backup.at, seconds=True)
    return tr("{when}, encrypted", when=when) if backup.is_sealed else when
