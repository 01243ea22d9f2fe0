"""Limits of what is read, so that a broken or hostile file is refused at once in one sentence.

The limits are stated here and nowhere else. They are far above honest files and low enough that
any file is answered within 5 seconds and 500 MB. Nothing here opens a second file or the network.
"""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from bcp_planner.domain.errors import InputRefused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_FILE = 64_000_000
"""Bytes of one file of any format."""
LARGEST_TOGETHER = 128_000_000
"""Bytes of all files of one import."""
MOST_FILES = 5_000
"""Files of one import, when folders are given."""
LARGEST_XML = 24_000_000
MOST_XML_PARTS = 300_000
"""Elements; attributes may be three times as many."""
LARGEST_YAML = 6_000_000
MOST_YAML_PARTS = 400_000
"""Values of a YAML file, each alias counted with all that it stands for."""
LARGEST_JSON = 24_000_000
"""Bytes of JSON that is no plan of ours."""
MOST_JSON_PARTS = 600_000
"""Values and members together, as far as they are told without reading it."""
MOST_PLAN_PARTS = 4_000_000
"""Values and members of a plan of ours as JSON."""
MOST_PLAN_RECORDS = 350_000
"""Records of a plan of ours as JSON: 100,000 services with 250,000 requirements."""
DEEPEST = 100
"""Levels of nesting in any format."""
LARGEST_UNPACKED = 100_000_000
"""Bytes that come out of a packed file."""
LARGEST_TEXTS = 80_000_000
"""Characters of names, descriptions and notes of one import, since files may repeat a text."""
MOST_DEFAULTS = 100
"""Attributes of a graph that have a value where nothing else is said."""
LONGEST_CELL = 1_000_000
"""Characters of a cell of a text table."""
MOST_RECORDS = 300_000
"""Services and requirements of one import."""
MOST_CELLS = 3_000_000
"""Cells of a sheet or a text table."""


def refuse(source: str, why: str) -> InputRefused:
    """Return the refusal of one file, to be raised."""
    return InputRefused(source, [why])


def check_size(content: bytes, largest: int, source: str) -> None:
    """Refuse content of more than ``largest`` bytes."""
    if len(content) > largest:
        raise refuse(source, f"larger than {largest // 1_000_000} MB, too large to read")


