"""Values as the screen words them."""

from __future__ import annotations

from bcp_planner.analysis.results import State
from bcp_planner.domain import durations
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.plan import Plan
from ui import language
from ui.language import counted, mark, shown, tr
from ui.plain_text import brief

UNKNOWN = mark("unknown")
NEVER = mark("never")

STATE_WORDS = {
    State.UP: mark("Up"),
    State.AT_RISK: mark("At risk"),
    State.DEGRADED: mark("Degraded"),
    State.DOWN: mark("Down"),
}
AIM_WORDS = {
    "lateness": mark("Fewest late services"),
    "cost": mark("Lowest cost of downtime"),
    "makespan": mark("Everything back soonest"),
}
AIM_HELP = {
    "lateness": mark("Keep recovery time objectives, most important tiers first."),
    "cost": mark("Keep the total cost of downtime low."),
    "makespan": mark("Have the last service back as early as possible."),
}


def duration(value: Duration | None, unknown: str = "–") -> str:
    """Return a duration as people write it, or a dash."""
    return unknown if value is None else language.duration(value)


def at_least(value: Duration | None, lower_bound: bool) -> str:
    """Return a duration, marked when unknown estimates make it a lower bound."""
    text = duration(value)
    return tr("at least {text}", text=text) if lower_bound and value is not None else text


def rounded(value: Duration | None, unknown: str = "–") -> str:
    """Return a duration that chance made, without digits that mean nothing."""
    if value is None:
        return unknown
    return language.duration(durations.rounded(value))


def signed(value: Duration) -> str:
    """Return a duration that may be negative: `−30 min`."""
    return f"−{language.duration(-value)}" if value < 0 else language.duration(value)


def not_before(value: Duration | None, lower_bound: bool) -> str:
    """Return a time after the disruption, marked when unknown estimates may make it later."""
    text = moment(value)
    return tr("{moment} or later", moment=text) if lower_bound and value is not None else text


def moment(value: Duration | None, never: str = NEVER) -> str:
    """Return a time after the disruption: `T+1 h 30 min`."""
    if value is None:
        return shown(never)
    return "T+0" if value == 0 else f"T+{language.duration(value)}"


def choice(value: str) -> str:
    """Return a stored choice as it is shown: `at-risk` becomes `At risk`."""
    text = value.replace("-", " ").replace("_", " ")
    return shown(text[:1].upper() + text[1:])


def choice_within(value: str) -> str:
    """Return a stored choice as it stands within a sentence: `deepest: tabletop`."""
    said = choice(value)
    return said.lower() if language.code() == "en" else said  # German nouns stay large


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: `1 service`, `3 services`."""
    return counted(number, one, many or one + "s")


def title(plan: Plan, service_id: str) -> str:
    """Return what a service is called; its id when the plan has lost it."""
    service = plan.services.get(service_id)
    return brief(service.title if service else service_id)


def titles(plan: Plan, ids: tuple[str, ...] | list[str], most: int = 3) -> str:
    """Return some services by name, the rest as a number."""
    names = ", ".join(title(plan, key) for key in ids[:most])
    return (
        tr("{names} and {more} more", names=names, more=len(ids) - most)
        if len(ids) > most
        else names
    )


def plan_title(plan: Plan) -> str:
    """Return the plan's name, or what a plan without one is called."""
    return brief(plan.info.name) or tr("Untitled plan")
