"""A restless person at the window: what they do next is drawn at random."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from bcp_planner.domain import edits
from bcp_planner.domain.durations import HOUR

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_NEAR = QPoint(48, 24)
_LONGEST_H = 72


class Person:
    """Works with one window as a restless person would.

    What changes the plan's size comes in pairs that are drawn equally often, so that the plan
    stays about as large as it was.
    """

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self.window, self.space, self.chance = window, window.space, chance

    def any_act(self) -> Act:
        """Return what to do next."""
        return self.chance.choice(ACTS)

    # ------------------------------------------------------------------------------- changes

    def rename(self) -> None:
        """Give any service another name."""
        self._update(name=f"Service {self.chance.randrange(10**6)}")

    def set_target(self) -> None:
        """Give any service another recovery time objective."""
        self._update(rto=self.chance.randint(1, _LONGEST_H) * HOUR)

    def add(self) -> None:
        """Type a new service onto the canvas."""
        self._run("add-service")
        editor = self.window.canvas.drafts.editor
        editor.setText(f"Added {self.chance.randrange(10**6)}")
        QTest.keyClick(editor, Qt.Key.Key_Return)

    def duplicate(self) -> None:
        """Copy a service beside itself."""
        self.select()
        self._run("duplicate")

    def delete(self) -> None:
        """Delete any service, with what hangs on it."""
        self.select()
        self._run("delete")

    def connect(self) -> None:
        """Let a service need another one."""
        plan = self.space.bridge.plan
        upper, lower = self.chance.sample(list(plan.services), 2)
        self.space.bridge.try_edit("Connect", lambda plan: edits.connect(plan, upper, [lower]))

    def disconnect(self) -> None:
        """Remove any requirement."""
        requirement = self.chance.choice(list(self.space.bridge.plan.requirements))
        self.space.bridge.try_edit(
            "Disconnect", lambda plan: edits.remove(plan, "requirements", [requirement])
        )

    def drag(self) -> None:
        """Go to a service and drag its card a little."""
        canvas, name = self.window.canvas, self._any()
        canvas.motion.instantly(lambda: canvas.center_on(name, pulse=False))
        x, y = canvas.scene.xy[canvas.scene.index[name]].tolist()
        place = canvas.camera.to_screen(QPointF(x, y)).toPoint()
        QTest.mousePress(
            canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
        self._move(place + _NEAR, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(
            canvas.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            place + _NEAR,
        )

    def undo(self) -> None:
        """Take the last step back."""
        self._run("undo")

    def redo(self) -> None:
        """Do the step taken back again."""
        self._run("redo")

    # ----------------------------------------------------------------------------- situations

    def fail(self) -> None:
        """Let any service fail."""
        self.space.situation.try_failure([self._any()])

    def end_failure(self) -> None:
        """Look at the plan without a failure."""
        self._run("no-scenario")

    def move_to_moment(self) -> None:
        """Look at another moment of the failure."""
        self.space.situation.move_to(self.chance.randint(0, _LONGEST_H) * HOUR)

    # ---------------------------------------------------------------------------------- looks

    def select(self) -> None:
        """Select any service."""
        self.space.selection.set([self._any()])

    def show(self) -> None:
        """Go to any service."""
        self.window.show_services([self._any()])

    def zoom(self) -> None:
        """Zoom in or out, or see all."""
        self._run(self.chance.choice(("zoom-in", "zoom-out", "fit")))

    def scroll(self) -> None:
        """Turn the wheel over the canvas."""
        port = self.window.canvas.viewport()
        middle = QPointF(port.rect().center())
        event = QWheelEvent(
            middle,
            QPointF(port.mapToGlobal(middle)),
            QPoint(),
            QPoint(0, self.chance.choice((-120, 120))),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(port, event)

    def hover(self) -> None:
        """Move the mouse over the canvas."""
        port = self.window.canvas.viewport()
        place = QPoint(
            self.chance.randrange(max(1, port.width())),
            self.chance.randrange(max(1, port.height())),
        )
        self._move(place, Qt.MouseButton.NoButton)

    def search(self) -> None:
        """Look for services by a word, or stop looking."""
        words = ("", "", f"{self.chance.randrange(100)}", "rto<4h", "kind:application")
        self.space.filter.say(self.chance.choice(words), hides=self.chance.random() < 0.2)

    def raise_panel(self) -> None:
        """Bring any panel to the front."""
        self.window.docks.show(self.chance.choice(self.window.docks.names()))

    def change_theme(self) -> None:
        """Draw everything light or dark."""
        self.space.themes.choose(self.chance.choice(("light", "dark")))

    def open_dialog(self) -> None:
        """Open a dialog, type a letter, and close it again."""
        self._run(self.chance.choice(("palette", "keys", "details", "guide")))
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                QTest.keyClick(dialog, Qt.Key.Key_S)
                dialog.reject()

    # --------------------------------------------------------------------------------- inside

    def _any(self) -> str:
        return self.chance.choice(list(self.space.bridge.plan.services))

    def _update(self, **values: object) -> None:
        name = self._any()
        self.space.bridge.try_edit(
            "Change", lambda plan: edits.update(plan, "services", name, **values)
        )

    def _run(self, command: str) -> None:
        action = self.window.actions_by_name[command]
        if action.isEnabled():
            action.trigger()

    def _move(self, place: QPoint, button: Qt.MouseButton) -> None:
        port = self.window.canvas.viewport()
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(place),
            QPointF(port.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, event)


Act: TypeAlias = Callable[[Person], None]
ACTS: tuple[Act, ...] = (
    Person.rename,
    Person.set_target,
    Person.add,
    Person.delete,
    Person.duplicate,
    Person.delete,
    Person.connect,
    Person.disconnect,
    Person.drag,
    Person.undo,
    Person.redo,
    Person.fail,
    Person.end_failure,
    Person.move_to_moment,
    Person.select,
    Person.show,
    Person.zoom,
    Person.scroll,
    Person.hover,
    Person.search,
    Person.raise_panel,
    Person.change_theme,
    Person.open_dialog,
)
"""What a person does; what stands here twice is done twice as often."""
