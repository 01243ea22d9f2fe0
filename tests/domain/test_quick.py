"""The quick way to read must agree with the careful one, in what it accepts and what it makes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.domain import codec
from bcp_planner.domain.codec import read_record, write_record
from bcp_planner.domain.plan import LISTS, Plan, Record
from bcp_planner.domain.quick import quick_record
from tests.strategies import plans

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 10**18)
    | st.floats()
    | st.sampled_from(["", "a", "PT4H", "P1D", "PT", "\0", "\x85", "\ud800", "2026-02-30", "hard"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["optimistic", "likely", "pessimistic", "service", "at", "a"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=4,
)


def carefully(record: type[Any], data: object, monkeypatch: pytest.MonkeyPatch) -> object | None:
    with monkeypatch.context() as patch:
        patch.setattr(codec, "quick_record", lambda *_: None)
        return read_record(record, data, "", [])


def records_of(plan: Plan) -> list[Record]:
    return [record for name in LISTS for record in plan.table(name).values()]


@given(plans())
def test_what_was_written_is_read_quickly_and_alike(plan: Plan) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        for record in records_of(plan):
            data = write_record(record)
            quick = quick_record(type(record), data)
            assert quick is None or quick == record
            assert carefully(type(record), data, monkeypatch) == record


@given(plans(), st.data())
def test_what_is_read_quickly_is_read_carefully_with_equal_value(plan: Plan, data: Any) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        for record in records_of(plan):
            raw: dict[str, object] = dict(write_record(record))
            field = data.draw(st.sampled_from([*type(record).__slots__, "other"]))
            raw[field] = data.draw(values)
            quick = quick_record(type(record), raw)
            if quick is not None:
                careful = carefully(type(record), raw, monkeypatch)
                assert repr(careful) == repr(quick)


@pytest.mark.parametrize("data", [None, [], "x", {}, {"id": None}, {"id": "a", "x": 1}, {1: 2}])
def test_the_unusual_is_left_to_the_careful_reader(data: object) -> None:
    assert all(quick_record(record, data) is None for record in LISTS.values())
