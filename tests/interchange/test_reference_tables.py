"""Public files against the reference tables beside them: nothing lost, nothing invented."""

from __future__ import annotations

from typing import Any

import pytest

from bcp_planner.domain.errors import InputRefused
from tests.interchange.importing import imported, pairs, reasons, reference


def _cases(name: str) -> list[Any]:
    return [pytest.param(key, value, id=key) for key, value in reference(name).items()]


@pytest.mark.parametrize(("name", "expected"), _cases("compose/reference-compose.json"))
def test_compose(name: str, expected: Any) -> None:
    done = imported(name)
    assert set(done.plan.services) == set(expected["services"])
    needs = {
        (r.dependant, r.providers[0], r.note.rpartition(" ")[2])
        for r in done.plan.requirements.values()
    }
    assert needs == {(a, b, condition) for a, b, condition, _ in expected["depends_on"]}
    for service, number in expected["replicas"].items():
        assert f"Replicas: {number}" in done.plan.services[service].description
    assert len(reasons(done, "volumes.")) == expected["volumes"]


@pytest.mark.parametrize(("name", "expected"), _cases("k8s/reference-k8s.json"))
def test_kubernetes(name: str, expected: Any) -> None:
    done = imported(f"k8s/{name}")
    assert set(done.plan.services) == set(expected["workloads_replicas"])
    assert pairs(done.plan) == {(a, b) for a, b, _ in expected["env_references"]}
    repeated = len(expected["env_references"]) - len(done.plan.requirements)
    assert len(reasons(done, "named once more")) == repeated
    left_out = [item for item in done.report.skipped if not item.is_note]
    told = len(done.plan.services) + len(left_out) - repeated
    assert told == expected["documents"]


@pytest.mark.parametrize(("name", "expected"), _cases("backstage/reference-backstage.json"))
def test_backstage(name: str, expected: Any) -> None:
    done = imported(f"backstage/{name}")
    entities = expected["unique_entities"] - expected["kinds"].get("location", 0)
    assert len(done.plan.services) == entities
    assert len(reasons(done, "not among these files")) == expected["dangling"]
    owned = sum(1 for service in done.plan.services.values() if service.owner)
    assert owned == expected["relations_by_key"]["owner"]
    followed = len(expected["relations"]) - expected["dangling"]
    assert len(done.plan.requirements) == followed


@pytest.mark.parametrize(("name", "expected"), _cases("terraform/reference-terraform.json"))
def test_terraform(name: str, expected: Any) -> None:
    done = imported(name)
    nodes = expected.get("resource_instances", expected.get("nodes", len(done.plan.services)))
    edges = expected.get("dependency_entries", expected.get("edges"))
    assert len(done.plan.services) == nodes
    assert len(done.plan.requirements) + len(reasons(done, "→")) == edges


@pytest.mark.parametrize(("name", "expected"), _cases("graphml/reference-graphml.json"))
def test_graphml(name: str, expected: Any) -> None:
    done = imported(name)
    assert len(done.plan.services) == expected["nodes"]
    assert len(done.plan.requirements) == expected["edges"]
    assert all(item.is_note for item in done.report.skipped)


@pytest.mark.parametrize(("name", "expected"), _cases("archimate/reference-archimate.json"))
def test_archimate(name: str, expected: Any) -> None:
    if "Bogus" in expected["root"]:
        with pytest.raises(InputRefused, match="no ArchiMate model"):
            imported(name)
        return
    done = imported(name)
    assert len(done.plan.services) == expected["elements"]
    left = reasons(done, "→")
    assert len(done.plan.requirements) + len(left) == expected["relationships"]
    left_out = [item for item in done.report.skipped if not item.is_note]
    assert len(left_out) - len(left) == expected["views"]
    words = ("AssociationRelationship", "SpecializationRelationship", "Association")
    assert len(left) == sum(expected["relationship_types"].get(word, 0) for word in words)


@pytest.mark.parametrize(("name", "expected"), _cases("drawio/reference-drawio.json"))
def test_drawio(name: str, expected: Any) -> None:
    done = imported(name)
    loose = len(reasons(done, "ends is loose"))
    itself = len(reasons(done, "cannot need itself"))
    assert len(done.plan.requirements) + itself == expected["edges_with_both_ends"]
    assert len(done.plan.requirements) + itself + loose == expected["edges"]
    others = len(done.report.skipped) - loose - itself
    assert len(done.plan.services) + others == expected["vertices"]


@pytest.mark.parametrize(("name", "expected"), _cases("service-graphs/reference-microsecend.json"))
def test_service_graphs(name: str, expected: Any) -> None:
    done = imported(name)
    assert len(done.plan.services) == expected["nodes"]
    assert len(done.plan.requirements) == expected["edges"]
    suppliers = [s for s in done.plan.services.values() if s.kind == "supplier"]
    assert len(suppliers) >= expected["external_entities"]


def test_systemd_relations() -> None:
    done = imported("service-graphs/systemd/systemd-edges.csv")
    expected = reference("service-graphs/systemd/reference-systemd.json")
    directives = expected["by_directive"]
    assert len(done.plan.requirements) + len(done.report.skipped) == expected["edges"]
    hard = [r for r in done.plan.requirements.values() if r.strength == "hard"]
    told = ("Requires", "BindsTo", "Requisite", "PartOf")
    assert len(hard) == sum(directives[word] for word in told)
    assert len(done.plan.requirements) - len(hard) == directives["Wants"]


@pytest.mark.parametrize(
    ("name", "nodes", "edges"), [("les_miserables", 77, 254), ("basic", 2, 2), ("data", 4, 5)]
)
def test_gexf(name: str, nodes: int, edges: int) -> None:
    done = imported(f"graphml/graphology-gexf/{name}.gexf")
    assert (len(done.plan.services), len(done.plan.requirements)) == (nodes, edges)


@pytest.mark.parametrize(
    ("number", "elements", "relations"), [("1", 3, 2), ("2", 3, 2), ("3", 5, 1), ("4", 4, 2)]
)
def test_archi_csv(number: str, elements: int, relations: int) -> None:
    parts = ["elements", "relations"] + (["properties"] if number in {"1", "2"} else [])
    done = imported(*(f"archimate/archi-csv/test{number}-{part}.csv" for part in parts))
    assert len(done.plan.services) == elements
    assert len(done.plan.requirements) == relations
    assert len(done.report.skipped) == 1
    assert "itself" in done.report.skipped[0].why
