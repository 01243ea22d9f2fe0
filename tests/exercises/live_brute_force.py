"""Recovery with actual times put in, word for word and slowly; nothing of the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bcp_planner.analysis.task import Known
from tests.analysis.brute_force_recovery import NEVER, Outcome, Walk, hard


@dataclass
class LiveWalk(Walk):
    now: float = 0
    known: Mapping[str, Known] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        for s, one in self.known.items():
            if one.lost is not None:
                self.section2[s] = one.lost

    def bring_back(self, s: str) -> None:
        one = self.known.get(s, Known())
        if one.lost is None and self.rides_through(s):
            self.done[s] = Outcome(rides=True)
            self.come_up_together()
            return
        failure = self.fails.get(s, NEVER)
        down = one.lost if one.lost is not None else min([failure, *self.effects(s)])
        waits = [self.restored(r) for r in hard(self.plan, s) if self.relation(r) == "start"]
        ready = max([self.declared, down, failure if s in self.fails else 0, *waits])
        service = self.plan.services[s]
        estimate = service.recovery if s in self.fails else service.restart
        work = estimate.likely if estimate else 0
        start = max(self.start(s, ready), self.now)
        finish = start + work
        if one.start is not None:
            start = one.start
            finish = one.finish if one.finish is not None else max(self.now, start + work)
        self.keep(s, start, finish)
        outcome = Outcome(rides=False, down=down, start=start, finish=finish)
        if one.back is None:
            self.waiting[s] = outcome
        else:
            outcome.up = one.back
            self.done[s] = outcome
        self.come_up_together()

    def rides_through(self, s: str) -> bool:
        if s in self.fails:
            return False
        if not self.effects(s):
            return True
        trial = LiveWalk(
            self.plan, self.scenario, self.relaxed, self.teams, self.declared, known=self.known
        )
        trial.done = {**self.done, s: Outcome(rides=True)}
        trial.waiting = {k: Outcome(**vars(v)) for k, v in self.waiting.items()}
        trial.come_up_together()
        return not trial.effects(s)

    def keep(self, s: str, start: float, finish: float) -> None:
        for team_id, count in self.plan.services[s].needs.items():
            team = self.plan.teams[team_id]
            if team.capacity is None or start >= NEVER:
                continue
            people = sorted(self.people[team_id])
            taken = people[:count]
            if taken:
                until = max(finish, taken[-1])
                self.people[team_id] = [*people[len(taken) :], *[until] * len(taken)]
