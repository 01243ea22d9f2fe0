"""A line to type a filter into, which offers fields and the values that the plan has."""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.plan_filter import PlanFilter
from ui.query import ANY, NONE, is_measured
from ui.workspace import Workspace

_PAUSE_MS = 150
"""Rest after a key before services are looked for."""
_MOST_VALUES = 60
_TOKEN = re.compile(r'-?(?:[^\s"]|"[^"]*"?)*$')
_SIGN = re.compile(r"<=|>=|[:<>=]")


class FilterLine(QLineEdit):
    """Shows the filter of the window; typing changes it. All such lines say the same.

    Args:
        hides: Whether typing here hides what does not fit; None leaves that as it is.
    """

    def __init__(
        self, space: Workspace, *, hides: bool | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._space, self._hides = space, hides
        self.setClearButtonEnabled(True)
        self._offers = QStringListModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self._complete)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.apply)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_text)
        self.returnPressed.connect(self.apply)
        self._filter.changed.connect(self._follow)

    @property
    def _filter(self) -> PlanFilter:
        return self._space.filter

    def apply(self) -> None:
        """Look now, without waiting for a rest."""
        self._soon.stop()
        self._filter.say(self.text(), hides=self._hides)

    def offers(self) -> list[str]:
        """Return what can stand in place of the word at the cursor."""
        word = self._word()
        sign = _SIGN.search(word)
        minus = "-" if word.startswith("-") else ""
        if sign is None:
            names = self._filter.query.names()
            wanted = word.removeprefix("-").casefold()
            return [f"{minus}{name}:" for name in names if wanted and name.startswith(wanted)]
        return [f"{word[: sign.end()]}{value}" for value in self._values(word, sign)]

    # ------------------------------------------------------------------------------- inside

    def _on_text(self) -> None:
        if self.text() != self._said:
            self._soon.start()

    def _follow(self) -> None:
        if self.text() != self._said and not self._soon.isActive():
            self.setText(self._said)

    @property
    def _said(self) -> str:
        """The filter as it is said here: where lists are filtered, only if it hides the rest."""
        return self._filter.text if self._hides is None or self._filter.hides else ""

    def _word(self) -> str:
        found = _TOKEN.search(self.text()[: self.cursorPosition()])
        return found.group() if found else ""

    def _values(self, word: str, sign: re.Match[str]) -> list[str]:
        field = word[: sign.start()].removeprefix("-")
        column = self._filter.query.column(field)
        if column is None or is_measured(column):
            return []
        services = self._space.bridge.plan.services.values()
        if column.name == "tags":
            counted = Counter(tag for service in services for tag in service.tags)
        else:
            counted = Counter(text for service in services if (text := column.text(service)))
        typed = word[sign.end() :].strip('"').casefold()
        values = [value for value, _ in counted.most_common() if typed in value.casefold()]
        short = [value for value in values if len(value) <= _MOST_VALUES]
        quoted = [f'"{value}"' if " " in value else value for value in short[:_MOST_VALUES]]
        return [*quoted, *(word for word in (NONE, ANY) if word.startswith(typed))]

    def _on_edited(self) -> None:
        offers = self.offers()
        self._offers.setStringList(offers)
        self._completer.setCompletionPrefix("")
        popup = self._completer.popup()
        if popup is not None and (not offers or offers == [self._word()]):
            popup.hide()
        elif popup is not None:
            popup.setAccessibleName(self.accessibleName())
            self._completer.complete()

    def _complete(self, chosen: str) -> None:
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        kept = before[: len(before) - len(self._word())]
        space = "" if chosen.endswith(":") else " "
        self.setText(f"{kept}{chosen}{space}{after.lstrip()}")
        self.setCursorPosition(len(kept) + len(chosen) + len(space))
        if not space:
            self._on_edited()
