"""Chains of thousands of services: nothing grows with the square of their length."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given

from bcp_planner.analysis import objectives as module
from bcp_planner.analysis.cutsets import cut_sets
from bcp_planner.analysis.findings import findings
from bcp_planner.analysis.objectives import objectives
from bcp_planner.analysis.recovery import follow
from bcp_planner.domain.entities import Estimate, Requirement, Scenario, Service
from bcp_planner.domain.plan import Plan
from tests.analysis.random_recoveries import recoveries
from tests.builders import scenario

if TYPE_CHECKING:
    import pytest

HOUR, MINUTE = 3_600_000, 60_000


def chain(length: int) -> Plan:
    """S0, which everything rests on, to the last service, the only one with targets."""
    names = [f"S{number}" for number in range(length)]
    services = {name: Service(id=name, name=name, restart=Estimate.of(MINUTE)) for name in names}
    services[names[0]] = replace(
        services[names[0]], recovery=Estimate.of(HOUR), recovery_point=HOUR
    )
    services[names[-1]] = replace(services[names[-1]], rto=20 * HOUR, rpo=MINUTE)
    links = {
        f"r{number}": Requirement(
            id=f"r{number}", dependant=names[number], providers=(names[number - 1],)
        )
        for number in range(1, length)
    }
    return Plan(services=services, requirements=links)


def test_every_service_of_a_deep_chain_is_a_single_point() -> None:
    found = cut_sets(chain(3_000), "S2999")

    assert set(found) == {(f"S{number}",) for number in range(2_999)}


def test_the_critical_path_of_a_deep_chain_is_all_of_it() -> None:
    order = [f"S{number}" for number in range(2_000)]

    assert list(follow(chain(2_000), scenario("S0"), order).critical_path) == order


def test_the_loss_at_the_end_of_a_deep_chain_is_traced_to_its_beginning() -> None:
    told = [f for f in findings(chain(3_000)) if f.code == "rpo-conflict-capability"]

    assert [f.services for f in told] == [("S2999", "S0")]


@given(recoveries())
def test_objectives_in_short_are_the_same_but_for_the_chain_of_what_is_achieved(
    drawn: tuple[Plan, Scenario],
) -> None:
    found = objectives(drawn[0])

    for key, row in found.in_short():
        assert row == replace(found[key], achieved_chain=())


def test_chains_too_long_to_tell_keep_their_driver_and_the_nearest_links(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_LINKS", 40)

    rows = dict(objectives(chain(10)).in_short())

    assert rows["S9"].chain == ()
    assert rows["S7"].chain == ("S9", "S8", "S7")
    assert rows["S0"].chain == ("S9", "S2", "S1", "S0")
    assert {rows[f"S{number}"].driver for number in range(9)} == {"S9"}
