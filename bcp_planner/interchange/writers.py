"""Every format that can be written: its name, its endings, its module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bcp_planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Writer:
    """One format that can be written.

    Attributes:
        name: What ``--as`` calls it.
        title: What people call it.
        endings: Endings of its files, lower case, with the dot; the first is offered.
        write: Returns the bytes of a plan.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    write: Callable[[Plan], bytes]


def _plan_json(plan: Plan) -> bytes:
    from bcp_planner.interchange import plan_json

    return plan_json.to_text(plan).encode()


def _graphml(plan: Plan) -> bytes:
    from bcp_planner.interchange import graphml

    return graphml.write(plan)


def _dot(plan: Plan) -> bytes:
    from bcp_planner.interchange import dot

    return dot.write(plan)


def _xlsx(plan: Plan) -> bytes:
    from bcp_planner.interchange import plan_workbook

    return plan_workbook.to_xlsx(plan)


def _csv_files(plan: Plan) -> bytes:
    from bcp_planner.interchange import plan_workbook

    return plan_workbook.to_csv_files(plan)


def _template(_: Plan) -> bytes:
    from bcp_planner.interchange import plan_workbook

    return plan_workbook.template()


WRITERS: tuple[Writer, ...] = (
    Writer("plan-json", "Plan as JSON", (".json",), _plan_json),
    Writer("xlsx", "Excel workbook, one sheet a list", (".xlsx",), _xlsx),
    Writer("csv-files", "CSV files in a ZIP file, one a list", (".zip",), _csv_files),
    Writer("template", "Workbook to fill in", (".template.xlsx",), _template),
    Writer("graphml", "GraphML", (".graphml",), _graphml),
    Writer("dot", "Graphviz DOT", (".dot", ".gv"), _dot),
)
