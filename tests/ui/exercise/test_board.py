from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bcp_planner.domain import edits
from bcp_planner.domain.arrangements import Communication, Role
from bcp_planner.domain.codec import read_record, write_record
from bcp_planner.domain.durations import HOUR, MINUTE, parse_human
from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.exercising import LogEntry, Participant, Why
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log, preparation
from tests.builders import plan
from ui.exercise.clock import PlayClock
from ui.exercise.diagnosing import DiagnoseDialog
from ui.exercise.differences import DifferencesDialog
from ui.exercise.grid import Grid
from ui.exercise.instead import InsteadDialog

Show = Callable[[Plan], Any]


START = "2026-03-02T09:00:00+00:00"


def shop() -> Plan:
    made = (
        plan(declared_after="30 min")
        .service("Power", recovery="1h", rto="4h")
        .service("Shop", restart="30 min", rto="6h")
        .needs("Shop", "Power", tolerance="1h")
        .scenario("Blackout", "Power")
        .build()
    )
    police = Communication(id="police", audience="Police", first_by=MINUTE, then_every=HOUR)
    leader = Role(id="lead", name="Incident commander")
    return made.put("communications", police).put("roles", leader)


@pytest.fixture
def board(show: Show) -> Iterator[tuple[Any, Any]]:
    """Return a person and the board, open over a shop."""
    person = show(shop())
    person.window.do.show_exercises()
    yield person, person.window.do._board
    person.window.do._board.hide()


def prepare(person: Any, board: Any, kind: str = "tabletop") -> None:
    before = len(person.plan.events)
    board.prepare("Blackout", kind)
    person.qtbot.waitUntil(lambda: len(person.plan.events) > before, timeout=10_000)


def run(person: Any, board: Any) -> Any:
    """Show the running tab, with the scenario worked out."""
    board.tabs.setCurrentWidget(board.running)
    person.qtbot.waitUntil(lambda: board.running.forecast is not None, timeout=10_000)
    return board.running


def look_back(person: Any, board: Any) -> Any:
    """Show the tab that looks back, with the event compared with the plan."""
    board.tabs.setCurrentWidget(board.looking_back)
    person.qtbot.waitUntil(lambda: board.looking_back._seen is not None, timeout=10_000)
    return board.looking_back


def test_an_exercise_is_prepared_run_closed_and_reported(
    board: tuple[Any, Any], tmp_path: Path
) -> None:
    person, board_ = board
    prepare(person, board_, "functional")
    event = board_.event
    board_.tabs.setCurrentWidget(board_.preparing)
    assert board_.preparing.list.rowCount() == len(event.injects)

    running = run(person, board_)
    running.bar.toggle()
    assert board_.event.status == "running"
    running.injects.choose("01")
    running.give_inject()
    running.bar.jump(parse_human("30 min"))
    running.declared()
    for moment in ("30 min", "2h"):
        running.bar.jump(parse_human(moment))
        running.tasks.choose("W1-01")
        QTest.keyClick(running.tasks, Qt.Key.Key_Space)
    kinds = [one.kind for one in log.entries_of(person.plan, event.id)]
    assert kinds.count("task started") == kinds.count("task finished") == 1
    person.qtbot.waitUntil(
        lambda: running.forecast.recovery.services["Shop"].start >= parse_human("2h")
    )

    running.bar.toggle()
    person.messages.confirm = lambda question, action: True
    back = look_back(person, board_)
    back.keep_evidence("transaction done", "at night")
    back.close_it()
    assert board_.event.status == "closed"
    assert log.verify(person.plan, event.id) == ()
    (kept,) = person.plan.evidence.values()
    assert (kept.service, kept.depth, kept.conditions) == ("Power", "transaction done", "at night")

    target = tmp_path / "report.pdf"
    person.messages.answers.append(target)
    with person.qtbot.waitSignal(person.window.printing.ready, timeout=20_000):
        board_.files.print_document("after-action")
    assert target.read_bytes().startswith(b"%PDF")


