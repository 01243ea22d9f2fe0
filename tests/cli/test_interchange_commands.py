"""Formats, meaning of words and recovery orders from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from bcp_planner.cli import main

if TYPE_CHECKING:
    import pytest


def _run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def test_formats_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "formats", "--json")
    listed = json.loads(out)["formats"]
    assert code == 0
    assert {"compose", "table", "servicenow"} <= {f["name"] for f in listed if f["way"] == "read"}
    assert {"xlsx", "site", "dora"} <= {f["name"] for f in listed if f["way"] == "written"}


def test_words_are_given_a_meaning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.csv"
    source.write_text("Ding,Braucht\nShop,DB\n", encoding="utf-8")
    plan = tmp_path / "p.bcplan"
    words = ("--map", "Ding=name", "--map", "Braucht=depends_on")
    code, out, _ = _run(capsys, "import", plan, source, *words, "--json")
    report = json.loads(out)
    assert code == 0
    assert report["added"]["services"] == ["Shop", "DB"]
    assert len(report["added"]["requirements"]) == 1
    code, _, err = _run(capsys, "import", plan, source, "--map", "nothing")
    assert code == 2
    assert "WORD=MEANING" in err


def test_a_recovery_order_is_exported_for_a_scenario(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "p.bcplan"
    assert _run(capsys, "new", plan, "--sample", "hospital")[0] == 0
    target = tmp_path / "order.xml"
    code, _, err = _run(capsys, "export", plan, target)
    assert code == 2
    assert "name one with --scenario" in err
    assert not target.exists()
    name = err.rpartition("--scenario: ")[2].split(",")[0].strip()
    assert _run(capsys, "export", plan, target, "--scenario", name)[0] == 0
    assert target.read_bytes().startswith(b"<?xml")


def test_a_refused_import_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "a.graphml"
    source.write_text("<graphml>", encoding="utf-8")
    plan = tmp_path / "p.bcplan"
    code, out, err = _run(capsys, "import", plan, source)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert not plan.exists()
