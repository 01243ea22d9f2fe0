"""Cover and decision page: what the runbook is for, and whether to use it now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from bcp_planner.analysis.results import State
from bcp_planner.documents.case import Case
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.first_page import answers, with_numbers
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.story import (
    Block,
    Callout,
    Cell,
    Column,
    Cover,
    Fitted,
    Heading,
    Measure,
    Measures,
    Points,
    Row,
    Table,
    Tick,
    Tone,
    Words,
)
from bcp_planner.documents.wording import at_least, clock, count, length, name, names, sentence
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Scenario

_MOST_SYMPTOMS = 14
_SYMPTOMS = (_MOST_SYMPTOMS, 10, 7, 5, 3)
"""How many failures the decision page names."""


def cover(case: Case, edition: Edition) -> Cover:
    """Return the cover: what it is for, when to use it, who decides."""
    scenario = case.scenario
    back = at_least(clock(case.recovery.makespan), lower_bound=case.recovery.time_lower_bound)
    purpose: list[tuple[str, Text]] = [
        ("What it is for", _what_for(case, back)),
        ("When to use it", scenario.description or _when(case)),
        ("Targets", _targets(case)),
        *answers(edition),
        (
            "Before you start",
            (
                "Read section 1. Then tear the task pages out and give each wave to its teams. "
                "Write times and initials on paper; the program is not needed."
            ),
        ),
    ]
    return Cover(
        "Disaster recovery runbook", scenario.title, case.plan.info.name, purpose, edition.control()
    )


def _what_for(case: Case, back: str) -> Text:
    work = len(case.recovered)
    if not work:
        return "This scenario takes no service down; there is nothing to recover."
    return (
        f"Bringing back {count(work, 'service')} in {count(len(case.waves), 'wave')}. "
        f"Declared at {clock(case.recovery.declared)}, everything is back at {back}."
    )


def _targets(case: Case) -> str:
    """Return by when the most important services are wanted, when they are back, and the margin."""
    best = _best_tier(case)
    if best is None:
        return "No service that needs work has a tier."
    tier, keys = best
    aims = {
        key: found.down_at + rto
        for key in keys
        if (rto := case.service(key).rto) is not None
        and (found := case.found(key)).down_at is not None
    }
    back = _all_back(case, keys)
    bound = any(case.found(key).time_lower_bound for key in keys)
    reached = f"computed: {clock(back, lower_bound=bound)}"
    if not aims:
        return f"All of tier {tier}: no target; {reached}."
    last = max(aims.values())
    slack = [found.slack for key in aims if (found := case.found(key)).slack is not None]
    margin = min(slack) if len(slack) == len(aims) else None
    words = (
        "never reached"
        if margin is None
        else f"{length(margin)} to spare"
        if margin >= 0
        else f"late by {length(-margin)}"
    )
    return f"All of tier {tier} by {clock(last)}; {reached}; margin of the tightest: {words}."


def _when(case: Case) -> Text:
    failed = [failure.service for failure in case.scenario.fails]
    if not failed:
        return "The scenario names no failure."
    return sentence("When these are lost: ", *names(case.plan, failed[:_MOST_SYMPTOMS]), ".")


# The decision ----------------------------------------------------------------------------------


def decision(case: Case, edition: Edition) -> Iterator[Block]:
    """Yield the go or no-go page: one page, with fewer symptoms where there are many."""
    yield Fitted([tuple(_decision(case, edition, most)) for most in _SYMPTOMS], 1)


def _decision(case: Case, edition: Edition, most: int) -> Iterator[Block]:
    yield Heading(
        "Go or no-go",
        anchor="decision",
        note="All times count from the disruption (T). Read ≥ as “at least”.",
    )
    yield _moment_of_disruption()
    yield Measures(_measures(case))
    yield _deadline(case)
    yield from _symptoms(case, most)
    yield Heading("First actions", 2, numbered=False, listed=False)
    yield Points(_first_actions(case, edition), "check")
    yield from _decision_form()


def _moment_of_disruption() -> Table:
    columns = [
        Column("", 150),
        Column("", writing=True),
        Column("", 66),
        Column("", 90, writing=True),
    ]
    cells = [Words("T: it began on (date, time)", bold=True), "", Words("Time zone", bold=True), ""]
    return Table(columns, [Row(cells, writing=True)])


def _measures(case: Case) -> list[Measure]:
    recovery = case.recovery
    down = len(case.in_state(State.DOWN))
    missed = case.missed
    return [
        _declare_by(case),
        Measure(
            "Everything is back",
            clock(recovery.makespan, lower_bound=recovery.time_lower_bound) if down else "–",
            f"when declared at {clock(recovery.declared)}" if down else "nothing goes down",
        ),
        _first_tier(case),
        Measure(
            "Targets missed",
            str(len(missed)) if down else "–",
            f"of {count(len(case.recovered), 'service')} that need work",
            "bad" if missed else "plain",
        ),
    ]


def _declare_by(case: Case) -> Measure:
    latest = case.recovery.latest_declaration
    if not case.recovered:
        return Measure("Declare at the latest", "–", "nothing goes down")
    if latest is not None:
        spare = latest - case.recovery.declared
        tone: Tone = "bad" if spare <= 0 else "warning"
        return Measure("Declare at the latest", clock(latest), "or a target is missed", tone)
    if any(case.found(key).rto_met for key in case.recovered):
        return Measure("Declare at the latest", "any time", "no target depends on it")
    has_targets = any(case.found(key).rto_met is False for key in case.recovered)
    detail = "every target is missed already" if has_targets else "no service has a target"
    return Measure("Declare at the latest", "at once", detail, "bad" if has_targets else "plain")


def _best_tier(case: Case) -> tuple[int, list[str]] | None:
    """Return the most important tier among the services that need work, and those in it."""
    tiers = [tier for key in case.recovered if (tier := case.service(key).tier) is not None]
    if not tiers:
        return None
    best = min(tiers)
    return best, [key for key in case.recovered if case.service(key).tier == best]


def _all_back(case: Case, keys: list[str]) -> Duration | None:
    """Return when the last of some services is back; None for never."""
    moments = [case.found(key).up_at for key in keys]
    known = [moment for moment in moments if moment is not None]
    return max(known) if len(known) == len(moments) else None


def _first_tier(case: Case) -> Measure:
    best = _best_tier(case)
    if best is None:
        return Measure("Most important services", "–", "no tier is given")
    tier, keys = best
    bound = any(case.found(key).time_lower_bound for key in keys)
    detail = count(len(keys), "service")
    late = [key for key in keys if key in set(case.missed)]
    if late:
        detail += f", {len(late)} late"
    return Measure(
        f"All of tier {tier} back",
        clock(_all_back(case, keys), lower_bound=bound),
        detail,
        "bad" if late else "good",
    )


def _deadline(case: Case) -> Callout:
    latest = case.recovery.latest_declaration
    if not case.recovered:
        return Callout(
            "Nothing goes down",
            "Everything the scenario reaches stays up, or carries on until what it needs is back. "
            "Watch the services listed in section 2.",
            "good",
        )
    if latest is None:
        return Callout(
            "Decide as soon as the symptoms below are confirmed",
            "Waiting does not break a target that is met now; it only makes the outage longer.",
            "warning",
        )
    return Callout(f"Point of no return: declare by {clock(latest)}", _first_to_miss(case), "bad")


def _first_to_miss(case: Case) -> Text:
    met = [key for key in case.recovered if case.found(key).rto_met]
    spare = {key: case.found(key).slack or 0 for key in met}
    tight = sorted(met, key=spare.__getitem__)[:3]
    if not tight:
        return ""
    parts: list[str | Span] = ["Least time to spare: "]
    for index, key in enumerate(tight):
        parts += [", " if index else "", name(case.service(key).title)]
        parts.append(f" ({length(case.found(key).slack)} of {length(case.service(key).rto)})")
    return sentence(*parts, ".")


def _symptoms(case: Case, most: int) -> Iterator[Block]:
    """Yield the signs that fit, side by side with those that do not."""
    failures = case.scenario.fails
    fitting: list[Text] = [*case.scenario.signs]
    fitting += [
        sentence(name(case.service(failure.service).title), f" is lost at {clock(failure.at)}")
        for failure in failures[:most]
    ]
    if len(failures) > most:
        fitting.append(f"and {len(failures) - most} more, listed in section 2")
    if case.scenario.corrupts_data:
        fitting.append("Data is damaged, copies included: restore from isolated backups only")
    others: list[Text] = [*case.scenario.other_signs, *_other_scenarios(case)]
    columns = [
        Column("", 18, align="centre"),
        Column("Use this runbook when", weight=1.1),
        Column("", 18, align="centre"),
        Column("Do not use it when"),
    ]
    pairs = zip_longest(
        fitting or ["The scenario names no failure"],
        others or ["None of these is seen: find out more first, and write it down"],
    )
    yield Table(columns, [Row([*_ticked(one), *_ticked(other)]) for one, other in pairs])


def _ticked(words: Text | None) -> tuple[Cell, Cell]:
    return ("", "") if words is None else (Tick(), Words(words))


def _other_scenarios(case: Case) -> Iterator[Text]:
    """Yield what would make another scenario fit better: it fails something of this one, and more.

    Only the closest ones are named; a list of everything would not be read.
    """
    own = {failure.service for failure in case.scenario.fails}
    near: list[tuple[int, Scenario, list[str]]] = []
    for other in case.plan.scenarios.values():
        fails = [failure.service for failure in other.fails]
        more = [key for key in fails if key not in own]
        if other.id != case.scenario.id and more and own & set(fails):
            near.append((len(more), other, more))
    near.sort(key=lambda entry: entry[0])
    for _, other, more in near[:3]:
        rest = f" and {len(more) - 3} more" if len(more) > 3 else ""
        yield sentence(
            *names(case.plan, more[:3]), f"{rest} failed too: see “", name(other.title), "”"
        )


def _first_actions(case: Case, edition: Edition) -> list[Text]:
    latest = case.recovery.latest_declaration
    until = f" before {clock(latest)}" if latest is not None else ""
    bridge = _meeting_point(case)
    call = "Call the team leads in the order of section 3"
    return [
        "Are people safe? Deal with that first; dial the emergency number if not.",
        "Write down when it began (T, above) and open the log in the last sections.",
        sentence("Reach the decision maker: ", *with_numbers(edition), f". Decide{until}."),
        sentence(call, *((" and meet at ", name(bridge)) if bridge else ()), "."),
        "Start wave 1 of section 5. Tick each task, write the time, stop at each checkpoint.",
    ]


def _meeting_point(case: Case) -> str:
    points = [team.meeting_point for team in case.plan.teams.values() if team.meeting_point]
    return max(points, key=points.count) if points else ""


def _decision_form() -> Iterator[Block]:
    yield Heading("Decision", 2, numbered=False, listed=False)
    columns = [
        Column("Go", 40, align="centre"),
        Column("No-go", 44, align="centre"),
        Column("Later, at", 74, writing=True),
        Column("Decided by (name)", writing=True),
        Column("Time", 60, writing=True),
        Column("Signature", writing=True),
    ]
    yield Table(columns, [Row([Tick(), Tick()], writing=True) for _ in range(2)])
