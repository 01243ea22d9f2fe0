"""What a scenario asks of recovery: the services taken down and what binds them (semantics.md 3).

Everything about services that stay up is folded away: a provider that never goes down counts as
back at 0 and never lost, so a requirement that such providers meet alone disappears, and every
other one needs only what is left of its k among the affected providers. The order of providers,
the k-th smallest loss and the k-th smallest return stay exactly what semantics.md says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.kernels.rows import packed_task
from bcp_planner.domain.codec import shown
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import RECOVERY_RELATIONS, Requirement, Scenario, Service
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.plan import Plan

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wait:
    """A hard requirement among affected services.

    Attributes:
        requirement: The record it stands for.
        dependant: Index of the service that needs something.
        providers: Indices of its affected providers.
        needed: How many of those must be back (k less the providers that stay up), at least 1.
        relation: ``START``, ``FINISH`` or ``NOT_NEEDED`` (also for a relaxed requirement).
    """

    requirement: Requirement
    dependant: int
    providers: tuple[int, ...]
    needed: int
    relation: int


@dataclass(frozen=True, slots=True)
class Known:
    """What has happened to a service so far; None for what has not, or is not known."""

    lost: Duration | None = None
    start: Duration | None = None
    finish: Duration | None = None
    back: Duration | None = None


@dataclass(frozen=True)
class RecoveryTask:
    """The services a scenario takes down, in the order of the plan, and what binds them."""

    plan: Plan
    scenario: Scenario
    ids: tuple[str, ...]
    index: Mapping[str, int]
    down: tuple[Duration, ...]
    fails: tuple[Duration, ...]
    work: tuple[Duration, ...]
    waits: tuple[Wait, ...]
    declared: Duration
    teams: bool
    """Whether the capacity of teams counts; mobilisation always does."""
    team_ids: tuple[str, ...]
    loop: tuple[int, ...] = ()
    """Finish loop of each service; set by ``waits.prepared``."""
    now: Duration = 0
    """Work that has not started starts no earlier."""
    known: Mapping[str, Known] = field(default_factory=dict[str, Known])
    """What has happened already, by service id."""
    relaxed: tuple[str, ...] = ()
    deadlocks: tuple[tuple[str, ...], ...] = ()
    _kept: dict[str, object] = field(
        default_factory=dict[str, object], init=False, compare=False, repr=False
    )

    def __len__(self) -> int:
        return len(self.ids)

    def service(self, index: int) -> Service:
        """Return the record of a service by its index."""
        return self.plan.services[self.ids[index]]

    def waits_of(self) -> list[list[Wait]]:
        """Return the waits of each service, in the order of the plan's requirements."""
        rows: list[list[Wait]] = [[] for _ in self.ids]
        for wait in self.waits:
            rows[wait.dependant].append(wait)
        return rows

    def as_of(self, now: Duration, known: Mapping[str, Known], declared: Duration) -> RecoveryTask:
        """Return the same task at a moment of its recovery, with what has happened so far."""
        down = [
            self.down[i] if lost is None else lost
            for i, key in enumerate(self.ids)
            for lost in [known[key].lost if key in known else None]
        ]
        return replace(self, now=now, known=known, declared=declared, down=tuple(down))

    def without_teams(self) -> RecoveryTask:
        """Return the same task with teams that are never short."""
        return replace(self, teams=False)

    def row(self) -> list[int]:
        """Return the task as one row of numbers, packed as ``kernels.rows`` says."""
        return self.once("row", lambda: _packed(self))

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what follows from the task alone; it is made when it is first asked for."""
        if name not in self._kept:
            self._kept[name] = make()
        return cast("T", self._kept[name])


def recovery_task(plan: Plan, scenario: Scenario, *, teams: bool = True) -> RecoveryTask:
    """Return what a scenario asks of recovery.

    Raises:
        PlannerError: if the scenario fails a service that the plan does not have.
    """
    for failure in scenario.fails:
        if failure.service not in plan.services:
            raise PlannerError(
                f"Scenario {shown(scenario.title)} fails {shown(failure.service)}, which is not "
                "among the services; choose one of the plan's services"
            )
    fails: dict[str, Duration] = {}
    for failure in scenario.fails:
        fails[failure.service] = min(failure.at, fails.get(failure.service, NEVER))
    hard = [r for r in plan.requirements.values() if r.strength == "hard"]
    down = _down_times(plan, scenario)
    ids = tuple(key for key in plan.services if key in down)
    index = {key: position for position, key in enumerate(ids)}
    return RecoveryTask(
        plan=plan,
        scenario=scenario,
        ids=ids,
        index=index,
        down=tuple(down[key] for key in ids),
        fails=tuple(fails.get(key, NEVER) for key in ids),
        work=tuple(likely_work(plan.services[key], failed=key in fails) for key in ids),
        waits=tuple(_waits(hard, index)),
        declared=plan.declared_after(scenario),
        teams=teams,
        team_ids=tuple(plan.teams),
    )


def likely_work(service: Service, *, failed: bool) -> Duration:
    """Return the working time to bring a service back; unknown counts as 0 (semantics.md 1)."""
    estimate = service.recovery if failed else service.restart
    return estimate.likely if estimate else 0


def _down_times(plan: Plan, scenario: Scenario) -> dict[str, Duration]:
    """Return when each affected service goes down, without recovery (semantics.md 2)."""
    services = impact(plan, scenario).services
    times = ((key, services[key].down_at) for key in plan.services)
    return {key: at for key, at in times if at is not None}


def _waits(hard: Sequence[Requirement], index: Mapping[str, int]) -> Iterator[Wait]:
    for requirement in hard:
        affected = tuple(index[p] for p in requirement.providers if p in index)
        needed = requirement.needed - (len(requirement.providers) - len(affected))
        if requirement.dependant in index and needed > 0:
            relation = RECOVERY_RELATIONS.index(requirement.recovery)
            dependant = index[requirement.dependant]
            yield Wait(requirement, dependant, affected, needed, relation)


def _packed(task: RecoveryTask) -> list[int]:
    rows = task.waits_of()
    waits = [wait for row in rows for wait in row]
    number = {team: position for position, team in enumerate(task.team_ids)}
    needs = [
        [(number[team], count) for team, count in task.service(i).needs.items() if count > 0]
        for i in range(len(task))
    ]
    people = [0] * len(task.team_ids)
    for row in needs:
        for team, count in row:
            people[team] += count
    capacities = [_members(task, team, people[number]) for number, team in enumerate(task.team_ids)]
    return packed_task(
        {
            "declared": [task.declared],
            "fails": list(task.fails),
            "down": list(task.down),
            "work": list(task.work),
            "loop": list(task.loop) or [-1] * len(task),
            "wait_first": first_places(rows),
            "wait_needed": [wait.needed for wait in waits],
            "wait_tolerance": [wait.requirement.tolerance for wait in waits],
            "wait_relation": [wait.relation for wait in waits],
            "provider_first": first_places([wait.providers for wait in waits]),
            "provider": [provider for wait in waits for provider in wait.providers],
            "need_first": first_places(needs),
            "need_team": [team for row in needs for team, _ in row],
            "need_people": [count for row in needs for _, count in row],
            "member_first": first_places([range(capacity or 0) for capacity in capacities]),
            "limited": [0 if capacity is None else 1 for capacity in capacities],
            "mobilisation": [task.plan.teams[team].mobilisation or 0 for team in task.team_ids],
            "now": [task.now],
            **{f"known_{name}": _known(task, name) for name in ("lost", "start", "finish", "back")},
        }
    )


def _known(task: RecoveryTask, name: str) -> list[int]:
    moments = (getattr(task.known.get(key), name, None) for key in task.ids)
    return [-1 if moment is None else moment for moment in moments]


def _members(task: RecoveryTask, team: str, asked: int) -> int | None:
    """Return how many members have to be told apart; None when the team is never short.

    A team with as many people as all affected work asks for at once is never short either.
    """
    capacity = task.plan.teams[team].capacity
    return None if not task.teams or capacity is None or capacity >= asked else capacity


def first_places(rows: Sequence[Sequence[object]]) -> list[int]:
    """Return where the parts of each row begin once all rows are joined, with one end more."""
    first = [0]
    for row in rows:
        first.append(first[-1] + len(row))
    return first
