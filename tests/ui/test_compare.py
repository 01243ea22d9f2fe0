"""Named versions and two versions side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from bcp_planner.analysis.compare import compare
from bcp_planner.domain import edits
from bcp_planner.domain.arrangements import Strategy
from bcp_planner.domain.durations import HOUR
from bcp_planner.domain.plan import EMPTY, Plan
from tests.builders import plan
from tests.ui.conftest import Person, SaidMessages
from ui.dialogs.compare import CompareDialog
from ui.models.differences import of_fields

Show = Callable[[Plan], "Person"]

SHOP = (
    plan("Web shop")
    .service("Shop", kind="product", rto="4 h", restart="15 min")
    .service("Database", kind="data", recovery="2 h")
    .needs("Shop", "Database")
    .scenario("Fire", "Database")
    .build()
)


def test_fields_are_compared_in_words() -> None:
    later = edits.update(SHOP, "services", "Shop", rto=8 * HOUR, position=(1.0, 2.0))

    assert [row[:4] for row in of_fields(SHOP, later)] == [("Shop", "RTO", "4 h", "8 h")]


def test_records_that_come_and_go_are_named() -> None:
    rows = of_fields(EMPTY, SHOP)

    assert ("Shop", "added") in [(row.what, row.verdict) for row in rows]
    assert "Shop needs Database" in [row.what for row in rows]
    assert {row.verdict for row in of_fields(SHOP, EMPTY) if row.field == ""} == {"deleted"}


def test_records_of_other_lists_are_called_by_their_names() -> None:
    stock = Strategy(id="st-stock", name="Stock for a week")
    before = SHOP.put("strategies", stock)
    after = SHOP.put("strategies", replace(stock, trigger="Supplier late"))

    assert [row.what for row in of_fields(before, after)] == ["Strategies: Stock for a week"]


def test_how_far_the_results_are_is_said(show: Show) -> None:
    person = show(SHOP)
    dialog = CompareDialog(person.window, person.space)
    dialog._show_progress(0.5)

    assert dialog._or_empty["results"].said.endswith("50 % done")
    told: list[float] = []
    compare(SHOP, SHOP, seconds=0.1, progress=told.append)
    assert told == [0.5, 1.0]
    dialog.reject()


def test_equal_plans_have_no_differences() -> None:
    assert of_fields(SHOP, SHOP) == []


def test_a_version_is_compared_with_the_plan_as_it_is(show: Show, said: SaidMessages) -> None:
    person = show(SHOP)
    person.select("Shop")
    person.fill("owner", "Ada")
    said.answers.append("Before the move")
    person.window.history.refresh()
    person.window.history.keep.click()
    slower = edits.update(person.plan, "services", "Shop", rto=1 * HOUR)
    person.space.bridge.edit("Set RTO of Shop", slower)

    person.run("compare")
    dialog = cast("CompareDialog", person.dialog(CompareDialog))
    fields, results = dialog.fields[1], dialog.results[1]
    person.qtbot.waitUntil(lambda: bool(results.rows), timeout=20_000)

    assert dialog.before.currentText() == "Version “Before the move”"
    assert [row[:4] for row in fields.rows] == [("Shop", "RTO", "4 h", "1 h")]
    assert any(row.field == "RTO met" and row.verdict == "worse" for row in results.rows)

    dialog.fields[0].activated.emit(fields.index(0, 0))
    assert person.space.selection.services == {"Shop"}
    dialog.reject()


def test_the_history_finds_a_named_version(show: Show, said: SaidMessages) -> None:
    person = show(SHOP)
    for owner in ("Ada", "Grace", "Joan"):
        changed = edits.update(person.plan, "services", "Shop", owner=owner)
        person.space.bridge.edit(f"Owner {owner}", changed)
        if owner == "Ada":
            said.answers.append("With Ada")
            person.window.history.refresh()
            person.window.history.keep.click()
    panel = person.window.history
    panel.refresh()
    panel.versions.setCurrentIndex(1)
    panel.versions.activated.emit(1)
    chosen = panel._chosen()

    assert chosen is not None
    assert chosen.label == "Owner Ada"
