"""What is lost, when, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.analysis.results import State
from bcp_planner.documents.case import Case
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.story import (
    Block,
    Cell,
    Chip,
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
    count,
    length,
    name,
    need_in_words,
    sentence,
)

_MOST_MEANWHILE = 40


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
    yield Heading("Down", 2, note="F: fails itself. D: taken down because it needs what failed.")
    yield _table(case, down, with_work=True)
    if degraded:
        yield Heading("Degraded", 2, note="They run, but worse: slower, by hand, on a reserve.")
        yield _table(case, degraded, with_work=False)
    if at_risk:
        yield Heading(
            "At risk", 2, note="They run as usual, but a spare is gone: no more failures."
        )
        yield _table(case, at_risk, with_work=False)
    yield from _carrying_on(case)
    yield from _meanwhile(case, [*down, *degraded])
    yield from _data(case)


def _table(case: Case, keys: Sequence[str], *, with_work: bool) -> Table:
    columns = [
        Column("At", 56),
        Column("", 17),
        Column("Service", weight=1.75),
        Column("Why", weight=1.9),
    ]
    if with_work:
        columns += [
            Column("RTO", 50, align="right"),
            Column("Back after", 50),
            Column("Page", 34, align="right"),
        ]
    return Table(columns, [_row(case, key, with_work=with_work) for key in keys], empty="Nothing.")


def _row(case: Case, key: str, *, with_work: bool) -> Row:
    service, found = case.service(key), case.impact.services[key]
    owner = f" · {service.owner}" if service.owner else ""
    chip = STATE_CHIPS[found.state]
    cells: list[Cell] = [
        clock(case.effect_at(key)),
        Chip("F" if found.fails_itself else chip.letter, "", chip.tone),
        Words(service.title, f"{about(service)}{owner}", bold=service.tier == 1),
        Words(_why(case, key)),
    ]
    if with_work:
        task = case.last_task.get(key, "")
        wave = task[1:].partition("-")[0]
        cells += [
            length(service.rto, unknown="none"),
            Words(task, anchor=f"wave-{wave}") if task else Words("carries on", tone="good"),
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
    for requirement in case.requirements[key]:
        if not requirement.is_redundant:
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


def _meanwhile(case: Case, keys: Sequence[str]) -> Iterator[Block]:
    """Yield how work goes on until the return: what users may still do, and what not."""
    chosen = [
        key for key in keys if case.service(key).minimum_level or case.service(key).continuity_steps
    ]
    if not chosen:
        return
    yield Heading(
        "Until they are back",
        2,
        note="Users do no more than this. The steps are in the continuity plan.",
    )
    columns = [
        Column("Service", weight=1.3),
        Column("Least acceptable level", weight=1.3),
        Column("What to do at once", weight=2),
    ]
    rows: list[Row] = []
    for key in chosen[:_MOST_MEANWHILE]:
        service = case.service(key)
        steps = [step for step in service.continuity_steps if step.phase == "workaround"]
        words = "\n".join(step.text for step in steps)
        level = service.minimum_level or "–"
        rows.append(Row([Words(service.title, bold=True), level, words or "–"]))
    yield Table(columns, rows)
    more = len(chosen) - _MOST_MEANWHILE
    if more > 0:
        yield Paragraph(f"And {count(more, 'more service')}, see the continuity plan.")


def _data(case: Case) -> Iterator[Block]:
    """Yield how much data is lost, and from what it is restored."""
    keys = [
        key
        for key in case.recovered
        if case.found(key).data_loss or case.service(key).rpo is not None
    ]
    if not keys:
        return
    source = "isolated backups, because copies are damaged too"
    yield Heading(
        "Data that is lost",
        2,
        note=f"Restored from {source if case.scenario.corrupts_data else 'the latest copy'}.",
    )
    columns = [
        Column("Service", weight=1.5),
        Column("Data lost", 70, align="right"),
        Column("RPO", 56, align="right"),
        Column("", 104),
        Column("Restored to (date, time)", writing=True),
    ]
    yield Table(columns, [_data_row(case, key) for key in keys])


def _data_row(case: Case, key: str) -> Row:
    found, service = case.found(key), case.service(key)
    verdict: Cell = "no target"
    if found.rpo_met and found.data_loss_lower_bound:
        verdict = Chip("?", "not known", "warning")
    elif found.rpo_met is not None:
        met = Chip("M", "within target", "good")
        verdict = met if found.rpo_met else Chip("L", "more than agreed", "bad")
    group = service.consistency_group
    detail = sentence("same point as group ", name(group)) if group else ""
    lost = length(found.data_loss, lower_bound=found.data_loss_lower_bound)
    return Row([Words(service.title, detail), lost, length(service.rpo), verdict], writing=True)
