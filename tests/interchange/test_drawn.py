"""Graphs and diagrams as drawing programs write them: groups, defaults, directions, loose ends."""

from __future__ import annotations

from tests.interchange.importing import of_text, pairs, reasons

YED = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
  xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="g" yfiles.type="nodegraphics"/>
<key for="node" id="o" attr.name="owner" attr.type="string"><default>Operations</default></key>
<graph edgedefault="directed">
<node id="n0" yfiles.foldertype="group"><data key="g"><y:GroupNode><y:NodeLabel>Site</y:NodeLabel>
</y:GroupNode></data><graph edgedefault="directed"><node id="n0::a"/>
<node id="n0::b"><data key="o">Databases</data></node></graph></node>
<edge source="n0::a" target="n0::b" sourceport="p"/>
<edge source="n0::b" target="n0" directed="false"/>
<hyperedge id="h"><endpoint node="n0::a"/><endpoint node="n0::b"/></hyperedge>
</graph></graphml>"""


def test_groups_defaults_and_undirected_edges_of_graphml_are_told() -> None:
    done = of_text("a.graphml", YED)
    about = {key: service.description for key, service in done.plan.services.items()}
    assert about["n0::a"] == "owner: Operations\nPart of: Site"
    assert about["n0::b"] == "owner: Databases\nPart of: Site"
    assert pairs(done.plan) == {("n0::a", "n0::b"), ("n0::b", "n0")}
    assert reasons(done, "1 edge has no direction; what stands first")
    assert reasons(done, "hyperedge h")


def test_gexf_hierarchy_defaults_and_weights() -> None:
    text = """<gexf xmlns="http://www.gexf.net/1.2draft"><graph>
    <attributes class="node"><attribute id="0" title="site"><default>Bonn</default></attribute>
    </attributes><nodes><node id="a" label="A"><nodes><node id="b"/></nodes></node>
    <node id="c" pid="a"/></nodes>
    <edges><edge source="b" target="c" type="directed" weight="2" kind="call"/>
    <edge source="a" target="c" type="mutual"/></edges></graph></gexf>"""
    done = of_text("a.gexf", text)
    about = {key: service.description for key, service in done.plan.services.items()}
    assert about == {
        "a": "site: Bonn",
        "b": "site: Bonn\nPart of: A",
        "c": "site: Bonn\nPart of: A",
    }
    notes = {r.dependant: r.note for r in done.plan.requirements.values()}
    assert notes == {"b": "kind: call\nweight: 2", "a": ""}
    assert reasons(done, "1 edge has no direction")


def test_dot_clusters_records_and_several_graphs_of_a_file() -> None:
    text = """digraph one { subgraph cluster_0 { label="Site A"; a -> b }
    subgraph cluster_1 { graph [label="Site B"]; c }
    r [shape=record, label="{<in> left|<out> right}"]; r:in -> a }
    graph two { y -- z }"""
    done = of_text("a.dot", text)
    about = {key: service.description for key, service in done.plan.services.items()}
    assert about["a"] == about["b"] == "Part of: Site A"
    assert about["c"] == "Part of: Site B"
    assert done.plan.services["r"].name == "left | right"
    assert pairs(done.plan) == {("a", "b"), ("r", "a"), ("y", "z")}
    assert reasons(done, "1 edge has no direction")


def test_drawio_placeholders_containers_and_ends_at_connections() -> None:
    text = """<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
    <mxCell id="s" value="Lane" style="swimlane" vertex="1" parent="1"/>
    <UserObject id="u" label="Mail %no%" placeholders="1" no="7">
      <mxCell vertex="1" parent="s"/></UserObject>
    <mxCell id="e" edge="1" parent="1" source="u" target="s"/>
    <mxCell id="f" edge="1" parent="1" source="u" target="e"/></root></mxGraphModel>"""
    done = of_text("a.drawio", text)
    assert done.plan.services["u"].name == "Mail 7"
    assert done.plan.services["u"].description == "no: 7\nPart of: Lane"
    assert pairs(done.plan) == {("u", "s")}
    assert reasons(done, "connection f: it ends at another connection")
