"""What becomes what, format by format, on small files written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bcp_planner.domain.durations import DAY, HOUR, MINUTE
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import importing
from bcp_planner.interchange.sources import Source, gathered
from tests.builders import plan as new_plan
from tests.interchange.importing import of_text, pairs, reasons

COMPOSE = """
x-base: &base
  restart: always
  depends_on: [cache]
services:
  web:
    <<: *base
    image: nginx
    profiles: [prod, demo]
    deploy: {replicas: 3}
    links: ["db:database"]
  worker:
    <<: *base
    depends_on:
      db: {condition: service_healthy}
      queue: {condition: service_started, required: false}
      gone: {condition: service_started}
  db: {image: "postgres:16", volumes: ["data:/var/lib", "./conf:/conf"]}
  cache: {image: redis}
  queue: {image: rabbitmq}
volumes: {data: {}}
include: [other.yaml]
"""


def test_compose_follows_merge_keys_and_keeps_what_it_says() -> None:
    done = of_text("compose.yaml", COMPOSE)
    assert pairs(done.plan) == {
        ("web", "cache"),
        ("web", "db"),
        ("worker", "db"),
        ("worker", "queue"),
    }
    web = done.plan.services["web"]
    assert web.tags == ("profile:prod", "profile:demo")
    assert "Replicas: 3" in web.description
    assert done.plan.services["db"].kind == "data"
    assert "Volumes: data" in done.plan.services["db"].description
    by_ends = {(r.dependant, r.providers[0]): r for r in done.plan.requirements.values()}
    assert by_ends["worker", "queue"].strength == "soft"
    assert "service_healthy" in by_ends["worker", "db"].note
    assert reasons(done, "gone")
    assert reasons(done, "include other.yaml")
    assert reasons(done, "volumes.data")


def test_compose_files_of_one_import_are_layers() -> None:
    one = Source("a.yaml", b"services: {web: {depends_on: [db]}, db: {}}")
    two = Source("b.yaml", b"services: {web: {depends_on: [log]}, log: {}}")
    done = importing.preview(Plan(), [one, two])
    assert pairs(done.plan) == {("web", "db"), ("web", "log")}
    assert reasons(done, "joined with the service of the same name")


def test_kubernetes_kinds_and_addresses() -> None:
    manifest = """
apiVersion: v1
kind: List
items:
- {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db},
   spec: {replicas: 2, template: {metadata: {labels: {app: db}},
          spec: {containers: [{image: postgres}], volumes: [
                 {persistentVolumeClaim: {claimName: disk}}]}}}}
- {apiVersion: batch/v1, kind: CronJob, metadata: {name: report}, spec: {jobTemplate: {spec:
    {template: {spec: {containers: [{env: [{name: DB_URL, value: "postgres://u:p@db.default:5432/x"},
                                           {name: NAME, value: db}]}]}}}}}}
- {apiVersion: v1, kind: Service, metadata: {name: db}, spec: {selector: {app: db}}}
- {apiVersion: v1, kind: Service, metadata: {name: mail}, spec: {externalName: smtp.example.com}}
- {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: disk}}
"""
    done = of_text("k8s.yaml", manifest)
    assert pairs(done.plan) == {("report", "db")}
    assert done.plan.services["db"].kind == "data"
    assert "Storage: disk" in done.plan.services["db"].description
    assert done.plan.services["mail"].kind == "supplier"
    assert reasons(done, "PersistentVolumeClaim disk")
    assert reasons(done, "the address of db")


def test_systemd_units_tell_need_from_order() -> None:
    unit = """[Unit]
Description=Web shop
Requires=db.service \\
  net.target
