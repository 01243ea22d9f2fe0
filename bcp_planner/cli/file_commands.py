"""Commands that make, fill and write plan files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import resources
from bcp_planner.cli import plans
from bcp_planner.cli.output import Output, counts, table
from bcp_planner.domain.codec import Json, shown
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import formats
from bcp_planner.interchange.incoming import ImportReport
from bcp_planner.session import PlanSession


def sample_names() -> list[str]:
    """Return the names of the shipped sample plans."""
    return sorted(path.stem for path in resources.path("samples").glob("*.json"))


def sample(name: str) -> Plan:
    """Return a shipped sample plan.

    Raises:
        InputRefused: if there is no sample of that name.
    """
    if name not in sample_names():
        raise InputRefused(
            "--sample", [f"{shown(name)} is not one of: {', '.join(sample_names())}"]
        )
    from bcp_planner.interchange import plan_json

    return plan_json.read_plan(resources.path("samples") / f"{name}.json")


def new(arguments: argparse.Namespace) -> Output:
    """Make a new plan file, empty or from a sample."""
    path: Path = arguments.plan
    start = sample(arguments.sample) if arguments.sample else Plan()
    PlanSession.create(path, start).close()
    services = len(start.services)
    document: dict[str, Json] = {"plan": str(path), "services": services}
    return Output(document, lambda: [f"{path}: new plan with {services} services"])


def import_(arguments: argparse.Namespace) -> Output:
    """Add the content of files to a plan; the plan is made when it is missing."""
    path: Path = arguments.plan
    if path.exists():
        with plans.opened_for_edit(path) as session:
            merged, report = _joined(session.plan, arguments)
            session.edit(_label(arguments.sources), merged, kind="import")
    else:
        merged, report = _joined(Plan(), arguments)
        PlanSession.create(path, merged).close()
    return Output(report_document(report), lambda: report_lines(report))


def _label(sources: list[Path]) -> str:
    return "Import " + ", ".join(source.name for source in sources)


def _joined(plan: Plan, arguments: argparse.Namespace) -> tuple[Plan, ImportReport]:
    """Return the plan joined with every source, or refuse them all."""
    from bcp_planner.interchange import importing
    from bcp_planner.interchange.sources import gathered

    terms: dict[str, str] = dict(arguments.map or ())
    done = importing.preview(plan, gathered(arguments.sources), arguments.format, terms)
    return done.plan, done.report


def report_document(report: ImportReport) -> Json:
    """Return an import report as JSON."""
    return {
        "added": _lists(report.added),
        "changed": _lists(report.changed),
        "skipped": [
            {"what": item.what, "why": item.why, "taken": item.is_note} for item in report.skipped
        ],
    }


def _lists(lists: Mapping[str, tuple[str, ...]]) -> dict[str, Json]:
    return {name: cast("Json", list(ids)) for name, ids in lists.items()}


def report_lines(report: ImportReport) -> Iterator[str]:
    """Yield an import report for reading."""
    for word, lists in (("added", report.added), ("changed", report.changed)):
        yield f"{word}: {counts(lists)}"
    for item in report.skipped:
        if item.is_note:
            yield f"note: {item.what.removesuffix(' (note)')}: {item.why}"
        else:
            yield f"skipped: {item.what}: {item.why}"


def export(arguments: argparse.Namespace) -> Output:
    """Write a plan in another format."""
    plan = plans.read(arguments.plan)
    target: Path = arguments.target
    scenario = None
    if arguments.scenario is not None:
        scenario = plans.named_scenario(plan, arguments.scenario)
    elif len(plan.scenarios) == 1:
        scenario = next(iter(plan.scenarios.values()))
    formats.write(plan, target, arguments.format, scenario)
    return Output({"written": str(target)}, lambda: [f"{target}: written"])


def list_formats(_: argparse.Namespace) -> Output:
    """List the formats that are read and written, with the endings of their files."""
    from bcp_planner.interchange.readers import READERS
    from bcp_planner.interchange.writers import WRITERS

    listed = [("read", one.name, one.title, one.endings) for one in READERS]
    listed += [("written", one.name, one.title, one.endings) for one in WRITERS]
    document: dict[str, Json] = {
        "formats": [
            {"way": way, "name": name, "title": title, "endings": list(endings)}
            for way, name, title, endings in listed
        ]
    }
    rows = ((way, name, title, " ".join(endings)) for way, name, title, endings in listed)
    return Output(document, lambda: table(("way", "name", "title", "endings"), rows))


def schema(_: argparse.Namespace) -> Output:
    """Print the JSON Schema of plan documents."""
    from bcp_planner.interchange import plan_json

    output = Output(plan_json.schema(), lambda: [output.json_text()])
    return output
