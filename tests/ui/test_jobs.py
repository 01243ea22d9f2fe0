"""Work in the background: the newest question is answered."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from ui.jobs import Channel, Ticket, wait_for_all

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_an_answer_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    channel: Channel[int] = Channel("Sum")
    threads: list[threading.Thread] = []
    channel.ready.connect(lambda _: threads.append(threading.current_thread()))

    with qtbot.waitSignal(channel.ready) as answer:
        channel.ask(lambda ticket: 2 + 2)

    assert answer.args == [4]
    assert threads == [threading.main_thread()]


def test_only_the_newest_question_is_answered(qtbot: QtBot) -> None:
    channel: Channel[int] = Channel("Slow")
    go, answers = threading.Event(), list[int]()
    channel.ready.connect(answers.append)

    def slow(ticket: Ticket) -> int:
        go.wait(5)
        return 1

    channel.ask(slow)
    channel.ask(lambda ticket: 2)
    with qtbot.waitSignal(channel.ready):
        channel.ask(lambda ticket: 3)
        go.set()

    assert answers == [3]


def test_a_newer_question_stops_work_that_reports(qtbot: QtBot) -> None:
    channel: Channel[str] = Channel("Long")
    started, stopped = threading.Event(), threading.Event()

    def long(ticket: Ticket) -> str:
        started.set()
        try:
            while True:
                ticket.report(0.5)
        finally:
            stopped.set()

    channel.ask(long)
    assert started.wait(5)
    with qtbot.waitSignal(channel.ready) as answer:
        channel.ask(lambda ticket: "new")

    assert stopped.is_set()
    assert answer.args == ["new"]


def test_an_error_arrives_as_one(qtbot: QtBot) -> None:
    channel: Channel[int] = Channel("Wrong")

    with qtbot.waitSignal(channel.failed) as failure:
        channel.ask(lambda ticket: 1 // 0)

    assert failure.args is not None
    assert isinstance(failure.args[0], ZeroDivisionError)
    assert not channel.busy


def test_cancelled_work_says_nothing_more(qtbot: QtBot) -> None:
    channel: Channel[int] = Channel("Long")
    go = threading.Event()

    def slow(ticket: Ticket) -> int:
        go.wait(5)
        return 1

    channel.ask(slow)
    channel.cancel()
    with qtbot.assertNotEmitted(channel.ready), qtbot.waitSignal(channel.busy_changed) as busy:
        go.set()

    assert busy.args == [False]


def test_progress_is_passed_on(qtbot: QtBot) -> None:
    channel: Channel[int] = Channel("Long")

    def work(ticket: Ticket) -> int:
        ticket.report(0.25)
        return 1

    with qtbot.waitSignals([channel.progressed, channel.ready]):
        channel.ask(work)


def test_nothing_comes_when_the_owner_went_while_it_worked(qtbot: QtBot) -> None:
    owner, go, answers = QWidget(), threading.Event(), list[int]()
    channel: Channel[int] = Channel("Left alone", owner)
    channel.ready.connect(answers.append)
    channel.ask(lambda ticket: (go.wait(5) and 1) or 0)

    delete(owner)
    go.set()
    wait_for_all()
    QCoreApplication.processEvents()

    assert answers == []


def test_owners_may_go_at_any_moment(qtbot: QtBot) -> None:
    """Workers tell all the time while the channels they tell it to are destroyed."""
    stop, told = threading.Event(), list[float]()

    def talk(ticket: Ticket) -> int:
        while not stop.is_set() and not ticket.cancelled:
            ticket.report(0.5)
            ticket.better(1)
        return 1

    for _ in range(200):
        owner = QWidget()
        channel: Channel[int] = Channel("Talks", owner)
        channel.progressed.connect(told.append)
        channel.ask(talk)
        QCoreApplication.processEvents()
        channel.cancel()
        delete(owner)
    stop.set()
    wait_for_all()
    QCoreApplication.processEvents()

    assert set(told) <= {0.5}


def test_what_the_work_held_goes_in_the_gui_thread(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    class Held:
        """Stands for a dialog that the work refers to."""

        def __del__(self) -> None:
            threads.append(threading.current_thread())

    def work_with(held: Held) -> Callable[[Ticket], bool]:
        return lambda ticket: held is not None

    channel: Channel[bool] = Channel("Holds")
    with qtbot.waitSignal(channel.ready):
        channel.ask(work_with(Held()))

    qtbot.waitUntil(lambda: threads == [threading.main_thread()])
