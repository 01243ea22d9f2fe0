"""The first steps lead through the window on a sample, by keys alone if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from ui.panels.tour import STEPS, Tour, beside

if TYPE_CHECKING:
    from tests.ui.conftest import Person


def begun(person: Person) -> Tour:
    person.run("tour")
    (tour,) = person.window.findChildren(Tour)
    return tour


def test_the_tour_opens_a_sample_and_goes_through_all_steps(person: Person) -> None:
    tour = begun(person)
    assert len(person.plan.services) > 50
    titles = []

    for _ in STEPS:
        titles.append(tour.title.text())
        assert tour.text.text()
        assert tour.isVisible()
        QTest.keyClick(tour, Qt.Key.Key_Return)

    assert len(set(titles)) == len(STEPS)
    person.wait_for_results()
    assert not any(card.isVisible() for card in person.window.findChildren(Tour))
    assert person.space.situation.scenario is not None
    assert person.space.filter.shown is None
    assert person.steps == 0


def test_what_is_spoken_of_is_on_the_screen(person: Person) -> None:
    tour = begun(person)

    for place, step in enumerate(STEPS):
        tour.go(place)
        person.wait_for_results()
        assert step.about(person.window).isVisible(), step.title
        assert person.window.rect().contains(tour.geometry()), step.title


def test_back_and_escape(person: Person) -> None:
    tour = begun(person)
    tour.go(2)

    tour.back.click()
    assert tour.place == 1
    QTest.keyClick(tour, Qt.Key.Key_Escape)

    assert not any(card.isVisible() for card in person.window.findChildren(Tour))


def test_the_card_hides_little_of_what_it_speaks_of() -> None:
    room, card = QRect(0, 0, 1000, 700), QRect(0, 0, 300, 180)

    corner = beside(QRect(600, 50, 400, 600), card, room)

    assert not QRect(corner, card.size()).intersects(QRect(600, 50, 400, 600))
    assert room.contains(QRect(beside(room, card, room), card.size()))
    assert corner != QPoint(0, 0)
