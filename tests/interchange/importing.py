"""Importing in few words, and where the public files lie that tests read but never copy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bcp_planner.domain.plan import EMPTY, Plan
from bcp_planner.interchange import importing
from bcp_planner.interchange.sources import Source, gathered

DATA = Path(__file__).parents[2].parent / "shared" / "data"
FIXTURES = Path(__file__).parent / "fixtures"


def data(*names: str) -> list[Path]:
    """Return public files or folders; the test is skipped where they are missing."""
    paths = [DATA / name for name in names]
    if not all(path.exists() for path in paths):
        pytest.skip("the public files are not here")
    return paths


def reference(name: str) -> dict[str, Any]:
    """Return a reference table, or an empty one where it is missing, so that nothing is tested."""
    path = DATA / name
    return json.loads(path.read_text()) if path.exists() else {}


def imported(*names: str, plan: Plan = EMPTY, **wishes: Any) -> importing.Preview:
    """Return the import of public files."""
    return importing.preview(plan, gathered(data(*names)), **wishes)


def of_text(
    name: str,
    text: str | bytes,
    plan: Plan = EMPTY,
    **wishes: Any,
) -> importing.Preview:
    """Return the import of one file given by its content."""
    content = text.encode() if isinstance(text, str) else text
    return importing.preview(plan, [Source(name, content)], **wishes)


def pairs(plan: Plan) -> set[tuple[str, str]]:
    """Return who needs whom."""
    return {(r.dependant, p) for r in plan.requirements.values() for p in r.providers}


def reasons(preview: importing.Preview, word: str) -> list[str]:
    """Return the lines about left-out things that hold a word."""
    return [f"{s.what}: {s.why}" for s in preview.report.skipped if word in f"{s.what}: {s.why}"]
