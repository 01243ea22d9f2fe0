"""A plan is shown as it was looked at last; the window comes up at a sensible size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bcp_planner.session import PlanSession
from tests.builders import plan
from tests.ui.conftest import Person, SaidMessages
from ui.canvas.seen import see_again, seen
from ui.opening import put_in_place
from ui.settings import Settings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SHOP = (
    plan("Web shop")
    .service("Shop", kind="product")
    .service("Database", kind="data")
    .needs("Shop", "Database")
    .build()
)


def open_file(person: Person, path: Path) -> None:
    person.space.bridge.show(PlanSession.open(path))


def test_a_window_first_takes_most_of_the_screen(qtbot: QtBot, settings: Settings) -> None:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window = QWidget()
    qtbot.addWidget(window)
    put_in_place(window, settings)

    assert screen.contains(window.geometry())
    assert window.height() >= 0.8 * min(screen.height(), 1200)


def test_each_file_is_shown_as_it_was_left(person: Person, tmp_path: Path) -> None:
    canvas = person.window.canvas
    for name in ("one", "two"):
        PlanSession.create(tmp_path / f"{name}.bcplan", SHOP).close()
    open_file(person, tmp_path / "one.bcplan")
    canvas.group_by("kind", collapsed=True)
    canvas.zoom_to(0.7)
    left = seen(canvas)

    open_file(person, tmp_path / "two.bcplan")
    assert canvas.sight.viewing.grouping == ""
    open_file(person, tmp_path / "one.bcplan")

    assert seen(canvas)["scale"] == left["scale"]
    assert seen(canvas)["grouping"] == "kind"
    assert seen(canvas)["collapsed"] == left["collapsed"]


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"grouping": "nonsense", "collapsed": 3, "scale": "x", "middle": None},
        {"scale": float("nan"), "middle": [0, 0]},
        {"scale": 1.0, "middle": [1e9, 1e9]},
    ],
)
def test_what_does_not_fit_the_plan_is_left_out(
    person: Person, tmp_path: Path, state: dict[str, object]
) -> None:
    PlanSession.create(tmp_path / "one.bcplan", SHOP).close()
    open_file(person, tmp_path / "one.bcplan")
    before = person.window.canvas.camera

    assert not see_again(person.window.canvas, state)
    assert person.window.canvas.camera == before


def test_the_oldest_views_are_forgotten(tmp_path: Path) -> None:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    for number in range(70):
        settings.keep_view(Path(f"/plans/{number}"), {"scale": float(number)})

    assert settings.view_of(Path("/plans/69")) == {"scale": 69.0}
    assert settings.view_of(Path("/plans/0")) == {}


def test_the_drawing_is_written_from_the_menu(
    person: Person, tmp_path: Path, said: SaidMessages
) -> None:
    person.space.bridge.edit("Start", SHOP)
    said.answers.append(tmp_path / "drawing")
    person.run("picture")

    assert (tmp_path / "drawing.pdf").read_bytes().startswith(b"%PDF")
    assert said.said[-1] == "The drawing is in drawing.pdf."


def test_menus_align_as_one_step(person: Person) -> None:
    person.space.bridge.edit("Start", SHOP)
    person.select("Shop", "Database")
    before = person.steps
    person.run("align-left")

    assert person.steps == before + 1
    spots = [service.position for service in person.plan.services.values()]
    assert len({spot[0] for spot in spots if spot is not None}) == 1
