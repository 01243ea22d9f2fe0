"""Writes entries into the log of the event on the board."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.exercising import Event
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log
from ui.language import mark
from ui.workspace import Workspace


class LogWriter:
    """Adds entries at the moment that the clock of the board shows; undo steps over them."""

    def __init__(
        self,
        space: Workspace,
        event: Callable[[], Event | None],
        at: Callable[[], Duration],
        by: Callable[[], str],
    ) -> None:
        """Take what an entry needs from functions, as all of it changes.

        Args:
            space: The window's shared objects.
            event: Returns whose log it is.
            at: Returns the moment, milliseconds after the disruption.
            by: Returns who writes when an entry does not say so.
        """
        self._space, self._event, self._at, self._by = space, event, at, by

    def write(  # noqa: PLR0913 - the fields of a line that people fill in
        self,
        kind: str,
        text: str = "",
        *,
        service: str = "",
        subject: str = "",
        options: str = "",
        reason: str = "",
        source: str = "",
        by: str = "",
        at: Duration | None = None,
    ) -> bool:
        """Add an entry; the first one begins the event. Says whether it is in the log.

        Args are those of `log.entry`; without `at` it is of the moment that the clock shows.
        """
        event = self._event()
        if event is None:
            return False
        now = datetime.datetime.now().astimezone()
        made = log.entry(
            kind,
            self._at() if at is None else at,
            text,
            now=now,
            by=by or self._by(),
            service=service,
            subject=subject,
            options=options,
            reason=reason,
            source=source,
        )

        def change(plan: Plan) -> Plan:
            return log.append(_begun(plan, event.id, now), event.id, made)

        return self._space.bridge.record(mark("Log {kind}", kind=kind), change)

    def correct(self, entry_id: str, text: str, *, withdraws: bool) -> bool:
        """Add what is right about an entry; the entry itself stays."""
        now = datetime.datetime.now().astimezone()
        return self._space.bridge.record(
            mark("Log correction"),
            lambda plan: log.correct(
                plan, entry_id, text, now=now, by=self._by(), withdraws=withdraws
            ),
        )


def _begun(plan: Plan, event_id: str, now: datetime.datetime) -> Plan:
    event = plan.events[event_id]
    if event.status != "planned":
        return plan
    moment = now.isoformat(timespec="minutes")
    starts = moment if not event.starts or _is_later(event.starts, now) else event.starts
    return plan.put("events", replace(event, status="running", starts=starts))


def _is_later(iso: str, now: datetime.datetime) -> bool:
    """Return whether a moment is still to come, so that play begins before it was planned."""
    try:
        return datetime.datetime.fromisoformat(iso).astimezone() > now
    except ValueError:
        return False
