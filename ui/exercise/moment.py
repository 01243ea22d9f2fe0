"""Day and time of an event, chosen from a calendar instead of typed."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QPushButton, QWidget

from ui import language
from ui.language import tr


class MomentEdit(QWidget):
    """A day and a time that may be open.

    Signals:
        chosen(str): another moment, ISO 8601 with offset; empty for open.
    """

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._moment = ""
        self.edit = QDateTimeEdit(
            calendarPopup=True, displayFormat=f"{language.date_format()} HH:mm"
        )
        self.edit.setAccessibleName(name)
        self.edit.editingFinished.connect(self._on_edited)
        self.set_now = QPushButton(tr("Set"))
        self.set_now.setAccessibleName(tr("Set: {name}", name=name))
        self.set_now.clicked.connect(self._on_set)
        self.clear = QPushButton(tr("Leave open"))
        self.clear.setAccessibleName(tr("Leave open: {name}", name=name))
        self.clear.clicked.connect(lambda: self._choose(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.edit, self.set_now, self.clear):
            row.addWidget(widget)
        row.addStretch()

    def show_moment(self, iso: str) -> None:
        """Show a moment; one that is open can be set."""
        self._moment = iso
        shown = _local(iso)
        self.edit.setVisible(shown is not None)
        self.clear.setVisible(shown is not None)
        self.set_now.setVisible(shown is None)
        if shown is not None:
            self.edit.blockSignals(True)
            self.edit.setDateTime(QDateTime.fromString(shown.isoformat(), Qt.DateFormat.ISODate))
            self.edit.blockSignals(False)

    def _on_set(self) -> None:
        """Propose nine o'clock on the first Tuesday two weeks from now or later."""
        day = datetime.datetime.now().astimezone() + datetime.timedelta(days=14)
        day += datetime.timedelta(days=(1 - day.weekday()) % 7)
        self._choose(day.replace(hour=9, minute=0, second=0, microsecond=0).isoformat())
        self.edit.setFocus()

    def _on_edited(self) -> None:
        typed = self.edit.dateTime().toString(Qt.DateFormat.ISODate)
        moment = datetime.datetime.fromisoformat(typed)
        if moment == _local(self._moment):
            return
        self._choose(moment.astimezone().isoformat(timespec="minutes"))

    def _choose(self, iso: str) -> None:
        self.show_moment(iso)
        self.chosen.emit(iso)


def _local(iso: str) -> datetime.datetime | None:
    """Return a moment on the clock of its own place; None when it is open."""
    try:
        return datetime.datetime.fromisoformat(iso).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        return None
