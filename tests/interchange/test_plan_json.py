from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from bcp_planner.domain.errors import FileProblem, InputRefused
from bcp_planner.domain.plan import LISTS, Plan
from bcp_planner.interchange import plan_json
from bcp_planner.interchange.incoming import merge
from tests.strategies import plans


def read(text: str | bytes) -> Plan:
    content = text.encode() if isinstance(text, str) else text
    return merge(Plan(), plan_json.parse(content))[0]


def document(**lists: Any) -> str:
    return json.dumps({"format": "bcp-planner/plan", "version": 1, **lists})


@settings(max_examples=25)
@given(plans())
def test_export_then_import_gives_the_same_plan_in_the_same_order(plan: Plan) -> None:
    text = plan_json.to_text(plan)
    again = read(text)
    assert again == plan
    assert [list(again.table(name)) for name in LISTS] == [list(plan.table(n)) for n in LISTS]
    assert plan_json.to_text(again) == text


@settings(max_examples=25)
@given(plans())
def test_what_is_written_fits_the_schema(plan: Plan) -> None:
    jsonschema.validate(json.loads(plan_json.to_text(plan)), plan_json.schema())


@settings(max_examples=25)
@given(plans())
def test_importing_the_same_file_again_changes_nothing(plan: Plan) -> None:
    again, report = merge(plan, plan_json.parse(plan_json.to_text(plan).encode()))
    assert again == plan
    assert (report.added, report.changed) == ({}, {})


def test_all_problems_are_named_at_once() -> None:
    text = document(
        services=[{"id": "a", "rtoo": 1}, {"id": "a"}, {"id": "b", "needs": {"dba": 1}}],
        requirements=[
            {"dependant": "a", "providers": ["x"]},
            {"dependant": "a", "providers": ["b"], "needs": 2},
        ],
        scenarios=[{"id": "s", "fails": [{"service": "a"}, {"service": "a"}]}],
        other=1,
    )
    with pytest.raises(InputRefused) as refused:
        read(text)
    assert refused.value.problems == (
        "other: unknown field",
        "services[0].rtoo: unknown field",
        "services[1].id: “a” is already used by services[0]",
        "services[2].needs.dba: “dba” is not among the teams",
        "requirements[0].providers[0]: “x” is not among the services",
        "requirements[1].needs: 2 of 1 providers cannot be met",
        "scenarios[0].fails[1].service: “a” fails twice",
    )


def test_a_problem_in_a_record_hides_none_of_its_others() -> None:
    text = document(
        services=[{"id": "a", "rto": "soon", "needs": {"dba": 1}}],
        requirements=[
            {"dependant": "x", "providers": ["y"], "tolerance": "-PT1H"},
            {"dependant": "a", "providers": ["a"], "needs": 3, "strength": "iron"},
            {"providers": ["y"]},
        ],
        scenarios=[{"id": "s", "fails": [{"service": "p", "at": "now"}, {}, {"service": "q"}]}],
    )
    with pytest.raises(InputRefused) as refused:
        read(text)
    assert {problem.split(": ")[0] for problem in refused.value.problems} == {
        "services[0].rto",
        "services[0].needs.dba",
        "requirements[0].tolerance",
        "requirements[0].dependant",
        "requirements[0].providers[0]",
        "requirements[1].strength",
        "requirements[1].providers",
        "requirements[1].needs",
        "requirements[2].dependant",
        "scenarios[0].fails[0].at",
        "scenarios[0].fails[0].service",
        "scenarios[0].fails[1].service",
    }


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not JSON at line 1"),
        (b"[]", "not a plan"),
        (b'{"format": "bcp-planner/plan"', "not JSON at line 1"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": NaN}', "NaN is not a number"),
        (b'{"format": 1, "format": 2}', "“format” stands twice"),
        (b'{"format": "bcp-planner/plan", "version": 2}', "newer version"),
        (b'{"format": "bcp-planner/plan", "version": true}', "version: expected 1"),
        (b'{"format": "bcp-planner/plan"}', "version: expected 1, but it is missing"),
        (b'{"format": "bcp-planner/plan", "version": 1, "services": {}}', "services: expected a"),
        (b'{"format": "bcp-planner/plan", "version": 1, "plan": []}', "plan: expected an object"),
        (b'{"format": "bcp-planner/plan", "version": 1, "teams": [7]}', "teams[0]: expected an"),
        (b"1" * 5000, "digits"),
    ],
)
def test_what_is_no_plan_is_refused_in_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read(content)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="no such file"):
        plan_json.read_plan(tmp_path / "missing.json")
    with pytest.raises(FileProblem, match="folder"):
        plan_json.read_plan(tmp_path)


def test_importing_updates_by_id_and_keeps_what_the_file_does_not_mention() -> None:
    old = read(document(services=[{"id": "a", "name": "Old", "rto": "PT4H"}, {"id": "b"}]))
    new, report = merge(
        old, plan_json.parse(document(services=[{"id": "a", "name": "New"}, {"id": "c"}]).encode())
    )
    assert (new.services["a"].name, new.services["a"].rto) == ("New", 4 * 3_600_000)
    assert list(new.services) == ["a", "b", "c"]
    assert report.added == {"services": ("c",)}
    assert report.changed == {"services": ("a",)}


def test_unnumbered_requirements_of_another_file_do_not_overwrite_each_other() -> None:
    old = read(
        document(
            services=[{"id": "a"}, {"id": "b"}, {"id": "c"}],
            requirements=[{"dependant": "a", "providers": ["b"]}],
        )
    )
    second = document(
        services=[{"id": "a"}, {"id": "b"}, {"id": "c"}],
        requirements=[
            {"dependant": "a", "providers": ["c"]},
            {"dependant": "a", "providers": ["b"], "tolerance": "PT1H"},
        ],
    )
    new, _ = merge(old, plan_json.parse(second.encode()))
    found = {(r.providers, r.tolerance) for r in new.requirements.values()}
    assert found == {(("b",), 3_600_000), (("c",), 0)}


def test_parallel_requirements_between_the_same_services_are_kept_apart() -> None:
    text = document(
        services=[{"id": "a"}, {"id": "b"}],
        requirements=[
            {"dependant": "a", "providers": ["b"], "strength": "soft"},
            {"dependant": "a", "providers": ["b"], "tolerance": "PT1H"},
        ],
    )
    assert len(read(text).requirements) == 2
