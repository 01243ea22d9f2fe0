"""The runbook, from its story and from the text of its pages."""

from __future__ import annotations

import datetime
import io
import re
from pathlib import Path

import pypdf
import pytest

from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.recovery import recover
from bcp_planner.documents import KINDS, Options, render
from bcp_planner.documents.case import Case, case
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.output import pdf_bytes
from bcp_planner.documents.runbook import runbook
from bcp_planner.domain.durations import HOUR
from bcp_planner.domain.entities import Step
from bcp_planner.domain.errors import Cancelled, FileProblem, InputRefused
from bcp_planner.domain.plan import EMPTY, Plan
from bcp_planner.interchange.plan_json import read_plan
from tests.builders import plan

NOW = datetime.datetime(2026, 11, 23, 2, 0, tzinfo=datetime.UTC)
SAMPLES = sorted(Path("resources/samples").glob("*.json"))


def worked_out(of: Plan, scenario: str) -> Case:
    """Work a scenario out; which order of a large plan is best is tested elsewhere."""
    chosen = of.scenarios[scenario]
    seconds = 10.0 if len(of.services) < 40 else 0.0
    return case(of, chosen, impact(of, chosen), recover(of, chosen, seconds=seconds))


def pages(of: Plan, scenario: str, **options: str) -> list[str]:
    edition = Edition(of, Options(**options), NOW)  # type: ignore[arg-type]
    data, _ = pdf_bytes(
        runbook(worked_out(of, scenario), edition), paper_name=edition.options.paper
    )
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def printed(of: Plan, scenario: str) -> str:
    return squeezed("".join(pages(of, scenario)))


def shop() -> Plan:
    return (
        plan("Shop", organisation="Example Ltd", classification="Confidential", owner="Ann Lee")
        .contact("Ann Lee", phone="+1 555 0100", private=True)
        .team("DBA", 1, mobilisation="15 min", lead="Ann Lee", meeting_point="Bridge 7")
        .service("Power", recovery="1h", owner="Facilities")
        .service(
            "Database",
            kind="data",
            recovery="2h",
            restart="30 min",
            rto="4h",
            tier=1,
            needs={"DBA": 1},
            steps=(
                Step(text="Mount the copy", duration=600_000, validation="Checksum agrees"),
                Step(text="Open the listener", duration=600_000, if_fails="Use the old one"),
            ),
        )
        .service("Web shop", kind="product", rto="1h", mtpd="1d", tier=1)
        .needs("Database", "Power")
        .needs("Web shop", "Database", tolerance="10 min")
        .scenario("Blackout", "Power", declared_after="30 min", description="The grid is down.")
        .build()
    )


def test_tasks_are_numbered_by_wave_and_name_what_they_wait_for() -> None:
    found = worked_out(shop(), "Blackout")
    tasks = [task for wave in found.waves for task in wave.tasks]
    assert [task.number for task in tasks] == ["W1-01", "W2-01", "W2-02", "W3-01"]
    assert [task.after for task in tasks] == [(), ("W1-01",), ("W2-01",), ("W2-02",)]
    assert tasks[1].start == tasks[0].end
    assert tasks[2].start == tasks[1].end


def test_steps_longer_than_the_estimate_have_no_times_of_their_own() -> None:
    of = (
        plan()
        .service("A", recovery="10 min", steps=(Step(text="x", duration=3_600_000), Step(text="y")))
        .scenario("S", "A")
        .build()
    )
    first, second = worked_out(of, "S").waves[0].tasks
    assert (first.start, first.end, second.start) == (0, None, None)
    assert second.end == 600_000


def test_it_says_what_is_lost_why_and_in_what_order_it_returns() -> None:
    text = printed(shop(), "Blackout")
    for words in (
        "Thegridisdown.",
        "PowerfailsatT+00:00→Database;carrieson for10min.",
        "Bridge7",
        "Mountthecopy",
        "Check:Checksumagrees",
        "Usetheoldone",
        "Checkpointafterwave2",
        "Fencetheoldsitefirst",
        "T+02:00",
    ):
        assert squeezed(words) in text


def test_every_step_is_there_once() -> None:
    tasks = [page for page in pages(shop(), "Blackout") if "Initials" in page]
    text = squeezed("".join(tasks))
    assert text.count("Mountthecopy") == 1
    assert text.count("Openthelistener") == 1


def test_figures_on_unknown_estimates_are_marked_at_least() -> None:
    known = plan().service("A", recovery="1h").scenario("S", "A").build()
    unknown = plan().service("A").scenario("S", "A").build()
    assert "≥T+" not in printed(known, "S")
    assert "≥T+00:00" in printed(unknown, "S")
    assert "Noestimateofworkingtime:countsaszero" in printed(unknown, "S")


def test_a_missed_target_is_said_with_its_length() -> None:
    text = printed(shop(), "Blackout")
    assert "late" in text
    assert "toolateforatarget" in text


