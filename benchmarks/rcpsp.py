"""Quality of recovery orders on project scheduling problems with known best values (PSPLIB).

``python -m benchmarks.rcpsp [--seconds 10] [--sets j30 j60] [--every 1] [--json FILE]``

Reads ``../shared/data/rcpsp``: every activity is a service that fails at 0, one unit of time is a
minute, the aim is the makespan. Prints, for each set, the average deviation from the best known
makespan and how many orders were proven best; says so when a schedule is infeasible or a bound
is above a known makespan.
"""

from __future__ import annotations

import argparse
import csv
import json
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.results import Recovery
from bcp_planner.domain.durations import MINUTE
from bcp_planner.domain.entities import Failure, Scenario
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange.incoming import merge
from bcp_planner.interchange.plan_json import parse

FOLDER = Path(__file__).parent.parent.parent / "shared" / "data" / "rcpsp"
TARGETS = {"j30": 0.1, "j60": 1.0, "j90": 1.5, "j120": 4.0}


def everything_fails(plan: Plan) -> Scenario:
    return Scenario(id="all", fails=tuple(Failure(service=key) for key in plan.services))


def problems_of(plan: Plan, found: Recovery) -> Iterator[str]:
    """Yield what makes a schedule infeasible: an early start or too many people at once."""
    rows = found.services
    for requirement in plan.requirements.values():
        for provider in requirement.providers:
            if (rows[requirement.dependant].start or 0) < (rows[provider].up_at or 0):
                yield f"{requirement.dependant} starts before {provider} is back"
    for team in plan.teams.values():
        for key, row in rows.items():
            busy = sum(
                plan.services[other].needs.get(team.id, 0)
                for other, task in rows.items()
                if (task.start or 0) <= (row.start or 0) < (task.finish or 0)
            )
            if busy > (team.capacity or 0):
                yield f"team {team.id} has too few people when {key} starts"


def measured(row: dict[str, str], seconds: float) -> dict[str, Any]:
    data = (FOLDER / "plans" / f"{row['instance']}.json").read_bytes()
    plan, _ = merge(Plan(), parse(data), row["instance"])
    started = time.perf_counter()
    found = recover(plan, everything_fails(plan), aim="makespan", seconds=seconds)
    took = time.perf_counter() - started
    best = int(row["best_known_makespan"])
    reached = (found.makespan or 0) / MINUTE
    return {
        "instance": row["instance"],
        "set": row["set"],
        "reached": reached,
        "best_known": best,
        "bound": found.aim.bound / MINUTE,
        "proven": found.aim.proven,
        "deviation_percent": 100 * (reached - best) / best,
        "seconds": round(took, 2),
        "problems": list(problems_of(plan, found)),
        "bound_is_wrong": found.aim.bound / MINUTE > best,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--sets", nargs="*", default=list(TARGETS))
    parser.add_argument("--every", type=int, default=1, help="take every n-th instance only")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    with (FOLDER / "psplib-best-known.csv").open(encoding="utf-8") as file:
        known = list(csv.DictReader(file))
    rows: list[dict[str, Any]] = []
    print("set   instances  average deviation  target  best  proven  seconds (mean)")
    for name in arguments.sets:
        chosen = [row for row in known if row["set"] == name][:: arguments.every]
        found = [measured(row, arguments.seconds) for row in chosen]
        rows.extend(found)
        deviation = statistics.fmean(row["deviation_percent"] for row in found)
        hits = sum(row["reached"] <= row["best_known"] for row in found)
        proven = sum(row["proven"] for row in found)
        took = statistics.fmean(row["seconds"] for row in found)
        print(
            f"{name:5} {len(found):9}  {deviation:15.2f} %  {TARGETS[name]:4} %"
            f"  {hits:4}  {proven:6}  {took:7.1f}",
            flush=True,
        )
    wrong = [row for row in rows if row["problems"] or row["bound_is_wrong"]]
    print(f"infeasible schedules or wrong bounds: {len(wrong)}")
    for row in wrong:
        print(" ", row["instance"], *row["problems"][:1], "bound", row["bound"])
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
