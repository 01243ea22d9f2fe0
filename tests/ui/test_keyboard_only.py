"""From an empty plan to a printed runbook with keys alone, and that one sees where they act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QTabBar, QWidget

from bcp_planner.domain.durations import HOUR
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from tests.ui.conftest import Person
from ui.dialogs.print import PrintDialog
from ui.dialogs.scenario import ScenarioDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

K = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    """Presses keys; they go where the focus is, as those of a person do."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.return_to_window()

    @property
    def focus(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        focused = popup.focusWidget() if popup is not None else QApplication.focusWidget()
        assert focused is not None
        return focused

    def return_to_window(self) -> None:
        """Give the window the focus, as desktops do when a dialog closes."""
        self.person.window.activateWindow()
        self.person.qtbot.waitUntil(self.person.window.isActiveWindow)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus, key, keys)
        QApplication.processEvents()

    def type(self, text: str, end: Qt.Key = K.Key_Return) -> None:
        QTest.keyClicks(self.focus, text)
        self.press(end)

    def command(self, name: str) -> None:
        """Find a command in the palette and run it."""
        self.press(K.Key_K, CTRL)
        self.type(name)

    def wait_for(self, kind: type[QDialog]) -> QDialog:
        def there() -> bool:
            return isinstance(QApplication.activeWindow(), kind)

        self.person.qtbot.waitUntil(there)
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, kind)
        return dialog


def test_from_an_empty_plan_to_a_printed_runbook_by_keys_alone(
    person: Person, tmp_path: Path
) -> None:
    person.window.canvas.motion.enabled = False
    keys = Keyboard(person)
    person.window.canvas.setFocus()

    keys.press(K.Key_Insert)
    keys.type("Web shop", K.Key_Tab)
    keys.type("Orders", K.Key_Tab)
    keys.type("Database")
    keys.press(K.Key_Up, ALT)
    keys.press(K.Key_Up, ALT)
    keys.press(K.Key_Return)
    keys.type("4 h")
    names = {service.name: service for service in person.plan.services.values()}
    assert set(names) == {"Web shop", "Orders", "Database"}
    assert names["Web shop"].rto == 4 * HOUR
    assert len(person.plan.requirements) == 2

    keys.press(K.Key_F6)
    keys.press(K.Key_Down, ALT)
    keys.press(K.Key_Down, ALT)
    keys.command("New scenario")
    dialog = keys.wait_for(ScenarioDialog)
    assert isinstance(dialog, ScenarioDialog)
    keys.type("Disk failure", K.Key_Tab)
    keys.press(K.Key_Return, CTRL)
    (scenario,) = person.plan.scenarios.values()
    assert scenario.name == "Disk failure"
    assert [failure.service for failure in scenario.fails] == [names["Database"].id]
    person.wait_for_results()

    target = tmp_path / "runbook.pdf"
    person.messages.answers.append(target)
    keys.return_to_window()
    keys.press(K.Key_P, CTRL)
    keys.wait_for(PrintDialog)
    keys.press(K.Key_Return)

    person.qtbot.waitUntil(lambda: person.messages.opened == [target], timeout=60_000)
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
    assert "Disk failure" in text
    assert "Orders" in text


PLAN = (
    plan("Shop")
    .service("Shop", rto="4 h", owner="Ada")
    .service("Database")
    .needs("Shop", "Database")
    .build()
)


def picture(window: QWidget, widget: QWidget) -> QImage:
    """Return what is seen of a widget and of a little around it."""
    corner = widget.mapTo(window, QPoint(0, 0))
    seen = widget.rect().translated(corner).adjusted(-3, -3, 3, 3)
    return window.grab(seen).toImage()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_one_sees_where_the_keyboard_is(show: Callable[[Plan], Person], theme: str) -> None:
    person = show(PLAN)
    window = person.window
    window.space.themes.choose(theme)
    Keyboard(person)
    person.select("Shop")
    person.run("filter")
    person.space.filter.clear()
    QApplication.processEvents()
    unseen: list[str] = []
    for widget in window.findChildren(QWidget):
        tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if not (
            tabbed and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
        ):
            continue
        if widget.visibleRegion().isEmpty() or not widget.accessibleName():
            continue
        if isinstance(widget, QAbstractItemView | QTabBar):
            continue  # these show the row or tab that keys act on
        window.menuBar().setFocus()
        before = picture(window, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if widget.hasFocus() and picture(window, widget) == before:
            unseen.append(f"{type(widget).__name__} {widget.accessibleName()}")

    assert unseen == []
