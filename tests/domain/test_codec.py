from __future__ import annotations

import pytest

from bcp_planner.domain.codec import read_record, write_record
from bcp_planner.domain.entities import Estimate, Requirement, Scenario, Service

HOUR = 3_600_000


def problems_of(record: type, data: object) -> list[str]:
    problems: list[str] = []
    assert read_record(record, data, "services[3]", problems) is None
    return problems


def test_every_problem_is_named_with_its_path() -> None:
    data = {"rtoo": 1, "rto": "4h", "tier": 0, "kind": "app", "needs": {"dba": 0}, "tags": "x"}
    assert problems_of(Service, data) == [
        "services[3].rtoo: unknown field",
        "services[3].id: missing",
        (
            "services[3].kind: “app” is none of product, process, application, data, "
            "infrastructure, network, facility, people, equipment, supplier"
        ),
        "services[3].tags: expected a list, found a text",
        "services[3].tier: must be at least 1, found 0",
        "services[3].rto: “4h” is not a duration such as PT4H, P1DT12H or PT90S (weeks to seconds)",
        "services[3].needs: must be at least 1, found 0",
    ]


@pytest.mark.parametrize(
    ("record", "data", "problem"),
    [
        (Service, [], "services[3]: expected an object in braces, found a list"),
        (Service, {"id": ""}, "services[3].id: must not be empty"),
        (Service, {"id": "a\tb"}, "services[3].id: “a�b” holds control characters"),
        (Service, {"id": "a", "tier": True}, "services[3].tier: expected a number, found true or"),
        (Service, {"id": "a", "tier": 1.5}, "services[3].tier: expected a whole number, found 1.5"),
        (
            Service,
            {"id": "a", "rto": 4},
            "services[3].rto: expected a duration such as PT4H, found",
        ),
        (Service, {"id": "a", "position": [1]}, "services[3].position: expected two numbers"),
        (Service, {"id": "a", "name": "\0"}, "services[3].name: the text holds characters that"),
        (Service, {"id": "a", "name": "\ud800"}, "services[3].name: the text holds characters"),
        (
            Service,
            {
                "id": "a",
                "recovery": {"optimistic": "PT2H", "likely": "PT1H", "pessimistic": "PT3H"},
            },
            "services[3].recovery: optimistic must not exceed likely",
        ),
        (
            Service,
            {"id": "a", "steps": [{"text": "x", "done": 1}]},
            "services[3].steps[0].done: unknown field",
        ),
        (
            Requirement,
            {"id": "r", "dependant": "a", "providers": []},
            "services[3].providers: must name at least one",
        ),
        (
            Scenario,
            {"id": "s", "fails": [{"service": "a", "at": "-PT1H"}]},
            "services[3].fails[0].at: “-PT1H” is not a duration",
        ),
    ],
)
def test_wrong_values_are_named(record: type, data: object, problem: str) -> None:
    (found,) = problems_of(record, data)
    assert found.startswith(problem)


def test_unknown_is_kept_apart_from_zero() -> None:
    problems: list[str] = []
    unknown = read_record(Service, {"id": "a", "rto": None}, "s", problems)
    zero = read_record(Service, {"id": "a", "rto": "PT0S"}, "s", problems)
    assert unknown is not None
    assert zero is not None
    assert (unknown.rto, zero.rto) == (None, 0)
    assert "rto" not in write_record(unknown)
    assert write_record(zero)["rto"] == "PT0S"


def test_an_estimate_of_one_value_is_written_as_one_duration() -> None:
    one = Service(id="a", recovery=Estimate.of(HOUR), restart=Estimate(0, HOUR, 2 * HOUR))
    written = write_record(one)
    assert written["recovery"] == "PT1H"
    assert written["restart"] == {"optimistic": "PT0S", "likely": "PT1H", "pessimistic": "PT2H"}
