"""Filters: what is typed, what it means, and that canvas, table and outline follow one filter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.dialogs.conditions import ConditionsDialog
from ui.query import SIGNS, Condition, parse, written

if TYPE_CHECKING:
    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]

PLAN = (
    plan()
    .service("Ward", kind="process", owner="Ada Lovelace", rto="2 h", tier=1, tags=("critical",))
    .service("Records", kind="application", owner="Ward clerk", rto="4 h", tier=2)
    .service("Database", kind="data", rto="8 h", tags=("critical", "site:Berlin"))
    .service("Power", kind="facility", site="Berlin")
    .needs("Ward", "Records")
    .needs("Records", "Database")
    .needs("Database", "Power")
    .build()
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("owner:ward", {"Records"}),
        ("owner:Ward kind:application rto<=4h", {"Records"}),
        ("rto<4h", {"Ward"}),
        ("rto>=4h", {"Records", "Database"}),
        ("rto=8h", {"Database"}),
        ("tier<=2", {"Ward", "Records"}),
        ("tag:critical", {"Ward", "Database"}),
        ("-tag:critical", {"Records", "Power"}),
        ("kind:data,facility", {"Database", "Power"}),
        ('owner:"ada love"', {"Ward"}),
        ("owner:none", {"Database", "Power"}),
        ("owner:any", {"Ward", "Records"}),
        ("site:berlin", {"Database", "Power"}),
        ("requires:power", {"Database"}),
        ("blast>=2", {"Database", "Power"}),
        ("ward", {"Ward", "Records"}),
        ("ward clerk", {"Records"}),
        ("name=ward", {"Ward"}),
        ("owner:", {"Ward", "Records", "Database", "Power"}),
    ],
)
def test_what_fits(show: Show, text: str, expected: set[str]) -> None:
    person = show(PLAN)
    person.wait_for_results()

    person.space.filter.say(text, hides=True)

    shown = person.space.filter.shown
    assert (set(person.plan.services) if shown is None else set(shown)) == expected


@pytest.mark.parametrize(
    ("text", "named"),
    [("colour:red", "colour"), ("rto<soon", "soon"), ("owner<4", "Owner"), ("tier>many", "many")],
)
def test_what_cannot_be_understood_is_said_and_hides_nothing(
    show: Show, text: str, named: str
) -> None:
    person = show(PLAN)

    person.space.filter.say(text, hides=True)

    assert named in person.space.filter.problem
    assert person.space.filter.shown is None


WORDS = st.text("abc 4<>:,", min_size=1).map(str.strip).filter(bool)


@given(
    st.lists(
        st.builds(
            Condition,
            WORDS.filter(lambda word: word.strip()),
            st.sampled_from(("", "owner", "rto", "tags")),
            st.sampled_from(SIGNS),
            st.booleans(),
        )
    )
)
def test_what_is_written_is_read_again(conditions: list[Condition]) -> None:
    quoted = [c for c in conditions if c.field and c.value == " ".join(c.value.split())]
    quoted = [c for c in quoted if not c.value.startswith(("=", "<", ">", ":"))]

    assert list(parse(written(quoted))) == quoted


def test_canvas_table_and_outline_follow_one_filter(show: Show) -> None:
    person = show(PLAN)
    window = person.window

    window.outline.filter.setText("tag:critical")
    window.outline.filter.apply()

    assert set(window.canvas.scene.ids) == {"Ward", "Database"}
    assert window.table.sorted.rowCount() == 2
    assert {item.key for heading in window.outline.model.headings for item in heading.items} == {
        "Ward",
        "Database",
    }
    assert window.table.filter.text() == window.filter_bar.line.text() == "tag:critical"
    assert window.filter_bar.isVisible()

    window.filter_bar.close_button.click()
    assert len(window.canvas.scene.ids) == 4
    assert window.table.sorted.rowCount() == 4
    assert window.table.filter.text() == ""


def test_finding_counts_and_goes_round(show: Show) -> None:
    person = show(PLAN)
    bar = person.window.filter_bar
    person.run("find")
    QTest.keyClicks(bar.line, "critical")

    seen = []
    for _ in range(3):
        QTest.keyClick(bar.line, Qt.Key.Key_Return)
        seen.append((person.space.selection.current, bar.counter.text()))
    QTest.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert seen == [("Ward", "1 of 2"), ("Database", "2 of 2"), ("Ward", "1 of 2")]
    assert person.space.selection.current == "Database"
    assert len(person.window.canvas.scene.ids) == 4
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert person.space.filter.text == ""


def test_a_chip_removes_its_condition(show: Show) -> None:
    person = show(PLAN)
    bar = person.window.filter_bar
    person.space.filter.say("owner:ward rto<=4h", hides=True)
    chips = [chip for chip in bar.findChildren(type(bar.after)) if chip.property("chip")]
    assert [chip.text().split("  ")[0] for chip in chips] == ["Owner: ward", "RTO at most 4h"]

    chips[1].click()

    assert person.space.filter.text == "owner:ward"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("own", ["owner:"]),
        ("kind:da", ["kind:Data"]),
        ("owner:", ['owner:"Ada Lovelace"', 'owner:"Ward clerk"', "owner:none", "owner:any"]),
        ("rto<4h tag:cr", ["tag:critical"]),
        ("rto<", []),
    ],
)
def test_fields_and_values_are_offered(show: Show, text: str, expected: list[str]) -> None:
    line = show(PLAN).window.filter_bar.line

    line.setText(text)

    assert line.offers() == expected


def test_a_filter_is_put_together_without_typing_it(show: Show) -> None:
    person = show(PLAN)
    person.run("conditions")
    dialog = person.dialog(ConditionsDialog)
    assert isinstance(dialog, ConditionsDialog)
    row = dialog.rows[0]
    row.field.setCurrentIndex(row.field.findData("rto"))
    row.field.activated.emit(row.field.currentIndex())

    row.value.setEditText("4h")

    assert person.space.filter.text == "rto<=4h"
    assert dialog.counted.text() == "2 of 4 services are shown."
    second = dialog.add()
    second.field.setCurrentIndex(second.field.findData("owner"))
    second.field.activated.emit(second.field.currentIndex())
    second.value.setEditText("Ada Lovelace")
    assert person.space.filter.matches == ("Ward",)
    second.remove.click()
    assert person.space.filter.matches == ("Ward", "Records")


def test_a_form_shows_the_filter_that_was_typed(show: Show) -> None:
    person = show(PLAN)
    person.space.filter.say("-kind:data owner:none rto<4h", hides=True)

    dialog = ConditionsDialog(person.window, person.space)

    found = [row.condition() for row in dialog.rows]
    assert [str(each) for each in found] == ["-kind:data", "owner:none", "rto<4h"]


def test_groups_hold_only_what_fits_and_open_for_few(show: Show) -> None:
    person = show(PLAN)
    canvas = person.window.canvas
    canvas.motion.enabled = False
    canvas.group_by("owner", collapsed=True)
    closed = canvas.sight.viewing.collapsed

    person.space.filter.say("kind:data,facility", hides=True)
    assert set(canvas.scene.ids) == {"Database", "Power"}
    canvas.group_by("owner", collapsed=True)
    assert [group.members for group in canvas.scene.groups.values()] == [("Database", "Power")]
    person.space.filter.clear()

    assert canvas.sight.viewing.collapsed == closed


def test_an_edit_changes_what_fits(show: Show) -> None:
    person = show(PLAN)
    person.space.filter.say("rto<=4h", hides=True)
    bridge = person.space.bridge

    bridge.edit("Add", bridge.plan.put("services", Service(id="new", name="New", rto=1000)))

    assert person.space.filter.matches == ("Ward", "Records", "new")
    assert "new" in person.window.canvas.scene.index
