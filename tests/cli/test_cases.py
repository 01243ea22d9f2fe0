"""The worked cases, asked and answered by the command line as another program would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bcp_planner.cli import main

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.json"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_worked_case(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = json.loads(path.read_text("utf-8"))
    source, plan = tmp_path / "case.json", tmp_path / "case.bcplan"
    source.write_text(json.dumps(case["plan"]), "utf-8")
    assert main(["import", str(plan), str(source)]) == 0
    capsys.readouterr()
    assert main([*_words(case["ask"], plan, tmp_path), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert _figures(case, answer) == case["expect"]


def _words(ask: dict[str, Any], plan: Path, folder: Path) -> list[str]:
    command = {"data_loss": "recover", "required_rto": "objectives"}.get(
        ask["command"], ask["command"]
    )
    words = [command, str(plan)]
    if command == "cutsets":
        return [*words, ask["service"], "--max-order", str(ask["max_order"]), "--among", "all"]
    for service, at in ask.get("fails", {}).items():
        words += ["--fail", f"{service}@{at}"]
    if "order" in ask:
        order = folder / "order.txt"
        order.write_text("\n".join(ask["order"]), "utf-8")
        words += ["--order", str(order)]
    return words


def _figures(case: dict[str, Any], answer: dict[str, Any]) -> object:
    """Return the figures of an answer in the shape in which the case states them."""
    command, columns = case["ask"]["command"], case["columns"]
    if command == "cutsets":
        return answer["cut_sets"]
    services = answer["data_loss"] if command == "data_loss" else answer["services"]
    if command == "required_rto":
        return {key: services[key]["required_rto"] for key in case["expect"]}
    return {
        key: "rides-through"
        if services[key].get("rides_through")
        else [services[key][column] for column in columns]
        for key in case["expect"]
    }
