"""Words in any sequence, and ids that are odd."""

from __future__ import annotations

import json
from itertools import pairwise, permutations
from pathlib import Path

import pytest

from bcp_planner.cli import analysis_commands, arguments, main
from bcp_planner.session import PlanSession
from tests.builders import plan

ODD_IDS = (" db", "db", "-db", "db%s", "--", "=1+1", "日本 語", "\u00a0")


@pytest.mark.parametrize(
    "groups",
    [
        (["plan"], ["db"], ["--max-order", "3"], ["--json"]),
        (["plan"], ["db"], ["--among", "leaves"], ["--horizon=PT1H"]),
    ],
)
def test_options_may_stand_between_the_other_words(groups: tuple[list[str], ...]) -> None:
    found = [
        arguments.parse(["cutsets", *(word for group in some for word in group)])
        for some in permutations(groups)
        if some.index(["plan"]) < some.index(["db"])
    ]
    assert {(str(one.plan), one.service) for one in found} == {("plan", "db")}
    assert len({(one.max_order, one.among, one.horizon, one.json) for one in found}) == 1


def test_sources_may_stand_on_both_sides_of_an_option() -> None:
    found = arguments.parse(["import", "plan", "one.csv", "--json", "two.csv"])
    assert found.sources == [Path("one.csv"), Path("two.csv")]
    assert arguments.parse(["verify-log", "plan", "--json", "fire"]).event == "fire"


@pytest.mark.parametrize(
    ("words", "stranger"),
    [
        (["cutsets", "plan", "db", "more"], "more"),
        (["impact", "plan", "--fail", "db", "--speed"], "--speed"),
        (["exercise", "plan", "list", "more"], "more"),
        (["documents", "--json", "more"], "more"),
    ],
)
def test_words_too_many_are_named(words: list[str], stranger: str) -> None:
    with pytest.raises(arguments.UsageError, match=f"unrecognized arguments: {stranger}"):
        arguments.parse(words)


def test_an_order_names_services_by_any_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = plan().services(*ODD_IDS, recovery="1 h").scenario("all", *ODD_IDS).build()
    path, order = tmp_path / "odd.bcplan", tmp_path / "order.txt"
    PlanSession.create(path, made).close()
    sequence = sorted(ODD_IDS)
    order.write_text("\r\n".join(["", *sequence, " "]), encoding="utf-8")
    for command in ("recover", "simulate"):
        words = [command, str(path), "--scenario", "all", "--order", str(order), "--json"]
        assert main(words) == 0
        assert json.loads(capsys.readouterr().out)["order"] == sequence


def test_spaces_around_an_id_in_an_order_do_not_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, order = tmp_path / "plan.bcplan", tmp_path / "order.txt"
    PlanSession.create(path, plan().services("db", "app").build()).close()
    order.write_text("  app\n\n db \n", encoding="utf-8")
    words = ["recover", str(path), "--fail", "db", "--fail", "app", "--order", str(order)]
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["order"] == ["app", "db"]


def test_chains_of_many_services_are_told_from_the_near_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis_commands, "MOST_LINKS_TOGETHER", 12)
    made = plan().service("A")
    for above, below in pairwise("ABCDEF"):
        made.needs(below, above)
    path = tmp_path / "plan.bcplan"
    PlanSession.create(path, made.build()).close()
    words = ["impact", str(path), "--fail", "A"]
    assert main([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["services"]
    assert [link["service"] for link in told["F"]["chain"]] == ["E", "F"]
    assert [link["service"] for link in told["B"]["chain"]] == ["A", "B"]
    assert main(words) == 0
    shown = [line.split("  ")[-1].strip() for line in capsys.readouterr().out.splitlines()]
    assert shown[-2:] == ["… > D", "… > E"]
