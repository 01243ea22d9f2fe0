"""What a new user does, from an empty window to a printed runbook and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.plan import EMPTY
from ui.app import new_window
from ui.dialogs.print import PrintDialog
from ui.dialogs.scenario import ScenarioDialog
from ui.forms.editors import EstimateEditor
from ui.forms.lists import RecordsEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Person, SaidMessages
    from ui.settings import Settings

ROWS = (
    ("Web shop", "Call centre"),
    ("Orders", "Payment", "Telephony"),
    ("Database A", "Database B", "Network"),
    ("Computer room", "Office", "Power", "Internet provider"),
)
NEEDS = (
    ("Web shop", "Orders"),
    ("Web shop", "Payment"),
    ("Call centre", "Telephony"),
    ("Call centre", "Office"),
    ("Orders", "Database A"),
    ("Orders", "Database B"),
    ("Telephony", "Network"),
    ("Database A", "Computer room"),
    ("Network", "Power"),
    ("Computer room", "Power"),
)


class Drawer:
    """Draws on the canvas of a window with mouse and keys."""

    def __init__(self, person: Person) -> None:
        from tests.ui.canvas.conftest import Hand

        session = person.space.bridge.session
        assert session is not None or person.plan == EMPTY
        self.person = person
        self.hand = Hand(person.window.canvas, session)  # type: ignore[arg-type]

    def id_of(self, name: str) -> str:
        services = self.person.plan.services.values()
        return next(service.id for service in services if service.name == name)

    def add(self, name: str, at: QPoint) -> None:
        self.hand.double_click(at)
        self.hand.type_name(name)

    def connect(self, upper: str, lower: str) -> None:
        self.person.select(self.id_of(upper))
        self.hand.canvas.fit()
        QTest.mouseMove(self.hand.canvas.viewport(), self.hand.place(self.id_of(upper)))
        start = self.hand.needs_handle(self.id_of(upper))
        self.hand.drag(start, self.hand.place(self.id_of(lower)))


def draw_everything(person: Person) -> Drawer:
    drawer = Drawer(person)
    canvas = person.window.canvas
    canvas.motion.enabled = False
    canvas.setFocus()
    drawer.add("Web shop", QPoint(120, 60))
    canvas.run("actual-size")
    for row, names in enumerate(ROWS):
        for column, name in enumerate(names):
            if name != "Web shop":
                canvas.fit()
                canvas.run("zoom-out")
                spot = canvas.camera.to_screen(_place(drawer, row, column)).toPoint()
                drawer.add(name, spot)
    for upper, lower in NEEDS:
        drawer.connect(upper, lower)
    return drawer


def _place(drawer: Drawer, row: int, column: int) -> QPointF:
    x, y = drawer.person.plan.services[drawer.id_of("Web shop")].position or (0.0, 0.0)
    return QPointF(x + column * 260, y + row * 150)


def make_the_databases_redundant(drawer: Drawer) -> None:
    person, orders = drawer.person, drawer.id_of("Orders")
    databases = (drawer.id_of("Database A"), drawer.id_of("Database B"))
    person.space.selection.set((orders, *databases), (), orders)
    person.run("redundant")


def describe(drawer: Drawer) -> None:
    """Fill in objectives, owners, a kind and a recovery time."""
    person = drawer.person
    for name, field, text in (
        ("Web shop", "rto", "4h"),
        ("Web shop", "mtpd", "1d 12h"),
        ("Computer room", "owner", "Facilities"),
        ("Power", "owner", "Facilities"),
    ):
        person.select(drawer.id_of(name))
        person.fill(field, text)
    kind = person.field("kind")
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(kind.findData("facility"))
    kind.activated.emit(kind.currentIndex())
    recovery = person.window.inspector.services.form.editors["recovery"]
    assert isinstance(recovery, EstimateEditor)
    recovery.lines[1].setText("90 min")
    QTest.keyClick(recovery.lines[1], Qt.Key.Key_Return)


def keep_a_scenario(person: Person, name: str) -> None:
    """Describe a scenario of what is selected and keep it."""
    person.run("new-scenario")
    dialog = person.dialog(ScenarioDialog)
    assert isinstance(dialog, ScenarioDialog)
    person.fill("name", name, dialog.form)
    person.fill("declared_after", "30 min", dialog.form)
    failures = dialog.form.editors["fails"]
    assert isinstance(failures, RecordsEditor)
    assert {failure.service for failure in failures.model.records} == (
        person.space.selection.services
    )
    dialog._on_kept()
    person.wait_for_results()


def print_the_runbook(person: Person, target: Path) -> str:
    """Print, and return the text of the document."""
    person.messages.answers.append(target)
    person.run("print")
    dialog = person.dialog(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    dialog._on_accepted()
    person.qtbot.waitUntil(lambda: person.messages.opened == [target], timeout=60_000)
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(target).pages)


def test_from_an_empty_window_to_a_runbook_and_back(
    person: Person, qtbot: QtBot, tmp_path: Path, settings: Settings, said: SaidMessages
) -> None:
    person.window.resize(1500, 1000)
    drawer = draw_everything(person)
    names = {service.name for service in person.plan.services.values()}
    assert names == {name for row in ROWS for name in row}
    assert len(person.plan.requirements) == len(NEEDS)

    make_the_databases_redundant(drawer)
    redundant = [r for r in person.plan.requirements.values() if r.is_redundant]
    assert [(r.needed, len(r.providers)) for r in redundant] == [(1, 2)]

    describe(drawer)
    power = person.plan.services[drawer.id_of("Power")]
    assert (power.kind, power.owner) == ("facility", "Facilities")
    assert power.recovery == Estimate.of(90 * MINUTE)

    keep_a_scenario(person, "Power cut")
    assert losses(person) == {"Power", "Network", "Telephony", "Call centre", "Computer room"} | {
        "Database A"
    }
    hub = person.space.hub
    assert hub.recovery is not None
    assert hub.recovery.services[power.id].up_at == 2 * HOUR

    text = print_the_runbook(person, tmp_path / "runbook.pdf")
    assert "Power cut" in text
    assert "Telephony" in text

    drawn = person.plan
    while person.space.bridge.can_undo:
        person.run("undo")
    assert person.plan == EMPTY
    while person.space.bridge.can_redo:
        person.run("redo")
    assert person.plan == drawn

    draft, steps = person.space.bridge.path, person.steps
    assert draft is not None
    person.window.close()
    again = new_window(settings, said)
    qtbot.addWidget(again)
    again.files.open(draft)
    assert again.space.bridge.plan == drawn
    assert len(again.space.bridge.history()) == steps
    again.close()


def losses(person: Person) -> set[str]:
    """Return the names of what the scenario takes down."""
    impact = person.space.hub.impact
    assert impact is not None
    services = person.plan.services
    return {services[key].name for key, it in impact.services.items() if it.down_at is not None}