def test_a_log_entry_is_not_undone_but_corrected(board: tuple[Any, Any]) -> None:
    person, board_ = board
    person.space.bridge.try_edit(
        "Rename", lambda plan: edits.update(plan, "services", "Shop", name="Web shop")
    )
    board_.begin_incident("Blackout", starts=START)
    running = run(person, board_)
    running.form.text.setText("Smoke in the server room")
    running.form.log_it()
    (kept,) = person.plan.log.values()
    again = read_record(LogEntry, write_record(kept), "log", [])
    assert again == kept  # else its seal does not hold when the file is opened again
    person.space.bridge.undo()
    assert len(person.plan.log) == 1
    assert person.plan.services["Shop"].name == "Shop"
    person.messages.answers.append("void, it was steam")
    running.correct()
    last = list(person.plan.log.values())[-1]
    assert (last.kind, last.withdraws) == ("correction", True)


def test_an_inject_is_edited_in_its_form(board: tuple[Any, Any]) -> None:
    person, board_ = board
    prepare(person, board_)
    board_.tabs.setCurrentWidget(board_.preparing)
    preparing = board_.preparing
    preparing.list.choose("02")
    person.fill("receiver", "Everybody", preparing.form)
    person.fill("at", "2 h", preparing.form)
    inject = next(one for one in board_.event.injects if one.key == "02")
    assert (inject.receiver, inject.at, inject.edited) == ("Everybody", 2 * HOUR, True)
    person.fill("at", "soon", preparing.form)
    assert "soon" in preparing.form.editors["at"].problem


def test_what_the_plan_says_otherwise_is_taken_over_where_ticked(board: tuple[Any, Any]) -> None:
    person, board_ = board
    prepare(person, board_)
    board_.tabs.setCurrentWidget(board_.preparing)
    preparing = board_.preparing
    preparing.list.choose("01")
    person.fill("sender", "Caretaker", preparing.form)
    before = board_.event
    person.space.bridge.try_edit(
        "Slower",
        lambda plan: edits.update(plan, "services", "Power", recovery=Estimate.of(5 * HOUR)),
    )
    preparing.compare()
    find = person.window.findChildren
    person.qtbot.waitUntil(lambda: bool(find(DifferencesDialog)), timeout=10_000)
    (dialog,) = find(DifferencesDialog)
    assert board_.event == before  # nothing is overwritten unasked
    by_hand = [one for one in dialog._found if one.by_hand]
    assert [one.before.key for one in by_hand] == ["01"]
    assert by_hand[0] not in dialog.ticked()
    for row in range(1, dialog.table.rowCount()):
        dialog.tick(row, on=row == 1)
    (wanted,) = dialog.ticked()
    dialog._on_taken()
    assert preparation.refresh(person.plan, board_.event.id) != ()
    assert wanted not in preparation.refresh(person.plan, board_.event.id)
    assert board_.event.injects[0].sender == "Caretaker"


def test_the_inject_that_is_due_is_the_one_that_enter_gives(board: tuple[Any, Any]) -> None:
    person, board_ = board
    prepare(person, board_)
    running = run(person, board_)
    kinds = {one.key: one.kind for one in board_.event.injects}
    running.injects.choose(next(key for key, kind in kinds.items() if kind == "contingency"))
    running.bar.to_next()
    for _ in range(2):
        assert running.injects.currentRow() == 0
        assert kinds[running.injects.chosen()] == "inject"
        QTest.keyClick(running.injects, Qt.Key.Key_Return)
    given = [one.subject for one in log.entries_of(person.plan, board_.event.id)]
    assert [kinds[key] for key in given if key] == ["inject", "inject"]


def test_what_a_tabletop_does_not_measure_is_said(board: tuple[Any, Any]) -> None:
    person, board_ = board
    prepare(person, board_)
    run(person, board_).declared()
    back = look_back(person, board_)
    assert back.said.text().startswith("No outage was measured")
    assert back.no_times.isVisible()


