"""Texts of megabytes, as nobody types them, neither stop the window nor are cut by it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from bcp_planner.domain import edits
from bcp_planner.domain.plan import Plan
from tests.builders import plan as describe
from ui.plain_text import brief, plain

if TYPE_CHECKING:
    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]

SMALL = describe().service("Shop").service("Mail").needs("Shop", "Mail").scenario("Out", "Mail")


def named(name: str, **fields: object) -> Plan:
    built = SMALL.build()
    scenario = replace(next(iter(built.scenarios.values())), name=name)
    plan = edits.update(built, "services", "Shop", name=name, **fields)
    return replace(plan, scenarios={scenario.id: scenario}, info=replace(plan.info, name=name))


@pytest.mark.parametrize(
    "name",
    ["n" * 2_000_000, "a b " * 500_000, "n\n" * 300_000, "e\u0301\u0300" * 100_000],
    ids=["one word", "words", "lines", "marks"],
)
def test_a_name_of_megabytes_stops_nothing(show: Show, name: str) -> None:
    began = time.perf_counter()
    person = show(named(name, unit=name, owner=name))
    person.select("Shop")
    for panel in ("table", "outline", "impact", "findings", "history"):
        person.window.docks.show(panel)
        QApplication.processEvents()
    person.window.grab()
    person.wait_for_results()
    labels = [label.text() for label in person.window.findChildren(QLabel)]
    assert max(map(len, labels)) < 5_000
    assert person.plan.services["Shop"].name == name
    assert time.perf_counter() - began < 60


@pytest.mark.parametrize("name", ["n" * 40_000, "one\ntwo", "a\u00a0b", "tab\there"])
def test_a_name_that_is_only_looked_at_stays_as_it_is(show: Show, name: str) -> None:
    person = show(named(name))
    person.select("Shop")
    line = person.field("name")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    line.editingFinished.emit()
    assert person.steps == 0
    assert person.plan.services["Shop"].name == name


def test_a_name_longer_than_a_line_holds_is_not_cut_by_typing(show: Show) -> None:
    person = show(named("n" * 40_000))
    person.select("Shop")
    person.fill("name", "x")
    assert person.plan.services["Shop"].name == "n" * 40_000
    person.select("Mail")
    person.fill("name", "Post")
    assert person.plan.services["Mail"].name == "Post"


@pytest.mark.parametrize("text", ["one\r\ntwo", " room \n", "a\u00a0b", "one\u2028two", "one\rtwo"])
def test_a_description_that_is_only_looked_at_stays_as_it_is(show: Show, text: str) -> None:
    person = show(named("Shop", description=text))
    person.select("Shop")
    field = person.field("description")
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert person.steps == 0
    person.space.bridge.edit("Name", edits.update(person.plan, "services", "Mail", name="Post"))
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert person.plan.services["Shop"].description == text


def test_spaces_that_must_not_break_a_line_stay_when_more_is_typed(show: Show) -> None:
    person = show(named("Shop", description="10\u00a0km"))
    person.select("Shop")
    field = person.field("description")
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, " away")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert person.plan.services["Shop"].description == "10\u00a0km away"


def test_short_texts_are_shown_whole() -> None:
    assert brief("x" * 300) == "x" * 300
    assert brief("x" * 301) == "x" * 300 + "…"
    assert len(plain("<b>" * 10_000)) < 40_000
