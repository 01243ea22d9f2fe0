"""What is seen: keys that look around, focus, groups, large plans, states, files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from bcp_planner.analysis.impact import impact
from bcp_planner.domain import edits
from bcp_planner.domain.entities import Failure, Scenario, Service
from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.plan import EMPTY, Plan
from tests.builders import plan
from tests.ui.canvas.conftest import Hand, Open
from ui.canvas.states import Status
from ui.canvas.viewing import Viewing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def chain() -> Plan:
    """Return A above B above C above D, and E beside D."""
    return plan().needs("A", "B").needs("B", "C").needs("C", "D").needs("C", "E").build()


@pytest.fixture
def hand(open_plan: Open) -> Hand:
    return open_plan(chain())


def shown(hand: Hand) -> set[str]:
    return set(hand.canvas.scene.ids)


def test_looking_around_changes_nothing(hand: Hand) -> None:
    before, steps = hand.plan, hand.steps
    for key in (Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_M, Qt.Key.Key_Left):
        hand.key(key)
    hand.drag(QPoint(300, 300), QPoint(500, 400), button=Qt.MouseButton.MiddleButton)

    assert hand.plan is before
    assert hand.steps == steps


def test_space_and_drag_pans_and_does_not_play(hand: Hand, qtbot: QtBot) -> None:
    start = hand.canvas.camera
    with qtbot.assertNotEmitted(hand.canvas.command):
        QTest.keyPress(hand.canvas, Qt.Key.Key_Space)
        hand.drag(hand.place("A"), hand.place("A") + QPoint(80, 40))
        QTest.keyRelease(hand.canvas, Qt.Key.Key_Space)

    moved = (start.left - hand.canvas.camera.left) * start.scale
    assert moved == pytest.approx(80)
    assert hand.steps == 0 or hand.plan == chain()


def test_a_tap_on_space_plays(hand: Hand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hand.canvas.command) as played:
        hand.key(Qt.Key.Key_Space)

    assert played.args == ["play"]


def test_zoom_keeps_what_is_under_the_pointer(hand: Hand) -> None:
    at = QPointF(300, 200)
    before = hand.canvas.camera.to_world(at)

    hand.canvas.zoom_by(1.7, at)

    after = hand.canvas.camera.to_world(at)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))


def test_rubber_band_selects_and_shift_adds(hand: Hand) -> None:
    a, d = hand.place("A"), hand.place("D")
    hand.drag(a - QPoint(150, 80), a + QPoint(150, 80))
    assert hand.canvas.selection.services == {"A"}

    hand.drag(d - QPoint(110, 60), d + QPoint(20, 60), SHIFT)
    assert hand.canvas.selection.services == {"A", "D"}


def test_click_selects_and_ctrl_click_toggles(hand: Hand) -> None:
    hand.click(hand.place("A"))
    hand.click(hand.place("B"), CTRL)
    assert hand.canvas.selection.services == {"A", "B"}
    assert hand.canvas.selection.current == "A"

    hand.click(hand.place("B"), CTRL)
    hand.click(hand.empty())
    assert hand.canvas.selection.services == frozenset()


def test_alt_arrows_walk_along_lines(hand: Hand) -> None:
    hand.select("A")
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        hand.key(key, ALT)
        seen.append(hand.canvas.selection.current)
    assert seen == ["B", "C", "B"]

    hand.select("D")
    beside = Qt.Key.Key_Right if hand.place("E").x() > hand.place("D").x() else Qt.Key.Key_Left
    hand.key(beside, ALT)
    assert hand.canvas.selection.current == "E"


def test_u_and_j_select_up_and_down_the_stream(hand: Hand) -> None:
    hand.select("C")
    hand.key(Qt.Key.Key_U)
    assert hand.canvas.selection.services == {"B", "C"}
    hand.key(Qt.Key.Key_U, SHIFT)
    assert hand.canvas.selection.services == {"A", "B", "C"}

    hand.select("B")
    hand.key(Qt.Key.Key_J)
    assert hand.canvas.selection.services == {"B", "C"}
    hand.key(Qt.Key.Key_J, SHIFT)
    assert hand.canvas.selection.services == {"B", "C", "D", "E"}


def test_f_and_digits_focus_and_escape_leads_back(hand: Hand) -> None:
    hand.select("B")
    hand.key(Qt.Key.Key_F)
    assert shown(hand) == {"A", "B", "C"}
    assert hand.canvas.strips.path.isVisible()
    assert hand.canvas.scene.hidden_links == 2

    hand.key(Qt.Key.Key_2)
    assert shown(hand) == {"A", "B", "C", "D", "E"}

    hand.canvas.selection.set()
    hand.key(Qt.Key.Key_Escape)
    assert hand.canvas.sight.viewing == Viewing()


def test_back_and_forward(hand: Hand) -> None:
    hand.canvas.focus("A", 1)
    hand.canvas.focus("D", 1)
    hand.canvas.back()
    assert shown(hand) == {"A", "B"}
    hand.canvas.back()
    assert shown(hand) == {"A", "B", "C", "D", "E"}
    hand.canvas.forward()
    assert shown(hand) == {"A", "B"}


def test_a_filter_says_how_much_it_shows(hand: Hand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hand.canvas.status_changed) as said:
        hand.canvas.visible_filter(["A", "B"])

    assert said.args == [2, 5, 3]
    assert "Showing 2 of 5 services" in hand.canvas.strips.counts.text()
    assert "3 links not shown" in hand.canvas.strips.counts.text()


def test_a_service_made_under_a_filter_is_seen(hand: Hand) -> None:
    hand.canvas.visible_filter(["A"])
    hand.double_click(hand.empty())
    hand.type_name("Extra")

    assert shown(hand) == {"A", "extra"}


def test_moving_in_a_view_arranged_on_its_own_leaves_the_plan(open_plan: Open) -> None:
    far = plan()
    for number, name in enumerate("ABCD"):
        far.service(name, position=(number * 5_000, number * 4_000))
    hand = open_plan(far.needs("A", "B").needs("B", "C").build())
    before = hand.plan
    hand.canvas.focus("B", 1)
    assert hand.canvas.sight.own_places is not None

    start = hand.place("A")
    hand.drag(start, start + QPoint(60, 30))

    assert hand.plan is before


def grouped(sites: int, each: int) -> Plan:
    build = plan()
    for site in range(sites):
        for number in range(each):
            build.service(f"{site}-{number}", tags=(f"site:Site {site}",))
            if site:
                build.needs(f"{site}-{number}", f"{site - 1}-{number}")
    return build.build()


def test_a_large_plan_opens_grouped(open_plan: Open) -> None:
    hand = open_plan(grouped(5, 100))

    assert len(hand.canvas.scene.groups) == 5
    assert hand.canvas.scene.shown == hand.canvas.scene.total == 500
    assert sum(hand.canvas.scene.weight) == 400
    said = hand.canvas.strips.counts.text()
    assert said.startswith("Showing 5 closed groups holding 500 of 500 services")


def test_a_group_opens_by_double_click_and_collapses_again(open_plan: Open) -> None:
    hand = open_plan(grouped(3, 4))
    hand.canvas.group_by("site", collapsed=True)
    assert len(hand.canvas.scene.ids) == 3

    item = next(iter(hand.canvas.scene.groups))
    hand.double_click(hand.place(hand.canvas.scene.ids[item]))
    assert len(hand.canvas.scene.ids) == 6

    hand.key(Qt.Key.Key_BracketLeft)
    assert len(hand.canvas.scene.ids) == 3
    hand.key(Qt.Key.Key_BracketRight)
    assert len(hand.canvas.scene.ids) == 12


def test_an_edit_moves_no_closed_group(open_plan: Open) -> None:
    hand = open_plan(grouped(4, 3))
    hand.canvas.group_by("site", collapsed=True)
    before = dict(hand.canvas.sight.positions)

    hand.canvas.bridge.edit("Delete", edits.remove(hand.plan, "services", ["2-0", "2-1"]))
    assert hand.canvas.sight.positions == before

    new = Service(id="new", name="New")
    grown = edits.connect(edits.add(hand.plan, "services", new), "new", ["1-0"])
    hand.canvas.bridge.edit("Add", grown)
    now = hand.canvas.sight.positions
    assert {key: now[key] for key in before} == before
    assert set(now) - set(before) == {"new"}


def test_a_key_shows_again_what_the_pointer_faded(hand: Hand) -> None:
    hand.canvas.hover.follow(QPointF(hand.place("D")))
    hand.canvas.hover._draw_veil()
    assert hand.canvas.hover.veiled

    hand.key(Qt.Key.Key_U)

    assert not hand.canvas.hover.veiled


def test_jumping_to_a_hidden_service_reveals_it(open_plan: Open) -> None:
    hand = open_plan(grouped(3, 4))
    hand.canvas.group_by("site", collapsed=True)

    hand.canvas.center_on("1-2")

    assert "1-2" in shown(hand)
    middle = QPointF(hand.place("1-2")) - QPointF(600, 400)
    assert abs(middle.x()) < 2
    assert abs(middle.y()) < 2


def test_what_is_imported_into_an_empty_plan_is_looked_at(open_plan: Open) -> None:
    hand = open_plan(Plan())
    far = plan().service("A", position=(9_000, 9_000)).service("B", position=(9_300, 9_000)).build()

    hand.canvas.bridge.edit("Import", far)

    seen = hand.canvas.camera.visible(hand.canvas.size_f())
    assert seen.contains(hand.canvas.scene.bounds())


def test_states_are_shown_and_spoken(hand: Hand) -> None:
    scenario = Scenario(id="x", fails=(Failure(service="C"),))
    hand.canvas.show_impact(impact(hand.plan, scenario))
    hand.select("B")

    how = hand.canvas.picture.how()
    found = {key: how.status(hand.canvas.scene, n) for key, n in hand.canvas.scene.index.items()}
    assert found == {
        "A": Status.DOWN,
        "B": Status.DOWN,
        "C": Status.FAILED,
        "D": Status.UP,
        "E": Status.UP,
    }
    assert hand.canvas.accessibleDescription() == "B, Application, Down"
    assert hand.canvas.grab().toImage().pixelColor(hand.place("A")).isValid()


def test_a_card_is_painted_where_it_stands(hand: Hand) -> None:
    image = hand.canvas.viewport().grab().toImage()
    card, ground = hand.canvas.theme.card, hand.canvas.theme.canvas

    corner = hand.place("A") + QPoint(round(80 * hand.canvas.camera.scale), 0)
    assert image.pixelColor(corner) == card
    assert image.pixelColor(QPoint(3, 3)) == ground != QColor(card)


def test_an_empty_plan_says_what_to_do(open_plan: Open) -> None:
    hand = open_plan(EMPTY)

    image = hand.canvas.viewport().grab().toImage()

    assert image.pixelColor(600, 360) != hand.canvas.theme.canvas


def test_a_plan_that_cannot_be_edited_says_so(hand: Hand, tmp_path: Path) -> None:
    hand.session.close()
    said = hand.canvas.bridge.messages.said  # type: ignore[attr-defined]

    hand.canvas.bridge.show(type(hand.session).open(hand.session.path, edit=False))
    hand.double_click(hand.empty())

    assert len(said) == 1
    assert not hand.canvas.drafts.editor.active
    hand.canvas.bridge.close()


@pytest.mark.parametrize("name", ["plan.svg", "plan.png", "plan.pdf"])
def test_the_drawing_is_saved_as_a_file(hand: Hand, tmp_path: Path, name: str) -> None:
    hand.canvas.export(tmp_path / name)

    starts = {".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF"}
    assert (tmp_path / name).read_bytes().startswith(starts[Path(name).suffix])


def test_a_drawing_in_another_format_is_refused(hand: Hand, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"\.svg, \.png or \.pdf"):
        hand.canvas.export(tmp_path / "plan.docx")


def test_every_key_has_a_command(hand: Hand) -> None:
    from ui.canvas.keys import KEYS

    assert set(KEYS.values()) <= set(hand.canvas.keyboard.names())


def test_leaving_a_focus_leads_back_to_where_one_looked(hand: Hand) -> None:
    hand.canvas.zoom_to(1.4)
    before = hand.canvas.camera
    hand.canvas.focus("B", 1)

    hand.canvas.show_all()

    assert hand.canvas.camera == before
