"""Minimal cut sets of published fault trees: exact numbers, and how long they take.

Run it as ``python -m benchmarks.faulttrees FOLDER``; the folder holds ``plans`` and the numbers to
compare with in ``reference-aralia.csv``. Orders 1 to 3 are counted for every coherent tree, all
orders where there are fewer than a million cut sets. ``--json FILE`` also writes the figures.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from pathlib import Path

from bcp_planner.analysis.cutsets import cut_set_counts, cut_sets
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange.plan_json import read_plan

LISTED = 1_000_000
FOLDER = Path(__file__).parents[2] / "shared/data/faulttree"


def top_event(plan: Plan) -> str:
    return plan.info.name.rpartition(" ")[2].rstrip(")")


def measured(plan: Plan, expected: dict[str, str]) -> dict[str, object]:
    top = top_event(plan)
    begin = time.perf_counter()
    counts = cut_set_counts(plan, top, 3, "leaves")
    row: dict[str, object] = {
        "orders": [counts.get(order, 0) for order in (1, 2, 3)],
        "expected": [int(expected[f"mcs_order{order}"]) for order in (1, 2, 3)],
        "seconds": time.perf_counter() - begin,
    }
    total = int(expected["mcs_total"] or LISTED)
    if total < LISTED:
        begin = time.perf_counter()
        row["total"] = len(cut_sets(plan, top, None, "leaves"))
        row["expected_total"] = total
        row["total_seconds"] = time.perf_counter() - begin
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    with (arguments.folder / "reference-aralia.csv").open(encoding="utf-8") as file:
        reference = {row["tree"]: row for row in csv.DictReader(file) if row["coherent"] == "yes"}
    rows: dict[str, dict[str, object]] = {}
    print(f"{'tree':10} {'order 1, 2, 3':>22} {'s':>7}   {'all':>9} {'s':>7}")
    for path in sorted((arguments.folder / "plans").glob("*.json")):
        if path.stem not in reference:
            continue
        row = rows[path.stem] = measured(read_plan(path), reference[path.stem])
        right = row["orders"] == row["expected"] and row.get("total") == row.get("expected_total")
        orders = ", ".join(map(str, row["orders"]))  # pyright: ignore
        total = f"{row['total']:9} {row['total_seconds']:7.2f}" if "total" in row else ""
        verdict = "" if right else "  WRONG"
        print(f"{path.stem:10} {orders:>22} {row['seconds']:7.2f}   {total}{verdict}", flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n")
    if any(row["orders"] != row["expected"] for row in rows.values()):
        sys.exit(1)


if __name__ == "__main__":
    main()
