"""What deployment files declare in their less usual ways, and what is said when they do not."""

from __future__ import annotations

import json
from pathlib import Path

from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import importing
from bcp_planner.interchange.sources import Source, gathered
from tests.interchange.importing import of_text, pairs, reasons

BASE = """
services:
  api:
    extends: {service: common}
    image: api
    depends_on: [db]
  common:
    image: base
    depends_on: {mail: {condition: service_healthy, restart: true}}
  thing:
    extends: {file: ./more.yml, service: far}
    external_links: [legacy]
  round: {extends: trip}
  trip: {extends: round}
  db: {image: postgres}
  mail: {image: mail}
include: [parts/more.yml, gone.yml]
"""
MORE = "services: {far: {image: far, depends_on: [db]}}"


def _read(**files: str) -> importing.Preview:
    sources = [Source(name.replace("_", "."), text.encode()) for name, text in files.items()]
    return importing.preview(Plan(), sources)


def test_compose_services_take_over_what_they_extend() -> None:
    done = _read(base_yml=BASE, more_yml=MORE)
    assert pairs(done.plan) == {
        ("api", "db"),
        ("api", "mail"),
        ("common", "mail"),
        ("thing", "db"),
        ("far", "db"),
    }
    assert done.plan.services["thing"].description == "Image: far"
    assert done.plan.services["api"].description == "Image: api"
    notes = {r.note for r in done.plan.requirements.values() if r.providers == ("mail",)}
    assert notes == {"depends_on, restarted with it, condition: service_healthy"}
    assert len(reasons(done, "it extends itself")) == 2
    assert reasons(done, "legacy: a container of another project")
    assert [line for line in reasons(done, "include") if "gone" in line] == reasons(done, "include")


def test_compose_says_which_file_it_would_need() -> None:
    done = _read(base_yml=BASE)
    assert reasons(done, "more.yml far: that file is not among these")
    assert ("thing", "db") not in pairs(done.plan)


def _workload(name: str, **container: object) -> dict[str, object]:
    pod = {"containers": [{"name": name, **container}]}
    template = {"metadata": {"labels": {"app": name}}, "spec": pod}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": name},
        "spec": {"template": template},
    }


def _service(name: str) -> dict[str, object]:
    return {"metadata": {"name": name}, "spec": {"selector": {"app": name}}}


def _cluster(*manifests: dict[str, object]) -> importing.Preview:
    text = "\n---\n".join(json.dumps(one) for one in manifests)
    return of_text("k.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n---\n" + text)


def test_kubernetes_settings_in_config_maps_and_lists_of_addresses() -> None:
    names = ("web", "db", "api", "kafka", "mail")
    done = _cluster(
        _workload(
            "web",
            env=[
                {"name": "DB_HOST", "valueFrom": {"configMapKeyRef": {"name": "c", "key": "db"}}},
                {"name": "BROKERS", "value": "kafka-0.kafka:9092,kafka-1.kafka:9092"},
                {"name": "STORE", "value": "jdbc:postgresql://db.default.svc:5432/x"},
            ],
            envFrom=[{"configMapRef": {"name": "all"}}],
            args=["--relay=smtp://mail:25", "--name", "web"],
        ),
        *(_workload(name) for name in names[1:]),
        {"kind": "ServiceList", "items": [_service(name) for name in names]},
        {"kind": "ConfigMap", "metadata": {"name": "c"}, "data": {"db": "db"}},
        {"kind": "ConfigMap", "metadata": {"name": "all"}, "data": {"API_URL": "http://api/v1"}},
    )
    assert pairs(done.plan) == {("web", "db"), ("web", "kafka"), ("web", "api")}
    assert reasons(done, "web → mail: a command names its address")
    assert len(reasons(done, "named once more")) == 2


def test_terraform_copies_of_a_module_need_what_lies_in_the_same_copy() -> None:
    def resource(kind: str, module: str, needs: list[str]) -> dict[str, object]:
        one = {"attributes": {"id": kind}, "dependencies": needs}
        return {"module": module, "mode": "managed", "type": kind, "name": "x", "instances": [one]}

    copies = [f'module.net["{key}"]' for key in ("eu", "us")]
    resources = [resource("aws_vpc", copy, []) for copy in copies]
    resources += [resource("aws_subnet", copy, ["module.net.aws_vpc.x"]) for copy in copies]
    resources.append(resource("aws_instance", "", ["module.net.aws_vpc.x"]))
    resources.append({**resource("null", "", []), "instances": []})
    state = {"version": 4, "terraform_version": "1.5", "resources": resources}
    done = of_text("a.tfstate", json.dumps(state))
    needs = {r.dependant: r.providers for r in done.plan.requirements.values()}
    vpcs = tuple(f"{copy}.aws_vpc.x" for copy in copies)
    subnets = {f"{copy}.aws_subnet.x": (f"{copy}.aws_vpc.x",) for copy in copies}
    assert needs == {**subnets, "aws_instance.x": vpcs}
    assert reasons(done, "null.x: the state holds no instance")


def test_systemd_drop_ins_add_to_their_unit_and_other_names_are_told(tmp_path: Path) -> None:
    (tmp_path / "web.service.d").mkdir()
    unit = "[Unit]\nDescription=Shop\nOnFailure=alert.service\nRequiresMountsFor=/srv\n"
    (tmp_path / "web.service").write_text(f"{unit}[Install]\nAlias=www.service\n")
    (tmp_path / "web.service.d" / "more.conf").write_text("[Unit]\nRequires=vault.service\n")
    done = importing.preview(Plan(), gathered([tmp_path]))
    assert set(done.plan.services) == {"web.service", "vault.service"}
    assert pairs(done.plan) == {("web.service", "vault.service")}
    assert done.plan.services["web.service"].description == "Shop"
    for word in ("OnFailure=alert.service", "RequiresMountsFor=/srv", "Alias=www.service"):
        assert reasons(done, word)


def test_backstage_relations_as_the_catalogue_tells_them() -> None:
    def entity(kind: str, name: str, rest: str) -> str:
        head = f"apiVersion: backstage.io/v1alpha1\nkind: {kind}\nmetadata: {{name: {name}}}\n"
        return f"{head}{rest}\n---\n"

    text = entity("Component", "web", "spec: {type: website, partOf: [shop]}")
    text += entity(
        "Component",
        "api",
        "relations: [{type: apiConsumedBy, targetRef: 'component:default/web'}]",
    )
    text += entity("System", "shop", "spec: {owner: team}")
    text += entity("Group", "team", "spec: {type: team, parent: company}")
    done = of_text("catalog.yaml", text)
    assert pairs(done.plan) == {("shop", "web"), ("web", "api")}
    assert reasons(done, "parent company: who belongs to which team")


def test_silence_about_dependencies_is_told() -> None:
    quiet = of_text("a.yaml", "services: {a: {image: x}, b: {image: y}}")
    assert not quiet.plan.requirements
    assert reasons(quiet, "nothing in it says what needs what")
    told = of_text("a.yaml", "services: {a: {depends_on: [b]}, b: {image: y}}")
    assert not reasons(told, "nothing in it says")
