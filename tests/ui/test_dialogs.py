"""The windows that ask for something."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog

from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan
from tests.builders import plan
from ui.actions import help_window
from ui.dialogs.palette import choices_of, matching, scenarios_of
from ui.dialogs.passing import passing
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.plan import LISTS_OF, PlanDialog
from ui.dialogs.scenario import ScenarioDialog
from ui.forms.form import RecordForm
from ui.forms.lists import RecordsEditor
from ui.help import HelpWindow
from ui.messages import Messages
from ui.protection import open_backup

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


def test_the_palette_offers_what_submenus_do(show: Show) -> None:
    person = show(PLAN)
    entries = {entry.text: entry for entry in choices_of(person.window)}

    assert {"Theme: Dark", "Group by: Owner", "New from sample: Hospital"} <= set(entries)
    assert [entry.text for entry in matching(list(entries.values()), "dark theme")] == [
        "Theme: Dark"
    ]
    entries["Theme: Dark"].do()
    assert person.space.themes.choice == "dark"


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


def test_what_was_closed_is_gone_with_what_was_typed_into_it(show: Show) -> None:
    person = show(PLAN)
    window = person.window

    def shut(way: Callable[[QDialog], None]) -> None:
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                way(dialog)

    def closed(ask: Callable[[], object], way: Callable[[QDialog], None]) -> None:
        QTimer.singleShot(0, lambda: shut(way))
        ask()

    plain = Messages(window)
    for way in (QDialog.accept, QDialog.reject):
        with passing(PassphraseDialog(window, "Open", str, new=False)) as asked:
            closed(asked.exec, way)
        closed(lambda: open_backup(window), way)
        closed(lambda: plain.problem("It did not work."), way)
        closed(lambda: plain.tell("It worked."), way)
        closed(lambda: plain.confirm("Shall it work?", "Work"), way)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    left = [dialog for dialog in window.findChildren(QDialog) if not dialog.isVisible()]
    assert left == []


def test_asking_for_the_guide_again_brings_it_to_the_front(show: Show) -> None:
    person = show(PLAN)
    help_window(person.window)
    help_window(person.window)

    (guide,) = person.window.findChildren(HelpWindow)
    guide.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert person.window.findChildren(HelpWindow) == []
