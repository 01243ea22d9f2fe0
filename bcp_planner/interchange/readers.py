"""Every format that can be read: its name, its endings, how it is recognised, its module."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bcp_planner.interchange.draft import Wishes
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.sources import Source


@dataclass(frozen=True, slots=True)
class Reader:
    """One format that can be read.

    Attributes:
        name: What ``--from`` calls it.
        title: What people call it.
        endings: Endings of its files, lower case, with the dot.
        fits: Whether the beginning of a file (and the file) look like it.
        read: Returns what files bring.
        together: Whether the files of one import are read as one, so that they may refer to
            each other.
        is_own: Whether its files hold a whole plan as this program writes it.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    fits: Callable[[bytes, Source], bool]
    read: Callable[[Sequence[Source], Wishes], Incoming]
    together: bool = True
    is_own: bool = False


def _holds(*patterns: str) -> Callable[[bytes, Source], bool]:
    """Return a test that some pattern stands at the beginning of a file."""
    compiled = [re.compile(pattern.encode(), re.MULTILINE) for pattern in patterns]
    return lambda head, _: any(pattern.search(head) for pattern in compiled)


def _anything(_: bytes, __: Source) -> bool:
    return True


def _plan_json(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import plan_json

    parts = [plan_json.parse(source.content, source.name) for source in sources]
    first = parts[0]
    for part in parts[1:]:
        first = replace(
            first, records=first.records + part.records, info={**first.info, **part.info}
        )
    return first


def _compose(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import compose

    return compose.read(sources, wishes)


def _kubernetes(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import kubernetes

    return kubernetes.read(sources, wishes)


def _backstage(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import backstage

    return backstage.read(sources, wishes)


def _terraform(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import terraform

    return terraform.read(sources, wishes)


def _systemd(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import systemd

    return systemd.read(sources, wishes)


def _archimate(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import archimate

    return archimate.read(sources, wishes)


def _archi_csv(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import archimate

    return archimate.read_csv(sources, wishes)


def _drawio(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import drawio

    return drawio.read(sources, wishes)


def _graphml(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import graphml

    return graphml.read(sources, wishes)


def _gexf(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import graphml

    return graphml.read_gexf(sources, wishes)


def _dot(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import dot

    return dot.read(sources, wishes)


def _graph_json(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import graph_json

    return graph_json.read(sources, wishes)


def _tables(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import tables

    return tables.read(sources, wishes)


def _plan_tables(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import plan_workbook

    return plan_workbook.read(sources, wishes)


def _is_plan_tables(_: bytes, source: Source) -> bool:
    from bcp_planner.interchange import plan_workbook

    return plan_workbook.is_plan(source)


def _ms_project(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import ms_project

    return ms_project.read(sources, wishes)


def _grc_json(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    from bcp_planner.interchange import grc_json

    return grc_json.read(sources, wishes)


_YAML = (".yaml", ".yml")
_SHEETS = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
_TABLES = (".csv", ".tsv", ".txt")
_NODES = "|".join(("nodes", "vertices", "services", "external_entities", "elements"))
_EDGES = "|".join(("edges", "links", "information_flows", "relationships", "relations"))


def _is_graph_json(head: bytes, source: Source) -> bool:
    content = source.content
    nodes = re.search(rf'"({_NODES})"\s*:\s*\['.encode(), content)
    return bool(nodes and re.search(rf'"({_EDGES})"\s*:\s*\['.encode(), content))


def _is_terraform(head: bytes, source: Source) -> bool:
    if source.ending == ".tfstate" or b'"terraform_version"' in head:
        return True
    return b'"resources"' in source.content and b'"instances"' in source.content


def _is_systemd(head: bytes, source: Source) -> bool:
    if source.ending == ".conf":  # further settings of a unit, in a folder of its name
        return source.name.rpartition("/")[0].endswith(".d") and b"[Unit]" in head
    return source.ending != ".csv" or head.startswith(b"unit,other_unit,directive")


def _is_object_list(head: bytes, _: Source) -> bool:
    return re.match(rb'\[\s*\{|\{\s*"(count|next|results|data|items)"', head) is not None


def _is_plan(head: bytes, source: Source) -> bool:
    return b'"bcp-planner/plan"' in source.content


READERS: tuple[Reader, ...] = (
    Reader(
        "plan-json", "Plan as JSON", (".json",), _is_plan, _plan_json, together=False, is_own=True
    ),
    Reader(
        "backstage",
        "Backstage catalogue",
        _YAML,
        _holds(r"apiVersion:\s*.?backstage\.io/"),
        _backstage,
    ),
    Reader("compose", "Docker Compose", _YAML, _holds(r"^.?services.?\s*:"), _compose),
    Reader("kubernetes", "Kubernetes manifests", _YAML, _holds(r"^apiVersion\s*:"), _kubernetes),
    Reader("terraform", "Terraform state", (".json", ".tfstate"), _is_terraform, _terraform),
    Reader(
        "archimate",
        "ArchiMate model",
        (".archimate", ".xml"),
        lambda head, source: (
            source.ending == ".archimate"
            or b"opengroup.org/xsd/archimate" in head
            or b"archimatetool.com/" in head
        ),
        _archimate,
    ),
    Reader(
        "drawio",
        "draw.io diagram",
        (".drawio", ".xml"),
        lambda head, source: (
            source.ending == ".drawio" or b"<mxfile" in head or b"<mxGraphModel" in head
        ),
        _drawio,
    ),
    Reader(
        "ms-project",
        "Microsoft Project XML",
        (".xml",),
        _holds(r"schemas\.microsoft\.com/project"),
        _ms_project,
    ),
    Reader("graphml", "GraphML", (".graphml", ".xml"), _holds(r"<(\w+:)?graphml[\s>]"), _graphml),
    Reader("gexf", "GEXF", (".gexf", ".xml"), _holds(r"<(\w+:)?gexf[\s>]"), _gexf),
    Reader("dot", "Graphviz DOT", (".dot", ".gv"), _anything, _dot),
    Reader(
        "systemd",
        "systemd units",
        (
            ".service",
            ".socket",
            ".target",
            ".timer",
            ".mount",
            ".automount",
            ".path",
            ".slice",
            ".swap",
            ".device",
            ".conf",
            ".csv",
        ),
        _is_systemd,
        _systemd,
    ),
    Reader(
        "archi-csv",
        "Archi CSV (elements, relations, properties)",
        (".csv",),
        _holds(
            r'^"?ID"?[,;\t]"?Type"?[,;\t]"?Name"?[,;\t]"?Documentation',
            r'^"?ID"?[,;\t]"?Key"?[,;\t]"?Value',
        ),
        _archi_csv,
    ),
    Reader(
        "plan-tables",
        "Tables of a plan (workbook, or CSV files in a ZIP file)",
        (".xlsx", ".ods", ".xls", ".zip"),
        _is_plan_tables,
        _plan_tables,
        together=False,
        is_own=True,
    ),
    Reader(
        "servicenow",
        "ServiceNow cmdb_ci and cmdb_rel_ci",
        (*_SHEETS, ".csv"),
        _holds(r"sys_class_name", r"^\"?parent\"?,.*\"?child\"?"),
        _tables,
    ),
    Reader("table", "Table (spreadsheet, CSV)", (*_SHEETS, *_TABLES), _anything, _tables),
    Reader("graph-json", "Graph as JSON", (".json",), _is_graph_json, _graph_json),
    Reader(
        "ciso-assistant",
        "CISO Assistant assets",
        (".json",),
        _holds(r'"(disaster_recovery_objectives|parent_assets|asset_class)"\s*:'),
        _grc_json,
    ),
    Reader(
        "mercator",
        "Mercator cartography",
        (".json",),
        _holds(
            r'"(m_applications|applications|logical[_-]servers|databases|information)"\s*:\s*\['
        ),
        _grc_json,
    ),
    Reader("json-table", "List of objects as JSON", (".json",), _is_object_list, _grc_json),
)