After=db.service
Wants=cache.service
PartOf=shop.target
Conflicts=old.service
"""
    done = of_text("web.service", unit)
    by_ends = {(r.dependant, r.providers[0]): r for r in done.plan.requirements.values()}
    assert by_ends["web.service", "db.service"].recovery == "start"
    assert by_ends["web.service", "net.target"].recovery == "none"
    assert by_ends["web.service", "cache.service"].strength == "soft"
    assert done.plan.services["web.service"].description == "Web shop"
    assert reasons(done, "only an order of starting")
    assert reasons(done, "Conflicts=old.service")


_ITEMS = b"""sys_id,name,sys_class_name
1,a,cmdb_ci_appl
2,b,cmdb_ci_server
"""


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("Depends on::Used by", ("a", "b")),
        ("Runs on::Runs", ("a", "b")),
        ("Hosted on::Hosts", ("a", "b")),
        ("Contains::Contained by", ("a", "b")),
        ("Used by::Depends on", ("b", "a")),
        ("Hosts::Hosted on", ("b", "a")),
        ("Impacts::Impacted by", ("b", "a")),
        ("Rack contains::In Rack", ("b", "a")),
        ("Houses::Located in", ("b", "a")),
    ],
)
def test_servicenow_parents_depend_on_children(relation: str, expected: tuple[str, str]) -> None:
    items = Source("cmdb_ci.csv", _ITEMS)
    rows = f"parent,type,child\n1,{relation},b\n".encode()
    done = importing.preview(Plan(), [items, Source("cmdb_rel_ci.csv", rows)])
    names = {key: service.name for key, service in done.plan.services.items()}
    assert set(names) == {"1", "2"}
    assert {(names[a], names[b]) for a, b in pairs(done.plan)} == {expected}
    assert done.plan.services["2"].kind == "infrastructure"


def test_mapping_decides_what_becomes_of_types_and_relations() -> None:
    model = """<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><elements>
 <element identifier="a" xsi:type="Node"><name>A</name></element>
 <element identifier="p" xsi:type="Principle"><name>P</name></element>
 <element identifier="b" xsi:type="ApplicationComponent"><name>B</name></element></elements>
 <relationships><relationship identifier="r" source="a" target="b" xsi:type="Association"/>
 <relationship identifier="s" source="a" target="b" xsi:type="Serving"/></relationships></model>"""
    usual = of_text("m.xml", model)
    assert pairs(usual.plan) == {("b", "a")}
    assert ("Association", "leave out") in {(t.word, t.choice) for t in usual.terms}
    chosen = {"Association": "needs softly", "Principle": "leave out", "Node": "facility"}
    done = of_text("m.xml", model, terms=chosen)
    assert pairs(done.plan) == {("b", "a"), ("a", "b")}
    assert set(done.plan.services) == {"a", "b"}
    assert done.plan.services["a"].kind == "facility"
    assert reasons(done, "left out by the mapping")


def test_drawio_keeps_places_and_reports_loose_ends() -> None:
    diagram = """<mxfile><diagram name="One"><mxGraphModel><root><mxCell id="0"/><mxCell id="1"/>
<mxCell id="g" value="&lt;b&gt;Room&lt;/b&gt;" vertex="1" parent="1">
  <mxGeometry x="100" y="200" width="50" height="50"/></mxCell>
<UserObject id="d" label="DB" owner="Ann"><mxCell style="shape=cylinder3" vertex="1" parent="g">
  <mxGeometry x="10" y="20" width="40" height="60"/></mxCell></UserObject>
<mxCell id="e" edge="1" source="g" target="d" value="uses"/>
<mxCell id="l" edge="1" source="g"/><mxCell id="t" value="Title" style="text;" vertex="1"/>
</root></mxGraphModel></diagram></mxfile>"""
    done = of_text("a.drawio", diagram)
    assert pairs(done.plan) == {("g", "d")}
    database = done.plan.services["d"]
    assert (database.kind, database.position) == ("data", (130.0, 250.0))
    assert database.description == "owner: Ann\nPart of: Room"
    assert done.plan.services["g"].name == "Room"
    assert reasons(done, "ends is loose")
    assert reasons(done, "bare text")


def test_dot_subgraphs_defaults_and_terraform_names() -> None:
    text = """strict digraph "g" { // comment
  node [shape=box, color="red"]; rankdir = LR
  subgraph cluster_a { label = "Group"; a [label=<<b>App</b> one>]; b }
  a -> {b c} [label="uses"]; a -> b:port:n; "[root] aws_db_instance.x (expand)" -> a
  # hash comment
}"""
    done = of_text("g.dot", text)
    assert done.plan.services["a"].name == "App one"
    assert done.plan.services["[root] aws_db_instance.x (expand)"].name == "aws_db_instance.x"
    assert done.plan.services["[root] aws_db_instance.x (expand)"].kind == "data"
    assert pairs(done.plan) >= {("a", "b"), ("a", "c")}
    with pytest.raises(InputRefused, match=r"not DOT at line 2"):
        of_text("g.dot", "digraph {\n a -> -> b }")


def test_yed_labels_and_places() -> None:
    text = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
 xmlns:y="http://www.yworks.com/xml/graphml"><key id="d" for="node" yfiles.type="nodegraphics"/>
 <graph edgedefault="directed"><node id="n0"><data key="d"><y:ShapeNode>
 <y:Geometry x="10" y="20" width="30" height="40"/><y:NodeLabel>Mail
 server</y:NodeLabel></y:ShapeNode></data><graph><node id="n0::n1"/></graph></node>
 <edge source="n0" target="n0::n1"/><edge source="n0" target="gone"/></graph></graphml>"""
    done = of_text("a.graphml", text)
    assert done.plan.services["n0"].name == "Mail server"
    assert done.plan.services["n0"].position == (25.0, 40.0)
    assert pairs(done.plan) == {("n0", "n0::n1")}
    assert reasons(done, "gone")