def test_private_numbers_are_left_out_on_wish() -> None:
    of = shop()
    assert "+15550100" in printed(of, "Blackout")
    edition = Edition(of, Options(contacts=False), NOW)
    data, _ = pdf_bytes(runbook(worked_out(of, "Blackout"), edition))
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert "+15550100" not in squeezed("".join(page.extract_text() for page in reader.pages))


def test_relaxed_requirements_say_what_to_do_without() -> None:
    of = (
        plan()
        .service("A", restart="1h")
        .service("B", restart="1h")
        .service("Root", recovery="1h")
        .needs("A", "B")
        .needs("B", "A")
        .needs("A", "Root")
        .scenario("S", "Root")
        .build()
    )
    text = printed(of, "S")
    assert "Bringupwithout" in text
    assert "Thesewaitforeachother" in text


def test_names_in_any_script_and_of_any_length_are_whole() -> None:
    names = ["数据中心一号机房", "مركز البيانات (رئيسي)", "<b>A & B</b>", "x" * 300]
    builder = plan()
    for name in names:
        builder.service(name, recovery="1h")
    text = printed(builder.scenario("S", *names).build(), "S")
    assert all(squeezed(name) in text for name in names)


def test_a_scenario_without_effect_prints() -> None:
    of = plan().service("A").scenario("Quiet").build()
    text = printed(of, "Quiet")
    assert "Nothinggoesdown" in text
    assert "Nowaves." in text


def test_hundreds_of_services_print_each_of_them() -> None:
    builder = plan()
    for number in range(600):
        builder.service(f"Service {number:04d}", recovery="10 min", rto="1d")
        if number:
            builder.needs(f"Service {number:04d}", f"Service {(number - 1) // 2:04d}")
    of = builder.scenario("S", "Service 0000").build()
    tasks = squeezed("".join(page for page in pages(of, "S") if "Initials" in page))
    assert all(tasks.count(f"BringupService{number:04d}") == 1 for number in range(1, 600))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_longest_runbook_of_each_sample_has_all_its_steps(path: Path) -> None:
    of = read_plan(path)
    found = max((worked_out(of, key) for key in of.scenarios), key=lambda one: len(one.recovered))
    text = printed(of, found.scenario.id)
    assert all(squeezed(task.text) in text for wave in found.waves for task in wave.tasks)
    assert all(squeezed(of.services[name].title) in text for name in found.recovered)


def test_a_file_is_written_whole_and_the_same_every_time(tmp_path: Path) -> None:
    of = shop()
    targets = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for target in targets:
        done = render("runbook", of, target, scenario=of.scenarios["Blackout"], now=NOW)
        assert done.pages == len(pypdf.PdfReader(target).pages)
    assert targets[0].read_bytes() == targets[1].read_bytes()


def test_papers_are_known_in_small_letters_too(tmp_path: Path) -> None:
    of = shop()
    target = tmp_path / "a.pdf"
    options = Options(paper="letter")
    render("runbook", of, target, scenario=of.scenarios["Blackout"], options=options, now=NOW)
    assert float(pypdf.PdfReader(target).pages[0].mediabox.width) == 612


def test_what_cannot_be_printed_is_refused_in_one_sentence(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    with pytest.raises(InputRefused, match="choose a scenario"):
        render("runbook", EMPTY, target, now=NOW)
    with pytest.raises(InputRefused, match="no such document"):
        render("poem", EMPTY, target, now=NOW)
    scenario = shop().scenarios["Blackout"]
    with pytest.raises(InputRefused, match="no such paper"):
        render("runbook", shop(), target, scenario=scenario, options=Options("B7"), now=NOW)
    with pytest.raises(FileProblem):
        render("runbook", shop(), tmp_path / "no" / "a.pdf", scenario=scenario, now=NOW)
    assert not target.exists()


def test_cancelling_leaves_the_old_file(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    target = tmp_path / "a.pdf"
    target.write_text("before")
    with pytest.raises(Cancelled):
        render(
            "runbook",
            shop(),
            target,
            scenario=shop().scenarios["Blackout"],
            now=NOW,
            progress=stop,
        )
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_every_kind_says_what_it_is_for() -> None:
    assert all(kind.title and kind.description.endswith(".") for kind in KINDS.values())


def test_steps_longer_than_what_is_planned_say_what_to_make_of_it() -> None:
    repair = (Step(text="Swap the disk", duration=3 * HOUR), Step(text="Start", duration=HOUR))
    made = (
        plan()
        .service("Server", recovery="2h", steps=repair)
        .service("App", recovery="2h", restart="10 min", steps=repair)
        .needs("App", "Server")
        .scenario("Loss", "Server")
        .build()
    )
    text = printed(made, "Loss")
    assert squeezed("Its steps add up to 4 h; 2 h are planned.") in text
    assert squeezed("Not hit itself: 10 min are planned for its restart.") in text
