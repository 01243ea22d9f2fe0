"""The worked examples in tests/cases, with expected values derived by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

from bcp_planner.domain.durations import parse_iso
from bcp_planner.domain.entities import Failure, Scenario
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange.incoming import merge
from bcp_planner.interchange.plan_json import parse

Case: TypeAlias = dict[str, Any]

FOLDER = Path(__file__).parent.parent / "cases"


def cases(command: str) -> list[Case]:
    """Return the examples of one command, as parsed JSON."""
    read = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json")))
    return [case for case in read if case["ask"]["command"] == command]


def plan_of(case: Case) -> Plan:
    plan, _ = merge(Plan(), parse(json.dumps(case["plan"]).encode()), case["name"])
    return plan


def scenario_of(case: Case) -> Scenario:
    fails = case["ask"]["fails"].items()
    return Scenario(id="case", fails=tuple(Failure(service=s, at=parse_iso(t)) for s, t in fails))


def millis(text: str | None) -> int | None:
    return None if text is None else parse_iso(text)