def test_no_word_of_a_table_is_cut_and_dates_stand_in_line(board: tuple[Any, Any]) -> None:
    person, board_ = board
    prepare(person, board_)
    grid = Grid("Times", ("Service", "RTO", "Planned back at", "Work"), wide=0, least=0.2)
    person.qtbot.addWidget(grid)
    grid.resize(320, 200)
    grid.show()
    grid.show_rows([("a", ("Database of orders", "eingehalten", "T+11:00:41", "9 h 30 min 41 s"))])
    letters = grid.fontMetrics().horizontalAdvance
    for column, word in ((1, "eingehalten"), (2, "T+11:00:41")):
        assert grid.columnWidth(column) > letters(word)
    header = grid.horizontalHeader()
    assert header.minimumHeight() > header.sizeHint().height()  # room for a heading in two lines
    row = grid.rowHeight(0)
    grid.item(0, 0).setText("x")
    grid.show_rows([("a", ("x", "y", "z", "1 h"))])
    assert row > grid.rowHeight(0)
    board_.tabs.setCurrentWidget(board_.setup)
    names = board_.setup.frame.form.editors["name"]
    left = {one.mapTo(board_, QPoint(0, 0)).x() for one in (board_.setup.starts, names)}
    assert len(left) == 1


def test_people_objectives_and_causes_are_entered_on_the_board(board: tuple[Any, Any]) -> None:
    person, board_ = board
    prepare(person, board_)
    event = board_.event
    board_.setup.people.form.edited.emit("participants", (Participant(name="Anna"),))
    board_.setup.starts.chosen.emit(START)
    assert board_.event.participants[0].name == "Anna"
    assert board_.event.starts == START
    board_.tabs.setCurrentWidget(board_.reviewing)
    whys = board_.reviewing.whys
    whys.add_cause()
    whys.tree.currentItem().setText(0, "No spare part")
    whys.ask_why()
    whys.tree.currentItem().setText(0, "Stock was never agreed")
    box = whys.tree.itemWidget(whys.tree.currentItem(), 1)
    box.setCurrentIndex(box.findData("process"))
    assert board_.event.whys == (
        Why(text="No spare part"),
        Why(text="Stock was never agreed", level=2, category="process"),
    )
    whys.tree.setCurrentItem(whys.tree.topLevelItem(0))
    whys.remove()
    assert person.plan.events[event.id].whys == ()


def test_messages_fall_due_are_sent_and_come_again(board: tuple[Any, Any]) -> None:
    person, board_ = board
    prepare(person, board_, "drill")
    running = run(person, board_)
    running.declared()
    assert running.messages.overdue() == 0
    running.bar.jump(2 * MINUTE)
    assert running.messages.overdue() == 1
    assert "Police" in running.reminder.text()
    assert "1 due" in running.books.tabText(1)
    QTest.keyClick(running.messages.grid, Qt.Key.Key_Return)
    assert running.messages.overdue() == 0
    assert not running.reminder.isVisible()
    running.bar.jump(2 * HOUR)
    assert running.messages.overdue() == 1


def test_roles_are_handed_over(board: tuple[Any, Any]) -> None:
    person, board_ = board
    prepare(person, board_, "drill")
    running = run(person, board_)
    person.messages.answers += ["Anna", "Ben"]
    running.roles.hand_over()
    running.roles.hand_over()
    assert running.at.roles == {"lead": "Ben"}
    assert list(person.plan.log.values())[-1].text == "Anna hands over to Ben"


def test_another_order_is_compared_and_decided_on(board: tuple[Any, Any]) -> None:
    person, board_ = board
    prepare(person, board_, "drill")
    running = run(person, board_)
    running.tasks.setCurrentCell(running.tasks.rowCount() - 1, 0)
    with person.qtbot.waitSignal(running.forecasting.compared):
        running.compare()
    (dialog,) = person.window.findChildren(InsteadDialog)
    assert not dialog.yes.isEnabled()
    dialog.reason.setText("The shop asks for it")
    dialog._on_decided()
    decision = list(person.plan.log.values())[-1]
    assert (decision.kind, decision.reason) == ("decision", "The shop asks for it")
    assert "as adopted" in decision.options


