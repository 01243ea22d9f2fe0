"""What nobody has filled in yet, teams that cannot do their work, empty scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.results import Finding, Severity
from bcp_planner.analysis.rules.look import Look, human, listed, numbers_where
from bcp_planner.domain import integrity

BUSINESS = ("product", "process")
"""Kinds that exist for the business rather than for other services."""

FEW = 12
"""Up to this many services a gap is told for each service, beyond it once for all."""


def find(look: Look) -> Iterator[Finding]:
    """Yield gaps service by service, then those of teams and scenarios."""
    yield from _owners(look)
    yield from _objectives(look)
    yield from _estimates(look)
    yield from _steps(look)
    yield from _teams(look)
    yield from _scenarios(look)
    yield from _references(look)


def _gaps(
    look: Look,
    code: str,
    severity: Severity,
    services: Sequence[int],
    lacks: str,
    suggestion: str,
    detail: Callable[[int], str] = lambda number: "",
) -> Iterator[Finding]:
    """Yield one finding a service, or one for all when there are many."""
    if len(services) <= FEW:
        for number in services:
            text = f"{look.name(number)} has {lacks}{detail(number)}."
            yield Finding(code, severity, look.ids([number]), text, suggestion)
        return
    text = f"{len(services)} services have {lacks}: {look.names(services)}."
    yield Finding(code, severity, look.ids(services), text, suggestion)


def _owners(look: Look) -> Iterator[Finding]:
    yield from _gaps(
        look,
        "missing-owner",
        Severity.WARNING,
        numbers_where(look.arrays.figure("owner") < 0),
        "no owner",
        "Name who answers for it.",
    )


def _objectives(look: Look) -> Iterator[Finding]:
    without = look.arrays.figure("rto") < 0
    required, _ = look.required
    missing = numbers_where(without)
    business = [n for n in missing if look.service(n).kind in BUSINESS or look.service(n).tier == 1]

    def asked(number: int) -> str:
        if required[number] >= NEVER:
            return ""
        return f"; what needs it asks for {human(required[number])}"

    shared = ("no RTO", "Agree on the longest outage to aim for with its owner.", asked)
    lacks, suggestion, detail = shared
    yield from _gaps(look, "missing-target", Severity.WARNING, business, lacks, suggestion, detail)
    rest = sorted(set(missing) - set(business))
    yield from _gaps(look, "missing-target", Severity.NOTE, rest, lacks, suggestion, detail)
    tier_one = numbers_where((look.arrays.figure("tier") == 1) & (look.arrays.figure("mtpd") < 0))
    of_business = [n for n in tier_one if look.service(n).kind in BUSINESS]
    for severity, services in (
        (Severity.WARNING, of_business),
        (Severity.NOTE, [n for n in tier_one if n not in of_business]),
    ):
        yield from _gaps(
            look,
            "missing-mtpd",
            severity,
            services,
            "no maximum tolerable period of disruption although it is tier 1",
            "Ask the business from when on the harm is unacceptable.",
        )


def _estimates(look: Look) -> Iterator[Finding]:
    missing = numbers_where(look.arrays.figure("recovery") < 0)
    for severity, services in _by_weight(look, missing):
        yield from _gaps(
            look,
            "missing-estimate",
            severity,
            services,
            "no estimate of its recovery time, so it counts as zero",
            "Ask those who would do the work, or take the time from the last test.",
        )


def _steps(look: Look) -> Iterator[Finding]:
    missing = numbers_where(look.arrays.figure("steps") < 0)
    for severity, services in _by_weight(look, missing):
        yield from _gaps(
            look,
            "missing-steps",
            severity,
            services,
            "no recovery steps",
            "Write down what to do, in the order of work, so that a runbook can be printed.",
        )


def _by_weight(look: Look, services: Sequence[int]) -> Iterator[tuple[Severity, list[int]]]:
    """Split services into those that a scenario loses or that are tier 1, and the rest."""
    fails = {f.service for scenario in look.plan.scenarios.values() for f in scenario.fails}
    tier = look.arrays.figure("tier")
    heavy = [n for n in services if tier[n] == 1 or look.id(n) in fails]
    yield Severity.WARNING, heavy
    yield Severity.NOTE, sorted(set(services) - set(heavy))


def _teams(look: Look) -> Iterator[Finding]:
    teams = look.plan.teams
    if not any(team.capacity is not None for team in teams.values()):
        return
    for number in numbers_where(look.arrays.figure("needs") > 0):
        for team_id, people in look.service(number).needs.items():
            team = teams.get(team_id)
            if team is None or team.capacity is None or people <= team.capacity:
                continue
            has = "nobody" if team.capacity == 0 else f"only {team.capacity}"
            yield Finding(
                "team-too-small",
                Severity.ERROR,
                look.ids([number]),
                f"{look.name(number)} needs {people} of {team.title}, which has {has}: its "
                "recovery can never begin.",
                f"Correct the number of people, or add people to {team.title}.",
            )


def _scenarios(look: Look) -> Iterator[Finding]:
    for scenario in look.plan.scenarios.values():
        if not scenario.fails:
            yield Finding(
                "scenario-without-failures",
                Severity.WARNING,
                (),
                f"The scenario {scenario.title} does not say what fails.",
                "Choose the services that it loses, or delete it.",
            )


def _references(look: Look) -> Iterator[Finding]:
    """Yield references to nothing; reading and editing refuse them, so this is a safety net."""
    plan = look.plan
    whole = look.structure.provider.min(initial=0) >= 0
    services = plan.services
    if whole and all(f.service in services for s in plan.scenarios.values() for f in s.fails):
        return
    found = integrity.problems(plan)
    yield Finding(
        "broken-reference",
        Severity.ERROR,
        (),
        f"The plan refers to what is not there: {listed(found[:3], len(found))}.",
        "Undo the last edit, or open an earlier version of the plan.",
    )
