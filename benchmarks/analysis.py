"""How fast the analysis is, beside networkx, rustworkx and scipy.

Run it as ``python -m benchmarks.analysis``. Same work, same process, medians of several runs.
rustworkx and scipy are only needed here (group ``benchmarks`` of the project); rows of a missing
one are left out. ``--json FILE`` also writes the
figures, ``--quick`` leaves out the largest plan, ``--cpu`` counts processor time instead of
elapsed time, for a machine that does other work too. All but the simulation runs on one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from bcp_planner.analysis import singles
from bcp_planner.analysis.arrays import Structure
from bcp_planner.analysis.findings import findings
from bcp_planner.analysis.graph import compiled, digraph
from bcp_planner.analysis.impact import ServiceImpacts, impact
from bcp_planner.analysis.kernels.jit import compiling
from bcp_planner.analysis.objectives import objectives
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.simulation import simulate
from bcp_planner.domain import edits
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan
from benchmarks.plans import layered, plain, staffed


@dataclass(frozen=True)
class Row:
    """One measured figure, and what it is to be at most (or at least, for ratios)."""

    work: str
    who: str
    value: float
    unit: str
    wanted: str = ""


clock = time.perf_counter


def median_ms(run: Callable[[], object], repeats: int = 15) -> float:
    run()
    times: list[float] = []
    for _ in range(repeats):
        begin = clock()
        run()
        times.append((clock() - begin) * 1000)
    return statistics.median(times)


def reanalyse(plan: Plan) -> None:
    """Everything that a window shows after an edit.

    Only what the edit cannot have changed is taken over from the analysis before, as in the window.
    """
    services = impact(plan, plan.scenarios["hub"]).services
    assert isinstance(services, ServiceImpacts)
    services.states()
    objectives(plan)
    findings(plan)
    singles.blast_sizes(plan)


def after_edits(plan: Plan, edit: Callable[[Plan, int], Plan], repeats: int) -> float:
    """Return the median time of a full analysis after each of a series of edits."""
    reanalyse(plan)
    times: list[float] = []
    for number in range(repeats + 1):
        plan = edit(plan, number)
        begin = clock()
        reanalyse(plan)
        times.append((clock() - begin) * 1000)
    return statistics.median(times[1:])


def set_tolerance(plan: Plan, number: int) -> Plan:
    requirement = list(plan.requirements)[number * 7]
    return edits.update(plan, "requirements", requirement, tolerance=60_000 + number)


def connect(plan: Plan, number: int) -> Plan:
    return edits.connect(plan, f"s{number}", [f"s{len(plan.services) - 5 - number}"])


def add_service(plan: Plan, number: int) -> Plan:
    return edits.add(plan, "services", Service(id=f"new{number}", name=f"New {number}"))


def set_target(plan: Plan, number: int) -> Plan:
    return edits.update(plan, "services", f"s{number * 7}", rto=7_200_000 + number)


EDITS: dict[str, Callable[[Plan, int], Plan]] = {
    "tolerance set": set_tolerance,
    "target set": set_target,
    "services connected": connect,
    "service added": add_service,
}


def full_analysis(sizes: list[int]) -> Iterator[Row]:
    limits = {1_000: "2", 10_000: "16", 100_000: "1000"}
    for size in sizes:
        plan = layered(size)
        repeats = 15 if size <= 10_000 else 5
        for name, edit in EDITS.items():
            value = after_edits(plan, edit, repeats)
            work = f"full re-analysis, {size:,} services, {name}"
            yield Row(work, "ours", value, "ms", f"<= {limits[size]}")


def blast_sizes() -> Iterator[Row]:
    work = "blast-radius size of every service, AND only, 10,000 services"
    plan = plain(10_000)
    structure = compiled(plan).structure
    ours = median_ms(
        lambda: singles.run_sweep(structure, structure.carrying, details=singles.SIZES)
    )
    yield Row(work, "ours", ours, "ms")
    peers = {
        "networkx": (_networkx_sizes(plan), 50, ">= 100"),
        "rustworkx": (_rustworkx_sizes(plan), 10, ""),
        "scipy": (_scipy_sizes(plan), 1, ">= 40"),
    }
    expected = singles.run_sweep(
        structure, structure.carrying, details=singles.SIZES
    ).taken.tolist()
    for who, (run, part, wanted) in peers.items():
        if run is None:
            continue
        some = range(0, len(expected), part)
        assert run(some) == expected[::part], f"{who} disagrees"
        value = median_ms(lambda run=run, some=some: run(some), 3) * part
        name = who if part == 1 else f"{who}, every {part}th"
        yield Row(work, name, value, "ms")
        yield Row(work, f"{who} / ours", value / ours, "x", wanted)


Sizes = Callable[[Iterable[int]], list[int]]
"""Sizes of the blast radius of some services, by number."""


def _hard_edges(plan: Plan) -> list[tuple[str, str]]:
    hard = (r for r in plan.requirements.values() if r.strength == "hard")
    return [(provider, r.dependant) for r in hard for provider in r.providers]


def _networkx_sizes(plan: Plan) -> Sizes | None:
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(plan.services)
    graph.add_edges_from(_hard_edges(plan))
    names = list(plan.services)
    return lambda some: [len(nx.descendants(graph, names[number])) for number in some]


def _rustworkx_sizes(plan: Plan) -> Sizes | None:
    if find_spec("rustworkx") is None:
        return None
    import rustworkx as rx

    index = {service: number for number, service in enumerate(plan.services)}
    graph = rx.PyDiGraph()
    graph.add_nodes_from(list(plan.services))
    graph.add_edges_from_no_data([(index[a], index[b]) for a, b in _hard_edges(plan)])
    return lambda some: [len(rx.descendants(graph, number)) for number in some]


def _scipy_sizes(plan: Plan) -> Sizes | None:
    if find_spec("scipy") is None:
        return None
    import numpy as np
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order

    index = {service: number for number, service in enumerate(plan.services)}
    pairs = np.array([(index[a], index[b]) for a, b in _hard_edges(plan)])
    size = len(index)
    graph = csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(size, size))

    return lambda some: [
        len(breadth_first_order(graph, number, return_predecessors=False)) - 1 for number in some
    ]


def single_points() -> Iterator[Row]:
    structure = compiled(layered(10_000)).structure
    value = median_ms(lambda: all_single_points(structure))
    work = "exact single points of failure of every service, k of n, 10,000 services"
    yield Row(work, "ours", value, "ms", "<= 10")


def all_single_points(structure: Structure) -> singles.Sweep:
    return singles.run_sweep(structure, structure.carrying, details=singles.ALL_DETAILS)


def simulations() -> Iterator[Row]:
    """Measure 10,000 trials of an order that is known, sums and percentiles included."""
    for size, limit in ((1_000, "0.3"), (10_000, "5")):
        plan = staffed(size)
        scenario = plan.scenarios["hub"]
        order = recover(plan, scenario, seconds=0).order
        run = partial(simulate, plan, scenario, trials=10_000, order=order)
        value = median_ms(run, 3) / 1000
        work = f"simulation, 10,000 trials, teams, {size:,} services ({len(order):,} go down)"
        yield Row(work, "ours, all processors", value, "s", f"<= {limit}")


def graph_after_edit() -> Iterator[Row]:
    plan = layered(10_000)
    work = "networkx graph of 10,000 services after one edit"
    yield Row(work, "built anew", median_ms(lambda: digraph_anew(plan), 5), "ms")
    digraph(plan)
    times: list[float] = []
    for number in range(9):
        plan = connect(plan, number)
        compiled(plan)
        begin = clock()
        digraph(plan)
        times.append((clock() - begin) * 1000)
    yield Row(work, "ours, patched", statistics.median(times), "ms")


def digraph_anew(plan: Plan) -> object:
    from bcp_planner.analysis.network import network

    return network(compiled(plan), None)


def in_a_process(program: str, **environment: str) -> float:
    """Return the number that a program prints last, run on its own."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])