def decoded(content: bytes, source: str) -> str:
    """Return text in the encoding that its bytes show: UTF-8, UTF-16 or Windows-1252.

    Raises:
        InputRefused: if it holds NUL, which no text does.
    """
    text = _decoded(content)
    if "\0" in text:
        raise refuse(source, "it holds NUL bytes, so it is not a text file; save it as UTF-8 text")
    return text


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    half = content[:4000]
    if half[1::2].count(0) > len(half) // 3:
        return content.decode("utf-16-le", errors="replace")
    if half[0::2].count(0) > len(half) // 3:
        return content.decode("utf-16-be", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def xml_root(content: bytes, source: str) -> Element:
    """Return the outermost element of an XML document.

    Raises:
        InputRefused: if it is not well-formed, declares entities, points outside itself, is too
            large or too deep.
    """
    check_size(content, LARGEST_XML, source)
    elements = content.count(b"<") - content.count(b"</")
    if elements > MOST_XML_PARTS or content.count(b"=") > 3 * MOST_XML_PARTS:
        raise refuse(source, f"more than {MOST_XML_PARTS:,} elements, too many to read")
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(content, forbid_entities=True, forbid_external=True)
    except ParseError as error:
        line, column = error.position
        place = f"line {line}, column {column + 1}"
        raise refuse(source, f"not well-formed XML at {place}; export it again") from error
    except DefusedXmlException as error:
        why = "it declares entities or points to other files, which is never followed; remove that"
        raise refuse(source, why) from error
    except (ValueError, LookupError) as error:
        raise refuse(source, "its text encoding is not usable; save it as UTF-8") from error
    _check_depth(root, source)
    return root


def _check_depth(root: Element, source: str) -> None:
    level: list[Element] = [root]
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return
    raise refuse(source, f"nested more than {DEEPEST} levels deep")


def json_value(content: bytes, source: str) -> object:
    """Return the value of a JSON document that is no plan of ours.

    Raises:
        InputRefused: if it is not JSON, too large or too deep.
    """
    check_size(content, LARGEST_JSON, source)
    if sum(content.count(mark) for mark in (b"{", b"[", b",")) > MOST_JSON_PARTS:
        raise refuse(source, f"more than {MOST_JSON_PARTS:,} values, too many to read")
    try:
        return cast("object", json.loads(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise refuse(source, "the text is not UTF-8; save it as UTF-8") from error
    except RecursionError as error:
        raise refuse(source, f"nested more than {DEEPEST} levels deep") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise refuse(source, f"not JSON at {place}; export it again") from error
    except ValueError as error:
        raise refuse(source, "it holds a number that is too large") from error


def yaml_documents(content: bytes, source: str) -> list[object]:
    """Return the documents of a YAML file; aliases and merge keys are followed inside it.

    Raises:
        InputRefused: if it is not YAML, too large, too deep, or its aliases never end.
    """
    check_size(content, LARGEST_YAML, source)
    text = decoded(content, source)
    import yaml as yaml_module

    yaml: Any = yaml_module
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_events(yaml.parse(text, Loader=loader), source)
        nodes: list[Any] = list(yaml.compose_all(text, Loader=loader))
        if sum(_expanded(node, source) for node in nodes if node is not None) > MOST_YAML_PARTS:
            raise refuse(source, "its aliases stand for too much; write the values out")
        return list(yaml.load_all(text, Loader=_lenient(loader)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}" if mark is not None else ""
        raise refuse(source, f"not YAML{place}; check indentation and quotes") from error
    except (ValueError, RecursionError, TypeError, OverflowError) as error:
        raise refuse(source, "it holds a value that is not usable (date, number or key)") from error


def _lenient(base: Any) -> Any:  # noqa: ANN401 - the library has no types for its loaders
    """Return a loader that reads values with tags of other programs as what they look like."""

    def plain(loader: Any, _: str, node: Any) -> object:  # noqa: ANN401
        kind = type(node).__name__
        if kind == "MappingNode":
            return loader.construct_mapping(node, deep=True)
        if kind == "SequenceNode":
            return loader.construct_sequence(node, deep=True)
        return node.value

    lenient: Any = type("LenientLoader", (base,), {})
    lenient.add_multi_constructor("!", plain)
    return lenient


def _check_events(events: Any, source: str) -> None:  # noqa: ANN401 - a stream of yaml events
    depth = 0
    for count, event in enumerate(events):
        name = type(event).__name__
        if name in {"MappingStartEvent", "SequenceStartEvent"}:
            depth += 1
        elif name in {"MappingEndEvent", "SequenceEndEvent"}:
            depth -= 1
        if depth > DEEPEST:
            raise refuse(source, f"nested more than {DEEPEST} levels deep")
        if count > MOST_YAML_PARTS:
            raise refuse(source, f"more than {MOST_YAML_PARTS:,} values, too many to read")


def _expanded(root: Any, source: str) -> int:  # noqa: ANN401 - a yaml node
    """Return how many values a node stands for once every alias is followed."""
    sizes: dict[int, int] = {}
    open_nodes: set[int] = set()

    def size(node: Any, depth: int) -> int:  # noqa: ANN401
        key = id(node)
        if key in sizes:
            return sizes[key]
        if key in open_nodes or depth > DEEPEST:
            raise refuse(source, "an alias stands for itself; write the value out")
        open_nodes.add(key)
        total = 1
        value = node.value
        if isinstance(value, list):
            for item in cast("list[Any]", value):
                parts = cast("tuple[Any, ...]", item) if isinstance(item, tuple) else (item,)
                total += sum(size(part, depth + 1) for part in parts)
        open_nodes.discard(key)
        sizes[key] = total
        return total

    return size(root, 0)


def unzipped(content: bytes, source: str) -> dict[str, bytes]:
    """Return the members of a ZIP file by name.

    Raises:
        InputRefused: if it is damaged, locked by a password, or unpacks to too much.
    """
    members: dict[str, bytes] = {}
    room = LARGEST_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if len(archive.infolist()) > MOST_FILES:
                raise refuse(source, f"it packs more than {MOST_FILES:,} files")
            for info in archive.infolist():
                with archive.open(info) as member:
                    data = member.read(room + 1)
                room -= len(data)
                if room < 0:
                    most = LARGEST_UNPACKED // 1_000_000
                    raise refuse(source, f"it unpacks to more than {most} MB, too large to read")
                members[info.filename] = data
    except RuntimeError as error:
        raise refuse(source, "it is locked by a password; save it without one") from error
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise refuse(source, "the packed file is damaged; export it again") from error
    except Exception as error:
        if type(error).__module__ in {"zlib", "lzma", "bz2", "_lzma"}:
            raise refuse(source, "the packed file is damaged; export it again") from error
        raise
    return members
