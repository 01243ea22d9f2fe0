"""Each gesture makes exactly one step and leaves the plan that a person expects."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from bcp_planner.analysis import dot
from bcp_planner.domain.plan import EMPTY, Plan
from tests.builders import plan
from tests.ui.canvas.conftest import Hand, Open
from ui.canvas import commands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def shop() -> Plan:
    """Return a shop that needs a database and a network, all placed."""
    return (
        plan()
        .service("Shop", position=(0, 0))
        .service("Database", position=(-240, 240))
        .service("Network", position=(240, 240))
        .needs("Shop", "Database")
        .build()
    )


@pytest.fixture
def hand(open_plan: Open) -> Hand:
    return open_plan(shop())


def makes_one_step(hand: Hand, gesture: Callable[[], object]) -> Plan:
    """Do something; check that it is one step, and that undo takes all of it back."""
    before, steps = hand.plan, hand.steps
    gesture()
    after = hand.plan
    assert hand.steps == steps + 1
    hand.session.undo()
    assert hand.plan == before
    hand.session.redo()
    assert hand.plan == after
    return after


def test_double_click_on_an_empty_plan_makes_the_first_service(open_plan: Open) -> None:
    hand = open_plan(EMPTY)

    hand.double_click(QPoint(400, 300))
    assert hand.plan == EMPTY
    after = makes_one_step(hand, lambda: hand.type_name("Web shop"))

    (service,) = after.services.values()
    assert service.name == "Web shop"
    assert service.position is not None


def test_a_new_service_is_selected(hand: Hand) -> None:
    hand.double_click(hand.empty())
    hand.type_name("Web shop")

    assert hand.canvas.selection.services == {"web-shop"}
    assert hand.canvas.hasFocus()


def test_escape_in_the_name_field_makes_nothing(hand: Hand) -> None:
    before = hand.plan
    hand.double_click(hand.empty())

    hand.type_name("Oops", Qt.Key.Key_Escape)

    assert hand.plan is before
    assert hand.canvas.drafts.now is None


def test_a_click_elsewhere_keeps_the_typed_name(hand: Hand) -> None:
    hand.double_click(hand.empty())
    hand.canvas.drafts.editor.setText("Kept")

    makes_one_step(hand, lambda: hand.click(QPoint(600, 60)))

    assert "Kept" in hand.titles()


def test_drag_moves_a_card(hand: Hand) -> None:
    x, y = hand.plan.services["Network"].position or (0, 0)
    start = hand.place("Network")

    after = makes_one_step(hand, lambda: hand.drag(start, start + QPoint(110, 73)))

    moved = after.services["Network"].position
    assert moved is not None
    assert moved[0] > x + 60
    assert moved[1] > y + 30
    assert after.services["Shop"] == shop().services["Shop"]


def test_drag_moves_all_selected_cards_as_one_step(hand: Hand) -> None:
    hand.select("Database", "Network")
    start = hand.place("Network")

    after = makes_one_step(hand, lambda: hand.drag(start, start + QPoint(0, 90)))

    database, network = (after.services[k].position or (0, 0) for k in ("Database", "Network"))
    assert network[0] - database[0] == 480
    assert network[1] == database[1] > 240


def test_escape_during_a_drag_puts_the_card_back(hand: Hand) -> None:
    before = hand.plan
    start = hand.place("Network")
    hand.press(start)
    hand.move(start + QPoint(90, 90))

    hand.key(Qt.Key.Key_Escape)
    hand.release(start + QPoint(90, 90))

    assert hand.plan is before
    assert hand.canvas.picture.hidden == frozenset()


def test_alt_drag_copies(hand: Hand) -> None:
    start = hand.place("Network")

    after = makes_one_step(hand, lambda: hand.drag(start, start + QPoint(150, 100), ALT))

    assert [s.name for s in after.services.values()].count("Network") == 2
    assert after.services["Network"] == shop().services["Network"]


def test_drag_from_the_lower_handle_to_a_card_connects(hand: Hand) -> None:
    hand.select("Shop")

    makes_one_step(hand, lambda: hand.drag(hand.needs_handle("Shop"), hand.place("Network")))

    assert ("Shop", ("Network",), 1) in hand.needs()


def test_drag_from_the_upper_handle_connects_the_other_way(hand: Hand) -> None:
    hand.select("Network")

    makes_one_step(hand, lambda: hand.drag(hand.needed_handle("Network"), hand.place("Database")))

    assert ("Database", ("Network",), 1) in hand.needs()


def test_the_direction_is_said_while_a_line_is_drawn(hand: Hand) -> None:
    hand.select("Shop")
    hand.press(hand.needs_handle("Shop"))
    hand.move(hand.place("Shop") + QPoint(0, 120))
    hand.move(hand.place("Network"))

    assert hand.canvas.gesture is not None
    assert hand.canvas.gesture.sentence() == "Shop needs Network"  # type: ignore[attr-defined]
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.place("Network"))


def test_escape_while_a_line_is_drawn_connects_nothing(hand: Hand) -> None:
    before = hand.plan
    hand.select("Shop")
    hand.press(hand.needs_handle("Shop"))
    hand.move(hand.place("Network"))

    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.place("Network"))

    assert hand.plan is before


def test_a_connection_that_exists_is_refused_with_a_sentence(hand: Hand) -> None:
    before = hand.plan
    hand.select("Shop")

    hand.drag(hand.needs_handle("Shop"), hand.place("Database"))

    assert hand.plan is before
    assert hand.canvas.bridge.messages.said == ["Shop already needs Database."]  # type: ignore[attr-defined]


def test_dropping_a_line_on_empty_ground_makes_a_connected_service(hand: Hand) -> None:
    hand.select("Network")
    hand.drag(hand.needs_handle("Network"), hand.place("Network") + QPoint(0, 160))

    makes_one_step(hand, lambda: hand.quick_add("Switch"))

    assert ("Network", ("Switch",), 1) in hand.needs()


def test_dropping_a_line_on_empty_ground_offers_existing_services(hand: Hand) -> None:
    hand.select("Database")
    hand.drag(hand.needs_handle("Database"), hand.place("Database") + QPoint(0, 160))

    makes_one_step(hand, lambda: hand.quick_add("network"))

    assert ("Database", ("Network",), 1) in hand.needs()
    assert len(hand.plan.services) == 3


def test_escape_in_the_quick_list_makes_nothing(hand: Hand) -> None:
    before = hand.plan
    hand.select("Network")
    hand.drag(hand.needs_handle("Network"), hand.place("Network") + QPoint(0, 160))

    hand.canvas.drafts.quick_add.abandon()

    assert hand.plan is before


def test_a_redundant_pair_is_drawn_by_dropping_a_provider_on_a_line(hand: Hand) -> None:
    hand.select("Network")

    makes_one_step(hand, lambda: hand.drag(hand.needed_handle("Network"), hand.line("r1")))

    assert hand.needs() == {("Shop", ("Database", "Network"), 1)}


def test_dragging_from_a_junction_adds_a_provider(open_plan: Open) -> None:
    hand = open_plan(
        plan()
        .service("Shop", position=(0, 0))
        .services("A", "B", "C")
        .service("A", position=(-240, 240))
        .service("B", position=(0, 240))
        .service("C", position=(240, 240))
        .needs("Shop", "A", "B", of=1)
        .build()
    )

    makes_one_step(hand, lambda: hand.drag(hand.badge("r1"), hand.place("C")))

    assert hand.needs() == {("Shop", ("A", "B", "C"), 1)}


def test_two_lines_become_redundant(hand: Hand) -> None:
    hand.select("Shop")
    hand.drag(hand.needs_handle("Shop"), hand.place("Network"))
    hand.click(hand.line("r1"))
    hand.click(hand.line("r2"), CTRL)
    assert hand.canvas.selection.requirements == {"r1", "r2"}

    makes_one_step(hand, lambda: hand.canvas.run("redundant"))

    assert hand.needs() == {("Shop", ("Database", "Network"), 1)}


def test_two_selected_providers_become_redundant(hand: Hand) -> None:
    hand.select("Shop")
    hand.drag(hand.needs_handle("Shop"), hand.place("Network"))
    hand.select("Database", "Network")

    makes_one_step(hand, lambda: hand.key(Qt.Key.Key_K))

    assert hand.needs() == {("Shop", ("Database", "Network"), 1)}


def test_double_click_and_f2_rename_in_place(hand: Hand) -> None:
    hand.double_click(hand.place("Shop"))
    makes_one_step(hand, lambda: hand.type_name("Web shop"))
    assert hand.plan.services["Shop"].name == "Web shop"

    hand.key(Qt.Key.Key_F2)
    makes_one_step(hand, lambda: hand.type_name("Store"))
    assert hand.plan.services["Shop"].name == "Store"


def test_tab_makes_a_chain_of_what_is_needed(hand: Hand) -> None:
    hand.select("Network")
    hand.key(Qt.Key.Key_Tab)
    makes_one_step(hand, lambda: hand.type_name("Switch", Qt.Key.Key_Tab))
    makes_one_step(hand, lambda: hand.type_name("Power"))

    assert {("Network", ("Switch",), 1), ("Switch", ("Power",), 1)} <= hand.needs()


def test_shift_tab_makes_what_needs_it(hand: Hand) -> None:
    hand.select("Shop")
    hand.key(Qt.Key.Key_Backtab, SHIFT)

    makes_one_step(hand, lambda: hand.type_name("Sales"))

    assert ("Sales", ("Shop",), 1) in hand.needs()


def test_l_links_the_first_selected_to_the_rest(open_plan: Open) -> None:
    hand = open_plan(plan().services("A", "B", "C").build())
    hand.select("B", "A", "C")

    makes_one_step(hand, lambda: hand.key(Qt.Key.Key_L))

    assert hand.needs() == {("B", ("A",), 1), ("B", ("C",), 1)}


def test_shift_l_links_in_series(open_plan: Open) -> None:
    hand = open_plan(
        plan()
        .service("A", position=(0, 0))
        .service("B", position=(0, 200))
        .service("C", position=(0, 400))
        .build()
    )
    hand.select("C", "A", "B")

    makes_one_step(hand, lambda: hand.key(Qt.Key.Key_L, SHIFT))

    assert hand.needs() == {("A", ("B",), 1), ("B", ("C",), 1)}


def test_delete_removes_services_with_their_lines(hand: Hand) -> None:
    hand.select("Database")

    makes_one_step(hand, lambda: hand.key(Qt.Key.Key_Delete))

    assert hand.titles() == {"Shop", "Network"}
    assert hand.needs() == set()
    assert not hand.canvas.selection.services


def test_delete_removes_a_selected_line(hand: Hand) -> None:
    hand.click(hand.line("r1"))

    makes_one_step(hand, lambda: hand.key(Qt.Key.Key_Delete))

    assert hand.needs() == set()
    assert len(hand.plan.services) == 3


def test_ctrl_delete_joins_the_neighbours(open_plan: Open) -> None:
    hand = open_plan(plan().needs("A", "B").needs("B", "C").build())
    hand.select("B")

    makes_one_step(hand, lambda: hand.key(Qt.Key.Key_Delete, CTRL))

    assert hand.needs() == {("A", ("C",), 1)}


def test_copy_and_paste_bring_the_lines_among_them(hand: Hand) -> None:
    hand.select("Shop", "Database")
    hand.key(Qt.Key.Key_C, CTRL)

    after = makes_one_step(hand, lambda: hand.key(Qt.Key.Key_V, CTRL))

    assert len(after.services) == 5
    assert len(after.requirements) == 2


def test_cut_and_paste_bring_services_back(hand: Hand) -> None:
    hand.select("Network")
    makes_one_step(hand, lambda: hand.key(Qt.Key.Key_X, CTRL))
    assert hand.titles() == {"Shop", "Database"}

    makes_one_step(hand, lambda: hand.key(Qt.Key.Key_V, CTRL))

    assert hand.titles() == {"Shop", "Database", "Network"}


def test_pasted_lines_of_text_become_services(hand: Hand) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText("Mail\nDNS\tinfrastructure\n\n")

    makes_one_step(hand, lambda: hand.key(Qt.Key.Key_V, CTRL))

    assert {"Mail", "DNS"} <= hand.titles()


def test_duplicate(hand: Hand) -> None:
    hand.select("Shop", "Database")

    after = makes_one_step(hand, lambda: hand.key(Qt.Key.Key_D, CTRL))

    assert len(after.services) == 5
    assert len(after.requirements) == 2


def test_arrows_move_and_are_undone_together(hand: Hand) -> None:
    hand.select("Network")

    def press() -> None:
        for _ in range(3):
            hand.key(Qt.Key.Key_Right)

    after = makes_one_step(hand, press)

    assert after.services["Network"].position == (240 + 3 * 12, 240)


def test_p_pins_and_unpins(hand: Hand) -> None:
    hand.select("Network")

    assert makes_one_step(hand, lambda: hand.key(Qt.Key.Key_P)).services["Network"].pinned
    assert not makes_one_step(hand, lambda: hand.key(Qt.Key.Key_P)).services["Network"].pinned


def test_tidy_is_one_step_and_leaves_pinned_cards(open_plan: Open) -> None:
    hand = open_plan(
        plan()
        .service("A", position=(700, 700))
        .service("B", position=(0, -300), pinned=True)
        .service("C", position=(10, 0))
        .needs("A", "B")
        .needs("B", "C")
        .build()
    )

    before = hand.plan
    hand.key(Qt.Key.Key_L, CTRL)
    assert hand.plan is before
    after = makes_one_step(hand, lambda: hand.key(Qt.Key.Key_Return))

    assert after.services["B"].position == (0, -300)
    heights = [(after.services[key].position or (0, 0))[1] for key in "ABC"]
    assert heights == sorted(heights)


def test_tidying_closed_groups_shows_the_services_in_them_first(open_plan: Open) -> None:
    build = plan()
    for number in range(6):
        build.service(str(number), site=f"Site {number // 3}", position=(0, number * 10))
    hand = open_plan(build.needs("0", "4").build())
    hand.canvas.group_by("site", collapsed=True)
    before = hand.plan

    hand.key(Qt.Key.Key_L, CTRL)
    assert set(hand.canvas.scene.ids) == set("012345")
    hand.key(Qt.Key.Key_Escape)
    assert len(hand.canvas.scene.ids) == 2
    assert hand.plan is before

    hand.key(Qt.Key.Key_L, CTRL)
    seen = {key: hand.place_of(key) for key in "012345"}
    after = makes_one_step(hand, lambda: hand.key(Qt.Key.Key_Return))
    assert {key: after.services[key].position for key in "012345"} == seen
    assert len(hand.canvas.scene.ids) == 2


def test_a_layout_with_fewer_crossings_takes_the_place_of_the_first(
    hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    better = {key: (number * 300.0, 0.0) for number, key in enumerate(hand.plan.services)}
    monkeypatch.setattr(dot, "available", lambda: True)
    monkeypatch.setattr(commands, "finer_arranged", lambda *_: better)

    hand.key(Qt.Key.Key_L, CTRL)
    assert "fewer crossings" in hand.canvas.strips.counts.text()
    qtbot.waitUntil(lambda: "fewer crossings" not in hand.canvas.strips.counts.text())
    after = makes_one_step(hand, lambda: hand.key(Qt.Key.Key_Return))

    assert {key: service.position for key, service in after.services.items()} == better


def test_a_layout_that_comes_too_late_changes_nothing(
    hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(dot, "available", lambda: True)
    monkeypatch.setattr(
        commands, "finer_arranged", lambda *_: asked.append(True) or {"Shop": (9_000.0, 0.0)}
    )
    before = hand.plan

    hand.key(Qt.Key.Key_L, CTRL)
    hand.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(20)

    assert hand.plan is before
    assert hand.place_of("Shop") == before.services["Shop"].position


def test_align_and_distribute(hand: Hand) -> None:
    hand.select("Shop", "Database", "Network")

    after = makes_one_step(hand, lambda: hand.canvas.run("align-top"))
    assert {(s.position or (0, 1))[1] for s in after.services.values()} == {0}
    hand.canvas.commands.move({"Shop": (40, 0)})
    after = makes_one_step(hand, lambda: hand.canvas.run("distribute-across"))
    assert after.services["Shop"].position == (0, 0)


def test_group_and_ungroup(hand: Hand) -> None:
    hand.select("Database", "Network")

    after = makes_one_step(hand, lambda: hand.canvas.commands.group("Back end"))
    assert after.services["Network"].tags == ("group:Back end",)
    assert [group.title for group in hand.canvas.scene.frames] == ["Back end"]

    after = makes_one_step(hand, lambda: hand.key(Qt.Key.Key_G, CTRL | SHIFT))
    assert after.services["Network"].tags == ()


def test_undo_during_a_drag_cancels_the_drag(hand: Hand) -> None:
    hand.select("Network")
    hand.key(Qt.Key.Key_P)
    start = hand.place("Network")
    hand.press(start)
    hand.move(start + QPoint(90, 90))

    hand.session.undo()
    hand.release(start + QPoint(90, 90))

    assert hand.plan == shop()
    assert hand.canvas.gesture is None


def test_the_first_move_keeps_the_picture_that_was_seen(open_plan: Open) -> None:
    hand = open_plan(plan().needs("A", "B").needs("A", "C").build())
    seen = dict(hand.canvas.sight.arrangement.positions)
    start = hand.place("C")

    after = makes_one_step(hand, lambda: hand.drag(start, start + QPoint(0, 100)))

    assert after.services["A"].position == seen["A"]
    assert after.services["B"].position == seen["B"]
    assert after.services["C"].position != seen["C"]


def test_the_kind_is_guessed_from_the_name(hand: Hand) -> None:
    hand.double_click(hand.empty())
    hand.type_name("Customer database")

    assert hand.plan.services["customer-database"].kind == "data"


def test_a_chosen_kind_wins_over_the_name(hand: Hand) -> None:
    hand.double_click(hand.empty())
    hand.canvas.drafts.chips._choose("process")

    makes_one_step(hand, lambda: hand.type_name("Customer database"))

    assert hand.plan.services["customer-database"].kind == "process"


def test_dragging_to_the_edge_moves_the_picture_on(hand: Hand, qtbot: QtBot) -> None:
    left = hand.canvas.camera.left
    start = hand.place("Network")
    hand.press(start)
    edge = QPoint(hand.canvas.viewport().width() - 4, start.y())
    hand.move(start + QPoint(40, 0))
    hand.move(edge)

    qtbot.waitUntil(lambda: hand.canvas.camera.left > left + 100)
    makes_one_step(hand, lambda: hand.release(edge))

    x = (hand.plan.services["Network"].position or (0, 0))[0]
    assert x > left + hand.canvas.viewport().width() / hand.canvas.camera.scale
