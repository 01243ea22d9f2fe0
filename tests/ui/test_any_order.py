"""Edits, undo, redo and reopening in any order, through the commands of one window."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from tests.builders import plan
from tests.ui.conftest import Person

START = (
    plan()
    .service("Shop", position=(0, 0), rto="4 h")
    .service("Database", position=(-240, 240))
    .service("Network", position=(240, 240))
    .needs("Shop", "Database")
    .build()
)
NAMES = st.sampled_from(("Mail", "DNS", "Power", "Desk"))
PICKS = st.lists(st.integers(0, 9), min_size=1, max_size=3)
COMMANDS = st.sampled_from(
    ("delete", "duplicate", "cut", "copy", "paste", "link", "pin", "tidy", "ungroup", "align-left")
)


class Window(RuleBasedStateMachine):
    """The window beside a model: the plans one can go back and forward to."""

    def __init__(self, person: Person, folder: Path) -> None:
        super().__init__()
        self.person = person
        free = (folder / f"{number}.bcplan" for number in range(10_000))
        path = next(path for path in free if not path.exists())
        person.space.bridge.show(PlanSession.create(path, START))
        self.past: list[Plan] = []
        self.future: list[Plan] = []
        self.now = START

    @property
    def bridge(self) -> object:
        return self.person.space.bridge

    def note(self) -> None:
        """Take over what a command did: nothing, or one step."""
        after = self.person.plan
        if after != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    # -------------------------------------------------------------------------------- edits

    @rule(name=NAMES)
    def add(self, name: str) -> None:
        canvas = self.person.window.canvas
        self.person.run("add-service")
        canvas.drafts.editor.setText(name)
        QTest.keyClick(canvas.drafts.editor, Qt.Key.Key_Return)
        self.note()

    @rule(picks=PICKS, command=COMMANDS)
    def use(self, picks: list[int], command: str) -> None:
        services = list(self.person.plan.services)
        chosen = dict.fromkeys(services[pick % len(services)] for pick in picks if services)
        self.person.select(*chosen)
        action = self.person.window.actions_by_name[command]
        if action.isEnabled():
            action.trigger()
        self.person.window.canvas.end(QPointF(), Qt.KeyboardModifier.NoModifier)  # a preview
        self.note()

    @rule(pick=st.integers(0, 9), text=st.sampled_from(("2 h", "1 d", "", "soon")))
    def edit_cell(self, pick: int, text: str) -> None:
        model = self.person.window.table.model
        if model.rowCount():
            self.person.space.selection.clear()
            index = model.index(pick % model.rowCount(), model.column_of("rto"))
            model.setData(index, text)
        self.note()

    @rule(pick=st.integers(0, 9), other=st.integers(0, 9))
    def edit_needs(self, pick: int, other: int) -> None:
        model, services = self.person.window.table.model, [*self.person.plan.services.values()]
        if services:
            name = services[other % len(services)].title
            index = model.index(pick % len(services), model.column_of("requires"))
            model.setData(index, name)
        self.note()

    # ---------------------------------------------------------------------- looks and steps

    @rule(text=st.sampled_from(("", "rto<4h", "mail", "kind:application", "colour:red")))
    def filter(self, text: str) -> None:
        self.person.space.filter.say(text, hides=True)

    @rule(pick=st.integers(0, 9), depth=st.integers(1, 9))
    def focus(self, pick: int, depth: int) -> None:
        services = list(self.person.plan.services)
        if services:
            self.person.window.canvas.focus(services[pick % len(services)], depth)

    @rule(way=st.sampled_from(("back", "forward", "show-all", "escape")))
    def look(self, way: str) -> None:
        self.person.window.canvas.run(way)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.person.run("undo")
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.person.run("redo")
        self.past.append(self.now)
        self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        path = self.person.space.bridge.path
        assert path is not None
        steps = self.person.steps
        self.person.window.files.open(path)
        assert self.person.steps == steps
        if not self.person.space.bridge.can_undo:
            self.past.clear()
        if not self.person.space.bridge.can_redo:
            self.future.clear()

    # --------------------------------------------------------------------------- invariants

    @invariant()
    def the_plan_is_that_of_the_model(self) -> None:
        assert self.person.plan == self.now
        assert self.person.space.bridge.can_undo == bool(self.past)
        assert self.person.space.bridge.can_redo == bool(self.future)

    @invariant()
    def all_views_show_it(self) -> None:
        window, found = self.person.window, self.person.space.filter
        shown = set(self.now.services) if found.shown is None else set(found.shown)
        table, outline = window.table.sorted, window.outline.model
        assert {window.table._id_at(row) for row in range(table.rowCount())} == shown
        assert {item.key for head in outline.headings for item in head.items} == shown
        assert set(window.canvas.scene.ids) <= set(self.now.services)
        assert self.person.space.selection.services <= set(self.now.services)


@pytest.mark.timeout(240)
def test_any_order_of_commands_keeps_plan_undo_and_views_in_step(
    person: Person, tmp_path: Path
) -> None:
    person.window.canvas.motion.enabled = False

    run_state_machine_as_test(
        lambda: Window(person, tmp_path),  # pyright: ignore[reportArgumentType]
        settings=settings(max_examples=15, stateful_step_count=20, deadline=None),
    )
