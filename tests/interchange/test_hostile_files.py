"""Broken and hostile files: one sentence within 5 seconds and 500 MB, and nothing changed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bcp_planner.domain.errors import InputRefused, PlannerError
from bcp_planner.interchange import guards, text_tables
from bcp_planner.interchange.readers import READERS
from tests.interchange.importing import DATA, data, of_text

_MEASURE = """
import sys, time
from pathlib import Path
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import importing
from bcp_planner.interchange.sources import gathered
for name in sys.argv[2:]:
    begin = time.process_time()
    try:
        importing.preview(Plan(), gathered([Path(name)]), sys.argv[1] or None)
        said = "read"
    except PlannerError as error:
        said = str(error)
    assert "\\n" not in said
    print(round(time.process_time() - begin, 2), said)
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) * 1024)
"""
_SECONDS, _BYTES = 5.0, 500_000_000
_MEASURED = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="memory is measured where the system tells it"
)


def _answers(paths: list[Path], format_name: str = "") -> list[str]:
    """Return what is said about files, read by a program of their own, within the limits."""
    words = [sys.executable, "-c", _MEASURE, format_name, *map(str, paths)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=Path.cwd())
    assert done.returncode == 0, done.stderr
    *lines, most = done.stdout.splitlines()
    assert int(most) < _BYTES
    for line in lines:
        assert float(line.partition(" ")[0]) < _SECONDS, line
    return [line.partition(" ")[2] for line in lines]


@_MEASURED
def test_every_public_nasty_file_is_answered() -> None:
    (folder,) = data("nasty")
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.suffix != ".db"]
    assert len(_answers(files)) == len(files)


@_MEASURED
@pytest.mark.parametrize(
    "name", [r.name for r in READERS if ".xml" in r.endings or ".json" in r.endings]
)
def test_nasty_files_taken_for_any_format_are_answered(name: str) -> None:
    (folder,) = data("nasty")
    files = [p for part in ("xml", "strings") for p in sorted((folder / part).iterdir())]
    said = _answers(files, name)
    assert all(
        line != "read" for line, path in zip(said, files, strict=True) if "bomb" in path.name
    )


def test_text_tables_are_cut_as_the_reference_says() -> None:
    (folder,) = data("nasty/csv/csv-spectrum")
    for path in sorted(folder.glob("csvs__*.csv")):
        name = path.name.removeprefix("csvs__").removesuffix(".csv")
        expected = json.loads((folder / f"json__{name}.json").read_text())
        text = guards.decoded(path.read_bytes(), path.name)
        head, *rows = text_tables.rows(text, path.name)
        found = [dict(zip(head, row, strict=True)) for row in rows]
        normal = json.loads(json.dumps(found).replace("\\r\\n", "\\n"))
        assert normal == json.loads(json.dumps(expected).replace("\\r\\n", "\\n")), name


def _zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def _workbook(sheet: bytes) -> bytes:
    from openpyxl import Workbook

    out = io.BytesIO()
    Workbook().save(out)
    packed = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            is_sheet = info.filename == "xl/worksheets/sheet1.xml"
            new.writestr(info.filename, sheet if is_sheet else old.read(info.filename))
    return packed.getvalue()


_SPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LAUGHS = "\n".join(
    ["services:", "  a: &x0 {k: lol}"]
    + [f"  b{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 12)]
)
_MERGES = "\n".join(
    ["x0: &x0 {k: 1}"]
    + [f"x{n}: &x{n} {{<<: [{', '.join([f'*x{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    + ["services: {a: *x11}"]
)
_PLAN = b'{"format": "bcp-planner/plan", "version": 1, "services": ['
_HOSTILE: dict[str, Callable[[], tuple[str, bytes]]] = {
    "aliases that multiply": lambda: ("a.yaml", _LAUGHS.encode()),
    "merge keys that multiply": lambda: ("a.yaml", _MERGES.encode()),
    "an alias to itself": lambda: ("a.yaml", b"services: &a {b: *a}"),
    "deep yaml": lambda: ("a.yaml", b"services: " + b"[" * 50_000 + b"]" * 50_000),
    "deep yaml blocks": lambda: (
        "a.yaml",
        b"services:\n" + b"".join(b" " * n + b"- \n" for n in range(2000)),
    ),
    "wide yaml": lambda: ("a.yaml", b"services: [" + b"1," * 2_500_000 + b"1]"),
    "deep json": lambda: ("a.json", b'{"nodes": [' + b"[" * 1_000_000),
    "wide json": lambda: ("a.json", b'{"nodes": [' + b"{}," * 7_000_000 + b'{}], "edges": []}'),
    "a wide plan": lambda: ("a.json", _PLAN + b"{}," * 7_000_000 + b"{}]}"),
    "a plan of the same service": lambda: ("a.json", _PLAN + b'{"id":"a"},' * 1_000_000 + b"{}]}"),
    "a plan of mistakes": lambda: ("a.json", _PLAN + b'{"id":1},' * 300_000 + b"{}]}"),
    "huge numbers": lambda: ("a.tfstate", b'{"version": 4, "serial": ' + b"9" * 100_000 + b"}"),
    "deep xml": lambda: ("a.graphml", b"<graphml>" + b"<a>" * 200_000 + b"</a>" * 200_000),
    "wide xml": lambda: ("a.graphml", b"<graphml>" + b"<a/>" * 5_000_000 + b"</graphml>"),
    "many attributes": lambda: (
        "a.graphml",
        b"<graphml " + b" ".join(b'a%d="1"' % n for n in range(1_000_000)) + b"/>",
    ),
    "an entity bomb": lambda: (
        "a.drawio",
        b'<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><mxfile>&b;</mxfile>',
    ),
    "an outside entity": lambda: (
        "a.archimate",
        b'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><model>&x;</model>',
    ),
    "a zip bomb": lambda: ("a.xlsx", _zipped(xl__workbook_dot_xml=b"0" * 150_000_000)),
    "a zip bomb of a model": lambda: ("a.archimate", _zipped(model_dot_xml=b"0" * 150_000_000)),
    "a sheet that spans everything": lambda: (
        "a.xlsx",
        _workbook(
            b"<worksheet " + _SPACE + b'><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
            b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
        ),
    ),
    "a sheet with too many cells": lambda: (
        "a.xlsx",
        _workbook(
            b"<worksheet "
            + _SPACE
            + b"><sheetData>"
            + b'<row r="1000000"><c r="ZZ1000000"><v>1</v></c></row>' * 50_000
            + b"</sheetData></worksheet>"
        ),
    ),
    "too many cells of text": lambda: ("a.csv", b"Name" + b"," * 9_000_000),
    "nul bytes": lambda: ("a.csv", b"Name,RTO\nA\0B,4h\n"),
    "a page that unpacks to much": lambda: ("a.drawio", _packed_page()),
    "a graph that multiplies": lambda: ("a.dot", _multiplying_graph()),
    "deep dot": lambda: ("a.dot", b"digraph {" + b"{" * 100_000),
    "services that extend each other": lambda: ("a.yaml", _extending()),
    "a text that aliases repeat": lambda: ("a.yaml", _repeating()),
    "defaults that multiply": lambda: ("a.graphml", _defaults(5, 50_000)),
    "many defaults": lambda: ("a.graphml", _defaults(3_000, 1)),
    "attributes of all nodes": lambda: (
        "a.dot",
        b'digraph { node [comment="'
        + b"c" * 90_000
        + b'"]; '
        + b"".join(b"n%d;" % n for n in range(20_000))
        + b"}",
    ),
    "a text without its end": lambda: ("a.dot", b'digraph { a [label="' + b"\\\\" * 1_900_000),
    "one long field": lambda: ("a.csv", b'Name,RTO\n"' + b"a" * 60_000_000),
}


def _extending() -> bytes:
    each = (f"  s{n}: {{extends: s{n + 1}}}\n" for n in range(20_000))
    return f"services:\n{''.join(each)}".encode()


def _repeating() -> bytes:
    each = (f"  s{n}: {{image: *x}}\n" for n in range(20_000))
    return f"x-text: &x {'a' * 90_000}\nservices:\n{''.join(each)}".encode()


def _defaults(count: int, length: int) -> bytes:
    key = '<key id="k{0}" for="node" attr.name="x{0}"><default>{1}</default></key>'
    keys = "".join(key.format(n, "d" * length) for n in range(count))
    nodes = "".join(f'<node id="n{n}"/>' for n in range(20_000))
    return f"<graphml>{keys}<graph>{nodes}</graph></graphml>".encode()


def _packed_page() -> bytes:
    import base64
    import zlib

    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    page = deflate.compress(b"<mxGraphModel>" + b" " * 100_000_000) + deflate.flush()
    return b"<mxfile><diagram>" + base64.b64encode(page) + b"</diagram></mxfile>"


def _multiplying_graph() -> bytes:
    names = " ".join(f"n{number}" for number in range(1500))
    return f"digraph {{ {{{names}}} -> {{{names}}} -> {{{names}}} }}".encode()


_BOUNDED = {
    "a graph that multiplies",
    "one long field",
    "many attributes",
    "services that extend each other",
    "many defaults",
}
"""What is read within the limits, or refused before the name of the file is known."""


@_MEASURED
@pytest.mark.parametrize("what", _HOSTILE)
def test_hostile_content_is_refused_within_limits(what: str, tmp_path: Path) -> None:
    name, content = _HOSTILE[what]()
    path = tmp_path / name
    path.write_bytes(content)
    (said,) = _answers([path])
    if what not in _BOUNDED:
        assert said.startswith(name) or "a.drawio" in said, said


@_MEASURED
@pytest.mark.parametrize("ending", sorted({e for reader in READERS for e in reader.endings})[::4])
def test_200_mb_of_any_format_are_refused_at_once(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"Name\n")
    os.truncate(path, 200_000_000)
    (said,) = _answers([path])
    assert said == f"a{ending}: larger than 64 MB, too large to read"


def test_refused_is_said_in_one_sentence() -> None:
    with pytest.raises(InputRefused, match=r"^a\.graphml: it declares entities"):
        of_text("a.graphml", '<!DOCTYPE a [<!ENTITY b "c">]><graphml>&b;</graphml>')
    with pytest.raises(InputRefused, match=r"^a\.yaml: its aliases stand for too much"):
        of_text("a.yaml", _LAUGHS)
    with pytest.raises(InputRefused, match=r"^a\.yaml: nested more than 100 levels deep$"):
        of_text("a.yaml", "services: " + "[" * 500)
    with pytest.raises(InputRefused, match=r"^a\.csv: it holds NUL bytes"):
        of_text("a.csv", b"Name\nA\0\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_is_read_in_the_encoding_it_has(encoding: str) -> None:
    done = of_text("a.csv", "Name;Owner\nBüro;Jörg\n".encode(encoding))
    assert done.plan.services["Büro"].owner == "Jörg"


def test_no_format_fails_in_any_other_way(tmp_path: Path) -> None:
    """Damaged bytes of every format raise nothing but a sentence."""
    rest = [
        b"",
        b"\0" * 50,
        b"\xff\xfe\x00",
        b"{",
        b"<",
        b"[1",
        b"PK\x03\x04xx",
        b"\xd0\xcf\x11\xe0",
    ]
    for reader in READERS:
        for content in rest:
            for ending in reader.endings:
                _said(f"a{ending}", content, reader.name)


def _said(name: str, content: bytes, format_name: str) -> str:
    try:
        of_text(name, content, format_name=format_name)
    except PlannerError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_cut_off_files_of_every_format_raise_nothing_else(keep: float) -> None:
    if not DATA.exists():
        pytest.skip("the public files are not here")
    samples: list[Any] = [
        "compose/opentelemetry-demo/compose.yaml",
        "k8s/online-boutique/kubernetes-manifests.yaml",
        "terraform/inframap/azure.tfstate",
        "terraform/dot/j3011_2.dot",
        "graphml/graphology/miserables.graphml",
        "archimate/archi/testsupport__Archisurance.archimate",
        "archimate/archi/editor.tests__model_zipped.archimate",
        "drawio/examples__gemfile-dependency-graph.drawio",
        "nasty/spreadsheets/issues.xlsx",
        "nasty/spreadsheets/issues.xls",
        "nasty/spreadsheets/issues.ods",
    ]
    for name in samples:
        path = DATA / name
        content = path.read_bytes()
        _said_of(path.name, content[: int(len(content) * keep)])


def _said_of(name: str, content: bytes) -> str:
    try:
        of_text(name, content)
    except PlannerError as error:
        return str(error)
    return ""


def test_the_guide_states_the_limits_that_hold() -> None:
    guide = Path(__file__).parents[2] / "resources" / "help" / "03-import.md"
    text = guide.read_text(encoding="utf-8")
    for megabytes in (guards.LARGEST_FILE, guards.LARGEST_TOGETHER):
        assert f"{megabytes // 1_000_000} MB" in text
    counts = (
        guards.MOST_XML_PARTS,
        guards.MOST_JSON_PARTS,
        guards.MOST_CELLS,
        guards.MOST_RECORDS,
        guards.MOST_PLAN_RECORDS,
    )
    for count in counts:
        assert f"{count:,}" in text
    assert f"{guards.DEEPEST} levels" in text
