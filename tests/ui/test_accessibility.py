"""What a screen reader, weak eyes and a keyboard alone meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFont
from PySide6.QtWidgets import QApplication, QProgressBar, QStyle

from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.patience import busy_bar
from ui.theme import DARK, LIGHT, Theme, contrast

if TYPE_CHECKING:
    from tests.ui.conftest import Person

PLAN = plan("Shop").service("Shop", rto="4 h").service("Database").needs("Shop", "Database").build()
OPERABLE = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
}

Show = Callable[[Plan], "Person"]


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader can reach; of lists and tables only themselves."""
    yield node
    if node.role() in {QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree}:
        return
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from tree(child)


def nameless(top: QObject) -> list[str]:
    root = QAccessible.queryAccessibleInterface(top)
    found: list[str] = []
    for node in tree(root):
        if node.role() in OPERABLE and not node.text(QAccessible.Text.Name).strip():
            thing, parent = node.object(), node.parent()
            holder = parent.role() if parent is not None and parent.isValid() else None
            if holder in {QAccessible.Role.ComboBox, QAccessible.Role.SpinBox}:
                continue  # the field inside is read with the name of its box
            found.append(f"{node.role().name} {type(thing).__name__} {thing.objectName()}")
    return found


def test_everything_that_can_be_operated_has_a_name(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")
    QApplication.processEvents()

    root = QAccessible.queryAccessibleInterface(person.window)
    assert sum(node.role() in OPERABLE for node in tree(root)) > 20
    assert nameless(person.window) == []


DIALOGS = (
    *("palette", "keys", "details", "teams", "contacts", "scenarios", "new-scenario", "print"),
    *("compare", "conditions", "backups", "diagnose", "exercises", "guide", "tour"),
)


@pytest.mark.parametrize("command", DIALOGS)
def test_everything_in_every_dialog_has_a_name(show: Show, command: str) -> None:
    person = show(PLAN)
    person.select("Shop")
    before = {id(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    found: list[list[str]] = []

    def look() -> None:  # also while a dialog waits for an answer
        visible = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        opened = [widget for widget in visible if id(widget) not in before]
        found.extend(nameless(widget) for widget in opened or [person.window])
        for widget in opened:
            widget.close()

    QTimer.singleShot(0, look)
    person.run(command)
    person.qtbot.waitUntil(lambda: bool(found))

    assert found == [[]]


PANELS = ("outline", "inspector", "findings", "impact", "recovery", "table", "weak")


@pytest.mark.parametrize("panel", [*PANELS, "simulation", "history", "why"])
def test_everything_in_every_panel_has_a_name(show: Show, panel: str) -> None:
    person = show(PLAN)
    person.select("Shop")
    person.space.situation.try_failure(["Database"])
    person.wait_for_results()

    person.window.docks.show(panel)
    QApplication.processEvents()

    assert person.window.docks[panel].widget().isVisible()
    assert nameless(person.window.docks[panel]) == []


def test_the_paste_preview_has_names(show: Show) -> None:
    from ui.dialogs.paste import PasteDialog
    from ui.models.paste import Pasted

    person = show(PLAN)
    after = PLAN.without("requirements", PLAN.requirements)
    dialog = PasteDialog(person.window, PLAN, Pasted(after, "Paste"), lambda: None)
    dialog.show()

    assert nameless(dialog) == []
    dialog.close()


def test_nothing_moves_where_the_desktop_asks_for_no_animation(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = show(PLAN)
    canvas = person.window.canvas
    style = canvas.style()
    real = type(style).styleHint

    def still(self: QStyle, hint: QStyle.StyleHint, *rest: object) -> int:
        wanted = hint is QStyle.StyleHint.SH_Widget_Animation_Duration
        return 0 if wanted else real(self, hint, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(type(style), "styleHint", still)
    canvas.focus("Shop", 1)
    canvas.reveal(["Database"])
    canvas.zoom_to(2.0)
    canvas.fit()

    assert canvas.motion.is_still
    assert not canvas.motion.is_running
    person.window.status._show_work()
    for bar in (busy_bar(), *person.window.findChildren(QProgressBar)):
        assert bar.maximum() > bar.minimum(), "a bar without an end runs to and fro"


def test_every_command_has_words_and_no_two_share_a_key(person: Person) -> None:
    taken: dict[str, str] = {}
    for command in person.window.actions_by_name._actions.values():
        assert command.text().strip()
        for key in command.shortcuts():
            if command.shortcutContext() == Qt.ShortcutContext.WindowShortcut:
                assert taken.setdefault(key.toString(), command.text()) == command.text()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_can_be_read_in_both_themes(theme: Theme) -> None:
    for ground in (theme.window, theme.surface, theme.raised, theme.canvas, theme.card):
        for ink in (theme.text, theme.muted, theme.error, theme.good):
            assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.text, theme.accent_soft) >= 4.5
    for look in theme.states.values():
        assert contrast(look.ink, look.fill) >= 4.5, look.label


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_lines_and_borders_that_mean_something_can_be_seen(theme: Theme) -> None:
    for ink in (theme.line, theme.card_border, theme.critical, theme.border_strong):
        assert contrast(ink, theme.canvas) >= 3.0, ink.name()


def test_the_window_fits_a_screen_of_1600_pixels_at_200_percent(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")
    person.space.situation.try_failure(["Database"])
    person.wait_for_results()
    person.run("filter")

    person.window.resize(796, 470)
    QApplication.processEvents()

    assert person.window.width() <= 796
    assert person.window.height() <= 470
    form = person.window.inspector.services.form
    assert form.minimumSizeHint().width() <= form.width()


def test_text_of_twice_the_size_fits_on_a_screen(show: Show) -> None:
    usual = QApplication.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 2)
    QApplication.setFont(large)
    try:
        person = show(PLAN)
        person.select("Shop")
        person.window.resize(1920, 1080)
        QApplication.processEvents()
        least = person.window.minimumSizeHint()
        assert least.width() <= 1920
        assert least.height() <= 1080
    finally:
        QApplication.setFont(usual)
