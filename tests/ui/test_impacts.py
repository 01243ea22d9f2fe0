"""Impact over time: the curve, the points and the MTPD that follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcp_planner.domain.durations import DAY, HOUR
from bcp_planner.domain.plan import Plan
from bcp_planner.domain.service import IMPACT_LEVELS, ImpactPoint, suggested_mtpd, with_impact
from tests.builders import plan
from tests.ui.conftest import Person
from ui.forms.impacts import ImpactsEditor

Show = Callable[[Plan], "Person"]

steps = st.lists(
    st.tuples(
        st.sampled_from(("Financial", "Legal")),
        st.integers(1, 40).map(lambda hours: hours * HOUR),
        st.sampled_from(IMPACT_LEVELS),
    ),
    min_size=1,
    max_size=12,
)


def level_at(impacts: tuple[ImpactPoint, ...], category: str, at: int) -> str:
    levels = [p.level for p in impacts if p.category == category and p.after <= at]
    return max(levels, key=IMPACT_LEVELS.index, default="none")


@given(steps)
def test_the_last_word_holds_and_severity_never_falls(said: list[tuple[str, int, str]]) -> None:
    impacts: tuple[ImpactPoint, ...] = ()
    for category, after, level in said:
        impacts = with_impact(impacts, category, after, level)
        assert level_at(impacts, category, after) == level
    for category in ("Financial", "Legal"):
        ranks = [IMPACT_LEVELS.index(p.level) for p in impacts if p.category == category]
        assert ranks == sorted(set(ranks))


def test_the_first_intolerable_impact_suggests_the_mtpd() -> None:
    impacts = with_impact((), "Financial", 3 * DAY, "intolerable")
    impacts = with_impact(impacts, "Legal", DAY, "intolerable")

    assert suggested_mtpd(impacts) == (DAY, "Legal")
    assert suggested_mtpd(()) is None


def test_the_curve_is_drawn_by_keys_and_gives_the_mtpd(show: Show) -> None:
    person = show(plan("Shop").service("Shop").build())
    person.select("Shop")
    editor = cast("ImpactsEditor", person.window.inspector.services.form.editors["impacts"])
    editor.category.setCurrentText("Legal")
    for _ in range(4):
        QTest.keyClick(editor.curve, Qt.Key.Key_Right)
    steps_before = person.steps
    for _ in range(4):
        QTest.keyClick(editor.curve, Qt.Key.Key_Up)

    assert person.plan.services["Shop"].impacts == (
        ImpactPoint(category="Legal", after=DAY, level="intolerable"),
    )
    assert person.steps == steps_before + 4
    assert "1 d (Legal)" in editor.suggestion.text()
    editor.take.click()
    assert person.plan.services["Shop"].mtpd == DAY
    assert person.space.bridge.undo_label == "Set MTPD of Shop"