def test_ciso_assistant_assets() -> None:
    assets = [
        {
            "id": "u1",
            "name": "Claims",
            "type": "PR",
            "parent_assets": [],
            "disaster_recovery_objectives": {"objectives": {"rto": {"value": 14400}}},
        },
        {"id": "u2", "name": "Claims database", "type": "SP", "parent_assets": ["u1"]},
    ]
    done = of_text("assets.json", json.dumps({"count": 2, "results": assets}))
    assert done.read_as[0][1] == "CISO Assistant assets"
    assert pairs(done.plan) == {("Claims", "Claims database")}
    assert done.plan.services["Claims"].rto == 4 * HOUR
    assert done.plan.services["Claims"].kind == "process"


def test_mercator_layers() -> None:
    told = {
        "applications": [{"id": 1, "name": "ERP", "rto": 240, "databases": [7]}],
        "databases": [{"id": 7, "name": "ERP data"}],
        "logical_servers": [{"id": 1, "name": "SRV", "applications": [1], "databases": [7]}],
    }
    done = of_text("mercator.json", json.dumps(told))
    assert pairs(done.plan) == {("ERP", "ERP data"), ("ERP", "SRV"), ("ERP data", "SRV")}
    assert done.plan.services["ERP"].rto == 4 * HOUR
    assert done.plan.services["SRV"].kind == "infrastructure"


def test_ciso_assistant_as_its_own_export_writes_it() -> None:
    heads = (
        "internal_id,name,description,type,folder,security_objectives,"
        "disaster_recovery_objectives,link,owners,parent_assets,labels"
    )
    text = (
        f"{heads}\n"
        'u1,Claims,Pays claims,PR,Global,availability: 3,"rto: 4h,rpo: 15m,mtd: 24h30m",,'
        "ann@example.org,,core\n"
        "u2,Claims database,,SP,Global,,rto: 1h05m,,,Claims,\n"
    )
    done = of_text("assets_export.csv", text)
    claims = done.plan.services["u1"]
    assert (claims.rto, claims.rpo, claims.mtpd) == (4 * HOUR, 15 * MINUTE, DAY + 30 * MINUTE)
    assert (claims.kind, claims.owner) == ("process", "ann@example.org")
    assert set(claims.tags) == {"Global", "core"}
    assert done.plan.services["u2"].rto == 65 * MINUTE
    assert pairs(done.plan) == {("u1", "u2")}
    assert reasons(done, "security_objectives: not mapped")


def test_ciso_assistant_as_its_interface_shows_it() -> None:
    asset = {
        "id": "u1",
        "name": "Claims",
        "type": "Primary",
        "folder": {"str": "Global", "id": "f1"},
        "parent_assets": [],
        "security_objectives": [{"availability": 3}],
        "disaster_recovery_objectives": [{"str": "rto: 4h"}, {"str": "rpo: 15m"}],
    }
    done = of_text("assets.json", json.dumps({"count": 1, "next": None, "results": [asset]}))
    claims = done.plan.services["Claims"]
    assert (claims.kind, claims.rto, claims.rpo) == ("process", 4 * HOUR, 15 * MINUTE)
    assert reasons(done, "security_objectives: not mapped")


