"""What the program wrote into an exercise, said again in the language of whoever prepares it.

The rooms below the window write English. Injects, objectives and questions become part of the
plan, where people read and change them; so they are put into words of the reader's language once,
when they are made. What people wrote themselves stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bcp_planner.domain.exercising import Event, Inject, Objective
from bcp_planner.exercises.telling import CHANNELS, OFFICES

Say = Callable[[str], str]
"""Says an English sentence of this program in another language; what it did not write, as it is."""


def reworded(event: Event, say: Say) -> Event:
    """Return an exercise that was just prepared, in the words of `say`."""
    return replace(
        event,
        scope=say(event.scope),
        objectives=tuple(_objective(one, say) for one in event.objectives),
        participants=tuple(replace(one, function=say(one.function)) for one in event.participants),
        modules=tuple(map(say, event.modules)),
        injects=tuple(inject_reworded(one, say) for one in event.injects),
        questions=tuple(map(say, event.questions)),
        hypothesis=say(event.hypothesis),
        abort_condition=say(event.abort_condition),
    )


def inject_reworded(inject: Inject, say: Say) -> Inject:
    """Return an inject that was just proposed, in the words of `say`."""
    return replace(
        inject,
        text=say(inject.text),
        expected=say(inject.expected),
        reference=say(inject.reference),
        sender=_if_own(inject.sender, OFFICES, say),
        receiver=_if_own(inject.receiver, OFFICES, say),
        delivery=_if_own(inject.delivery, CHANNELS, say),
        controller=_if_own(inject.controller, OFFICES, say),
        module=say(inject.module),
    )


def _objective(one: Objective, say: Say) -> Objective:
    return replace(
        one,
        text=say(one.text),
        reference="; ".join(map(say, one.reference.split("; "))),
        tasks=tuple(map(say, one.tasks)),
    )


def _if_own(text: str, own: tuple[str, ...], say: Say) -> str:
    """Return one of the program's own words said; names of the plan as they are."""
    return say(text) if text in own else text
