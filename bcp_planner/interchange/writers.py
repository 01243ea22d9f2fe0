"""Every format that can be written: its name, its endings, its module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Writer:
    """One format that can be written.

    Attributes:
        name: What ``--as`` calls it.
        title: What people call it.
        endings: Endings of its files, lower case, with the dot; the first is offered.
        write: Returns the bytes of a plan, for formats that need no scenario.
        write_recovery: Returns the bytes of a recovery order, for formats that show one.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    write: Callable[[Plan], bytes] | None = None
    write_recovery: Callable[[Plan, Scenario], bytes] | None = None


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


def _csv(plan: Plan) -> bytes:
    from bcp_planner.interchange import exports

    return exports.services_csv(plan)


def _mermaid(plan: Plan) -> bytes:
    from bcp_planner.interchange import exports

    return exports.mermaid(plan)


def _calendar(plan: Plan) -> bytes:
    from bcp_planner.interchange import exports

    return exports.calendar(plan)


def _backstage(plan: Plan) -> bytes:
    from bcp_planner.interchange import backstage_writing

    return backstage_writing.write(plan)


def _site(plan: Plan) -> bytes:
    from bcp_planner.interchange import site

    return site.write(plan)


def _dora_chain(plan: Plan) -> bytes:
    from bcp_planner.interchange import dora

    return dora.chain(plan)


def _dora_functions(plan: Plan) -> bytes:
    from bcp_planner.interchange import dora

    return dora.functions(plan)


def _dora_assessment(plan: Plan) -> bytes:
    from bcp_planner.interchange import dora

    return dora.assessment(plan)


def _dora(plan: Plan) -> bytes:
    from bcp_planner.interchange import dora

    return dora.register(plan)


def _ms_project(plan: Plan, scenario: Scenario) -> bytes:
    from bcp_planner.interchange import ms_project

    return ms_project.write(plan, scenario)


def _recovery_csv(plan: Plan, scenario: Scenario) -> bytes:
    from bcp_planner.interchange import ms_project

    return ms_project.write_csv(plan, scenario)


WRITERS: tuple[Writer, ...] = (
    Writer("plan-json", "Plan as JSON", (".json",), _plan_json),
    Writer("template", "Workbook to fill in", ("template.xlsx",), _template),
    Writer("xlsx", "Excel workbook, one sheet a list", (".xlsx",), _xlsx),
    Writer("dora-05-02", "DORA register B_05.02, supply chain", ("b_05.02.csv",), _dora_chain),
    Writer("dora-06-01", "DORA register B_06.01, functions", ("b_06.01.csv",), _dora_functions),
    Writer("dora-07-01", "DORA register B_07.01, assessment", ("b_07.01.csv",), _dora_assessment),
    Writer("dora", "DORA register, three files in a ZIP file", ("dora.zip",), _dora),
    Writer("csv-files", "CSV files in a ZIP file, one a list", (".zip",), _csv_files),
    Writer(
        "recovery-csv",
        "Recovery order as CSV",
        ("recovery.csv",),
        write_recovery=_recovery_csv,
    ),
    Writer("csv", "Services as CSV", (".csv",), _csv),
    Writer("graphml", "GraphML", (".graphml",), _graphml),
    Writer("dot", "Graphviz DOT", (".dot", ".gv"), _dot),
    Writer("mermaid", "Mermaid flow chart", (".mmd", ".mermaid"), _mermaid),
    Writer("backstage", "Backstage catalogue", (".yaml", ".yml"), _backstage),
    Writer(
        "ms-project",
        "Recovery order as Microsoft Project XML",
        (".xml",),
        write_recovery=_ms_project,
    ),
    Writer("calendar", "Calendar of reviews, exercises and actions", (".ics",), _calendar),
    Writer("site", "Web page that works without a network", (".html", ".htm"), _site),
)