def test_corrections_are_accepted_one_by_one_or_kept_as_actions(board: tuple[Any, Any]) -> None:
    person, board_ = board
    prepare(person, board_, "full test")
    running = run(person, board_)
    running.declared()
    running.tasks.choose("W1-01")
    running.advance_task()
    running.bar.jump(3 * HOUR)
    running.advance_task()
    back = look_back(person, board_)
    texts = [one.text for one in back._seen.offered]
    slower = next(text for text in texts if text.startswith("Set the likely recovery time"))
    back.corrections.choose(slower)
    back.defer()
    (action,) = person.plan.actions.values()
    assert action.services == ("Power",)
    person.qtbot.waitUntil(lambda: not back.looking.busy)
    back.corrections.choose(slower)
    back.accept()
    assert person.plan.services["Power"].recovery.likely == 3 * HOUR
    person.qtbot.waitUntil(
        lambda: slower not in [one.text for one in back._seen.offered], timeout=10_000
    )


def test_an_incident_that_is_over_is_entered_from_its_timeline(
    board: tuple[Any, Any], tmp_path: Path
) -> None:
    person, board_ = board
    board_.begin_incident("Blackout", starts=START, name="Fuse", afterwards=True)
    running = run(person, board_)
    assert running.clock.at() == 0
    running.form.moment.setText("09:20")
    running.form.text.setText("Lights out")
    running.form.source.setText("porter's book")
    running.form.log_it()
    source = tmp_path / "timeline.csv"
    source.write_text("Time,What,Kind\n09:30,called,declared\n11:00,fixed,note\n", encoding="utf-8")
    person.messages.answers.append(source)
    person.messages.confirm = lambda question, action: "2 entries" in question
    board_.files.read_timeline()
    entries = log.entries_of(person.plan, board_.event.id)
    assert [one.at for one in entries] == [20 * MINUTE, 30 * MINUTE, 2 * HOUR]
    assert entries[0].source == "porter's book"
    assert log.verify(person.plan, board_.event.id) == ()


def test_a_log_that_was_tampered_with_is_told_with_the_place(board: tuple[Any, Any]) -> None:
    person, board_ = board
    board_.begin_incident("Blackout", starts=START, afterwards=True)
    running = run(person, board_)
    for text in ("one", "two", "three"):
        running.form.text.setText(text)
        running.form.log_it()
    key = list(person.plan.log)[1]
    altered = replace(person.plan.log[key], text="twa")
    person.space.bridge.edit("Tamper", person.plan.put("log", altered))
    look_back(person, board_).check_log()
    assert key in person.messages.said[-1]
    assert "not as it was sealed" in person.messages.said[-1]


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


def test_the_events_list_goes_out_and_comes_back(board: tuple[Any, Any], tmp_path: Path) -> None:
    person, board_ = board
    prepare(person, board_)
    for name in ("list.csv", "list.xlsx"):
        target = tmp_path / name
        person.messages.answers += [target, target]
        before = board_.event
        board_.files.write_list()
        board_.files.read_list()
        assert board_.event == before
        assert "0 injects changed" in person.messages.said[-1]


def test_while_a_forecast_is_under_way_only_the_newest_standing_waits(
    board: tuple[Any, Any],
) -> None:
    person, board_ = board
    prepare(person, board_, "drill")
    running = run(person, board_)
    person.qtbot.waitUntil(lambda: not running.forecasting.looking.busy, timeout=10_000)
    seen: list[int] = []
    running.forecasting.ready.connect(lambda found: seen.append(found.forecast.now))
    for minutes in range(1, 20):
        running.bar.jump(minutes * MINUTE)
    person.qtbot.waitUntil(lambda: running.forecast.now == 19 * MINUTE, timeout=10_000)
    assert seen[0] == MINUTE  # the one under way was shown, although the clock went on
    assert len(seen) < 19
