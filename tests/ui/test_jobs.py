"""Work in the background: the newest question is answered."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ui.jobs import Channel, Ticket

if TYPE_CHECKING:
    import pytest
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


def test_a_channel_may_go_while_it_works(qtbot: QtBot, recwarn: pytest.WarningsRecorder) -> None:
    go = threading.Event()
    channel: Channel[int] = Channel("Left alone")
    channel.ask(lambda ticket: (go.wait(5) and 1) or 0)
    channel.deleteLater()
    qtbot.waitUntil(lambda: True)
    go.set()

    assert len(recwarn) == 0
