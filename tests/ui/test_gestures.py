"""The 25 gestures and keys that people try, in the real window, each by its number.

What changes the plan is exactly one step that undo takes back; what only looks around is none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bcp_planner.domain.plan import Plan
from tests.builders import plan
from tests.ui.canvas.conftest import Hand
from tests.ui.conftest import Person
from ui.canvas.viewing import Focus
from ui.dialogs.keys import KeysDialog
from ui.dialogs.palette import Palette
from ui.dialogs.paste import PasteDialog

K = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
MIDDLE = Qt.MouseButton.MiddleButton

PLAN = (
    plan()
    .service("Shop", position=(0, 0))
    .service("Database", position=(-240, 240))
    .service("Network", position=(240, 240))
    .service("Power", position=(0, 480))
    .needs("Shop", "Database")
    .needs("Database", "Power")
    .build()
)


@dataclass
class Desk:
    """A person with a hand on the canvas of the window."""

    person: Person
    hand: Hand

    @property
    def chosen(self) -> set[str]:
        return set(self.person.space.selection.services)

    def at(self, service: str) -> tuple[float, float]:
        return self.person.plan.services[service].position or (0.0, 0.0)

    def needs(self, upper: str, *lower: str) -> bool:
        return (upper, lower, 1) in self.hand.needs()

    def wheel(self, keys: Qt.KeyboardModifier, turn: QPoint) -> None:
        port = self.hand.canvas.viewport()
        at = QPointF(port.rect().center())
        event = QWheelEvent(
            *(at, QPointF(port.mapToGlobal(at.toPoint())), QPoint(), turn),
            *(Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(port, event)

    def pinch(self, service: str, wider: int) -> None:
        """Spread two fingers on a touch screen, with a service between them."""
        port, between = self.hand.canvas.viewport(), self.hand.place(service)
        fingers, screen = (QPoint(-60, 0), QPoint(60, 0)), QTest.createTouchDevice()
        one, other = (between + finger for finger in fingers)
        QTest.touchEvent(port, screen).press(0, one, port).press(1, other, port).commit()
        for step in range(3, 2 * wider + 1):
            one, other = (between + finger * step / 2 for finger in fingers)
            QTest.touchEvent(port, screen).move(0, one, port).move(1, other, port).commit()
        QTest.touchEvent(port, screen).release(0, one, port).release(1, other, port).commit()

    def pad(self, service: str, wider: float) -> None:
        """Spread two fingers on a touch pad, with the pointer over a service."""
        port, at = self.hand.canvas.viewport(), QPointF(self.hand.place(service))
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            *(2, at, at, QPointF(port.mapToGlobal(at.toPoint())), wider, QPointF(), 0),
        )
        QApplication.sendEvent(port, event)

    def find_line(self, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
        QTest.keyClick(self.person.window.filter_bar.line, key, keys)


@pytest.fixture
def desk(person: Person, show: Callable[[Plan], Person]) -> Desk:
    window = person.window
    window.resize(1500, 1000)
    for name in ("findings", "impact", "recovery", "table", "weak", "simulation", "history"):
        window.docks[name].hide()
    show(PLAN)
    window.canvas.motion.enabled = False
    session = person.space.bridge.session
    assert session is not None
    window.activateWindow()
    person.qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    window.canvas.fit()
    window.canvas.setFocus()
    return Desk(person, Hand(window.canvas, session))


Act = Callable[["Desk"], object]
Seen = Callable[[Desk], bool]


@dataclass(frozen=True)
class Edit:
    """A gesture that changes the plan in one step: how it is made, and what is so afterwards."""

    number: int
    name: str
    do: Act
    seen: Seen
    first: Act = lambda desk: None

    def __str__(self) -> str:
        return f"{self.number:02}-{self.name}"


@dataclass(frozen=True)
class Look(Edit):
    """A gesture that leaves the plan as it is."""

    def __str__(self) -> str:
        return f"{self.number:02}-{self.name}"


def choose(*services: str) -> Act:
    return lambda desk: desk.hand.select(*services)


def key(code: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> Act:
    return lambda desk: desk.hand.key(code, keys)


def then(*acts: Act) -> Act:
    def all_of_them(desk: Desk) -> None:
        for act in acts:
            act(desk)

    return all_of_them


def named(text: str, end: Qt.Key = K.Key_Return) -> Act:
    return lambda desk: desk.hand.type_name(text, end)


def drag(service: str, by: QPoint, keys: Qt.KeyboardModifier = NONE) -> Act:
    def dragged(desk: Desk) -> None:
        start = desk.hand.place(service)
        desk.hand.drag(start, start + by, keys)

    return dragged


def drag_kind(desk: Desk) -> None:
    """Drag the sign of a kind from the palette onto the canvas, and name the service."""
    palette, port = desk.hand.canvas.strips.palette, desk.hand.canvas.viewport()
    button = palette.buttons["supplier"]
    drop = button.mapFromGlobal(port.mapToGlobal(desk.hand.place("Shop") + QPoint(260, 0)))
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
    QTest.mouseMove(button, button.rect().center() + QPoint(12, 0))
    QTest.mouseMove(button, drop)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=drop)
    desk.hand.type_name("Courier")


def connect(desk: Desk) -> None:
    desk.hand.drag(desk.hand.needs_handle("Shop"), desk.hand.place("Network"))


def drop_line(desk: Desk) -> None:
    desk.hand.drag(desk.hand.needs_handle("Network"), desk.hand.place("Network") + QPoint(90, 150))
    desk.hand.quick_add("Switch")


def paste_rows(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Mail\tapplication\nDNS\tnetwork\n")
    desk.hand.key(K.Key_V, CTRL)
    dialog = desk.person.dialog(PasteDialog)
    assert isinstance(dialog, PasteDialog)
    dialog.accept()


def pan_with_space(desk: Desk) -> None:
    canvas = desk.hand.canvas
    QTest.keyPress(canvas, K.Key_Space)
    desk.hand.drag(desk.hand.empty(), desk.hand.empty() + QPoint(70, -40))
    QTest.keyRelease(canvas, K.Key_Space)


def moved_view(desk: Desk) -> bool:
    return desk.hand.canvas.camera != desk.hand.canvas.__dict__["looked_from"]


def zoomed_about(desk: Desk, service: str) -> bool:
    """Whether the picture is larger, with a service where it was."""
    before = desk.hand.canvas.__dict__["looked_from"]
    middle = QPointF(*desk.hand.place_of(service))
    way = desk.hand.canvas.camera.to_screen(middle) - before.to_screen(middle)
    return desk.hand.canvas.camera.scale > before.scale and way.manhattanLength() < 4


EDITS = (
    Edit(
        *(1, "double-click"),
        lambda d: (d.hand.double_click(d.hand.empty()), d.hand.type_name("Web")),
        lambda d: "Web" in d.hand.titles(),
    ),
    Edit(
        *(2, "drag-a-kind"),
        drag_kind,
        lambda d: (
            next(s for s in d.hand.plan.services.values() if s.name == "Courier").kind == "supplier"
        ),
    ),
    Edit(3, "drag-from-handle", connect, lambda d: d.needs("Shop", "Network"), choose("Shop")),
    Edit(4, "drop-on-empty", drop_line, lambda d: d.needs("Network", "Switch"), choose("Network")),
    Edit(
        *(5, "tab"),
        named("Switch"),
        lambda d: d.needs("Network", "Switch"),
        then(choose("Network"), key(K.Key_Tab)),
    ),
    Edit(
        *(5, "shift-tab"),
        named("Sales"),
        lambda d: d.needs("Sales", "Shop"),
        then(choose("Shop"), key(K.Key_Backtab, SHIFT)),
    ),
    Edit(
        *(6, "link"),
        key(K.Key_L),
        lambda d: d.needs("Shop", "Network") and d.needs("Shop", "Power"),
        choose("Shop", "Network", "Power"),
    ),
    Edit(
        *(6, "link-in-series"),
        key(K.Key_L, SHIFT),
        lambda d: d.needs("Shop", "Network") and d.needs("Network", "Power"),
        choose("Power", "Network", "Shop"),
    ),
    Edit(
        *(7, "rename-by-double-click"),
        lambda d: (d.hand.double_click(d.hand.place("Shop")), d.hand.type_name("Store")),
        lambda d: d.hand.plan.services["Shop"].name == "Store",
    ),
    Edit(
        *(7, "rename-by-f2"),
        then(key(K.Key_F2), named("Store")),
        lambda d: d.hand.plan.services["Shop"].name == "Store",
        choose("Shop"),
    ),
    Edit(
        *(9, "drag"),
        drag("Network", QPoint(60, 0)),
        lambda d: d.at("Network")[0] > 240,
    ),
    Edit(
        *(9, "arrow"),
        key(K.Key_Right),
        lambda d: d.at("Network") == (252, 240),
        choose("Network"),
    ),
    Edit(
        *(9, "shift-arrow"),
        key(K.Key_Down, SHIFT),
        lambda d: d.at("Network") == (240, 360),
        choose("Network"),
    ),
    Edit(
        *(17, "paste"),
        key(K.Key_V, CTRL),
        lambda d: len(d.hand.plan.services) == 6 and len(d.hand.plan.requirements) == 3,
        then(choose("Shop", "Database"), key(K.Key_C, CTRL)),
    ),
    Edit(17, "cut", key(K.Key_X, CTRL), lambda d: "Shop" not in d.hand.titles(), choose("Shop")),
    Edit(
        *(17, "duplicate"),
        key(K.Key_D, CTRL),
        lambda d: len(d.hand.plan.services) == 5,
        choose("Shop"),
    ),
    Edit(
        *(17, "alt-drag"),
        drag("Network", QPoint(90, 60), ALT),
        lambda d: len(d.hand.plan.services) == 5 and d.at("Network") == (240, 240),
    ),
    Edit(17, "paste-rows", paste_rows, lambda d: {"Mail", "DNS"} <= d.hand.titles()),
    Edit(
        *(18, "delete"),
        key(K.Key_Delete),
        lambda d: "Database" not in d.hand.titles() and not d.hand.needs(),
        choose("Database"),
    ),
    Edit(
        *(18, "delete-and-join"),
        key(K.Key_Delete, CTRL),
        lambda d: d.needs("Shop", "Power"),
        choose("Database"),
    ),
    Edit(
        *(23, "ungroup"),
        key(K.Key_G, CTRL | SHIFT),
        lambda d: d.hand.plan.services["Shop"].tags == (),
        then(choose("Shop", "Network"), lambda d: d.hand.canvas.commands.group("Front")),
    ),
    Edit(
        *(23, "group"),
        lambda d: d.hand.canvas.commands.group("Front"),
        lambda d: d.hand.plan.services["Shop"].tags == ("group:Front",),
        choose("Shop", "Network"),
    ),
    Edit(
        *(24, "tidy"),
        then(key(K.Key_L, CTRL), key(K.Key_Return)),
        lambda d: d.at("Database") != (-240, 240),
    ),
    Edit(24, "pin", key(K.Key_P), lambda d: d.hand.plan.services["Shop"].pinned, choose("Shop")),
)

LOOKS = (
    Look(
        *(8, "enter"),
        key(K.Key_Return),
        lambda d: d.person.window.focusWidget() is d.person.field("rto"),
        choose("Shop"),
    ),
    Look(
        *(10, "rubber-band"),
        lambda d: d.hand.drag(
            d.hand.place("Database") - QPoint(120, 60), d.hand.place("Database") + QPoint(120, 50)
        ),
        lambda d: d.chosen == {"Database"},
    ),
    Look(
        *(10, "rubber-band-adds"),
        lambda d: d.hand.drag(
            d.hand.place("Database") - QPoint(120, 60),
            d.hand.place("Database") + QPoint(120, 50),
            SHIFT,
        ),
        lambda d: d.chosen == {"Database", "Shop"},
        choose("Shop"),
    ),
    Look(11, "pan-with-space", pan_with_space, moved_view),
    Look(
        *(11, "pan-with-middle"),
        lambda d: d.hand.drag(d.hand.empty(), d.hand.empty() + QPoint(60, 20), button=MIDDLE),
        moved_view,
    ),
    Look(11, "scroll", lambda d: d.wheel(NONE, QPoint(0, -120)), moved_view),
    Look(12, "zoom-by-wheel", lambda d: d.wheel(CTRL, QPoint(0, 120)), moved_view),
    Look(12, "zoom-by-key", key(K.Key_Minus), moved_view),
    Look(12, "pinch", lambda d: d.pinch("Database", 3), lambda d: zoomed_about(d, "Database")),
    Look(
        12,
        "pinch-on-a-touch-pad",
        lambda d: d.pad("Power", 0.5),
        lambda d: zoomed_about(d, "Power"),
    ),
    Look(13, "fit", key(K.Key_0), moved_view, then(key(K.Key_Minus), key(K.Key_Minus))),
    Look(13, "fit-selection", key(K.Key_2, SHIFT), moved_view, choose("Power")),
    Look(
        *(13, "actual-size"),
        key(K.Key_0, CTRL),
        lambda d: d.hand.canvas.camera.scale == 1.0,
        key(K.Key_Minus),
    ),
    Look(
        *(14, "find"),
        lambda d: (
            d.hand.key(K.Key_F, CTRL),
            QTest.keyClicks(d.person.window.filter_bar.line, "w"),
            d.find_line(K.Key_Return, NONE),
            d.find_line(K.Key_Return, NONE),
            d.find_line(K.Key_Return, SHIFT),
        ),
        lambda d: d.chosen == {"Network"} and d.person.window.filter_bar.counter.text() == "1 of 2",
    ),
    Look(
        *(15, "palette"),
        key(K.Key_K, CTRL),
        lambda d: d.person.dialog(Palette).close(),
    ),
    Look(
        *(15, "palette-second-key"),
        key(K.Key_P, CTRL | SHIFT),
        lambda d: d.person.dialog(Palette).close(),
    ),
    Look(19, "walk-down", key(K.Key_Down, ALT), lambda d: d.chosen == {"Database"}, choose("Shop")),
    Look(19, "walk-up", key(K.Key_Up, ALT), lambda d: d.chosen == {"Database"}, choose("Power")),
    Look(
        *(19, "walk-right"),
        key(K.Key_Right, ALT),
        lambda d: d.chosen == {"Network"},
        choose("Database"),
    ),
    Look(
        20, "upstream", key(K.Key_U), lambda d: d.chosen == {"Power", "Database"}, choose("Power")
    ),
    Look(
        *(20, "all-upstream"),
        key(K.Key_U, SHIFT),
        lambda d: d.chosen == {"Power", "Database", "Shop"},
        choose("Power"),
    ),
    Look(
        *(20, "downstream"),
        key(K.Key_J),
        lambda d: d.chosen == {"Shop", "Database"},
        choose("Shop"),
    ),
    Look(
        *(20, "all-downstream"),
        key(K.Key_J, SHIFT),
        lambda d: d.chosen == {"Shop", "Database", "Power"},
        choose("Shop"),
    ),
    Look(
        *(21, "focus"),
        key(K.Key_F),
        lambda d: set(d.hand.canvas.scene.ids) == {"Shop", "Database"},
        choose("Shop"),
    ),
    Look(
        *(21, "depth"),
        key(K.Key_2),
        lambda d: set(d.hand.canvas.scene.ids) == {"Shop", "Database", "Power"},
        then(choose("Shop"), key(K.Key_F)),
    ),
    Look(
        *(21, "back-out"),
        then(key(K.Key_Escape), key(K.Key_Escape)),
        lambda d: len(d.hand.canvas.scene.ids) == 4,
        then(choose("Shop"), key(K.Key_F)),
    ),
    Look(
        *(22, "blast-radius"),
        key(K.Key_B),
        lambda d: d.person.space.situation.is_what_if,
        choose("Power"),
    ),
    Look(
        *(22, "recovery-order"),
        key(K.Key_R),
        lambda d: d.person.window.recovery.isVisible(),
    ),
    Look(
        *(22, "play"),
        key(K.Key_Space),
        lambda d: d.person.window.time_bar.is_playing,
        lambda d: (
            d.hand.select("Power"),
            d.person.run("what-if"),
            d.person.wait_for_results(),
            d.hand.canvas.setFocus(),
        ),
    ),
    Look(
        *(23, "collapse"),
        key(K.Key_BracketLeft),
        lambda d: len(d.hand.canvas.scene.groups) == 1,
        lambda d: (d.hand.canvas.group_by("kind"), d.hand.canvas.setFocus()),
    ),
    Look(
        *(23, "expand"),
        key(K.Key_BracketRight),
        lambda d: len(d.hand.canvas.scene.ids) == 4,
        lambda d: (d.hand.canvas.group_by("kind", collapsed=True), d.hand.canvas.setFocus()),
    ),
    Look(
        *(24, "tidy-looked-at-only"),
        then(key(K.Key_L, CTRL), key(K.Key_Escape)),
        lambda d: d.hand.canvas.gesture is None and d.at("Database") == (-240, 240),
    ),
    Look(25, "table", key(K.Key_T), lambda d: d.person.window.table.isVisible()),
    Look(
        *(25, "overview"),
        key(K.Key_M),
        lambda d: d.hand.canvas.strips.minimap.isVisible(),
    ),
    Look(25, "key-help", key(K.Key_Question, SHIFT), lambda d: d.person.dialog(KeysDialog).close()),
)


@pytest.mark.parametrize("gesture", EDITS, ids=str)
def test_what_changes_the_plan_is_one_step(desk: Desk, gesture: Edit) -> None:
    gesture.first(desk)
    before, steps = desk.person.plan, desk.person.steps

    gesture.do(desk)

    after = desk.person.plan
    assert gesture.seen(desk)
    assert desk.person.steps == steps + 1
    desk.hand.key(K.Key_Z, CTRL)
    assert desk.person.plan == before
    desk.hand.key(K.Key_Y, CTRL)
    assert desk.person.plan == after


@pytest.mark.parametrize("gesture", LOOKS, ids=str)
def test_what_looks_around_leaves_the_plan(desk: Desk, gesture: Look) -> None:
    gesture.first(desk)
    desk.hand.canvas.__dict__["looked_from"] = desk.hand.canvas.camera

    gesture.do(desk)

    assert gesture.seen(desk)
    assert desk.person.plan == PLAN
    assert desk.person.steps == 0


def test_undo_and_redo_have_names_and_two_keys(desk: Desk) -> None:
    desk.hand.select("Shop")
    desk.hand.key(K.Key_P)
    assert desk.person.window.actions_by_name["undo"].text() == "Undo Pin Shop"

    desk.hand.key(K.Key_Z, CTRL)
    assert desk.person.plan == PLAN
    desk.hand.key(K.Key_Z, CTRL | SHIFT)

    assert desk.person.plan.services["Shop"].pinned


def test_the_trail_of_neighbourhoods_leads_back(desk: Desk) -> None:
    canvas = desk.hand.canvas
    for service in ("Shop", "Database", "Power"):
        desk.hand.select(service)
        desk.hand.key(K.Key_F)
    desk.hand.key(K.Key_3)
    strip = canvas.strips.path
    assert canvas.sight.crumbs() == ["Shop", "Database", "Power, 3 steps around it"]
    assert all(strip.rect().contains(button.geometry()) for button in strip.buttons())

    next(button for button in strip.buttons() if button.text() == "Shop").click()
    assert canvas.sight.viewing.steps == (Focus("Shop", 1),)
    strip.buttons()[0].click()
    assert canvas.sight.viewing.focus == Focus("Power", 3)
    strip.buttons()[1].click()
    assert canvas.sight.viewing.focus == Focus("Shop", 1)
    next(button for button in strip.buttons() if button.text() == "+").click()
    assert canvas.sight.viewing.focus == Focus("Shop", 2)
    next(button for button in strip.buttons() if button.text() == "All services").click()

    assert canvas.sight.viewing.is_whole
    assert not strip.isVisible()
    assert desk.person.plan == PLAN


def test_a_step_whose_service_is_deleted_leaves_the_trail(desk: Desk) -> None:
    canvas = desk.hand.canvas
    for service in ("Shop", "Database"):
        desk.hand.select(service)
        desk.hand.key(K.Key_F)

    desk.hand.select("Database")
    desk.hand.key(K.Key_Delete)

    assert canvas.sight.viewing.steps == (Focus("Shop", 1),)
