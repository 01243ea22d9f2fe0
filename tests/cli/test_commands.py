from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bcp_planner import documents
from bcp_planner.cli import arguments, main
from bcp_planner.cli.file_commands import sample_names
from bcp_planner.cli.output import counts

PLAN = {
    "format": "bcp-planner/plan",
    "version": 1,
    "plan": {"name": "Web shop", "declared_after": "PT30M"},
    "teams": [{"id": "dba", "capacity": 1}],
    "services": [
        {"id": "db", "name": "Orders <b>database</b>", "kind": "data", "recovery": "PT2H"},
        {"id": "me@home", "name": "Mail"},
        {"id": "shop", "name": "Web shop", "kind": "product", "rto": "PT1H", "mtpd": "PT30M"},
    ],
    "requirements": [{"dependant": "shop", "providers": ["db"], "tolerance": "PT5M"}],
    "scenarios": [{"id": "db-loss", "name": "Loss", "fails": [{"service": "db", "at": "PT0S"}]}],
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(PLAN), "utf-8")
    return path


@pytest.fixture
def plan(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "a plan ü.bcplan"
    assert main(["import", str(path), str(source)]) == 0
    capsys.readouterr()
    return path


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


def test_import_says_what_was_added(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "new.bcplan")
    assert main(["import", path, str(source), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["added"]["services"] == ["db", "me@home", "shop"]
    assert main(["import", path, str(source), "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["added"], again["changed"], again["skipped"]) == ({}, {}, [])


def test_export_writes_the_same_bytes_each_time(plan: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    assert main(["export", str(plan), str(one)]) == 0
    assert main(["import", str(tmp_path / "copy.bcplan"), str(one)]) == 0
    assert main(["export", str(tmp_path / "copy.bcplan"), str(two)]) == 0
    assert one.read_bytes() == two.read_bytes()


def test_an_id_may_hold_the_sign_that_splits_off_the_time() -> None:
    parsed = arguments.parse(
        ["impact", "p", "--fail", "me@home", "--fail", "db@PT1H", "--fail", "me@home@PT2H"]
    )
    assert parsed.fail == [("me@home", 0), ("db", 3_600_000), ("me@home", 7_200_000)]


def test_impact_lists_every_service(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", str(plan), "--scenario", "db-loss", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer["services"]) == ["db", "me@home", "shop"]
    assert answer["taken_down"] == 1
    assert answer["services"]["shop"]["cause"]["provider"] == "db"
    assert answer["services"]["me@home"]["cause"] is None


def test_a_horizon_hides_what_comes_later(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["impact", str(plan), "--fail", "db", "--horizon", "PT4M", "--json"])
    shop = json.loads(capsys.readouterr().out)["services"]["shop"]
    assert (shop["state"], shop["down_at"], shop["degraded_at"]) == ("degraded", None, "PT0S")


def test_what_is_read_says_as_much_as_the_json(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recover", str(plan), "--scenario", "db-loss", "--room"]) == 0
    told = capsys.readouterr().out
    assert "lateness: 1 h 25 min, proven: no order is better" in told
    assert "critical path: Orders <b>database</b>" in told
    assert "room" in told
    assert main(["recover", str(plan), "--scenario", "db-loss", "--room", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["room"]["db"] == {"growth": None, "breaks": []}
    assert main(["impact", str(plan), "--scenario", "db-loss"]) == 0
    assert "carries on for 5 min  Orders <b>database</b>" in capsys.readouterr().out


def test_a_tornado_is_given_when_asked_for(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(source.read_text("utf-8"))
    spread = {"optimistic": "PT1H", "likely": "PT2H", "pessimistic": "PT5H"}
    document["services"][0]["recovery"] = spread
    source.write_text(json.dumps(document), "utf-8")
    path = str(tmp_path / "uncertain.bcplan")
    assert main(["import", path, str(source)]) == 0
    words = ["simulate", path, "--scenario", "db-loss", "--trials", "20", "--tornado"]
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["tornado"] == [{"service": "db", "low": "PT1H30M", "high": "PT5H30M"}]
    assert main(words) == 0
    assert "1 h 30 min  5 h 30 min" in capsys.readouterr().out


def test_reading_shows_markup_as_it_is(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", str(plan), "--scenario", "db-loss"]) == 0
    assert "Orders <b>database</b>" in capsys.readouterr().out


def test_check_ends_with_1_when_there_are_errors(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(plan), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {"code", "severity", "services", "text", "suggestion"} <= set(found[0])
    assert any(f["severity"] == "error" and "shop" in f["services"] for f in found)


@pytest.mark.parametrize("name", sample_names())
def test_samples_become_plans(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sample.bcplan"
    assert main(["new", str(path), "--sample", name]) == 0
    capsys.readouterr()
    assert main(["objectives", str(path), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["services"]) > 20


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["impact", "PLAN", "--scenario", "nothing"], "is not one of: db-loss"),
        (["impact", "PLAN", "--fail", "nobody"], "“nobody” is not a service of the plan"),
        (["impact", "PLAN", "--fail", "db", "--fail", "db@PT1H"], "“db” is named twice"),
        (["impact", "PLAN"], "--scenario"),
        (["impact", "PLAN", "--fail", "db", "--horizon", "4"], "is not a duration"),
        (["recover", "PLAN", "--fail", "db", "--seconds", "nan"], "is not a number of seconds"),
        (["recover", "PLAN", "--fail", "db", "--order", "missing.txt"], "no such file"),
        (["recover", "PLAN", "--fail", "db", "--aim", "speed"], "invalid choice"),
        (["cutsets", "PLAN", "nobody"], "“nobody” is not a service of the plan"),
        (["cutsets", "PLAN"], "name a service or a --tier"),
        (["cutsets", "PLAN", "shop", "--tier", "1"], "name a service or a --tier"),
        (["cutsets", "PLAN", "--tier", "9"], "no service of the plan is of tier 9"),
        (["print", "PLAN", "novel", "-o", "x.pdf"], "“novel” is not one of"),
        (["print", "PLAN", "runbook", "-o", "x.pdf"], "needs one of: db-loss"),
        (["export", "PLAN", "plan.unknown"], "the format is not known by its name"),
        (["new", "PLAN"], "of that name already"),
        (["new", "other.bcplan", "--sample", "casino"], "“casino” is not one of"),
        (["frobnicate"], "invalid choice"),
        ([], "COMMAND"),
    ],
)
def test_wrong_words_are_answered_in_one_sentence(
    words: list[str], sentence: str, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = plan.read_bytes()
    named = [str(plan) if word == "PLAN" else word for word in words]
    assert sentence in refused(named, capsys)
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "PLAN"),
        (b"SQLite format 3\0" + b"\0" * 40, "PLAN"),
        (b"hello world" * 1000, "PLAN"),
        (json.dumps(PLAN).encode(), "PLAN"),
    ],
)
def test_what_is_no_plan_file_is_refused_and_untouched(
    content: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "PLAN.bcplan"
    path.write_bytes(content)
    for words in (["check", str(path)], ["import", str(path), str(path)]):
        assert sentence in refused(words, capsys)
        assert path.read_bytes() == content


def test_a_truncated_plan_file_is_refused_and_untouched(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = plan.read_bytes()[: plan.stat().st_size // 2]
    plan.write_bytes(cut)
    assert plan.name in refused(["check", str(plan)], capsys)
    assert plan.read_bytes() == cut


def test_a_bad_import_changes_nothing_and_makes_nothing(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps({**PLAN, "requirements": [{"dependant": "x", "providers": ["db"]}]}))
    before = plan.read_bytes()
    assert "requirements[0].dependant" in refused(["import", str(plan), str(bad)], capsys)
    assert plan.read_bytes() == before
    refused(["import", str(tmp_path / "none.bcplan"), str(bad)], capsys)
    assert not (tmp_path / "none.bcplan").exists()


def test_missing_folders_are_named(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = source.parent / "no" / "such"
    assert "no" in refused(["import", str(nowhere / "p.bcplan"), str(source)], capsys)
    assert "no" in refused(["export", str(source), str(nowhere / "p.json")], capsys)


def test_commands_import_no_qt(plan: Path) -> None:
    code = (
        "import sys; from bcp_planner.__main__ import main;"
        f"main(['impact', {str(plan)!r}, '--fail', 'db', '--json']);"
        "assert not [m for m in sys.modules if 'PySide' in m]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_a_reader_that_goes_away_is_no_error(plan: Path) -> None:
    command = [sys.executable, "-m", "bcp_planner", "schema"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert child.wait(timeout=30) == 0
    assert child.stderr.read() == b""
    child.stderr.close()


def test_output_is_utf_8_whatever_the_terminal_says(plan: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "bcp_planner", "impact", str(plan), "--fail", "nobody"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 2
    assert "“nobody”" in done.stderr.decode("utf-8")


def test_simulate_answers_the_same_for_the_same_seed(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["simulate", str(plan), "--scenario", "db-loss", "--trials", "200", "--json"]
    answers: list[str] = []
    for seed in ("7", "7"):
        assert main([*words, "--seed", seed]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]
    answer = json.loads(answers[0])
    assert (answer["trials"], answer["seed"]) == (200, 7)
    shop = answer["services"]["shop"]
    assert shop["p50"] == shop["p95"] == "PT2H25M"
    assert (shop["rto_met_share"], shop["mtpd_met_share"]) == (0.0, 0.0)
    assert answer["services"]["db"]["rto_met_share"] is None


def test_simulate_compares_two_orders_and_two_plans_in_the_same_trials(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["simulate", str(plan), "--scenario", "db-loss", "--trials", "50"]
    assert main([*words, "--json"]) == 0
    order = tmp_path / "order.txt"
    order.write_text("\n".join(json.loads(capsys.readouterr().out)["order"]), encoding="utf-8")

    for more in (["--against-order", str(order)], ["--against", str(plan)]):
        assert main([*words, *more, "--json"]) == 0
        against = json.loads(capsys.readouterr().out)["against"]
        assert (against["sooner_share"], against["later_share"]) == (0.0, 0.0)
        assert (against["mean_gain_seconds"], against["trials"]) == (0.0, 50)
        assert main([*words, *more]) == 0
        assert "nothing changes" in capsys.readouterr().out


def test_compare_tells_what_gets_better(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.json"
    services = [{**s, "recovery": "PT10M"} if s["id"] == "db" else s for s in PLAN["services"]]
    other.write_text(json.dumps({**PLAN, "services": services}), "utf-8")
    assert main(["compare", str(plan), str(other), "--scenario", "db-loss", "--json"]) == 0
    (scenario,) = json.loads(capsys.readouterr().out)["scenarios"]
    assert scenario["makespan"] == {"before": "PT2H30M", "after": "PT40M"}
    assert scenario["services"]["shop"]["verdict"] == "better"
    assert main(["compare", str(plan), str(other), "--fail", "db"]) == 0
    assert "better" in capsys.readouterr().out


def test_the_tour_is_not_stopped_by_what_another_user_left_in_the_common_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(
        documents, "render", lambda kind, plan, target, **_: target.write_text(kind)
    )
    (tmp_path / "hospital-runbook.pdf").mkdir()

    assert main(["tour", "--json"]) == 0

    written = Path(json.loads(capsys.readouterr().out)["runbook"])
    assert written.read_text() == "runbook"
    assert tmp_path in written.parents


def test_records_are_counted_as_people_say_it() -> None:
    lists = {"services": ["a"], "copies": ["b"], "vital_records": ["c", "d"], "evidence": ["e"]}

    assert counts(lists) == "1 service, 1 copy, 2 vital records, 1 evidence"
    assert counts({}) == "nothing"
