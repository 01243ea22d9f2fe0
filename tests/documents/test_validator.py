"""What a validator of archives and of accessibility says; where none is installed, nothing.

`verapdf` is free (veraPDF, MPL-2.0 or GPL-3.0-or-later) and needs Java; it is not part of the
development environment. Where it is on the path, every kind of document has to pass.
"""

from __future__ import annotations

import datetime
import shutil
import subprocess
from pathlib import Path

import pytest

from bcp_planner.documents import KINDS, Orders, compose
from bcp_planner.documents.output import pdf_bytes
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import EMPTY, Plan
from bcp_planner.interchange.plan_json import read_plan

NOW = datetime.datetime(2026, 11, 23, 2, 0, tzinfo=datetime.UTC)
VALIDATOR = shutil.which("verapdf")


def _write_all(plan: Plan, folder: Path) -> list[Path]:
    written: list[Path] = []
    orders = Orders(plan, seconds=0)
    scenario = next(iter(plan.scenarios.values()), Scenario(id="none"))
    for kind in KINDS.values():
        about = scenario if kind.needs_scenario else None
        try:
            document = compose(kind.id, plan, scenario=about, now=NOW, orders=orders)
        except InputRefused:
            continue  # a plan without exercises has no papers of an exercise
        written.append(folder / f"{kind.id}.pdf")
        written[-1].write_bytes(pdf_bytes(document)[0])
    return written


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(VALIDATOR is None, reason="verapdf is not installed")
@pytest.mark.parametrize("rules", ["2a", "ua1"])
@pytest.mark.parametrize("sample", ["hospital", "retailer", "none"])
def test_every_kind_passes(rules: str, sample: str, tmp_path: Path) -> None:
    plan = EMPTY if sample == "none" else read_plan(Path(f"resources/samples/{sample}.json"))
    files = _write_all(plan, tmp_path)
    assert len(files) > 8
    command = [str(VALIDATOR), "--flavour", rules, "--format", "text", *map(str, files)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    passed = [line for line in said.splitlines() if line.startswith("PASS")]
    assert len(passed) == len(files), said
