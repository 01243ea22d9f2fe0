"""Figures and facts in words, the same in every document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bcp_planner.analysis.results import ChainLink, State
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.story import Chip
from bcp_planner.domain.durations import DAY, HOUR, MINUTE, SECOND, Duration, format_human
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.plan import Plan

KIND_WORDS: Mapping[str, str] = {
    "product": "product or service to customers",
    "process": "business process",
    "application": "application",
    "data": "data store",
    "infrastructure": "infrastructure",
    "network": "network",
    "facility": "facility",
    "people": "people",
    "equipment": "equipment",
    "supplier": "supplier",
}

STATE_CHIPS: Mapping[State, Chip] = {
    State.DOWN: Chip("D", "Down", "bad"),
    State.DEGRADED: Chip("G", "Degraded", "warning"),
    State.AT_RISK: Chip("R", "At risk", "note"),
    State.UP: Chip("U", "Up", "good"),
}
"""State -> its letter and words: D down, G degraded, R at risk, U up."""


def clock(moment: Duration | None, *, lower_bound: bool = False) -> str:
    """Return a moment counted from the disruption: `T+01:30`, `T+2d 04:00`; never for None."""
    if moment is None:
        return "never"
    days, rest = divmod(abs(moment), DAY)
    hours, rest = divmod(rest, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    seconds = f":{rest // SECOND:02d}" if rest else ""
    sign = "−" if moment < 0 else "+"
    date = f"{days}d " if days else ""
    mark = "≥ " if lower_bound else ""
    return f"{mark}T{sign}{date}{hours:02d}:{minutes:02d}{seconds}"


def length(duration: Duration | None, *, unknown: str = "–", lower_bound: bool = False) -> str:
    """Return a duration as a person writes it; a dash, or the given word, when unknown."""
    if duration is None:
        return unknown
    words = format_human(abs(duration))
    return f"{'≥ ' if lower_bound else ''}{'−' if duration < 0 else ''}{words}"


def at_least(words: str, *, lower_bound: bool) -> str:
    """Mark a figure that rests on unknown estimates, in running text."""
    return f"at least {words}" if lower_bound else words


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 service`, `2,500 services`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listing(words: Sequence[str], *, last: str = "and") -> str:
    """Return words as a list in a sentence: `A, B and C`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence(*parts: str | Span) -> Text:
    """Return text put together from words and names; names keep their own reading direction."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def name(text: str, *, bold: bool = False) -> Span:
    """Return a name as a part of a sentence."""
    return Span(text, bold=bold, isolated=True)


def names(plan: Plan, ids: Iterable[str], *, joint: str = ", ") -> tuple[Span, ...]:
    """Return the titles of services as parts of a sentence."""
    spans: list[Span] = []
    for service_id in ids:
        if spans:
            spans.append(Span(joint))
        spans.append(name(plan.services[service_id].title))
    return tuple(spans)


def need_in_words(plan: Plan, requirement: Requirement) -> tuple[Span, ...]:
    """Return what a requirement asks for: `Pump A`, or `1 of Pump A, Pump B`."""
    providers = names(plan, requirement.providers)
    if requirement.is_redundant:
        return (Span(f"{requirement.needed} of "), *providers)
    return providers


_CHAIN_START = 3
_CHAIN_END = 4
"""Links that are named at both ends of a long chain."""


def chain_in_words(plan: Plan, chain: Sequence[ChainLink]) -> tuple[Span, ...]:
    """Return why the last service of a chain of causes is lost, from the failed one on.

    `Power fails at T+00:00 → UPS → Server room; carries on for 30 min.`
    """
    spans: list[Span] = []
    skipped = len(chain) - 1 - _CHAIN_START - _CHAIN_END
    for index, link in enumerate(chain[:-1]):
        if skipped > 1 and _CHAIN_START <= index < _CHAIN_START + skipped:
            if index == _CHAIN_START:
                spans.append(Span(f" → … {skipped} more …"))
            continue
        if spans:
            spans.append(Span(" → "))
        spans.append(name(plan.services[link.service].title))
        if len(spans) == 1:
            spans.append(Span(f" fails at {clock(link.down_at)}"))
        elif link.added:
            spans.append(Span(f" ({length(link.added)} later)"))
    last = chain[-1]
    spans.append(Span(f"; carries on for {length(last.added)}." if last.added else "."))
    return tuple(spans)


def about(service: Service) -> str:
    """Return what kind of thing a service is and how important: `application, tier 1`."""
    tier = f", tier {service.tier}" if service.tier is not None else ""
    return f"{KIND_WORDS.get(service.kind, service.kind)}{tier}"
