"""Windows and fields are as large as their texts and the screen want them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.print import PrintDialog
from ui.panels.legend import Legend
from ui.sizing import open_at, scaled

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]


def test_no_window_opens_larger_than_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    open_at(window, 5_000, 5_000)
    room = window.screen().availableSize()
    assert window.width() < room.width()
    assert window.height() < room.height()


def test_sizes_follow_the_letters(qtbot: QtBot) -> None:
    small, large = QWidget(), QWidget()
    for widget in (small, large):
        qtbot.addWidget(widget)
    font = QFont(QApplication.font())
    font.setPointSizeF(2 * font.pointSizeF())
    large.setFont(font)
    assert scaled(large, 100) > 1.5 * scaled(small, 100)
    assert scaled(small, 100) >= 100


def test_the_fields_of_a_new_passphrase_do_not_cover_each_other(show: Show) -> None:
    person = show(plan().build())
    dialog = PassphraseDialog(person.window, "Encrypt", lambda _: None, new=True, also="Delete")
    dialog.show()
    shown = [dialog.said, dialog.first, dialog.second, dialog.seen, dialog.also, dialog.buttons]
    for above, below in pairwise(shown):
        assert above.geometry().bottom() < below.geometry().top()
    dialog.say("That is not it, and here is a long sentence that tells what can be done now.")
    QApplication.processEvents()
    assert dialog.also.geometry().bottom() < dialog.wrong.geometry().top()
    assert dialog.wrong.geometry().bottom() < dialog.buttons.geometry().top()
    dialog.close()


def test_the_number_of_the_page_can_be_read(show: Show) -> None:
    person = show(plan().service("Power").scenario("Blackout", "Power").build())
    person.run("print")
    page = person.dialog(PrintDialog).page
    line = page.lineEdit()
    assert line.width() >= line.fontMetrics().horizontalAdvance(page.text())


def test_the_legend_lies_flat_where_the_overview_needs_the_room(qtbot: QtBot, show: Show) -> None:
    person = show(plan().service("Power").scenario("Blackout", "Power").build())
    person.choose("Blackout")
    person.wait_for_results()
    over = QWidget()
    qtbot.addWidget(over)
    legend = Legend(over, person.space)
    over.show()
    over.resize(700, 600)
    tall = legend.height()
    over.resize(700, 200)
    assert legend.height() < tall
    assert legend.geometry().bottom() < 60


def test_the_legend_leaves_its_words_out_before_it_is_cut(qtbot: QtBot, show: Show) -> None:
    person = show(plan().service("Power").scenario("Blackout", "Power").build())
    person.choose("Blackout")
    person.wait_for_results()
    over = QWidget()
    qtbot.addWidget(over)
    legend = Legend(over, person.space)
    over.show()
    over.resize(700, 200)
    wide = legend.width()
    over.resize(wide, 200)
    assert legend.width() < wide
    assert legend.x() >= 0
    over.resize(700, 200)
    assert legend.width() == wide


def test_buttons_beside_the_scenario_never_cover_it(qtbot: QtBot, show: Show) -> None:
    bar = show(plan().service("Power").build()).window.scenario_bar
    for width in (900, 500, 284):
        bar.resize(width, bar.height())
        assert bar.edit.isHidden() or bar.choice.geometry().right() < bar.edit.geometry().left()
    assert bar.edit.isHidden()
