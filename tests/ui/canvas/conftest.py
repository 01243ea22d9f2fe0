"""A canvas over a real plan file, and a hand that drags on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from ui.bridge import PlanBridge
from ui.canvas.acts import Tie
from ui.canvas.hit import handle_points
from ui.canvas.view import CanvasView
from ui.messages import Messages
from ui.selection import Selection
from ui.theme import ThemeStore

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class RecordedMessages(Messages):
    """Notes what would have been said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def notice(self, text: str) -> None:
        self.said.append(text)

    def problem(self, text: str) -> None:
        self.said.append(text)


class Hand:
    """Works on a canvas as a person does."""

    def __init__(self, canvas: CanvasView, session: PlanSession) -> None:
        self.canvas, self.session = canvas, session

    @property
    def plan(self) -> Plan:
        return self.session.plan

    @property
    def steps(self) -> int:
        """How many steps can be undone."""
        return len(self.session.history())

    def place(self, service_id: str) -> QPoint:
        """Return the middle of a card in pixels."""
        scene = self.canvas.scene
        x, y = scene.xy[scene.index[service_id]].tolist()
        return self.canvas.camera.to_screen(QPointF(x, y)).toPoint()

    def place_of(self, service_id: str) -> tuple[float, float]:
        """Return the middle of a card on the canvas."""
        scene = self.canvas.scene
        x, y = scene.xy[scene.index[service_id]].tolist()
        return x, y

    def needs_handle(self, service_id: str) -> QPoint:
        """Return the handle below a card, from which what it needs is drawn."""
        item = self.canvas.scene.index[service_id]
        return handle_points(self.canvas.scene, item, self.canvas.camera)[0].toPoint()

    def needed_handle(self, service_id: str) -> QPoint:
        """Return the handle above a card."""
        item = self.canvas.scene.index[service_id]
        return handle_points(self.canvas.scene, item, self.canvas.camera)[1].toPoint()

    def badge(self, requirement_id: str) -> QPoint:
        """Return the junction of a requirement."""
        scene = self.canvas.scene
        x, y = scene.badge_xy[scene.badges.index(requirement_id)].tolist()
        return self.canvas.camera.to_screen(QPointF(x, y)).toPoint()

    def line(self, requirement_id: str) -> QPoint:
        """Return the middle of a requirement's line."""
        line = self.canvas.scene.lines_of_requirement(requirement_id)[0]
        points = self.canvas.hover.own_curves().of(line).points
        x, y = points[len(points) // 2].tolist()
        return self.canvas.camera.to_screen(QPointF(x, y)).toPoint()

    def empty(self) -> QPoint:
        """Return a pixel with nothing on it."""
        return QPoint(60, self.canvas.viewport().height() - 80)

    def press(
        self,
        at: QPoint,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        QTest.mouseMove(self.canvas.viewport(), at)
        QTest.mousePress(self.canvas.viewport(), button, keys, at)

    def move(self, at: QPoint) -> None:
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        port = self.canvas.viewport()
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(at),
            QPointF(port.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, event)

    def release(
        self,
        at: QPoint,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        QTest.mouseRelease(self.canvas.viewport(), button, keys, at)

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        """Press, move in three steps, release."""
        self.press(start, keys, button)
        for part in (0.3, 0.7, 1.0):
            way = QPointF(end - start) * part
            self.move(start + way.toPoint())
        self.release(end, keys, button)

    def click(self, at: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, keys, at)

    def double_click(self, at: QPoint) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseDClick(self.canvas.viewport(), left, none, at)
        QTest.mouseRelease(self.canvas.viewport(), left, none, at)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas, key, keys)

    def type_name(self, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type into the name field that is open, and confirm."""
        assert self.canvas.drafts.editor.active
        self.canvas.drafts.editor.selectAll()
        QTest.keyClicks(self.canvas.drafts.editor, text)
        QTest.keyClick(self.canvas.drafts.editor, end)

    def quick_add(self, text: str) -> None:
        """Type into the list that is open, and take the row that is chosen."""
        assert self.canvas.drafts.quick_add.isVisible()
        QTest.keyClicks(self.canvas.drafts.quick_add.field, text)
        QTest.keyClick(self.canvas.drafts.quick_add.field, Qt.Key.Key_Return)

    def select(self, *services: str) -> None:
        self.canvas.selection.set(services, current=services[0] if services else None)

    def titles(self) -> set[str]:
        return {service.title for service in self.plan.services.values()}

    def needs(self) -> set[tuple[str, tuple[str, ...], int]]:
        """Return all requirements by title: dependant, providers, how many."""
        services = self.plan.services
        return {
            (services[r.dependant].title, tuple(services[p].title for p in r.providers), r.needed)
            for r in self.plan.requirements.values()
        }


Open = Callable[[Plan], Hand]

__all__ = ["Hand", "Open", "RecordedMessages", "Tie"]


@pytest.fixture
def open_plan(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens a plan on a canvas of 1200 x 800 that does not animate."""
    sessions: list[PlanSession] = []

    def opened(plan: Plan) -> Hand:
        session = PlanSession.create(tmp_path / f"{len(sessions)}.bcplan", plan)
        sessions.append(session)
        bridge = PlanBridge(session, RecordedMessages())
        canvas = CanvasView(bridge, Selection(), ThemeStore("light"))
        canvas.motion.enabled = False
        qtbot.addWidget(canvas)
        canvas.resize(1200, 800)
        with qtbot.waitExposed(canvas):
            canvas.show()
        canvas.setFocus()
        return Hand(canvas, session)

    yield opened
    for session in sessions:
        session.close()