def test_mercator_as_its_interface_shows_it() -> None:
    told = {
        "logical-servers": [
            {"id": 1, "name": "SRV", "physicalServers": [5], "applications": [1], "databases": [9]}
        ],
        "physical-servers": [{"id": 5, "name": "HOST", "building_id": 2, "bay_id": None}],
        "applications": [{"id": 1, "name": "ERP", "rpo": 60}],
        "buildings": [{"id": 2, "name": "HQ"}],
    }
    done = of_text("mercator.json", json.dumps(told))
    assert pairs(done.plan) == {("ERP", "SRV"), ("SRV", "HOST"), ("HOST", "HQ")}
    assert done.plan.services["ERP"].rpo == HOUR
    assert reasons(done, "References that lead nowhere")
    one = of_text("logical-servers.json", json.dumps({"data": told["logical-servers"][0]}))
    assert set(one.plan.services) == {"SRV"}


def test_a_file_of_no_known_format_is_refused() -> None:
    with pytest.raises(InputRefused, match=r"^a\.xyz: its format is not known"):
        of_text("a.xyz", "?")
    with pytest.raises(InputRefused, match="is no format that can be read"):
        of_text("a.csv", "Name\n", format_name="word")


def test_folders_are_read_and_what_is_no_format_is_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.yaml").write_text(
        "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a}\n"
        "spec: {dependsOn: ['resource:b'], owner: team-x}\n"
    )
    (tmp_path / "b.yml").write_text(
        "apiVersion: backstage.io/v1alpha1\nkind: Resource\nmetadata: {name: b}\n"
        "spec: {type: database}\n"
    )
    (tmp_path / "notes.xyz").write_text("")
    done = importing.preview(Plan(), gathered([tmp_path]))
    assert pairs(done.plan) == {("a", "b")}
    assert done.plan.services["b"].kind == "data"
    assert done.plan.services["a"].owner == "team-x"
    assert reasons(done, "notes.xyz")


def test_importing_again_keeps_what_the_user_made_of_it() -> None:
    once = of_text("a.dot", "digraph { a -> b }").plan
    from dataclasses import replace

    changed = once.put("services", replace(once.services["a"], kind="facility", rto=DAY))
    again = of_text("a.dot", "digraph { a -> b; a -> c }", plan=changed)
    assert again.plan.services["a"].kind == "facility"
    assert again.plan.services["a"].rto == DAY
    assert set(again.report.added["services"]) == {"c"}
    assert len(again.plan.requirements) == 2


def test_microsoft_project_of_another_program() -> None:
    text = """<Project xmlns="http://schemas.microsoft.com/project"><Tasks>
<Task><UID>0</UID><Name>Plan</Name><Summary>1</Summary></Task>
<Task><UID>1</UID><Name>Restore</Name><Duration>PT2H30M0S</Duration></Task>
<Task><UID>2</UID><Name>Test</Name><Duration>PT0H10M0S</Duration><PredecessorLink>
<PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink><PredecessorLink>
<PredecessorUID>9</PredecessorUID></PredecessorLink></Task></Tasks></Project>"""
    done = of_text("p.xml", text)
    assert pairs(done.plan) == {("Test", "Restore")}
    restore = done.plan.services["Restore"].recovery
    assert restore is not None
    assert restore.likely == 150 * MINUTE
    assert reasons(done, "a heading")
    assert reasons(done, "task it follows")


def test_plan_json_of_several_files_is_joined() -> None:
    first = Source(
        "a.json", b'{"format": "bcp-planner/plan", "version": 1, "services": [{"id": "a"}]}'
    )
    second = Source(
        "b.json",
        b'{"format": "bcp-planner/plan", "version": 1, "services": [{"id": "a", "rto": "PT1H"}]}',
    )
    done = importing.preview(new_plan().service("old").build(), [first, second])
    assert done.plan.services["a"].rto == HOUR
    assert set(done.plan.services) == {"old", "a"}


def test_servicenow_headings_of_joined_tables_and_added_columns() -> None:
    items = b"sys_id,name,sys_class_name,u_rto,location\n1,Shop,cmdb_ci_service,4,Bonn\n2,DB,x,,\n"
    rows = b"parent.name,type.name,child.name\nShop,Depends on::Used by,DB\nDB,Backup of::x,Shop\n"
    done = importing.preview(
        Plan(), [Source("cmdb_ci.csv", items), Source("cmdb_rel_ci.csv", rows)]
    )
    shop = done.plan.services["1"]
    assert (shop.rto, shop.site) == (4 * HOUR, "Bonn")
    assert pairs(done.plan) == {("1", "2")}
    assert reasons(done, "“Backup of::x” does not say that one needs the other")
