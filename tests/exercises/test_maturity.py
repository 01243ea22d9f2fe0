from __future__ import annotations

import datetime

import pytest

from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.plan import EMPTY
from bcp_planner.exercises import maturity

FIRST, SECOND = datetime.date(2025, 3, 1), datetime.date(2026, 3, 1)


def test_an_assessment_asks_every_topic_and_the_next_one_starts_from_it() -> None:
    made = maturity.begin(EMPTY, FIRST)
    first = maturity.newest(made)
    assert first is not None
    assert [one.topic for one in first.answers] == [one.name for one in maturity.TOPICS]
    assert maturity.mean_level(first) is None
    made = maturity.answered(made, first.id, "Exercises", level=2, note="two tabletops")
    made = maturity.answered(made, first.id, "Learning", level=5)
    made = maturity.begin(made, SECOND)
    second = maturity.newest(made)
    assert second is not None
    assert second.date == "2026-03-01"
    assert maturity.levels(second) == {"Exercises": 2, "Learning": 5}
    assert maturity.mean_level(second) == pytest.approx(3.5)
    changed = maturity.answered(made, second.id, "Exercises", level=4)
    assert maturity.levels(changed.assessments[first.id])["Exercises"] == 2


def test_what_is_gone_cannot_be_answered() -> None:
    with pytest.raises(EditRefused, match="is gone"):
        maturity.answered(EMPTY, "x", "Exercises", level=1)
