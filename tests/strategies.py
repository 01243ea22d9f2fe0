"""Random plans for hypothesis: small, consistent, with every field in play."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from bcp_planner.domain import integrity
from bcp_planner.domain.durations import LONGEST
from bcp_planner.domain.entities import Estimate, Requirement, Scenario
from bcp_planner.domain.fields import FieldOf, Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan

texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
ids = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=8)
durations = st.integers(0, LONGEST) | st.sampled_from([0, 1_000, 3_600_000, 86_400_000])
dates = st.dates().map(lambda day: f"{day.year:04d}-{day.month:02d}-{day.day:02d}")
numbers = st.floats(0, 1e9, allow_nan=False) | st.integers(0, 1000).map(float)
estimates = st.lists(durations, min_size=3, max_size=3).map(lambda three: Estimate(*sorted(three)))


def _value(field: FieldOf, known: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    about = field.about
    targets = known.get(about.target, [])
    simple: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.ID: ids,
        Kind.TEXT: texts,
        Kind.LONG_TEXT: texts,
        Kind.DURATION: durations,
        Kind.ESTIMATE: estimates,
        Kind.INTEGER: st.integers(int(about.minimum or 0), int(about.maximum or 9)),
        Kind.NUMBER: st.floats(about.minimum or 0, about.maximum or 1e9),
        Kind.FLAG: st.booleans(),
        Kind.CHOICE: st.sampled_from(about.choices or ("",)),
        Kind.DATE: dates,
        Kind.TAGS: st.lists(texts, max_size=3).map(tuple),
        Kind.LINES: st.lists(texts, max_size=3).map(tuple),
        Kind.POINT: st.tuples(numbers, numbers),
    }
    if about.kind in simple:
        return simple[about.kind]
    if about.kind is Kind.RECORDS:
        assert about.record is not None
        inner = fields_of(about.record).values()
        needed = [field.about.target for field in inner if field.required and field.about.target]
        most = 2 if all(known[target] for target in needed) else 0
        return st.lists(_record(about.record, known), max_size=most).map(tuple)
    if about.kind is Kind.REFERENCE:
        return st.sampled_from(targets) if targets else st.none()
    if about.kind is Kind.REFERENCES:
        least = int(about.minimum or 0)
        if not targets:
            return st.just(())
        return st.lists(st.sampled_from(targets), min_size=least, max_size=3, unique=True).map(
            tuple
        )
    assert about.kind is Kind.COUNTS
    counts = st.dictionaries(st.sampled_from(targets or [""]), st.integers(1, 3), max_size=2)
    return counts.map(lambda drawn: drawn if targets else {})


@st.composite
def _record(draw: st.DrawFn, record: type[Any], known: dict[str, list[str]]) -> Any:
    values: dict[str, object] = {}
    for name, field in fields_of(record).items():
        if field.required or draw(st.integers(0, 2)) == 0:
            value = draw(_value(field, known))
            if value is not None or field.optional:
                values[name] = value
    return record(**values)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A consistent plan of a few records in every list, in any order."""
    used = draw(st.sets(st.sampled_from(list(LISTS)), max_size=5))
    known: dict[str, list[str]] = {
        name: draw(st.lists(ids, max_size=4, unique=True)) if name in used else [] for name in LISTS
    }
    for name, target in (("requirements", "services"), ("evidence", "services"), ("log", "events")):
        known[name] = known[name] if known[target] else []
    plan = Plan()
    for name, record in LISTS.items():
        for record_id in known[name]:
            one = replace(draw(_record(record, known)), id=record_id)
            if isinstance(one, Requirement):
                providers = tuple(p for p in one.providers if p != one.dependant)
                if not providers:
                    continue
                one = replace(one, providers=providers, needs=min(one.needs or 1, len(providers)))
            if isinstance(one, Scenario):
                unique = {failure.service: failure for failure in one.fails if failure.service}
                one = replace(one, fails=tuple(unique.values()))
            plan = plan.put(name, one)
    assert not integrity.problems(plan)
    return plan
