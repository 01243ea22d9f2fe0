"""Why, weak points, simulation, the search for an order and the person's own order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcp_planner.analysis.results import AimValue
from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from tests.builders import plan
from ui import why
from ui.canvas.cards import spoken
from ui.dialogs.compare import CompareDialog
from ui.panels.recovery import quality
from ui.panels.simulation import SimulationPanel
from ui.panels.weak_points import WeakPointsPanel
from ui.panels.why import WhyPanel

if TYPE_CHECKING:
    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]

PLAN = (
    plan("Small")
    .team("Ops", 1)
    .service("Shop", rto="4 h", mtpd="1 d", restart="10 min")
    .service("DB", recovery=("30 min", "1 h", "3 h"), needs={"Ops": 1})
    .service("Mail", recovery="2 h", rto="8 h", needs={"Ops": 1})
    .needs("Shop", "DB", tolerance="30 min")
    .scenario("Dark", "DB", "Mail")
    .build()
)


def _lost(show: Show) -> Person:
    person = show(PLAN)
    person.choose("Dark")
    person.wait_for_results()
    return person


def test_the_panel_tells_the_chain_with_the_time_each_step_adds(show: Show) -> None:
    person = _lost(show)
    person.select("Shop")

    person.run("why")
    panel = person.window.later["why"].panel
    assert isinstance(panel, WhyPanel)
    panel.ask("down_at")

    said = panel.answer.toPlainText()
    assert "Shop goes down at T+30 min because DB is lost at T+0" in said
    assert [(s.service, s.added) for s in why.chain(person.space, "Shop")] == [
        ("DB", 0),
        ("Shop", 30 * MINUTE),
    ]
    assert "+ 30 min" in said


def test_the_order_as_a_whole_is_answered_for_without_saying_anything_twice(show: Show) -> None:
    person = _lost(show)
    assert why.whole_tip(person.space).count("<hr>") == 2

    person.space.situation.choose_aim("makespan")
    person.wait_for_results()

    assert why.whole_tip(person.space).count("is the last to be back") == 1


@pytest.mark.parametrize("figure", why.FIGURES)
def test_every_figure_is_explained_without_a_mistake(show: Show, figure: str) -> None:
    person = _lost(show)

    found = why.explanation(person.space, "Shop", figure)

    assert found is not None
    assert "Shop" in found.sentence
    assert found.formula


def test_cards_say_with_a_sign_and_a_word_whether_the_rto_is_kept(show: Show) -> None:
    plain = show(PLAN)
    canvas, index = plain.window.canvas, plain.window.canvas.scene.index
    before = canvas.picture.how().face(canvas.scene, index["Mail"], full=True)
    assert before.rto_met is None

    plain.choose("Dark")
    plain.wait_for_results()

    recovery = plain.space.hub.recovery
    assert recovery is not None
    for key in ("Shop", "Mail"):
        face = canvas.picture.how().face(canvas.scene, index[key], full=True)
        assert face.rto_met is recovery.services[key].rto_met is True
        assert "RTO met" in spoken(face)
        assert "RTO missed" in spoken(replace(face, rto_met=False))


def test_figures_of_the_table_say_why(show: Show) -> None:
    person = _lost(show)
    model = person.window.table.model
    cell = model.index(0, model.column_of("outage"))

    assert "Shop is out for" in str(cell.data(Qt.ItemDataRole.ToolTipRole))


def test_columns_count_losses_at_once_and_within_the_horizon(show: Show) -> None:
    person = _lost(show)
    model, row = person.window.table.model, 1

    def text(name: str) -> str:
        return str(model.index(row, model.column_of(name)).data())

    assert (text("blast"), text("blast_at_once"), text("blast_within")) == ("1", "0", "1")
    line = person.window.table.horizon.line
    line.setText("10 min")
    line.editingFinished.emit()
    person.wait_for_results()

    assert person.space.situation.horizon == 10 * MINUTE
    assert text("blast_within") == "0"
    assert text("room") == "any amount" or "h" in text("room")


def test_weak_points_list_what_each_threatens_and_jump(show: Show) -> None:
    person = _lost(show)
    person.run("weak-points")
    panel = person.window.later["weak"].panel
    assert isinstance(panel, WeakPointsPanel)
    panel.refresh()
    person.wait_for_results()

    (row,) = panel.singles.rows
    assert (row.service, row.services, row.targets) == ("DB", 1, 1)
    person.select("Shop")
    panel.find_sets()
    person.wait_for_results()

    assert [found.members for found in panel.sets.rows] == [("DB",)]
    panel.sets_view.clicked.emit(panel.sets.index(0, 0))
    assert person.space.selection.services == {"DB"}


def test_the_simulation_shows_shares_with_their_error(show: Show) -> None:
    person = _lost(show)
    person.run("simulation")
    panel = person.window.later["simulation"].panel
    assert isinstance(panel, SimulationPanel)
    panel.trials.setCurrentIndex(0)
    panel.against.setCurrentIndex(panel.against.findData("makespan"))
    panel.start()
    person.wait_for_results()

    assert panel.model.rowCount() == 3
    assert "± " in str(panel.model.index(0, 4).data())
    assert "1,000 trials" in panel.said.text()
    assert "of the same trials" in panel.said.text()
    assert panel.tornado.accessibleDescription().startswith("DB: ")


def test_two_orders_made_by_hand_run_through_the_same_trials(show: Show) -> None:
    person = _lost(show)
    person.run("simulation")
    panel = person.window.later["simulation"].panel
    assert isinstance(panel, SimulationPanel)
    panel.trials.setCurrentIndex(0)
    panel.keep_course()
    listed = person.order_list()
    keys = [row.service for row in listed.model.rows]
    listed.move(keys.index("Mail"), keys.index("DB"))
    person.wait_for_results()

    panel.start()
    person.wait_for_results()

    assert "With what was kept everything is back sooner in" in panel.said.text()


def test_a_row_moved_in_the_list_is_followed(show: Show) -> None:
    person = _lost(show)
    panel = person.order_list()
    first = [row.service for row in panel.model.rows]
    assert first.index("DB") < first.index("Mail")

    panel.move(first.index("Mail"), first.index("DB"))
    person.wait_for_results()

    assert person.space.hub.recovery is not None
    assert person.space.hub.recovery.services["DB"].start == 2 * HOUR
    assert "your own order" in panel.summary.text()
    panel.search.click()
    person.wait_for_results()
    assert person.space.situation.order is None
    assert person.space.hub.recovery.services["DB"].start == 0


def test_an_order_that_cannot_be_followed_is_told_and_the_one_before_stays(show: Show) -> None:
    person = _lost(show)
    panel = person.order_list()
    keys = [row.service for row in panel.model.rows]

    panel.move(keys.index("Shop"), 0)
    person.wait_for_results()

    assert person.space.situation.order is None
    assert any("Shop" in said for said in person.messages.said)
    assert [row.service for row in panel.model.rows] == keys


def test_rows_move_with_the_keyboard(show: Show) -> None:
    person = _lost(show)
    panel = person.order_list()
    panel.list.selectRow([row.service for row in panel.model.rows].index("Mail"))
    before = panel.list.currentIndex().row()

    QTest.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    person.wait_for_results()

    assert [row.service for row in panel.model.rows].index("Mail") == before - 1


def test_the_plan_is_compared_with_another_file(show: Show, tmp_path: Path) -> None:
    person = _lost(show)
    other = plan("Small").service("Shop", rto="2 h").build()
    PlanSession.create(tmp_path / "other.bcplan", other).close()
    person.run("compare")
    dialog = person.dialog(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    person.messages.answers.append(tmp_path / "other.bcplan")

    last = dialog.before.count() - 1
    dialog.before.setCurrentIndex(last)
    dialog.before.activated.emit(last)

    assert dialog.before.currentText() == "File other.bcplan"
    rows = {(row.what, row.field): (row.before, row.after) for row in dialog.fields[1].rows}
    assert rows["Shop", "RTO"] == ("2 h", "4 h")
    dialog.reject()


def test_how_good_an_order_is() -> None:
    assert quality(AimValue("makespan", (HOUR,), HOUR, proven=True)) == "no order is better"
    close = quality(AimValue("cost", (103.0,), 100.0, proven=False))
    assert close == "downtime costs 103, at most 3.0 % more than the best possible order"
    far = AimValue("lateness", (2.0 * HOUR, 0, 0), 0, proven=False)
    assert quality(far) == (
        "targets missed by 2 h in all, important tiers counted more; a better order may exist"
    )
