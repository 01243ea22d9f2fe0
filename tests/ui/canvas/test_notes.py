"""Notes and frames: each gesture is one step, and none of them touches what is computed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from bcp_planner.domain.notes import Note
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from tests.ui.canvas.conftest import Hand, Open
from ui.canvas import notes
from ui.canvas.hit import items_in


def noted() -> Plan:
    shop = (
        plan("Shop")
        .service("Shop", position=(0.0, 0.0))
        .service("Database", position=(0.0, 168.0))
        .service("Bank", position=(600.0, 0.0))
        .needs("Shop", "Database")
        .build()
    )
    note = Note(id="n", text="Ask the bank", position=(400.0, 300.0))
    frame = Note(id="f", kind="frame", text="Own", position=(0.0, 84.0), width=320.0, height=360.0)
    return shop.put("notes", note, frame)


@pytest.fixture
def hand(open_plan: Open) -> Hand:
    return open_plan(noted())


def at(hand: Hand, x: float, y: float) -> QPoint:
    return hand.canvas.camera.to_screen(QPointF(x, y)).toPoint()


def spot_of(hand: Hand, service_id: str) -> tuple[float, float]:
    spot = hand.plan.services[service_id].position
    assert spot is not None
    return spot


def write(hand: Hand, text: str, end: Qt.Key = Qt.Key.Key_Escape) -> None:
    editor = hand.canvas.notes.editor
    assert editor.isVisible()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, end, Qt.KeyboardModifier.ControlModifier)


def test_a_note_is_added_and_written_by_keys(hand: Hand) -> None:
    hand.key(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    write(hand, "Check every year", Qt.Key.Key_Return)

    assert "Check every year" in {note.text for note in hand.plan.notes.values()}
    assert hand.canvas.hasFocus()


def test_escape_leaves_the_text_as_it_was(hand: Hand) -> None:
    before = hand.plan
    hand.double_click(at(hand, 400, 300))
    write(hand, "Nonsense")

    assert hand.plan is before


def test_a_frame_is_drawn_around_the_selection(hand: Hand) -> None:
    hand.select("Bank")
    hand.key(Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    write(hand, "Suppliers", Qt.Key.Key_Return)

    frame = next(note for note in hand.plan.notes.values() if note.text == "Suppliers")
    assert notes.rect_of(frame).contains(QPointF(600.0, 0.0))
    assert hand.canvas.notes.inside(frame) == ["Bank"]


def test_a_drag_moves_a_note_in_one_step(hand: Hand) -> None:
    steps = hand.steps
    hand.drag(at(hand, 400, 300), at(hand, 400, 300) + QPoint(60, 30))

    spot = hand.plan.notes["n"].position
    assert spot is not None
    assert spot[0] > 430
    assert hand.steps == steps + 1


def test_a_frame_takes_along_what_is_inside(hand: Hand) -> None:
    steps = hand.steps
    grip = at(hand, -100, -84)
    hand.drag(grip, grip + QPoint(round(96 * hand.canvas.camera.scale), 0))

    services = hand.plan.services
    assert services["Shop"].position == (spot_of(hand, "Database")[0], 0.0)
    assert services["Shop"].position != (0.0, 0.0)
    assert services["Bank"].position == (600.0, 0.0)
    assert hand.steps == steps + 1


def test_its_corner_makes_a_note_larger_and_never_inside_out(hand: Hand) -> None:
    area = notes.rect_of(hand.plan.notes["n"])
    corner = at(hand, area.right(), area.bottom())
    hand.drag(corner, corner + QPoint(50, 40))
    assert hand.plan.notes["n"].width > 220
    assert notes.rect_of(hand.plan.notes["n"]).topLeft() == area.topLeft()

    area = notes.rect_of(hand.plan.notes["n"])
    corner = at(hand, area.right(), area.bottom())
    hand.drag(corner, corner - QPoint(700, 600))
    assert hand.plan.notes["n"].width >= 24


def test_delete_removes_the_chosen_note_and_nothing_else(hand: Hand) -> None:
    hand.select("Shop")
    hand.click(at(hand, 400, 300))
    assert not hand.canvas.selection.services
    hand.key(Qt.Key.Key_Delete)

    assert set(hand.plan.notes) == {"f"}
    assert set(hand.plan.services) == {"Shop", "Database", "Bank"}


def test_the_inside_of_a_frame_is_still_the_canvas(hand: Hand) -> None:
    assert notes.note_at(hand.plan, hand.canvas.camera, QPointF(at(hand, 100, 90))) == ""


def test_notes_are_on_the_exported_drawing(hand: Hand, tmp_path: Path) -> None:
    hand.canvas.export(tmp_path / "drawing.svg")

    assert "Ask the bank" in (tmp_path / "drawing.svg").read_text(encoding="utf-8")


def test_a_new_note_covers_no_card(hand: Hand) -> None:
    hand.canvas.center_on("Shop", pulse=False)
    hand.canvas.notes.add("note")

    made = next(note for key, note in hand.plan.notes.items() if key not in ("n", "f"))
    assert not items_in(hand.canvas.scene, notes.rect_of(made))


def test_what_was_seen_whole_stays_seen_when_the_canvas_shrinks(hand: Hand) -> None:
    canvas = hand.canvas
    canvas.fit()
    canvas.resize(700, 420)

    assert canvas.camera.visible(canvas.size_f()).contains(canvas.scene.bounds())
