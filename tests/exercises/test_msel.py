from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bcp_planner.domain.durations import parse_human
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.exercising import Event, Inject
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import msel, preparation
from bcp_planner.interchange import msel as files
from tests.builders import plan


def exercise() -> tuple[Plan, Event]:
    made = (
        plan(declared_after="30 min")
        .service("Power", recovery="6h", rto="4h")
        .service("Orders", restart="10 min")
        .needs("Orders", "Power", tolerance="4h")
        .scenario("Blackout", "Power")
        .build()
    )
    made = preparation.prepare(made, "Blackout", starts="2026-02-11T09:00:00+00:00")
    event = list(made.events.values())[-1]
    return made, event


def test_three_clocks() -> None:
    made, event = exercise()
    event = replace(event, scenario_start="2026-05-03T02:00:00+00:00")
    inject = replace(event.injects[-1], at=parse_human("1d 4h"), wall=parse_human("90 min"))
    assert msel.clocks(event, inject) == ("T+1d 04:00", "2026-05-04 06:00", "2026-02-11 10:30")
    assert msel.clocks(replace(event, starts="", scenario_start=""), inject)[1:] == ("", "")
    assert made


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_written_list_reads_back_unchanged(name: str, tmp_path: Path) -> None:
    made, event = exercise()
    odd = Inject(key="", at=1000, text='=1+1, "two"\nlines', sender="+49 30 1", services=("Power",))
    made = preparation.add_inject(made, event.id, odd)
    files.write(made, event.id, tmp_path / name)
    found = files.read(made, event.id, tmp_path / name)
    assert found.plan == made
    assert (found.changed, found.added, found.kept) == ((), (), ())


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_list_can_be_read_into_an_empty_exercise(name: str, tmp_path: Path) -> None:
    made, event = exercise()
    files.write(made, event.id, tmp_path / name)
    empty = made.put("events", replace(event, injects=()))
    found = files.read(empty, event.id, tmp_path / name).plan.events[event.id]
    assert [(one.key, one.at, one.text) for one in found.injects] == [
        (one.key, one.at, one.text) for one in event.injects
    ]


def test_changes_count_as_edited_by_hand_and_missing_rows_stay(tmp_path: Path) -> None:
    made, event = exercise()
    path = tmp_path / "list.csv"
    path.write_text('Inject,No.,T+\nChanged,02,1:30\n"New, one",,2 h\n', encoding="utf-8")
    found = files.read(made, event.id, path)
    assert found.changed == ("02",)
    assert len(found.added) == 1
    assert len(found.kept) == len(event.injects) - 1
    injects = {one.key: one for one in found.plan.events[event.id].injects}
    assert (injects["02"].text, injects["02"].at, injects["02"].edited) == (
        "Changed",
        parse_human("90 min"),
        True,
    )
    assert injects[found.added[0]].text == "New, one"


def test_every_bad_row_is_named_and_nothing_is_changed(tmp_path: Path) -> None:
    made, event = exercise()
    path = tmp_path / "list.csv"
    path.write_text("No.,T+,Type,Inject,Services\n01,soon,inject,a,Power\n02,1 h,x,b,Gas\n")
    with pytest.raises(InputRefused) as refused:
        files.read(made, event.id, path)
    assert len(refused.value.problems) == 3
    assert "row 2, T+" in refused.value.problems[0]


def test_a_file_without_the_headings_is_refused(tmp_path: Path) -> None:
    made, event = exercise()
    path = tmp_path / "list.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(InputRefused, match="no row of headings"):
        files.read(made, event.id, path)
    with pytest.raises(InputRefused, match=r"\.csv or \.xlsx"):
        files.write(made, event.id, tmp_path / "list.doc")
