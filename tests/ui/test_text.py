"""Values as they are typed and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.domain.durations import DAY, HOUR, MINUTE
from bcp_planner.domain.entities import Contact, Estimate, Requirement, Scenario, Service
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.forms.text import WrongText, from_text, to_text

PLAN: Plan = plan().service("Shop", needs={"DBA": 2}).service("DB").needs("Shop", "DB").build()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("rto", "4h", 4 * HOUR),
        ("rto", "1d 12h", DAY + 12 * HOUR),
        ("rto", "90 min", 90 * MINUTE),
        ("rto", "", None),
        ("rto", "unknown", None),
        ("rto", "0", 0),
        ("tier", "2", 2),
        ("recovery", "2 h", Estimate.of(2 * HOUR)),
        ("recovery", "1h / 2h / 5h", Estimate(HOUR, 2 * HOUR, 5 * HOUR)),
        ("tags", "life-safety, clinical", ("life-safety", "clinical")),
        ("needs", "2 × DBA", {"DBA": 2}),
        ("needs", "dba", {"DBA": 1}),
        ("kind", "Data", "data"),
        ("pinned", "yes", True),
    ],
)
def test_what_a_person_types_is_understood(name: str, text: str, value: object) -> None:
    assert from_text(fields_of(Service)[name], text, PLAN) == value


@pytest.mark.parametrize(
    ("record", "name", "text"),
    [
        (Service, "rto", "4"),
        (Service, "rto", "soon"),
        (Service, "tier", "0"),
        (Service, "tier", "1.5"),
        (Service, "recovery", "5h / 2h / 1h"),
        (Service, "kind", "spaceship"),
        (Service, "needs", "0 × DBA"),
        (Service, "needs", "nobody"),
        (Contact, "verified_on", "yesterday"),
        (Scenario, "likelihood_per_year", "-1"),
        (Requirement, "providers", ""),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(record: type, name: str, text: str) -> None:
    with pytest.raises(WrongText) as refused:
        from_text(fields_of(record)[name], text, PLAN)

    assert str(refused.value).endswith(".")


def test_unknown_is_empty_and_not_zero() -> None:
    field = fields_of(Service)["rto"]

    assert to_text(field, None, PLAN) == ""
    assert to_text(field, 0, PLAN) == "0 min"


@given(st.integers(0, 400 * DAY))
def test_durations_read_back_what_is_shown(value: int) -> None:
    field = fields_of(Service)["rto"]

    assert from_text(field, to_text(field, value, PLAN), PLAN) == value


def test_every_value_of_a_service_reads_back_what_is_shown() -> None:
    service = PLAN.services["Shop"]
    skipped = (Kind.RECORDS, Kind.POINT)

    for name, field in fields_of(Service).items():
        if field.about.kind not in skipped:
            value = getattr(service, name)
            assert from_text(field, to_text(field, value, PLAN), PLAN) == value, name
