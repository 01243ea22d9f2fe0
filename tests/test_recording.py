"""What is recorded in a log is no step of undo: undo goes on to the last edit, and it stays."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Failure, Scenario, Service
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.exercising import Event
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log
from bcp_planner.session import PlanSession
from tests.builders import plan
from tests.strategies import texts

NOW = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=datetime.UTC)


def shop() -> Plan:
    return plan().service("Shop").build().put("events", Event(id="drill", status="running"))


def noted(made: Plan, event: str = "drill") -> Plan:
    return log.append(made, event, log.entry("note", 0, "Smoke", now=NOW))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[PlanSession]:
    made = PlanSession.create(tmp_path / "plan.bcplan", shop())
    yield made
    made.close()


def rename(session: PlanSession, name: str) -> None:
    session.edit(f"To {name}", edits.update(session.plan, "services", "Shop", name=name))


def test_undo_steps_over_entries_to_the_last_edit(session: PlanSession) -> None:
    rename(session, "Web shop")
    session.record("Log", noted(session.plan))
    session.record("Log", noted(session.plan))
    assert session.undo_label == "To Web shop"
    session.undo()
    assert session.plan.services["Shop"].name == "Shop"
    assert len(session.plan.log) == 2
    session.record("Log", noted(session.plan))
    session.redo()
    assert session.plan.services["Shop"].name == "Web shop"
    assert len(session.plan.log) == 3
    assert log.verify(session.plan, "drill") == ()


def test_an_entry_alone_is_nothing_to_undo(session: PlanSession) -> None:
    session.record("Log", noted(session.plan))
    assert not session.can_undo
    assert session.undo() is None
    assert [one.kind for one in session.history()] == ["record"]


def test_closing_is_recorded_too_and_survives_undo_of_what_was_written_about_it(
    session: PlanSession,
) -> None:
    session.record("Log", noted(session.plan))
    session.edit("Summary", edits.update(session.plan, "events", "drill", summary="Well"))
    session.record("Close", log.close(session.plan, "drill"))
    session.undo()
    event = session.plan.events["drill"]
    assert (event.summary, event.status, event.log_count) == ("", "closed", 1)
    assert log.verify(session.plan, "drill") == ()


def test_an_event_with_entries_stays_and_what_was_done_before_it_can_be_undone(
    session: PlanSession,
) -> None:
    rename(session, "Web shop")
    session.edit("Prepare", session.plan.put("events", Event(id="new")))
    session.record("Log", noted(session.plan, "new"))
    assert session.undo_label == "To Web shop"
    session.undo()
    assert session.plan.services["Shop"].name == "Shop"
    assert "new" in session.plan.events
    session.redo()
    assert session.plan.services["Shop"].name == "Web shop"


def test_what_an_event_with_entries_refers_to_is_not_taken_away(session: PlanSession) -> None:
    fire = Scenario(id="fire", fails=(Failure(service="Shop"),))
    session.edit("Add scenario", session.plan.put("scenarios", fire))
    session.edit("Prepare", session.plan.put("events", Event(id="new", scenario="fire")))
    session.record("Log", noted(session.plan, "new"))
    with pytest.raises(EditRefused, match="“Add scenario” stays: an exercise or incident"):
        session.undo()
    assert "fire" in session.plan.scenarios


def test_an_event_removed_with_its_log_comes_back_with_it(session: PlanSession) -> None:
    session.record("Log", noted(session.plan))
    session.edit("Delete", edits.remove(session.plan, "events", ["drill"]))
    assert not session.plan.log
    session.undo()
    assert len(session.plan.log) == 1
    session.redo()
    assert not session.plan.events


def test_only_entries_are_recorded(session: PlanSession) -> None:
    with pytest.raises(ValueError, match="only entries"):
        session.record("Rename", edits.update(session.plan, "services", "Shop", name="X"))


class RecordingModel(RuleBasedStateMachine):
    """Edits, undo and redo with entries in between, against the same without entries."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.session = PlanSession.create(self.folder / "plan.bcplan", shop())
        self.services = {"Shop"}
        self.past: list[set[str]] = []
        self.future: list[set[str]] = []
        self.entries: list[str] = []

    @rule(name=st.sampled_from("abcdef"))
    def add_or_remove_a_service(self, name: str) -> None:
        self.past.append(set(self.services))
        self.future.clear()
        if name in self.services:
            self.services = self.services - {name}
            self.session.edit("Remove", edits.remove(self.session.plan, "services", [name]))
        else:
            self.services = self.services | {name}
            self.session.edit("Add", self.session.plan.put("services", Service(id=name)))

    @rule(text=texts)
    def log_something(self, text: str) -> None:
        made = log.entry("note", len(self.entries), text, now=NOW)
        self.session.record("Log", log.append(self.session.plan, "drill", made))
        self.entries.append(text)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.session.undo()
        self.future.append(self.services)
        self.services = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.session.redo()
        self.past.append(self.services)
        self.services = self.future.pop()

    @invariant()
    def entries_stay_and_edits_come_and_go(self) -> None:
        made = self.session.plan
        assert set(made.services) == self.services
        assert [one.text for one in made.log.values()] == self.entries
        assert log.verify(made, "drill") == ()
        assert self.session.can_undo == bool(self.past)
        assert self.session.can_redo == bool(self.future)

    def teardown(self) -> None:
        self.session.close()
        shutil.rmtree(self.folder)


TestRecordingModel = RecordingModel.TestCase
TestRecordingModel.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
