"""What is clicked while a name is being typed: the field keeps the keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import plan
from tests.ui.canvas.conftest import Open


def _typed(text: str, end: Qt.Key) -> None:
    """Type to whatever has the keys, as a keyboard does."""
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)
    QTest.keyClick(QApplication.focusWidget(), end)


def test_a_kind_is_clicked_before_the_name_is_typed(open_plan: Open) -> None:
    hand = open_plan(plan().needs("Shop", "Network").build())
    hand.double_click(hand.empty())
    chip = hand.canvas.drafts.chips.button("process")

    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    _typed("Online orders", Qt.Key.Key_Return)

    assert set(hand.plan.services) == {"Shop", "Network", "online-orders"}
    assert hand.plan.services["online-orders"].kind == "process"


def test_a_kind_is_clicked_after_the_name_is_typed(open_plan: Open) -> None:
    hand = open_plan(plan().needs("Shop", "Network").build())
    hand.double_click(hand.empty())
    QTest.keyClicks(hand.canvas.drafts.editor, "Customer database")

    QTest.mouseClick(hand.canvas.drafts.chips.button("product"), Qt.MouseButton.LeftButton)
    _typed("s", Qt.Key.Key_Return)

    assert hand.plan.services["customer-databases"].kind == "product"


def test_a_service_is_clicked_in_the_quick_list(open_plan: Open) -> None:
    hand = open_plan(plan().needs("Shop", "Database").needs("Shop", "Network").build())
    hand.select("Database")
    hand.drag(hand.needs_handle("Database"), hand.place("Database") + QPoint(0, 160))
    rows = hand.canvas.drafts.quick_add.list
    (row,) = rows.findItems("Network", Qt.MatchFlag.MatchExactly)

    QTest.mouseClick(
        rows.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        rows.visualItemRect(row).center(),
    )

    assert ("Database", ("Network",), 1) in hand.needs()
    assert not hand.canvas.drafts.quick_add.isVisible()