_MEMORY = """
import resource
from benchmarks.analysis import reanalyse
from benchmarks.plans import layered
reanalyse(layered(100_000))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 ** 2)
"""

_WARM = """
import time
begin = time.perf_counter()
from bcp_planner.analysis.warm import warm
warm()
print(time.perf_counter() - begin)
"""


def memory() -> Iterator[Row]:
    work = "memory of a process that analysed 100,000 services"
    yield Row(work, "ours", in_a_process(_MEMORY), "GiB", "<= 1.5")


def compile_times() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as cache:
        for who in ("first time on a machine", "from the cache"):
            value = in_a_process(_WARM, NUMBA_CACHE_DIR=cache)
            yield Row("compiling all kernels, in the background", who, value, "s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--cpu", action="store_true")
    arguments = parser.parse_args()
    if arguments.cpu:
        global clock  # noqa: PLW0603 - one switch for the whole run
        clock = time.process_time
    sizes = [1_000, 10_000] if arguments.quick else [1_000, 10_000, 100_000]
    parts = [blast_sizes, single_points, simulations, graph_after_edit]
    if not arguments.quick:
        parts += [memory, compile_times]
    rows: list[Row] = []
    with compiling():
        for part in (lambda: full_analysis(sizes), *parts):
            for row in part():
                rows.append(row)
                figure = f"{row.value:12,.2f} {row.unit}"
                print(f"{row.work:72} {row.who:24} {figure:16} {row.wanted}", flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")


if __name__ == "__main__":
    main()
