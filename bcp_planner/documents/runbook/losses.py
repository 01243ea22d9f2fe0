"""What is lost, when, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.analysis.results import State
from bcp_planner.documents.case import Case
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.story import (
    Block,
    Column,
    Heading,
    Measure,
    Measures,
    PageOf,
    Paragraph,
    Row,
    Table,
    Words,
)
from bcp_planner.documents.wording import (
    STATE_CHIPS,
    about,
    chain_in_words,
    clock,
    length,
    name,
    need_in_words,
    sentence,
)


def losses(case: Case) -> Iterator[Block]:
    """Yield the section that explains the blast radius."""
    yield Heading(
        "What is lost, when and why",
        anchor="losses",
        note="Without any recovery work, in the order of time.",
    )
    down = case.in_state(State.DOWN)
    failing = [key for key in down if case.impact.services[key].fails_itself]
    degraded, at_risk = case.in_state(State.DEGRADED), case.in_state(State.AT_RISK)
    yield Measures(
        [
            Measure("Fail themselves", str(len(failing))),
            Measure("Taken down by them", str(case.impact.taken_down)),
            Measure("Degraded", str(len(degraded))),
            Measure("At risk, a spare is lost", str(len(at_risk))),
        ]
    )
    yield Heading("Down", 2)
    yield _down_table(case, down)
    if degraded:
        yield Heading("Degraded", 2, note="They run, but worse: slower, by hand, on a reserve.")
        yield _table(case, degraded, with_work=False)
    if at_risk:
        yield Heading(
            "At risk", 2, note="They run as usual, but a spare is gone: no more failures."
        )
        yield _table(case, at_risk, with_work=False)
    yield from _carrying_on(case)


def _down_table(case: Case, keys: Sequence[str]) -> Table:
    return _table(case, keys, with_work=True)


def _table(case: Case, keys: Sequence[str], *, with_work: bool) -> Table:
    columns = [
        Column("At", 58),
        Column("State", 62),
        Column("Service", weight=1.2),
        Column("Why", weight=2),
    ]
    if with_work:
        columns += [Column("RTO", 44, align="right"), Column("Task", 46), Column("Page", 32)]
    return Table(columns, [_row(case, key, with_work=with_work) for key in keys], empty="Nothing.")


def _row(case: Case, key: str, *, with_work: bool) -> Row:
    service, found = case.service(key), case.impact.services[key]
    owner = f" · {service.owner}" if service.owner else ""
    cells = [
        clock(case.effect_at(key)),
        STATE_CHIPS[found.state],
        Words(service.title, f"{about(service)}{owner}", bold=service.tier == 1),
        Words(_why(case, key)),
    ]
    if with_work:
        task = case.last_task.get(key, "")
        cells += [
            length(service.rto, unknown="none"),
            Words(task, anchor=f"wave-{task[1:].partition('-')[0]}") if task else "carries on",
            PageOf(f"service-{key}"),
        ]
    return Row(cells)


def _why(case: Case, key: str) -> Text:
    found = case.impact.services[key]
    if found.fails_itself:
        return "Fails itself."
    chain = case.impact.chain(key)
    if len(chain) > 1:
        return sentence(*chain_in_words(case.plan, chain))
    if found.cause is not None:
        requirement = case.plan.requirements[found.cause.requirement]
        return sentence(
            "Needs ", *need_in_words(case.plan, requirement), ".", *_provider(case, key)
        )
    return sentence("A spare is lost: ", *_lost_spares(case, key), ".")


def _provider(case: Case, key: str) -> tuple[str | Span, ...]:
    cause = case.impact.services[key].cause
    if cause is None:
        return ()
    chip = STATE_CHIPS[case.impact.services[cause.provider].state]
    return (" ", name(case.service(cause.provider).title), f" is {chip.text.lower()}.")


def _lost_spares(case: Case, key: str) -> Iterator[str | Span]:
    """Yield which redundant requirements of a service have lost a provider."""
    first = True
    for requirement in case.plan.requirements.values():
        if requirement.dependant != key or not requirement.is_redundant:
            continue
        for provider in requirement.providers:
            if case.impact.services[provider].state is State.DOWN:
                yield "" if first else ", "
                yield name(case.service(provider).title)
                first = False


def _carrying_on(case: Case) -> Iterator[Block]:
    riding = case.riding_through()
    if not riding:
        return
    yield Heading("Carry on without work", 2)
    yield Paragraph(
        "These would go down without recovery, but what they need is back before their cache, "
        "battery, stock or workaround is used up. Watch them: they go down if a wave is late."
    )
    columns = [Column("Service"), Column("Would go down at", 96), Column("Owner")]
    rows = [
        Row(
            [
                Words(case.service(key).title, about(case.service(key))),
                clock(case.impact.services[key].down_at),
                case.service(key).owner or "–",
            ]
        )
        for key in riding
    ]
    yield Table(columns, rows)
