from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bcp_planner import cli


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, Any]:
    code = cli.main([*map(str, words), "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.fixture
def hospital(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "h.bcplan"
    assert cli.main(["new", str(path), "--sample", "hospital"]) == 0
    capsys.readouterr()
    return path


def test_an_exercise_is_created_listed_and_its_list_goes_out_and_back(
    hospital: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, made = run(capsys, "exercise", hospital, "create", "power-failure")
    assert code == 0
    event = made["event"]
    assert made["injects"][0]["at"] == "PT0S"
    code, listed = run(capsys, "exercise", hospital)
    assert event in [one["id"] for one in listed["events"]]
    table = hospital.with_name("list.csv")
    assert run(capsys, "exercise", hospital, "export", event, table)[0] == 0
    code, read = run(capsys, "exercise", hospital, "import", event, table)
    assert (code, read["changed"], read["added"]) == (0, [], [])
    assert run(capsys, "exercise", hospital, "refresh", event)[1]["differences"] == []


def test_the_pack_is_printed(hospital: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = hospital.with_name("pack.pdf")
    code, done = run(capsys, "exercise", hospital, "pack", "ex-2026-02", "-o", target)
    assert code == 0
    assert done["pages"] > 20
    assert target.read_bytes().startswith(b"%PDF")


def test_a_forecast_and_a_review(hospital: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = run(capsys, "exercise", hospital, "forecast", "ex-2025-11", "--at", "2h")
    assert (code, found["now"]) == (0, "PT2H")
    assert found["services"]["room-a"]["start"] == "PT1H"
    code, found = run(capsys, "exercise", hospital, "review", "ex-2025-11")
    assert found["services"]["core-a"]["work"] == "PT55M"
    assert any("Core switch A" in one["text"] for one in found["corrections"])


def test_actions_and_their_effect(hospital: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = run(capsys, "actions", hospital)
    assert found["actions"][0]["overdue"] is True
    code, found = run(capsys, "actions", hospital, "--effect", "ac-5")
    assert (code, found["action"]) == (0, "ac-5")


def test_diagnose_ranks_causes(hospital: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = run(
        capsys, "diagnose", hospital, "--down", "wan", "--down", "lims", "--up", "epr"
    )
    assert code == 0
    assert found["causes"][0]["fails"] == ["room-a"]


def test_a_changed_log_entry_is_found(hospital: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "verify-log", hospital)[0] == 0
    connection = sqlite3.connect(hospital)
    with connection:
        connection.execute(
            "UPDATE log SET record = replace(record, 'PT50M', 'PT51M') "
            "WHERE id IN (SELECT id FROM log WHERE record LIKE '%Activate the plan%')"
        )
    connection.close()
    code, found = run(capsys, "verify-log", hospital)
    assert code == 1
    assert len(found["problems"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("exercise", "create", "nowhere"),
        ("exercise", "export", "nowhere", "x.csv"),
        ("verify-log", "nowhere"),
        ("actions", "--effect", "nowhere"),
        ("diagnose", "--down", "nowhere"),
    ],
)
def test_unknown_names_are_refused_in_one_line(
    words: tuple[str, ...], hospital: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([words[0], str(hospital), *words[1:]]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_incident_is_entered_from_its_timeline_closed_and_verified(
    hospital: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, made = run(
        capsys,
        *("exercise", hospital, "incident", "--scenario", "power-failure", "--name", "Outage"),
        *("--starts", "2026-02-11T23:30+00:00", "--afterwards"),
    )
    assert code == 0
    source = tmp_path / "timeline.txt"
    source.write_text("23:40 lights out\n00:30 generator runs\n", encoding="utf-8")
    _, added = run(capsys, "exercise", hospital, "timeline", made["event"], source)
    assert added == {"entries": 2, "last": "PT1H"}
    _, closed = run(capsys, "exercise", hospital, "close", made["event"])
    assert closed == {"event": made["event"], "entries": 2}
    assert run(capsys, "verify-log", hospital, made["event"])[1]["problems"] == []


def test_what_an_incident_cannot_begin_with_is_said_in_one_line(
    hospital: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, said in (
        (("--starts", "yesterday"), "yesterday is no date with time"),
        (("--starts", "2026-02-11T23:30", "--scenario", "flood"), "flood is not one of"),
    ):
        assert cli.main(["exercise", str(hospital), "incident", *words]) == 2
        error = capsys.readouterr().err
        assert said in error
        assert error.count("\n") == 1
