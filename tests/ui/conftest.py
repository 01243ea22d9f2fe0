"""A window over plans of its own folder, and what it says and asks recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from ui.app import new_window
from ui.canvas import clipboard
from ui.forms.form import RecordForm
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.settings import Settings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.panels.recovery import RecoveryPanel


Dialog = TypeVar("Dialog", bound=QWidget)


class SaidMessages(Messages):
    """Notes what is said, and answers with what the test put into `answers`."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.answers: list[Path | str | None] = []
        self.opened: list[Path] = []

    def notice(self, text: str) -> None:
        self.said.append(text)
        super().notice(text)

    def problem(self, text: str) -> None:
        self.said.append(text)

    def tell(self, text: str) -> None:
        self.said.append(text)

    def ask_for_text(self, title: str, question: str, proposal: str = "") -> str | None:
        answer = self.answers.pop(0)
        return None if answer is None else str(answer)

    def ask_for_file(self, title: str, folder: Path, kinds: str) -> Path | None:
        answer = self.answers.pop(0)
        return None if answer is None else Path(answer)

    def ask_for_files(self, title: str, folder: Path, kinds: str) -> list[Path]:
        answer = self.ask_for_file(title, folder, kinds)
        return [] if answer is None else [answer]

    def ask_for_folder(self, title: str, folder: Path) -> Path | None:
        return self.ask_for_file(title, folder, "")

    def ask_where_to_save(self, title: str, proposal: Path, kinds: str) -> Path | None:
        return self.ask_for_file(title, proposal, kinds)

    def open_file(self, path: Path) -> None:
        self.opened.append(path)


class Person:
    """Works with a window as a person does."""

    def __init__(self, window: MainWindow, qtbot: QtBot, said: SaidMessages) -> None:
        self.window, self.qtbot, self.messages = window, qtbot, said
        self.space = window.space

    @property
    def plan(self) -> Plan:
        return self.space.bridge.plan

    @property
    def steps(self) -> int:
        """How many entries the history has."""
        return len(self.space.bridge.history())

    def wait_for_results(self) -> None:
        """Wait until every analysis that was asked for has answered."""
        self.qtbot.waitUntil(lambda: not self.space.hub.busy, timeout=30_000)

    def select(self, *services: str) -> None:
        self.space.selection.set(services)

    def choose(self, scenario: str) -> None:
        """Choose a scenario in the bar."""
        box = self.window.scenario_bar.choice
        index = next(i for i in range(box.count()) if box.itemData(i) == scenario)
        box.setCurrentIndex(index)
        box.activated.emit(index)

    def field(self, name: str, form: RecordForm | None = None) -> QWidget:
        """Return what the keyboard goes into for a field of the inspector or another form."""
        editor = (form or self.window.inspector.services.form).editors[name]
        return editor.focusProxy() or editor

    def fill(self, name: str, text: str, form: RecordForm | None = None) -> None:
        """Type a text into a field and leave it."""
        line = self.field(name, form)
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def run(self, command: str) -> None:
        """Use a command of the menus."""
        action = self.window.actions_by_name[command]
        assert action.isEnabled(), f"{command} cannot be used now"
        action.trigger()

    def order_list(self) -> RecoveryPanel:
        """Bring the list of the recovery order to the front and return its panel."""
        self.run("recovery-view")
        panel = self.window.recovery
        panel.show_page(1)
        return panel

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """Return the open dialog of a kind."""
        found = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        assert len(found) == 1
        return found[0]


@pytest.fixture(autouse=True)
def _hands_off() -> Iterator[None]:
    """Let go of all keys and the clipboard, and fail a test that keeps a mouse button pressed.

    `QTest` leaves the modifiers of its last event in force, and lists ask for them when rows are
    selected: a Ctrl of one test would add to the selection of the next.
    """
    yield
    if not isinstance(QApplication.instance(), QApplication):
        return
    clipboard.let_go()
    pressed = QGuiApplication.mouseButtons()
    nobody = QWidget()
    QTest.keyRelease(nobody, Qt.Key.Key_Control)
    if pressed is not Qt.MouseButton.NoButton:
        QTest.mouseRelease(nobody, Qt.MouseButton.LeftButton)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
    assert pressed == Qt.MouseButton.NoButton, "a mouse button was left pressed"


@pytest.fixture
def said() -> SaidMessages:
    return SaidMessages()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(
    qtbot: QtBot,
    tmp_path: Path,
    settings: Settings,
    said: SaidMessages,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made = new_window(settings, said)
    failures: list[Exception] = []
    made.space.hub.failed.connect(lambda _, error: failures.append(error))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    assert failures == []


@pytest.fixture
def person(window: MainWindow, qtbot: QtBot, said: SaidMessages) -> Person:
    return Person(window, qtbot, said)


@pytest.fixture
def show(person: Person, tmp_path: Path) -> Callable[[Plan], Person]:
    """Return a function that opens a plan in the window."""

    def shown(plan: Plan) -> Person:
        person.space.bridge.show(PlanSession.create(tmp_path / "plan.bcplan", plan))
        return person

    return shown
