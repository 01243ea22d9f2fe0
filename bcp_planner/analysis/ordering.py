"""Recovery orders: whether a given one can be followed, and good ones to begin with."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from bcp_planner.analysis.arrays import FINISH, NEVER, NOT_NEEDED, START
from bcp_planner.analysis.task import RecoveryTask, Wait
from bcp_planner.analysis.waits import Progress, components
from bcp_planner.domain.codec import shown
from bcp_planner.domain.errors import PlannerError


def read_order(task: RecoveryTask, order: Sequence[str]) -> list[int]:
    """Return an order as indices of services.

    Raises:
        PlannerError: naming the first id that is unknown, not taken down, or there twice, or
            else the first service that is missing.
    """
    seen: set[str] = set()
    for key in order:
        if key not in task.plan.services:
            raise PlannerError(f"The recovery order names {shown(key)}, which the plan lacks")
        if key not in task.index:
            raise PlannerError(
                f"The recovery order names {shown(key)}, which this scenario does not take down; "
                "leave it out"
            )
        if key in seen:
            raise PlannerError(f"The recovery order names {shown(key)} twice; keep one of the two")
        seen.add(key)
    missing = next((key for key in task.ids if key not in seen), None)
    if missing is not None:
        raise PlannerError(
            f"The recovery order lacks {shown(missing)}, which this scenario takes down; add it"
        )
    return [task.index[key] for key in order]


def offence(task: RecoveryTask, order: Sequence[int], place: int) -> PlannerError:
    """Return the error for an order whose service at a place comes before what it waits for."""
    service = order[place]
    earlier, rows = set(order[:place]), task.waits_of()
    late: dict[str, None] = {}
    for wait in rows[service]:
        missing = [_missing(task, rows, earlier, wait, provider) for provider in wait.providers]
        if wait.relation != NOT_NEEDED and missing.count([]) < wait.needed:
            late.update((task.ids[other], None) for others in missing for other in others)
    names = ", ".join(shown(key) for key in list(late)[:3])
    return PlannerError(
        f"The recovery order has {shown(task.ids[service])} before {names}, "
        "which it waits for; move it after"
    )


def _missing(
    task: RecoveryTask,
    rows: Sequence[Sequence[Wait]],
    earlier: Collection[int],
    wait: Wait,
    provider: int,
) -> list[int]:
    """Return who has to come earlier for a provider to satisfy a wait.

    To finish it is enough that the provider comes earlier or is in the same finish loop. To start
    it must be back, so what it waits for to finish must come earlier, too.
    """
    if wait.relation == FINISH:
        loop = task.loop[provider]
        together = loop >= 0 and loop == task.loop[wait.dependant]
        return [] if together or provider in earlier else [provider]
    seen, coming = {provider: None}, [provider]
    while coming:
        other = coming.pop()
        seen[other] = None
        if other in earlier:
            finishing = (w for w in rows[other] if w.relation == FINISH)
            coming.extend(p for w in finishing for p in w.providers if p not in seen)
    return [other for other in seen if other not in earlier]


def first_orders(task: RecoveryTask) -> Iterator[list[int]]:
    """Yield good orders by rules: least slack first, and longest chain of work first.

    Slack is the latest return by a backward pass from the targets; tier, number of dependants
    and place in the plan decide between equals. Each rule is applied twice: a service comes
    after all its providers where that is possible, or as soon as it may.
    """
    base = arrange(task, [0] * len(task), patient=True)
    slack = _ranks(task, latest_returns(task, base))
    chain = _ranks(task, [-tail for tail in _tails(task, base)])
    for rank in (slack, chain):
        for patient in (True, False):
            yield arrange(task, rank, patient=patient)


def _ranks(task: RecoveryTask, key: Sequence[int]) -> list[int]:
    users = Counter(provider for wait in task.waits for provider in set(wait.providers))
    tiers = [task.service(i).tier or NEVER for i in range(len(task))]
    by_rule = sorted(range(len(task)), key=lambda i: (key[i], tiers[i], -users[i], i))
    rank = [0] * len(task)
    for place, service in enumerate(by_rule):
        rank[service] = place
    return rank


def latest_returns(task: RecoveryTask, order: Sequence[int]) -> list[int]:
    """Return until when each service may be back for every target above it, without teams.

    Args:
        task: What is to be recovered.
        order: Any order that can be followed; the pass goes through it backwards.
    """
    latest = [NEVER] * len(task)
    rows = task.waits_of()
    for service in reversed(order):
        rto = task.service(service).rto
        if rto is not None:
            latest[service] = min(latest[service], task.down[service] + rto)
        for wait in rows[service]:
            if wait.relation != NOT_NEEDED:
                bound = latest[service] - (task.work[service] if wait.relation == START else 0)
                for provider in wait.providers:
                    latest[provider] = min(latest[provider], bound)
    return latest


def _tails(task: RecoveryTask, order: Sequence[int]) -> list[int]:
    """Return the longest chain of work from the start of each service to the end."""
    tail = list(task.work)
    rows = task.waits_of()
    for service in reversed(order):
        for wait in rows[service]:
            if wait.relation != NOT_NEEDED:
                after = tail[service] if wait.relation == START else 0
                for provider in wait.providers:
                    tail[provider] = max(tail[provider], after + task.work[provider])
    return tail


def arrange(task: RecoveryTask, rank: Sequence[int], *, patient: bool) -> list[int]:
    """Return an order that can be followed: always the lowest rank among what may come next.

    Args:
        task: What is to be recovered, prepared.
        rank: Rank of each service.
        patient: Keep a service that might ride through, or that might have several providers to
            choose from, until all its providers have come, as long as anything else is there.
    """
    return _Arrangement(task, rank, patient=patient).order()


class _Arrangement:
    """Services in units (a finish loop is one), taken as they become possible."""

    def __init__(self, task: RecoveryTask, rank: Sequence[int], *, patient: bool) -> None:
        self._task, self._rank = task, rank
        self._order: list[int] = []
        self._done: set[int] = set()
        self._units = _units(task)
        self._unit = [0] * len(task)
        for number, unit in enumerate(self._units):
            for service in unit:
                self._unit[service] = number
        self._open = [0] * len(self._units)
        self._wished = [0] * len(self._units)
        self._missing = [self._outside(wait) for wait in task.waits]
        self._users: list[list[int]] = [[] for _ in range(len(task))]
        for number, wait in enumerate(task.waits):
            self._count(number, wait, patient=patient)
        self._heaps: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
        for number in range(len(self._units)):
            self._offer(number)

    def _outside(self, wait: Wait) -> int:
        """Return how many providers must come before the unit of the dependant."""
        if wait.relation == NOT_NEEDED:
            return 0
        inside = sum(self._unit[p] == self._unit[wait.dependant] for p in wait.providers)
        return wait.needed - inside if wait.relation == FINISH else wait.needed

    def _count(self, number: int, wait: Wait, *, patient: bool) -> None:
        unit = self._unit[wait.dependant]
        self._open[unit] += self._missing[number] > 0
        for provider in wait.providers:
            self._users[provider].append(number)
            self._wished[unit] += patient and self._unit[provider] != unit

    def _offer(self, unit: int) -> None:
        if self._open[unit] <= 0:
            rank = min(self._rank[service] for service in self._units[unit])
            heapq.heappush(self._heaps[self._wished[unit] > 0], (rank, unit))

    def order(self) -> list[int]:
        while len(self._order) < len(self._task):
            unit = self._next()
            services = self._rest() if unit is None else self._units[unit]
            self._take([service for service in services if service not in self._done])
        return self._order

    def _next(self) -> int | None:
        for heap in self._heaps:
            while heap:
                unit = heapq.heappop(heap)[1]
                if any(service not in self._done for service in self._units[unit]):
                    return unit
        return None

    def _rest(self) -> list[int]:
        """Return services that come up together although their whole loop cannot.

        Possible only where k of n lets a part of a finish loop do without the rest.
        """
        progress = Progress(self._task)
        for service in self._order:
            progress.done(service)
        group = progress.group()
        edges = [
            (wait.dependant, provider)
            for wait in self._task.waits
            if wait.relation == FINISH and wait.dependant in group
            for provider in wait.providers
            if provider in group
        ]
        label = components(len(self._task), edges)
        first = min(label[service] for service in group)
        return [service for service in group if label[service] == first]

    def _take(self, services: Sequence[int]) -> None:
        for service in sorted(services, key=lambda i: self._rank[i]):
            self._order.append(service)
            self._done.add(service)
        touched: dict[int, None] = {}
        for service in services:
            for number in self._users[service]:
                self._came(number, service)
                touched[self._unit[self._task.waits[number].dependant]] = None
        for unit in touched:
            self._offer(unit)

    def _came(self, number: int, service: int) -> None:
        wait = self._task.waits[number]
        unit = self._unit[wait.dependant]
        if unit == self._unit[service] and wait.relation == FINISH:
            return
        self._wished[unit] -= self._unit[service] != unit
        self._missing[number] -= 1
        self._open[unit] -= self._missing[number] == 0


def _units(task: RecoveryTask) -> list[list[int]]:
    loops: dict[int, list[int]] = {}
    units: list[list[int]] = []
    for service, loop in enumerate(task.loop):
        if loop >= 0 and loop in loops:
            loops[loop].append(service)
            continue
        units.append([service])
        if loop >= 0:
            loops[loop] = units[-1]
    return units
