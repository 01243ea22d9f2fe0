"""The end of a recovery: back to normal, log sheets, and what the figures rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents import forms
from bcp_planner.documents.basis import ages
from bcp_planner.documents.case import Case
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Callout,
    Column,
    Facts,
    Heading,
    NewPage,
    Points,
    Row,
    Table,
    Tick,
    Words,
)
from bcp_planner.documents.wording import clock, count, name, names, sentence

_MOST_NAMES = 60


def back_to_normal(case: Case) -> Iterator[Block]:
    """Yield fail-back, stand-down and sign-off."""
    yield NewPage()
    yield Heading("Back to normal", anchor="normal")
    yield Callout(
        "Fence the old site first",
        "Before anything that was lost is switched on again, cut it off: network, storage, jobs. "
        "A site that returns on its own gives addresses and data twice.",
        "bad",
    )
    yield Heading("Return", 2)
    yield Points(
        [
            "What was lost is fenced and marked; who did it and when is in the log",
            "Causes are known, repairs are accepted in writing",
            "Data written since the recovery is copied back and compared",
            "The return is planned as a change, in the order of the waves, with a way back",
            "Redundancy is whole again; services at risk in section 2 have their spare",
            "Backups run and one was restored as a test",
        ],
        "check",
    )
    notes = [key for key in case.recovered if case.service(key).fail_back]
    if notes:
        yield Heading("Notes of the services", 2)
        rows = [
            Row([Tick(), Words(case.service(key).title, bold=True), case.service(key).fail_back])
            for key in notes
        ]
        yield Table([Column("", 20), Column("Service", 150), Column("How it goes back")], rows)
    yield Heading("Stand-down", 2)
    yield from forms.stand_down(_criteria(case))
    yield Heading("Sign-off", 2)
    yield forms.sign_off(("Incident commander", "Recovery lead", "Business owner"))


def _criteria(case: Case) -> list[str]:
    """Return what must hold before the recovery is declared over."""
    losses = [key for key in case.recovered if case.found(key).data_loss]
    return [
        "Every recovered service is accepted by its owner",
        "No open task, no unexplained alarm for one hour",
        "Work done by hand meanwhile is entered",
        *(
            [f"Lost data re-entered or accepted ({count(len(losses), 'service')})"]
            if losses
            else []
        ),
        "Customers, authorities and staff are told that it is over",
        "Debriefing is arranged; logs are collected",
    ]


def logs() -> Iterator[Block]:
    """Yield blank sheets: decisions and events, deviations from the plan."""
    yield Heading(
        "Log sheets", anchor="logs", note="Copy these pages before the first one is full."
    )
    yield Heading("Events and decisions", 2)
    yield Table(
        [
            Column("No.", 30),
            Column("Time", 52, writing=True),
            Column("What happened, what was decided and why", weight=3, writing=True),
            Column("By", 64, writing=True),
            Column("Told to", 64, writing=True),
        ],
        [Row([str(number)], writing=True) for number in range(1, 15)],
        fills=True,
    )
    yield Heading("Deviations from this runbook", 2)
    yield Table(
        [
            Column("Task", 52, writing=True),
            Column("What was done differently, and why", weight=3, writing=True),
            Column("Agreed by", 90, writing=True),
            Column("Time", 52, writing=True),
        ],
        [Row(["", "", "", ""], writing=True) for _ in range(12)],
        fills=True,
    )


# What the figures rest on ----------------------------------------------------------------------


def assumptions(case: Case, edition: Edition) -> Iterator[Block]:
    """Yield the page that hides nothing: assumptions, gaps, and how old the data is."""
    yield Heading("Assumptions and age of the data", anchor="assumptions", flows=True)
    if case.recovery.lower_bound:
        yield Callout(
            "Figures marked ≥ are minimum values",
            "Somewhere below them an estimate is missing and counts as zero. "
            "The real time is longer.",
            "warning",
        )
    yield Points(list(_assumptions(case)))
    yield Heading("Gaps", 2)
    yield from _gaps(case)
    yield Heading("Age of the data", 2)
    yield Facts(ages(edition), columns=1)


def _assumptions(case: Case) -> Iterator[Text]:
    recovery = case.recovery
    own = case.scenario.declared_after
    unknown = own is None and case.plan.info.declared_after is None
    yield (
        "The plan does not say how long detection, assessment and decision take: the declaration "
        "counts as immediate."
        if unknown
        else f"The scenario is declared at {clock(recovery.declared)} after the disruption."
    )
    yield "Working times are the likely ones; nothing else goes wrong meanwhile."
    yield "A team can work from the declaration plus its time to assemble; shifts are not counted."
    proven = "proven best" if recovery.aim.proven else "the best found, not proven best"
    yield f"The order serves the aim “{recovery.aim.name}” and is {proven}."
    if case.scenario.corrupts_data:
        yield "Copies are damaged like the originals: data comes back from isolated backups."
    for loop in recovery.deadlocks:
        yield sentence("These wait for each other: ", *names(case.plan, loop), ".")
    for key in recovery.relaxed:
        requirement = case.plan.requirements[key]
        yield sentence(
            name(case.service(requirement.dependant).title),
            " is brought up without ",
            *names(case.plan, requirement.providers),
            ".",
        )


def _gaps(case: Case) -> Iterator[Block]:
    keys = case.recovered
    rows = [
        _gap(case, "No estimate of working time: counts as zero", case.without_estimate()),
        _gap(case, "No RTO", [key for key in keys if case.service(key).rto is None]),
        _gap(case, "No owner", [key for key in keys if not case.service(key).owner]),
        _gap(case, "No recovery steps", [key for key in keys if not case.service(key).steps]),
        _gap(case, "Steps longer than the estimate", _contradicting(case)),
        _gap(case, "No recovery point: data loss counts as zero", _without_point(case)),
    ]
    columns = [Column("What is missing", 150), Column("", 44, align="right"), Column("Services")]
    yield Table(columns, [row for row in rows if row is not None], empty="Nothing is missing.")


def _gap(case: Case, words: str, keys: Sequence[str]) -> Row | None:
    if not keys:
        return None
    more = f" and {len(keys) - _MOST_NAMES} more" if len(keys) > _MOST_NAMES else ""
    listed = sentence(*names(case.plan, keys[:_MOST_NAMES]), more)
    return Row([words, str(len(keys)), Words(listed)])


def _contradicting(case: Case) -> list[str]:
    """Return services whose steps take longer than the work they are planned with."""
    return [key for key in case.recovered if case.steps_beyond(key) is not None]


def _without_point(case: Case) -> list[str]:
    corrupt = case.scenario.corrupts_data
    return [
        key
        for key in case.recovered
        if case.impact.services[key].fails_itself
        and case.service(key).kind == "data"
        and (case.service(key).backup_point if corrupt else case.service(key).recovery_point)
        is None
    ]
