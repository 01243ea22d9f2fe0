"""Asking for a passphrase: one that opens a file, or a new one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.errors import Cancelled, PlannerError
from ui.language import mark, shown, tr
from ui.patience import Patience, busy_bar
from ui.sizing import scaled

NEW = mark(
    "Whoever has the passphrase can read the plan, here or with any program for "
    "age files. Five or six random words are hard to guess. A forgotten passphrase "
    "cannot be found again by anybody."
)
OLD = mark("Type the passphrase this plan was encrypted with.")

Use = Callable[[str], object]
_WIDTH = 430
"""Pixels of a line of what is said."""


class PassphraseDialog(QDialog):
    """Asks for a passphrase; twice when it is a new one, because it cannot be seen.

    What is typed is tried before the dialog closes, so that a mistake is one word typed again.

    Attributes:
        outcome: What came of using the passphrase, once the dialog was accepted.
    """

    def __init__(
        self, parent: QWidget, title: str, use: Use, *, new: bool, said: str = "", also: str = ""
    ) -> None:
        """Build it.

        Args:
            parent: The window.
            title: Of the dialog.
            use: Does what the passphrase is for, in another thread, where it must not touch
                anything of Qt; what it raises is shown, and asked again.
            new: Whether it is a new passphrase.
            said: A sentence on top, instead of the usual one.
            also: Something more that can be chosen, chosen at first; empty for nothing.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self._use, self._new = use, new
        self._patience: Patience[object] | None = None
        self.outcome: object = None
        self.first, self.second = QLineEdit(), QLineEdit()
        form = QFormLayout()
        for line, label in ((self.first, tr("&Passphrase")), (self.second, tr("&Once more"))):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setAccessibleName(label.replace("&", ""))
            line.textChanged.connect(self._on_text)
            if line is self.first or new:
                form.addRow(label, line)
        self.seen = QCheckBox(tr("&Show what is typed"))
        self.seen.toggled.connect(self._on_seen)
        form.addRow("", self.seen)
        self.also = QCheckBox(also)
        self.also.setChecked(bool(also))
        self.wrong = QLabel(wordWrap=True)
        self.wrong.setProperty("wrong", "true")
        self.wrong.hide()
        self.doing, self.bar = QLabel(tr("Encrypting…") if new else tr("Decrypting…")), busy_bar()
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.accepted.connect(self.try_it)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        self.said = QLabel(said or shown(NEW if new else OLD), wordWrap=True)
        self.said.setFixedWidth(scaled(self, _WIDTH))
        column.addWidget(self.said)
        column.addLayout(form)
        if also:
            column.addWidget(self.also)
        for widget in (self.wrong, self.doing, self.bar, self.buttons):
            column.addWidget(widget)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._show_working(working=False)

    def try_it(self) -> None:
        """Use what was typed; close when that went well or was stopped, else say why not."""
        self._patience = Patience(partial(self._use, self.first.text()))
        self._show_working(working=True)
        try:
            self.outcome = self._patience.wait()
        except Cancelled:
            super().reject()
        except PlannerError as problem:
            self._show_working(working=False)
            self.say(shown(f"{str(problem).rstrip('.')}."))
        else:
            self.accept()
        finally:
            self._patience = None

    def reject(self) -> None:
        """Close; work that is under way is stopped first."""
        if self._patience is None:
            super().reject()
        else:
            self._patience.stop()

    def _show_working(self, *, working: bool) -> None:
        for widget in (self.doing, self.bar):
            widget.setVisible(working)
        for widget in (self.first, self.second, self.seen, self.also):
            widget.setEnabled(not working)
        if working:
            self.wrong.hide()
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(False)
        else:
            self._on_text()

    def say(self, text: str) -> None:
        """Show what went wrong, and let it be typed again."""
        self.wrong.setText(text)
        self.wrong.setAccessibleName(text)
        self.wrong.show()
        self.first.setFocus()
        self.first.selectAll()

    def _on_seen(self, seen: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.second.setEchoMode(mode)

    def _on_text(self) -> None:
        same = not self._new or self.first.text() == self.second.text()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.first.text()) and same)
