"""The recipes of the guide for carrying on the code work as they stand there."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import resources
from bcp_planner import analysis, documents, interchange
from bcp_planner.analysis import findings, rules
from bcp_planner.documents import kinds, rendering
from bcp_planner.interchange import formats, readers
from tests import architecture_picture

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[1]
PAGE = resources.path("help/13-developers.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n# ([^\n]*)\n(.*?)```", PAGE, re.DOTALL)


def code(place: str) -> str:
    """Return the block of the page that says where it belongs."""
    (found,) = [text for name, text in BLOCKS if name.startswith(place)]
    return found


def module(place: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the module of a block, as if it lay where the page says."""
    name = place.removesuffix(".py").replace("/", ".")
    made = ModuleType(name)
    exec(compile(code(place), place, "exec"), made.__dict__)  # noqa: S102 - our own page
    monkeypatch.setitem(sys.modules, name, made)
    parent, _, own = name.rpartition(".")
    monkeypatch.setattr(sys.modules[parent], own, made, raising=False)
    return made


def listed(place: str, within: ModuleType) -> Any:
    """Return what the last expression of a block gives where it is to be written."""
    text = code(place).strip()
    head, _, last = text.rpartition("\n\n\n")
    names = dict(vars(within))
    exec(compile(head, place, "exec"), names)  # noqa: S102 - our own page
    return eval(compile(last, place, "eval"), names)  # noqa: S307 - our own page


def own_tests(place: str) -> list[Callable[[], None]]:
    names: dict[str, Any] = {}
    exec(compile(code(place), place, "exec"), names)  # noqa: S102 - our own page
    return [value for name, value in names.items() if name.startswith("test_")]


def test_a_finding_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    made = module("bcp_planner/analysis/rules/descriptions.py", monkeypatch)
    source = Path(findings.__file__).read_text(encoding="utf-8")
    grown = source.replace("import (", "import (descriptions, ", 1)
    grown = grown.replace("rules = (", "rules = (descriptions, ")
    assert grown.count("descriptions") == 2, "the page names both places"
    exec(compile(grown, findings.__file__, "exec"), findings.__dict__)  # noqa: S102
    try:
        (test,) = own_tests("tests/analysis/test_descriptions.py")
        test()
    finally:
        exec(compile(source, findings.__file__, "exec"), findings.__dict__)  # noqa: S102
    assert made.__doc__
    assert rules.__name__ == f"{analysis.__name__}.rules"


def test_a_document_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    module("bcp_planner/documents/hotlines.py", monkeypatch)
    grown = {**kinds.KINDS, "hotlines": listed("in KINDS", kinds)}
    for place in (kinds, rendering, documents):
        monkeypatch.setattr(place, "KINDS", grown)
    (test,) = own_tests("tests/documents/test_hotlines.py")
    test()


def test_a_format_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    module("bcp_planner/interchange/arrows.py", monkeypatch)
    grown = (listed("in READERS", readers), *readers.READERS)
    for place in (readers, formats):
        monkeypatch.setattr(place, "READERS", grown)
    (test,) = own_tests("tests/interchange/test_arrows.py")
    test()
    assert interchange.__name__ == "bcp_planner.interchange"


def test_every_place_and_command_that_is_named_is_there() -> None:
    made = {name.split()[0] for name, _ in BLOCKS}
    paths = re.findall(r"`((?:bcp_planner|ui|tests|resources|benchmarks)/[\w/.-]+)`", PAGE)
    missing = [path for path in paths if not (ROOT / path).exists() and path not in made]
    assert missing == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make (\w+)", PAGE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for name in re.findall(r"python -m ([\w.]+)", PAGE):
        place = ROOT / name.replace(".", "/")
        assert place.with_suffix(".py").exists() or place.is_dir(), name


def test_the_picture_has_every_room() -> None:
    rooms = [name for layer in architecture_picture.layers() for name in layer]

    assert set(rooms) == architecture_picture.HOLDS.keys()
    assert resources.path("help/pictures/architecture.png").stat().st_size > 0
