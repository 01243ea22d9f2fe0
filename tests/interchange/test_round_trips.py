"""Every format that is read and written gives back what it was given."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import (
    backstage_writing,
    dot,
    exports,
    graphml,
    ms_project,
    plan_workbook,
    text_tables,
)
from bcp_planner.interchange.attributes import attributes_of, escaped, unescaped
from tests.builders import plan as new_plan
from tests.interchange.importing import of_text, pairs
from tests.strategies import plans, texts

_FEW = settings(max_examples=15)


def _same_graph(before: Plan, after: Plan) -> None:
    """Compare services and requirements; a requirement may get another free id."""
    assert after.services == before.services
    told = [{**attributes_of(r), "id": ""} for r in after.requirements.values()]
    for requirement in before.requirements.values():
        attributes = {**attributes_of(requirement), "id": ""}
        assert attributes in told
        told.remove(attributes)
    assert not told


@_FEW
@given(plans())
def test_a_workbook_holds_the_whole_plan(plan: Plan) -> None:
    done = of_text("plan.xlsx", plan_workbook.to_xlsx(plan))
    assert not done.report.skipped
    assert done.plan == plan


@_FEW
@given(plans())
def test_csv_files_hold_the_whole_plan(plan: Plan) -> None:
    done = of_text("plan.zip", plan_workbook.to_csv_files(plan))
    assert not done.report.skipped
    assert done.plan == plan


@_FEW
@given(plans())
def test_graphml_holds_services_and_requirements(plan: Plan) -> None:
    _same_graph(plan, of_text("plan.graphml", graphml.write(plan)).plan)


@_FEW
@given(plans())
def test_dot_holds_services_and_requirements(plan: Plan) -> None:
    _same_graph(plan, of_text("plan.dot", dot.write(plan)).plan)


@_FEW
@given(plans())
def test_a_backstage_catalogue_holds_services_and_requirements(plan: Plan) -> None:
    if plan.services or plan.teams:
        _same_graph(plan, of_text("catalog.yaml", backstage_writing.write(plan)).plan)


@_FEW
@given(plans())
def test_microsoft_project_holds_every_task_of_a_recovery(plan: Plan) -> None:
    for scenario in list(plan.scenarios.values())[:1]:
        found = ms_project.recovery_of(plan, scenario)
        tasks = {key for key in found.order if found.services[key].start is not None}
        if not tasks:
            continue
        done = of_text("order.xml", ms_project.write(plan, scenario))
        assert set(done.plan.services) == tasks
        assert not done.report.skipped
        needs = {key: dict(done.plan.services[key].needs) for key in tasks}
        assert needs == {key: dict(plan.services[key].needs) for key in tasks}
        again = of_text("order.xml", ms_project.write(plan, scenario), plan=done.plan)
        assert again.plan == done.plan


_NAMES = st.lists(
    st.text("bcdfgkmpqxzßÄ0123456789", min_size=3, max_size=9), min_size=2, max_size=9, unique=True
)


@_FEW
@given(_NAMES, st.data())
def test_services_as_csv_hold_services_and_requirements(names: list[str], data: Any) -> None:
    made = new_plan()
    for name in names:
        rto = data.draw(st.sampled_from([None, "15 min", "4 h", "1 d 12 h"]))
        made = made.service(name, rto=rto, tier=data.draw(st.sampled_from([None, 1, 4])))
    for name in names[1:]:
        made = made.needs(name, names[0])
    plan = made.build()
    done = of_text("services.csv", exports.services_csv(plan))
    assert pairs(done.plan) == pairs(plan)
    told = {key: (s.name, s.kind, s.rto, s.tier) for key, s in done.plan.services.items()}
    assert told == {key: (s.name, s.kind, s.rto, s.tier) for key, s in plan.services.items()}


@given(texts)
def test_no_cell_is_run_and_none_is_changed(text: str) -> None:
    cell = text_tables.harmless(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert text_tables.as_written(cell) == text


@given(texts)
def test_texts_that_xml_cannot_hold_come_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert all(letter >= " " or letter in "\t\n" for letter in escaped(text))


@pytest.mark.parametrize("text", ["=1+1", "+49 89 1", "-1", "@cmd", "\tx", "\rx", "'=1", "''"])
def test_cells_that_look_like_formulas_stay_text(text: str) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    plan = new_plan().service("a", owner=text, description=text).build()
    book = load_workbook(BytesIO(plan_workbook.to_xlsx(plan)))
    kinds = {cell.data_type for row in book["Services"].iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}
    for name, content in (
        ("a.xlsx", plan_workbook.to_xlsx(plan)),
        ("a.zip", plan_workbook.to_csv_files(plan)),
    ):
        assert of_text(name, content).plan == plan


def _recovered() -> Plan:
    return (
        new_plan()
        .service("Network", recovery="1 h", needs={"Net team": 1})
        .service("Database", recovery="2 h", needs={"DBA": 2}, steps=("Restore", "Check"))
        .service("Shop", restart="30 min")
        .needs("Database", "Network")
        .needs("Shop", "Database", recovery="finish")
        .team("DBA", 2)
        .scenario("Fire", "Network", "Database")
        .build()
    )


def test_a_recovery_order_goes_to_microsoft_project_and_back() -> None:
    plan = _recovered()
    done = of_text("order.xml", ms_project.write(plan, plan.scenarios["Fire"]))
    assert not done.report.skipped
    assert done.read_as[0][1] == "Microsoft Project XML"
    for key in plan.services:
        assert done.plan.services[key].recovery == plan.services[key].recovery
        assert done.plan.services[key].restart == plan.services[key].restart
        assert done.plan.services[key].needs == plan.services[key].needs
    assert pairs(done.plan) == pairs(plan)
    relations = {r.dependant: r.recovery for r in done.plan.requirements.values()}
    assert relations == {"Database": "start", "Shop": "finish"}
    assert done.plan.teams["DBA"].capacity == 2


def test_importing_the_same_again_changes_nothing() -> None:
    plan = _recovered()
    for name, content in _all_of(plan).items():
        once = of_text(name, content).plan
        again = of_text(name, content, plan=once)
        assert again.plan == once, name
        assert not again.report.added, name


def _all_of(plan: Plan) -> dict[str, Any]:
    return {
        "a.xlsx": plan_workbook.to_xlsx(plan),
        "a.zip": plan_workbook.to_csv_files(plan),
        "a.graphml": graphml.write(plan),
        "a.dot": dot.write(plan),
        "a.yaml": backstage_writing.write(plan),
        "a.xml": ms_project.write(plan, plan.scenarios["Fire"]),
    }


def test_the_template_is_read_without_a_word() -> None:
    done = of_text("template.xlsx", plan_workbook.template())
    assert done.plan == Plan()
    assert not done.report.skipped
