"""The windows that ask for something."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QShortcut

from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan
from tests.builders import plan
from ui.dialogs.palette import scenarios_of
from ui.dialogs.plan import LISTS_OF, PlanDialog
from ui.dialogs.scenario import ScenarioDialog
from ui.forms.form import RecordForm
from ui.forms.lists import RecordsEditor

if TYPE_CHECKING:
    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]

PLAN = plan("Small").team("DBA").contact("Ada").service("Mail").scenario("Dark", "Mail").build()


@pytest.mark.parametrize("table", LISTS)
def test_every_record_of_a_plan_has_a_form(show: Show, table: str) -> None:
    person = show(PLAN)
    form = RecordForm(LISTS[table], person.space)

    expected = {n for n, f in fields_of(LISTS[table]).items() if f.about.kind is not Kind.POINT}
    assert set(form.editors) == expected
    form.deleteLater()


@pytest.mark.parametrize("about", LISTS_OF, ids=lambda about: about.table)
def test_a_record_is_added_and_deleted_in_the_plan_dialog(show: Show, about: object) -> None:
    person = show(PLAN)
    table = about.table  # type: ignore[attr-defined]
    before = person.plan.table(table)
    person.window.do.edit_plan(table)
    dialog = person.dialog(PlanDialog)
    assert isinstance(dialog, PlanDialog)
    page = dialog.pages[table]

    page.add()
    assert len(person.plan.table(table)) == len(before) + 1
    assert page.current not in before
    page.remove()

    assert person.plan.table(table) == before
    dialog.close()


def test_the_header_of_the_plan_is_edited(show: Show) -> None:
    person = show(PLAN)
    person.run("details")
    dialog = person.dialog(PlanDialog)
    assert isinstance(dialog, PlanDialog)

    person.fill("organisation", "Example Ltd", dialog.header)
    person.fill("declared_after", "30 min", dialog.header)

    assert person.plan.info.organisation == "Example Ltd"
    assert person.space.bridge.undo_label == "Set Declared after of the plan"
    dialog.close()


def test_a_team_is_edited_in_the_plan_dialog(show: Show) -> None:
    person = show(PLAN)
    person.run("teams")
    dialog = person.dialog(PlanDialog)
    assert isinstance(dialog, PlanDialog)

    person.fill("capacity", "3", dialog.pages["teams"].form)

    assert person.plan.teams["DBA"].capacity == 3
    dialog.close()


def test_cancelling_a_scenario_leaves_the_plan_alone(show: Show) -> None:
    person = show(PLAN)
    person.choose("Dark")
    person.run("edit-scenario")
    dialog = person.dialog(ScenarioDialog)
    assert isinstance(dialog, ScenarioDialog)

    person.fill("name", "Very dark", dialog.form)
    dialog.reject()

    assert person.plan == PLAN


def test_a_scenario_without_failures_is_refused(show: Show) -> None:
    person = show(PLAN)
    person.run("new-scenario")
    dialog = person.dialog(ScenarioDialog)
    assert isinstance(dialog, ScenarioDialog)

    dialog._on_kept()

    assert "at least one service" in dialog.wrong.text()
    failures = dialog.form.editors["fails"]
    assert isinstance(failures, RecordsEditor)
    failures.add_row()
    dialog._on_kept()
    assert person.plan.scenarios["new-scenario"].fails[0].service == "Mail"
    assert person.space.situation.scenario_id == "new-scenario"


def test_a_scenario_is_kept_by_keys(show: Show) -> None:
    person = show(PLAN)
    person.select("Mail")
    person.run("new-scenario")
    dialog = person.dialog(ScenarioDialog)
    person.fill("name", "Very dark", dialog.form)  # type: ignore[attr-defined]
    keys = {short.key().toString(): short for short in dialog.findChildren(QShortcut)}
    keys["Ctrl+Return"].activated.emit()

    assert "Very dark" in {scenario.name for scenario in person.plan.scenarios.values()}


def test_the_palette_offers_the_scenarios(show: Show) -> None:
    person = show(PLAN)

    (entry,) = scenarios_of(person.window)
    entry.do()

    assert entry.text == "Dark"
    assert person.space.situation.scenario_id == "Dark"


def test_the_window_fits_a_small_screen(show: Show) -> None:
    person = show(PLAN)
    person.choose("Dark")

    least = person.window.minimumSizeHint()
    assert least.width() <= 1024
    assert least.height() <= 660


def test_a_what_if_can_be_kept(show: Show) -> None:
    person = show(PLAN)
    person.select("Mail")
    person.run("what-if")
    person.run("edit-scenario")
    dialog = person.dialog(ScenarioDialog)
    assert isinstance(dialog, ScenarioDialog)

    dialog._on_kept()

    kept = person.plan.scenarios["what-if-mail-fails"]
    assert [failure.service for failure in kept.fails] == ["Mail"]
