from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from bcp_planner.domain import edits
from bcp_planner.domain.change import Change, diff
from bcp_planner.domain.entities import Service
from bcp_planner.domain.errors import EditRefused, FileProblem
from bcp_planner.domain.plan import EMPTY, LISTS, Plan
from bcp_planner.session import PlanSession
from bcp_planner.storage.plan_file import PlanFile
from tests.builders import plan as describe
from tests.strategies import plans, texts

SHOP = (
    describe()
    .service("Shop", rto="4h")
    .needs("Shop", "Database")
    .needs("Database", "Power")
    .build()
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.bcplan"


def stored(path: Path) -> Plan:
    file = PlanFile.open(path, edit=False)
    try:
        return file.load()
    finally:
        file.close()


def same(one: Plan, other: Plan) -> bool:
    """Equal, also in the order of every list."""
    return one == other and all(list(one.table(n)) == list(other.table(n)) for n in LISTS)


def test_an_edit_is_in_the_file_when_it_returns(path: Path) -> None:
    with PlanSession.create(path, SHOP) as session:
        session.edit("Rename", edits.update(SHOP, "services", "Shop", name="Web shop"))

        assert same(stored(path), session.plan)
        assert session.plan.services["Shop"].name == "Web shop"


def test_an_edit_that_changes_nothing_writes_nothing(path: Path) -> None:
    with PlanSession.create(path, SHOP) as session:
        assert not session.edit("Nothing", replace(SHOP, info=replace(SHOP.info)))
        assert session.history() == []
        assert not session.can_undo


def test_undo_brings_back_the_dependencies_of_a_removed_service_in_their_places(path: Path) -> None:
    with PlanSession.create(path, SHOP) as session:
        session.edit("Remove", edits.remove(SHOP, "services", ["Database"]))
        session.undo()

        assert same(session.plan, SHOP)
        assert same(stored(path), SHOP)


def test_redo_and_the_words_of_both(path: Path) -> None:
    with PlanSession.create(path, SHOP) as session:
        session.edit("Remove", edits.remove(SHOP, "services", ["Power"]))
        removed = session.plan
        assert (session.undo_label, session.redo_label) == ("Remove", "")
        session.undo()
        assert (session.undo_label, session.redo_label) == ("", "Remove")
        session.redo()
        assert same(session.plan, removed)
        assert session.redo() is None


def test_an_edit_after_undo_forgets_what_was_undone(path: Path) -> None:
    with PlanSession.create(path) as session:
        session.edit("One", edits.add(EMPTY, "services", Service(id="a")))
        session.undo()
        session.edit("Two", edits.add(EMPTY, "services", Service(id="b")))
        assert not session.can_redo


def _rename(session: PlanSession, name: str, merge: str | None) -> None:
    new = edits.update(session.plan, "services", "Shop", name=name)
    session.edit(f"Rename to {name}", new, merge=merge)


def test_edits_with_one_key_are_one_step_and_one_entry(path: Path) -> None:
    with PlanSession.create(path, SHOP) as session:
        for name in ("W", "We", "Web"):
            _rename(session, name, "name:Shop")

        (entry,) = session.history()
        (records,) = (change.records for change in entry.change.tables.values())
        before, after = records["Shop"]
        assert before is not None
        assert after is not None
        assert (before.title, after.title, entry.label) == ("Shop", "Web", "Rename to Web")
        session.undo()
        assert same(session.plan, SHOP)


def test_edits_that_cancel_each_other_out_leave_no_step(path: Path) -> None:
    with PlanSession.create(path, SHOP) as session:
        _rename(session, "Web", "name:Shop")
        _rename(session, "Shop", "name:Shop")

        assert not session.can_undo
        assert session.history() == []
        assert same(stored(path), SHOP)


@pytest.mark.parametrize("between", ["another key", "undo and redo", "a version"])
def test_joining_ends(path: Path, between: str) -> None:
    with PlanSession.create(path, SHOP) as session:
        _rename(session, "W", "name:Shop")
        if between == "another key":
            session.edit(
                "RTO", edits.update(session.plan, "services", "Shop", rto=1), merge="rto:Shop"
            )
        elif between == "undo and redo":
            session.undo()
            session.redo()
        else:
            session.name_version("One")
        _rename(session, "We", "name:Shop")
        session.undo()
        assert session.plan.services["Shop"].name == "W"


def test_joined_additions_in_the_middle_can_be_walked_back(path: Path) -> None:
    with PlanSession.create(path, SHOP) as session:
        ids = list(SHOP.services)
        for count in (1, 2, 3):
            new = {f"n{i}": Service(id=f"n{i}") for i in range(count)}
            order = {ids[0]: SHOP.services[ids[0]], **new, **SHOP.services}
            session.edit("Insert", replace(SHOP, services=order), merge="insert")
        assert list(stored(path).services) == [ids[0], "n0", "n1", "n2", *ids[1:]]
        assert same(session.plan_at(0), SHOP)


def test_listeners_hear_after_the_commit_and_one_that_fails_harms_nobody(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[tuple[Change, Plan, Plan]] = []

    def fails(change: Change, before: Plan, after: Plan) -> None:
        assert same(stored(path), after)
        raise RuntimeError("listener")

    with PlanSession.create(path) as session:
        session.subscribe(fails)
        unsubscribe = session.subscribe(lambda *told: heard.append(told))
        new = edits.add(EMPTY, "services", Service(id="a"))
        change = session.edit("Add", new)
        assert heard == [(change, EMPTY, new)]
        assert "listener" in caplog.text
        unsubscribe()
        session.undo()
        assert len(heard) == 1


def test_a_listener_may_not_edit(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with PlanSession.create(path) as session:
        session.subscribe(lambda *_: session.undo() and None)
        session.edit("Add", edits.add(EMPTY, "services", Service(id="a")))
        assert "must not edit" in caplog.text
        assert "a" in session.plan.services


@pytest.mark.parametrize(
    "new",
    [
        replace(SHOP, services={**SHOP.services, "x": Service(id="x", name="\ud800")}),
        replace(SHOP, services={**SHOP.services, "x": Service(id="x", tier=0)}),
        replace(SHOP, services={k: v for k, v in SHOP.services.items() if k != "Power"}),
    ],
    ids=["unstorable text", "value out of range", "dangling reference"],
)
def test_what_could_not_be_read_back_is_refused(path: Path, new: Plan) -> None:
    with PlanSession.create(path, SHOP) as session:
        with pytest.raises(EditRefused, match="nothing was changed"):
            session.edit("Bad", new)
        assert session.plan is not new
        assert same(stored(path), SHOP)
        assert session.history() == []


def test_history_says_who_when_and_what_and_survives_closing(path: Path) -> None:
    with PlanSession.create(path, SHOP, who="anna@pc") as session:
        session.edit("Remove", edits.remove(SHOP, "services", ["Database"]))
        removed = session.plan
        session.undo()
    with PlanSession.open(path, who="bob@pc") as session:
        session.edit("Import", EMPTY, kind="import")
        newest, undo, first = session.history()

        assert [e.kind for e in (newest, undo, first)] == ["import", "undo", "edit"]
        assert [e.who for e in (newest, undo, first)] == ["bob@pc", "anna@pc", "anna@pc"]
        assert first.at <= undo.at <= newest.at
        assert first.change == diff(SHOP, removed)
        assert undo.change == diff(removed, SHOP)
        assert newest.change == diff(SHOP, EMPTY)
        assert [e.id for e in session.history(limit=1)] == [newest.id]
        for entry, expected in ((0, SHOP), (first.id, removed), (undo.id, SHOP)):
            assert same(session.plan_at(entry), expected)


def test_named_versions(path: Path) -> None:
    with PlanSession.create(path, SHOP) as session:
        session.name_version("Approved")
        session.edit("Clear", EMPTY)
        with pytest.raises(EditRefused, match="already"):
            session.name_version(" Approved ")
        with pytest.raises(EditRefused, match="needs a name"):
            session.name_version(" ")
        with pytest.raises(FileProblem, match="no version"):
            session.version("Other")
    with PlanSession.open(path) as session:
        assert [version.name for version in session.versions()] == ["Approved"]
        assert same(session.version("Approved"), SHOP)


def test_a_second_session_of_one_process_reads_only(path: Path, tmp_path: Path) -> None:
    with PlanSession.create(path, SHOP) as first, PlanSession.open(path) as second:
        assert first.read_only is None
        assert second.read_only is not None
        assert "another window of this program" in second.read_only
        with pytest.raises(FileProblem, match="edited by another window"):
            second.edit("Clear", EMPTY)
        assert same(second.plan, SHOP)
        second.save_copy(tmp_path / "copy.bcplan")
    with PlanSession.open(path) as session:
        assert session.read_only is None


def test_a_session_for_reading_takes_the_file_from_nobody(path: Path) -> None:
    PlanSession.create(path, SHOP).close()
    with PlanSession.open(path, edit=False) as reader, PlanSession.open(path) as editor:
        assert reader.read_only == "It was opened for reading only; save a copy to edit it"
        assert editor.read_only is None
        editor.edit("Clear", EMPTY)
        assert same(reader.plan, SHOP)


def test_nothing_lies_beside_a_closed_file(path: Path) -> None:
    with PlanSession.create(path) as session:
        session.edit("Fill", SHOP)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_create_refuses_what_exists(path: Path) -> None:
    path.write_text("precious")
    with pytest.raises(FileProblem, match="there is a file of that name already"):
        PlanSession.create(path, SHOP)
    assert path.read_text() == "precious"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_copies_that_went_separate_ways_are_joined_in_one_step(path: Path, tmp_path: Path) -> None:
    copy_path = tmp_path / "copy.bcplan"
    with PlanSession.create(path, SHOP, who="anna@pc") as session:
        session.edit("Before", edits.update_info(session.plan, version="2"))
        session.save_copy(copy_path)
        common = session.plan
        with PlanSession.open(copy_path, who="bob@laptop") as copy:
            copy.edit("Their RTO", edits.update(copy.plan, "services", "Shop", rto=1))
            copy.edit("DNS", edits.add(copy.plan, "services", Service(id="dns")))
        session.edit("My RTO", edits.update(session.plan, "services", "Shop", rto=2))
        before = session.plan

        joined = session.joined_with(copy_path)

        assert session.plan is before
        assert joined.base == common
        (conflict,) = joined.merged.conflicts
        mine, theirs = joined.made_by(conflict)
        assert mine is not None
        assert theirs is not None
        assert (mine.label, mine.who) == ("My RTO", "anna@pc")
        assert (theirs.label, theirs.who) == ("Their RTO", "bob@laptop")
        session.edit("Join copy", joined.merged.plan, kind="import")
        assert session.plan.services.keys() == {*before.services, "dns"}
        assert session.joined_with(copy_path).merged.plan == session.plan
        session.undo()
        assert same(session.plan, before)


def test_a_plan_without_common_history_is_joined_too(path: Path, tmp_path: Path) -> None:
    other_path = tmp_path / "other.bcplan"
    PlanSession.create(other_path, describe().service("DNS").build()).close()
    with PlanSession.create(path, SHOP) as session:
        joined = session.joined_with(other_path)
        assert joined.merged.plan.services.keys() == {*SHOP.services, "DNS"}
        assert joined.mine == joined.theirs == []


def test_a_copy_made_while_joining_edits_ends_the_joining(path: Path, tmp_path: Path) -> None:
    with PlanSession.create(path, SHOP) as session:
        _rename(session, "W", "name:Shop")
        session.save_copy(tmp_path / "copy.bcplan")
        _rename(session, "We", "name:Shop")
        assert session.joined_with(tmp_path / "copy.bcplan").merged.conflicts == []


class SessionModel(RuleBasedStateMachine):
    """Edits, undo, redo and reopening against a plain list of plans."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "plan.bcplan"
        self.present = EMPTY
        self.past: list[Plan] = []
        self.future: list[Plan] = []
        self.written: list[Plan] = [EMPTY]

    @initialize(plan=plans())
    def create(self, plan: Plan) -> None:
        self.session = PlanSession.create(self.path, plan)
        self.present = plan
        self.written = [plan]

    def _expect(self, new: Plan) -> None:
        if diff(self.present, new):
            self.past.append(self.present)
            self.future.clear()
            self._now(new)

    def _now(self, plan: Plan) -> None:
        self.present = plan
        self.written.append(plan)

    @rule(plan=plans())
    def replace_everything(self, plan: Plan) -> None:
        self.session.edit("Replace", plan)
        self._expect(plan)

    @rule(data=st.data(), name=texts)
    def rename_a_record(self, data: st.DataObject, name: str) -> None:
        if not self.present.services:
            return
        chosen = data.draw(st.sampled_from(sorted(self.present.services)))
        new = edits.update(self.present, "services", chosen, name=name)
        self.session.edit("Rename", new)
        self._expect(new)

    @rule(data=st.data(), table=st.sampled_from(list(LISTS)))
    def remove_a_record(self, data: st.DataObject, table: str) -> None:
        if not self.present.table(table):
            return
        chosen = data.draw(st.sampled_from(sorted(self.present.table(table))))
        new = edits.remove(self.present, table, [chosen])
        self.session.edit("Remove", new)
        self._expect(new)

    @rule(data=st.data(), table=st.sampled_from(list(LISTS)))
    def shuffle(self, data: st.DataObject, table: str) -> None:
        records = self.present.table(table)
        order = data.draw(st.permutations(list(records)))
        new = self.present.with_table(table, {key: records[key] for key in order})
        self.session.edit("Shuffle", new)
        self._expect(new)

    @rule()
    def undo(self) -> None:
        change = self.session.undo()
        assert (change is not None) == bool(self.past)
        if self.past:
            self.future.append(self.present)
            self._now(self.past.pop())

    @rule()
    def redo(self) -> None:
        change = self.session.redo()
        assert (change is not None) == bool(self.future)
        if self.future:
            self.past.append(self.present)
            self._now(self.future.pop())

    @rule()
    def reopen(self) -> None:
        self.session.close()
        self.session = PlanSession.open(self.path)
        assert self.session.read_only is None
        self.past.clear()
        self.future.clear()

    @precondition(lambda self: len(self.written) > 1)
    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        entry = data.draw(st.integers(0, len(self.written) - 1))
        assert same(self.session.plan_at(entry), self.written[entry])

    @invariant()
    def the_file_holds_what_the_session_shows(self) -> None:
        if not hasattr(self, "session"):
            return
        assert same(self.session.plan, self.present)
        assert same(stored(self.path), self.present)
        assert self.session.can_undo == bool(self.past)
        assert self.session.can_redo == bool(self.future)
        changes = [entry.change for entry in self.session.history()][::-1]
        pairs = zip(self.written, self.written[1:], strict=False)
        assert changes == [diff(before, after) for before, after in pairs]

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.close()
        shutil.rmtree(self.folder)


SessionModel.TestCase.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
TestSessionAgainstItsModel = SessionModel.TestCase
