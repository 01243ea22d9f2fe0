from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcp_planner.domain.durations import parse_human
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log
from tests.builders import plan
from ui.exercise.clock import PlayClock
from ui.exercise.diagnosing import DiagnoseDialog

Show = Callable[[Plan], Any]


def shop() -> Plan:
    return (
        plan(declared_after="30 min")
        .service("Power", recovery="1h", rto="4h")
        .service("Shop", restart="30 min", rto="6h")
        .needs("Shop", "Power", tolerance="1h")
        .scenario("Blackout", "Power")
        .build()
    )


def test_an_exercise_is_prepared_run_closed_and_reported(show: Show, tmp_path: Path) -> None:
    person = show(shop())
    person.window.do.show_exercises()
    board = person.window.do._board
    board.prepare("Blackout", "functional")
    event = board.event
    assert event is not None
    assert board.preparing.list.rowCount() == len(event.injects)

    board.tabs.setCurrentWidget(board.running)
    running = board.running
    running.toggle_clock()
    assert board.event.status == "running"
    running.injects.choose("01")
    running.give_inject()
    running.jump(parse_human("30 min"))
    running.declared()
    for moment in ("30 min", "2h"):
        running.jump(parse_human(moment))
        running.tasks.choose("W1-01")
        QTest.keyClick(running.tasks, Qt.Key.Key_Space)
    kinds = [one.kind for one in log.entries_of(person.plan, event.id)]
    assert kinds.count("task started") == kinds.count("task finished") == 1
    assert running.forecast.recovery.services["Shop"].start >= parse_human("2h")

    running.toggle_clock()
    person.messages.confirm = lambda question, action: True
    board.tabs.setCurrentWidget(board.looking_back)
    board.looking_back.keep_evidence()
    board.looking_back.close_it()
    assert board.event.status == "closed"
    assert log.verify(person.plan, event.id) == ()
    assert {one.service for one in person.plan.evidence.values()} == {"Power"}

    target = tmp_path / "report.pdf"
    person.messages.answers.append(target)
    with person.qtbot.waitSignal(person.window.printing.ready, timeout=20_000):
        board.print_document("after-action")
    assert target.read_bytes().startswith(b"%PDF")


def test_a_log_entry_is_not_undone_but_corrected(show: Show) -> None:
    person = show(shop())
    person.window.do.show_exercises()
    board = person.window.do._board
    board.begin_incident("Blackout")
    running = board.running
    running.form.text.setText("Smoke in the server room")
    running.form.log_it()
    before = len(person.plan.log)
    person.space.bridge.undo()
    assert len(person.plan.log) == before
    assert "correction" in person.messages.said[-1]
    person.messages.answers.append("void, it was steam")
    running.correct()
    last = list(person.plan.log.values())[-1]
    assert (last.kind, last.withdraws) == ("correction", True)


def test_an_inject_is_edited_in_its_form(show: Show) -> None:
    person = show(shop())
    person.window.do.show_exercises()
    board = person.window.do._board
    board.prepare("Blackout", "tabletop")
    board.preparing.list.choose("02")
    board.preparing.short["receiver"].setText("Everybody")
    board.preparing.short["receiver"].editingFinished.emit()
    inject = next(one for one in board.event.injects if one.key == "02")
    assert (inject.receiver, inject.edited) == ("Everybody", True)
    board.preparing.short["at"].setText("soon")
    board.preparing.short["at"].editingFinished.emit()
    assert "not a duration" in person.messages.said[-1]


def test_causes_are_ranked(show: Show) -> None:
    person = show(shop())
    dialog = DiagnoseDialog(person.window, person.space)
    dialog.see("Shop", "Down")
    with person.qtbot.waitSignal(dialog._channel.ready, timeout=10_000):
        dialog.ask()
    assert [dialog.causes.item(row, 1).text() for row in range(2)] == ["Shop", "Power"]


def test_the_clock_of_the_story_pauses_jumps_and_runs_faster() -> None:
    seconds = [0.0]
    clock = PlayClock(0, lambda: seconds[0])
    clock.start()
    seconds[0] = 2.0
    assert clock.at() == 2000
    clock.run_at(10)
    seconds[0] = 3.0
    assert clock.at() == 12_000
    clock.pause()
    seconds[0] = 50.0
    assert clock.at() == 12_000
    clock.jump(60_000)
    clock.jump(5)
    assert clock.at() == 60_000
