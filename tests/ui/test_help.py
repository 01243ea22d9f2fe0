"""The user guide: complete, found by words, its figures those of the program."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

import resources
from bcp_planner.cli import arguments, commands
from tests import guide as made
from ui import help as guide

if TYPE_CHECKING:
    from tests.ui.conftest import Person


def test_the_figures_of_the_guide_are_what_the_program_computes() -> None:
    shipped = json.loads(resources.path("help/figures.json").read_text(encoding="utf-8"))

    assert shipped == made.figures(), "run: python -m tests.make figures"


def test_no_figure_is_left_open() -> None:
    for title, text in guide.pages().items():
        assert not re.search(r"\{\w+\}", text), title


def test_every_menu_entry_that_is_named_is_there(person: Person) -> None:
    menus: dict[str, set[str]] = {}
    for menu in (entry.menu() for entry in person.window.menuBar().actions()):
        assert isinstance(menu, QMenu)
        title = menu.title().replace("&", "")
        menus[title] = {entry.text().replace("&", "").rstrip("…") for entry in menu.actions()}
    named = [
        (title, menu, entry)
        for title, text in guide.pages().items()
        for menu, entry in re.findall(r"(\w+) ▸ ([^*▸;,.]+)", text.replace("**", "*"))
        if menu in menus
    ]
    assert len(named) > 20
    for title, menu, entry in named:
        assert entry.strip().rstrip("…") in menus[menu], f"{title}: {menu} ▸ {entry}"


def test_words_find_the_page() -> None:
    assert guide.matching("critical path") == [
        "Decide in which order to recover",
        "What every figure means",
    ]
    assert guide.matching("no such word anywhere") == []
    assert len(guide.matching("")) == len(guide.pages()) == 13


def test_every_command_is_explained_and_every_example_can_be_typed() -> None:
    text = guide.pages()["Work without the window"]
    for name in commands.COMMANDS:
        assert re.search(rf"\bbcp-planner {name}\b|`{name}`", text), name
    examples = re.findall(r"^bcp-planner (.+)$", text, re.MULTILINE)
    assert len(examples) > 20
    for example in examples:
        assert arguments.parse(example.split()).run is not None, example


def test_the_guide_opens_from_the_menu(person: Person) -> None:
    person.run("guide")
    window = person.dialog(guide.HelpWindow)
    assert isinstance(window, guide.HelpWindow)

    window.search.setText("makespan")

    assert "When the last service is back" in window.page.toPlainText()
    window.close()


def test_the_same_pages_are_written_for_the_web(qapp: object, tmp_path: Path) -> None:
    written = guide.write_pages(tmp_path)

    assert len(written) == 13
    for page in written:
        text = page.read_text(encoding="utf-8")
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            assert (tmp_path / link).is_file(), f"{page.name}: {link}"
    assert "Five minutes" in written[0].read_text(encoding="utf-8")


def test_every_picture_is_shown_somewhere() -> None:
    text = "".join(guide.pages().values())
    for picture in resources.path("help/pictures").iterdir():
        assert f"pictures/{picture.name}" in text or picture.stem == "window-dark"
