"""Texts of a plan that look like HTML are shown letter by letter and load nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMessageBox, QWidget

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.messages import Messages
from ui.plain_text import plain

if TYPE_CHECKING:
    from tests.ui.conftest import Person

IMAGE = "<img src='file://attacker/share/x.png'>"

Show = Callable[[Plan], "Person"]


def hostile() -> Plan:
    found = plan(f"Plan {IMAGE}").service("a").service("b").needs("a", "b").scenario("s", "b")
    made = edits.update(
        found.build(), "services", "a", name=f"A {IMAGE}", owner=IMAGE, tags=(IMAGE,)
    )
    return edits.update(made, "services", "b", name=f"B {IMAGE}", recovery=Estimate(1, 1, 1))


@pytest.fixture
def person(show: Show) -> Person:
    person = show(hostile())
    person.select("a")
    person.choose("s")
    person.space.bridge.edit(f"Edit {IMAGE}", edits.update(person.plan, "services", "a", rto=1000))
    for name in ("findings", "impact", "recovery", "table", "history", "outline"):
        person.window.docks.show(name)
    person.wait_for_results()
    return person


def would_load(text: str) -> bool:
    return GuiQt.mightBeRichText(text) and "<img" in text


def test_no_label_reads_a_text_of_the_plan_as_html(person: Person) -> None:
    labels = person.window.findChildren(QLabel)
    shown = [label for label in labels if label.text() and "<img" in label.text()]
    for label in shown:
        label.ensurePolished()
    assert shown
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}


def test_no_tooltip_reads_a_text_of_the_plan_as_html(person: Person) -> None:
    tips = [widget.toolTip() for widget in person.window.findChildren(QWidget)]
    for view in person.window.findChildren(QAbstractItemView):
        model = view.model()
        if model is None or isinstance(model, QAbstractListModel):
            continue
        rows, columns = model.rowCount(), model.columnCount()
        cells = [model.index(row, column) for row in range(rows) for column in range(columns)]
        tips += [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]
    assert any("&lt;img" in tip for tip in tips)
    assert [tip for tip in tips if would_load(tip)] == []


def test_no_message_reads_a_text_as_html(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    formats: list[Qt.TextFormat] = []

    def look(box: QMessageBox) -> int:
        box.ensurePolished()
        (label,) = [one for one in box.findChildren(QLabel) if one.text() == IMAGE]
        label.ensurePolished()
        formats.append(label.textFormat())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    messages = Messages(person.window)
    messages.problem(IMAGE)
    messages.tell(IMAGE)
    messages.confirm(IMAGE, "Go on")
    assert formats == [Qt.TextFormat.PlainText] * 3


def test_plain_texts_stay_as_they_are() -> None:
    assert plain("a < b & c") == "a < b & c"
    assert plain("<b>x</b>\ny") == "<span>&lt;b&gt;x&lt;/b&gt;<br>y</span>"
