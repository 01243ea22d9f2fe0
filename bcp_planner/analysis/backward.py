"""Until when work may last: the backward pass from the targets over a followed order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bcp_planner.analysis.arrays import FINISH, NEVER, NOT_NEEDED, START
from bcp_planner.analysis.state import State
from bcp_planner.analysis.task import RecoveryTask, Wait


def latest_returns_of(task: RecoveryTask, order: Sequence[int], state: State) -> list[int]:
    """Return the latest return of each service that breaks no target of it or what waits for it.

    A target is ``down + rto``. A dependant passes on the latest start (or return, with recovery =
    finish) that keeps what it must keep; one that rides through must get its provider back in
    time, or else come back itself in time. Where k of n providers are enough a provider is only
    bound when the others alone would be too late. People are left out of account. ``NEVER``
    where nothing is at stake; before the actual finish where a target is missed.
    """
    latest = [NEVER] * len(task)
    for i in range(len(task)):
        rto = task.service(i).rto
        if rto is not None and state.lost[i] < NEVER:
            latest[i] = state.lost[i] + rto
    rows = list(enumerate(task.waits_of()))
    place = {service: number for number, service in enumerate(order)}
    backwards = sorted(rows, key=lambda row: -place[row[0]])
    # Once is enough without finish loops; in a loop the bound goes round it at most once.
    rounds = 1 if max(task.loop, default=-1) < 0 else len(task)
    changed = True
    while changed and rounds > 0:
        changed, rounds = False, rounds - 1
        for dependant, waits in backwards:
            for wait in waits:
                if wait.relation != NOT_NEEDED and _comes_first(task, wait, place):
                    needed_by = _needed_by(task, state, wait, latest[dependant])
                    changed |= _pass_on(state, wait, needed_by, latest)
    return latest


def _comes_first(task: RecoveryTask, wait: Wait, place: Mapping[int, int]) -> bool:
    """Return whether a wait is for what comes earlier or in the same finish loop."""
    loop = task.loop[wait.dependant] if wait.relation == FINISH else -1
    return all(
        place[p] < place[wait.dependant] or task.loop[p] == loop >= 0 for p in wait.providers
    )


def _needed_by(task: RecoveryTask, state: State, wait: Wait, latest: int) -> int:
    """Return until when a requirement must be restored for its dependant."""
    dependant = wait.dependant
    work = task.work[dependant] if wait.relation == START else 0
    if state.lost[dependant] < NEVER:
        return latest - work if latest < NEVER else NEVER
    losses = sorted(state.lost[p] for p in wait.providers)
    lost = losses[len(losses) - wait.needed]
    rto = task.service(dependant).rto
    if lost >= NEVER:
        return NEVER
    effect = lost + wait.requirement.tolerance
    if rto is not None:
        latest = min(latest, effect + rto)
    return NEVER if latest >= NEVER else max(effect, latest - work)


def _pass_on(state: State, wait: Wait, needed_by: int, latest: list[int]) -> bool:
    """Bind the providers that a requirement cannot do without; return whether any was."""
    changed = False
    for provider in wait.providers if needed_by < NEVER else ():
        others = sorted(state.back[p] for p in wait.providers if p != provider)
        replaceable = len(others) >= wait.needed and others[wait.needed - 1] <= needed_by
        if not replaceable and needed_by < latest[provider]:
            latest[provider] = needed_by
            changed = True
    return changed
